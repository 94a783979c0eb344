"""Growth findings beside the model: every one is shown, and those that agree are not assumed to."""

from __future__ import annotations

import pytest

from eccentric.anatomy.growth import FINDINGS, _predict, compare_with_growth
from eccentric.library.read import read_library


def test_every_finding_is_compared() -> None:
    compared = compare_with_growth()
    assert tuple(each.finding for each in compared) == FINDINGS
    assert all(each.first_tension > 0 and each.second_tension > 0 for each in compared)


def test_sources_are_in_the_library() -> None:
    assert {finding.source for finding in FINDINGS} <= set(read_library().sources)


@pytest.mark.parametrize(("first", "second", "expected"), [(0.5, 0.2, "first"), (0.2, 0.5, "second"), (0.50, 0.46, "same")])
def test_prediction_needs_a_tenth(first: float, second: float, expected: str) -> None:
    assert _predict(first, second) == expected


def test_where_the_model_agrees_and_where_it_does_not() -> None:
    """The page says so; when the model changes, the page must too."""
    disagree = {(each.finding.source, each.finding.muscle.value) for each in compare_with_growth() if not each.agrees}
    assert disagree == {("maeo-2021", "bfsh"), ("bourne-2017", "bflh")}
