"""Writing FHIR R5: the plan as a CarePlan of ServiceRequests with sets and repetitions, what was done as Observations."""

from __future__ import annotations

from collections.abc import Iterator

from fhir.resources.bundle import Bundle

from eccentric.journal.formats.calendar import asked_text
from eccentric.journal.formats.fhir_parts import EXERCISE_THERAPY, Part, bundle, care_plan, findings, patient, quantity
from eccentric.journal.journal import Journal
from eccentric.journal.records import Asked, PlannedEntry


def _parameters(asked: Asked) -> Iterator[Part]:
    """Sets, repetitions and the rest of a prescription as parameters of the order."""
    yield {"code": {"text": "sets"}, "valueQuantity": {"value": asked.sets}}
    if asked.reps is not None:
        low, high = ({"value": number} for number in asked.reps)
        yield {"code": {"text": "repetitions"}, "valueRange": {"low": low, "high": high}}
    numbers = (("hold", asked.hold_s, "s"), ("load", asked.load_kg, "kg"), ("rest", asked.rest_s, "s"))
    for name, value, unit in numbers:
        if value is not None:
            yield {"code": {"text": name}, "valueQuantity": quantity(value, unit)}
    if asked.rir is not None:
        yield {"code": {"text": "repetitions in reserve"}, "valueQuantity": quantity(asked.rir, "{repetitions}")}
    if asked.tempo is not None:
        yield {"code": {"text": "tempo, seconds: eccentric-pause-concentric-pause"}, "valueString": asked.tempo}


def _words(entry: PlannedEntry) -> Part:
    return {
        "code": {"concept": EXERCISE_THERAPY | {"text": entry.name}},
        "orderDetail": [{"parameter": list(_parameters(entry.asked))}],
        "patientInstruction": [{"instructionMarkdown": f"{entry.name}: {asked_text(entry.asked)}"}],
    }


def journal_fhir_r5(journal: Journal) -> bytes:
    """A journal as a FHIR R5 Bundle, validated against the standard's models."""
    person = patient(journal)
    plan = care_plan(journal, person["id"], _words, lambda request: {"plannedActivityReference": request})
    resources = [person, *plan, *findings(journal, person["id"])]
    return str(Bundle.model_validate(bundle(resources)).model_dump_json(indent=1)).encode()
