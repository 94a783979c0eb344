"""Writing the clinician's page as PDF, with WeasyPrint; without the system's Pango it says what to install."""

from __future__ import annotations

import base64
from datetime import date

from eccentric.journal.journal import Journal
from eccentric.journal.period import period_of
from eccentric.journal.report.page import draw_page
from eccentric.terms.errors import bad_input

INSTALL = "Pango for PDF (Debian: apt install libpango-1.0-0 libpangoft2-1.0-0; macOS: brew install pango)"


def svg_pdf(svg: str) -> bytes:
    """One A4 page from an SVG of that shape; raises BadInput with what to install where Pango is missing."""
    try:
        from weasyprint import HTML
    except OSError:
        raise bad_input("system", INSTALL, "no Pango library") from None
    picture = base64.b64encode(svg.encode()).decode()
    style = "@page{size:A4;margin:0}body{margin:0}img{display:block;width:210mm;height:297mm}"
    html = f'<!doctype html><html lang="en"><style>{style}</style><img alt="" src="data:image/svg+xml;base64,{picture}"></html>'
    return bytes(HTML(string=html).write_pdf())


def journal_pdf(journal: Journal) -> bytes:
    """The report of a journal's last twelve weeks as PDF."""
    return svg_pdf(draw_page(journal, period_of(journal, date.today())))
