"""Pictures, tables, JSON and the command that prints them."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from tests.anatomy.conftest import Make

from eccentric.anatomy.muscles_json import MusclesJson, muscles_json
from eccentric.anatomy.picture.compare import compare_rows, compare_svg
from eccentric.anatomy.picture.exercise import NARROW, WIDE, Layout, exercise_svg
from eccentric.anatomy.picture.svg import apart
from eccentric.anatomy.profile import profile
from eccentric.cli.muscles import command
from eccentric.terms.body import Muscle
from eccentric.terms.errors import BadInput


def _words(svg: str) -> str:
    return " ".join("".join(node.itertext()) for node in ElementTree.fromstring(svg).iter() if node.tag.endswith("text"))


@pytest.mark.parametrize("kind", ["machine", "band", "limb", "none"])
def test_a_picture_is_svg_and_says_model(make_exercise: Make, kind: str) -> None:
    words = _words(exercise_svg(profile(make_exercise(kind))))
    assert "Model" in words
    assert "biceps femoris, long head" in words
    assert ("Who carries it" in words) == (kind != "none")


@pytest.mark.parametrize("layout", [WIDE, NARROW])
def test_nothing_leaves_the_page(make_exercise: Make, layout: Layout) -> None:
    """Letters are 7 to 11 units wide; none may pass the right edge, on a phone neither."""
    root = ElementTree.fromstring(exercise_svg(profile(make_exercise("body-weight", "nordic", posture="kneeling")), layout))
    for node in (node for node in root.iter() if node.tag.endswith("text") and node.get("text-anchor") == "start"):
        size = {"title": 11.0, "head": 8.6}.get(node.get("class", ""), 7.2)
        assert float(node.get("x", "nan")) + size * len(node.text or "") <= layout.width, node.text


def test_a_name_with_markup_stays_words(make_exercise: Make) -> None:
    odd = make_exercise().model_copy(update={"name": 'Curl <b>&"1"'})
    assert 'Curl <b>&"1"' in _words(exercise_svg(profile(odd)))


def test_comparison_ranks_from_short_to_long(make_exercise: Make) -> None:
    lying = make_exercise().model_copy(update={"id": "lying"})
    seated = make_exercise(posture="seated", hip_flexion_deg=(90, 90)).model_copy(update={"id": "seated"})
    seen = [profile(seated), profile(lying)]
    assert [row["exercise"] for row in compare_rows(seen)] == ["lying", "seated"]
    assert "Model" in _words(compare_svg(seen))


@given(st.lists(st.floats(0, 100), min_size=1, max_size=5))
def test_labels_are_kept_apart_and_in_order(places: list[float]) -> None:
    moved = apart(places, 19, 0, 100)
    order = np.argsort(places, kind="stable")
    assert all(later - earlier >= 18.999 for earlier, later in zip(np.array(moved)[order], np.array(moved)[order][1:], strict=False))
    assert max(moved) <= 100.001


def test_json_follows_its_model_and_its_arrays_are_of_one_length(make_exercise: Make) -> None:
    seen = profile(make_exercise("limb"), external_load_kg=2)
    read = MusclesJson.model_validate_json(muscles_json(seen).model_dump_json(by_alias=True))
    count = len(read.knee_flexion_deg)
    assert {len(m.torque_share) for m in read.muscles.values()} | {len(read.external_knee_torque_nm), len(read.hip_flexion_deg)} == {count}
    assert read.external_hip_torque_nm == [None] * count
    shares = [sum(m.torque_share[row] or 0 for m in read.muscles.values()) for row in range(count)]
    assert read.external_knee_torque_nm == pytest.approx(seen.curves.demand.knee_nm, abs=1e-3)
    assert read.muscles["semimem"].knee_arm_m == pytest.approx(seen.curves.muscles[Muscle.SEMIMEM].knee_arm_m, abs=1e-6)
    assert read.muscles["semimem"].hip_arm_m == pytest.approx(seen.curves.muscles[Muscle.SEMIMEM].hip_arm_m, abs=1e-6)
    asked = [row for row in range(count) if (read.external_knee_torque_nm[row] or 0) > 0.6]
    assert [shares[row] for row in asked] == pytest.approx([1.0] * len(asked), abs=0.001)
    for muscle in read.muscles.values():
        for value, (low, high) in zip(muscle.normalised_fibre_length, muscle.normalised_fibre_length_band, strict=True):
            assert value is not None
            assert (low or 0) <= value <= (high or 0)


def test_command_prints_json(tmp_path: Path) -> None:
    picture = tmp_path / "seated.svg"
    result = CliRunner().invoke(command, ["seated-leg-curl", "--load-kg", "30", "--json", "-", "--plot", str(picture)])
    assert result.exit_code == 0, result.output
    read = json.loads(result.stdout)
    assert read["schema"] == 1
    assert read["load"]["external_load_kg"] == 30
    assert read["muscles"]["bflh"]["length_rel_standing"][0] > 1.05
    assert picture.read_text(encoding="utf-8").startswith("<svg")


def test_command_compares(tmp_path: Path) -> None:
    result = CliRunner().invoke(command, ["--compare", "lying-leg-curl", "seated-leg-curl", "--plot", str(tmp_path / "two.svg")])
    assert result.exit_code == 0, result.output
    assert result.output.index("lying-leg-curl") < result.output.index("seated-leg-curl  ")
    assert "longest" in result.output


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ([], "an exercise id"),
        (["no-such-curl"], "no-such-curl"),
        (["lying-leg-curl", "seated-leg-curl"], "--compare"),
        (["lying-leg-curl", "--load-kg", "-3"], "external_load_kg"),
        (["lying-leg-curl", "--mass-kg", "5"], "mass_kg"),
        (["lying-leg-curl", "--poses", "x.csv"], "either"),
        (["--poses", "/nowhere.csv"], "no file"),
        (["lying-leg-curl", "--csv", "x.csv"], "no poses"),
        (["lying-leg-curl", "--plot", "/dev/null/x.svg"], "can be written"),
        (["lying-leg-curl", "--pelvis-tilt-deg", "80"], "slouched"),
    ],
)
def test_bad_input_is_named(arguments: list[str], says: str) -> None:
    error = CliRunner().invoke(command, arguments).exception
    assert isinstance(error, BadInput)
    assert says in str(error)


def test_the_load_raises_the_torque(make_exercise: Make) -> None:
    light, heavy = (profile(make_exercise(), external_load_kg=mass).curves for mass in (10, 40))
    assert heavy.demand.knee_nm == pytest.approx(4 * light.demand.knee_nm)
    assert heavy.muscles[Muscle.BFSH].force_n.max() > light.muscles[Muscle.BFSH].force_n.max()
