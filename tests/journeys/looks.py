"""A page in every look: phone and desktop, light and dark; what axe finds in each, and whether anything overflows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.journeys.serving import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Page

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
SIZES = {"phone": (390, 844), "desktop": (1440, 900)}
SCHEMES = ("light", "dark")
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def axe(page: Page) -> list[str]:
    """What axe finds, one line each; it is put in by the debugger, which no policy stops."""
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(AXE.read_text())
    found = page.evaluate("axe.run({resultTypes: ['violations']})")
    return [f"{one['id']}: {node['target']} {node['failureSummary']}" for one in found["violations"] for node in one["nodes"]]


def wrong_in_any_look(page: Page) -> list[str]:
    """What axe finds and what overflows in each look of a page that is loaded, one line each; the page stays in the last look."""
    wrong = []
    for size, (width, height) in SIZES.items():
        page.set_viewport_size({"width": width, "height": height})
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
            wrong += [f"{size} {scheme}: {line}" for line in axe(page)]
        over = page.evaluate(OVERFLOW)
        wrong += [f"{size}: {over} pixels too wide"] if over else []
    return wrong
