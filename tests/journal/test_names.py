"""Names of other apps: right ones are found, opposite ones never are, unknown ones stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eccentric.journal.names import ACCEPT, Names, library_names, opposed, plain
from eccentric.library.read import PACKAGED, read_exercise

OURS = {
    "lying-leg-curl": ("Lying leg curl", "prone leg curl", "hamstring curl"),
    "seated-leg-curl": ("Seated leg curl", "seated hamstring curl"),
    "standing-band-leg-curl": ("Standing band leg curl",),
    "romanian-deadlift": ("Romanian deadlift", "RDL"),
    "glute-ham-raise": ("Glute-ham raise", "GHR"),
}


@pytest.mark.parametrize(
    ("name", "exercise"),
    [
        ("Lying Leg Curl (Machine)", "lying-leg-curl"),
        ("Seated Leg Curl (Machine)", "seated-leg-curl"),
        ("Leg Curl, seated", "seated-leg-curl"),
        ("Romanian Deadlift (Barbell)", "romanian-deadlift"),
        ("romanian deadlift (dumbbell)", "romanian-deadlift"),
        ("Glute Ham Raise", "glute-ham-raise"),
        ("Standing Leg Curl (Band)", "standing-band-leg-curl"),
    ],
)
def test_names_that_are_ours(name: str, exercise: str) -> None:
    match = Names(OURS).match(name)
    assert match.exercise == exercise
    assert match.confidence >= ACCEPT


@pytest.mark.parametrize(
    "name",
    ["Bicep Curl (Cable)", "Hammer Curl (Dumbbell)", "Standing Leg Curl (Machine)", "Leg Extension (Machine)", "Squat (Barbell)", "", "!!"],
)
def test_names_that_are_not(name: str) -> None:
    assert Names(OURS).match(name).exercise is None


def test_a_near_name_is_suggested_not_used() -> None:
    match = Names(OURS).match("Seated Leg Curls 2")
    assert match.confidence < 1
    names = Names(OURS)
    names.match("Leg curl")
    found = names.unmatched()[0]
    assert (found.name, found.suggestion) == ("Leg curl", "lying-leg-curl")
    assert 0.7 <= found.confidence < ACCEPT


def test_an_exercise_with_another_equipment_is_less_sure() -> None:
    names = Names(OURS)
    assert names.match("Romanian Deadlift (Dumbbell)").confidence < names.match("Romanian Deadlift").confidence == 1.0


def test_the_opposite_is_not_even_suggested() -> None:
    only = {"standing-leg-curl": ("Standing leg curl",)}
    assert Names(only).match("Standing leg curls").suggestion == "standing-leg-curl"
    assert Names(only).match("Seated leg curl").suggestion is None


def test_opposites() -> None:
    assert opposed("seated leg curl", "lying leg curl")
    assert not opposed("leg curl", "lying leg curl")
    assert plain("Élévation (à la machine)") == "elevation a la machine"


def test_without_a_library_every_name_is_kept() -> None:
    assert Names({}).match("Lying Leg Curl").exercise is None


def test_library_names_agree_with_the_whole_exercise_files() -> None:
    names = library_names()
    assert set(names) == {path.stem for path in (PACKAGED / "exercises").glob("*.toml")}
    for identity in sorted(names)[:3]:
        exercise = read_exercise(identity)
        assert names[identity] == (exercise.name, *exercise.also_called, *exercise.searched_as)


def test_every_own_name_matches_itself() -> None:
    names = Names()
    for identity, known in library_names().items():
        assert names.match(known[0]).confidence == 1.0, identity


@given(st.text(max_size=60))
def test_any_name_has_an_answer(name: str) -> None:
    match = Names(OURS).match(name)
    assert 0 <= match.confidence <= 1
    assert (match.exercise is not None) == (match.confidence >= ACCEPT)


@pytest.mark.parametrize(
    "name",
    ["Triceps Extension (Cable)", "Lateral Raise (Dumbbell)", "Shoulder Press (Machine)", "Bent Over Row (Barbell)", "Hammer Curl (Cable)"],
)
def test_upper_body_names_are_not_even_suggested(name: str) -> None:
    match = Names().match(name)
    assert (match.exercise, match.suggestion) == (None, None)


@pytest.mark.parametrize(
    ("name", "near"), [("Squat (Bodyweight)", "squat"), ("Romanian Deadlift (Band)", None), ("Hip Thrust (Machine)", "hip-thrust")]
)
def test_another_tool_in_brackets_is_at_most_a_suggestion(name: str, near: str | None) -> None:
    match = Names().match(name)
    assert match.exercise is None
    assert near is None or match.suggestion == near


@pytest.mark.parametrize(
    ("name", "exercise"),
    [
        ("Leg Curl (Machine)", "lying-leg-curl"),
        ("Nordic Hamstrings Curls", "nordic-curl"),
        ("Straight Leg Deadlift", "stiff-legged-deadlift"),
        ("Single Leg Romanian Deadlift (Barbell)", "barbell-single-leg-romanian-deadlift"),
        ("Romanian Deadlift (Dumbbell)", "dumbbell-romanian-deadlift"),
        ("Back Extension (Hyperextension)", "back-extension-45"),
        ("Bulgarian Split Squat", "split-squat"),
        ("Leg Press Horizontal (Machine)", "leg-press"),
        ("Deadlift (Barbell)", None),
        ("Seated Calf Raise", None),
        ("Lying Leg Raise", None),
        ("Jefferson Curl", None),
    ],
)
def test_common_names_of_other_apps(name: str, exercise: str | None) -> None:
    assert Names().match(name).exercise == exercise
