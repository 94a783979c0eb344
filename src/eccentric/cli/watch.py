"""``eccentric watch``: a video of a set goes in; counted repetitions, tempo, range and named mistakes come out."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from eccentric.cli._body import body_options
from eccentric.cli._progress import progress_bar, step
from eccentric.terms.body import Sex
from eccentric.terms.errors import BadInput, Problem, bad_input

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Progress

    from eccentric.anatomy.body import Body
    from eccentric.library.exercise import Exercise
    from eccentric.motion.pose import Begun, VideoSource
    from eccentric.motion.staged import Staged
    from eccentric.motion.watched import WatchedSet

Model = Literal["full", "heavy", "lite"]
FILM_LONG_SIDE_PX = 1280
PATH = click.Path(path_type=Path)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which outputs were asked for."""

    json: str | None
    signals: Path | None
    report: Path | None
    mot: Path | None
    trc: Path | None
    film: bool
    load_kg: float | None
    body: Body


@dataclass(frozen=True, slots=True)
class Found:
    """What watching gave."""

    exercise: Exercise
    watched: WatchedSet
    source: VideoSource


@click.command()
@click.argument("video", type=PATH)
@click.option("--exercise", "exercise_id", required=True, metavar="ID", help="Which exercise it is (see: eccentric library list).")
@click.option("--json", "json_to", metavar="FILE", help="Write the findings as JSON; - is standard output.")
@click.option("--signals", type=PATH, metavar="FILE", help="Write the joint angles of every frame: .csv or .parquet.")
@click.option("--report", type=PATH, metavar="DIR", help="Write a page with pictures, plots and the annotated video.")
@click.option("--no-video", is_flag=True, help="Leave the annotated video out of the report.")
@click.option("--mot", type=PATH, metavar="FILE", help="Write the joint angles for OpenSim (gait2392 signs).")
@click.option("--trc", type=PATH, metavar="FILE", help="Write the landmarks as markers for OpenSim.")
@click.option(
    "--model",
    type=click.Choice(["lite", "full", "heavy"]),
    default="heavy",
    show_default=True,
    help="Accuracy against speed: heavy is the most accurate, full about four times as fast.",
)
@click.option("--subject", metavar="X,Y", help="A point on the person to watch, in pixels of the upright picture.")
@click.option("--workers", type=click.IntRange(1, 64), default=1, show_default=True, help="Processes that look for the person.")
@body_options
def command(
    video: Path,
    exercise_id: str,
    json_to: str | None,
    signals: Path | None,
    report: Path | None,
    no_video: bool,
    mot: Path | None,
    trc: Path | None,
    model: Model,
    subject: str | None,
    workers: int,
    load_kg: float | None,
    mass_kg: float,
    height_m: float,
    sex: str,
) -> None:
    """Watch VIDEO, one set of one exercise filmed from the side, and say what it shows.

    \b
    eccentric watch set.mp4 --exercise lying-leg-curl
    eccentric watch set.mp4 --exercise nordic-curl --report my-set/
    eccentric watch set.mp4 --exercise lying-leg-curl --json - --signals set.csv
    """
    with _termination_as_interrupt(), _begun(video, model, workers) as begun:
        from eccentric.anatomy.body import Body
        from eccentric.motion.staged import Staged

        wanted = Wanted(json_to, signals, report, mot, trc, not no_video, load_kg, Body(mass_kg, height_m, Sex(sex)))
        exercise, point = _checked(video, exercise_id, wanted, subject)
        with progress_bar() as bar, Staged() as staged:
            found = _watch(video, exercise, model, point, begun, bar)
            _write(found, wanted, video, staged, bar)
        _print(found, wanted)


@contextmanager
def _begun(video: Path, model: Model, workers: int) -> Iterator[Begun | None]:
    """Let the processes that watch load their models while this one imports and checks the rest."""
    if not video.is_file():
        yield None
        return
    from eccentric.motion.pose import begin

    with begin(video, model=model, workers=workers) as begun:
        yield begun


def _checked(video: Path, exercise_id: str, wanted: Wanted, subject: str | None) -> tuple[Exercise, tuple[float, float] | None]:
    """Find every problem of the command itself before the long work begins."""
    from eccentric.library.read import read_exercise
    from eccentric.motion import opensim
    from eccentric.motion.signals import check_ending

    problems: list[Problem] = []

    def attempt(check: Callable[..., Any], *args: object) -> Any:
        try:
            return check(*args)
        except BadInput as error:
            problems.extend(error.problems)
            return None

    exercise = attempt(read_exercise, exercise_id)
    if exercise is not None and exercise.movement.driver == "none":
        problems.append(
            Problem("--exercise", "one whose repetitions a camera can count", f"{exercise.id}, which has no movement to follow")
        )
    point = attempt(_point, subject) if subject is not None else None
    if not video.is_file():
        problems.append(Problem(str(video), "a video file", "a folder" if video.is_dir() else "no such file"))
    if wanted.signals is not None:
        attempt(check_ending, wanted.signals)
    for path, option, ending in ((wanted.mot, "--mot", ".mot"), (wanted.trc, "--trc", ".trc")):
        if path is not None:
            attempt(opensim.check_ending, path, option, ending)
    if wanted.report is not None and wanted.report.exists() and not wanted.report.is_dir():
        problems.append(Problem("--report", "a folder", f"the file {wanted.report}"))
    if problems:
        raise BadInput(problems)
    return exercise, point


