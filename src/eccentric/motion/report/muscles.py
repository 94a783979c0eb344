"""The muscles section of the report: the person's own angles given to the muscle model."""

from __future__ import annotations

from eccentric.anatomy.body import Body
from eccentric.anatomy.section import section_html
from eccentric.anatomy.watched import WatchedMuscles, muscles_of_set, phases_of_frames
from eccentric.library.exercise import Exercise
from eccentric.motion.report.phases import moving_spans
from eccentric.motion.report.readings import near_side
from eccentric.motion.report.words import any_judged
from eccentric.motion.watched import WatchedSet


def muscles_section(
    watched: WatchedSet, exercise: Exercise, *, external_load_kg: float | None = None, body: Body | None = None
) -> str | None:
    """Return the section's HTML, or None when nothing was judged or an angle that the model needs is missing."""
    found = muscles_seen(watched, exercise, external_load_kg=external_load_kg, body=body)
    return section_html(found) if found is not None else None


def muscles_seen(
    watched: WatchedSet, exercise: Exercise, *, external_load_kg: float | None = None, body: Body | None = None
) -> WatchedMuscles | None:
    """What the muscles did in a watched set, or None when nothing was judged or an angle that the model needs is missing.

    The leg is the one nearer the camera; repetitions of the other leg alone do not count. Without a load or a body the model takes
    a usual one and the section says so.
    """
    side, angles = near_side(watched), watched.signals.angles
    hip, knee = (angles.get(f"{joint}_flexion_{side}_deg") for joint in ("hip", "knee"))
    if not any_judged(watched) or hip is None or knee is None:
        return None
    reps = [rep for rep in watched.reps if rep.complete and rep.side in (side, "both")]
    spans = [(span.phase, span.from_s, span.to_s) for rep in reps for span in moving_spans(rep)]
    phases = phases_of_frames(watched.signals.time_s, spans)
    return muscles_of_set(exercise, watched.signals.time_s, hip, knee, phases, external_load_kg=external_load_kg, body=body)
