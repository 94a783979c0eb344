"""Prints an exercise page in a terminal: safety first, then how, how much, mistakes, questions and evidence."""

from __future__ import annotations

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from eccentric.library.colours import CONCENTRIC, ECCENTRIC, PAUSE
from eccentric.library.exercise import Exercise, Mistake
from eccentric.library.labels import Labels, labels
from eccentric.library.read import Library
from eccentric.library.wording import avoid_words, citation, dose_words, limit_words, mistake_name, span, trust_words
from eccentric.terms.dose import Tempo

_WIDEST = 92
_STRIP_CELLS_PER_S = 1
_BULLET = "▾ "


def print_page(page: Exercise, library: Library, console: Console | None = None, language: str = "en") -> None:
    """Print a page to a console (standard output by default), no wider than a comfortable line, its headings in ``language``."""
    console = console or Console(highlight=False)
    console.width = min(console.width, _WIDEST)
    for part in _parts(page, library, labels(language)):
        console.print(part)


def _parts(page: Exercise, library: Library, words: Labels) -> list[RenderableType]:
    say = words.say
    return [
        _head(page, words),
        *_section(say["not_now_if"], [_bulleted(avoid_words(avoid, words)) for avoid in page.avoid_if]),
        *_section(say["set_up"], _numbered(page.how.setup)),
        *_section(say["do_it"], _numbered(page.how.steps)),
        *_section(say["tips"], [_bulleted(tip) for tip in page.how.tips]),
        *_section(say["how_much"], [_doses(page, words)]),
        *_section(say["common_mistakes"], [_mistake(mistake, words) for mistake in page.mistakes]),
        *_section(say["ladder"], _ladder(page, library, words)),
        *_section(say["questions"], [_indented(Text(entry.question, style="bold"), entry.answer) for entry in page.faq]),
        *_section(say["disputes"], _disputes(page, words)),
        *_section(say["evidence"], _evidence(page, library, words)),
    ]


def _head(page: Exercise, words: Labels) -> RenderableType:
    kind = page.classification
    facts = [
        *map(words.name, (kind.level, kind.pattern, kind.mechanics)),
        f"{words.say['resisted_by']} {words.loads[page.movement.load.kind]}",
    ]
    lines = [Text(page.name, style="bold underline"), Text(" · ".join(facts), style="dim")]
    if page.also_called:
        lines.append(Text(f"{words.say['also_called']} {', '.join(page.also_called)}", style="dim"))
    if words.say["draft"]:
        lines.append(Text(words.say["draft"], style="italic"))
    return Group(*lines, Text(), Text(page.summary))


def _section(title: str, body: list[RenderableType]) -> list[RenderableType]:
    return [Text(f"\n{title}", style="bold"), *(Padding(part, (0, 0, 0, 2)) for part in body)] if body else []


def _row(mark: Text, body: RenderableType) -> Table:
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(ratio=1)
    grid.add_row(mark, body)
    return grid


def _bulleted(text: str) -> Table:
    return _row(Text(_BULLET.strip(), style="dim"), Text(text))


def _numbered(texts: list[str]) -> list[RenderableType]:
    return [_row(Text(f"{number}.", style="dim"), Text(text)) for number, text in enumerate(texts, 1)]


def _indented(title: Text, body: str) -> RenderableType:
    return Group(title, Padding(Text(body), (0, 0, 0, 2)))


def _doses(page: Exercise, words: Labels) -> RenderableType:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    for heading in ("for", "sets_reps", "in_reserve", "tempo", "rest", "a_week"):
        table.add_column(words.say[heading], no_wrap=True)
    notes: list[Text] = []
    for goal, dose in page.prescription.items():
        tempo = tempo_strip(dose.tempo) if dose.tempo else Text(words.say["hold"])
        reserve, week = (span(pair) if pair else "" for pair in (dose.rir, dose.per_week))
        table.add_row(words.goals[goal], dose_words(dose), reserve, tempo, span(dose.rest_s, " s"), week)
        if dose.note:
            notes.append(Text(f"{words.goals[goal]}: {dose.note}", style="dim"))
    say = words.say
    key = Text(f"{say['tempo']}: ").append(say["lower"], style=ECCENTRIC.dark).append(f" - {say['pause']} - ")
    return Group(table, key.append(say["lift"], style=CONCENTRIC.dark).append(f" - {say['pause']}, s"), *notes)


def tempo_strip(tempo: str) -> Text:
    """A tempo as its digits in the phase colours, with a strip of one cell a second; pauses are neutral."""
    parts = Tempo.parse(tempo)
    phases = (
        (parts.eccentric_s, ECCENTRIC.dark, "█"),
        (parts.pause_lengthened_s, PAUSE.dark, "░"),
        (parts.concentric_s, CONCENTRIC.dark, "▓"),
        (parts.pause_shortened_s, PAUSE.dark, "░"),
    )
    text = Text()
    for number, (seconds, colour, _) in enumerate(phases):
        text.append("-" if number else "", style="dim").append(f"{seconds:g}", style=f"bold {colour}")
    text.append(" ")
    for seconds, colour, block in phases:
        text.append(block * round(seconds * _STRIP_CELLS_PER_S), style=colour)
    return text


def _mistake(mistake: Mistake, words: Labels) -> RenderableType:
    seen, say = mistake.seen_by_camera, words.say
    title = Text(mistake_name(mistake, words), style="bold").append("  ")
    title.append(f" {say['camera'] if seen else say['yourself']} ", style="reverse" if seen else "dim reverse")
    lines = [Text(mistake.looks_like), Text(f"{say['why']}: {mistake.why}", style="dim"), Text(f"{say['fix']}: {mistake.fix}")]
    if mistake.limits:
        rules = f" ({', '.join(mistake.rules)})" if mistake.rules else ""
        lines.append(Text(f"{limit_words(mistake.limits, words)}{rules}", style="dim"))
    return Group(title, *(Padding(line, (0, 0, 0, 2)) for line in lines))


def _ladder(page: Exercise, library: Library, words: Labels) -> list[RenderableType]:
    rows = (("easier", page.ladder.easier), ("harder", page.ladder.harder), ("instead", page.ladder.instead))
    return [Text(f"{words.say[label]:12}").append(", ".join(_named(other, library) for other in ids)) for label, ids in rows if ids]


def _named(exercise_id: str, library: Library) -> str:
    page = library.exercises.get(exercise_id)
    return f"{page.name} ({exercise_id})" if page else exercise_id


def _disputes(page: Exercise, words: Labels) -> list[RenderableType]:
    shown: list[RenderableType] = []
    for dispute in page.contradictions:
        lines: list[RenderableType] = [_bulleted(side) for side in dispute.sides]
        lines.append(Text(f"{words.say['we_say']}: ", style="bold").append(Text(f"{dispute.we_say} {dispute.because}", style="not bold")))
        shown.append(Group(Text(dispute.question, style="bold"), *(Padding(line, (0, 0, 0, 2)) for line in lines)))
    return shown


def _evidence(page: Exercise, library: Library, words: Labels) -> list[RenderableType]:
    shown: list[RenderableType] = []
    for number, claim in enumerate(page.evidence, 1):
        source = library.sources.get(claim.source)
        line = Text(claim.claim).append(f"  [{trust_words(claim, source, words)}]", style="bold" if not claim.verified else "")
        shown.append(_row(Text(f"{number}.", style="dim"), Group(line, Text(citation(source) if source else claim.source, style="dim"))))
    return shown
