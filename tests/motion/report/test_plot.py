"""The plot and the drawn range: geometry that can be checked against the numbers."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import replace

import numpy as np
import pytest
from tests.motion.report import builders

from eccentric.motion.report.fan import fan_svg
from eccentric.motion.report.plot import BOTTOM, LEFT, RIGHT, TOP, lines_sentence, plot_svg
from eccentric.terms.faults import FaultId

EXERCISE = builders.exercise()
WATCHED = builders.watched(builders.rep(1), builders.rep(2, builders.fault(FaultId.HIPS_LIFT, 5.5)))


def drawn(width: float = 400.0) -> ET.Element:
    svg = plot_svg(WATCHED, EXERCISE, width, 240.0, "Knee <flexion> & more")
    assert svg is not None
    return ET.fromstring(svg)


def test_phases_are_shaded_where_they_happened() -> None:
    svg = drawn()
    until_s = float(WATCHED.signals.time_s[-1])
    shades = [node for node in svg.iter("rect") if (node.get("class") or "").startswith("shade eccentric")]
    assert len(shades) == 2
    left = LEFT + (400.0 - LEFT - RIGHT) * 2.5 / until_s
    assert float(shades[0].get("x") or 0) == pytest.approx(left, abs=0.1)
    assert float(shades[0].get("width") or 0) == pytest.approx((400.0 - LEFT - RIGHT) * 2.0 / until_s, abs=0.1)


def test_the_line_stays_inside_and_peaks_at_the_turn() -> None:
    path = next(node.get("d") or "" for node in drawn().iter("path") if node.get("class") == "line near")
    points = [(float(x), float(y)) for x, y in re.findall(r"([\d.]+),([\d.]+)", path)]
    assert len(points) == len(WATCHED.signals.time_s)
    assert all(LEFT <= x <= 400 - RIGHT + 0.1 and TOP <= y <= 240 - BOTTOM + 0.1 for x, y in points)
    highest = min(points, key=lambda point: point[1])
    assert highest[0] == pytest.approx(LEFT + (400 - LEFT - RIGHT) * 2.0 / float(WATCHED.signals.time_s[-1]), abs=3)


def test_the_line_breaks_where_nothing_was_measured() -> None:
    knee = WATCHED.signals.angles["knee_flexion_left_deg"].copy()
    knee[20:40] = np.nan
    holed = replace(WATCHED, signals=replace(WATCHED.signals, angles={"knee_flexion_left_deg": knee}))
    svg = plot_svg(holed, EXERCISE, 400, 240, "x")
    assert svg is not None
    path = next(node.get("d") or "" for node in ET.fromstring(svg).iter("path") if node.get("class") == "line near")
    assert path.count("M") == 2
    assert "nan" not in svg


def test_only_the_repetition_to_fix_is_flagged() -> None:
    assert len([node for node in drawn().iter("path") if node.get("class") == "flag"]) == 1


def test_the_plot_has_words() -> None:
    assert drawn().get("aria-label") == "Knee <flexion> & more"
    assert drawn().get("role") == "img"


def test_nobody_has_no_plot() -> None:
    assert plot_svg(builders.nobody(), EXERCISE, 400, 240, "x") is None


def test_lines_that_run_together_are_said_to() -> None:
    assert "together" in lines_sentence(WATCHED, EXERCISE)
    angles = {**WATCHED.signals.angles, "knee_flexion_right_deg": WATCHED.signals.angles["knee_flexion_left_deg"] - 30.0}
    apart = replace(WATCHED, signals=replace(WATCHED.signals, angles=angles))
    assert "Solid is the left side" in lines_sentence(apart, EXERCISE)


@pytest.mark.parametrize("posture", ["prone", "seated", "standing", "kneeling"])
@pytest.mark.parametrize(("low", "high"), [(5.0, 110.0), (34.0, 86.0), (-3.0, 140.0)])
def test_the_drawn_range_stays_in_its_frame_and_spans_the_angle(posture: str, low: float, high: float) -> None:
    exercise = EXERCISE.model_copy(update={"movement": EXERCISE.movement.model_copy(update={"posture": posture})})
    svg = ET.fromstring(fan_svg(exercise, low, high))
    left, top, width, height = (float(part) for part in (svg.get("viewBox") or "").split())
    limb = next(node.get("d") or "" for node in svg.iter("path") if node.get("class") == "fan-limb")
    points = np.array([[float(x), float(y)] for x, y in re.findall(r"(-?[\d.]+),(-?[\d.]+)", limb)])
    assert (points >= [left, top]).all()
    assert (points <= [left + width, top + height]).all()
    at_low, at_high = points[2], points[4]
    between = np.degrees(np.arccos(np.clip(at_low @ at_high / np.linalg.norm(at_low) / np.linalg.norm(at_high), -1, 1)))
    assert between == pytest.approx(high - low, abs=0.5)
    assert [node.text for node in svg.iter("text")] == [f"{low:.0f}°".replace("-", "\u2212"), f"{high:.0f}°"]
