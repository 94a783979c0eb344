"""Logs in, and everything out."""

from __future__ import annotations

import tempfile
from uuid import UUID

from django.http import FileResponse, HttpRequest, HttpResponse
from ninja import File, Router
from ninja.files import UploadedFile

from eccentric.journal.journal import Journal
from eccentric.journal.store import journal_text
from eccentric.terms.errors import BadInput, Problem
from eccentric.web.accounts.exporting import write_export
from eccentric.web.accounts.forms import LARGEST_IMPORT_BYTES
from eccentric.web.accounts.importing import begin_import, names_of, summary_of, take_in
from eccentric.web.accounts.models import Import
from eccentric.web.accounts.scopes import Scope
from eccentric.web.api.auth import caller, needs
from eccentric.web.api.bodies import body_of, body_schema
from eccentric.web.api.errors import CHANGES, READS, WRITES, Out, Refused, reply
from eccentric.web.api.once import PARAMETER, once
from eccentric.web.library.queries import shelf

router = Router()
WRITE = needs(Scope.TRAINING_WRITE)


class NameOut(Out):
    """A name in the log that is not one of ours, and the nearest of ours if one is near."""

    name: str
    sets: int
    suggestion: str | None


class ImportOut(Out):
    """A log that was read and waits: nothing is taken in yet. It is forgotten after a day."""

    id: UUID
    format: str
    dialect: str | None
    rows: int
    sessions: int
    sets: int
    skipped: int
    names: list[NameOut]


class TakeIn(Out):
    """Names of the log and which of our exercises they are; names that are left out stay as written."""

    exercises: dict[str, str] = {}


class TakenOut(Out):
    """What was new."""

    sessions: int
    sets: int


@router.post(
    "/imports",
    auth=WRITE,
    response={201: ImportOut, **WRITES},
    openapi_extra={"parameters": [PARAMETER]},
    operation_id="begin_import",
    summary="Send a log",
)
@once
def begin(request: HttpRequest, log: File[UploadedFile]) -> HttpResponse:
    """Read a log of Strong, Hevy, FitNotes or wger, a FIT activity or a journal; take it in with a second request."""
    if (log.size or 0) > LARGEST_IMPORT_BYTES:
        raise Refused(413, f"the log has more than {LARGEST_IMPORT_BYTES // 1_000_000} MB")
    kept = begin_import(user=caller(request), data=log.read())
    said = summary_of(kept)
    names = [NameOut(name=name.name, sets=name.sets, suggestion=name.suggestion) for name in names_of(kept)]
    return reply(
        ImportOut(
            id=kept.pk,
            format=said.format,
            dialect=said.dialect,
            rows=said.rows,
            sessions=said.sessions,
            sets=said.sets,
            skipped=len(said.skipped),
            names=names,
        ),
        201,
    )


def _waiting(request: HttpRequest, import_id: UUID) -> Import:
    kept = Import.objects.select_related("user").filter(user=caller(request), pk=import_id).first()
    if kept is None:
        raise Refused(404, "there is no such import, or it is not yours")
    return kept


@router.post(
    "/imports/{import_id}/take",
    auth=WRITE,
    response={200: TakenOut, **CHANGES},
    openapi_extra=body_schema(TakeIn, PARAMETER),
    operation_id="take_import",
    summary="Take a log in",
)
@once
def take(request: HttpRequest, import_id: UUID) -> HttpResponse:
    """Store the log's sessions; those that are here already stay as they are."""
    kept, given = _waiting(request, import_id), body_of(request, TakeIn)
    strange = [name for name, exercise in given.exercises.items() if exercise not in shelf().exercises]
    if strange:
        raise BadInput(Problem(f"body.exercises.{name}", "the id of an exercise of the library", given.exercises[name]) for name in strange)
    taken = take_in(kept=kept, chosen=given.exercises)
    return reply(TakenOut(sessions=taken.sessions, sets=taken.sets))


@router.delete("/imports/{import_id}", auth=WRITE, response={204: None, **CHANGES}, operation_id="forget_import", summary="Forget a log")
def forget(request: HttpRequest, import_id: UUID) -> HttpResponse:
    """Delete a log that was read and not taken in."""
    _waiting(request, import_id).delete()
    return HttpResponse(status=204)


@router.get("/journal", auth=needs(Scope.EXPORT), response={200: Journal, **READS}, operation_id="journal", summary="Your whole journal")
def journal(request: HttpRequest) -> HttpResponse:
    """The journal's file: everything recorded, nothing lost; ``eccentric import`` reads it."""
    from eccentric.web.training.queries import journal_of

    return HttpResponse(journal_text(journal_of(member=caller(request))), content_type="application/json")


@router.get(
    "/export",
    auth=needs(Scope.EXPORT),
    response={200: None, **READS},
    openapi_extra={
        "responses": {200: {"description": "A zip", "content": {"application/zip": {"schema": {"type": "string", "format": "binary"}}}}}
    },
    operation_id="export",
    summary="Everything, as one zip",
)
def export(request: HttpRequest) -> FileResponse:
    """Everything that the server keeps of you."""
    stream = tempfile.TemporaryFile()  # noqa: SIM115 (the response closes it)
    write_export(user=caller(request), stream=stream)
    stream.seek(0)
    return FileResponse(stream, as_attachment=True, filename="eccentric.zip", content_type="application/zip")
