"""One exercise: how long each muscle is, what the load asks, and who carries it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from eccentric.anatomy.confidence import confidence_reasons
from eccentric.anatomy.curves import LONG
from eccentric.anatomy.picture.svg import Axes, Floats, apart, bar, lines_of, page, text
from eccentric.anatomy.picture.words import SHORT_NAMES, length_sentence, load_sentence
from eccentric.anatomy.profile import MuscleProfile
from eccentric.terms.body import Muscle

LINES = {Muscle.BFLH: "lower", Muscle.SEMITEN: "lower dash", Muscle.SEMIMEM: "lower dot", Muscle.BFSH: "ink"}


@dataclass(frozen=True, slots=True)
class Layout:
    """Where things stand on a page: widths in units of the picture, letters in a line of each kind of words."""

    width: int
    left: float
    plot: float
    beside: bool
    title: int
    head: int
    quiet: int


# Letters a line are counted for the widest of the fonts that a reader may have (DejaVu Sans), not for our own.
WIDE = Layout(760, 76, 410, beside=True, title=58, head=74, quiet=90)
NARROW = Layout(400, 70, 314, beside=False, title=29, head=38, quiet=46)
EDGE = 16
Label = tuple[float, str, str]  # height of the curve's end, words, kind of line


def exercise_svg(seen: MuscleProfile, layout: Layout = WIDE) -> str:
    """The picture of one exercise through its lowering, as SVG text; ``NARROW`` for a phone, where labels stand below."""
    title = length_sentence(seen)
    heading, y = lines_of(EDGE, 42, title, "title", layout.title, 26)
    kind, y = lines_of(EDGE, y + 2, f"Model of one lowering, top to bottom. Load: {seen.load.says}.", "quiet", layout.quiet)
    parts = [heading, kind]
    for panel in (_lengths, _torques, _shares):
        part, y = panel(seen, y + 26, layout)
        parts.append(part)
    for reason in confidence_reasons(seen) + list(seen.notes):
        part, y = lines_of(EDGE, y + 6, reason, "quiet", layout.quiet)
        parts.append(part)
    return page(layout.width, y + 8, f"{title} {load_sentence(seen)}", parts)


def _way(seen: MuscleProfile) -> Floats:
    return np.linspace(0.0, 1.0, seen.hip_flexion_deg.size)


def _ends(seen: MuscleProfile, axes: Axes) -> str:
    """The angles under a panel: at the start, half-way and at the bottom."""
    name, angle = ("knee", seen.knee_flexion_deg) if seen.curves.joint.value == "knee" else ("hip", seen.hip_flexion_deg)
    y, middle = axes.top + axes.height + 20, angle.size // 2
    words = (f"{name} {angle[0]:.0f}°", f"{angle[middle]:.0f}°", f"{angle[-1]:.0f}°")
    anchors = ((0.0, "start"), (0.5, "middle"), (1.0, "end"))
    marks = [text(axes.x(at), y, word, "quiet", anchor) for word, (at, anchor) in zip(words, anchors, strict=True)]
    return "".join(marks) + text(axes.x(0.75), y, "lowering →", "quiet", "middle")


def _labels(axes: Axes, labels: Sequence[Label], layout: Layout) -> tuple[str, float]:
    """Labels with a piece of their line: beside the curves' ends, or in rows below; and the y below everything."""
    bottom = axes.top + axes.height + 40
    if layout.beside:
        x, places = axes.left + axes.width + 8, apart([axes.y(end) for end, _, _ in labels], 19, axes.top + 4, axes.top + axes.height)
    else:
        x, places = axes.left, [bottom + 20 * row for row in range(len(labels))]
        bottom = places[-1] + 22
    parts = []
    for place, (_, words, css) in zip(places, labels, strict=True):
        if css in ("band", "grey"):
            parts.append(bar(x, place - 6, 18, 12, css))
        elif css:
            parts.append(f'<line class="{css}" x1="{x:.1f}" x2="{x + 18:.1f}" y1="{place:.1f}" y2="{place:.1f}"/>')
        parts.append(text(x + 24, place + 5, words))
    return "".join(parts), bottom


