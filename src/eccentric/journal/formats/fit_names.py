"""Exercises in Garmin's enumerations: a category, a name in it, and a title for what has no name there."""

from __future__ import annotations

from eccentric.journal.records import Entry

# Seconds from 1970 to FIT's own beginning, 1989-12-31 in UTC; only local time stamps are counted from it in fit-tool.
FIT_EPOCH_S = 631_065_600
UNKNOWN_CATEGORY = 65534
CUSTOM_NAME = 65535
LEG_CURL, DEADLIFT, HIP_RAISE, HYPEREXTENSION, SQUAT, LUNGE, CALF_RAISE, PLANK = 15, 8, 10, 13, 28, 17, 1, 19
# Only exact equals have a number; 0 is a real exercise in every category, so "no number" is 65535 with a title.
_EXACT = {"romanian-deadlift": (DEADLIFT, 23)}
_BY_WORD = (
    ("deadlift", DEADLIFT),
    ("good-morning", LEG_CURL),
    ("curl", LEG_CURL),
    ("nordic", LEG_CURL),
    ("glute-ham", LEG_CURL),
    ("back-extension", HYPEREXTENSION),
    ("bridge", HIP_RAISE),
    ("hip-thrust", HIP_RAISE),
    ("squat", SQUAT),
    ("lunge", LUNGE),
    ("calf-raise", CALF_RAISE),
)


def fit_exercise(exercise: str | None) -> tuple[int, int]:
    """Garmin's category and name of one of our exercises; (65534, 65535) for one that we do not know."""
    if exercise is None:
        return UNKNOWN_CATEGORY, CUSTOM_NAME
    if exercise in _EXACT:
        return _EXACT[exercise]
    category = next((number for word, number in _BY_WORD if word in exercise), UNKNOWN_CATEGORY)
    return category, CUSTOM_NAME


def title_of(entry: Entry) -> str:
    """The title of an entry, short enough for a watch."""
    return entry.name[:63] or "exercise"
