"""What the commands print holds to the published schemas."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest


def printed(*words: str) -> str:
    """Standard output of the installed command, which must end well."""
    program = str(Path(sys.executable).with_name("eccentric"))
    return subprocess.run([program, *words], check=True, capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=120).stdout


@pytest.mark.slow
@pytest.mark.parametrize(("clip", "reps"), [("examples/lying-curl.mp4", 5), ("bench/clips/dev12_noperson.mp4", 0)])
def test_watch_prints_what_its_schema_says(root: Path, clip: str, reps: int) -> None:
    report = json.loads(printed("watch", str(root / clip), "--exercise", "lying-leg-curl", "--model", "lite", "--json", "-"))
    schema = json.loads((root / "docs/reference/schemas/watch.schema.json").read_text())
    errors = [error.message for error in jsonschema.Draft202012Validator(schema).iter_errors(report)]
    assert errors == []
    assert report["source"]["name"] == Path(clip).name
    assert report["set"]["reps"] == sum(rep["complete"] for rep in report["reps"]) == reps
    assert bool(report["view"]["problems"]) >= (reps == 0), "nobody there is said, not only counted"
