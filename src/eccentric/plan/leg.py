"""The leg that starts where one leg works at a time: the operated, hurt or weaker one, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from eccentric.library.exercise import Exercise
from eccentric.plan.pain import SUDDEN
from eccentric.plan.profile import Profile
from eccentric.plan.programme import Reason
from eccentric.terms.body import Side

One = Literal["left", "right"]
ONE: dict[Side, One] = {Side.LEFT: "left", Side.RIGHT: "right"}
LEG_CONDITIONS = ("hamstring-strain", "proximal-hamstring-tendinopathy", "knee-osteoarthritis", "sciatica")
LEG_SITES = ("hamstring", "sit-bone", "knee", "calf", "front-thigh", "hip", "ankle")


@dataclass(frozen=True, slots=True)
class FirstLeg:
    """The leg that starts, and what it is: operated, injured, sore or weaker."""

    side: One
    what: Literal["operated", "injured", "sore", "weaker"]

    @property
    def reason(self) -> Reason:
        """Why this leg starts, and what the other does."""
        other = "right" if self.side == "left" else "left"
        text = f"Your {self.what} {self.side} leg starts while you are fresh; the {other} does as many repetitions, no more."
        return Reason(rule="TEST-01", text=text)

    @property
    def alone(self) -> Reason:
        """Why the other leg doesn't do it, where a published programme treats one leg."""
        return Reason(rule="REH-02", text=f"Only your {self.what} {self.side} leg does this one, as in the trials.")


def first_leg(profile: Profile) -> FirstLeg | None:
    """The leg that hurts most now, else the one that is said to be weaker, else the operated, else the diagnosed; None when none is named.

    What concerns both legs names none.
    """
    for complaint in sorted(profile.complaints, key=lambda each: each.nprs, reverse=True):
        if complaint.side in ONE and complaint.site in LEG_SITES:
            return FirstLeg(ONE[complaint.side], "injured" if complaint.mechanism in SUDDEN else "sore")
    if profile.weak_side:
        return FirstLeg(profile.weak_side, "weaker")
    for surgery in sorted(profile.surgeries, key=lambda each: each.on, reverse=True):
        if surgery.side in ONE:
            return FirstLeg(ONE[surgery.side], "operated")
    for condition in profile.conditions:
        if condition.side in ONE and condition.name in LEG_CONDITIONS:
            return FirstLeg(ONE[condition.side], "injured" if condition.name == "hamstring-strain" else "sore")
    return None


def starts(page: Exercise, profile: Profile) -> FirstLeg | None:
    """The leg that starts an exercise; None where both legs work together, or none is named."""
    return first_leg(profile) if page.classification.sides in ("single", "alternating") else None
