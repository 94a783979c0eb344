"""The next session in a terminal: what to do, and one sentence for each change."""

from __future__ import annotations

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from eccentric.plan.next_session import NextSession
from eccentric.plan.programme import Programme
from eccentric.plan.show import KINDS, LOWERING, QUIET, STRONG, VERDICTS, count, first, load, lower, parts, reserve

ARROWS = {"up": "+", "down": "-", "easier": "-", "harder": "+", "hold": "=", "start": ""}


def show_next(answer: NextSession, programme: Programme, console: Console) -> None:
    """Print gates, the session and its changes; where the programme itself is a stop or a conflict, print that."""
    if answer.session is None:
        stopped = programme.model_copy(update={"verdict": answer.verdict, "gates": answer.gates, "weeks": ()})
        for part in parts(stopped, explain=False):
            console.print(part)
        return
    session = answer.session
    console.print(Text(VERDICTS[answer.verdict], style=STRONG))
    for gate in answer.gates:
        console.print(Padding(Text.assemble(gate.says, (f" {gate.rule}", QUIET)), (0, 0, 0, 2)))
    minutes = f"{session.minutes} min"
    kind = f", {KINDS[answer.kind]}" if answer.kind else ""
    title = f"{session.date:%A} {session.date.day} {session.date:%B}, {minutes} (week {answer.week}{kind})"
    console.print(Text(f"\n{title}", style=STRONG))
    for change in answer.changes:
        if change.exercise is None:
            console.print(Padding(Text.assemble(change.text, (f" {change.rule}", QUIET)), (0, 0, 0, 2)))
    console.print(_table(answer))


def _table(answer: NextSession) -> Table:
    table = Table(box=None, show_header=True, pad_edge=False, padding=(0, 2, 0, 0))
    for name in ("", "", "sets x reps", "load"):
        table.add_column(name, no_wrap=True, justify="right" if name == "load" else "left")
    table.add_column("lower", no_wrap=True, style=LOWERING)
    table.add_column("stop with", no_wrap=True)
    table.add_column("why", style=QUIET, ratio=1)
    changes = {change.exercise: change for change in answer.changes}
    for item in answer.session.items if answer.session else ():
        change = changes.get(item.exercise)
        why = Text.assemble(change.text, (f" {change.rule}", QUIET)) if change else Text("")
        table.add_row(ARROWS.get(change.move, "") if change else "", item.name, count(item), load(item), lower(item), reserve(item), why)
        if first(item):
            table.add_row("", Text(f"  {first(item)}", style=QUIET))
    return table
