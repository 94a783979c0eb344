"""Several exercises side by side: how long the hamstrings work in each, and where each is heaviest."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from eccentric.anatomy.picture.svg import Axes, bar, lines_of, page, text
from eccentric.anatomy.profile import MuscleProfile, summary
from eccentric.terms.body import Muscle

WIDTH, LEFT, PLOT, ROW = 760, 250, 300, 46
NOTE = "Model. Bars: length of the biceps femoris' long head from the top of the lowering to its bottom; dot: the mean."
FOOT = "Pale: where other postures that the exercise allows would put it. Three reference models rank such exercises alike."


def compare_svg(seen: Sequence[MuscleProfile]) -> str:
    """The picture of several exercises, shortest first, as SVG text."""
    ranked = sorted(seen, key=_mean)
    title = compare_sentence(ranked)
    heading, y = lines_of(24, 42, title, "title", width=58, step=26)
    note, y = lines_of(
        24,
        y + 2,
        NOTE,
        "quiet",
    )
    ends = [np.concatenate([_low(each), _high(each)]) for each in ranked]
    low, high = min(0.9, *(float(e.min()) for e in ends)) - 0.01, max(1.1, *(float(e.max()) for e in ends)) + 0.01
    axes = Axes(LEFT, y + 30, PLOT, ROW * len(ranked), (low, high), (0, 1))
    parts = [heading, note, _scale(axes), text(axes.left + PLOT + 24, axes.top - 8, "heaviest", "quiet")]
    for row, each in enumerate(ranked):
        parts.append(_row(axes, axes.top + ROW * row, each))
    bottom = axes.top + axes.height + 30
    foot, bottom = lines_of(
        24,
        bottom,
        FOOT,
        "quiet",
    )
    return page(WIDTH, bottom + 8, title, [*parts, foot])


def compare_sentence(ranked: Sequence[MuscleProfile]) -> str:
    """Which of them works longest, in one sentence."""
    first, last = ranked[0], ranked[-1]
    if len(ranked) == 1 or _mean(last) - _mean(first) < 0.01:
        return "These work your hamstrings at about the same length."
    percent = round(100 * (_mean(last) / _mean(first) - 1))
    other = first.exercise.name[0].lower() + first.exercise.name[1:]
    return f"{last.exercise.name} works your hamstrings longest: {percent} % longer than {other}."


def compare_rows(seen: Sequence[MuscleProfile]) -> list[dict[str, str]]:
    """The same as a table, shortest first; every cell is text for a person."""
    rows = []
    for each in sorted(seen, key=_mean):
        length, found = each.curves.muscles[Muscle.BFLH].length_rel_standing, summary(each.exercise)
        rows.append(
            {
                "exercise": each.exercise.id,
                "mean length": f"{length.mean():.2f}",
                "from-to": f"{length[0]:.2f}-{length[-1]:.2f}",
                "class": found.length_class,
                "joint": found.dominant,
                "heaviest": _heaviest(each),
                "long work": "-" if each.long_work_share is None else f"{100 * each.long_work_share:.0f} %",
            }
        )
    return rows


def _mean(seen: MuscleProfile) -> float:
    return float(seen.curves.muscles[Muscle.BFLH].length_rel_standing.mean())


def _low(seen: MuscleProfile) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    return np.array([seen.length_low[Muscle.BFLH].min()])


def _high(seen: MuscleProfile) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    return np.array([seen.length_high[Muscle.BFLH].max()])


def _heaviest(seen: MuscleProfile) -> str:
    peak = summary(seen.exercise).peak_at
    if seen.load.load is None:
        return "not modelled"
    return "even" if peak is None else "at the top" if peak < 0.34 else "at the bottom" if peak > 0.66 else "half-way"


def _scale(axes: Axes) -> str:
    """Upright hairlines with their lengths above; standing is the strong one."""
    parts = []
    for level in np.arange(0.8, 1.35, 0.1):
        if axes.x_range[0] < level < axes.x_range[1]:
            x, strong = axes.x(level), abs(level - 1) < 0.01
            css = "ink dot" if strong else "hair"
            parts.append(f'<line class="{css}" x1="{x:.1f}" x2="{x:.1f}" y1="{axes.top:.1f}" y2="{axes.top + axes.height:.1f}"/>')
            parts.append(text(x, axes.top - 8, "standing" if strong else f"{level:.1f}", "quiet", "middle"))
    return "".join(parts)


def _row(axes: Axes, top: float, seen: MuscleProfile) -> str:
    length, middle = seen.curves.muscles[Muscle.BFLH].length_rel_standing, top + ROW / 2
    pale = bar(axes.x(float(_low(seen)[0])), middle - 13, axes.x(float(_high(seen)[0])) - axes.x(float(_low(seen)[0])), 26, "band")
    low, high = float(length.min()), float(length.max())
    solid = bar(axes.x(low), middle - 6, axes.x(high) - axes.x(low), 12, "fill")
    dot = f'<circle class="mark" cx="{axes.x(_mean(seen)):.1f}" cy="{middle:.1f}" r="5"/>'
    name = text(axes.left - 14, middle + 5, seen.exercise.name, "", "end")
    return pale + solid + dot + name + text(axes.left + PLOT + 24, middle + 5, _heaviest(seen))
