"""Colours that page and video share; the two phase colours mean a phase and nothing else."""

from __future__ import annotations

from eccentric.library.colours import PHASE_INK
from eccentric.terms.body import Phase

Rgb = tuple[int, int, int]


def _rgb(ink: str) -> Rgb:
    return int(ink[1:3], 16), int(ink[3:5], 16), int(ink[5:7], 16)


ON_VIDEO: dict[Phase, Rgb] = {phase: _rgb(ink.dark) for phase, ink in PHASE_INK.items()}
"""The phase colours on the dark plates of the video."""

INK: Rgb = (18, 17, 15)
PAPER: Rgb = (250, 247, 241)
QUIET: Rgb = (186, 180, 170)
