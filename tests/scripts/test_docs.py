"""Generated pages are current, schemas hold for the real files, and broken links are seen."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from scripts.build_docs import index, stale
from scripts.docs_links import anchors, broken_links
from scripts.docs_schemas import PUBLISHED


def schema(root: Path, name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((root / "docs" / "reference" / "schemas" / f"{name}.schema.json").read_text())
    return found


def test_generated_pages_are_current(root: Path) -> None:
    """In a process of its own: a command that another test ran by itself remembers other names of its help."""
    checked = subprocess.run([sys.executable, "-m", "scripts.build_docs", "--check"], cwd=root, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_links_resolve(root: Path) -> None:
    assert list(broken_links(root)) == []


@pytest.mark.parametrize("form", PUBLISHED, ids=lambda form: form.name)
def test_schemas_are_schemas_that_refuse_unknown_keys(root: Path, form: Any) -> None:
    jsonschema.Draft202012Validator.check_schema(schema(root, form.name))
    with pytest.raises(jsonschema.ValidationError, match="key_that_no_one_knows"):
        jsonschema.validate({"key_that_no_one_knows": 1}, {**schema(root, form.name), "required": []})


@pytest.mark.parametrize(("name", "folder"), [("exercise", "exercises"), ("source", "evidence")])
def test_library_files_hold_to_their_schema(root: Path, name: str, folder: str) -> None:
    files = sorted((root / "src" / "eccentric" / "library" / folder).glob("*.toml"))
    assert files
    validator = jsonschema.Draft202012Validator(schema(root, name))
    for path in files:
        table = tomllib.loads(path.read_text())
        assert [f"{path.name}: {error.message}" for error in validator.iter_errors(table)] == []
        assert list(validator.iter_errors({**table, "id": path.stem})), "the id is the file's name and must not stand in the file"


def test_a_broken_link_is_seen(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.md").write_text("# One thing, at 5 km!\n[x](b.md) [y](../README.md#gone) [z](#one-thing-at-5-km) ![p](p.png)\n")
    (tmp_path / "README.md").write_text(
        "# Top\n[a](docs/a.md#one-thing-at-5-km) [out](https://example.org)\n```\n[in code](nowhere.md)\n```\n"
    )
    assert [line.split("at ")[-1].split(" for ")[-1] for line in broken_links(tmp_path)] == [
        "b.md, found nothing",
        "../README.md#gone, found none",
        "p.png, found nothing",
    ]
    assert anchors("# `make run`: first\n") == {"make-run-first"}


def test_a_stale_page_and_a_leftover_schema_are_seen(tmp_path: Path) -> None:
    schemas = tmp_path / "docs" / "reference" / "schemas"
    schemas.mkdir(parents=True)
    (schemas / "old.schema.json").write_text("{}")
    page = tmp_path / "docs" / "reference" / "cli.md"
    page.write_text("# Commands of last year\n")
    assert len(stale({page: "# Commands\n"}, tmp_path)) == 2


def test_the_index_sorts_pages_into_kinds(tmp_path: Path) -> None:
    (tmp_path / "how-to").mkdir()
    (tmp_path / "how-to" / "film.md").write_text("# Film a set\n")
    assert index(tmp_path, {}).endswith("## Get one thing done\n\n- [Film a set](how-to/film.md)\n")
