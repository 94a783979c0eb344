"""Whatever was recorded: the next session is an answer, with reasons, without a jump, and past no gate."""

from __future__ import annotations

import datetime as dt

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.plan.people import GYM, TODAY, person

from eccentric.library.read import read_library
from eccentric.plan import facts
from eccentric.plan.gate import gates
from eccentric.plan.history import DoneSession, DoneSet, History, Pain
from eccentric.plan.loading import rack_for
from eccentric.plan.make import plan
from eccentric.plan.next_session import next_session
from eccentric.terms.faults import FaultId

EXERCISES = read_library().exercises
GRAFT = {
    "surgeries": [{"kind": "acl-hamstring-graft", "on": "2026-06-01"}],
    "clearances": [{"covers": "acl-hamstring-graft", "by": "Dr Okoro", "on": "2026-08-01"}],
}
PEOPLE = [
    person(),
    person(experience="novice", equipment=[]),
    person(experience="advanced", equipment=[*GYM, "nordic-anchor"], goal="fewer-strains"),
    person(goal="return", complaints=[{"site": "hamstring", "nprs": 2, "since": "2026-11-10"}]),
    person(goal="return", **GRAFT),
    person(goal="less-pain", conditions=[{"name": "proximal-hamstring-tendinopathy"}]),
]
PLANS = [plan(each, EXERCISES, start=TODAY, weeks=6) for each in PEOPLE]
USED = sorted({item.exercise for each in PLANS for week in each.weeks for session in week.sessions for item in session.items})
NUMBER = st.one_of(st.none(), st.integers(0, 10))
PAIN = st.builds(Pain, during=NUMBER, after=NUMBER, next_morning=NUMBER, kind=st.sampled_from([None, None, None, "diffuse"]))
SETS = st.builds(
    DoneSet,
    st.sampled_from([*USED, "unheard-of"]),
    st.integers(0, 40),
    st.one_of(st.none(), st.floats(0, 200)),
    st.one_of(st.none(), st.integers(0, 8)),
    pain=PAIN,
    faults=st.lists(st.sampled_from(FaultId), max_size=1).map(tuple),
    tempo_kept=st.sampled_from([None, True, False]),
    range_kept=st.sampled_from([None, True, False]),
)
SESSIONS = st.lists(
    st.builds(
        DoneSession,
        st.integers(-60, 60).map(lambda day: TODAY + dt.timedelta(days=day)),
        st.lists(SETS, max_size=6).map(tuple),
        pain=PAIN,
        session_rpe=NUMBER,
    ),
    max_size=8,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
@given(st.integers(0, len(PEOPLE) - 1), SESSIONS, st.integers(0, 100))
def test_any_history_has_a_next_session(who: int, sessions: list[DoneSession], later: int) -> None:
    profile, programme, today = PEOPLE[who], PLANS[who], TODAY + dt.timedelta(days=60 + later)
    history = History(tuple(sessions))
    answer = next_session(profile, programme, history, EXERCISES, today=today)
    assert answer.session is not None and answer.session.items
    forbidden = gates(profile, today).limits.forbids
    for item in answer.session.items:
        page = EXERCISES[item.exercise]
        assert not facts.traits(page) & forbidden
        assert item.sets >= 1 and 1 <= item.reps[0] <= item.reps[1]
        last = next((session for session in history.with_exercise(item.exercise)), None)
        heaviest = max((done.external_load_kg or 0 for session in sessions for done in session.of(item.exercise)), default=0)
        if last is not None and heaviest and item.external_load_kg:
            above = rack_for(page, profile.steps).next_above(heaviest) or 0
            assert item.external_load_kg <= max(heaviest * 1.1, above) + 1e-6
    assert all(change.text and change.rule for change in answer.changes)
