"""What a simulation found: distributions, not means alone."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from eccentric.plan.programme import Out
from eccentric.plan.simulate import Arm, Tally

QUANTILES = (5, 25, 50, 75, 95)


class ArmReport(Out):
    """One arm: gain in percent at the quantiles 5, 25, 50, 75 and 95, flare-ups a person, weekly sets, and breaks of LOAD-04."""

    arm: str
    people: int
    gain_percent: tuple[float, ...]
    gain_mean_percent: float
    flares_mean: float
    flares_none_share: float
    flares_quantiles: tuple[float, ...]
    weekly_sets: float
    jumps: int
    unextended: int


class SimulationReport(Out):
    """All arms, and the adapted one against the printed: ratio of mean gains, its 95 % interval over people, and of flare-ups."""

    arms: tuple[ArmReport, ...]
    gain_ratio: float | None = None
    gain_ratio_interval: tuple[float, float] | None = None
    flare_ratio: float | None = None
    better_share: float | None = None


@dataclass(frozen=True, slots=True)
class _Arrays:
    gains: np.ndarray
    flares: np.ndarray


def report(found: dict[Arm, list[Tally]], *, seed: int = 0) -> SimulationReport:
    """Sum a simulation up; the interval is a bootstrap over people, seeded."""
    arms = tuple(_arm(arm, tallies) for arm, tallies in found.items())
    if Arm.ADAPTED not in found or Arm.PRINTED not in found:
        return SimulationReport(arms=arms)
    mine, other = _arrays(found[Arm.ADAPTED]), _arrays(found[Arm.PRINTED])
    picks = np.random.default_rng(seed).integers(0, mine.gains.size, (500, mine.gains.size))
    ratios = mine.gains[picks].mean(axis=1) / other.gains[picks].mean(axis=1)
    return SimulationReport(
        arms=arms,
        gain_ratio=round(float(mine.gains.mean() / other.gains.mean()), 3),
        gain_ratio_interval=(round(float(np.quantile(ratios, 0.025)), 3), round(float(np.quantile(ratios, 0.975)), 3)),
        flare_ratio=round(float(mine.flares.mean() / other.flares.mean()), 3) if other.flares.sum() else None,
        better_share=round(float((mine.gains > other.gains).mean()), 3),
    )


def _arrays(tallies: list[Tally]) -> _Arrays:
    return _Arrays(np.array([each.gain_percent for each in tallies]), np.array([each.flares for each in tallies], dtype=float))


def _arm(arm: Arm, tallies: list[Tally]) -> ArmReport:
    arrays = _arrays(tallies)
    return ArmReport(
        arm=arm.value,
        people=len(tallies),
        gain_percent=tuple(round(float(value), 1) for value in np.percentile(arrays.gains, QUANTILES)),
        gain_mean_percent=round(float(arrays.gains.mean()), 2),
        flares_mean=round(float(arrays.flares.mean()), 3),
        flares_none_share=round(float((arrays.flares == 0).mean()), 3),
        flares_quantiles=tuple(float(value) for value in np.percentile(arrays.flares, QUANTILES)),
        weekly_sets=round(float(np.mean([each.sets for each in tallies])), 2),
        jumps=sum(each.jumps for each in tallies),
        unextended=sum(each.unextended for each in tallies),
    )
