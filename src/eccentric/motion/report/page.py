"""The page: everything that the template shows, and rendering it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from eccentric.library.colours import PHASE_INK
from eccentric.library.exercise import Exercise, Mistake
from eccentric.motion.report import words
from eccentric.motion.report.bars import Bar, bar, order_of, scale_s
from eccentric.motion.report.fan import fan_svg
from eccentric.motion.report.film import Pictures
from eccentric.motion.report.plot import lines_sentence, plot_svg
from eccentric.motion.report.stills import Still
from eccentric.motion.report.target import Target, target_of
from eccentric.motion.report.verdict import Fix, next_fix
from eccentric.motion.watch_json import Source
from eccentric.motion.watched import FoundFault, Repetition, WatchedSet
from eccentric.terms.body import Phase, Side
from eccentric.terms.faults import Severity


@dataclass(frozen=True, slots=True)
class Seen:
    """A fault as the page shows it."""

    title: str
    severe: bool
    amount: str
    measured: str
    limit: str | None
    at: str
    at_s: float
    mistake: Mistake | None
    explain: bool
    still: Still | None


@dataclass(frozen=True, slots=True)
class Row:
    """A repetition as the page shows it."""

    rep: Repetition
    verdict: str
    state: str
    bars: tuple[Bar, ...]
    lowering: Bar
    range: str
    fan: Markup | None
    break_point: str | None
    faults: tuple[Seen, ...]


def render(
    watched: WatchedSet,
    exercise: Exercise,
    source: Source,
    pictures: Pictures,
    video_src: str | None = None,
    muscles_html: str | None = None,
) -> str:
    """Return the report as one HTML page that needs no network.

    Args:
        video_src: a data URI or a file name beside the page; None when there is no video.
        muscles_html: trusted HTML of the muscles section, or None to leave the section out.
    """
    fix = next_fix(watched, exercise)
    shown = {
        "watched": watched,
        "exercise": exercise,
        "source": source,
        "fix": fix,
        "fix_still": pictures.of(fix.shown_in.index, fix.shown) if fix is not None else None,
        "fix_line": _fix_line(fix),
        "check_yourself": [mistake for mistake in exercise.mistakes if mistake.seen_by == "you"],
        "video_src": video_src,
        "poster": pictures.poster,
        "muscles": Markup(muscles_html) if muscles_html is not None else None,
        "words": words,
        "inks": PHASE_INK,
        "Side": Side,
    }
    return _environment().get_template("page.html.j2").render({**shown, **_measured(watched, exercise, pictures)})


def _measured(watched: WatchedSet, exercise: Exercise, pictures: Pictures) -> dict[str, Any]:
    """What the page says about tempo and range."""
    target = target_of(exercise)
    return {
        "target": target,
        "target_words": target.words if target is not None else "",
        "joint": words.joint_of(exercise),
        "rows": _rows(watched, exercise, target, pictures),
        "judged": words.any_judged(watched),
        "verdict": words.verdict_sentence(watched),
        "tempo_line": words.tempo_sentence(watched, target.tempo.eccentric_s if target is not None else None),
        "range_line": words.range_sentence(watched, exercise),
        "plots": _plots(watched, exercise),
        "lines_line": lines_sentence(watched, exercise),
    }


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("eccentric.motion.report"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )


def _rows(watched: WatchedSet, exercise: Exercise, target: Target | None, pictures: Pictures) -> list[Row]:
    whole = scale_s(watched, target, tuple(Phase))
    lowering = scale_s(watched, target, (Phase.ECCENTRIC,))
    first = {fault.id: fault for rep in reversed(watched.reps) for fault in reversed(rep.faults)}
    return [
        Row(
            rep=rep,
            verdict=_verdict(rep),
            state=_state(rep),
            bars=tuple(bar(rep, phase, target, whole) for phase in order_of(rep)),
            lowering=bar(rep, Phase.ECCENTRIC, target, lowering),
            range=_range(rep),
            fan=_fan(rep, exercise),
            break_point=_break_point(rep),
            faults=tuple(_seen(rep, fault, exercise, pictures, first[fault.id] is fault) for fault in rep.faults),
        )
        for rep in watched.reps
    ]


def _state(rep: Repetition) -> str:
    if not rep.complete or not words.judged(rep):
        return "open"
    return "bad" if not rep.good else "warned" if rep.faults else "good"


def _verdict(rep: Repetition) -> str:
    if not rep.complete:
        return "Cut off by the clip, not counted"
    if not words.judged(rep):
        return "Counted, not judged"
    if not rep.good:
        return "To fix"
    return "Good, with something to watch" if rep.faults else "Good"


def _range(rep: Repetition) -> str:
    if rep.driver_min_deg is None or rep.driver_max_deg is None:
        return "Range not measured"
    return f"{words.degrees(rep.driver_min_deg)} to {words.degrees(rep.driver_max_deg)}"


def _fan(rep: Repetition, exercise: Exercise) -> Markup | None:
    if rep.driver_min_deg is None or rep.driver_max_deg is None or exercise.movement.driver == "none":
        return None
    return Markup(fan_svg(exercise, rep.driver_min_deg, rep.driver_max_deg))


def _break_point(rep: Repetition) -> str | None:
    if rep.break_point_deg is not None:
        return f"Break-point at {words.degrees(rep.break_point_deg)} of knee flexion; lower is better"
    return f"No break-point: {rep.break_point_reason}" if rep.break_point_reason else None


def _seen(rep: Repetition, fault: FoundFault, exercise: Exercise, pictures: Pictures, explain: bool) -> Seen:
    mistake = exercise.mistake(fault.id)
    shot = pictures.of(rep.index, fault)
    middle_s = (fault.from_s + fault.to_s) / 2
    return Seen(
        title=words.fault_name(fault.id, mistake),
        severe=fault.severity is Severity.FAIL,
        amount=words.amount(fault.value, fault.unit),
        measured=words.measured(fault),
        limit=words.limit_of(fault, mistake),
        at=words.clock(middle_s),
        at_s=round(middle_s, 2),
        mistake=mistake,
        explain=explain,
        still=shot,
    )


def _fix_line(fix: Fix | None) -> str | None:
    if fix is None:
        return None
    limit = words.limit_of(fix.shown, fix.mistake)
    measured = words.measured(fix.shown) + (f" (limit {limit})" if limit else "")
    if len(fix.reps) == 1:
        return f"Once, in repetition {fix.reps[0]}: {measured}."
    times = words.capital(words.number(len(fix.reps)))
    return f"{times} times, in repetitions {words.listed(fix.reps)}; in repetition {fix.shown_in.index}, {measured}."


def _plots(watched: WatchedSet, exercise: Exercise) -> dict[str, Markup]:
    """The plot twice: for a phone (it scrolls sideways when the set is long) and for a wide page."""
    if len(watched.signals.time_s) < 2 or (watched.reps and not words.any_judged(watched)):
        return {}
    reps = len(watched.reps)
    joint = words.capital(words.joint_of(exercise))
    label = f"{joint} flexion over time. {words.range_sentence(watched, exercise)}. The numbers are in a table."
    sizes = {"phone": (max(358.0, 48.0 * reps), 240.0), "wide": (max(1088.0, 48.0 * reps), 320.0)}
    found = {name: plot_svg(watched, exercise, width, height, label) for name, (width, height) in sizes.items()}
    return {name: Markup(svg) for name, svg in found.items() if svg is not None}