def _point(text: str) -> tuple[float, float]:
    """Read ``X,Y`` in pixels."""
    try:
        x, y = (float(part) for part in text.split(","))
    except ValueError:
        raise bad_input("--subject", "two numbers of pixels such as 320,180", repr(text)) from None
    if not (0 <= x < 1e5 and 0 <= y < 1e5):
        raise bad_input("--subject", "a point inside the picture, in pixels", repr(text))
    return x, y


def _watch(
    video: Path, exercise: Exercise, model: Model, point: tuple[float, float] | None, begun: Begun | None, bar: Progress | None
) -> Found:
    from eccentric.motion import pose
    from eccentric.motion.analyse import watch_set

    track = pose.watch_poses(video, model=model, subject=point, begun=begun, progress=step(bar, "Watching"))
    return Found(exercise, watch_set(exercise, track.frames), track.source)


def _write(found: Found, wanted: Wanted, video: Path, staged: Staged, bar: Progress | None) -> None:
    """Put every output that is a file in its temporary place."""
    from eccentric.motion import opensim, signals
    from eccentric.motion.watch_json import to_json

    watched = found.watched
    if wanted.json not in (None, "-"):
        staged.write(Path(str(wanted.json)), to_json(watched, found.source).encode())
    if wanted.signals is not None:
        staged.write(wanted.signals, signals.signal_bytes(watched, wanted.signals.suffix))
    if wanted.mot is not None:
        staged.write(wanted.mot, opensim.motion_text(watched.signals, wanted.mot.name).encode())
    if wanted.trc is not None:
        staged.write(wanted.trc, opensim.marker_text(watched.frames, wanted.trc.name).encode())
    if wanted.report is not None:
        _report(found, wanted, video, staged.folder(wanted.report), bar)


def _report(found: Found, wanted: Wanted, video: Path, folder: Path, bar: Progress | None) -> None:
    from eccentric.motion import pose
    from eccentric.motion.report import muscles_section, write_report

    images = pose.read_images(video, most_px=FILM_LONG_SIDE_PX)
    tell = step(bar, "Drawing the report")
    muscles = muscles_section(found.watched, found.exercise, external_load_kg=wanted.load_kg, body=wanted.body)
    write_report(found.watched, found.exercise, found.source, images, folder, with_video=wanted.film, muscles_html=muscles, progress=tell)


def _print(found: Found, wanted: Wanted) -> None:
    from eccentric.motion.watch_json import to_json

    to_stdout = wanted.json == "-"
    if to_stdout:
        _to_stdout(to_json(found.watched, found.source))
    else:
        _summary(found)
    if wanted.report is not None:
        from eccentric.motion.report import PAGE_NAME

        click.echo(f"Report: {wanted.report / PAGE_NAME}", err=to_stdout)


def _to_stdout(text: str) -> None:
    """Write to standard output; a reader that left is no error, a full disk is one line."""
    stream = sys.stdout.buffer
    try:
        stream.write(text.encode())
        stream.flush()
    except OSError as error:
        with open(os.devnull, "wb") as nowhere:  # noqa: PTH123 (a device; what is buffered must go somewhere at exit)
            os.dup2(nowhere.fileno(), stream.fileno())
        if not isinstance(error, BrokenPipeError):
            raise bad_input("standard output", "room to write", (error.strerror or "an error").lower()) from None


def _summary(found: Found) -> None:
    """Say in a few lines what the set showed."""
    from rich.console import Console
    from rich.table import Table

    from eccentric.motion.report.verdict import next_fix
    from eccentric.motion.report.words import amount, any_judged, degrees, judged, seconds, verdict_sentence

    watched, console = found.watched, Console(highlight=False)
    count = f"[bold]{watched.summary.good_reps}[/bold] " if any_judged(watched) else ""
    console.print(f"{found.exercise.name}: {count}{verdict_sentence(watched)}.")
    _say(console, watched.view.problems)
    if watched.reps:
        table = Table("Rep", "Lowering", "Lifting", "Range", "Seen", box=None, pad_edge=False)
        for rep in watched.reps:
            ends = (rep.driver_min_deg, rep.driver_max_deg)
            span = f"{degrees(ends[0])} to {degrees(ends[1])}" if ends[0] is not None and ends[1] is not None else "not measured"
            seen = ", ".join(f"{fault.id} {amount(fault.value, fault.unit)} ({fault.severity})" for fault in rep.faults)
            state = "cut off, not counted" if not rep.complete else "good" if judged(rep) else "not judged"
            table.add_row(str(rep.index), seconds(rep.eccentric_s), seconds(rep.concentric_s), span, seen or state)
        console.print(table)
    fix = next_fix(watched, found.exercise)
    if fix is not None:
        console.print(f"[bold]{'Fix' if fix.certain else 'Watch'} next: {fix.title}.[/bold] {fix.mistake.fix if fix.mistake else ''}")


def _say(console: Console, sentences: tuple[str, ...]) -> None:
    for sentence in sentences:
        console.print(sentence)


@contextmanager
def _termination_as_interrupt() -> Iterator[None]:
    """Let a polite kill clean up as Ctrl-C does."""

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    try:
        before = signal.signal(signal.SIGTERM, interrupt)
    except ValueError:  # not the main thread: signals are not ours
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
