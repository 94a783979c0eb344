"""What a check leaves for the set that it shows: tempo, range, faults and the muscles' shares of the work."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from eccentric.anatomy.watched import WatchedMuscles
    from eccentric.motion.watched import WatchedSet


def summary_of(watched: WatchedSet, muscles: WatchedMuscles | None) -> dict[str, Any] | None:
    """A ``journal.records.WatchedSummary`` as JSON; None when no repetition could be judged, since that says nothing about a set."""
    from eccentric.journal.from_watch import watched_fields
    from eccentric.motion.report.words import any_judged

    if not any_judged(watched):
        return None
    work = {muscle: max(0.0, joules) for muscle, joules in muscles.work_j.items()} if muscles is not None else {}
    total = sum(work.values())
    shares = {muscle: joules / total for muscle, joules in work.items()} if total else {}
    found: dict[str, Any] = json.loads(watched_fields(watched, shares).model_dump_json())
    return found
