"""Figures, ratios and verdicts of benchmarks, and the page they are written to."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench.measured import Measured, Result, shown
from bench.page import row_of, update


def test_a_ratio_is_held_against_the_target() -> None:
    slow = Measured("whole over bare", 5.2, "s", baseline=4.0, target=1.25)
    assert slow.figure == pytest.approx(1.3)
    assert slow.verdict == "missed"
    assert Measured("whole over bare", 4.9, "s", baseline=4.0, target=1.25).verdict == "met"
    assert row_of(slow) == "| whole over bare | at most 1.25 | 1.3 | missed |\n"


def test_at_least_is_the_other_way() -> None:
    assert Measured("F1", 0.84, target=0.85, sense="at least").verdict == "missed"
    assert Measured("F1", 0.85, target=0.85, sense="at least").verdict == "met"


def test_what_was_not_measured_is_never_met() -> None:
    for nothing in (None, float("nan")):
        row = Measured("hip", nothing, "degrees", target=8, note="no such clip")
        assert row.met is None
        assert row_of(row) == "| hip | at most 8 degrees | - (no such clip) | not measured |\n"


@pytest.mark.parametrize(("value", "unit", "text"), [(0.1234, "s", "0.123 s"), (95.0, "%", "95 %"), (1234.5, "", "1234"), (0, "", "0")])
def test_shown(value: float, unit: str, text: str) -> None:
    assert shown(value, unit) == text


def test_a_run_replaces_its_own_section_only(tmp_path: Path) -> None:
    page = tmp_path / "accuracy.md"
    update({"alpha": Result((Measured("a", 1, target=2),)), "beta": Result((Measured("b", 7),), details="more of b")}, page)
    update({"alpha": Result((Measured("a", 3, target=2),))}, page)
    text = page.read_text()
    assert text.startswith("# Accuracy")
    assert "| a | at most 2 | 3 | missed |" in text
    assert "| a | at most 2 | 1 |" not in text
    assert text.index("## Alpha") < text.index("## Beta") < text.index("more of b")
