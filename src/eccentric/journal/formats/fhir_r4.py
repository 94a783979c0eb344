"""Writing FHIR R4 (checked with the models of R4B, which are the same for these resources), near HL7's physical activity guide."""

from __future__ import annotations

from fhir.resources.R4B.bundle import Bundle

from eccentric.journal.formats.calendar import asked_text
from eccentric.journal.formats.fhir_parts import EXERCISE_THERAPY, Part, bundle, care_plan, findings, patient
from eccentric.journal.journal import Journal
from eccentric.journal.records import PlannedEntry


def _words(entry: PlannedEntry) -> Part:
    """R4 has no parameters of an order, so sets and repetitions are words."""
    return {
        "code": EXERCISE_THERAPY | {"text": entry.name},
        "orderDetail": [{"text": asked_text(entry.asked)}],
        "patientInstruction": f"{entry.name}: {asked_text(entry.asked)}",
    }


def journal_fhir_r4(journal: Journal) -> bytes:
    """A journal as a FHIR R4 Bundle, validated against the standard's models."""
    person = patient(journal)
    plan = care_plan(journal, person["id"], _words, lambda request: {"reference": request})
    resources = [person, *plan, *findings(journal, person["id"])]
    return str(Bundle.model_validate(bundle(resources)).model_dump_json(indent=1)).encode()
