"""Pain: the traffic light (PAIN-01), its limits by condition (PAIN-02, REH-06..08), and soreness told apart from strain (PAIN-03)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from enum import StrEnum

from eccentric.plan.history import Pain
from eccentric.plan.profile import Complaint, Profile
from eccentric.plan.today import Today
from eccentric.plan.verdict import Gate, Limits, Trait, Verdict

RECENT_WEEKS = 13
"""Engineering default: a hamstring complaint younger than this, or with a sudden mechanism, is handled as a strain."""
SUDDEN = ("sprint", "stretch", "kick")
STOP_ABOVE = 5.0
SORENESS_OK = 3.0


class Light(StrEnum):
    """The traffic light."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


@dataclass(frozen=True, slots=True)
class PainLimits:
    """Green up to ``green_max``, amber up to ``amber_max`` (NPRS 0-10), red above; ``rule`` says where they come from.

    ``usual`` is the pain that the person has anyway: back to it by the next morning is settled (PAIN-01's baseline).
    """

    green_max: float
    amber_max: float
    rule: str
    usual: float = 0.0

    def light(self, pain: Pain) -> Light | None:
        """The light for one session's pain; None when nobody asked. Amber that has not settled by the next morning is red."""
        worst = pain.worst
        if worst is None:
            return None
        if worst > self.amber_max:
            return Light.RED
        if pain.next_morning is not None and pain.next_morning > max(self.green_max, self.usual):
            return Light.RED
        return Light.GREEN if worst <= self.green_max else Light.AMBER


GENERAL = PainLimits(2, 5, "PAIN-01")


def is_strain(complaint: Complaint, today: dt.date) -> bool:
    """Whether a complaint is handled as a hamstring strain: the site, and a recent start or a sudden mechanism."""
    if complaint.site != "hamstring":
        return False
    recent = complaint.since is not None and (today - complaint.since).days <= RECENT_WEEKS * 7
    return recent or complaint.mechanism in SUDDEN


def has_strain(profile: Profile, today: dt.date) -> bool:
    """Whether the profile has a hamstring strain, as a diagnosis or as a complaint."""
    named = any(condition.name == "hamstring-strain" for condition in profile.conditions)
    return named or any(is_strain(complaint, today) for complaint in profile.complaints)


def cautious(complaint: Complaint, today: dt.date) -> bool:
    """PAIN-02's cautious profile: re-injury, intratendinous, anxious, or alone in the first week."""
    first_week = complaint.since is not None and (today - complaint.since).days < 7
    return complaint.recurrence or complaint.intratendinous or complaint.anxious or (first_week and not complaint.supervised)


def limits_for(profile: Profile, today: dt.date) -> PainLimits:
    """The person's own traffic light: the strictest that any condition asks for."""
    found = [GENERAL]
    strains = [complaint for complaint in profile.complaints if is_strain(complaint, today)]
    if has_strain(profile, today):
        found.append(PainLimits(1, 2, "PAIN-02") if any(cautious(each, today) for each in strains) else PainLimits(2, 4, "PAIN-02"))
    if any(condition.name == "proximal-hamstring-tendinopathy" for condition in profile.conditions):
        found.append(PainLimits(2, 3, "REH-06"))
    usual = max((complaint.nprs for complaint in profile.complaints), default=0.0)
    if found == [GENERAL] and worn_knees(profile):
        found = [PainLimits(min(STOP_ABOVE, max(GENERAL.green_max, usual)), STOP_ABOVE, "REH-07")]
    return replace(min(found, key=lambda limits: (limits.amber_max, limits.green_max)), usual=usual)


def worn_knees(profile: Profile) -> bool:
    """Whether the knees are said to have osteoarthritis: then pain up to 5 that settles in a day is all right (REH-07)."""
    return any(condition.name == "knee-osteoarthritis" for condition in profile.conditions)


def tightened(limits: PainLimits, limit: float | None, rule: str) -> PainLimits:
    """The limits, or a stricter one that a gate or a protocol's stage sets."""
    if limit is None or limit >= limits.amber_max:
        return limits
    return PainLimits(min(limits.green_max, limit), limit, rule, min(limits.usual, limit))


