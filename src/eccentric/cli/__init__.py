"""The command line: one file per command; commands are found by their file."""

from __future__ import annotations

import ast
import importlib
import sys
from pathlib import Path

import click

from eccentric.terms.errors import BadInput


class Commands(click.Group):
    """The group of all commands; each lives in the module of its name and is imported only when asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click gives it)
        return sorted(path.stem.replace("_", "-") for path in Path(__file__).parent.glob("[a-z]*.py"))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        module = importlib.import_module(f"eccentric.cli.{cmd_name.replace('-', '_')}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands by the first lines of their files, without importing any of them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, _what_it_is(name)) for name in self.list_commands(ctx)])


def _what_it_is(name: str) -> str:
    """What follows the colon in a command file's docstring."""
    source = (Path(__file__).parent / f"{name.replace('-', '_')}.py").read_text(encoding="utf-8")
    said = (ast.get_docstring(ast.parse(source)) or "").partition("\n")[0].partition(": ")[2]
    return said[:1].upper() + said[1:]


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="eccentric")
def program() -> None:
    """Eccentric: training and rehabilitation for the back of the legs."""


def main() -> None:
    """Run the program; bad input ends with one clear line for each problem and exit code 2, never a traceback."""
    try:
        program(standalone_mode=True)
    except BadInput as error:
        for problem in error.problems:
            click.echo(f"eccentric: {problem}", err=True)
        sys.exit(2)
