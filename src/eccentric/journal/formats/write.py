"""Writes a journal in any format that goes out; each format's own module is loaded only when asked for."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from pathlib import Path

from eccentric.journal.journal import Journal
from eccentric.terms.errors import bad_input

Writer = Callable[[Journal], bytes]
# Format, the module that writes it and the function there.
_WRITERS: dict[str, tuple[str, str]] = {
    "csv": ("hevy_out", "hevy_csv"),
    "json": ("json_out", "journal_json"),
    "parquet": ("parquet", "journal_parquet"),
    "fit": ("fit_out", "last_activity"),
    "fit-workout": ("fit_workout", "next_workout"),
    "ics": ("calendar", "journal_ics"),
    "fhir-r4": ("fhir_r4", "journal_fhir_r4"),
    "fhir-r5": ("fhir_r5", "journal_fhir_r5"),
    "pdf": ("pdf", "journal_pdf"),
}
FORMATS = tuple(_WRITERS)
_SUFFIXES = {".csv": "csv", ".json": "json", ".parquet": "parquet", ".fit": "fit", ".ics": "ics", ".pdf": "pdf"}


def format_of(path: Path) -> str:
    """The format that a file's name asks for (``.fhir.json`` is FHIR R5); any other ending raises BadInput."""
    if path.name.lower().endswith(".fhir.json"):
        return "fhir-r5"
    found = _SUFFIXES.get(path.suffix.lower())
    if found is None:
        raise bad_input(str(path), f"a name that ends in {', '.join(_SUFFIXES)} or .fhir.json", path.suffix or "no ending")
    return found


def written(journal: Journal, name: str) -> bytes:
    """The journal in a format of ``FORMATS``; raises BadInput when the journal has nothing that the format can hold."""
    module, function = _WRITERS[name]
    writer: Writer = getattr(importlib.import_module(f"eccentric.journal.formats.{module}"), function)
    return writer(journal)
