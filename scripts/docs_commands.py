"""The reference of commands, written from their own --help."""

from __future__ import annotations

from collections.abc import Iterator

import click

from eccentric.cli import program

WIDTH = 100
INTRODUCTION = """# Commands

Written from each command's `--help` (`make docs`). Every command ends with exit code 0 when it worked and 2 on bad input,
with one line on standard error for each problem: what was expected, what came, and where.
"""


def pages(command: click.Command, name: str, above: click.Context | None = None) -> Iterator[tuple[str, str]]:
    """The command's own help and that of everything below it, as (words typed, help text)."""
    settings = command.context_settings if above is None else {}
    context = click.Context(command, above, name, terminal_width=WIDTH, max_content_width=WIDTH, **settings)
    yield context.command_path, command.get_help(context)
    if isinstance(command, click.Group):
        for each in command.list_commands(context):
            below = command.get_command(context, each)
            if below is not None and not below.hidden:
                yield from pages(below, each, context)


def commands_page() -> str:
    """The whole page as Markdown."""
    parts = [INTRODUCTION]
    for path, text in pages(program, "eccentric"):
        lines = "\n".join(line.rstrip() for line in text.splitlines())
        parts.append(f"{'#' * (path.count(' ') + 2)} {path}\n\n```text\n{lines}\n```\n")
    return "\n".join(parts)
