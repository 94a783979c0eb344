"""``eccentric library``: read, check, search, draw, export and import the exercise pages."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from eccentric.terms.errors import BadInput, bad_input

if TYPE_CHECKING:
    from eccentric.library.read import Library

_FOLDER = click.option("--folder", type=click.Path(path_type=Path), help="A library folder of your own (default: the packaged one).")


@click.group()
def command() -> None:
    """The exercise library: pages, their evidence, the ladder between them.

    \b
    eccentric library show nordic-curl
    eccentric library search sit bone pain --facet equipment=none
    """


def _library(folder: Path | None) -> Library:
    from eccentric.library.read import read_library

    return read_library(folder)


@command.command()
@click.argument("folder", required=False, type=click.Path(path_type=Path))
def check(folder: Path | None) -> None:
    """Check every file and everything between the files; print all problems, one a line.

    \b
    eccentric library check
    eccentric library check my-library/
    """
    from eccentric.library.check import check_library
    from eccentric.library.translate import check_translations

    began_s = time.perf_counter()
    library = _library(folder)
    problems = [*check_library(library), *check_translations(library)]
    if problems:
        raise BadInput(problems)
    counts = f"{len(library.exercises)} exercises, {len(library.sources)} sources, {len(library.rules)} rules"
    click.echo(f"{counts}: no problems ({(time.perf_counter() - began_s) * 1000:.0f} ms)")


@command.command("list")
@_FOLDER
def list_exercises(folder: Path | None) -> None:
    """List the exercises: id, name, level and pattern.

    \b
    eccentric library list
    """
    for page in _library(folder).exercises.values():
        click.echo(f"{page.id:32} {page.name:36} {page.classification.level:13} {page.classification.pattern}")


@command.command()
@click.argument("exercise_id", metavar="ID")
@click.option("--lang", default="en", help="The language of the page, such as de.")
@_FOLDER
def show(exercise_id: str, lang: str, folder: Path | None) -> None:
    """Print an exercise page in the terminal.

    \b
    eccentric library show lying-leg-curl
    eccentric library show nordic-curl --lang de
    """
    from eccentric.library.terminal import print_page
    from eccentric.library.translate import translated

    library = _library(folder)
    print_page(translated(library.exercise(exercise_id), lang, library.folder), library)


@command.command()
@click.argument("words", nargs=-1)
@click.option("--facet", "facets", multiple=True, metavar="KEY=VALUE", help="Keep pages with this value; may be repeated.")
@click.option("--limit", default=20, show_default=True, type=click.IntRange(min=1))
@click.option("--json", "as_json", type=click.Path(allow_dash=True), help="Write JSON to this file, - for standard output.")
@_FOLDER
def search(words: tuple[str, ...], facets: tuple[str, ...], limit: int, as_json: str | None, folder: Path | None) -> None:
    """Find exercises by name, muscle, equipment, goal, mistake or question.

    \b
    eccentric library search hamstrng curl at home
    eccentric library search curl --facet equipment=resistance-band --json -
    """
    from eccentric.library.search import search as find

    found = find(_library(folder), words, _facets(facets), limit)
    if as_json is not None:
        _write(found.model_dump_json(indent=1), as_json)
        return
    for hit in found.results:
        click.echo(f"{hit.score:5.2f}  {hit.id:28} {hit.name}  ({hit.why})")
    if not found.results:
        click.echo("Nothing found. Try fewer words, or: eccentric library list")


def _facets(pairs: tuple[str, ...]) -> dict[str, list[str]]:
    chosen: dict[str, list[str]] = {}
    for pair in pairs:
        key, equals, value = pair.partition("=")
        if not equals or not value:
            raise bad_input("--facet", "key=value such as equipment=barbell", repr(pair))
        chosen.setdefault(key.strip(), []).append(value.strip())
    return chosen


def _write(text: str, target: str) -> None:
    if target == "-":
        click.echo(text)
        return
    try:
        Path(target).write_text(text + "\n", encoding="utf-8")
    except OSError as error:
        raise bad_input(target, "a file that can be written", error.strerror or str(error)) from None
