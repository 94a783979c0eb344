"""``eccentric muscles``: what each muscle does through an exercise, or at anyone's joint angles."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from eccentric.terms.errors import bad_input

EXAMPLES = """\b
Examples:
  eccentric muscles --poses angles.csv --csv lengths.csv
"""


@click.command(epilog=EXAMPLES)
@click.option("--poses", type=click.Path(path_type=Path), help="CSV with hip_flexion_deg and knee_flexion_deg; one pose a row.")
@click.option("--csv", "csv_out", type=click.Path(path_type=Path), help="Where the lengths and moment arms go; - is the screen.")
def command(poses: Path | None, csv_out: Path | None) -> None:
    """Show the length, leverage and load of the muscles behind your legs: a model, not a measurement."""
    if poses is None:
        raise bad_input("muscles", "--poses FILE.csv", "nothing")
    _poses(poses, csv_out)


def _poses(poses: Path, csv_out: Path | None) -> None:
    from eccentric.anatomy.poses import read_poses, write_paths

    if not poses.is_file():
        raise bad_input("--poses", "a CSV file", f"no file at {poses}")
    try:
        read = read_poses(poses.read_text(encoding="utf-8-sig").splitlines())
    except UnicodeDecodeError:
        raise bad_input(str(poses), "text in UTF-8", "other bytes") from None
    if csv_out is None or str(csv_out) == "-":
        write_paths(read, sys.stdout)
        return
    try:
        with csv_out.open("w", encoding="utf-8", newline="") as file:
            found = write_paths(read, file)
    except OSError as error:
        raise bad_input("--csv", "a file that can be written", f"{csv_out} ({error.strerror})") from None
    click.echo(f"{found.length_m.shape[1]} poses, {len(found.names)} muscle paths each: {csv_out}", err=True)
