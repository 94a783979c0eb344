"""The ladder as a graph: which rung each exercise stands on, drawn as text or as SVG."""

from __future__ import annotations

from collections import defaultdict

from eccentric.library.drawing.svg import element
from eccentric.library.exercise import Exercise
from eccentric.library.read import Library

_COLUMN, _ROW, _LETTER, _TITLE = 236.0, 40.0, 6.9, 36.0
STYLE = (
    ".lg{--ink:var(--figure-ink,currentColor);font:13px 'Atkinson Hyperlegible',system-ui,sans-serif}"
    ".lg text{fill:var(--ink);paint-order:stroke;stroke:var(--paper,#fbf9f5);stroke-width:5;stroke-linejoin:round}"
    ".lg .g{font-weight:700;font-size:15px}.lg .c{fill-opacity:.62;font-size:11px}"
    ".lg .e{fill:none;stroke:var(--ink);stroke-opacity:.32;stroke-width:1.2}"
    ".lg .d{fill:var(--ink);fill-opacity:.55}.lg a:hover text,.lg a:focus text{text-decoration:underline}"
    "@media (prefers-color-scheme:dark){.lg.alone{color:#ece8e1;--paper:#161513}}"
)


def rungs(library: Library) -> dict[str, int]:
    """The rung of each exercise: 0 with nothing easier, else one above its highest easier neighbour (loops are cut where met)."""
    found: dict[str, int] = {}

    def rung(exercise_id: str, path: tuple[str, ...]) -> int:
        if exercise_id not in found:
            below = [
                easier for easier in library.exercises[exercise_id].ladder.easier if easier in library.exercises and easier not in path
            ]
            found[exercise_id] = 1 + max((rung(easier, (*path, exercise_id)) for easier in below), default=-1)
        return found[exercise_id]

    for exercise_id in library.exercises:
        rung(exercise_id, ())
    return found


def by_pattern(library: Library) -> dict[str, list[str]]:
    """The ids of each pattern, gentlest first."""
    level = rungs(library)
    groups: dict[str, list[str]] = defaultdict(list)
    for page in library.exercises.values():
        groups[page.classification.pattern].append(page.id)
    return {pattern: sorted(groups[pattern], key=lambda exercise_id: (level[exercise_id], exercise_id)) for pattern in sorted(groups)}


def graph_text(library: Library) -> str:
    """The ladder in words: for each pattern its rungs, and what each exercise leads to."""
    level = rungs(library)
    lines: list[str] = []
    for pattern, ids in by_pattern(library).items():
        lines += ["", pattern.replace("-", " ").upper()]
        for exercise_id in ids:
            page = library.exercises[exercise_id]
            leads = f"  > {', '.join(page.ladder.harder)}" if page.ladder.harder else ""
            lines.append(f"  {'· ' * level[exercise_id]}{page.name}{leads}")
    return "\n".join(lines[1:])


def graph_svg(library: Library, alone: bool = False, link: str | None = None) -> str:
    """The ladder as an SVG element: gentle on the left, hard on the right, one band for each pattern.

    ``link`` is a pattern such as ``{}.html`` that makes each name a link.
    """
    places, bands, height = _places(library)
    width = _COLUMN * (1 + max((column for column, _ in places.values()), default=0)) + 20
    titles = "".join(element("text", pattern.replace("-", " "), x=10, y=top, class_="g") for pattern, top in bands)
    edges = nodes = ""
    for exercise_id, place in places.items():
        page = library.exercises[exercise_id]
        inside, outside = _split(page, library)
        edges += "".join(_edge(place, places[harder], page.name) for harder in inside)
        nodes += _node(page.name, place, link and link.format(exercise_id)) + _onwards(outside, place)
    label = f"{len(places)} exercises from easier on the left to harder on the right."
    return element(
        "svg",
        element("style", STYLE) + titles + edges + nodes,
        xmlns="http://www.w3.org/2000/svg",
        class_="lg alone" if alone else "lg",
        viewBox=f"0 0 {width:.0f} {height:.0f}",
        role="img",
        aria_label=label,
    )


def _places(library: Library) -> tuple[dict[str, tuple[int, float]], list[tuple[str, float]], float]:
    """For each exercise its column and height in pixels; the bands' titles with theirs; and the whole height."""
    level = rungs(library)
    places: dict[str, tuple[int, float]] = {}
    bands: list[tuple[str, float]] = []
    top = 26.0
    for pattern, ids in by_pattern(library).items():
        bands.append((pattern, top))
        least = min(level[exercise_id] for exercise_id in ids)
        columns: dict[int, list[str]] = defaultdict(list)
        for exercise_id in ids:
            columns[level[exercise_id] - least].append(exercise_id)
        rows: dict[str, int] = {}
        for column in sorted(columns):
            for row, exercise_id in enumerate(sorted(columns[column], key=lambda found: _mean_row(library, found, rows))):
                rows[exercise_id] = row
                places[exercise_id] = (column, top + _TITLE - 8 + row * _ROW)
        top += _TITLE + 26 + (max(rows.values()) + 1) * _ROW
    return places, bands, top


def _mean_row(library: Library, exercise_id: str, rows: dict[str, int]) -> float:
    below = [rows[easier] for easier in library.exercises[exercise_id].ladder.easier if easier in rows]
    return sum(below) / len(below) if below else len(rows)


def _split(page: Exercise, library: Library) -> tuple[list[str], list[Exercise]]:
    """The harder neighbours within the page's pattern (ids, drawn as lines) and beyond it (pages, written below the name)."""
    known = [library.exercises[harder] for harder in page.ladder.harder if harder in library.exercises]
    pattern = page.classification.pattern
    return [other.id for other in known if other.classification.pattern == pattern], [
        o for o in known if o.classification.pattern != pattern
    ]


def _edge(start: tuple[int, float], end: tuple[int, float], name: str) -> str:
    x1, y1 = start[0] * _COLUMN + 22 + min(len(name) * _LETTER, _COLUMN - 44), start[1]
    x2, y2 = end[0] * _COLUMN + 6, end[1]
    turn = max(x1 + 8, end[0] * _COLUMN - 16)
    middle = (turn + x2) / 2
    return element("path", d=f"M{x1:.0f} {y1:.0f}H{turn:.0f}C{middle:.0f} {y1:.0f} {middle:.0f} {y2:.0f} {x2:.0f} {y2:.0f}", class_="e")


def _node(name: str, place: tuple[int, float], link: str | None) -> str:
    x, y = place[0] * _COLUMN + 11, place[1]
    text = element("circle", cx=x, cy=y, r=2.6, class_="d") + element("text", _escaped(name), x=x + 7, y=y + 4.5)
    return element("a", text, href=link) if link else text


def _onwards(pages: list[Exercise], place: tuple[int, float]) -> str:
    if not pages:
        return ""
    first = pages[0].name if len(pages) == 1 else f"{pages[0].name} and {len(pages) - 1} more"
    return element("text", f"then {_escaped(first)}", x=place[0] * _COLUMN + 18, y=place[1] + 18, class_="c")


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
