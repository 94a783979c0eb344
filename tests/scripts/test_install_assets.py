"""Installing assets: copied when every hash is right, nothing written when one is wrong."""

from __future__ import annotations

import hashlib
import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from scripts.install_assets import Asset, content, install, missing, read_list

MODEL = b"model bytes and what follows them"


def sha(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    package = tmp_path / "node_modules" / "pose"
    package.mkdir(parents=True)
    (package / "all.data").write_bytes(MODEL)
    (tmp_path / "LICENSE").write_bytes(b"licence")
    return tmp_path


CUT = Asset("models/pose.tflite", sha(MODEL[:11]), "pose/all.data", first_bytes=11)
LICENCE = Asset("models/LICENSE", sha(b"licence"), "./LICENSE")


def test_copies_and_cuts(checkout: Path) -> None:
    assert install([CUT, LICENCE], checkout) == []
    assert (checkout / "src/eccentric/models/pose.tflite").read_bytes() == b"model bytes"
    assert (checkout / "src/eccentric/models/LICENSE").read_bytes() == b"licence"
    assert missing([CUT, LICENCE], checkout) == []


def test_one_wrong_hash_installs_nothing_and_names_every_problem(checkout: Path) -> None:
    changed = replace(CUT, sha256=sha(b"something else"))
    absent = Asset("models/other", sha(b""), "pose/absent")
    problems = install([LICENCE, changed, absent], checkout)
    assert [problem.split(":")[0] for problem in problems] == ["models/pose.tflite", "models/other"]
    assert sha(MODEL[:11]) in problems[0]
    assert not (checkout / "src").exists()


def test_a_changed_or_removed_file_is_missed(checkout: Path) -> None:
    install([CUT, LICENCE], checkout)
    (checkout / "src/eccentric/models/pose.tflite").write_bytes(b"model bytez")
    (checkout / "src/eccentric/models/LICENSE").unlink()
    assert len(missing([CUT, LICENCE], checkout)) == 2


def test_a_bundle_is_the_same_bytes_each_time_and_stored(checkout: Path) -> None:
    bundle = Asset("x.task", "", members={"a.tflite": "pose/all.data", "b": "./LICENSE"})
    packed = content(bundle, checkout)
    assert packed == content(bundle, checkout)
    with zipfile.ZipFile(io.BytesIO(packed)) as opened:
        assert opened.namelist() == ["a.tflite", "b"]
        assert opened.read("a.tflite") == MODEL
        assert all(info.compress_type == zipfile.ZIP_STORED for info in opened.infolist())


def test_this_checkout_has_every_asset_of_the_list(root: Path) -> None:
    assets = read_list()
    assert {"pose_detection", "pose_landmark_lite", "pose_landmark_full", "pose_landmark_heavy"} <= {Path(a.to).stem for a in assets}
    assert missing(assets, root) == []
