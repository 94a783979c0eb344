"""Numbers with either decimal mark, durations and units."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eccentric.journal.formats.cells import BadCell, at_least_zero, decimal_mark, duration_s, kilograms, metres, number
from eccentric.journal.formats.strength import effort, load_values, substance, whole


@pytest.mark.parametrize(
    ("text", "mark", "value"),
    [
        ("12.5", ".", 12.5),
        ("12,5", ",", 12.5),
        ("1.234,5", ",", 1234.5),
        ("1,234.5", ".", 1234.5),
        ("-3", ".", -3.0),
        ("7.5", ",", 7.5),
        ("", ".", None),
    ],
)
def test_numbers(text: str, mark: str, value: float | None) -> None:
    assert number(text, "it", mark) == value


@pytest.mark.parametrize("text", ["abc", "1e999", "--1", "nan", "inf", "1_000", "１０x", "0x10"])
def test_no_numbers(text: str) -> None:
    with pytest.raises(BadCell, match="the weight"):
        number(text, "the weight")


def test_negative_where_none_can_be() -> None:
    with pytest.raises(BadCell, match="negative"):
        at_least_zero("-1", "the distance")


@pytest.mark.parametrize(
    ("texts", "mark"),
    [(["1", "2,5"], ","), (["1", "2.5"], "."), (["3"], "."), (["1,000", "2.5"], "."), (["1,000"], ","), (["1,000", "2,5"], ",")],
)
def test_decimal_mark_is_the_files_not_the_cells(texts: list[str], mark: str) -> None:
    assert decimal_mark(texts) == mark


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("1h 8m", 4080),
        ("35m", 2100),
        ("45s", 45),
        ("4080", 4080),
        ("0:05:00", 300),
        ("5:30", 330),
        ("1h 2m 3s", 3723),
        ("2 h", 7200),
        ("", None),
    ],
)
def test_durations(text: str, seconds: float | None) -> None:
    assert duration_s(text) == seconds


def test_duration_of_nonsense_is_a_bad_cell() -> None:
    for text in ("soon", "1h and a bit", "-5"):
        with pytest.raises(BadCell):
            duration_s(text)


def test_weights_and_distances_in_their_units() -> None:
    assert kilograms(100, "lbs") == pytest.approx(45.359237)
    assert kilograms(100, "kgs") == 100
    assert metres(2, "mi") == pytest.approx(3218.688)
    assert metres(1.5, "km") == 1500
    with pytest.raises(BadCell):
        kilograms(1, "stone")
    with pytest.raises(BadCell):
        metres(1, "league")


def test_effort_is_repetitions_in_reserve() -> None:
    assert effort("8.5") == 1.5
    assert effort("0") is None
    with pytest.raises(BadCell):
        effort("11")


def test_half_a_repetition_is_none() -> None:
    assert whole("10.0", "the repetitions") == 10
    with pytest.raises(BadCell):
        whole("7.5", "the repetitions")


def test_assisted_weight_is_taken_off_the_body() -> None:
    same = {"name": "Pull Up (Assisted)", "text": "20", "to_kg": lambda value: value}
    assert load_values(**same) == {"assist_kg": 20}  # type: ignore[arg-type]
    assert load_values("Nordic curl", "-15", lambda value: value) == {"assist_kg": 15}
    assert load_values("Nordic curl", "5", lambda value: value) == {"external_load_kg": 5}
    assert load_values("Nordic curl", "", lambda value: value) == {}


def test_no_repetitions_are_unknown_unless_a_load_was_tried() -> None:
    assert substance({"reps": 0, "duration_s": 30.0}) == {"duration_s": 30.0}
    assert substance({"reps": 0, "external_load_kg": 100.0}) == {"reps": 0, "external_load_kg": 100.0}
    assert substance({"reps": 0}) is None
    assert substance({"external_load_kg": 10.0}) is None


@given(st.floats(-1e6, 1e6).map(lambda value: round(value, 3)))
def test_a_number_reads_back_with_either_mark(value: float) -> None:
    text = f"{value:.3f}"
    assert number(text, "it", ".") == value
    assert number(text.replace(".", ","), "it", ",") == value
