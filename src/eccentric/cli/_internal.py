"""A fault of the program itself, told in one line instead of a traceback."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import click


@contextmanager
def own_faults_in_one_line() -> Iterator[None]:
    """Turn a programme that the verifier refuses into one line that says what to report, and exit code 1."""
    from eccentric.plan.make import PlannerDisagrees  # here: it brings the solver, which no help page needs

    try:
        yield
    except PlannerDisagrees as error:
        said = " ".join(str(error).split())
        raise click.ClickException(
            f"internal error: the verifier refused the planner's programme, so none is shown ({said}). "
            "This is a fault in Eccentric, not in your profile: please report this line with your profile and your version."
        ) from None
