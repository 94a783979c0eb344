"""A map of the body from behind and from the front, each muscle filled by how much it does."""

from __future__ import annotations

import math

from eccentric.library.colours import ECCENTRIC
from eccentric.library.drawing.bodies import ARM, BACK, FRONT, HEAD, OUTLINE, Half
from eccentric.library.drawing.body import outlined
from eccentric.library.drawing.svg import SCALE, element, path, smooth, text_of
from eccentric.library.exercise import Exercise
from eccentric.terms.body import MUSCLE_NAMES, Muscle
from eccentric.terms.errors import BadInput, Problem

_ROLE_AMOUNT = {"main": 1.0, "helps": 0.4, "steadies": 0.12}
_APART, _WIDTH, _HEIGHT = 0.46, 200.0, 232.0

STYLE = (
    ".bm{--ink:var(--figure-ink,currentColor);--ground:var(--paper,#fbf9f5);"
    f"--ecc:var(--eccentric,{ECCENTRIC.light})}}"
    ".bm .edge .s{fill:none;stroke:var(--ink);stroke-width:2.7;stroke-linejoin:round}.bm .fill .s{fill:var(--ground)}"
    ".bm .u{fill:none;stroke:var(--ink);stroke-opacity:.28;stroke-width:.7}"
    ".bm .m{fill:var(--ecc);stroke:var(--ecc);stroke-width:.7}"
    ".bm text{fill:var(--ink);fill-opacity:.7;font:9px var(--face,sans-serif);text-anchor:middle}"
    f"@media (prefers-color-scheme:dark){{.bm{{--ground:var(--paper,#161513);--ecc:var(--eccentric,{ECCENTRIC.dark})}}"
    ".bm.alone{color:#ece8e1}}"
)


def body_map_svg(muscles: dict[Muscle, float], alone: bool = False) -> str:
    """The body map as an SVG element; amounts are from 0 (nothing) to 1 (most). ``alone`` brings its own ink for dark ground.

    Raises BadInput for an amount that is NaN or outside 0 to 1.
    """
    wrong = [(muscle, amount) for muscle, amount in muscles.items() if math.isnan(amount) or not 0 <= amount <= 1]
    if wrong:
        raise BadInput(Problem(f"muscles.{muscle.value}", "an amount from 0 to 1", f"{amount:g}") for muscle, amount in wrong)
    key = "b-" + "".join(f"{muscle.value[:3]}{round(amount * 9)}" for muscle, amount in sorted(muscles.items()))
    views = _view(BACK, muscles, -_APART / 2, "back") + _view(FRONT, muscles, _APART / 2, "front")
    return element(
        "svg",
        text_of("Muscles worked", description(muscles), key) + element("style", STYLE) + views,
        xmlns="http://www.w3.org/2000/svg",
        class_="bm alone" if alone else "bm",
        viewBox=f"{-_WIDTH / 2:g} {-_HEIGHT + 16:g} {_WIDTH:g} {_HEIGHT:g}",
        role="img",
        aria_labelledby=f"{key}-t {key}-d",
    )


def page_muscles(page: Exercise) -> dict[Muscle, float]:
    """Amounts from the roles that the page gives its muscles: most for main, less for helping, a trace for steadying."""
    return {muscle: _ROLE_AMOUNT[role] for muscle, role in page.muscles.items()}


def description(muscles: dict[Muscle, float]) -> str:
    """The map in words, the hardest working muscle first."""
    ordered = sorted((muscle for muscle, amount in muscles.items() if amount > 0), key=lambda muscle: -muscles[muscle])
    if not ordered:
        return "A body from behind and from the front; no muscle is marked."
    named = ", ".join(f"{MUSCLE_NAMES[muscle]} {round(100 * muscles[muscle])} of 100" for muscle in ordered)
    return f"A body from behind and from the front. Filled by how much each muscle does: {named}."


def _view(shapes: dict[Muscle, tuple[Half, ...]], muscles: dict[Muscle, float], centre: float, label: str) -> str:
    arms = [path(smooth(_points(ARM, centre, side)), "s") for side in (1, -1)]
    body = outlined([*arms, path(smooth(_whole(OUTLINE, centre)), "s"), path(smooth(_whole(HEAD, centre)), "s")])
    filled = edges = ""
    for muscle, parts in shapes.items():
        amount = muscles.get(muscle, 0.0)
        for part in parts:
            for side in (1, -1):
                data = smooth(_points(part, centre, side), tension=0.6)
                edges += path(data, "u")
                if amount > 0:
                    filled += element("path", d=data, class_="m", fill_opacity=f"{amount:.2f}")
    caption = element("text", label, x=centre * SCALE, y=12)
    return body + filled + edges + caption


def _points(half: Half, centre: float, side: int) -> list[complex]:
    return [complex(centre + side * x, y) for x, y in half]


def _whole(half: Half, centre: float) -> list[complex]:
    """A closed outline from its right half: there along one side, back along the other."""
    return _points(half, centre, 1) + _points(half[-2:0:-1], centre, -1)
