"""Reading a programme (what ``eccentric plan --json`` prints) as planned sessions of the journal."""

from __future__ import annotations

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from eccentric.journal.formats.summary import Imported, account
from eccentric.journal.journal import Journal
from eccentric.journal.planned import planned_sessions
from eccentric.plan.programme import Programme
from eccentric.terms.errors import BadInput, Problem

APP = "eccentric-plan"
SHOWN_PROBLEMS = 20


def _problem(item: ErrorDetails) -> Problem:
    place = ".".join(str(part) for part in item["loc"])
    return Problem(f"plan {place}", item["msg"].removeprefix("Input should be "), repr(item["input"])[:80])


def read_plan(text: str) -> Imported:
    """The planned sessions of a programme; it has no rows and makes no sets. Another shape raises BadInput."""
    try:
        planned = planned_sessions(Programme.model_validate_json(text))
    except ValidationError as error:
        raise BadInput(_problem(item) for item in error.errors(include_url=False)[:SHOWN_PROBLEMS]) from None
    return account(APP, "1", Journal(planned=planned))
