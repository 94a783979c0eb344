"""Writing SVG: points in body heights become pixels, smooth outlines become paths."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

SCALE = 210.0


def number(value: float) -> str:
    """A coordinate with one decimal and no needless zero."""
    return f"{round(value, 1) + 0.0:g}"


def xy(point: complex) -> str:
    """A point in pixels, y downwards."""
    return f"{number(point.real * SCALE)} {number(-point.imag * SCALE)}"


def line(*points: complex) -> str:
    """Path data of straight lines through the points."""
    return "M" + "L".join(xy(point) for point in points)


def smooth(points: Sequence[complex], closed: bool = True, tension: float = 0.5) -> str:
    """Path data of a smooth curve through the points (Catmull-Rom as Bezier curves)."""
    count = len(points)
    around = [*points] if closed else [points[0], *points, points[-1]]
    start = points[0]
    parts = [f"M{xy(start)}"]
    for index in range(count if closed else count - 1):
        if closed:
            before, here, there, after = (around[(index + step) % count] for step in (-1, 0, 1, 2))
        else:
            before, here, there, after = around[index : index + 4]
        first = here + (there - before) * tension / 3
        second = there - (after - here) * tension / 3
        parts.append(f"C{xy(first)} {xy(second)} {xy(there)}")
    return "".join(parts) + ("Z" if closed else "")


def element(name: str, content: str = "", **attributes: str | float) -> str:
    """An SVG element; underscores in attribute names become hyphens (``class_`` becomes ``class``)."""
    written = "".join(
        f" {key.rstrip('_').replace('_', '-')}={quoteattr(value if isinstance(value, str) else number(value))}"
        for key, value in attributes.items()
    )
    return f"<{name}{written}>{content}</{name}>" if content else f"<{name}{written}/>"


def path(data: str, class_: str) -> str:
    """A path of a class."""
    return element("path", d=data, class_=class_)


def circle(centre: complex, radius: float, class_: str) -> str:
    """A circle of a class; the radius is in body heights."""
    return element("circle", cx=centre.real * SCALE, cy=-centre.imag * SCALE, r=radius * SCALE, class_=class_)


def text_of(title: str, description: str, key: str) -> str:
    """The title and description elements, with ids that the picture's aria-labelledby names."""
    return f'<title id="{key}-t">{escape(title)}</title><desc id="{key}-d">{escape(description)}</desc>'
