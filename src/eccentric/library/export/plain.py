"""The library as one JSON file, and as Markdown pages."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from eccentric.library.evidence import Rule, Source
from eccentric.library.exercise import Exercise
from eccentric.library.labels import Labels, labels
from eccentric.library.read import Library
from eccentric.library.wording import avoid_words, citation, dose_words, limit_words, mistake_name, span, trust_words


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


def page_markdown(page: Exercise, library: Library, language: str = "en") -> str:
    """One page as Markdown, with numbered evidence; headings in ``language``."""
    words = labels(language)
    say = words.say
    blocks = [
        f"# {page.name}",
        f"*{say['also_called']} {', '.join(page.also_called)}*" if page.also_called else "",
        say["draft"],
        page.summary,
    ]
    blocks += _section(say["not_now_if"], [f"- {avoid_words(avoid, words)}" for avoid in page.avoid_if])
    blocks += _section(say["set_up"], _numbered(page.how.setup))
    blocks += _section(say["do_it"], _numbered(page.how.steps))
    blocks += _section(say["tips"], [f"- {tip}" for tip in page.how.tips])
    blocks += _section(say["how_much"], _doses(page, words))
    blocks += _section(say["common_mistakes"], [_mistake(page, number, words) for number in range(len(page.mistakes))])
    blocks += _section(say["ladder"], _ladder(page, library, words))
    blocks += _section(say["questions"], [f"**{entry.question}** {entry.answer}\n" for entry in page.faq])
    blocks += _section(say["disputes"], [_dispute(page, number, words) for number in range(len(page.contradictions))])
    blocks += _section(say["evidence"], _evidence(page, library, words))
    return "\n\n".join(block for block in blocks if block) + "\n"


def _section(title: str, lines: list[str]) -> list[str]:
    return [f"## {title}", "\n".join(lines)] if lines else []


def _numbered(texts: list[str]) -> list[str]:
    return [f"{number}. {text}" for number, text in enumerate(texts, 1)]


def _doses(page: Exercise, words: Labels) -> list[str]:
    heads = [words.say[key] for key in ("for", "sets_reps", "in_reserve", "tempo", "rest", "a_week")]
    lines = [f"| {' | '.join(heads)} | |", "| --- | --- | --- | --- | --- | --- | --- |"]
    for goal, dose in page.prescription.items():
        reserve, week = (span(pair) if pair else "" for pair in (dose.rir, dose.per_week))
        cells = (
            words.goals[goal],
            dose_words(dose),
            reserve,
            dose.tempo or words.say["hold"],
            span(dose.rest_s, " s"),
            week,
            ", ".join(dose.rules),
        )
        lines.append(f"| {' | '.join(cells)} |")
    lines += [f"\n{words.goals[goal]}: {dose.note}" for goal, dose in page.prescription.items() if dose.note]
    return lines


def _mistake(page: Exercise, number: int, words: Labels) -> str:
    mistake, say = page.mistakes[number], words.say
    who = say["camera"] if mistake.seen_by_camera else say["yourself"]
    limits = f" *{limit_words(mistake.limits, words)}*" if mistake.limits else ""
    return f"- **{mistake_name(mistake, words)}** ({who}). {mistake.looks_like} {mistake.why} {say['fix']}: {mistake.fix}{limits}"


def _ladder(page: Exercise, library: Library, words: Labels) -> list[str]:
    rows = (("easier", page.ladder.easier), ("harder", page.ladder.harder), ("instead", page.ladder.instead))
    return [f"- {words.say[label]}: {', '.join(_link(other, library) for other in ids)}" for label, ids in rows if ids]


def _link(exercise_id: str, library: Library) -> str:
    page = library.exercises.get(exercise_id)
    return f"[{page.name}]({exercise_id}.md)" if page else exercise_id


def _dispute(page: Exercise, number: int, words: Labels) -> str:
    dispute = page.contradictions[number]
    sides = "\n".join(f"- {side}" for side in dispute.sides)
    return f"**{dispute.question}**\n{sides}\n\n{words.say['we_say']}: {dispute.we_say} {dispute.because}\n"


def _evidence(page: Exercise, library: Library, words: Labels) -> list[str]:
    lines: list[str] = []
    for number, claim in enumerate(page.evidence, 1):
        source = library.sources.get(claim.source)
        lines.append(f"{number}. {claim.claim} ({trust_words(claim, source, words)}) {citation(source) if source else claim.source}")
    return lines
