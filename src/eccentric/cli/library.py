"""``eccentric library``: read, check, search, draw, export and import the exercise pages."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from eccentric.terms.errors import BadInput, bad_input

if TYPE_CHECKING:
    from eccentric.library.figure import Place
    from eccentric.library.read import Library

PLACES: tuple[Place, Place] = ("start", "end")

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
    from eccentric.library.translate import translated, translated_library

    library = _library(folder)
    print_page(translated(library.exercise(exercise_id), lang, library.folder), translated_library(library, lang), language=lang)


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


@command.command()
@click.option("--svg", type=click.Path(allow_dash=True), help="Draw it as SVG into this file, - for standard output.")
@_FOLDER
def graph(svg: str | None, folder: Path | None) -> None:
    """Draw the ladder: what is gentle, what is hard, and the steps between.

    \b
    eccentric library graph
    eccentric library graph --svg ladder.svg
    """
    from eccentric.library.graph import graph_svg, graph_text

    library = _library(folder)
    if svg is None:
        click.echo(graph_text(library))
    else:
        _write(graph_svg(library, alone=True), svg)


@command.command()
@click.argument("exercise_id", metavar="ID")
@click.option("--to", type=click.Path(path_type=Path, file_okay=False), default=Path(), help="The folder to draw into (default: here).")
@_FOLDER
def draw(exercise_id: str, to: Path, folder: Path | None) -> None:
    """Draw an exercise at its start and at its turn, and its body map, as SVG files.

    \b
    eccentric library draw nordic-curl --to pictures/
    """
    from eccentric.library.body_map import body_map_svg, page_muscles
    from eccentric.library.figure import end_at, figure_svg

    page = _library(folder).exercise(exercise_id)
    drawings: dict[str, str] = {place: figure_svg(page, end_at(page, place), alone=True) for place in PLACES}
    drawings["muscles"] = body_map_svg(page_muscles(page), alone=True)
    for name, svg in drawings.items():
        target = to / f"{page.id}-{name}.svg"
        _write(svg, str(target))
        click.echo(target)


@command.command()
@click.option("--format", "form", type=click.Choice(["json", "markdown", "html", "free-exercise-db", "wger"]), required=True)
@click.option(
    "--to", type=click.Path(path_type=Path), help="Where to write: a file (json, free-exercise-db, wger) or a folder (markdown, html)."
)
@click.option("--lang", default="en", help="The language of the pages, such as de.")
@_FOLDER
def export(form: str, to: Path | None, lang: str, folder: Path | None) -> None:
    """Write the whole library in another form; html is a site that opens from its folder with no network.

    \b
    eccentric library export --format html --to site/
    eccentric library export --format free-exercise-db --to exercises.json
    """
    from eccentric.library.export.forms import write_export
    from eccentric.library.translate import translated_library

    library = _library(folder)
    chosen = translated_library(library, lang)
    if to is None and form in ("markdown", "html"):
        raise bad_input("--to", f"a folder for {form}", "nothing")
    text = write_export(chosen, form, to, lang)
    if text is not None:
        _write(text, "-" if to is None else str(to))
    elif to is not None:
        click.echo(to / "index.html" if form == "html" else to)


@command.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--to", type=click.Path(path_type=Path, file_okay=False), required=True, help="A folder for the drafts (they never overwrite)."
)
def import_file(file: Path, to: Path) -> None:
    """Make drafts of another database's exercises (free-exercise-db or wger JSON), and say what each still needs.

    \b
    eccentric library import exercises.json --to drafts/
    eccentric library check drafts/
    """
    from eccentric.library.interchange.importing import read_drafts, write_drafts
    from eccentric.library.read import read_exercise

    imported = read_drafts(file)
    paths = write_drafts(imported, to)
    for problem in imported.skipped:
        click.echo(f"skipped {problem}", err=True)
    for path in paths:
        try:
            read_exercise(path.stem, to)
            click.echo(f"{path}: complete")
        except BadInput as error:
            needs = [problem.where.partition(": ")[2] for problem in error.problems]
            click.echo(f"{path}: still needs {', '.join(needs)}")
    rows = {tuple(problem.where.split(": ")[:2]) for problem in imported.skipped}
    click.echo(f"{len(paths)} drafts from {imported.format}, {len(rows)} rows skipped")


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
    from eccentric.motion.staged import write_bytes

    write_bytes(Path(target), (text + "\n").encode())
