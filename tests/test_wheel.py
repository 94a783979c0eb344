"""The built wheel alone carries everything: models, browser assets, exercises, licences."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import tomllib
import zipfile
from pathlib import Path

import pytest
from scripts.install_assets import read_list

pytestmark = pytest.mark.slow

LOAD = """
import pathlib, eccentric
from ai_edge_litert.interpreter import Interpreter
home = pathlib.Path(eccentric.__file__).parent
for model in sorted((home / "motion" / "pose" / "models").glob("*.tflite")):
    Interpreter(model_path=str(model)).allocate_tensors()
    print(model.name)
print(home)
"""


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout, built as `make build` does it."""
    uv = next((path for path in (str(root / ".uv" / "bin" / "uv"), shutil.which("uv")) if path and Path(path).exists()), None)
    if uv is None:
        pytest.skip("uv is not here: make ready")
    out = tmp_path_factory.mktemp("dist")
    subprocess.run([uv, "build", "--quiet", "--wheel", "--out-dir", str(out)], cwd=root, check=True, timeout=300)
    return next(out.glob("*.whl"))


def test_the_wheel_carries_every_asset_and_exercise(wheel: Path, root: Path) -> None:
    with zipfile.ZipFile(wheel) as opened:
        names = set(opened.namelist())
    assert {f"eccentric/{asset.to}" for asset in read_list()} <= names
    exercises = {f"eccentric/library/exercises/{path.name}" for path in (root / "src/eccentric/library/exercises").glob("*.toml")}
    assert exercises
    assert exercises <= names
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert not [name for name in names if "__pycache__" in name or name.endswith((".sqlite3", ".new"))]


def test_the_installed_wheel_runs_alone(wheel: Path, root: Path, tmp_path: Path) -> None:
    """pip installs the wheel into a fresh environment; its dependencies are lent by this one, the package is not."""
    home = tmp_path / "env"
    subprocess.run([sys.executable, "-m", "venv", str(home)], check=True, timeout=120)
    python = home / "bin" / "python"
    pip = [str(python), "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--disable-pip-version-check", str(wheel)]
    subprocess.run(pip, check=True, timeout=120)
    site = next((home / "lib").glob("python*/site-packages"))
    (site / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n")
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "PYTEST", "COV"))}

    def run(*command: str) -> str:
        return subprocess.run(command, cwd=tmp_path, env=environment, check=True, capture_output=True, text=True, timeout=120).stdout

    version = tomllib.loads((root / "pyproject.toml").read_text())["project"]["version"]
    assert run(str(home / "bin" / "eccentric"), "--version").strip().endswith(version)
    *models, where = run(str(python), "-c", LOAD).splitlines()
    assert Path(where).is_relative_to(site)
    assert models == ["pose_detection.tflite", "pose_landmark_full.tflite", "pose_landmark_heavy.tflite", "pose_landmark_lite.tflite"]
