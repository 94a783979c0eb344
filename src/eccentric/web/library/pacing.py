"""What to do in each phase of a repetition, in words that are right for the exercise, and which way its tempo runs."""

from __future__ import annotations

from eccentric.terms.dose import Tempo
from eccentric.web.library.queries import exercise as page_of

LOWER_AND_LIFT = ("Lower", "Lift")
OUT_AND_IN = ("Let out", "Pull in")
OF_PATTERN = {"lengthening": ("Lengthen", "Come back"), "squat": ("Lower", "Stand up")}
OF_EXERCISE = {
    "bridge-march": ("Foot up", "Foot down"),
    "cable-pull-through": ("Bow", "Stand up"),
    "eccentric-slider-curl": ("Slide out", "Come back"),
    "hamstring-walkout": ("Walk out", "Walk back"),
    "hip-hinge-drill": ("Bow", "Stand up"),
    "kettlebell-swing": ("Back", "Snap"),
    "leg-press": ("Lower", "Press"),
    "seated-band-leg-curl": OUT_AND_IN,
    "single-leg-swiss-ball-curl": ("Roll out", "Roll in"),
    "slider-leg-curl": ("Slide out", "Pull in"),
    "suspension-leg-curl": OUT_AND_IN,
    "swiss-ball-leg-curl": ("Roll out", "Roll in"),
}
"""Where nothing is lowered or lifted: the first word while the muscle that works lengthens, the second while it shortens."""


def words_of(exercise: str | None) -> tuple[str, str]:
    """What you do while the working muscle lengthens, and while it shortens."""
    page = page_of(exercise_id=exercise or "")
    if page is None:
        return LOWER_AND_LIFT
    return OF_EXERCISE.get(page.id) or OF_PATTERN.get(page.classification.pattern, LOWER_AND_LIFT)


def mirrored(exercise: str | None) -> bool:
    """Whether the hamstrings, by which a tempo is written, lengthen on the way up: where the knee straightens against a load."""
    page = page_of(exercise_id=exercise or "")
    return page is not None and page.classification.pattern == "knee-extension"


def as_worked(tempo: str, begins: str, exercise: str | None) -> tuple[str, str]:
    """A tempo and the end at which it begins, as the working muscle goes through them: the lowering is the first number."""
    if not mirrored(exercise):
        return tempo, begins
    by = Tempo.parse(tempo)
    turned = Tempo(by.concentric_s, by.pause_shortened_s, by.eccentric_s, by.pause_lengthened_s)
    return str(turned), "shortened" if begins == "lengthened" else "lengthened"
