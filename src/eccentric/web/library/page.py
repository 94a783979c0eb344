"""An exercise page made ready for its template: everything that takes time, done once and kept."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from eccentric.anatomy.picture.table import muscle_rows
from eccentric.anatomy.picture.words import length_sentence, load_sentence
from eccentric.anatomy.profile import profile
from eccentric.library.body_map import body_map_svg, page_muscles
from eccentric.library.exercise import Exercise, Mistake, Prescription
from eccentric.library.export.json_ld import script
from eccentric.library.figure import end_at, figure_at, figure_svg, telling_end
from eccentric.library.wording import GOAL_NAMES, KIND_OF_LOAD, avoid_words, citation, dose_words, limit_words, span, trust_words
from eccentric.terms.body import MUSCLE_NAMES
from eccentric.web.library import muscle_plot
from eccentric.web.library.looks import bare
from eccentric.web.library.pacing import as_worked, words_of
from eccentric.web.library.queries import in_words, shelf


@dataclass(frozen=True, slots=True)
class Dose:
    """How much for one goal, in words."""

    goal: str
    amount: str
    tempo: str | None  # as it is worked: the lowering first
    details: str
    note: str | None
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Seen:
    """A mistake, in words."""

    name: str
    camera: bool
    looks_like: str
    why: str
    fix: str
    cue: str | None
    limits: str
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Backed:
    """A claim with what carries it."""

    claim: str
    grade: str
    trust: str
    cited: str
    source: str
    doi: str | None


@lru_cache(maxsize=512)
def prepared(exercise_id: str) -> dict[str, Any]:
    """The context of an exercise page; raises KeyError for an unknown id."""
    page = shelf().exercises[exercise_id]
    return {
        "page": page,
        "kind": _kind(page),
        "figures": [_figure(page, "start"), _figure(page, "end")],
        "avoid": [(avoid_words(avoid), avoid.rule) for avoid in page.avoid_if],
        "avoid_names": ", ".join(in_words(avoid.condition) for avoid in page.avoid_if).replace("acl", "ACL"),
        "doses": [_dose(page.id, GOAL_NAMES[goal], dose) for goal, dose in page.prescription.items()],
        "pace_words": words_of(page.id),
        "mistakes": [_mistake(mistake) for mistake in page.mistakes],
        "camera_count": sum(mistake.seen_by_camera for mistake in page.mistakes),
        "muscles": _muscles(page),
        "ladder": _ladder(page),
        "claims": [_claim(claim) for claim in page.evidence],
        "json_ld": safe(script(page)),
    }


@lru_cache(maxsize=256)
def inline_figure(*, exercise_id: str) -> SafeString:
    """The figure at its most telling end, for pages that load the drawings' style; empty for an unknown id."""
    page = shelf().exercises.get(exercise_id)
    return safe(bare(figure_svg(page, telling_end(page)))) if page else SafeString("")


def safe(html: str) -> SafeString:
    """Mark what our own drawing code made as safe."""
    return mark_safe(html)


def _kind(page: Exercise) -> str:
    kind = page.classification
    return f"{kind.level.capitalize()}, {in_words(kind.pattern)}, resisted by {KIND_OF_LOAD[page.movement.load.kind]}"


def _figure(page: Exercise, place: Any) -> dict[str, Any]:
    end = end_at(page, place)
    long_or_short = "" if page.movement.driver == "none" else "hamstrings long" if end == "lengthened" else "hamstrings short"
    return {"svg": safe(bare(figure_at(page, place))), "name": "Start" if place == "start" else "Turn", "length": long_or_short}


def _dose(exercise: str, goal: str, dose: Prescription) -> Dose:
    parts = [f"stop with {span(dose.rir)} left" if dose.rir else "", f"rest {span(dose.rest_s, ' s')}"]
    parts.append(f"{span(dose.per_week)} times a week" if dose.per_week else "")
    tempo = as_worked(dose.tempo, "shortened", exercise)[0] if dose.tempo else None
    return Dose(goal, dose_words(dose), tempo, ", ".join(part for part in parts if part), dose.note, tuple(dose.rules))


def _mistake(mistake: Mistake) -> Seen:
    named = mistake.name or (in_words(mistake.fault.value).capitalize() if mistake.fault else "Check yourself")
    words = mistake.looks_like, mistake.why, mistake.fix, mistake.cue
    return Seen(named, mistake.seen_by_camera, *words, limit_words(mistake.limits), tuple(mistake.rules))


def _claim(claim: Any) -> Backed:
    source = shelf().sources.get(claim.source)
    cited = citation(source) if source else claim.source
    return Backed(claim.claim, claim.grade, trust_words(claim, source), cited, claim.source, source.doi if source else None)


def _ladder(page: Exercise) -> list[tuple[str, list[Exercise]]]:
    rungs = (("Harder", page.ladder.harder), ("Easier", page.ladder.easier), ("Instead", page.ladder.instead))
    known = shelf().exercises
    return [(name, [known[one] for one in ids if one in known]) for name, ids in rungs if ids]


def _muscles(page: Exercise) -> dict[str, Any]:
    """The body map, and the curves where the exercise has a movement to model."""
    roles = (("main", "Main"), ("helps", "Help"), ("steadies", "Steady"))
    named = [(word, [MUSCLE_NAMES[muscle] for muscle, role in page.muscles.items() if role == key]) for key, word in roles]
    named = [(word, names) for word, names in named if names]
    shown: dict[str, Any] = {"named": named, "map": safe(bare(body_map_svg(page_muscles(page)))) if page.muscles else ""}
    if page.movement.driver == "none":
        return shown
    seen = profile(page)
    torque = muscle_plot.torques(seen)
    plots = [(length_sentence(seen), muscle_plot.lengths(seen)), *([(load_sentence(seen), torque)] if torque else [])]
    rows = [{key.replace(" ", "_").replace("-", "_"): cell for key, cell in row.items()} for row in muscle_rows(seen)]
    drawn = [(sentence, safe(plot.svg), plot.keys) for sentence, plot in plots]
    return shown | {"plots": drawn, "rows": rows, "along": muscle_plot.along(seen), "load": seen.load.says, "notes": seen.notes}
