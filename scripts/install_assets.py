"""Copy the pinned models and browser assets out of node_modules into the package, checking each file's SHA-256.

``scripts/assets.toml`` says which file goes where and what its hash must be. Every wrong or missing file is reported,
one line each, and then nothing at all is written.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import sys
import tomllib
import zipfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LIST = ROOT / "scripts" / "assets.toml"
LONG_AGO = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Member:
    """One model in a bundle, given the scale of its input pixels: ``(pixel - mean) / std``."""

    name: str
    source: str
    mean: float
    std: float


@dataclass(frozen=True)
class Asset:
    """One file to install: ``to`` is below src/eccentric, ``source`` below node_modules (or the repository, with ``./``).

    ``first_bytes`` cuts the source; ``members`` makes ``to`` a stored zip of models instead.
    """

    to: str
    sha256: str
    source: str = ""
    first_bytes: int | None = None
    members: tuple[Member, ...] = ()


def read_list(path: Path = LIST) -> list[Asset]:
    """The assets of the committed list."""
    entries = tomllib.loads(path.read_text())["asset"]
    return [
        Asset(
            entry["to"],
            entry["sha256"],
            entry.get("from", ""),
            entry.get("first_bytes"),
            tuple(Member(member["name"], member["from"], member["mean"], member["std"]) for member in entry.get("members", ())),
        )
        for entry in entries
    ]


def read_source(source: str, root: Path) -> bytes:
    """Bytes of a source; raises FileNotFoundError."""
    base = root if source.startswith("./") else root / "node_modules"
    return (base / source).read_bytes()


def content(asset: Asset, root: Path) -> bytes:
    """What the asset's file must contain; raises FileNotFoundError when a source is missing."""
    if not asset.members:
        return read_source(asset.source, root)[: asset.first_bytes]
    from scripts.browser_model import with_normalisation  # needs LiteRT, which a mere look (--present) should not load

    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as bundle:
        for member in asset.members:
            model = with_normalisation(read_source(member.source, root), member.mean, member.std)
            bundle.writestr(zipfile.ZipInfo(member.name, LONG_AGO), model)
    return packed.getvalue()


def wrong(asset: Asset, data: bytes) -> str | None:
    """What is wrong with the data, as one line, or None."""
    found = hashlib.sha256(data).hexdigest()
    return None if found == asset.sha256 else f"{asset.to}: expected SHA-256 {asset.sha256}, found {found}"


def install(assets: list[Asset], root: Path) -> list[str]:
    """Install all assets under ``root``/src/eccentric, or none; returns the problems."""
    ready: list[tuple[Path, bytes]] = []
    problems: list[str] = []
    for asset in assets:
        try:
            data = content(asset, root)
        except OSError as error:
            problems.append(f"{asset.to}: expected its source {error.filename}, found nothing readable there")
            continue
        problem = wrong(asset, data)
        if problem:
            problems.append(problem)
        ready.append((root / "src" / "eccentric" / asset.to, data))
    if not problems:
        for path, data in ready:
            write(path, data)
    return problems


def write(path: Path, data: bytes) -> None:
    """Write a file in one move, so that a killed run leaves the old one or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(path.name + ".new")
    new.write_bytes(data)
    new.replace(path)


def missing(assets: list[Asset], root: Path) -> list[str]:
    """What is absent or changed among the installed files."""
    problems: list[str] = []
    for asset in assets:
        path = root / "src" / "eccentric" / asset.to
        problem = wrong(asset, path.read_bytes()) if path.is_file() else f"{asset.to}: expected a file, found nothing. Run: make ready"
        if problem:
            problems.append(problem)
    return problems


def main() -> int:
    """Install, or with --present only look; 0 when every file is right."""
    parser = argparse.ArgumentParser(description="Install the pinned models and browser assets.")
    parser.add_argument("--present", action="store_true", help="only check what is installed; write nothing")
    arguments = parser.parse_args()
    problems = (missing if arguments.present else install)(read_list(), ROOT)
    for problem in problems:
        print(f"error: {problem}", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
