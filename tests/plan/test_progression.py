"""One exercise from session to session: each rule speaks when it should, in its order."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eccentric.library.read import read_exercise
from eccentric.plan.case import Case, Move, Step
from eccentric.plan.history import DoneSession, DoneSet, History, Pain
from eccentric.plan.loading import Rack
from eccentric.plan.pain import GENERAL, Light
from eccentric.plan.pain_cut import Cut, held_before, last_cut
from eccentric.plan.programme import Item, Reason
from eccentric.plan.progression import advance
from eccentric.terms.faults import FaultId

QUIET, PLATES = Pain(), Rack(2.5)
PAGE = read_exercise("seated-leg-curl")
ITEM = Item(
    exercise="seated-leg-curl", name="Seated leg curl", sets=3, reps=(8, 10), rir=2, tempo="3-0-1-0", rest_s=90,
    external_load_kg=40, why=(Reason(rule="LOAD-02", text="known"),),
)  # fmt: skip


def did(reps: list[int], kg: float = 60, rir: float | None = 2, pain: Pain = QUIET, day: int = 1, **more: Any) -> DoneSession:
    sets = tuple(DoneSet("seated-leg-curl", each, kg, rir, **more) for each in reps)
    return DoneSession(dt.date(2026, 1, day), sets, pain=pain)


def step(*sessions: DoneSession, rack: Rack = PLATES, cut: Cut | None = None, item: Item = ITEM) -> Step:
    return advance(Case(item, PAGE, rack, GENERAL, sessions, cut))


def kg(found: Step) -> float | None:
    return found.item.external_load_kg


TOP, MID = [10, 10, 10], [9, 8, 8]


def test_the_first_time_keeps_the_plan() -> None:
    found = step()
    assert (found.move, kg(found), found.reason.rule) == (Move.START, 40, "LOAD-02")


def test_twice_at_the_top_raises_the_load() -> None:
    found = step(did(TOP, day=8), did(TOP))
    assert found.move is Move.UP and 60 < (kg(found) or 0) <= 66 and found.item.reps == (8, 10)


def test_once_at_the_top_rises_only_if_the_session_before_was_near_it() -> None:
    near, far = step(did(TOP), did(MID)), step(did(TOP), did([7, 7, 7], rir=1))
    assert (near.move, kg(near), near.reason.rule) == (Move.UP, 62.5, "LOAD-02")
    assert (far.move, kg(far)) == (Move.HOLD, 60)


def test_a_coarse_stack_rises_after_one_session_that_carries_the_next_step() -> None:
    """12 repetitions with 4 in reserve count as 15: 35 / 0.599 x 0.739 = 43 kg for 8 with 2 left, above the 40 kg of the next step."""
    found = step(did([12, 12, 12], kg=35, rir=4), did(MID, kg=35), rack=Rack(5.0))
    assert (found.move, kg(found)) == (Move.UP, 40)


def test_a_coarse_stack_extends_repetitions_first() -> None:
    found = step(did(TOP, kg=30, day=8), did(TOP, kg=30), rack=Rack(5.0))
    assert (found.move, kg(found), found.item.reps, found.reason.rule) == (Move.HOLD, 30, (8, 12), "LOAD-04")
    extended = [did([14, 14, 14], kg=30, day=8), did([14, 14, 14], kg=30)]
    up = step(*extended, rack=Rack(5.0))
    assert (up.move, kg(up)) == (Move.UP, 35)


@pytest.mark.parametrize("fault", [FaultId.HIPS_LIFT, FaultId.RUSHED_LOWERING, FaultId.PARTIAL_RANGE])
def test_a_fault_holds_the_load(fault: FaultId) -> None:
    found = step(did(TOP, faults=(fault,)), did(TOP))
    assert (found.move, kg(found)) == (Move.HOLD, 60)
    assert fault.value.replace("-", " ") in found.reason.text and found.reason.rule.split("-")[0] in ("FORM", "HYP")


@pytest.mark.parametrize(("key", "rule"), [("tempo_kept", "HYP-06"), ("range_kept", "HYP-09")])
def test_tempo_and_range_count(key: str, rule: str) -> None:
    seen: dict[bool, Any] = {kept: {key: kept} for kept in (True, False)}
    assert step(did(TOP, **seen[False]), did(TOP)).reason.rule == rule
    assert step(did(TOP, **seen[True]), did(TOP)).move is Move.UP


def test_amber_holds_load_and_sets() -> None:
    found = step(did([10, 10], pain=Pain(during=4, next_morning=1)), did(TOP))
    assert (found.move, kg(found), found.item.sets, found.reason.rule) == (Move.HOLD, 60, 2, "PAIN-01")


@pytest.mark.parametrize("pain", [Pain(during=6), Pain(during=3, next_morning=4), Pain(after=8)])
def test_red_cuts_a_quarter(pain: Pain) -> None:
    found = step(did(TOP, pain=pain), did(TOP))
    assert (found.move, kg(found)) == (Move.DOWN, 45)


def test_red_twice_or_without_load_goes_to_an_easier_exercise() -> None:
    assert step(did(TOP, pain=Pain(during=6)), did(TOP, pain=Pain(during=7))).move is Move.EASIER
    assert step(did(TOP, kg=0, pain=Pain(during=6))).move is Move.EASIER


def test_twice_short_goes_down() -> None:
    found = step(did([8, 6, 6], rir=0, day=8), did([7, 6, 6], rir=0))
    assert found.move is Move.DOWN and found.reason.rule == "LOAD-05" and 54 <= (kg(found) or 0) < 60
    assert step(did([8, 6, 6], rir=0, day=8), did(MID)).move is Move.HOLD


def test_strength_down_five_percent_twice_goes_down() -> None:
    found = step(did([8, 8, 8], rir=0, day=9), did([8, 8, 8], rir=0, day=5), did([10, 10, 10], rir=2))
    assert (found.move, found.reason.rule) == (Move.DOWN, "LOAD-05")


def test_spare_repetitions_raise_the_load() -> None:
    found = step(did([10, 10, 10], rir=5))
    assert found.move is Move.UP and 60 < (kg(found) or 0) <= 66


def test_more_sets_and_more_load_not_together() -> None:
    found = step(did([10, 10], day=8), did([10, 10]))
    assert (found.move, kg(found), found.reason.rule) == (Move.HOLD, 60, "LOAD-07")


def test_after_pain_back_to_what_was_clean_and_no_further() -> None:
    quiet = [did(TOP, kg=45, day=8), did(TOP, kg=45, day=5)]
    found = step(*quiet, cut=Cut(2, 55))
    assert (found.move, kg(found), found.reason.rule) == (Move.UP, 47.5, "PAIN-01")
    assert step(*quiet, cut=Cut(2, 45)).move is Move.HOLD
    assert step(*quiet, cut=Cut(7, 45)).move is Move.UP, "later it may rise again"


def test_the_mark_is_the_heaviest_that_did_not_hurt() -> None:
    sessions = (did(TOP, kg=50, day=1), did(TOP, kg=55, day=4), did(TOP, kg=60, pain=Pain(during=7), day=8), did(TOP, kg=45, day=12))
    assert last_cut(History(sessions), "seated-leg-curl", GENERAL) == Cut(1, 55)
    assert last_cut(History(sessions[:2]), "seated-leg-curl", GENERAL) is None


def test_amber_after_going_closer_to_failure_than_planned_takes_a_little_off() -> None:
    found = step(did([8, 8], rir=0, pain=Pain(during=4, next_morning=1)), did(TOP))
    assert found.move is Move.DOWN and 54 <= (kg(found) or 0) < 60 and found.item.rir == 3


def test_pain_elsewhere_in_the_last_session_holds_this_load_too() -> None:
    case = Case(ITEM, PAGE, PLATES, GENERAL, [did(TOP, day=8), did(TOP)], lately=Light.AMBER)
    found = advance(case)
    assert (found.move, kg(found), found.item.rir, found.reason.rule) == (Move.HOLD, 60, 3, "PAIN-01")
    assert advance(replace(case, lately=Light.GREEN)).move is Move.UP


def test_a_load_too_light_to_estimate_still_rises() -> None:
    """Above 15 repetitions to failure LOAD-01 gives no estimate, but the maximum is at least that of 15."""
    found = step(did(TOP, rir=8, day=8), did(TOP, rir=8))
    assert found.move is Move.UP and 60 < (kg(found) or 0) <= 66


def test_a_pain_cut_is_not_taken_for_lost_strength() -> None:
    sessions = [did([8, 8, 8], kg=45, rir=5, day=9), did([8, 8, 8], kg=45, rir=5, day=5), did(TOP)]
    assert step(*sessions, cut=Cut(2, None)).reason.rule != "LOAD-05"


def test_after_a_lighter_spell_back_to_what_was_held() -> None:
    case = Case(ITEM, PAGE, PLATES, GENERAL, [did(MID, kg=40, rir=5)], held_kg=42.5)
    found = advance(case)
    assert (found.move, kg(found), found.reason.rule) == (Move.UP, 42.5, "LOAD-02")
    assert "held" in found.reason.text
    assert advance(replace(case, sessions=[did(MID, kg=40, rir=1)])).move is Move.HOLD


def test_what_was_held_leaves_out_what_hurt_and_what_went_to_failure() -> None:
    sessions = (did(TOP, kg=50, day=1), did(TOP, kg=55, rir=0, day=4), did(TOP, kg=60, pain=Pain(during=7), day=8), did(TOP, kg=45, day=12))
    assert held_before(History(sessions), "seated-leg-curl", GENERAL) == 50
    assert held_before(History(), "seated-leg-curl", GENERAL) is None


SESSIONS = st.lists(
    st.builds(
        did,
        st.lists(st.integers(0, 20), min_size=1, max_size=4),
        st.sampled_from([20.0, 40.0, 60.0]),
        st.one_of(st.none(), st.integers(0, 6)),
        st.builds(Pain, during=st.one_of(st.none(), st.integers(0, 10))),
    ),
    min_size=1,
    max_size=3,
)


@given(SESSIONS, st.sampled_from([0.5, 1.25, 2.5, 5.0, 10.0]))
def test_no_jump_over_ten_percent_or_one_step_whatever_happened(sessions: list[DoneSession], size: float) -> None:
    rack = Rack(size)
    found = step(*sessions, rack=rack)
    before = max(done.external_load_kg or 0 for done in sessions[0].sets)
    assert (kg(found) or 0) <= max(before * 1.1, rack.next_above(before) or 0) + 1e-6
    assert found.reason.text and found.item.sets >= 1


@given(SESSIONS)
def test_a_fault_never_raises_a_load(sessions: list[DoneSession]) -> None:
    last = did([done.reps for done in sessions[0].sets], faults=(FaultId.MOMENTUM,))
    assert (kg(step(last, *sessions[1:])) or 0) <= 60
