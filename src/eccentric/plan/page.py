"""The programme on paper: one page a week, as HTML and, where Pango is installed, as PDF."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment

from eccentric.plan.programme import Programme
from eccentric.plan.show import KINDS, VERDICTS, count, first, load, lower, reserve
from eccentric.terms.errors import bad_input

INSTALL = "Pango (Debian: apt install libpango-1.0-0 libpangoft2-1.0-0; macOS: brew install pango)"
TEMPLATE = Path(__file__).parent / "page.html.jinja"


def page_html(programme: Programme) -> str:
    """A self-contained HTML page; each week begins a new sheet."""
    environment = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    environment.filters.update(count=count, first_set=first, load=load, lower=lower, reserve=reserve)
    template = environment.from_string(TEMPLATE.read_text(encoding="utf-8"))
    return template.render(programme=programme, verdict=VERDICTS[programme.verdict], kinds=KINDS)


def page_pdf(programme: Programme) -> bytes:
    """The page as PDF; raises BadInput with what to install when the system's Pango is missing."""
    try:
        from weasyprint import HTML
    except OSError:
        raise bad_input("PDF", INSTALL, "no Pango library") from None
    return bytes(HTML(string=page_html(programme)).write_pdf())
