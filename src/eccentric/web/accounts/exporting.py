"""Everything of a person as one archive."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from django.conf import settings
from django.core import serializers

from eccentric.journal.formats.write import written
from eccentric.journal.store import journal_text
from eccentric.terms.errors import BadInput
from eccentric.web.accounts.belongings import files_of, rows_of
from eccentric.web.accounts.models import ApiToken, DoneRequest, User
from eccentric.web.training.queries import journal_of

SECRET_FIELDS = {"password", "digest", "key", "data_secret", "calendar_token", "session_key"}
SECRET_MODELS = {"mfa.authenticator"}
README = """Everything that this server keeps of you.

journal.json       your sessions, sets, plans, tests and milestones; `eccentric import journal.json` reads it, nothing is lost
sets.csv           your sets as a table, in the columns of Hevy's export
profile.json       what the planner knows about you
rows/              every row of the server's database that is yours, by kind; secrets (password, tokens, second factor) are left out
files/             the clips and reports that you kept
"""


def write_export(*, user: User, stream: IO[bytes]) -> None:
    """Write the archive of everything that is kept of a person; secrets that only open doors are left out."""
    journal = journal_of(member=user)
    rows = rows_of(user)
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("README.txt", README)
        archive.writestr("journal.json", journal_text(journal))
        try:
            archive.writestr("sets.csv", written(journal, "csv"))
        except BadInput:
            archive.writestr("sets.csv", "")
        for name, text in _kinds(rows):
            archive.writestr(name, text)
        media = Path(settings.MEDIA_ROOT)
        for path in files_of(user):
            inside = path.relative_to(media).as_posix() if media in path.parents else path.name
            archive.write(path, f"files/{inside}", zipfile.ZIP_STORED)


def _kinds(rows: object) -> Iterator[tuple[str, str]]:
    """Names and texts of the files with rows, and the profile by itself."""
    for model, found in rows.items():  # type: ignore[attr-defined]
        label = model._meta.label_lower
        if label in SECRET_MODELS or model is DoneRequest:
            continue
        values = json.loads(serializers.serialize("json", found))
        for row in values:
            row["fields"] = {name: value for name, value in row["fields"].items() if name not in SECRET_FIELDS}
            if model is not ApiToken and row["pk"] in (None, ""):
                row.pop("pk")
        if label == "training.memberfile":
            yield "profile.json", json.dumps(values[0]["fields"].get("profile"), indent=1, ensure_ascii=False)
        yield f"rows/{label}.json", json.dumps(values, indent=1, ensure_ascii=False)
