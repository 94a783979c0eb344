"""Random profiles: anyone who could fill the form in, and some who shouldn't have."""

from __future__ import annotations

import datetime as dt
from typing import Any, get_args

from hypothesis import strategies as st
from tests.plan.many import many

from eccentric.plan import profile as p
from eccentric.plan.protocol import protocols
from eccentric.plan.questions import BY_ID

EXERCISES = many(1)
EQUIPMENT = [*sorted({name for page in EXERCISES.values() for name in page.classification.equipment}), "band", "dumbbells"]
DATES = st.dates(dt.date(2025, 6, 1), dt.date(2026, 11, 23)).map(lambda day: day.isoformat())
SIDES = st.sampled_from(["left", "right", "both"])


def _some(values: Any, most: int) -> st.SearchStrategy[list[Any]]:
    return st.lists(st.sampled_from(sorted(values)), max_size=most, unique=True)


def _maybe(strategy: st.SearchStrategy[Any], weight: int = 3) -> st.SearchStrategy[Any]:
    return st.one_of(*[st.none()] * weight, strategy)


DAYS = (
    st.lists(st.sampled_from(p.WEEKDAYS), min_size=1, max_size=7, unique=True)
    .flatmap(
        lambda names: st.tuples(
            *[st.builds(lambda name, minutes: {"weekday": name, "minutes": minutes}, st.just(n), st.integers(5, 120)) for n in names]
        )
    )
    .map(list)
)
LOADS = st.lists(
    st.fixed_dictionaries(
        {
            "exercise": st.sampled_from(sorted(EXERCISES)),
            "external_load_kg": st.floats(0, 300).map(lambda kg: round(kg, 1)),
            "reps": st.integers(1, 40),
            "rir": _maybe(st.integers(0, 6), 1),
        }
    ),
    max_size=5,
)
COMPLAINT = st.fixed_dictionaries(
    {
        "site": st.sampled_from(get_args(p.Site)),
        "nprs": st.sampled_from([0, 1, 2, 2, 3, 3, 4, 5, 7]),
        "side": SIDES,
        "since": _maybe(DATES, 1),
        "mechanism": _maybe(st.sampled_from(get_args(p.Mechanism)), 1),
        "recurrence": st.booleans(),
    }
)
SURGERY = st.fixed_dictionaries({"kind": st.sampled_from(get_args(p.SurgeryKind)), "on": DATES})
CLEARANCE = st.fixed_dictionaries(
    {
        "covers": st.sampled_from([*get_args(p.SurgeryKind), *get_args(p.ConditionName), "pacemaker-or-icd"]),
        "by": st.just("Dr Okoro"),
        "on": DATES,
        "maximal": st.booleans(),
    }
)
REACHED = st.lists(
    st.sampled_from(
        [f"{each.milestone}-stage-{number}-done" for each in protocols().values() for number in range(1, len(each.stages) + 1)]
    ),
    max_size=6,
    unique=True,
).map(lambda names: [{"id": name, "on": "2026-11-01"} for name in names])
STEPS = st.lists(
    st.one_of(
        st.fixed_dictionaries({"equipment": st.sampled_from(EQUIPMENT), "step_kg": st.sampled_from([0.5, 1.25, 2.5, 5, 7, 10, 20])}),
        st.fixed_dictionaries(
            {
                "equipment": st.sampled_from(EQUIPMENT),
                "weights_kg": st.lists(st.sampled_from([2, 5, 7.5, 10, 16, 24, 60]), min_size=1, max_size=5),
            }
        ),
    ),
    max_size=2,
)
SAFETY = st.one_of(
    *[st.just(dict.fromkeys(BY_ID, False))] * 12,
    st.dictionaries(st.sampled_from(sorted(BY_ID)), st.sampled_from([True, False, "unknown"])).map(
        lambda some: {**dict.fromkeys(BY_ID, False), **some}
    ),
)


def _clean(values: dict[str, Any]) -> dict[str, Any]:
    def without_none(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: without_none(each) for key, each in value.items() if each is not None}
        return [without_none(each) for each in value] if isinstance(value, list) else value

    return without_none(values)  # type: ignore[no-any-return]


PROFILES: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {
        "goal": st.sampled_from(get_args(p.GoalName)),
        "experience": st.sampled_from(get_args(p.Experience)),
        "born": _maybe(st.dates(dt.date(1940, 1, 1), dt.date(2012, 1, 1)).map(lambda day: day.isoformat()), 1),
        "equipment": st.one_of(_some(EQUIPMENT, 12), st.just(EQUIPMENT)),
        "refuses": _some(EXERCISES, 6),
        "likes": _some(EXERCISES, 3),
        "familiar": _some(EXERCISES, 5),
        "days": DAYS,
        "weekly_sets": _maybe(st.tuples(st.integers(1, 30), st.integers(1, 30)).map(lambda pair: sorted(pair)), 8),
        "weak_side": _maybe(st.sampled_from(["left", "right"])),
        "weak_function": _maybe(st.sampled_from(["knee-flexion", "hip-extension"])),
        "protocol": _maybe(st.sampled_from(sorted(protocols())), 5),
        "protocol_use": st.sampled_from(["as-it-is", "skeleton"]),
        "sport": st.lists(
            st.fixed_dictionaries(
                {"weekday": st.sampled_from(p.WEEKDAYS), "kind": st.sampled_from(["match", "sprint", "training", "run"])}
            ),
            max_size=3,
        ),
        "loads": LOADS,
        "steps": STEPS,
        "complaints": st.lists(COMPLAINT, max_size=2),
        "conditions": st.lists(st.fixed_dictionaries({"name": st.sampled_from(get_args(p.ConditionName))}), max_size=1),
        "surgeries": st.one_of(*[st.just([])] * 3, st.lists(SURGERY, max_size=1)),
        "clearances": st.lists(CLEARANCE, max_size=2),
        "reached": REACHED,
        "safety": SAFETY,
    }
).map(_clean)
