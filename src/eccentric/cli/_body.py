"""The options of every command that takes a load and a body."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from eccentric.terms.body import Sex

Command = TypeVar("Command", bound=Callable[..., Any])

OPTIONS = (
    click.option("--load-kg", type=float, help="What you put on the machine, bar, band or ankle; a usual load otherwise."),
    click.option("--mass-kg", type=float, default=75.0, show_default=True, help="Your body mass."),
    click.option("--height-m", type=float, default=1.75, show_default=True, help="Your height."),
    click.option(
        "--sex", type=click.Choice([sex.value for sex in Sex]), default="male", show_default=True, help="For the body-segment table."
    ),
)


def body_options(command: Command) -> Command:
    """Add ``--load-kg``, ``--mass-kg``, ``--height-m`` and ``--sex``, in this order, for the muscle model."""
    for option in reversed(OPTIONS):
        command = option(command)
    return command
