"""OpenSim files: headers that count right, signs of gait2392, axes with y up."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from tests.motion.report import builders

from eccentric.motion.landmarks import Point, PoseFrame
from eccentric.motion.opensim import MARKERS, check_ending, marker_text, motion_text
from eccentric.terms.errors import BadInput

WATCHED = builders.watched(builders.rep(1))


def read_mot(text: str) -> tuple[dict[str, str], list[str], list[list[float]]]:
    """A motion file as any reader sees it: header keys, column labels, rows."""
    lines = text.splitlines()
    end = lines.index("endheader")
    header = dict(line.split("=", 1) for line in lines[:end] if "=" in line)
    rows = [[float(cell) for cell in line.split("\t")] for line in lines[end + 2 :]]
    return header, lines[end + 1].split("\t"), rows


def test_motion_header_counts_what_follows() -> None:
    header, labels, rows = read_mot(motion_text(WATCHED.signals, "set.mot"))
    assert header["inDegrees"] == "yes"
    assert int(header["nRows"]) == len(rows) == len(WATCHED.signals.time_s)
    assert int(header["nColumns"]) == len(labels) == len(rows[0])
    assert labels == ["time", "pelvis_tilt", "knee_angle_r", "knee_angle_l"]


def test_motion_signs_are_those_of_gait2392() -> None:
    _, labels, rows = read_mot(motion_text(WATCHED.signals, "set.mot"))
    at_2_s = dict(zip(labels, rows[2 * builders.FPS], strict=True))
    assert at_2_s["time"] == pytest.approx(2.0)
    assert at_2_s["knee_angle_l"] == pytest.approx(-builders.HIGH_DEG), "knee flexion is negative there"
    assert at_2_s["pelvis_tilt"] == pytest.approx(-90.0), "leaning forward is negative there"


def test_an_angle_that_was_not_measured_is_nan() -> None:
    knee = WATCHED.signals.angles["knee_flexion_left_deg"].copy()
    knee[0] = np.nan
    signals = replace(WATCHED.signals, angles={"knee_flexion_left_deg": knee})
    _, _, rows = read_mot(motion_text(signals, "set.mot"))
    assert np.isnan(rows[0][1])
    assert not np.isnan(rows[1][1])


def test_marker_header_counts_what_follows() -> None:
    lines = marker_text(WATCHED.frames, "set.trc").splitlines()
    assert lines[0].split("\t")[:3] == ["PathFileType", "4", "(X/Y/Z)"]
    values = dict(zip(lines[1].split("\t"), lines[2].split("\t"), strict=True))
    rows = [line.split("\t") for line in lines[6:]]
    assert int(values["NumFrames"]) == len(rows) == len(WATCHED.frames)
    assert int(values["NumMarkers"]) == len(MARKERS)
    assert float(values["DataRate"]) == pytest.approx(builders.FPS, rel=1e-3)
    assert values["Units"] == "m"
    assert [name for name in lines[3].split("\t") if name] == ["Frame#", "Time", *MARKERS]
    assert all(len(row) == 2 + 3 * len(MARKERS) for row in rows)
    assert lines[5] == "", "OpenSim wants an empty line before the data"


def test_marker_axes_have_y_up() -> None:
    row = marker_text(WATCHED.frames, "set.trc").splitlines()[6 + 2 * builders.FPS].split("\t")
    column = 2 + 3 * list(MARKERS).index("LAnkle")
    world = WATCHED.frames[2 * builders.FPS].world
    assert world is not None
    assert [float(cell) for cell in row[column : column + 3]] == pytest.approx(world.xyz_m[Point.LEFT_ANKLE] * [1, -1, -1], abs=1e-5)
    assert float(row[column + 1]) > 0, "the heel is above the hip at the top of a lying curl"


def test_a_frame_with_nobody_has_empty_cells() -> None:
    lines = marker_text((PoseFrame(0.0, None, None), *WATCHED.frames[1:]), "set.trc").splitlines()
    assert set(lines[6].split("\t")[2:]) == {""}
    assert "" not in lines[7].split("\t")


def test_wrong_endings_are_refused() -> None:
    check_ending(Path("set.trc"), "--trc", ".trc")
    with pytest.raises(BadInput, match=r"--trc: expected a file that ends in \.trc"):
        check_ending(Path("set.txt"), "--trc", ".trc")
