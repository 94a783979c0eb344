"""Takes a page apart into the pieces of text that a search can hit, each with its kind and weight."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from eccentric.library.exercise import Exercise
from eccentric.library.words import vocabulary
from eccentric.terms.body import MUSCLE_NAMES

KIND_WEIGHTS = {
    "name": 1.0,
    "also called": 0.95,
    "question": 0.78,
    "mistake": 0.78,
    "fault": 0.88,
    "purpose": 0.75,
    "equipment": 0.6,
    "condition": 0.6,
    "muscle": 0.55,
    "muscle that helps": 0.4,
    "kind": 0.55,
    "goal": 0.45,
    "also works": 0.4,
    "summary": 0.4,
    "instructions": 0.2,
    "evidence": 0.2,
}


class Unit(NamedTuple):
    """A piece of a page: its kind (a key of KIND_WEIGHTS), the words to show as the reason, and the words to search."""

    kind: str
    shown: str
    text: str


def units_of(page: Exercise) -> Iterator[Unit]:
    """Every searchable piece of a page; the first is its name."""
    yield Unit("name", page.name, page.name)
    yield from (Unit("also called", alias, alias) for alias in page.also_called)
    yield from (Unit("also called", page.name, typed) for typed in page.searched_as)
    yield from (Unit("question", entry.question, entry.question) for entry in page.faq)
    yield from (Unit("question", entry.question, entry.question) for entry in page.contradictions)
    yield from _mistakes(page)
    yield from _equipment(page)
    for avoid in page.avoid_if:
        name = avoid.condition.replace("-", " ")
        yield from _pieces("condition", f"care needed with {name}", vocabulary().conditions.get(avoid.condition, name))
    yield from _muscles(page)
    kind = page.classification
    described = (kind.category, kind.pattern, kind.mechanics, kind.level, kind.body_part, kind.target)
    yield Unit("kind", f"{kind.level}, {kind.pattern}", f"{' '.join(described)} {'single leg' if kind.sides != 'both' else ''}")
    yield from (Unit("kind", f"{kind.level}, {kind.pattern}", word) for word in described)
    yield Unit("also works", f"also works {', '.join(kind.secondary)}", " ".join(kind.secondary))
    for goal in page.prescription:
        yield from _pieces("goal", f"for {goal.replace('-', ' ')}", vocabulary().goals.get(goal, goal))
    yield from _purposes(page)
    yield Unit("summary", page.summary, page.summary)
    how = page.how
    yield Unit("instructions", "its instructions", " ".join([*how.setup, *how.steps, *how.tips, *(entry.answer for entry in page.faq)]))
    yield Unit("evidence", "its evidence", " ".join(claim.claim for claim in page.evidence))


def _pieces(kind: str, shown: str, texts: str) -> Iterator[Unit]:
    """One unit for each of the phrases between semicolons."""
    return (Unit(kind, shown, text) for text in texts.split(";"))


def _purposes(page: Exercise) -> Iterator[Unit]:
    """What the rules that the doses quote are about: a dose from the rule on sit-bone pain is for people who have it.

    Not where the same rule rules the page out for now: it is then not the first page that they should see.
    """
    barred = {avoid.rule for avoid in page.avoid_if}
    for rule in sorted({rule for dose in page.prescription.values() for rule in dose.rules} - barred):
        if rule in vocabulary().rules:
            yield from _pieces("purpose", f"its dose follows rule {rule}", vocabulary().rules[rule])


def _mistakes(page: Exercise) -> Iterator[Unit]:
    for mistake in page.mistakes:
        yield Unit("mistake", mistake.looks_like, f"{mistake.name or ''} {mistake.looks_like}")
        if mistake.fault is not None:
            said = vocabulary().faults.get(mistake.fault.value, mistake.fault.value)
            who = "seen by the camera" if mistake.seen_by_camera else "check yourself"
            name = mistake.fault.value.replace("-", " ")
            yield from _pieces("fault", f"{name}, {who}", f"{name}; {said}")


def _equipment(page: Exercise) -> Iterator[Unit]:
    known, used = vocabulary(), set(page.classification.equipment)
    for thing in page.classification.equipment:
        name = thing.replace("-", " ")
        yield Unit("equipment", f"uses {name}", name)
    if used <= known.nothing:
        yield Unit("equipment", "needs no equipment", "no equipment")
    if used <= known.home:
        yield Unit("equipment", "can be done at home", "at home")


def _muscles(page: Exercise) -> Iterator[Unit]:
    for muscle, role in page.muscles.items():
        if role != "steadies":
            name = MUSCLE_NAMES[muscle]
            yield from _pieces(
                "muscle" if role == "main" else "muscle that helps", f"{role}: {name}", vocabulary().muscles.get(muscle.value, name)
            )
