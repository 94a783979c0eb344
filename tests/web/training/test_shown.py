"""What Today and the programme page say of an exercise: the leg that starts, the leg alone, and the lighter set."""

from __future__ import annotations

from uuid import UUID

import pytest

from eccentric.plan.programme import Item, Reason, WarmUpSet, Week
from eccentric.web.library.pacing import OF_EXERCISE, as_worked, words_of
from eccentric.web.library.queries import shelf
from eccentric.web.training.templatetags.training import planned_first, reserve_words, spells
from eccentric.web.training.today.sheet import Block
from eccentric.web.training.today.shown import dose, leg_words


def block(sides: str, **item: str) -> Block:
    return Block(UUID(int=1), 0, "single-leg-bridge", "Single-leg bridge", dict(item), {"sides": sides})


@pytest.mark.parametrize(
    ("sides", "item", "order", "words"),
    [
        ("single", {}, ("left", "right"), ""),
        ("single", {"begins_with": "right"}, ("right", "left"), "right leg first"),
        ("single", {"side": "left"}, ("left",), "left leg only"),
        ("both", {}, (None,), ""),
    ],
)
def test_the_leg_that_starts_comes_first(sides: str, item: dict[str, str], order: tuple[str | None, ...], words: str) -> None:
    assert block(sides, **item).sides == order and leg_words(item) == words


def test_the_programme_page_tells_the_lighter_set_in_the_persons_unit() -> None:
    item = Item(
        exercise="a", name="A", sets=2, reps=(8, 10), rir=2, tempo=None, rest_s=60, external_load_kg=40, begins_with="left",
        warm_up=(WarmUpSet(reps=6, external_load_kg=20),),
    )  # fmt: skip
    assert planned_first(item, "kg") == "first 6 with 20 kg, left leg first"
    assert planned_first(item, "lb") == "first 6 with 44.1 lb, left leg first"


@pytest.mark.parametrize(("rir", "said"), [(2.0, "2"), (2.5, "2-3"), (0, "0")])
def test_a_reserve_is_told_in_whole_repetitions(rir: float, said: str) -> None:
    assert reserve_words(rir) == said


@pytest.mark.parametrize(
    ("exercise", "words"),
    [
        ("nordic-curl", ("Lower", "Lift")),
        ("slider-leg-curl", ("Slide out", "Pull in")),
        ("askling-extender", ("Lengthen", "Come back")),
        ("leg-press", ("Lower", "Press")),
        (None, ("Lower", "Lift")),
    ],
)
def test_the_pacers_words_suit_the_exercise(exercise: str | None, words: tuple[str, str]) -> None:
    assert words_of(exercise) == words
    assert set(OF_EXERCISE) <= set(shelf().exercises)


def test_where_the_knee_straightens_against_a_load_the_weight_goes_up_while_the_hamstrings_lengthen() -> None:
    assert as_worked("1-1-3-0", "shortened", "leg-extension") == ("3-0-1-1", "lengthened")
    assert as_worked("1-1-3-0", "lengthened", "reverse-nordic-curl") == ("3-0-1-1", "shortened")
    assert as_worked("4-0-1-1", "shortened", "nordic-curl") == ("4-0-1-1", "shortened")


@pytest.mark.parametrize(
    ("reps", "hold_s", "words"),
    [((8, 10), None, "2 × 8–10"), ((1, 1), (30.0, 45.0), "2 × 30–45 s"), ((1, 2), (30.0, 30.0), "2 × 1–2 holds of 30 s")],
)
def test_one_hold_in_a_set_is_told_by_its_seconds(reps: tuple[int, int], hold_s: tuple[float, float] | None, words: str) -> None:
    assert dose({"sets": 2, "reps": reps, "hold_s": hold_s}, "kg") == words


def test_weeks_that_say_the_same_share_a_line() -> None:
    same, other = (Reason(rule="REH-01", text="Walk."),), (Reason(rule="REH-01", text="Run."),)
    weeks = [
        Week.model_construct(index=index, kind="stage", sessions=(), changes=changes)
        for index, changes in enumerate([(), same, same, same, other], start=1)
    ]
    assert spells(weeks) == [("Weeks 2 to 4", same), ("Week 5", other)]
