"""Everything on this server that belongs to a person: rows of every model that points to them, and the files of those rows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.db import models
from django.db.models.deletion import Collector

from eccentric.web.accounts.models import User


def rows_of(user: User) -> dict[type[models.Model], list[models.Model]]:
    """The rows that go when the person goes, by model, the person's own row among them."""
    collector = Collector(using="default", origin=user)
    collector.collect([user], fail_on_restricted=False)
    found: dict[type[models.Model], list[models.Model]] = {model: list(rows) for model, rows in collector.data.items()}
    for query in collector.fast_deletes:
        found.setdefault(query.model, []).extend(query)
    return {model: rows for model, rows in found.items() if rows}


def files_of(user: User) -> list[Path]:
    """The files on disk of the person's rows: those of file fields, and all in the folder of a row that has one (a form check)."""
    found = dict.fromkeys(_field_files(user))
    for rows in rows_of(user).values():
        for row in rows:
            folder = getattr(row, "folder", None)
            if isinstance(folder, Path):
                found |= dict.fromkeys(sorted(folder.rglob("*")))
    return [path for path in found if path.is_file()]


def _field_files(user: User) -> Iterator[Path]:
    for model, rows in rows_of(user).items():
        fields = [field for field in model._meta.get_fields() if isinstance(field, models.FileField)]
        for row in rows:
            for field in fields:
                value: Any = getattr(row, field.name)
                if value:
                    yield Path(value.path)
