"""The page says what the set showed, loads nothing, and can be read without eyes."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from tests.motion.report import builders

from eccentric.motion.report import Pictures, render
from eccentric.motion.report.stills import Still
from eccentric.motion.watched import WatchedSet
from eccentric.terms.faults import FaultId, Severity

EXERCISE = builders.exercise()
LIFT = builders.fault(FaultId.HIPS_LIFT, 5.5)
WATCHED = builders.watched(builders.rep(1), builders.rep(2, LIFT), builders.rep(3))
SHOT = Still("data:image/jpeg;base64,AAAA", "Repetition 2 at 0:05.6: hips lifted, 17°.", 5.6)


class Page(HTMLParser):
    """What a reader meets: visible words, pictures, links and ids."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self._silent = 0
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._silent += tag in ("style", "script")

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in ("style", "script")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.words.append(data)

    @property
    def text(self) -> str:
        return re.sub(r"\s+", " ", " ".join(self.words)).replace("\u00a0", " ")

    def of(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.tags if name == tag]


def page(watched: WatchedSet = WATCHED, **more: str | None) -> Page:
    return Page(render(watched, EXERCISE, builders.Source(), Pictures({(2, LIFT.id): SHOT}), **more))


def test_the_verdict_and_the_fix_come_first() -> None:
    text = page().text
    mistake = EXERCISE.mistake(FaultId.HIPS_LIFT)
    assert mistake is not None
    assert text.index("2 of 3 repetitions were good") < text.index(mistake.fix) < text.index("Each repetition")
    assert "Once, in repetition 2: the hips moved by 17° (limit 12°)." in text


def test_every_repetition_has_its_tempo_range_and_verdict() -> None:
    found = page()
    assert [attrs["id"] for attrs in found.of("article")] == ["rep-1", "rep-2", "rep-3"]
    assert found.text.count("5° to 110° of knee flexion") == 3
    assert found.text.count("2.0 s lowering of 3 s") == 3


def test_the_bar_is_as_long_as_the_lowering() -> None:
    html = render(WATCHED, EXERCISE, builders.Source(), Pictures({}))
    heights = re.findall(r'fill eccentric" style="height:([\d.]+)%', html)
    assert len(heights) == 2 * len(WATCHED.reps), "once in the row of lowerings, once with its repetition"
    assert [float(height) for height in heights] == pytest.approx([100 * 2.0 / 3.0] * len(heights), abs=0.01), "two of three seconds"


def test_nothing_comes_from_a_network() -> None:
    found = page(video_src="data:video/mp4;base64,AAAA")
    links = [attrs.get(name) or "" for _, attrs in found.tags for name in ("src", "href", "poster") if name in attrs]
    assert links
    assert all(link.startswith(("data:", "#")) for link in links), links
    assert not re.search(r"url\(|@import|fetch\(", render(WATCHED, EXERCISE, builders.Source(), Pictures({})))


def test_pictures_have_words_and_links_have_targets() -> None:
    found = page(video_src="annotated.mp4")
    assert [attrs["alt"] for attrs in found.of("img")] == [SHOT.alt, SHOT.alt]
    ids = {attrs["id"] for _, attrs in found.tags if "id" in attrs}
    assert {(attrs.get("href") or "")[1:] for attrs in found.of("a") if (attrs.get("href") or "").startswith("#")} <= ids
    assert [attrs["lang"] for attrs in found.of("html")] == ["en"]


def test_headings_never_skip_a_level() -> None:
    levels = [int(name[1]) for name, _ in page(video_src="annotated.mp4").tags if re.fullmatch(r"h[1-6]", name)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_a_name_cannot_break_the_page() -> None:
    html = render(WATCHED, EXERCISE, builders.Source(name="<script>alert(1)</script>.mp4"), Pictures({}))
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(1)" in html


def test_the_muscles_section_is_a_slot() -> None:
    assert "muscles" not in {attrs.get("id") for _, attrs in page().tags}
    assert "<p>Both heads worked.</p>" in render(
        WATCHED, EXERCISE, builders.Source(), Pictures({}), muscles_html="<p>Both heads worked.</p>"
    )


def test_nobody_is_told_how_to_film_again() -> None:
    text = page(builders.nobody()).text
    assert "No repetition found" in text
    assert "Nobody was in view." in text
    assert "Film the whole set from the side" in text
    assert "Each repetition" not in text


def test_a_clean_set_has_nothing_to_fix() -> None:
    text = page(builders.watched(builders.rep(1))).text
    assert "Nothing in this set" in text
    assert "check them yourself" in text


def test_what_was_not_measured_is_not_invented() -> None:
    blank = replace(
        builders.rep(1), eccentric_s=None, driver_min_deg=None, driver_max_deg=None, break_point_reason="the descent was too fast"
    )
    text = page(builders.watched(blank)).text
    assert "Your lowering could not be timed" in text
    assert "Range not measured" in text
    assert "No break-point: the descent was too fast." in text
    assert "nan" not in text.lower().split()


def test_a_warning_is_not_an_accusation() -> None:
    text = page(builders.watched(builders.rep(1, builders.fault(FaultId.HIPS_LIFT, 1.5, Severity.WARN, 11.0)))).text
    assert "Watch next" in text
    assert "Good, with something to watch" in text
    assert "Fix next" not in text


def test_a_repetition_that_could_not_be_measured_is_not_called_good() -> None:
    blank = replace(builders.rep(1), driver_min_deg=None, driver_max_deg=None)
    text = page(builders.watched(blank)).text
    assert "One repetition counted, not judged" in text
    assert "Counted, not judged" in text
    assert "was good" not in text
    assert "Nothing in this set" not in text
    assert "Knee flexion over time" not in text, "no plot of angles that the view spoils"
