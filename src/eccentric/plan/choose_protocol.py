"""Which published programme a person gets: the one asked for, else the one that the condition calls for."""

from __future__ import annotations

import datetime as dt

from eccentric.plan import pain
from eccentric.plan.profile import Profile
from eccentric.plan.protocol import Protocol, protocol_of
from eccentric.plan.surgery import ACL, REMEMBERED_WEEKS, REPAIR, weeks_since

RECOVERING = ("return", "less-pain")
STILL_HURTS = 1
"""A strain that hurts this much of 10 goes through the criteria first, whatever the goal (REH-01; the number is an engineering default)."""


def choose_protocol(profile: Profile, today: dt.date) -> Protocol | None:
    """The protocol for a profile, or None for the general planner; raises BadInput for an unknown id."""
    if profile.protocol is not None:
        return protocol_of(profile.protocol)
    young = {each.kind for each in profile.surgeries if 0 <= weeks_since(each.on, today) < REMEMBERED_WEEKS}
    if REPAIR in young:
        return protocol_of("proximal-hamstring-repair")
    if ACL in young:
        return protocol_of("acl-hamstring-graft")
    if any(pain.is_strain(each, today) and each.nprs >= STILL_HURTS for each in profile.complaints):
        return protocol_of("aspetar-criteria")
    if profile.goal not in RECOVERING:
        return None
    named = {condition.name for condition in profile.conditions}
    if "proximal-hamstring-tendinopathy" in named:
        return protocol_of("proximal-tendinopathy")
    if pain.has_strain(profile, today):
        return protocol_of("aspetar-criteria")
    return protocol_of("knee-osteoarthritis") if "knee-osteoarthritis" in named else None
