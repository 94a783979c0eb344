"""The JSON Schemas of every file and every JSON output, written from the models that read and write them."""

from __future__ import annotations

import importlib
import json
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import BaseModel

INTRODUCTION = """# Files and JSON outputs

One JSON Schema (draft 2020-12) for each, written from the models that read or write it (`make docs`).
A TOML file is checked as the table that it holds.

| schema | what it describes |
| --- | --- |
"""


@dataclass(frozen=True)
class Published:
    """One published form: its schema's name, ``module:Model``, and what it is for the reader.

    ``mode``: ``validation`` for what people write or what leaves defaults out, ``serialization`` for what a command prints whole.
    ``stem_is_id``: the model's ``id`` is the file's name, so it must not stand in the file.
    """

    name: str
    model: str
    what: str
    mode: Literal["validation", "serialization"] = "serialization"
    stem_is_id: bool = False

    def load(self) -> type[BaseModel]:
        """The model."""
        module, _, name = self.model.partition(":")
        model: type[BaseModel] = getattr(importlib.import_module(module), name)
        return model

    def schema(self) -> dict[str, Any]:
        """The JSON Schema of the file or output."""
        schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **self.load().model_json_schema(by_alias=True, mode=self.mode)}
        if self.stem_is_id:
            del schema["properties"]["id"]
            schema["required"].remove("id")
        return schema


PUBLISHED = (
    Published(
        "exercise", "eccentric.library.exercise:Exercise", "an exercise file, `library/exercises/ID.toml`", "validation", stem_is_id=True
    ),
    Published("source", "eccentric.library.evidence:Source", "an evidence file, `library/evidence/ID.toml`", "validation", stem_is_id=True),
    Published("search", "eccentric.library.search:SearchResult", "what `eccentric library search --json` prints"),
    Published("watch", "eccentric.motion.watch_json:WatchDocument", "what `eccentric watch --json` prints"),
    Published("muscles", "eccentric.anatomy.muscles_json:MusclesJson", "what `eccentric muscles ID --json` prints"),
    Published("profile", "eccentric.plan.profile:Profile", "a person's profile, `profile.toml`", "validation"),
    Published("plan", "eccentric.plan.programme:Programme", "what `eccentric plan --json` prints"),
    Published("next", "eccentric.plan.next_session:NextSession", "what `eccentric next --json` prints"),
    Published("journal", "eccentric.journal.journal:Journal", "a journal, `journal.json`", "validation"),
    Published("progress", "eccentric.journal.metrics.overview:Overview", "what `eccentric progress --json` prints"),
    Published("library", "eccentric.library.export.plain:LibraryFile", "what `eccentric library export --format json` writes"),
    Published(
        "import", "eccentric.journal.formats.summary:ImportSummary", "what `eccentric import --json` and `eccentric convert --json` print"
    ),
)


def schema_files() -> dict[str, str]:
    """Path below docs/reference -> text, for every schema and the page that lists them."""
    files = {f"schemas/{form.name}.schema.json": json.dumps(form.schema(), indent=1, sort_keys=True) + "\n" for form in PUBLISHED}
    rows = "".join(f"| [{form.name}](schemas/{form.name}.schema.json) | {form.what} |\n" for form in PUBLISHED)
    return {**files, "schemas.md": INTRODUCTION + rows}
