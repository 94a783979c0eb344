"""A simulated person: strength, fatigue, noise, adherence and pain. A model to test the loop with, not to predict anyone.

What is from studies: repetitions at a share of the maximum and their spread between people (LOAD-02; Nuzzo 2024), the error of
reported reserve (LOAD-03; Hackett 2017), gains of 11 to 19 % in 12 weeks (Maeo 2024, Behan 2022), more strength from heavier loads
(Schoenfeld 2017), loss after two weeks off (LOAD-09). All other numbers are engineering defaults, gathered in ``Nature``.
"""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass, field, replace

import numpy as np

from eccentric.library.exercise import Exercise
from eccentric.plan.facts import Function, function
from eccentric.plan.history import DoneSet, Pain
from eccentric.plan.loading import PERCENT
from eccentric.plan.programme import Item

TYPICAL_KG = {"machine": 60.0, "cable": 35.0, "barbell": 95.0, "dumbbell": 45.0, "kettlebell": 36.0}
BODY_SHARE = 0.72
DRAWS = 96
GAIN = {"novice": 0.0068, "intermediate": 0.0030, "advanced": 0.0015}
"""One full set's mean gain: set so that novices gain what the studies of the untrained saw in 12 weeks (a test holds it)."""
CEILING = {"novice": 0.60, "intermediate": 0.35, "advanced": 0.20}


@dataclass(frozen=True, slots=True)
class Nature:
    """What a person is born with and never knows: all shares are of 1."""

    gain: float
    ceiling: float
    endurance: float
    adherence: float
    robustness: float
    sizes: dict[str, float]


@dataclass(slots=True)
class Lifter:
    """A person's state; ``strength`` is relative to the start, ``irritation`` is pain 0-10 before noise."""

    nature: Nature
    strength: dict[Function, float] = field(default_factory=lambda: dict.fromkeys(Function, 1.0))
    fatigue: float = 0.0
    irritation: float = 0.0
    tolerance: float = 0.0
    flares: int = 0
    last: dt.date | None = None

    def maximum_kg(self, page: Exercise) -> float:
        """The true one-repetition maximum today, before fatigue and noise."""
        kind = page.movement.load.kind
        return TYPICAL_KG.get(kind, 1.0) * self.nature.sizes.setdefault(page.id, 1.0) * self.strength[function(page)]

    def rest_until(self, date: dt.date) -> None:
        """Let days pass: fatigue and irritation fade, and strength too after two weeks."""
        if self.last is not None:
            days = (date - self.last).days
            self.fatigue *= math.exp(-days / 4)
            self.irritation *= math.exp(-days / 6)
            if days > 14:
                lost = 0.004 * (days - 14) / 7
                self.strength = {each: max(0.8, value - lost) for each, value in self.strength.items()}
        self.last = date

    def train(
        self, items: tuple[Item, ...], pages: dict[str, Exercise], draws: np.ndarray, *, hard_week: bool
    ) -> tuple[list[DoneSet], Pain]:
        """Do a session; ``draws`` are standard normal numbers, the same in every arm. Returns the sets and the session's pain."""
        form = (1 - self.fatigue) * (1 + 0.02 * draws[0]) * (0.95 if hard_week else 1.0) * (1 - 0.01 * self.irritation)
        done: list[DoneSet] = []
        place = 3
        loaded: dict[str, float] = {}
        for item in items:
            page = pages[item.exercise]
            for number in range(item.sets):
                noise = draws[place % DRAWS]
                place += 1
                load, share = self._share(item, page, form * (1 - 0.015 * number))
                reps, rir = self._reps(item, share, noise)
                done.append(DoneSet(item.exercise, reps, load, max(0.0, round(rir + 0.8 * noise)), pain=Pain()))
                loaded[item.exercise] = loaded.get(item.exercise, 0.0) + share**2 / (1 + 0.5 * max(rir, 0.0))
                self._grow(function(page), share, rir)
        pain = self._hurt(sum(loaded.values()) * (1.35 if hard_week else 1.0), draws)
        worst = max(loaded, key=lambda name: (loaded[name], name))
        return [replace(each, pain=pain if each.exercise == worst else _half(pain)) for each in done], pain

    def _share(self, item: Item, page: Exercise, form: float) -> tuple[float | None, float]:
        """The load and its share of today's maximum; body weight is a fixed share of the starting strength."""
        if not item.external_load_kg:
            return item.external_load_kg, BODY_SHARE / (self.strength[function(page)] * form)
        return item.external_load_kg, item.external_load_kg / (self.maximum_kg(page) * form)

    def _reps(self, item: Item, share: float, noise: float) -> tuple[int, float]:
        """Repetitions done and the true reserve left: to the top of the range or to the reserve as it is felt."""
        most = to_failure(share) * self.nature.endurance
        felt = most - (item.rir or 0) + 0.8 * noise
        reps = int(max(0.0, min(item.reps[1], max(felt, min(most, item.reps[0])))))
        return reps, most - reps

    def _grow(self, what: Function, share: float, rir: float) -> None:
        """One set's gain: heavier and nearer to failure is more, less room to the ceiling is less."""
        heavy = min(1.2, max(0.0, (share - 0.35) / 0.35))
        near = max(0.15, min(1.0, 1.0 - (rir - 3) / 7))
        room = max(0.0, 1 - (self.strength[what] - 1) / self.nature.ceiling)
        self.strength[what] += self.nature.gain * heavy * near * room

    def _hurt(self, stress: float, draws: np.ndarray) -> Pain:
        """Irritation rises with stress above what the person tolerates, which grows slowly with training; it is felt with noise."""
        if self.tolerance == 0.0:
            self.tolerance = 1.3 * stress * self.nature.robustness
        before = self.irritation
        over = max(0.0, stress / max(self.tolerance, 1e-6) - 1.0)
        self.irritation = min(10.0, before + 5.0 * over + 0.3 * abs(draws[1]))
        self.tolerance += 0.04 * max(0.0, 1.1 * stress - self.tolerance)
        self.fatigue = min(0.25, self.fatigue + 0.008 * stress)
        if self.irritation > 5.0 >= before:
            self.flares += 1
        felt = min(10.0, max(0.0, round(self.irritation + 0.5 * draws[2])))
        return Pain(during=felt, next_morning=round(0.4 * felt))


def _half(pain: Pain) -> Pain:
    """Pain on the exercises that load the sore spot less."""
    return Pain(during=(pain.during or 0) / 2, next_morning=(pain.next_morning or 0) / 2)


def to_failure(share: float) -> float:
    """Repetitions to failure at a share of the maximum: LOAD-02's row read backwards, 0 above the maximum."""
    if share > 1:
        return max(0.0, 1 - (share - 1) / 0.03)
    row = np.array(PERCENT[::-1]) / 100
    if share < row[0]:
        return float(len(PERCENT) + (row[0] - share) / 0.024)
    return float(np.interp(share, row, np.arange(len(PERCENT), 0, -1)))


def born(rng: np.random.Generator, experience: str, pages: dict[str, Exercise]) -> Lifter:
    """A person at random."""
    nature = Nature(
        gain=float(GAIN[experience] * rng.lognormal(0, 0.45)),
        ceiling=CEILING[experience],
        endurance=float(rng.lognormal(0, 0.15)),
        adherence=float(np.clip(rng.beta(8, 2), 0.3, 1.0)),
        robustness=float(rng.lognormal(0.25, 0.25)),
        sizes={name: float(rng.lognormal(0, 0.2)) for name in sorted(pages)},
    )
    return Lifter(nature)