def _lengths(seen: MuscleProfile, top: float, layout: Layout) -> tuple[str, float]:
    way, muscles = _way(seen), [m for m in LINES if m in seen.curves.muscles]
    curves = {m: seen.curves.muscles[m].length_rel_standing for m in muscles}
    low = min(0.95, *(float(seen.length_low[m].min()) for m in muscles)) - 0.01
    high = max(1.05, *(float(seen.length_high[m].max()) for m in muscles)) + 0.01
    note, y = lines_of(EDGE, top + 20, "pale: the long head in the other postures that the exercise allows", "quiet", layout.quiet)
    axes = Axes(layout.left, y, layout.plot, 190, (0, 1), (low, high))
    parts = [text(EDGE, top, "How long: 1.00 is standing upright", "head"), note]
    parts += [axes.rule(level, f"{level:.2f}") for level in np.arange(0.8, 1.35, 0.1) if low < level < high and abs(level - 1) > 0.02]
    parts.append(axes.rule(LONG, "1.00", "ink dot"))
    parts.append(axes.band(way, seen.length_low[Muscle.BFLH], seen.length_high[Muscle.BFLH]))
    parts += [axes.line(way, curves[muscle], LINES[muscle]) for muscle in muscles]
    labels, bottom = _labels(axes, [(float(curves[m][-1]), SHORT_NAMES[m], LINES[m]) for m in muscles], layout)
    return "".join([*parts, labels, _ends(seen, axes)]), bottom


def _torques(seen: MuscleProfile, top: float, layout: Layout) -> tuple[str, float]:
    curves, way = seen.curves, _way(seen)
    torque = curves.demand.knee_nm if curves.joint.value == "knee" else curves.demand.hip_nm
    heading, y = lines_of(EDGE, top, load_sentence(seen), "head", layout.head)
    if not np.isfinite(torque).any():
        return heading, y
    high = 1.1 * max(float(np.nanmax(torque)), float(curves.capacity_nm.max()) if np.nanmax(torque) > 20 else 0.0, 5.0)
    axes = Axes(layout.left, y, layout.plot, 150, (0, 1), (min(0.0, float(np.nanmin(torque))), high))
    step = next(s for s in (2, 5, 10, 20, 50, 100, 200, 500, 1000) if high / s <= 5)
    parts = [heading, *(axes.rule(level, f"{level:g} Nm") for level in np.arange(0, high, step))]
    parts.append(axes.band(way, np.maximum(curves.passive_low_nm, axes.y_range[0]), np.minimum(curves.passive_high_nm, high), "grey"))
    labels: list[Label] = [(float(torque[-1]), "what the load asks", "lower")]
    labels.append((min(float(curves.capacity_nm[-1]), high), "most these muscles can give", "ink dash"))
    if curves.passive_high_nm[-1] >= 0.06 * high:
        labels.append((min(float(curves.passive_high_nm[-1]), high), "stretch alone, range of models", "grey"))
    if curves.infeasible.any():
        over = curves.infeasible
        parts.append(axes.band(way[over], curves.capacity_nm[over], torque[over]))
        labels.append(((labels[0][0] + labels[1][0]) / 2, "more than the model can hold", "band"))
    parts += [axes.line(way, np.minimum(curves.capacity_nm, high), "ink dash"), axes.line(way, torque, "lower")]
    words, bottom = _labels(axes, labels, layout)
    return "".join([*parts, words, _ends(seen, axes)]), bottom


def _shares(seen: MuscleProfile, top: float, layout: Layout) -> tuple[str, float]:
    """Bars of each muscle's mean share, with the range between model choices as a line."""
    rows = []
    for muscle, curve in seen.curves.muscles.items():
        if np.isfinite(curve.share_mid).any():
            low, mid, high = (float(np.nanmean(each)) for each in (curve.share_low, curve.share_mid, curve.share_high))
            rows.append((muscle, low, mid, high))
    rows = sorted((row for row in rows if row[3] >= 0.01), key=lambda row: -row[2])
    if not rows:
        return "", top - 20
    words = f"Who carries it: mean share of the {seen.curves.joint.value}'s torque, with its range"
    heading, y = lines_of(EDGE, top, words, "head", layout.head)
    left, width = (226.0, 330.0) if layout.beside else (EDGE, 270.0)
    axes = Axes(left, y, width, 1, (0, max(0.5, *(row[3] for row in rows))), (0, 1))
    parts = [heading]
    for muscle, low, mid, high in rows:
        at, anchor = (axes.left - 10, "end") if layout.beside else (axes.left, "start")
        parts.append(text(at, y + 11, SHORT_NAMES[muscle], "", anchor))
        y += 0 if layout.beside else 16
        parts.append(bar(axes.left, y, axes.x(mid) - axes.left, 16, "fill"))
        parts.append(f'<line class="ink" x1="{axes.x(low):.1f}" x2="{axes.x(high):.1f}" y1="{y + 8:.1f}" y2="{y + 8:.1f}"/>')
        parts.append(text(axes.x(max(high, mid)) + 8, y + 13, f"{100 * low:.0f}–{100 * high:.0f} %"))
        y += 25 if layout.beside else 32
    return "".join(parts), y + 14
