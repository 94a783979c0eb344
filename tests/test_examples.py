"""The files in examples/ do what the tutorials say of them."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from eccentric.cli import program


def test_the_example_person_can_train(root: Path) -> None:
    result = CliRunner().invoke(program, ["plan", str(root / "examples" / "profile.toml"), "--weeks", "4"])
    assert result.exit_code == 0, result.output
    assert result.output.startswith("You can train.")


def test_one_safety_question_less_and_there_is_no_programme(root: Path, tmp_path: Path) -> None:
    lines = (root / "examples" / "profile.toml").read_text().splitlines()
    (tmp_path / "less.toml").write_text("\n".join(line for line in lines if not line.startswith("foot-drop")))
    result = CliRunner().invoke(program, ["plan", str(tmp_path / "less.toml")])
    assert result.exit_code == 0
    assert "foot-drop" in result.output and "Week 1" not in result.output
