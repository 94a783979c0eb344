"""Programmes, the next session, and metrics."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Literal
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Query, Router, Schema

from eccentric.web.accounts.scopes import Scope
from eccentric.web.api.auth import caller, needs
from eccentric.web.api.errors import FINDS, READS, Out, Refused, reply
from eccentric.web.api.lists import Listed, Part, part_of
from eccentric.web.progress.charts import Chart
from eccentric.web.progress.page import Wanted, progress_page
from eccentric.web.training.models import Programme
from eccentric.web.training.queries import file_of
from eccentric.web.training.ready import upcoming

router = Router()
READ = needs(Scope.TRAINING_READ)


class ProgrammeRow(Out):
    """A programme in a list; ``ended_at`` null = it is the one you follow."""

    id: UUID
    start: date
    weeks: int
    created_at: datetime
    ended_at: datetime | None


class ProgrammeOut(ProgrammeRow):
    """A programme: ``result`` is what ``eccentric plan --json`` prints, ``moves`` the days to which planned sessions were moved."""

    result: dict[str, Any]
    moves: dict[str, date]


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


def _row(row: Programme) -> dict[str, Any]:
    return {"id": row.id, "start": row.start, "weeks": row.weeks, "created_at": row.created_at, "ended_at": row.ended_at}


@router.get("/programmes", auth=READ, response={200: Listed[ProgrammeRow], **READS}, operation_id="programmes", summary="Your programmes")
def programmes(request: HttpRequest, wanted: Query[Part]) -> HttpResponse:
    """All programmes, newest first."""
    rows = Programme.objects.filter(member=caller(request)).defer("result", "profile", "moves").order_by("-created_at", "id")
    count = rows.count()
    part, after = part_of(rows, wanted, count)
    return reply(Listed[ProgrammeRow](items=[ProgrammeRow(**_row(row)) for row in part], count=count, next_offset=after))


def _programme(row: Programme | None) -> HttpResponse:
    if row is None:
        raise Refused(404, "there is no such programme, or it is not yours")
    return reply(ProgrammeOut(**_row(row), result=row.result, moves=row.moves))


@router.get("/programme", auth=READ, response={200: ProgrammeOut, **FINDS}, operation_id="programme", summary="The one you follow")
def programme(request: HttpRequest) -> HttpResponse:
    """The programme that has not ended; 404 without one."""
    return _programme(Programme.objects.filter(member=caller(request), ended_at=None).first())


@router.get(
    "/programmes/{programme_id}", auth=READ, response={200: ProgrammeOut, **FINDS}, operation_id="one_programme", summary="One programme"
)
def one_programme(request: HttpRequest, programme_id: UUID) -> HttpResponse:
    """Any of your programmes."""
    return _programme(Programme.objects.filter(member=caller(request), pk=programme_id).first())


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
    page = progress_page(member=caller(request), wanted=Wanted(int(wanted.weeks)), today=timezone.localdate(), unit="kg")
    records = [RecordOut(exercise=each.exercise, measure=each.measure, value=each.value, day=each.day) for each in page.records]
    return reply(MetricsOut(weeks=page.weeks, charts=[_chart(chart) for chart in (*page.charts, *page.pain)], records=records))
