"""Criteria that the record says are met, added to those of the profile."""

from __future__ import annotations

from eccentric.plan.history import History
from eccentric.plan.profile import Profile, Reached


def with_milestones(profile: Profile, history: History) -> Profile:
    """The profile with the record's milestones among what is reached; each once."""
    known = {each.id for each in profile.reached}
    new = [Reached(id=each.id, on=each.on) for each in history.milestones if each.id not in known]
    return profile.model_copy(update={"reached": [*profile.reached, *new]}) if new else profile
