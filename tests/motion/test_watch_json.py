"""The JSON document holds the design's names, and never a NaN."""

from __future__ import annotations

import json
from dataclasses import replace

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from tests.motion.report import builders

from eccentric.motion.watch_json import WatchDocument, document, json_schema, to_json
from eccentric.motion.watched import FoundFault
from eccentric.terms.faults import FaultId, Severity

DESIGN = {
    "": ["schema", "exercise", "source", "view", "reps", "set", "cues"],
    "source": ["name", "duration_s", "frames"],
    "view": ["usable", "camera_yaw_deg", "near_side", "problems"],
    "set": ["reps", "good_reps", "tempo", "rom_mean_deg", "eccentric_total_s"],
}
REP = [
    "index",
    "side",
    "start_s",
    "turn_s",
    "end_s",
    "concentric_s",
    "pause_shortened_s",
    "eccentric_s",
    "pause_lengthened_s",
    "driver_min_deg",
    "driver_max_deg",
    "break_point_deg",
    "break_point_reason",
    "complete",
    "faults",
]
SOURCE = builders.Source()
anything = st.one_of(st.none(), st.floats(allow_nan=True, allow_infinity=True))


def test_names_and_nesting_are_those_of_the_contract() -> None:
    found = json.loads(to_json(builders.watched(builders.rep(1, builders.fault(FaultId.HIPS_LIFT, 1.4))), SOURCE))
    for part, names in DESIGN.items():
        assert list(found[part] if part else found) == names
    assert list(found["reps"][0]) == REP
    assert found["schema"] == 1
    assert found["reps"][0]["faults"] == [{"id": "hips-lift", "severity": "fail", "value": 17.2, "unit": "deg", "from_s": 1.4, "to_s": 1.6}]


def test_numbers_come_through_rounded_not_changed() -> None:
    rep = replace(builders.rep(1), eccentric_s=2.31849, driver_max_deg=115.04, driver_min_deg=-0.04, break_point_deg=48.26)
    found = json.loads(to_json(builders.watched(rep), SOURCE))["reps"][0]
    assert (found["eccentric_s"], found["driver_max_deg"], found["break_point_deg"]) == (2.318, 115.0, 48.3)
    assert str(found["driver_min_deg"]) == "0.0", "never a negative zero"


def test_why_there_is_no_break_point_is_said() -> None:
    rep = replace(builders.rep(1), break_point_reason="the descent was faster than 15 degrees a second")
    found = json.loads(to_json(builders.watched(rep), SOURCE))["reps"][0]
    assert found["break_point_deg"] is None
    assert found["break_point_reason"] == "the descent was faster than 15 degrees a second"


def test_nobody_is_an_empty_list_nulls_and_a_reason() -> None:
    found = json.loads(to_json(builders.nobody(), SOURCE))
    assert found["reps"] == []
    assert found["set"] == {"reps": 0, "good_reps": 0, "tempo": None, "rom_mean_deg": None, "eccentric_total_s": None}
    assert found["view"]["problems"] == ["nobody was in view"]


@given(eccentric=anything, low=anything, value=st.floats(allow_nan=True, allow_infinity=True), yaw=anything)
def test_whatever_was_not_measured_the_document_is_strict_json(
    eccentric: float | None, low: float | None, value: float, yaw: float | None
) -> None:
    fault = FoundFault(FaultId.MOMENTUM, Severity.WARN, value, "s", 1.0, 1.2)
    rep = replace(builders.rep(1, fault), eccentric_s=None if eccentric is None else abs(eccentric), driver_min_deg=low)
    watched = builders.watched(rep, fps=2)
    watched = replace(watched, view=replace(watched.view, camera_yaw_deg=yaw))

    def refuse(name: str) -> None:
        raise AssertionError(f"{name} is not JSON")

    found = json.loads(to_json(watched, SOURCE), parse_constant=refuse)
    jsonschema.validate(found, json_schema())


def test_the_schema_refuses_what_the_contract_does_not_have() -> None:
    found = json.loads(to_json(builders.watched(builders.rep(1)), SOURCE))
    jsonschema.validate(found, json_schema())
    del found["reps"][0]["turn_s"]
    with pytest.raises(jsonschema.ValidationError, match="turn_s"):
        jsonschema.validate(found, json_schema())
    found = json.loads(to_json(builders.watched(builders.rep(1)), SOURCE))
    found["reps"][0]["reps_per_minute"] = 3
    with pytest.raises(jsonschema.ValidationError, match="reps_per_minute"):
        jsonschema.validate(found, json_schema())


def test_a_document_reads_back_as_itself() -> None:
    first = document(builders.watched(builders.rep(1, builders.fault(FaultId.HIPS_LIFT, 1.4))), SOURCE)
    assert WatchDocument.model_validate_json(first.model_dump_json()) == first
    with pytest.raises(ValidationError):
        WatchDocument.model_validate_json(first.model_dump_json().replace('"schema":1', '"schema":2'))
