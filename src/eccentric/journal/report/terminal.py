"""The trends of a journal for a terminal: the same facts as the page, in lines of text."""

from __future__ import annotations

from eccentric.journal.journal import Journal
from eccentric.journal.period import Period
from eccentric.journal.report import words
from eccentric.journal.report.facts import Series, facts_of

_BLOCKS = "▁▂▃▄▅▆▇█"


def spark(values: list[float | None]) -> str:
    """Values as blocks of rising height from 0; ``·`` = nothing recorded."""
    top = max((value for value in values if value is not None), default=0.0)
    marks = []
    for value in values:
        if value is None:
            marks.append("·")
        else:
            marks.append(_BLOCKS[min(round(value / top * (len(_BLOCKS) - 1)), len(_BLOCKS) - 1)] if top > 0 else _BLOCKS[0])
    return "".join(marks)


def _trend(sentence: str, series: Series) -> list[str]:
    return [f"  {sentence}", f"  {spark([value for _, value in series])}"]


def progress_lines(journal: Journal, period: Period | None) -> list[str]:
    """Everything to print, line by line."""
    if period is None:
        return ["Nothing is recorded yet."]
    facts = facts_of(journal, period)
    lines = [f"{words.day_text(period.first)} to {words.day_text(period.last)}", "", "Prescribed", f"  {words.prescribed_sentence(facts)}"]
    lines += [f"  {name}: {asked}" for name, asked in facts.prescribed]
    lines += ["", "Done", f"  {words.done_sentence(facts)}", *(f"  {line}" for line in words.done_lines(facts))]
    lines += _trend(words.hard_sets_sentence(facts), facts.hard_sets)
    if any(value is not None for _, value in facts.eccentric_s):
        lines += _trend(words.eccentric_sentence(facts), facts.eccentric_s)
    lines += ["", "Hurt", f"  {words.hurt_sentence(facts)}", *(f"  {line}" for line in words.hurt_lines(facts))]
    changed = words.changed_lines(facts) or ["Nothing that was tested twice, and no load from which to estimate strength."]
    return [*lines, "", "Changed", *(f"  {line}" for line in changed)]
