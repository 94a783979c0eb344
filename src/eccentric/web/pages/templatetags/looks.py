"""Tags of the design language; they are built in, so templates need no {% load %}."""

from __future__ import annotations

from django import template
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString

from eccentric.terms.dose import Tempo
from eccentric.web.pages.styles import sheet, static_sheet

register = template.Library()
TALL = 24.0


@register.simple_tag(takes_context=True)
def style(context: Context, name: str) -> SafeString:
    """A static style sheet, such as "library.css", linked or inside the page."""
    return sheet(context["request"], *static_sheet(name))


@register.simple_tag
def descent(filled: float = 0.6, words: str = "", kind: str = "") -> SafeString:
    """A descent: a bar that fills from top to bottom; ``filled`` is 0 to 1, ``words`` what a screen reader says ("" hides it)."""
    depth = max(0.0, min(1.0, float(filled))) * (TALL - 2)
    label = format_html('role="img" aria-label="{}"', words) if words else SafeString('aria-hidden="true"')
    return format_html(
        '<svg class="descent {}" viewBox="0 0 10 {}" {} focusable="false">'
        '<rect class="full" x="1" y="1" width="8" height="{}"/><rect class="shell" x="1" y="1" width="8" height="{}"/></svg>',
        kind,
        f"{TALL:g}",
        label,
        f"{depth:.2f}",
        f"{TALL - 2:g}",
    )


@register.simple_tag
def mark(kind: str) -> SafeString:
    """A mark by shape: good is a filled disc, warned an open triangle, bad a filled triangle, open a ring; words stand beside it."""
    shapes = {
        "good": '<circle cx="8" cy="8" r="6" class="solid"/>',
        "open": '<circle cx="8" cy="8" r="5.5" class="line"/>',
        "warned": '<path d="M8 2 15 14H1Z" class="line"/>',
        "bad": '<path d="M8 1.5 15.5 14.5H.5Z" class="solid"/>',
    }
    return format_html('<svg class="mark" viewBox="0 0 16 16" aria-hidden="true" focusable="false">{}</svg>', SafeString(shapes[kind]))


@register.simple_tag
def tempo(text: str, longer: str = "lower", shorter: str = "lift") -> SafeString:
    """A tempo such as 3-0-1-0 as a line over time: down while lowering, level in pauses, up while lifting; 16 units a second."""
    dose = Tempo.parse(text)
    x, low, parts = 3.0, False, []
    for kind, seconds, word in _phases(dose, longer.lower(), shorter.lower()):
        if seconds <= 0:
            low = kind == "eccentric" or (low and kind != "concentric")
            continue
        y = (5.0, 27.0) if kind == "eccentric" else (27.0, 5.0) if kind == "concentric" else (27.0, 27.0) if low else (5.0, 5.0)
        parts.append((f'<line class="{kind}" x1="{x:g}" y1="{y[0]:g}" x2="{x + 16 * seconds:g}" y2="{y[1]:g}"/>', f"{word} {seconds:g} s"))
        x, low = x + 16 * seconds, y[1] > 20
    lines, said = "".join(line for line, _ in parts), ", ".join(words for _, words in parts)
    return format_html(
        '<svg class="tempo-line" viewBox="0 0 {} 32" width="{}" height="32" role="img" aria-label="Tempo {}: {}">{}</svg>',
        f"{x + 3:g}",
        f"{x + 3:g}",
        text,
        said,
        SafeString(lines),
    )


def _phases(dose: Tempo, longer: str, shorter: str) -> list[tuple[str, float, str]]:
    return [
        ("eccentric", dose.eccentric_s, longer),
        ("pause", dose.pause_lengthened_s, "pause long"),
        ("concentric", dose.concentric_s, shorter),
        ("pause", dose.pause_shortened_s, "pause short"),
    ]
