"""The library as one JSON file, and as Markdown pages."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from eccentric.library.evidence import Rule, Source
from eccentric.library.exercise import Exercise
from eccentric.library.read import Library
from eccentric.library.wording import GOAL_NAMES, avoid_words, citation, dose_words, limit_words, span, trust_words


class LibraryFile(BaseModel):
    """The whole library as ``eccentric library export --format json`` writes it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    schema_version: int = 1
    exercises: list[Exercise]
    sources: list[Source]
    rules: list[Rule]


def library_json(library: Library) -> str:
    """All pages, sources and rules as one JSON object."""
    file = LibraryFile(exercises=[*library.exercises.values()], sources=[*library.sources.values()], rules=[*library.rules.values()])
    return file.model_dump_json(indent=1)


def page_markdown(page: Exercise, library: Library) -> str:
    """One page as Markdown, with numbered evidence."""
    blocks = [f"# {page.name}", f"*Also called {', '.join(page.also_called)}*" if page.also_called else "", page.summary]
    blocks += _section("Not now if", [f"- {avoid_words(avoid)}" for avoid in page.avoid_if])
    blocks += _section("Set up", _numbered(page.how.setup))
    blocks += _section("Do it", _numbered(page.how.steps))
    blocks += _section("Tips", [f"- {tip}" for tip in page.how.tips])
    blocks += _section("How much", _doses(page))
    blocks += _section("Common mistakes", [_mistake(page, number) for number in range(len(page.mistakes))])
    blocks += _section("The ladder", _ladder(page, library))
    blocks += _section("Questions", [f"**{entry.question}** {entry.answer}\n" for entry in page.faq])
    blocks += _section("Where sources disagree", [_dispute(page, number) for number in range(len(page.contradictions))])
    blocks += _section("Evidence", _evidence(page, library))
    return "\n\n".join(block for block in blocks if block) + "\n"


def _section(title: str, lines: list[str]) -> list[str]:
    return [f"## {title}", "\n".join(lines)] if lines else []


def _numbered(texts: list[str]) -> list[str]:
    return [f"{number}. {text}" for number, text in enumerate(texts, 1)]


def _doses(page: Exercise) -> list[str]:
    lines = ["| for | sets × reps | in reserve | tempo | rest | a week | rules |", "| --- | --- | --- | --- | --- | --- | --- |"]
    for goal, dose in page.prescription.items():
        reserve, week = (span(pair) if pair else "" for pair in (dose.rir, dose.per_week))
        cells = (GOAL_NAMES[goal], dose_words(dose), reserve, dose.tempo or "hold", span(dose.rest_s, " s"), week, ", ".join(dose.rules))
        lines.append(f"| {' | '.join(cells)} |")
    lines += [f"\n{GOAL_NAMES[goal]}: {dose.note}" for goal, dose in page.prescription.items() if dose.note]
    return lines


def _mistake(page: Exercise, number: int) -> str:
    mistake = page.mistakes[number]
    name = mistake.name or (mistake.fault.value.replace("-", " ").capitalize() if mistake.fault else "Check yourself")
    who = "the camera checks this" if mistake.seen_by_camera else "check yourself"
    limits = f" *{limit_words(mistake.limits)}*" if mistake.limits else ""
    return f"- **{name}** ({who}). {mistake.looks_like} {mistake.why} Fix: {mistake.fix}{limits}"


def _ladder(page: Exercise, library: Library) -> list[str]:
    rows = (("Easier", page.ladder.easier), ("Harder", page.ladder.harder), ("Instead", page.ladder.instead))
    return [f"- {label}: {', '.join(_link(other, library) for other in ids)}" for label, ids in rows if ids]


def _link(exercise_id: str, library: Library) -> str:
    page = library.exercises.get(exercise_id)
    return f"[{page.name}]({exercise_id}.md)" if page else exercise_id


def _dispute(page: Exercise, number: int) -> str:
    dispute = page.contradictions[number]
    sides = "\n".join(f"- {side}" for side in dispute.sides)
    return f"**{dispute.question}**\n{sides}\n\nWe say: {dispute.we_say} {dispute.because}\n"


def _evidence(page: Exercise, library: Library) -> list[str]:
    lines: list[str] = []
    for number, claim in enumerate(page.evidence, 1):
        source = library.sources.get(claim.source)
        lines.append(f"{number}. {claim.claim} ({trust_words(claim, source)}) {citation(source) if source else claim.source}")
    return lines
