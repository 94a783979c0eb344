"""The driving joint's angle over time as hand-written SVG: phases shaded, lines labelled where they end, units said."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

import numpy as np

from eccentric.library.exercise import Exercise
from eccentric.motion.landmarks import Floats
from eccentric.motion.report.phases import moving_spans
from eccentric.motion.report.readings import driver_signal, near_side
from eccentric.motion.report.words import PHASE_WORDS, degrees
from eccentric.motion.watched import Repetition, WatchedSet
from eccentric.terms.body import Phase, Side

LEFT, RIGHT, TOP, BOTTOM = 34.0, 16.0, 46.0, 30.0
GAP_S = 0.5
"""A line is broken where the angle was not measured for longer than this."""


APART_DEG = 12.0
"""Sides that never differ by this much are said to move together instead of being labelled."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The axes: time and angle to pixels."""

    width: float
    height: float
    until_s: float
    low_deg: float
    high_deg: float

    def x(self, time_s: float) -> float:
        """Pixels of a time."""
        return LEFT + (self.width - LEFT - RIGHT) * time_s / self.until_s

    def y(self, angle_deg: float) -> float:
        """Pixels of an angle; more flexion is higher."""
        return self.height - BOTTOM - (self.height - TOP - BOTTOM) * (angle_deg - self.low_deg) / (self.high_deg - self.low_deg)


def plot_svg(watched: WatchedSet, exercise: Exercise, width: float, height: float, label: str) -> str | None:
    """Return the plot, or None when the driving joint was never measured.

    Args:
        width, height: size in CSS pixels at the normal text size; the page scales it with its text.
        label: the text alternative.
    """
    sides = [near_side(watched), *(side for side in (Side.LEFT, Side.RIGHT) if side is not near_side(watched))]
    lines = [(side, signal) for side in sides if (signal := driver_signal(watched, exercise, side)) is not None]
    values = np.concatenate([signal[np.isfinite(signal)] for _, signal in lines]) if lines else np.array([])
    if values.size < 2:
        return None
    low = min(0.0, float(np.floor(values.min() / 10) * 10))
    frame = Frame(width, height, max(float(watched.signals.time_s[-1]), 1e-3), low, float(max(30.0, np.ceil((values.max() + 4) / 10) * 10)))
    parts = [_phases(watched.reps, frame), _grid(frame), _times(frame)]
    parts += [
        _line(watched.signals.time_s, signal, frame, "near" if place == 0 else "far")
        for place, (_, signal) in reversed(list(enumerate(lines)))
    ]
    parts += [_reps(watched.reps, frame), _names(lines, watched, frame)]
    return (
        f'<svg class="plot" role="img" aria-label="{escape(label)}" viewBox="0 0 {width:g} {height:g}" '
        f'style="width:{width / 16:.3f}rem" data-until="{frame.until_s:.3f}" data-left="{LEFT}" data-right="{RIGHT}">'
        + "".join(parts)
        + f'<line class="playhead" x1="0" x2="0" y1="{TOP}" y2="{height - BOTTOM}" hidden=""/></svg>'
    )


def lines_sentence(watched: WatchedSet, exercise: Exercise) -> str:
    """Return what the plot's lines are, when there are two."""
    left, right = (driver_signal(watched, exercise, side) for side in (Side.LEFT, Side.RIGHT))
    if left is None or right is None or not np.isfinite(left - right).any():
        return ""
    if float(np.nanmax(np.abs(left - right))) < APART_DEG:
        return " Left and right moved together."
    return f" Solid is the {near_side(watched)} side, nearer the camera; dashed is the other."


