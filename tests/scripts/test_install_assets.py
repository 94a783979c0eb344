"""Installing assets: copied when every hash is right, nothing written when one is wrong."""

from __future__ import annotations

import hashlib
import io
import zipfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from ai_edge_litert.interpreter import Interpreter
from scripts.browser_model import with_normalisation
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


def test_the_browser_bundle_is_stored_and_the_same_bytes_each_time(root: Path) -> None:
    bundle = next(asset for asset in read_list() if asset.members)
    packed = content(bundle, root)
    assert packed == content(bundle, root)
    with zipfile.ZipFile(io.BytesIO(packed)) as opened:
        assert opened.namelist() == ["pose_detector.tflite", "pose_landmarks_detector.tflite"]
        assert all(info.compress_type == zipfile.ZIP_STORED for info in opened.infolist())


def test_a_model_with_its_scale_gives_the_same_answer(root: Path) -> None:
    plain = (root / "src/eccentric/motion/pose/models/pose_landmark_lite.tflite").read_bytes()
    marked = with_normalisation(plain, 0.0, 255.0)
    assert b"TFLITE_METADATA" in marked
    assert b"TFLITE_METADATA" not in plain
    picture = np.random.default_rng(1).random((1, 256, 256, 3), dtype=np.float32)
    np.testing.assert_array_equal(answer(plain, picture), answer(marked, picture))


def answer(model: bytes, picture: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """The model's first output for a picture."""
    interpreter = Interpreter(model_content=model)
    interpreter.allocate_tensors()
    interpreter.set_tensor(interpreter.get_input_details()[0]["index"], picture)
    interpreter.invoke()
    found: npt.NDArray[np.float32] = interpreter.get_tensor(interpreter.get_output_details()[0]["index"])
    return found


def test_this_checkout_has_every_asset_of_the_list(root: Path) -> None:
    assets = read_list()
    assert {"pose_detection", "pose_landmark_lite", "pose_landmark_full", "pose_landmark_heavy"} <= {Path(a.to).stem for a in assets}
    assert missing(assets, root) == []
