"""One row by its key: Django puts a query together anew each time, which costs three times as much as running it; here it is kept."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any, Generic, NamedTuple, TypeVar, cast

from django.db import connection
from django.db.models import Field, Model

Row = TypeVar("Row", bound=Model)


class _Query(NamedTuple):
    """A query as its database takes it: the text, the fields that it reads, and what turns columns into their values."""

    sql: str
    names: list[str]
    converters: dict[int, tuple[list[Callable[..., Any]], Any]]


class ByKey(Generic[Row]):
    """Reads whole rows of a model by one unique field, each thread with its own query."""

    def __init__(self, model: type[Row], field: str) -> None:
        self.model = model
        self.field = cast("Field[Any, Any]", model._meta.get_field(field))
        self.made = threading.local()

    def get(self, key: object) -> Row | None:
        """The row with this key, or None."""
        query = self._query()
        with connection.cursor() as cursor:
            cursor.execute(query.sql, [self.field.get_db_prep_value(key, connection)])
            found = cursor.fetchone()
        if found is None:
            return None
        values = list(found)
        for place, (converters, expression) in query.converters.items():
            for convert in converters:
                values[place] = convert(values[place], expression, connection)
        return self.model.from_db(connection.alias, query.names, values)

    def _query(self) -> _Query:
        query: _Query | None = getattr(self.made, connection.vendor, None)
        if query is None:
            compiler = self.model._base_manager.filter(**{self.field.attname: self._any_key()}).query.get_compiler(connection=connection)
            sql, _ = compiler.as_sql()
            columns = [column for column, _, _ in compiler.select]
            query = _Query(sql, [column.target.attname for column in columns], compiler.get_converters(columns))
            setattr(self.made, connection.vendor, query)
        return query

    def _any_key(self) -> object:
        """A value that the field takes; only the query's shape is read from it."""
        return self.field.to_python("0" * 32)
