"""The gates of operations: SAF-07 (ACL with a hamstring graft) and SAF-08 (proximal hamstring repair), by weeks and clearance."""

from __future__ import annotations

import datetime as dt

from eccentric.plan.profile import Profile, Surgery
from eccentric.plan.verdict import Gate, Limits, Trait, Verdict

ACL, REPAIR = "acl-hamstring-graft", "proximal-hamstring-repair"
REMEMBERED_WEEKS = 52
"""Engineering default: after a year an operation sets no limits of its own."""
HEALING_WEEKS = 12
"""Engineering default: other operations on the leg need a clearance for this long."""


def weeks_since(day: dt.date, today: dt.date) -> float:
    """Weeks from a day to today; negative for a day to come."""
    return (today - day).days / 7.0


def gates(profile: Profile, today: dt.date) -> list[Gate]:
    """The gates of every operation of a profile that still sets limits."""
    found: list[Gate] = []
    for surgery in profile.surgeries:
        gate = _gate(profile, surgery, weeks_since(surgery.on, today))
        if gate is not None:
            found.append(gate)
    return found


def _gate(profile: Profile, surgery: Surgery, weeks: float) -> Gate | None:
    cleared = any(clearance.covers == surgery.kind for clearance in profile.clearances)
    maximal = any(clearance.covers == surgery.kind and clearance.maximal for clearance in profile.clearances)
    if not 0 <= weeks < REMEMBERED_WEEKS:
        return None
    if surgery.kind == ACL:
        return acl_graft(weeks, cleared=cleared, maximal=maximal)
    if surgery.kind == REPAIR:
        return repair(weeks, cleared=cleared, maximal=maximal)
    if weeks < HEALING_WEEKS and not cleared:
        says = f"Your operation was {_weeks(weeks)} ago; training it needs the surgeon's clearance first (engineering default: 12 weeks)."
        return Gate("SAF-05", Verdict.STOP, says, "your surgeon or physiotherapist", "before the first session")
    return None


def acl_graft(weeks: float, *, cleared: bool, maximal: bool) -> Gate:
    """SAF-07: no isolated resisted curls without clearance; then by weeks."""
    curl = frozenset({Trait.CURL})
    heavy = frozenset({Trait.NORDIC, Trait.SPRINT, Trait.POWER})
    if weeks < 3 or (weeks < 6 and not cleared):
        says = f"Your ACL graft is {_weeks(weeks)} old: no hamstring loading before week 6 without clearance, and none before week 3."
        return Gate("SAF-07", Verdict.STOP, says, "your surgeon or physiotherapist", "before the first session")
    if not cleared:
        says = f"Your ACL graft came from the hamstrings {_weeks(weeks)} ago: no resisted curls until your clinician clears them."
        limits = Limits(forbids=curl | heavy, pain_limit=2, rir_min=3)
        return Gate("SAF-07", Verdict.LIMITS, says, "your surgeon or physiotherapist", "to clear curls", limits)
    if weeks < 12:
        says = f"Week {int(weeks) + 1} after an ACL graft: light curls from 90 to 45 degrees first, pain at most 2 of 10, no swelling."
        limits = Limits(forbids=heavy | {Trait.ECCENTRIC, Trait.LONG}, pain_limit=2, rir_min=4)
        return Gate("SAF-07", Verdict.LIMITS, says, limits=limits)
    says = f"Week {int(weeks) + 1} after an ACL graft: lift and lower progressively."
    if maximal:
        return Gate("SAF-07", Verdict.LIMITS, says, limits=Limits(pain_limit=3, rir_min=1))
    says += " Nordics and other maximal lowering only when your clinician clears them."
    return Gate("SAF-07", Verdict.LIMITS, says, limits=Limits(forbids=heavy, pain_limit=3, rir_min=2))


def repair(weeks: float, *, cleared: bool, maximal: bool) -> Gate:
    """SAF-08: by weeks after a proximal repair; hip flexion and knee extension are never combined early."""
    heavy = frozenset({Trait.NORDIC, Trait.SPRINT, Trait.POWER})
    if weeks < 6 or (weeks < 12 and not cleared):
        early = "no active hamstring work in the first 6 weeks" if weeks < 6 else "the next phase needs your surgeon's clearance"
        says = f"Your hamstring was repaired {_weeks(weeks)} ago: {early}."
        return Gate("SAF-08", Verdict.STOP, says, "your surgeon or physiotherapist", "before the first session")
    if weeks < 12:
        says = f"Week {int(weeks) + 1} after the repair: holds and lifting only, hip and knee worked separately."
        limits = Limits(forbids=heavy | {Trait.ECCENTRIC, Trait.LONG, Trait.HINGE, Trait.HIP_FLEXED}, pain_limit=2, rir_min=4)
        return Gate("SAF-08", Verdict.LIMITS, says, limits=limits)
    heavy = frozenset({Trait.UNAIDED, Trait.SPRINT, Trait.POWER})  # a Nordic that a band helps may begin (SAF-08)
    if weeks < 18:
        says = f"Week {int(weeks) + 1} after the repair: lowering and longer positions begin, Nordics only assisted."
        return Gate("SAF-08", Verdict.LIMITS, says, limits=Limits(forbids=heavy, pain_limit=2, rir_min=3))
    if maximal:
        return Gate(
            "SAF-08",
            Verdict.LIMITS,
            "Your surgeon cleared maximal work; sport rarely before month 5.",
            limits=Limits(pain_limit=3, rir_min=1),
        )
    says = f"Week {int(weeks) + 1} after the repair: no maximal lowering or sprints until cleared; sport rarely before month 5."
    return Gate("SAF-08", Verdict.LIMITS, says, limits=Limits(forbids=heavy, pain_limit=3, rir_min=2))


def _weeks(weeks: float) -> str:
    whole = max(0, int(weeks))
    return f"{whole} week" if whole == 1 else f"{whole} weeks"
