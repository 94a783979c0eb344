"""The programme on paper: one page a week, as HTML and, where Pango is installed, as PDF."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment

from eccentric.plan.programme import PlannedSession, Programme, Week
from eccentric.plan.show import KINDS, VERDICTS, count, first, load, lower, pain_words, reserve
from eccentric.terms.errors import bad_input

INSTALL = "Pango (Debian: apt install libpango-1.0-0 libpangoft2-1.0-0; macOS: brew install pango)"
TEMPLATE = Path(__file__).parent / "page.html.jinja"


def page_html(programme: Programme) -> str:
    """A self-contained HTML page; each week begins a new sheet."""
    environment = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    environment.filters.update(again=_again, count=count, first_set=first, load=load, lower=lower, reserve=reserve)
    template = environment.from_string(TEMPLATE.read_text(encoding="utf-8"))
    return template.render(programme=programme, verdict=VERDICTS[programme.verdict], kinds=KINDS, pain_words=pain_words)


def _again(session: PlannedSession, week: Week) -> str:
    """What a session repeats of its week's earlier ones: the whole of one, or some of their exercises; "" where something is new."""
    earlier = week.sessions[: week.sessions.index(session)]
    same = next((each for each in earlier if each.items == session.items), None)
    if same is not None:
        return f"as on {same.date:%A}"
    known = [item for each in earlier for item in each.items]
    return f"{', '.join(item.name for item in session.items)}, as before" if all(item in known for item in session.items) else ""


def page_pdf(programme: Programme) -> bytes:
    """The page as PDF; raises BadInput with what to install when the system's Pango is missing."""
    try:
        from weasyprint import HTML
    except OSError:
        raise bad_input("PDF", INSTALL, "no Pango library") from None
    return bytes(HTML(string=page_html(programme)).write_pdf())
