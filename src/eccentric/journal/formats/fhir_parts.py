"""The parts that FHIR R4 and R5 share: codes, references and the observations of sessions, pain, sets and tests.

Codes: SNOMED CT 229065009 exercise therapy; LOINC 55411-3 exercise duration and 72514-3 pain severity 0-10 (HL7's US physical
activity guide uses the first two). What has no code of its own carries its name as text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta, timezone
from typing import Any

from eccentric.journal.formats.calendar import done_text
from eccentric.journal.ids import imported_id
from eccentric.journal.journal import Journal
from eccentric.journal.metrics.pain import worst_pain
from eccentric.journal.planned import done_of_plan
from eccentric.journal.records import Entry, PlannedEntry, Session, SetRecord
from eccentric.journal.tests_of_person import TestKind, TestResult

Part = dict[str, Any]
LOINC, SNOMED, UCUM = "http://loinc.org", "http://snomed.info/sct", "http://unitsofmeasure.org"
CATEGORIES = "http://terminology.hl7.org/CodeSystem/observation-category"
ABSENT = "http://terminology.hl7.org/CodeSystem/data-absent-reason"
EXERCISE_THERAPY: Part = {"coding": [{"system": SNOMED, "code": "229065009", "display": "Exercise therapy"}], "text": "Exercise therapy"}
DURATION: Part = {"coding": [{"system": LOINC, "code": "55411-3", "display": "Exercise duration"}]}
PAIN: Part = {
    "coding": [{"system": LOINC, "code": "72514-3", "display": "Pain severity - 0-10 verbal numeric rating [Score] - Reported"}],
}
_TEST_NAMES = {
    TestKind.GROC: "Global rating of change, -7 to 7",
    TestKind.PSFS: "Patient-specific function, mean of activities, 0 to 10",
    TestKind.BRIDGE: "Single-leg bridge, repetitions",
    TestKind.BREAK_POINT: "Nordic break point, knee flexion",
}
_TEST_UNITS = {TestKind.BRIDGE: "{repetitions}", TestKind.BREAK_POINT: "deg"}


def reference(kind: str, identity: object) -> Part:
    """A reference to another resource of the bundle."""
    return {"reference": f"urn:uuid:{identity}", "type": kind}


def patient(journal: Journal) -> Part:
    """The person, without a name: an id that stays the same for a journal with the same first record."""
    first = next((record.id for records in (journal.sessions, journal.planned, journal.tests) for record in records), "empty")
    return {"resourceType": "Patient", "id": str(imported_id("patient", first)), "active": True}


def quantity(value: float, unit: str, code: str | None = None) -> Part:
    """A quantity in UCUM."""
    return {"value": round(value, 4), "unit": unit, "system": UCUM, "code": code or unit}


def when(session: Session) -> str:
    """The session's time with its zone, or its day alone where the zone is not known (FHIR allows no time without one)."""
    if session.started_at is None or session.utc_offset_min is None:
        return session.day.isoformat()
    zone = timezone(timedelta(minutes=session.utc_offset_min))
    return session.started_at.replace(tzinfo=zone, microsecond=0).isoformat()


def _observation(identity: object, code: Part, moment: str, person: str, category: str) -> Part:
    return {
        "resourceType": "Observation",
        "id": str(identity),
        "status": "final",
        "category": [{"coding": [{"system": CATEGORIES, "code": category}]}],
        "code": code,
        "subject": reference("Patient", person),
        "effectiveDateTime": moment,
    }


def _set_components(number: int, done: SetRecord) -> Iterator[Part]:
    """Repetitions, load, hold and effort of one set."""
    if done.reps is not None:
        yield {"code": {"text": f"Set {number} repetitions"}, "valueInteger": done.reps}
    if done.external_load_kg is not None:
        yield {"code": {"text": f"Set {number} load"}, "valueQuantity": quantity(done.external_load_kg, "kg")}
    if done.duration_s is not None:
        yield {"code": {"text": f"Set {number} time"}, "valueQuantity": quantity(done.duration_s, "s")}
    if done.rir is not None:
        yield {"code": {"text": f"Set {number} repetitions in reserve"}, "valueQuantity": quantity(done.rir, "{repetitions}")}


