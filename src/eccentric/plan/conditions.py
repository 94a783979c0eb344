"""Which conditions of the exercise pages' "avoid if" hold for a person on a date."""

from __future__ import annotations

import datetime as dt

from eccentric.plan import pain
from eccentric.plan.profile import Complaint, Profile
from eccentric.plan.protocol import protocol_of, stage_of
from eccentric.plan.surgery import REMEMBERED_WEEKS, weeks_since

FIRST_WEEK_DAYS = 7
TENDON, TENDON_OPEN_STAGE = "proximal-tendinopathy", 3
"""Hip-flexed work opens in stage 3 of the tendon's programme (REH-06)."""


def active(profile: Profile, today: dt.date) -> frozenset[str]:
    """The ids of the conditions that rule exercises out today; a clinician's clearance lifts the condition that it covers."""
    cleared = {clearance.covers for clearance in profile.clearances}
    found: set[str] = {condition.name for condition in profile.conditions if condition.name not in ("low-back-pain", "hamstring-strain")}
    stage = stage_of(protocol_of(TENDON), profile, today)
    if stage is None or stage >= TENDON_OPEN_STAGE:
        found.discard("proximal-hamstring-tendinopathy")
    if pain.back_gate(profile) is not None:
        found.add("low-back-pain")
    found |= {str(each.kind) for each in profile.surgeries if 0 <= weeks_since(each.on, today) < REMEMBERED_WEEKS}
    found |= _sites(profile, today)
    return frozenset(found - cleared)


def _sites(profile: Profile, today: dt.date) -> set[str]:
    found: set[str] = set()
    for complaint in profile.complaints:
        if complaint.site == "knee" and complaint.nprs > pain.GENERAL.green_max:
            found |= {"kneeling-pain", "knee-pain"}
        if complaint.site == "sit-bone" and complaint.nprs > pain.GENERAL.green_max:
            found.add("sit-bone-pain")
        if complaint.site == "calf" and complaint.nprs > pain.GENERAL.green_max:
            found.add("calf-pain")
        if pain.is_strain(complaint, today) and _acute(complaint, today):
            found.add("acute-hamstring-strain")
    return found


def _acute(complaint: Complaint, today: dt.date) -> bool:
    young = complaint.since is not None and (today - complaint.since).days < FIRST_WEEK_DAYS
    return young or complaint.nprs > (2 if pain.cautious(complaint, today) else 4)
