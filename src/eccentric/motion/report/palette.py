"""Colours that page and video share; the two phase colours mean a phase and nothing else."""

from __future__ import annotations

from eccentric.terms.body import Phase

Rgb = tuple[int, int, int]

ON_VIDEO: dict[Phase, Rgb] = {
    Phase.ECCENTRIC: (255, 109, 58),
    Phase.CONCENTRIC: (72, 190, 181),
    Phase.PAUSE_LENGTHENED: (214, 208, 197),
    Phase.PAUSE_SHORTENED: (214, 208, 197),
}
INK: Rgb = (18, 17, 15)
PAPER: Rgb = (250, 247, 241)
QUIET: Rgb = (186, 180, 170)
