"""What git tracks: our own text and a few small clips; nothing third-party, nothing of one machine."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

THIRD_PARTY = {
    ".tflite",
    ".task",
    ".onnx",
    ".wasm",
    ".data",
    ".whl",
    ".woff",
    ".woff2",
    ".ttf",
    ".otf",
    ".zip",
    ".gz",
    ".so",
    ".dll",
    ".osim",
}
OUR_BINARIES = {".mp4": ("examples", "bench"), ".xz": ("bench",), ".png": ("docs",)}
OUR_ICONS = "src/eccentric/web/static/training/icon-"
CLIPS_LIMIT_BYTES = 3_000_000
MACHINE = re.compile(
    "|".join(
        (r"(?<![\w.~:-])/(?:wo" + r"rk|fa" + r"rm|ro" + r"ot)/", r"/(?:ho" + r"me|Us" + r"ers)/(?!\W)[a-z]\w+/", "/tm" + r"p/[a-z]+\d")
    )
)
PRIVATE_TERMS = re.compile(r"AI[Z]A|BEGIN (?:RSA )?PRIVATE K[E]Y")


def text_of(path: Path) -> str | None:
    """The file's text, or None when it is not text."""
    data = path.read_bytes()
    return None if b"\0" in data[:8192] else data.decode("utf-8", errors="replace")


def test_no_third_party_file(root: Path, tracked: list[Path]) -> None:
    assert [path.relative_to(root).as_posix() for path in tracked if path.suffix in THIRD_PARTY or ".min." in path.name] == []
    assert [
        path for path in tracked if {"node_modules", "vendor", "models"} & set(path.relative_to(root).parts) and path.suffix != ".py"
    ] == []


def test_every_binary_is_a_clip_or_picture_of_ours(root: Path, tracked: list[Path]) -> None:
    binaries = [path for path in tracked if text_of(path) is None]
    drawn = [path for path in binaries if path.relative_to(root).as_posix().startswith(OUR_ICONS)]
    foreign = [path for path in binaries if path.relative_to(root).parts[0] not in OUR_BINARIES.get(path.suffix, ()) and path not in drawn]
    assert foreign == []
    assert sum(path.stat().st_size for path in binaries if not path.is_symlink()) < CLIPS_LIMIT_BYTES


def test_no_path_of_one_machine(root: Path, tracked: list[Path]) -> None:
    found = []
    for path in tracked:
        for number, line in enumerate((text_of(path) or "").splitlines(), 1):
            if MACHINE.search(line) or PRIVATE_TERMS.search(line):
                found.append(f"{path.relative_to(root)}:{number}: {line.strip()[:100]}")
    assert not found, "\n".join(found)


def test_machine_paths_are_seen() -> None:
    assert MACHINE.search("open('" + "/wo" + "rk/main/x')")
    assert MACHINE.search("cd /ho" + "me/ann/x")
    assert not MACHINE.search("https://example.org/wo" + "rk/1")
    assert not MACHINE.search("src/eccentric/terms and 3/4")


def test_locks_name_public_registries_only(root: Path) -> None:
    packages = json.loads((root / "package-lock.json").read_text())["packages"]
    resolved = [entry["resolved"] for entry in packages.values() if "resolved" in entry]
    assert all(url.startswith("https://registry.npmjs.org/") for url in resolved)
    assert all("integrity" in entry for name, entry in packages.items() if name)
    lock = (root / "uv.lock").read_text()
    assert set(re.findall(r'registry = "([^"]+)"', lock)) == {"https://pypi.org/simple"}
    assert set(re.findall(r'url = "(https?://[^/]+)', lock)) == {"https://files.pythonhosted.org"}


def test_npm_pins_are_exact(root: Path) -> None:
    wanted = json.loads((root / "package.json").read_text())
    pins = {**wanted["dependencies"], **wanted["devDependencies"]}
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", pin) for pin in pins.values()), pins
    locked = json.loads((root / "package-lock.json").read_text())["packages"]
    assert {name: locked[f"node_modules/{name}"]["version"] for name in pins} == pins
    assert pins["@mediapipe/tasks-vision"] == "0.10.35", "later versions report usage to their maker"


def test_every_installed_asset_is_ignored_by_git(root: Path) -> None:
    ignored = [line for line in (root / ".gitignore").read_text().splitlines() if line.startswith("src/")]
    assets = tomllib.loads((root / "scripts" / "assets.toml").read_text())["asset"]
    assert assets
    assert all(any(f"src/eccentric/{asset['to']}".startswith(folder) for folder in ignored) for asset in assets)
