"""FHIR: valid by the standard's own models, with the codes and links that a reader needs."""

from __future__ import annotations

import json
from typing import Any

import pytest
from fhir.resources.bundle import Bundle as BundleR5
from fhir.resources.R4B.bundle import Bundle as BundleR4
from tests.journal.samples import rehab_journal

from eccentric.journal.formats.write import written


def resources(name: str) -> list[dict[str, Any]]:
    bundle = json.loads(written(rehab_journal(), name))
    return [entry["resource"] for entry in bundle["entry"]]


def of(kind: str, found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [resource for resource in found if resource["resourceType"] == kind]


@pytest.mark.parametrize(("name", "model"), [("fhir-r5", BundleR5), ("fhir-r4", BundleR4)])
def test_the_bundle_reads_back_and_every_reference_is_in_it(name: str, model: Any) -> None:
    data = written(rehab_journal(), name)
    bundle = model.model_validate_json(data)
    assert bundle.type == "collection"
    urls = {entry["fullUrl"] for entry in json.loads(data)["entry"]}
    assert len(urls) == len(json.loads(data)["entry"])
    text = json.dumps(json.loads(data))
    pointed = {part.split('"')[0] for part in text.split('"reference": "')[1:]}
    assert pointed <= urls


@pytest.mark.parametrize("name", ["fhir-r5", "fhir-r4"])
def test_plan_done_and_pain_are_coded(name: str) -> None:
    found = resources(name)
    journal = rehab_journal()
    requests = of("ServiceRequest", found)
    assert len(requests) == 2 * len(journal.planned)
    assert "229065009" in json.dumps(requests[0]["code"])
    plan = of("CarePlan", found)[0]
    assert len(plan["activity"]) == len(requests)
    assert plan["period"] == {"start": "2025-03-03", "end": "2025-04-24"}
    codes = [coding["code"] for item in of("Observation", found) for coding in item["code"].get("coding", [])]
    assert codes.count("55411-3") == len(journal.sessions)
    assert codes.count("72514-3") == len(journal.sessions) + 2


def test_r5_has_sets_and_repetitions_as_parameters_and_r4_in_words() -> None:
    five, four = of("ServiceRequest", resources("fhir-r5"))[0], of("ServiceRequest", resources("fhir-r4"))[0]
    parameters = {item["code"]["text"]: item for item in five["orderDetail"][0]["parameter"]}
    assert parameters["sets"]["valueQuantity"]["value"] == 3
    assert (parameters["repetitions"]["valueRange"]["low"]["value"], parameters["repetitions"]["valueRange"]["high"]["value"]) == (8, 12)
    assert four["orderDetail"][0]["text"].startswith("3 x 8-12 at 30 kg")


def test_a_time_has_its_zone_and_each_set_its_numbers() -> None:
    observations = of("Observation", resources("fhir-r5"))
    curl = next(item for item in observations if item["code"].get("text") == "Seated leg curl")
    assert curl["effectiveDateTime"] == "2025-03-03T18:00:00+01:00"
    parts = {part["code"]["text"]: part for part in curl["component"]}
    assert parts["Set 1 repetitions"]["valueInteger"] == 10
    assert parts["Set 1 load"]["valueQuantity"]["value"] == 30


def test_activities_of_the_person_are_a_questionnaire_response() -> None:
    responses = of("QuestionnaireResponse", resources("fhir-r5"))
    assert [item["text"] for item in responses[0]["item"]] == ["Sitting", "Running"]


def test_the_person_has_no_name() -> None:
    assert set(of("Patient", resources("fhir-r5"))[0]) == {"resourceType", "id", "active"}
