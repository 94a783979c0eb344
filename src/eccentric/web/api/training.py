"""The next session, and metrics."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Literal
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Query, Router, Schema

from eccentric.web.accounts.scopes import Scope
from eccentric.web.api.auth import caller, needs
from eccentric.web.api.errors import FINDS, READS, Out, Refused, reply
from eccentric.web.training.queries import file_of
from eccentric.web.training.ready import upcoming

if TYPE_CHECKING:
    from eccentric.web.progress.charts import Chart
    from eccentric.web.progress.page import ProgressPage

router = Router()
READ = needs(Scope.TRAINING_READ)


class NextOut(Out):
    """The next session: ``answer`` is what ``eccentric next --json`` prints, ``planned`` the planned session it stands for."""

    session_id: UUID
    planned: UUID | None
    answer: dict[str, Any]


class LineOut(Out):
    """One line of a chart; null = nothing was recorded."""

    name: str
    values: list[float | None]


class ChartOut(Out):
    """A chart: the sentence it shows, its unit, and values by day."""

    key: str
    says: str
    unit: str
    rule: str
    note: str
    days: list[date]
    lines: list[LineOut]


class RecordOut(Out):
    """A personal record."""

    exercise: str
    measure: str
    value: str
    day: date


class MetricsOut(Out):
    """Everything that the progress page shows, in kilograms."""

    weeks: int
    charts: list[ChartOut]
    records: list[RecordOut]


class Weeks(Schema):
    """How far to look back."""

    weeks: Literal["4", "12", "26", "52"] = "12"


@router.get("/next-session", auth=READ, response={200: NextOut, **FINDS}, operation_id="next_session", summary="What comes next, and why")
def next_session(request: HttpRequest) -> HttpResponse:
    """The next session of the programme that you follow; 404 without one."""
    found = upcoming(file=file_of(member=caller(request)), today=timezone.localdate())
    if found is None:
        raise Refused(404, "there is no programme yet")
    return reply(NextOut(session_id=found.session_id, planned=found.planned, answer=found.answer))


def _chart(chart: Chart) -> ChartOut:
    lines = [LineOut(name=line.name, values=list(line.values)) for line in chart.columns or chart.lines]
    return ChartOut(key=chart.key, says=chart.says, unit=chart.unit, rule=chart.rule, note=chart.note, days=list(chart.days), lines=lines)


@router.get("/metrics", auth=READ, response={200: MetricsOut, **READS}, operation_id="metrics", summary="How training goes")
def metrics(request: HttpRequest, wanted: Query[Weeks]) -> HttpResponse:
    """Strength, hard sets for each head, long lengths, tempo and range kept, both sides, pain, function, records."""
    from eccentric.web.progress.kept import kept_page  # here: it brings Polars, which the server does not need to start
    from eccentric.web.progress.page import Wanted

    return reply(metrics_of(kept_page(member=caller(request), wanted=Wanted(int(wanted.weeks)), today=timezone.localdate(), unit="kg")))


def metrics_of(page: ProgressPage) -> MetricsOut:
    """A progress page as programs read it."""
    records = [RecordOut(exercise=each.exercise, measure=each.measure, value=each.value, day=each.day) for each in page.records]
    return MetricsOut(weeks=page.weeks, charts=[_chart(chart) for chart in (*page.charts, *page.pain)], records=records)
