"""Makes library folders with known contents, so that each test says only what differs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from eccentric.library.read import Library, read_library
from eccentric.library.toml_out import toml_text


def exercise_table(**changes: Any) -> dict[str, Any]:
    """A complete table of a small exercise; keyword arguments replace top-level keys."""
    dose = {"sets": [2, 3], "reps": [8, 12], "rir": [1, 3], "tempo": "3-0-1-0", "rest_s": [60, 120], "rules": ["HYP-05"]}
    table: dict[str, Any] = {
        "name": "Test curl",
        "also_called": ["trial curl"],
        "summary": "Bend the knee against a pad. Then lower it slowly.",
        "muscles": {"bflh": "main", "semiten": "main", "gasmed": "helps"},
        "classification": {
            "body_part": "legs",
            "equipment": ["lying-leg-curl-machine"],
            "target": "hamstrings",
            "secondary": ["gastrocnemius"],
            "category": "strength",
            "pattern": "knee-flexion",
            "mechanics": "isolation",
            "level": "beginner",
            "sides": "both",
        },
        "how": {"setup": ["Lie down."], "steps": ["Bend your knees.", "Lower the pad slowly."], "tips": ["Keep your hips down."]},
        "movement": {
            "driver": "knee_flexion",
            "lengthened_deg": 5,
            "shortened_deg": 120,
            "posture": "prone",
            "hip_flexion_deg": [0, 30],
            "load": {"kind": "machine"},
        },
        "mistakes": _mistakes(),
        "prescription": {goal: dict(dose) for goal in ("hypertrophy", "strength", "prevention", "general-health")}
        | {"rehab": {**dose, "rules": ["PAIN-02"]}},
        "ladder": {"easier": [], "harder": [], "instead": []},
        "avoid_if": _avoid_if(),
        "faq": [{"question": f"Question number {n}?", "answer": "An answer."} for n in "1234"],
        "evidence": [{"claim": "Curls grow muscle.", "source": "maker-2020", "grade": "B"}],
    }
    return table | changes


def _avoid_if() -> list[dict[str, Any]]:
    return [
        {"condition": "acl-hamstring-graft", "until": "your surgeon agrees", "rule": "SAF-07"},
        {"condition": "proximal-hamstring-repair", "until": "your surgeon agrees", "rule": "SAF-08"},
        {"condition": "suspected-avulsion", "until": "a clinician has seen it", "rule": "SAF-03"},
    ]


def _mistakes() -> list[dict[str, Any]]:
    return [
        {
            "fault": "hips-lift",
            "looks_like": "Your hips come up off the pad.",
            "why": "The load is too heavy.",
            "fix": "Take weight off.",
            "limits": {"warn_deg": 10, "fail_deg": 15},
            "rules": ["FORM-02"],
        },
        {"seen_by": "you", "looks_like": "The pad sits on the calf.", "why": "It slides.", "fix": "Set it above the heel."},
    ]


def source_table(**changes: Any) -> dict[str, Any]:
    """A complete table of a source."""
    table: dict[str, Any] = {
        "kind": "trial",
        "authors": "Maker and others",
        "year": 2020,
        "title": "A trial of curls",
        "journal": "A journal",
        "people": 20,
        "measured": "muscle volume",
        "found": "it grew",
        "grade": "B",
        "verified": "read-in-source",
        "rules": ["HYP-01"],
    }
    return table | changes


def write_folder(folder: Path, exercises: dict[str, dict[str, Any]], sources: dict[str, dict[str, Any]] | None = None) -> Path:
    """Write a library folder; without ``sources`` it has the one that ``exercise_table`` cites."""
    for name, tables in (("exercises", exercises), ("evidence", sources if sources is not None else {"maker-2020": source_table()})):
        (folder / name).mkdir(parents=True, exist_ok=True)
        for stem, table in tables.items():
            (folder / name / f"{stem}.toml").write_text(toml_text(table), encoding="utf-8")
    return folder


def library_of(folder: Path, **exercises: dict[str, Any]) -> Library:
    """Write and read a library; underscores in the names of the exercises become hyphens."""
    return read_library(write_folder(folder, {name.replace("_", "-"): table for name, table in exercises.items()}))
