"""Gates: pages of one kind carry the same conditions, rehabilitation quotes a pain limit, and failure stays where it is safe."""

from __future__ import annotations

from collections.abc import Iterator

from eccentric.library.exercise import Exercise
from eccentric.library.read import Library
from eccentric.terms.errors import Problem

_PAIN_RULES = frozenset({"PAIN-01", "PAIN-02"})
_FAILS_SAFELY = ("machine", "cable", "band")
_TRAINED = ("strength", "power", "isometric")


def rehabilitation_quotes_a_pain_limit(library: Library) -> Iterator[Problem]:
    """A dose for rehabilitation quotes the general pain limit (PAIN-01) or that of a strain (PAIN-02)."""
    for page in library.exercises.values():
        dose = page.prescription.get("rehab")
        if dose is not None and not _PAIN_RULES & set(dose.rules):
            yield Problem(
                f"{page.id}.toml: prescription.rehab.rules", "PAIN-01 or PAIN-02, the pain limit that it keeps", ", ".join(dose.rules)
            )


def failure_only_where_it_is_safe(library: Library) -> Iterator[Problem]:
    """Failure only on a machine, cable or band, in a Nordic's lowering or in a test, and never in rehabilitation (HYP-04)."""
    for page in library.exercises.values():
        safe = page.movement.load.kind in _FAILS_SAFELY or page.classification.category == "test" or _is_nordic(page)
        for goal, dose in page.prescription.items():
            if dose.rir is not None and dose.rir[0] == 0 and (goal == "rehab" or not safe):
                yield Problem(
                    f"{page.id}.toml: prescription.{goal}.rir", "at least one repetition in reserve (HYP-04)", str(list(dose.rir))
                )


def alike_pages_have_alike_gates(library: Library) -> Iterator[Problem]:
    """A condition that rules out one loaded hinge, curl or Nordic stands on all of them."""
    for page in library.exercises.values():
        has = {avoid.condition for avoid in page.avoid_if}
        for condition in sorted(_gates_of(page) - has):
            yield Problem(f"{page.id}.toml: avoid_if", f"the condition {condition!r}, as on other pages of its kind", "it missing")


def _is_nordic(page: Exercise) -> bool:
    return page.classification.pattern == "nordic" and page.movement.begins == "shortened"


def _gates_of(page: Exercise) -> set[str]:
    kind, move = page.classification, page.movement
    if kind.category not in _TRAINED or kind.target not in ("hamstrings", "glutes"):
        return set()
    gates = {"suspected-avulsion", "proximal-hamstring-repair"}
    if kind.pattern == "hip-hinge":
        gates.add("proximal-hamstring-tendinopathy")
        if move.load.kind != "limb" or move.posture != "standing":
            gates |= {"low-back-pain", "sciatica"}
    if kind.pattern in ("knee-flexion", "nordic"):
        gates.add("acl-hamstring-graft")
    if kind.pattern == "nordic" and move.posture == "kneeling":
        gates.add("kneeling-pain")
    return gates
