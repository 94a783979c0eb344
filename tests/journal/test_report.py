"""The clinician's page: what it says, that it stays on one page, and that it is safe to draw anything."""

from __future__ import annotations

import re
import sys
import xml.etree.ElementTree as ET
import zlib
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.journal.samples import START, rehab_journal

from eccentric.journal.formats import pdf
from eccentric.journal.journal import Journal
from eccentric.journal.period import Period, period_of, within
from eccentric.journal.records import Entry, Session, SetRecord
from eccentric.journal.report.canvas import ECCENTRIC, Canvas, shortened, wrapped
from eccentric.journal.report.facts import facts_of
from eccentric.journal.report.page import HEIGHT, WIDTH, draw_page
from eccentric.journal.report.plots import nice_top
from eccentric.journal.report.terminal import progress_lines, spark
from eccentric.terms.errors import BadInput

TODAY = START + timedelta(weeks=20)


def period(journal: Journal, weeks: int = 12) -> Period:
    found = period_of(journal, TODAY, weeks)
    assert found is not None
    return found


def texts(svg: str) -> list[str]:
    return [element.text or "" for element in ET.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")]


def page(journal: Journal) -> str:
    return draw_page(journal, period(journal), "Report")


def test_the_page_says_what_was_prescribed_done_hurt_and_changed() -> None:
    said = " ".join(texts(page(rehab_journal())))
    for words in (
        *("Prescribed", "Done", "Hurt", "Changed", "3 March 2025 to 24 April 2025", "Seated leg curl: 3 x 8-12 at 48.75 kg"),
        *("13 of 16 planned sessions done (81%)", "Longest gap: 7 days", "Pain: 5 to 2 of 10, better, medium change."),
        *("Function: 3 to 6.5 of 10, better, large change.", "left weaker", "4 green, 4 amber, 0 red", "no diagnosis"),
    ):
        assert words in said, words


def test_everything_stands_on_the_page() -> None:
    long_names = rehab_journal()
    entry = long_names.sessions[0].entries[0].model_copy(update={"name": "An exercise with a very long name that goes on and on " * 3})
    session = long_names.sessions[0].model_copy(update={"entries": (entry, *long_names.sessions[0].entries[1:])})
    for journal in (rehab_journal(), long_names.model_copy(update={"sessions": (session, *long_names.sessions[1:])})):
        root = ET.fromstring(page(journal))
        for element in root.iter("{http://www.w3.org/2000/svg}text"):
            x, y, size = (float(element.attrib[name]) for name in ("x", "y", "font-size"))
            wide = len(element.text or "") * size * 0.5
            right = x if element.attrib["text-anchor"] == "end" else x + wide
            assert 0 <= x <= WIDTH and right <= WIDTH, element.text
            assert 0 < y < HEIGHT, element.text


def with_prescriptions(count: int) -> str:
    journal = rehab_journal()
    entry = journal.planned[-1].entries[0]
    entries = tuple(entry.model_copy(update={"exercise": f"exercise-{n}", "name": f"Exercise number {n}"}) for n in range(count))
    plans = (*journal.planned[:-1], journal.planned[-1].model_copy(update={"entries": entries}))
    return " ".join(texts(page(journal.model_copy(update={"planned": plans}))))


def test_eight_prescriptions_fit_and_thirty_are_counted() -> None:
    few, many = with_prescriptions(6), with_prescriptions(30)
    assert all(f"Exercise number {n}:" in few for n in range(6))
    assert "more" not in few
    shown = sum(f"Exercise number {n}:" in many for n in range(30)) + 2
    assert f"and {32 - shown} more" in many


def test_the_colour_of_lowering_is_used_for_lowering_only() -> None:
    root = ET.fromstring(page(rehab_journal()))
    coloured = [element for element in root.iter() if ECCENTRIC in (element.attrib.get("fill"), element.attrib.get("stroke"))]
    assert len(coloured) == 8
    assert {element.tag.split("}")[1] for element in coloured} == {"rect"}


def test_an_empty_journal_says_so() -> None:
    assert period_of(Journal(), TODAY) is None
    assert "Nothing is recorded yet." in texts(draw_page(Journal(), None))
    assert progress_lines(Journal(), None) == ["Nothing is recorded yet."]


def test_a_plain_log_without_plan_or_pain_says_so() -> None:
    sets = (SetRecord(reps=8, external_load_kg=40.0),)
    journal = Journal(sessions=(Session(day=START, entries=(Entry(name="x", exercise="lying-leg-curl", sets=sets),)),))
    said = " ".join(texts(page(journal)))
    for words in (
        "No plan was recorded.",
        "1 session in 1 week.",
        "Pain in training was not asked for.",
        "Seconds of lowering: not recorded",
    ):
        assert words in said, words


def test_the_period_is_whole_weeks_up_to_what_was_recorded() -> None:
    journal = rehab_journal()
    whole = period(journal)
    assert (whole.first, whole.last) == (START, date(2025, 4, 24))
    assert len(whole.mondays) == 8
    short = period(journal, 2)
    assert short.first == date(2025, 4, 14)
    assert {session.day >= short.first for session in within(journal, short).sessions} == {True}
    assert period_of(journal, START - timedelta(days=1)) is None


def test_facts_have_every_week_also_empty_ones() -> None:
    journal = rehab_journal()
    few = journal.model_copy(update={"sessions": (journal.sessions[0], journal.sessions[-1]), "planned": (), "tests": ()})
    facts = facts_of(few, period(few))
    assert [value for _, value in facts.hard_sets] == [5.0, 0, 0, 0, 0, 0, 0, 5.0]
    assert [value is None for _, value in facts.eccentric_s] == [False, *[True] * 6, False]


def test_text_is_escaped_and_long_text_is_wrapped_or_cut() -> None:
    canvas = Canvas(100, 100, '<script>"&')
    canvas.text(0, 10, "<b>&")
    assert texts(canvas.svg()) == ["<b>&"]
    assert wrapped("one two three", 30, 10) == ["one", "two", "three"]
    assert shortened("abcdefghij", 26, 10) == "abcd…"


def test_scales_end_on_round_numbers() -> None:
    assert [nice_top(value) for value in (0, 0.3, 1, 7, 11, 21, 99, 100, 101)] == [1, 0.4, 1, 8, 20, 25, 100, 100, 200]


def test_spark_lines() -> None:
    assert spark([0, 1, 2, None]) == "▁▅█·"
    assert spark([]) == ""
    assert spark([0.0]) == "▁"


def test_the_terminal_says_the_same() -> None:
    said = "\n".join(progress_lines(rehab_journal(), period(rehab_journal())))
    assert "13 of 16 planned sessions done (81%)" in said
    assert re.search("[▁▂▃▄▅▆▇█]{8}", said)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=80))
@example('\x00\x0b\x1f\ufffe<&"')
def test_any_name_can_be_drawn(name: str) -> None:
    session = rehab_journal(1).sessions[0]
    entry = session.entries[0].model_copy(update={"name": name})
    journal = Journal(sessions=(session.model_copy(update={"entries": (entry,)}),))
    ET.fromstring(draw_page(journal, period(journal), name))


@pytest.mark.slow
def test_the_pdf_is_one_page() -> None:
    data = pdf.svg_pdf(page(rehab_journal()))
    assert data.startswith(b"%PDF")
    streams = [zlib.decompress(part) for part in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL) if part[:1] == b"\x78"]
    assert re.findall(rb"/Count (\d+)", b"".join([data, *streams])) == [b"1"]


def test_without_pango_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    class Missing:
        def find_spec(self, name: str, *_: object) -> None:
            if name == "weasyprint":
                raise OSError("cannot load library 'libpango-1.0-0'")

    monkeypatch.delitem(sys.modules, "weasyprint", raising=False)
    monkeypatch.setattr(sys, "meta_path", [Missing(), *sys.meta_path])
    with pytest.raises(BadInput, match="libpango") as caught:
        pdf.svg_pdf("<svg/>")
    assert len(caught.value.problems) == 1
