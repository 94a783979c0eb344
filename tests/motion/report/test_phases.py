"""Phases at a time, from the moments of the two movements."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.motion.report import builders

from eccentric.motion.report.phases import rep_at, span_at, spans
from eccentric.terms.body import Phase


def test_a_curl_goes_up_holds_goes_down_and_rests() -> None:
    found = [(span.phase, span.from_s, span.to_s) for span in spans(builders.rep(1))]
    assert found == [
        (Phase.CONCENTRIC, 1.0, 2.0),
        (Phase.PAUSE_SHORTENED, 2.0, 2.5),
        (Phase.ECCENTRIC, 2.5, 4.5),
        (Phase.PAUSE_LENGTHENED, 4.5, 5.0),
    ]


def test_a_nordic_goes_down_first() -> None:
    down_first = replace(builders.rep(1), eccentric_from_s=1.2, eccentric_to_s=3.0, concentric_from_s=3.4, concentric_to_s=4.6)
    assert [span.phase for span in spans(down_first)] == [
        Phase.PAUSE_SHORTENED,
        Phase.ECCENTRIC,
        Phase.PAUSE_LENGTHENED,
        Phase.CONCENTRIC,
        Phase.PAUSE_SHORTENED,
    ]


@pytest.mark.parametrize(("time_s", "phase"), [(1.0, Phase.CONCENTRIC), (2.5, Phase.ECCENTRIC), (4.9, Phase.PAUSE_LENGTHENED)])
def test_a_time_is_in_one_phase(time_s: float, phase: Phase) -> None:
    span = span_at(builders.rep(1), time_s)
    assert span is not None
    assert span.phase is phase


def test_outside_there_is_none() -> None:
    assert span_at(builders.rep(1), 5.0) is None
    assert rep_at((builders.rep(1), builders.rep(2)), 5.0) == builders.rep(2)
    assert rep_at((builders.rep(1),), 0.9) is None


def test_without_moments_nothing_is_guessed() -> None:
    unmeasured = replace(builders.rep(1), concentric_from_s=None, eccentric_to_s=None)
    assert spans(unmeasured) == ()
