"""Drawings of the library inside a page: their style goes to one stylesheet for all of them, since the policy allows none in a drawing."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import lru_cache

from eccentric.library import body_map, figure, graph
from eccentric.web.library.queries import shelf

STYLE_ELEMENT = re.compile(r"<style>(.*?)</style>", re.DOTALL)
MEDIA = re.compile(r"@media \(prefers-color-scheme:dark\)\{(?:[^{}]|\{[^{}]*\})*\}")


def bare(svg: str) -> str:
    """A drawing without its own style element."""
    return STYLE_ELEMENT.sub("", svg)


@lru_cache(maxsize=1)
def stylesheet() -> str:
    """The style of all drawings; colours come from the page's tokens, so the drawings' own dark rules are left out."""
    return "\n".join(MEDIA.sub("", style) for style in (figure.STYLE, body_map.STYLE, graph.STYLE))


@lru_cache(maxsize=1)
def stylesheet_version() -> str:
    """A short name of the stylesheet's content, for caches."""
    return hashlib.sha256(stylesheet().encode()).hexdigest()[:10]


@lru_cache(maxsize=1024)
def picture(exercise_id: str, theme: str, way: int | None = None) -> tuple[str, str]:
    """The figure as a file of its own, and the policy that lets it use exactly its own style.

    ``theme`` is light, dark, or anything else for what the phone prefers; ``way`` is how far the lowering has come, in tenths.
    """
    page = shelf().exercises[exercise_id]
    if way is None:
        svg = figure.figure_svg(page, figure.telling_end(page), alone=True, close=True)
    else:
        svg = figure.figure_svg(page, "lengthened", alone=True, share=way / 10)
    if theme == "light":
        svg = MEDIA.sub("", svg)
    elif theme == "dark":
        svg = svg.replace("@media (prefers-color-scheme:dark){", "@media all{")
    style = STYLE_ELEMENT.search(svg)
    digest = base64.b64encode(hashlib.sha256((style.group(1) if style else "").encode()).digest()).decode()
    return svg, f"default-src 'none'; style-src 'sha256-{digest}'"
