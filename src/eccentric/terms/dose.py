"""How much, how hard and how fast: tempo and effort."""

from __future__ import annotations

import re
from dataclasses import dataclass

from eccentric.terms.errors import bad_input

_TEMPO = re.compile(r"(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)")


@dataclass(frozen=True, slots=True)
class Tempo:
    """Seconds of the four phases, written eccentric-pause_lengthened-concentric-pause_shortened."""

    eccentric_s: float
    pause_lengthened_s: float
    concentric_s: float
    pause_shortened_s: float

    @classmethod
    def parse(cls, text: str) -> Tempo:
        """Read a tempo such as ``3-0-1-0``; raises BadInput for any other shape."""
        match = _TEMPO.fullmatch(text.strip())
        if match is None:
            raise bad_input("tempo", "four numbers of seconds such as 3-0-1-0", repr(text))
        return cls(*(float(part) for part in match.groups()))

    @property
    def repetition_s(self) -> float:
        """Seconds of one whole repetition."""
        return self.eccentric_s + self.pause_lengthened_s + self.concentric_s + self.pause_shortened_s

    def __str__(self) -> str:
        parts = (self.eccentric_s, self.pause_lengthened_s, self.concentric_s, self.pause_shortened_s)
        return "-".join(f"{part:.1f}".removesuffix(".0") for part in parts)


def rpe_from_rir(rir: float) -> float:
    """Repetition-based RPE (0..10) from repetitions in reserve: RPE = 10 - RIR (Zourdos 2016)."""
    return 10.0 - rir


def rir_from_rpe(rpe: float) -> float:
    """Repetitions in reserve from repetition-based RPE; raises BadInput outside 0..10."""
    if not 0.0 <= rpe <= 10.0:
        raise bad_input("rpe", "a number from 0 to 10", str(rpe))
    return 10.0 - rpe