def _entry(entry: Entry, session: Session, person: str) -> Part:
    observation = _observation(entry.id, {"text": entry.name}, when(session), person, "activity")
    components = [part for number, done in enumerate(entry.sets, 1) for part in _set_components(number, done)]
    return observation | {"component": components} if components else observation | {"valueString": done_text(entry)}


def session_observations(session: Session, person: str) -> Iterator[Part]:
    """Minutes, worst pain and each exercise's sets of one session."""
    members = []
    pain = worst_pain(session)
    if pain is not None:
        observation = _observation(imported_id(session.id, "pain"), PAIN, when(session), person, "survey")
        members.append(observation | {"valueQuantity": quantity(pain, "{score}")})
    members += [_entry(entry, session, person) for entry in session.entries if entry.sets]
    minutes = _observation(session.id, DURATION, when(session), person, "activity")
    if session.minutes is not None:
        minutes["valueQuantity"] = quantity(session.minutes, "min")
    else:
        minutes["dataAbsentReason"] = {"coding": [{"system": ABSENT, "code": "unknown"}]}
    if members:
        minutes["hasMember"] = [reference("Observation", member["id"]) for member in members]
    yield minutes
    yield from members


def result_observation(test: TestResult, person: str) -> Part:
    """A test's single number as an observation; left and right, where given, are components."""
    code = PAIN if test.kind is TestKind.NPRS else {"text": test.label or _TEST_NAMES.get(test.kind, test.kind.value)}
    observation = _observation(test.id, code, test.day.isoformat(), person, "survey")
    unit = test.unit or _TEST_UNITS.get(test.kind, "{score}")
    if test.score is not None:
        observation["valueQuantity"] = quantity(test.score, unit)
    sides = [("left", test.left), ("right", test.right)]
    components = [{"code": {"text": side}, "valueQuantity": quantity(value, unit)} for side, value in sides if value is not None]
    return observation | {"component": components} if components else observation


def answers(test: TestResult, person: str) -> Part | None:
    """A QuestionnaireResponse of the person's own activities (PSFS-style), or None for other tests."""
    if not test.activities:
        return None
    items = [
        {"linkId": str(number), "text": activity.name, "answer": [{"valueDecimal": activity.score}]}
        for number, activity in enumerate(test.activities, 1)
    ]
    return {
        "resourceType": "QuestionnaireResponse",
        "id": str(imported_id(test.id, "answers")),
        "questionnaire": f"urn:uuid:{imported_id('questionnaire', 'psfs')}",
        "status": "completed",
        "subject": reference("Patient", person),
        "authored": test.day.isoformat(),
        "item": items,
    }


def findings(journal: Journal, person: str) -> Iterator[Part]:
    """Every observation and questionnaire of a journal."""
    for session in journal.sessions:
        yield from session_observations(session, person)
    for test in journal.tests:
        yield result_observation(test, person)
        response = answers(test, person)
        if response is not None:
            yield response


def care_plan(journal: Journal, person: str, words: Callable[[PlannedEntry], Part], activity: Callable[[Part], Part]) -> Iterator[Part]:
    """The care plan and one request for each planned exercise; nothing without a plan.

    ``words`` gives the fields of a request that differ between versions, ``activity`` the plan's way to point to a request.
    """
    done = done_of_plan(journal)
    requests = [
        {
            "resourceType": "ServiceRequest",
            "id": str(imported_id(plan.id, nth)),
            "status": "completed" if plan.id in done else "active",
            "intent": "plan",
            "subject": reference("Patient", person),
            "occurrenceDateTime": plan.day.isoformat(),
            **words(entry),
        }
        for plan in journal.planned
        for nth, entry in enumerate(plan.entries)
    ]
    if not requests:
        return
    days = [plan.day for plan in journal.planned]
    yield {
        "resourceType": "CarePlan",
        "id": str(imported_id("care-plan", journal.planned[0].id)),
        "status": "active",
        "intent": "plan",
        "title": "Training plan",
        "subject": reference("Patient", person),
        "period": {"start": min(days).isoformat(), "end": max(days).isoformat()},
        "activity": [activity(reference("ServiceRequest", request["id"])) for request in requests],
    }
    yield from requests


def bundle(resources: list[Part]) -> Part:
    """A collection of resources, each with its ``urn:uuid``."""
    entries = [{"fullUrl": f"urn:uuid:{resource['id']}", "resource": resource} for resource in resources]
    return {"resourceType": "Bundle", "type": "collection", "entry": entries}
