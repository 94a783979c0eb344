"""The two phase colours, used for nothing else, and the neutral between them; each for light and for dark ground."""

from __future__ import annotations

from typing import NamedTuple

from eccentric.terms.body import Phase


class Ink(NamedTuple):
    """One colour on light paper and on dark paper, as #rrggbb."""

    light: str
    dark: str


ECCENTRIC = Ink("#d9472b", "#ff7d5c")
CONCENTRIC = Ink("#0b5f66", "#7fd0cc")
PAUSE = Ink("#8d8a83", "#8f8c86")

PHASE_INK: dict[Phase, Ink] = {
    Phase.ECCENTRIC: ECCENTRIC,
    Phase.CONCENTRIC: CONCENTRIC,
    Phase.PAUSE_LENGTHENED: PAUSE,
    Phase.PAUSE_SHORTENED: PAUSE,
}