def _phases(reps: tuple[Repetition, ...], frame: Frame) -> str:
    bands = []
    said: set[Phase] = set()
    for rep in reps:
        for span in moving_spans(rep):
            left, right = frame.x(span.from_s), frame.x(span.to_s)
            box = f'x="{left:.1f}" width="{max(0.5, right - left):.1f}"'
            bands.append(f'<rect class="shade {span.phase}" {box} y="{TOP:g}" height="{frame.height - TOP - BOTTOM:.1f}"/>')
            bands.append(f'<rect class="foot {span.phase}" {box} y="{frame.height - BOTTOM:.1f}" height="5"/>')
            if span.phase not in said and right - left > 70:
                said.add(span.phase)
                middle = (left + right) / 2
                bands.append(
                    f'<text class="phase-name" x="{middle:.1f}" y="{TOP + 13:g}" text-anchor="middle">{PHASE_WORDS[span.phase]}</text>'
                )
    return "".join(bands)


def _grid(frame: Frame) -> str:
    step = 30 if frame.high_deg - frame.low_deg > 60 else 15
    marks = np.arange(np.ceil(frame.low_deg / step) * step, frame.high_deg + 0.1, step)
    return "".join(
        f'<line class="hair" x1="{LEFT}" x2="{frame.width - RIGHT:g}" y1="{frame.y(mark):.1f}" y2="{frame.y(mark):.1f}"/>'
        f'<text class="tick" x="{LEFT - 6}" y="{frame.y(mark) + 4:.1f}" text-anchor="end">{degrees(mark)}</text>'
        for mark in marks
    )


def _times(frame: Frame) -> str:
    room = (frame.width - LEFT - RIGHT) / frame.until_s
    step = next((step for step in (1, 2, 5, 10, 20, 30, 60) if step * room >= 44), 120)
    marks = range(0, int(frame.until_s) + 1, step)
    return "".join(
        f'<text class="tick" x="{frame.x(mark):.1f}" y="{frame.height - 8:g}" text-anchor="middle">{mark}{" s" if mark == 0 else ""}</text>'
        for mark in marks
    )


def _line(times: Floats, signal: Floats, frame: Frame, name: str) -> str:
    path: list[str] = []
    last_s = -np.inf
    for time_s, angle in zip(times, signal, strict=True):
        if np.isfinite(angle):
            path.append(f"{'M' if time_s - last_s > GAP_S else 'L'}{frame.x(time_s):.1f},{frame.y(angle):.1f}")
            last_s = time_s
    return f'<path class="line {name}" d="{"".join(path)}"/>'


def _reps(reps: tuple[Repetition, ...], frame: Frame) -> str:
    parts = []
    for rep in reps:
        x = (frame.x(rep.start_s) + frame.x(min(rep.end_s, frame.until_s))) / 2
        mark = f'<path class="flag" d="M{x - 5:.1f},{TOP - 8:g} h10 l-5,-8.6 z"/>' if rep.complete and not rep.good else ""
        y = TOP - 22 if mark else TOP - 10
        parts.append(
            f'{mark}<text class="rep-number" x="{x:.1f}" y="{y:g}" text-anchor="middle">{rep.index if rep.complete else "cut"}</text>'
        )
    return "".join(parts)


def _names(lines: list[tuple[Side, Floats]], watched: WatchedSet, frame: Frame) -> str:
    """Label each line beside a place where the two lie well apart."""
    if len(lines) < 2:
        return ""
    gap = np.abs(lines[0][1] - lines[1][1])
    gap[~np.isfinite(gap)] = -1.0
    inside = (watched.signals.time_s > 0.06 * frame.until_s) & (watched.signals.time_s < 0.8 * frame.until_s)
    row = int(np.argmax(np.where(inside, gap, -1.0)))
    if gap[row] < APART_DEG:
        return ""
    time_s = watched.signals.time_s[row]
    parts = []
    for place, (side, signal) in enumerate(lines):
        higher = signal[row] >= lines[1 - place][1][row]
        x, y = frame.x(time_s), frame.y(signal[row]) + (-8 if higher else 16)
        name = "near" if place == 0 else "far"
        parts.append(f'<text class="line-name {name}" x="{x:.1f}" y="{y:.1f}" text-anchor="middle">{side}</text>')
    return "".join(parts)
