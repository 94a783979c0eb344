"""Waves and deloads; what the planner reads off pages; a small simulation."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eccentric.library.read import read_library
from eccentric.plan import facts
from eccentric.plan.dose import lower_s
from eccentric.plan.facts import Function, Length
from eccentric.plan.lifter import to_failure
from eccentric.plan.profile import Experience
from eccentric.plan.simulate import WHO, Arm, simulate
from eccentric.plan.simulate_report import report
from eccentric.plan.verdict import Trait
from eccentric.plan.weeks import trimmed, week_plans

EXERCISES = read_library().exercises


@pytest.mark.parametrize(("experience", "deloads"), [("novice", [8, 16]), ("intermediate", [6, 12]), ("advanced", [5, 10, 15])])
def test_deloads_come_every_four_to_eight_weeks(experience: Experience, deloads: list[int]) -> None:
    plans = week_plans(16, experience, gentle_start=False)
    assert [each.index for each in plans if each.kind == "deload"] == deloads


def test_reserve_falls_through_a_wave_and_starts_away_from_failure() -> None:
    plans = week_plans(6, "intermediate", gentle_start=False)
    reserves = [each.reserve for each in plans if each.kind == "build"]
    assert reserves == sorted(reserves, reverse=True) and reserves[0] == 3 and reserves[-1] == 1
    assert min(each.reserve for each in week_plans(4, "advanced", gentle_start=False)[:2]) >= 2


SETS = st.lists(st.tuples(st.integers(1, 5), st.sampled_from([0, 1, 2])), min_size=1, max_size=8)


@given(SETS, st.floats(0.3, 1.0), st.integers(0, 40))
def test_trimming_never_adds_and_stops_at_the_floor(pairs: list[tuple[int, int]], keeps: float, floor: int) -> None:
    sets, half = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    left = trimmed(sets, half, keeps, floor_half=floor)
    total = sum(a * b for a, b in zip(left, half, strict=True))
    full = sum(a * b for a, b in zip(sets, half, strict=True))
    assert all(1 <= now <= was for now, was in zip(left, sets, strict=True))
    assert total >= min(floor, full)


@given(SETS)
def test_a_deload_keeps_at_least_half_and_every_function(pairs: list[tuple[int, int]]) -> None:
    sets, half = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    groups = ["a" if place % 2 else "b" for place in range(len(sets))]
    left = trimmed(sets, half, 0.6, groups=groups)
    assert 2 * sum(a * b for a, b in zip(left, half, strict=True)) >= sum(a * b for a, b in zip(sets, half, strict=True))
    assert {group for group, count in zip(groups, left, strict=True) if count} == set(groups)


FACTS = [
    ("seated-leg-curl", Function.KNEE, 2, Length.LONG),
    ("lying-leg-curl", Function.KNEE, 2, Length.SHORT),
    ("romanian-deadlift", Function.HIP, 2, Length.LONG),
    ("nordic-curl", Function.KNEE, 2, Length.SHORT),
    ("back-extension-45", Function.HIP, 2, Length.LONG),
]


@pytest.mark.parametrize(("name", "function", "half", "length"), FACTS)
def test_facts_of_known_exercises(name: str, function: Function, half: int, length: Length) -> None:
    page = EXERCISES[name]
    assert (facts.function(page), facts.half_sets(page), facts.length(page)) == (function, half, length)


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("prone-isometric-leg-curl", Function.KNEE),
        ("isometric-heel-dig", Function.KNEE),
        ("isometric-bridge-hold", Function.HIP),
        ("single-leg-bridge-hold", Function.HIP),
    ],
)
def test_a_hold_is_told_by_the_joint_that_it_works(name: str, what: Function) -> None:
    assert facts.function(EXERCISES[name]) is what


@pytest.mark.parametrize(("name", "down"), [("leg-extension", 3), ("reverse-nordic-curl", 3), ("chair-squat", 3), ("seated-leg-curl", 3)])
def test_the_way_down_is_slow_whichever_muscle_lowers(name: str, down: float) -> None:
    page = EXERCISES[name]
    assert lower_s(page, page.prescription["hypertrophy"].tempo) == down
    assert lower_s(page, None) is None


def test_only_a_nordic_with_help_is_aided() -> None:
    aided = {name for name, page in EXERCISES.items() if facts.traits(page) & {Trait.NORDIC, Trait.UNAIDED} == {Trait.NORDIC}}
    assert "band-assisted-nordic-curl" in aided and all(name.startswith("band-assisted-") for name in aided)


def test_traits_that_gates_forbid() -> None:
    assert Trait.CURL in facts.traits(EXERCISES["lying-leg-curl"])
    assert {Trait.NORDIC, Trait.ECCENTRIC} <= facts.traits(EXERCISES["nordic-curl"])
    assert Trait.HINGE in facts.traits(EXERCISES["romanian-deadlift"])
    assert {Trait.LONG, Trait.HIP_FLEXED} <= facts.traits(EXERCISES["seated-leg-curl"])


@pytest.mark.parametrize(
    ("name", "same"), [("dumbbells", "dumbbell"), ("band", "resistance-band"), ("bands", "resistance-band"), ("barbell", "barbell")]
)
def test_one_name_for_one_thing(name: str, same: str) -> None:
    assert facts.singular(name) == same


@given(st.floats(0.3, 1.2), st.floats(0.3, 1.2))
def test_a_heavier_share_means_fewer_repetitions(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert to_failure(high) <= to_failure(low)


def test_the_same_seed_gives_the_same_people() -> None:
    one = simulate(EXERCISES, people=6, weeks=4, seed=7)
    other = simulate(EXERCISES, people=6, weeks=4, seed=7)
    assert report(one) == report(other) != report(simulate(EXERCISES, people=6, weeks=4, seed=8))


@pytest.mark.slow
def test_simulated_novices_gain_what_studies_saw() -> None:
    found = simulate(EXERCISES, people=120, weeks=12, seed=3, arms=(Arm.PRINTED,))[Arm.PRINTED]
    novices = np.mean([each.gain_percent for number, each in enumerate(found) if WHO[number % len(WHO)][0] == "novice"])
    assert 8 <= novices <= 19, "11 to 19 % in 12 weeks with about twice the sets (Maeo 2024, Behan 2022)"


@pytest.mark.slow
def test_adaptation_never_jumps_and_extends_first() -> None:
    found = simulate(EXERCISES, people=60, weeks=26, seed=5, arms=(Arm.ADAPTED, Arm.PRINTED))
    assert sum(each.jumps for each in found[Arm.ADAPTED]) == 0
    assert sum(each.unextended for each in found[Arm.ADAPTED]) == 0
    summed = report(found)
    assert summed.gain_ratio is not None and summed.gain_ratio > 1.0
    assert summed.flare_ratio is not None and summed.flare_ratio < 1.0