def gates(profile: Profile, today: dt.date, now: Today) -> list[Gate]:
    """Every gate that pain raises, from the profile's complaints and today's answers."""
    worn = worn_knees(profile)
    found = [gate for each in profile.complaints if (gate := complaint_gate(each, today, worn=worn)) is not None]
    if (back := back_gate(profile)) is not None:
        found.append(back)
    if (soreness := soreness_gate(now)) is not None:
        found.append(soreness)
    return found


def complaint_gate(complaint: Complaint, today: dt.date, *, worn: bool = False) -> Gate | None:
    """PAIN-01, PAIN-02 and, for a worn knee, REH-07 on a complaint's own pain score."""
    where = complaint.site.replace("-", " ")
    if complaint.nprs > STOP_ABOVE:
        says = f"Your {where} hurts {complaint.nprs:g} of 10; above 5, training waits."
        return Gate("PAIN-01", Verdict.STOP, says, "a physiotherapist or doctor", "within a week")
    if is_strain(complaint, today):
        return _strain_gate(complaint, today)
    if worn and complaint.site == "knee" and complaint.nprs > GENERAL.green_max:
        says = f"Your knee hurts {complaint.nprs:g} of 10: up to 5 is all right while you train, if it is back to that within a day."
        return Gate("REH-07", Verdict.LIMITS, says, limits=Limits(pain_limit=5, rir_min=2))
    if complaint.nprs > GENERAL.green_max:
        says = f"Your {where} hurts {complaint.nprs:g} of 10: loads hold until it is 2 or less and settles overnight."
        return Gate("PAIN-01", Verdict.LIMITS, says, limits=Limits(pain_limit=5, rir_min=2))
    return None


def _strain_gate(complaint: Complaint, today: dt.date) -> Gate:
    limit = 2 if cautious(complaint, today) else 4
    if complaint.nprs > limit:
        says = f"Your strain hurts {complaint.nprs:g} of 10, above your limit of {limit}: gentle exercises only, nothing at long length."
        forbids = frozenset({Trait.NORDIC, Trait.LONG, Trait.SPRINT, Trait.POWER})
        return Gate("PAIN-02", Verdict.LIMITS, says, limits=Limits(forbids=forbids, pain_limit=limit, rir_min=4, beginner_only=True))
    says = f"With a hamstring strain you may train up to pain {limit} of 10; above that, the exercise steps down."
    return Gate("PAIN-02", Verdict.LIMITS, says, limits=Limits(forbids=frozenset({Trait.POWER}), pain_limit=limit, rir_min=2))


def back_gate(profile: Profile) -> Gate | None:
    """REH-08: with low back pain, no hinges until pain is low and the back holds for 60 seconds."""
    backs = [complaint for complaint in profile.complaints if complaint.site == "low-back"]
    named = any(condition.name == "low-back-pain" for condition in profile.conditions)
    if not backs and not named:
        return None
    low = all((complaint.nprs if complaint.at_rest_nprs is None else complaint.at_rest_nprs) <= 3 for complaint in backs)
    held = max((test.value for test in profile.tests if test.kind == "biering-sorensen"), default=0.0)
    if low and held >= 60:
        return None
    says = "With your back, curls and bridges replace hinges until pain at rest is 3 or less and you hold a back extension for 60 s."
    return Gate("REH-08", Verdict.LIMITS, says, limits=Limits(forbids=frozenset({Trait.HINGE}), rir_min=2))


def soreness_gate(now: Today) -> Gate | None:
    """PAIN-03: soreness waits a day when it is strong; a sudden pain in one spot stops the session."""
    if now.kind == "one-spot-sudden":
        says = "A sudden pain in one spot is a strain until shown otherwise: stop, and answer the injury questions."
        return Gate("PAIN-03", Verdict.STOP, says, "a physiotherapist", "within 2 days")
    if now.nprs is None:
        return None
    if now.kind == "diffuse" and now.nprs > SORENESS_OK:
        return Gate(
            "PAIN-03",
            Verdict.STOP,
            f"Soreness of {now.nprs:g} of 10: train tomorrow instead.",
            "nobody; it passes by day 5",
            "wait 24 hours",
        )
    if now.nprs > STOP_ABOVE:
        return Gate(
            "PAIN-01",
            Verdict.STOP,
            f"Pain {now.nprs:g} of 10 now; above 5, today's session waits.",
            "a physiotherapist if it stays",
            "within a week",
        )
    return None
