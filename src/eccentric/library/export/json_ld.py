"""A page as schema.org describes it: a HowTo, and an ExercisePlan for each goal."""

from __future__ import annotations

import json
from typing import Any

from eccentric.library.exercise import Exercise, Prescription
from eccentric.library.labels import labels
from eccentric.library.wording import span


def json_ld(page: Exercise, language: str = "en") -> dict[str, Any]:
    """The linked data of a page: one graph with a HowTo and its ExercisePlans."""
    return {
        "@context": "https://schema.org",
        "@graph": [_how_to(page, language), *(_plan(page, goal, language) for goal in page.prescription)],
    }


def script(page: Exercise, language: str = "en") -> str:
    """The linked data as the text of a script element; no markup within it can end the element."""
    return json.dumps(json_ld(page, language), ensure_ascii=False).replace("<", "\\u003c")


def _how_to(page: Exercise, language: str) -> dict[str, Any]:
    steps = [{"@type": "HowToStep", "position": number, "text": text} for number, text in enumerate(page.how.steps, 1)]
    setup = [{"@type": "HowToStep", "position": number, "text": text} for number, text in enumerate(page.how.setup, 1)]
    return {
        "@type": "HowTo",
        "@id": f"#{page.id}",
        "name": page.name,
        "alternateName": page.also_called,
        "description": page.summary,
        "inLanguage": language,
        "tool": [{"@type": "HowToTool", "name": thing.replace("-", " ")} for thing in page.classification.equipment],
        "step": [
            {"@type": "HowToSection", "name": "Set up", "position": 1, "itemListElement": setup},
            {"@type": "HowToSection", "name": "Do it", "position": 2, "itemListElement": steps},
        ],
    }


def _plan(page: Exercise, goal: str, language: str) -> dict[str, Any]:
    dose: Prescription = page.prescription[goal]  # type: ignore[index]  # goal is a key of this very dictionary
    plan: dict[str, Any] = {
        "@type": "ExercisePlan",
        "name": f"{page.name}: {labels(language).goals[goal]}",
        "exerciseType": page.classification.category,
        "category": goal,
        "repetitions": f"{span(dose.sets)} sets of {span(dose.reps)}",
        "restPeriods": span(dose.rest_s, " s"),
        "isPartOf": {"@id": f"#{page.id}"},
    }
    if dose.rir is not None:
        plan["intensity"] = f"{span(dose.rir)} repetitions in reserve"
    if dose.per_week is not None:
        plan["activityFrequency"] = f"{span(dose.per_week)} times a week"
    if dose.tempo or dose.hold_s:
        plan["additionalVariable"] = f"tempo {dose.tempo}" if dose.tempo else f"hold {span(dose.hold_s or (0, 0), ' s')}"
    return plan
