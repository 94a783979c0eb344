"""The library as a static site: one folder of pages that opens from a file, with no network."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from eccentric.library.body_map import body_map_svg, page_muscles
from eccentric.library.exercise import Exercise
from eccentric.library.export.json_ld import script
from eccentric.library.figure import end_at, figure_at, figure_svg, telling_end
from eccentric.library.graph import by_pattern, graph_svg
from eccentric.library.labels import labels
from eccentric.library.read import Library
from eccentric.library.units import units_of
from eccentric.library.wording import avoid_words, citation, dose_words, limit_words, mistake_name, span, trust_words
from eccentric.library.words import tokens, vocabulary
from eccentric.terms.dose import Tempo
from eccentric.terms.errors import bad_input

_SEARCHED_KINDS = {"name", "also called", "question", "mistake", "fault", "equipment", "muscle", "purpose", "kind", "condition"}
_TEMPLATES = ("index.html", "ladder.html", "sources.html")


def write_site(library: Library, folder: Path, language: str = "en") -> list[Path]:
    """Write the site into ``folder`` (made if need be) and return its files; raises BadInput when it cannot be written."""
    pages = {f"{page.id}.html": page_html(page, library, language) for page in library.exercises.values()}
    others = {name: _render(name, library=library, groups=_groups(library), language=language, L=labels(language)) for name in _TEMPLATES}
    assets = {name: (files(__package__) / "templates" / name).read_text(encoding="utf-8") for name in ("style.css", "find.js")}
    contents = pages | others | assets | {"find-data.js": _find_data(library)}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in contents.items():
            (folder / name).write_text(text, encoding="utf-8")
    except OSError as error:
        raise bad_input(str(folder), "a folder that can be written", error.strerror or str(error)) from None
    return [folder / name for name in contents]


def page_html(page: Exercise, library: Library, language: str = "en") -> str:
    """One exercise page as HTML."""
    return _render(
        "page.html",
        page=page,
        library=library,
        language=language,
        L=labels(language),
        figures=[(place, end_at(page, place), figure_at(page, place)) for place in ("start", "end")],
        body_map=body_map_svg(page_muscles(page)),
        json_ld=script(page, language),
    )


def _groups(library: Library) -> list[tuple[str, list[Exercise]]]:
    return [(pattern, [library.exercises[exercise_id] for exercise_id in ids]) for pattern, ids in by_pattern(library).items()]


def _render(template: str, **values: Any) -> str:
    return str(_template(template).render(**values))


@lru_cache(maxsize=8)
def _template(name: str) -> Any:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader(__package__, "templates"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    helpers: tuple[Callable[..., Any], ...] = (
        span,
        dose_words,
        limit_words,
        avoid_words,
        mistake_name,
        citation,
        trust_words,
        tempo_parts,
        figure_svg,
        telling_end,
        graph_svg,
    )
    environment.globals.update({helper.__name__: helper for helper in helpers})
    environment.filters["words"] = lambda text: str(text).replace("-", " ")
    return environment.get_template(name)


def tempo_parts(tempo: str) -> list[tuple[str, float]]:
    """The phases of a tempo that take time, as (css class, seconds)."""
    parts = Tempo.parse(tempo)
    named = (
        ("ecc", parts.eccentric_s),
        ("pause", parts.pause_lengthened_s),
        ("con", parts.concentric_s),
        ("pause", parts.pause_shortened_s),
    )
    return [(name, seconds) for name, seconds in named if seconds > 0]


def _find_data(library: Library) -> str:
    """What the search of the pages knows: synonyms, and for each exercise its pieces of text as tokens."""
    known = vocabulary()
    rows = []
    for page in library.exercises.values():
        units = [unit for unit in units_of(page) if unit.kind in _SEARCHED_KINDS]
        rows.append([page.id, page.name, [[unit.kind, unit.shown[:70], " ".join(tokens(unit.text))] for unit in units]])
    words = {word: " ".join(tokens) for word, tokens in known.words.items()}
    phrases = {phrase: " ".join(tokens) for phrase, tokens in known.phrases.items()}
    data = {"words": words, "phrases": phrases, "stop": sorted(known.stop), "rows": rows}
    return "const LIBRARY=" + json.dumps(data, ensure_ascii=False, separators=(",", ":")) + ";\n"
