from __future__ import annotations

import math
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.library.builders import exercise_table, library_of

from eccentric.library.body_map import body_map_svg, page_muscles
from eccentric.library.body_map import description as map_description
from eccentric.library.colours import CONCENTRIC, ECCENTRIC
from eccentric.library.drawing.pose import FOREARM, SHANK, THIGH, TRUNK, UPPER_ARM, Leg, Pose, angle_deg
from eccentric.library.drawing.postures import angles_at, pose_of, scene_of
from eccentric.library.drawing.svg import SCALE
from eccentric.library.exercise import End, Exercise
from eccentric.library.figure import description, end_at, figure_svg, telling_end
from eccentric.library.read import read_library
from eccentric.terms.body import Muscle
from eccentric.terms.errors import BadInput

PAGES = list(read_library().exercises.values())
ENDS: tuple[End, End] = ("lengthened", "shortened")


def knee_flexion_deg(leg: Leg) -> float:
    """The knee's angle measured on the drawing, clockwise bending being flexion for someone who faces right."""
    return -angle_deg((leg.ankle - leg.knee) / (leg.knee - leg.hip))


def hip_flexion_deg(pose: Pose) -> float:
    return angle_deg((pose.leg.knee - pose.leg.hip) / (pose.leg.hip - pose.shoulder))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.id)
@pytest.mark.parametrize("end", ENDS)
def test_the_drawing_has_the_exercise_s_own_angles(page: Exercise, end: End) -> None:
    pose, at = pose_of(page, end), angles_at(page, end)
    assert knee_flexion_deg(pose.leg) == pytest.approx(at.knee_deg, abs=0.5)
    if page.movement.driver == "hip_flexion" and scene_of(page) != "bridge":
        assert hip_flexion_deg(pose) == pytest.approx(at.hip_deg, abs=0.5)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.id)
@pytest.mark.parametrize("end", ENDS)
def test_limbs_keep_their_lengths_and_nobody_sinks_into_the_floor(page: Exercise, end: End) -> None:
    pose = pose_of(page, end)
    for leg in (pose.leg, pose.far_leg or pose.leg):
        assert abs(leg.knee - leg.hip) == pytest.approx(THIGH, abs=1e-6)
        assert abs(leg.ankle - leg.knee) == pytest.approx(SHANK, abs=1e-6)
    assert abs(pose.shoulder - pose.leg.hip) == pytest.approx(TRUNK, abs=1e-6)
    assert abs(pose.elbow - pose.shoulder) <= UPPER_ARM + 0.03
    assert abs(pose.hand - pose.elbow) <= FOREARM + 0.03
    assert min(point.imag for point in pose.points()) > -0.06


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.id)
def test_each_figure_is_sound_svg_within_its_frame(page: Exercise) -> None:
    for end in ENDS:
        svg = figure_svg(page, end)
        root = ElementTree.fromstring(svg)
        left, top, width, height = map(float, root.attrib["viewBox"].split())
        assert "nan" not in svg.lower().replace("dominance", "")
        xs_ys = [re.findall(r"-?\d+(?:\.\d+)? -?\d+(?:\.\d+)?", path.attrib["d"]) for path in root.iter("{http://www.w3.org/2000/svg}path")]
        points = [tuple(map(float, pair.split())) for pairs in xs_ys for pair in pairs]
        inside = [left - 25 <= x <= left + width + 25 and top - 12 <= y <= top + height + 12 for x, y in points]
        assert sum(inside) >= 0.97 * len(inside), page.id
        assert root.find("{http://www.w3.org/2000/svg}title") is not None


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.id)
def test_a_close_frame_holds_the_person(page: Exercise) -> None:
    for end in ENDS:
        left, top, width, height = map(float, ElementTree.fromstring(figure_svg(page, end, close=True)).attrib["viewBox"].split())
        for point in pose_of(page, end).points():
            assert left <= point.real * SCALE <= left + width
            assert top <= -point.imag * SCALE <= top + height
        assert width >= 0.6 * height


def test_the_figure_says_what_it_shows(tmp_path: Path) -> None:
    page = library_of(tmp_path, a=exercise_table()).exercises["a"]
    said = description(page, "shortened")
    assert said.startswith("A person lying face down, knee bent 120 degrees, hip bent 0 degrees, after the lifting (concentric) phase.")
    assert "Working: hamstrings" in said


def test_a_movement_that_begins_short_starts_with_the_short_figure(tmp_path: Path) -> None:
    movement = exercise_table()["movement"] | {"begins": "shortened"}
    page = library_of(tmp_path, a=exercise_table(movement=movement)).exercises["a"]
    assert (end_at(page, "start"), end_at(page, "end")) == ("shortened", "lengthened")


def test_names_with_markup_stay_text(tmp_path: Path) -> None:
    page = library_of(tmp_path, a=exercise_table(name='Curl <script>"&')).exercises["a"]
    assert "<script>" not in figure_svg(page, "lengthened")


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_phase_colours_differ_in_lightness_and_stand_out_from_the_paper() -> None:
    for ground, eccentric, concentric in ("#fbf9f5", ECCENTRIC.light, CONCENTRIC.light), ("#161513", ECCENTRIC.dark, CONCENTRIC.dark):
        levels = sorted(luminance(colour) + 0.05 for colour in (eccentric, concentric))
        assert levels[1] / levels[0] >= 1.4
        for colour in (eccentric, concentric):
            pair = sorted((luminance(ground) + 0.05, luminance(colour) + 0.05))
            assert pair[1] / pair[0] >= 3


@given(st.dictionaries(st.sampled_from(Muscle), st.floats(0, 1)))
def test_a_body_map_fills_what_works(muscles: dict[Muscle, float]) -> None:
    root = ElementTree.fromstring(body_map_svg(muscles))
    filled = [path for path in root.iter("{http://www.w3.org/2000/svg}path") if path.attrib["class"] == "m"]
    assert bool(filled) == any(amount > 0 for amount in muscles.values())


def test_every_muscle_has_a_place_on_the_map() -> None:
    nothing = body_map_svg({}).count("<path")
    assert all(body_map_svg({muscle: 1.0}).count("<path") > nothing for muscle in Muscle)


@pytest.mark.parametrize("amount", [math.nan, -0.1, 1.01, math.inf])
def test_an_amount_outside_nought_to_one_is_bad_input(amount: float) -> None:
    with pytest.raises(BadInput, match=r"muscles\.bflh: expected an amount from 0 to 1"):
        body_map_svg({Muscle.BFLH: amount})


def test_the_map_names_the_hardest_worker_first(tmp_path: Path) -> None:
    page = library_of(tmp_path, a=exercise_table(muscles={"gasmed": "helps", "semiten": "main"})).exercises["a"]
    said = map_description(page_muscles(page))
    assert said.index("semitendinosus 100 of 100") < said.index("gastrocnemius, inner head 40 of 100")


@pytest.mark.parametrize(
    ("exercise", "end"),
    [("a-skip", "lengthened"), ("inchworm", "lengthened"), ("calf-raise", "shortened"), ("lying-leg-curl", "shortened")],
)
def test_a_small_picture_shows_the_end_that_tells(exercise: str, end: End) -> None:
    page = read_library().exercises[exercise]
    assert telling_end(page) == end
