"""``eccentric muscles``: what each muscle does through an exercise, or at anyone's joint angles."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from eccentric.cli._body import body_options
from eccentric.terms.body import Sex
from eccentric.terms.errors import bad_input

if TYPE_CHECKING:
    from collections.abc import Sequence

    from eccentric.anatomy.profile import MuscleProfile

EXAMPLES = """\b
Examples:
  eccentric muscles seated-leg-curl
  eccentric muscles romanian-deadlift --load-kg 60 --plot rdl.svg
  eccentric muscles nordic-curl --json - --mass-kg 82 --height-m 1.80
  eccentric muscles --compare lying-leg-curl seated-leg-curl --plot curls.svg
  eccentric muscles --poses angles.csv --csv lengths.csv
"""


@click.command(epilog=EXAMPLES)
@click.argument("ids", nargs=-1, metavar="[ID]...")
@click.option("--compare", is_flag=True, help="Set several exercises side by side.")
@body_options
@click.option("--pelvis-tilt-deg", type=float, default=0.0, show_default=True, help="Added to the hip angle; slouched is negative.")
@click.option("--cam", help="A machine's cam: knee angle and factor, such as 0:0.8,60:1,110:0.6; even otherwise.")
@click.option("--json", "json_out", type=click.Path(path_type=Path), help="Where the curves go as JSON; - is the screen.")
@click.option("--plot", type=click.Path(path_type=Path), help="Where the picture goes (SVG).")
@click.option("--poses", type=click.Path(path_type=Path), help="CSV with hip_flexion_deg and knee_flexion_deg; one pose a row.")
@click.option("--csv", "csv_out", type=click.Path(path_type=Path), help="Where the lengths and moment arms of --poses go; - is the screen.")
def command(ids: tuple[str, ...], poses: Path | None, csv_out: Path | None, **options: Any) -> None:
    """Show the length, leverage and load of the muscles behind your legs: a model, not a measurement."""
    if poses is not None:
        if ids:
            raise bad_input("muscles", "either exercise ids or --poses", "both")
        _poses(poses, csv_out)
        return
    if csv_out is not None:
        raise bad_input("--csv", "--poses FILE.csv with it", "no poses")
    if not ids:
        raise bad_input("muscles", "an exercise id such as seated-leg-curl, or --poses FILE.csv", "neither")
    if options["compare"] and len(set(ids)) < 2:
        raise bad_input("--compare", "two or more exercise ids", " ".join(ids))
    if len(ids) > 1 and not options["compare"]:
        raise bad_input("muscles", "one exercise id, or --compare for several", " ".join(ids))
    _exercises(ids, **options)


def _exercises(
    ids: tuple[str, ...],
    *,
    compare: bool,
    load_kg: float | None,
    cam: str | None,
    json_out: Path | None,
    plot: Path | None,
    sex: str,
    **body: float,
) -> None:
    from eccentric.anatomy.load_of import read_cam
    from eccentric.anatomy.muscles_json import muscles_json
    from eccentric.anatomy.picture.compare import compare_svg
    from eccentric.anatomy.picture.exercise import exercise_svg
    from eccentric.anatomy.profile import profile
    from eccentric.library.read import read_exercise

    points = read_cam(cam) if cam else ()
    exercises = [read_exercise(each) for each in dict.fromkeys(ids)]
    seen = [profile(each, external_load_kg=load_kg, sex=Sex(sex), cam=points, **body) for each in exercises]  # type: ignore[arg-type]
    if json_out is not None:
        found = [muscles_json(each).model_dump_json(indent=1, by_alias=True) for each in seen]
        _write(json_out, "[" + ",\n".join(found) + "]\n" if compare else found[0] + "\n")
    if plot is not None:
        _write(plot, compare_svg(seen) if compare else exercise_svg(seen[0]))
    if json_out is None or str(json_out) != "-":
        _table(seen, compare)


def _table(seen: Sequence[MuscleProfile], compare: bool) -> None:
    """Print what the picture shows, as words and a table."""
    from eccentric.anatomy.confidence import confidence_reasons
    from eccentric.anatomy.picture.compare import compare_rows, compare_sentence
    from eccentric.anatomy.picture.table import muscle_rows
    from eccentric.anatomy.picture.words import length_sentence, load_sentence

    if compare:
        rows = compare_rows(seen)
        ranked = sorted(seen, key=lambda each: [row["exercise"] for row in rows].index(each.exercise.id))
        click.echo(f"{compare_sentence(ranked)} (Model; length of the biceps' long head, 1.00 = standing.)\n")
    else:
        rows = muscle_rows(seen[0])
        click.echo(f"{length_sentence(seen[0])} {load_sentence(seen[0])} (Model; length 1.00 = standing.)\n")
    widths = {name: max(len(name), *(len(row[name]) for row in rows)) for name in rows[0]}
    for row in [{name: name for name in rows[0]}, *rows]:
        click.echo("  ".join(row[name].ljust(width) for name, width in widths.items()).rstrip())
    if not compare:
        click.echo("\n" + "\n".join(confidence_reasons(seen[0])))


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
    text = io.StringIO(newline="")
    found = write_paths(read, text)
    _write(csv_out, text.getvalue())
    click.echo(f"{found.length_m.shape[1]} poses, {len(found.names)} muscle paths each: {csv_out}", err=True)


def _write(path: Path, words: str) -> None:
    if str(path) == "-":
        click.echo(words, nl=False)
        return
    from eccentric.motion.staged import write_bytes

    write_bytes(path, words.encode())
