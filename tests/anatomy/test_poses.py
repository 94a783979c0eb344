"""Poses in, lengths and moment arms out, as the command reads and writes them."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from click.testing import CliRunner

from eccentric.anatomy.paths import paths
from eccentric.anatomy.poses import OUTPUT, read_poses, write_paths
from eccentric.cli.muscles import command
from eccentric.terms.errors import BadInput


def test_one_row_a_pose_and_muscle(tmp_path: Path) -> None:
    source, out = tmp_path / "poses.csv", tmp_path / "out.csv"
    source.write_text("note,knee_flexion_deg,hip_flexion_deg\na,10,90\nb,0,-20\n", encoding="utf-8")
    result = CliRunner().invoke(command, ["--poses", str(source), "--csv", str(out)])
    assert result.exit_code == 0, result.output
    rows = list(csv.DictReader(out.open(encoding="utf-8")))
    assert tuple(rows[0]) == OUTPUT
    expected = paths([90, -20], [10, 0])
    assert len(rows) == 2 * len(expected.names)
    first = next(row for row in rows if row["muscle"] == "semimem")
    assert (first["hip_flexion_deg"], first["knee_flexion_deg"]) == ("90.0", "10.0")
    assert float(first["length_m"]) == pytest.approx(expected.length_m[expected.names.index("semimem"), 0], abs=1e-7)
    assert float(first["hip_arm_m"]) < 0 < float(first["knee_arm_m"])


def test_a_missing_column_is_named() -> None:
    with pytest.raises(BadInput, match="a column knee_flexion_deg"):
        read_poses(["hip_flexion_deg,knee_deg", "1,2"])


def test_an_empty_file_is_an_error() -> None:
    with pytest.raises(BadInput, match="an empty file"):
        read_poses([])


def test_every_unreadable_cell_and_angle_is_named() -> None:
    with pytest.raises(BadInput) as caught:
        read_poses(["hip_flexion_deg,knee_flexion_deg", "1,x", "nan,3", "400,5", "7"])
    assert [problem.where for problem in caught.value.problems] == [
        "row 1, knee_flexion_deg",
        "row 2, hip_flexion_deg",
        "row 4, knee_flexion_deg",
        "row 3, hip_flexion_deg",
    ]


def test_no_poses_give_only_the_header() -> None:
    out = io.StringIO()
    write_paths(read_poses(["hip_flexion_deg,knee_flexion_deg"]), out)
    assert out.getvalue() == ",".join(OUTPUT) + "\n"


@pytest.mark.parametrize("lines", [["hip_flexion_deg;knee_flexion_deg", "10,5;20"], ["hip_flexion_deg\tknee_flexion_deg", "10.5\t20"]])
def test_other_delimiters_and_decimal_commas(lines: list[str]) -> None:
    poses = read_poses(lines)
    assert (poses.hip_flexion_deg.tolist(), poses.knee_flexion_deg.tolist()) == ([10.5], [20.0])
