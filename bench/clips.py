"""The committed clips and their truth: packed small, unpacked for the scorer."""

from __future__ import annotations

import json
import lzma
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent / "clips"
NEEDED = ("id", "exercise", "camera", "fps", "n_frames", "n_reps", "reps", "spec")
NEEDED_SIGNALS = ("t", "knee_l", "knee_r", "hip_sag_l", "hip_sag_r")


def pack(truth: Path, into: Path = HERE) -> Path:
    """Keep of a truth file what the scorer reads, compressed; returns the written ``ID.truth.json.xz``."""
    whole: dict[str, Any] = json.loads(truth.read_text())
    small = {key: whole[key] for key in NEEDED}
    small["frames"] = {key: whole["frames"][key] for key in NEEDED_SIGNALS}
    path = into / f"{truth.name}.xz"
    path.write_bytes(lzma.compress(json.dumps(small, separators=(",", ":")).encode(), preset=9))
    return path


def unpack(into: Path, only: str = "") -> list[Path]:
    """Lay out ``ID.mp4`` and ``ID.truth.json`` in a folder as the scorer expects; returns the clips, those whose id contains ``only``."""
    clips = []
    for packed in sorted(HERE.glob("*.truth.json.xz")):
        name = packed.name.removesuffix(".truth.json.xz")
        if only not in name:
            continue
        (into / f"{name}.truth.json").write_bytes(lzma.decompress(packed.read_bytes()))
        clip = into / f"{name}.mp4"
        clip.symlink_to((HERE / f"{name}.mp4").resolve())
        clips.append(clip)
    return clips


def truth(clip: Path) -> dict[str, Any]:
    """The truth beside an unpacked clip."""
    found: dict[str, Any] = json.loads(clip.with_suffix(".truth.json").read_text())
    return found
