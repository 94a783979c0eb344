"""Who sees what: sharing your training with a coach, and seeing what others share with you."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Annotated

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from ninja import Query, Router
from pydantic import Field

from eccentric.journal.records import PlannedSession, Session
from eccentric.web.accounts.scopes import Scope
from eccentric.web.api.auth import caller, needs
from eccentric.web.api.bodies import body_of, body_schema
from eccentric.web.api.errors import CHANGES, FINDS, READS, WRITES, Out, Refused, reply
from eccentric.web.api.once import HELD_BACK, PARAMETER, once
from eccentric.web.api.training import MetricsOut, Weeks, metrics_of
from eccentric.web.care import queries, services
from eccentric.web.care.models import Grant, Part
from eccentric.web.care.person_view import AHEAD_DAYS, LATELY_DAYS
from eccentric.web.training.queries import live_programme, planned_days, records, sessions

router = Router()
READ, WRITE = needs(Scope.SHARING_READ), needs(Scope.SHARING_WRITE)
Id = Annotated[int, Field(ge=1, le=2**31 - 1)]


class PartsIn(Out):
    """What another person may see."""

    parts: list[Part]


class InviteIn(PartsIn):
    """An invitation: what its link opens, and a note of your own."""

    note: Annotated[str, Field(max_length=80)] = ""


class LinkOut(Out):
    """The link of an invitation, told this once; it works once, for a week."""

    link: str


class JoinIn(Out):
    """The secret at the end of an invitation's link."""

    token: Annotated[str, Field(min_length=1, max_length=200)]


class GrantOut(Out):
    """A consent: the other person's name, and what is seen."""

    grant: int
    name: str
    parts: list[Part]
    since: datetime


class InvitationOut(Out):
    """An invitation that nobody has used yet."""

    invitation: int
    note: str
    parts: list[Part]
    expires_at: datetime


class SharingOut(Out):
    """``given``: who sees what of yours; ``held``: what others share with you; ``invitations``: links that are still open."""

    given: list[GrantOut]
    held: list[GrantOut]
    invitations: list[InvitationOut]


class PersonOut(Out):
    """What a person shares with you; null = not shared.

    ``done`` are the sessions of the last four weeks, ``ahead`` the planned ones of the next two.
    """

    grant: int
    name: str
    done: list[Session] | None
    ahead: list[PlannedSession] | None
    metrics: MetricsOut | None


def _grant(grant: Grant, name: str) -> GrantOut:
    return GrantOut(grant=grant.pk, name=name, parts=[Part(part) for part in grant.parts], since=grant.created_at)


@router.get("/sharing", auth=READ, response={200: SharingOut, **READS}, operation_id="sharing", summary="Who sees what")
def sharing(request: HttpRequest) -> HttpResponse:
    """Your consents, both ways, and open invitations."""
    person = caller(request)
    open_links = [
        InvitationOut(invitation=each.pk, note=each.note, parts=[Part(part) for part in each.parts], expires_at=each.expires_at)
        for each in queries.invitations(member=person)
    ]
    given = [_grant(each, each.coach.shown_name) for each in queries.given(member=person)]
    held = [_grant(each, each.member.shown_name) for each in queries.held(coach=person)]
    return reply(SharingOut(given=given, held=held, invitations=open_links))


@router.post(
    "/sharing/invitations",
    auth=WRITE,
    response={201: LinkOut, **WRITES},
    openapi_extra=body_schema(InviteIn, PARAMETER),
    operation_id="invite",
    summary="Invite somebody",
)
@once
def invite(request: HttpRequest) -> HttpResponse:
    """Make a link that lets one person see some parts of yours; the same key again is 409, since the link is told once."""
    given = body_of(request, InviteIn)
    token = services.invite(member=caller(request), parts=given.parts, note=given.note)
    response = reply(LinkOut(link=request.build_absolute_uri(reverse("care:join", args=[token]))), 201)
    response.headers[HELD_BACK] = "yes"
    return response


@router.delete(
    "/sharing/invitations/{invitation}",
    auth=WRITE,
    response={204: None, **CHANGES},
    operation_id="cancel_invitation",
    summary="Take it back",
)
def cancel(request: HttpRequest, invitation: Id) -> HttpResponse:
    """The link no longer works."""
    if not services.cancel(member=caller(request), invitation_id=invitation):
        raise Refused(404, "there is no such invitation, or it is not yours")
    return HttpResponse(status=204)


@router.post(
    "/sharing/join",
    auth=WRITE,
    response={201: GrantOut, **WRITES},
    openapi_extra=body_schema(JoinIn, PARAMETER),
    operation_id="join",
    summary="Accept an invitation",
)
@once
def join(request: HttpRequest) -> HttpResponse:
    """See what somebody shares with you from now on; the link works once."""
    grant = services.accept(coach=caller(request), token=body_of(request, JoinIn).token)
    return reply(_grant(grant, grant.member.shown_name), 201)


@router.put(
    "/sharing/grants/{grant}",
    auth=WRITE,
    response={204: None, **CHANGES},
    openapi_extra=body_schema(PartsIn, PARAMETER),
    operation_id="change_grant",
    summary="Let somebody see other parts",
)
@once
def change(request: HttpRequest, grant: Id) -> HttpResponse:
    """Other parts from now on; to share nothing any more, delete it."""
    if not services.change(member=caller(request), grant_id=grant, parts=body_of(request, PartsIn).parts):
        raise Refused(404, "there is no such consent, or it is not yours to change")
    return HttpResponse(status=204)


@router.delete("/sharing/grants/{grant}", auth=WRITE, response={204: None, **CHANGES}, operation_id="end_grant", summary="End a consent")
def end(request: HttpRequest, grant: Id) -> HttpResponse:
    """End it at once, as the one who shares or the one who sees."""
    if services.end(person=caller(request), grant_id=grant) is None:
        raise Refused(404, "there is no such consent, or it is not yours")
    return HttpResponse(status=204)


@router.get(
    "/people/{grant}", auth=READ, response={200: PersonOut, **FINDS}, operation_id="person", summary="What somebody shares with you"
)
def person(request: HttpRequest, grant: Id, wanted: Query[Weeks]) -> HttpResponse:
    """The parts that a person lets you see, and nothing else; ``grant`` is the one under ``held`` of /sharing."""
    found = queries.grant_of(coach=caller(request), grant_id=grant)
    if found is None:
        raise Refused(404, "there is no such consent, or it has ended")
    parts, member, today = set(found.parts), found.member, timezone.localdate()
    out = PersonOut.model_construct(grant=found.pk, name=member.shown_name, done=None, ahead=None, metrics=None)
    if Part.PROGRAMME in parts:
        since = today - timedelta(days=LATELY_DAYS)
        out.done = list(reversed(records(rows=sessions(member=member, since=since, until=today))))
        out.ahead = _ahead(found, today)
    if parts & {Part.PROGRESS, Part.PAIN}:
        from eccentric.web.progress.kept import kept_page  # here: it brings Polars, which the server does not need to start
        from eccentric.web.progress.page import Wanted

        weeks = Wanted(int(wanted.weeks))
        training, pain = Part.PROGRESS in parts, Part.PAIN in parts
        out.metrics = metrics_of(kept_page(member=member, wanted=weeks, today=today, unit="kg", training=training, pain=pain))
    return reply(out)


def _ahead(grant: Grant, today: date) -> list[PlannedSession]:
    row = live_programme(member=grant.member)
    return [plan for plan in planned_days(row=row) if today <= plan.day <= today + timedelta(days=AHEAD_DAYS)] if row else []
