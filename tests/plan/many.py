"""A library as large as one likes, made of the packaged exercises and their variations; for speed and for odd cases."""

from __future__ import annotations

from eccentric.library.exercise import Exercise
from eccentric.library.read import read_library


def many(count: int) -> dict[str, Exercise]:
    """At least the packaged exercises; copies under new ids, with other doses, until there are ``count``."""
    found = dict(read_library().exercises)
    originals = [each for each in found.values() if each.classification.category == "strength"]
    number = 0
    while len(found) < count:
        original = originals[number % len(originals)]
        twin = _twin(original, number)
        found[twin.id] = twin
        number += 1
    return found


def _twin(original: Exercise, number: int) -> Exercise:
    shift = number % 3
    doses = {}
    for goal, dose in original.prescription.items():
        reps = (dose.reps[0] + shift, dose.reps[1] + shift)
        doses[goal] = dose.model_copy(update={"reps": reps, "rest_s": (dose.rest_s[0], dose.rest_s[1] + 15 * shift)})
    return original.model_copy(update={"id": f"{original.id}-{number}", "prescription": doses})
