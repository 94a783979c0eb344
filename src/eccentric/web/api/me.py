"""You: account and profile."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from django.http import HttpRequest, HttpResponse
from ninja import Router
from pydantic import Field

from eccentric.plan.profile import Profile
from eccentric.web.accounts.forms import YouForm
from eccentric.web.accounts.models import User
from eccentric.web.accounts.scopes import Scope
from eccentric.web.api.auth import caller, needs
from eccentric.web.api.bodies import body_of, body_schema, problems_of
from eccentric.web.api.errors import FINDS, READS, WRITES, Out, Refused, reply
from eccentric.web.api.once import PARAMETER, once
from eccentric.web.training.queries import profile_of
from eccentric.web.training.services import save_profile

router = Router()


class AccountOut(Out):
    """The account that asks."""

    name: str
    shown_name: str
    weight_unit: str
    language: str
    time_zone: str
    joined_at: datetime


class AccountIn(Out):
    """How things are shown: what to call you ("" = the account's name), weights, language, time zone ("" = the server's)."""

    call_me: Annotated[str, Field(max_length=150)] = ""
    weight_unit: Literal["kg", "lb"] = "kg"
    language: Annotated[str, Field(max_length=10)] = "en"
    time_zone: Annotated[str, Field(max_length=64)] = ""


@router.get("/account", auth=needs(Scope.PROFILE_READ), response={200: AccountOut, **READS}, operation_id="account", summary="Your account")
def account(request: HttpRequest) -> HttpResponse:
    """Whose token this is, and how things are shown to them."""
    return reply(_account(caller(request)))


def _account(user: User) -> AccountOut:
    return AccountOut(
        name=user.get_username(),
        shown_name=user.shown_name,
        weight_unit=user.weight_unit,
        language=user.language,
        time_zone=user.time_zone,
        joined_at=user.date_joined,
    )


@router.put(
    "/account",
    auth=needs(Scope.PROFILE_WRITE),
    response={200: AccountOut, **WRITES},
    openapi_extra=body_schema(AccountIn, PARAMETER),
    operation_id="put_account",
    summary="Change how things are shown",
)
@once
def put_account(request: HttpRequest) -> HttpResponse:
    """What to call you, units, language, time zone; what is left out is as on a new account. Weights stay kilograms here."""
    user, given = caller(request), body_of(request, AccountIn)
    form = YouForm({"first_name": given.call_me, **given.model_dump(exclude={"call_me"})}, instance=user)
    if not form.is_valid():
        raise problems_of(form, {"first_name": "call_me"})
    form.save()
    return reply(_account(user))


@router.get("/profile", auth=needs(Scope.PROFILE_READ), response={200: Profile, **FINDS}, operation_id="profile", summary="Your profile")
def profile(request: HttpRequest) -> HttpResponse:
    """What the planner knows about you; 404 before the programme's questions are answered."""
    found = profile_of(member=caller(request))
    if found is None:
        raise Refused(404, "there is no profile yet")
    return reply(found)


@router.put(
    "/profile",
    auth=needs(Scope.PROFILE_WRITE),
    response={200: Profile, **WRITES},
    openapi_extra=body_schema(Profile, PARAMETER),
    operation_id="put_profile",
    summary="Replace your profile",
)
@once
def put_profile(request: HttpRequest) -> HttpResponse:
    """Replace the profile; the next session is worked out anew from it."""
    given = body_of(request, Profile)
    save_profile(member=caller(request), profile=given)
    return reply(given)
