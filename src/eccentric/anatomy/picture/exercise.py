"""One exercise: how long each muscle is, what the load asks, and who carries it."""

from __future__ import annotations

import numpy as np

from eccentric.anatomy.curves import LONG
from eccentric.anatomy.muscles_json import confidence_reasons
from eccentric.anatomy.picture.svg import Axes, Floats, apart, bar, lines_of, page, text
from eccentric.anatomy.picture.words import SHORT_NAMES, length_sentence, load_sentence
from eccentric.anatomy.profile import MuscleProfile
from eccentric.terms.body import Muscle

WIDTH = 760
LEFT, PLOT = 76, 410
LINES = {Muscle.BFLH: "lower", Muscle.SEMITEN: "lower dash", Muscle.SEMIMEM: "lower dot", Muscle.BFSH: "ink"}


def exercise_svg(seen: MuscleProfile) -> str:
    """The picture of one exercise through its lowering, as SVG text."""
    title = length_sentence(seen)
    heading, y = lines_of(24, 42, title, "title", width=66, step=26)
    kind, y = lines_of(24, y + 2, f"Model of one lowering, top to bottom. Load: {seen.load.says}.", "quiet")
    parts = [heading, kind]
    for panel in (_lengths, _torques, _shares):
        part, y = panel(seen, y + 26)
        parts.append(part)
    for reason in confidence_reasons(seen) + list(seen.notes):
        part, y = lines_of(24, y + 6, reason, "quiet")
        parts.append(part)
    return page(WIDTH, y + 8, f"{title} {load_sentence(seen)}", parts)


def _way(seen: MuscleProfile) -> Floats:
    return np.linspace(0.0, 1.0, seen.hip_flexion_deg.size)


def _ends(seen: MuscleProfile, axes: Axes) -> str:
    """The angles under a panel: at the start, half-way and at the bottom."""
    name, angle = ("knee", seen.knee_flexion_deg) if seen.curves.joint.value == "knee" else ("hip", seen.hip_flexion_deg)
    y, middle = axes.top + axes.height + 20, angle.size // 2
    words = (f"{name} {angle[0]:.0f}°", f"{angle[middle]:.0f}°", f"{angle[-1]:.0f}°")
    anchors = ((0.0, "start"), (0.5, "middle"), (1.0, "end"))
    marks = [text(axes.x(at), y, word, "quiet", anchor) for word, (at, anchor) in zip(words, anchors, strict=True)]
    return "".join(marks) + text(axes.x(0.25), y, "lowering →", "quiet", "middle")


def _label(axes: Axes, y: float, words: str, css: str) -> str:
    """A direct label beside a curve's end, with a piece of its line."""
    x = axes.left + axes.width + 8
    piece = f'<line class="{css}" x1="{x:.1f}" x2="{x + 18:.1f}" y1="{y:.1f}" y2="{y:.1f}"/>' if css else ""
    return piece + text(x + 24, y + 5, words)


def _lengths(seen: MuscleProfile, top: float) -> tuple[str, float]:
    way, muscles = _way(seen), [m for m in LINES if m in seen.curves.muscles]
    curves = {m: seen.curves.muscles[m].length_rel_standing for m in muscles}
    low = min(0.95, *(float(seen.length_low[m].min()) for m in muscles)) - 0.01
    high = max(1.05, *(float(seen.length_high[m].max()) for m in muscles)) + 0.01
    axes = Axes(LEFT, top + 38, PLOT, 190, (0, 1), (low, high))
    parts = [text(24, top, "How long: 1.00 is your length standing upright", "head")]
    parts.append(text(24, top + 20, "pale: the long head in the other postures that the exercise allows", "quiet"))
    parts += [axes.rule(level, f"{level:.2f}") for level in np.arange(0.8, 1.35, 0.1) if low < level < high and abs(level - 1) > 0.02]
    parts.append(axes.rule(LONG, "1.00", "ink dot"))
    parts.append(axes.band(way, seen.length_low[Muscle.BFLH], seen.length_high[Muscle.BFLH]))
    places = apart([axes.y(float(curves[m][-1])) for m in muscles], 19, axes.top + 4, axes.top + axes.height)
    for muscle, place in zip(muscles, places, strict=True):
        parts.append(axes.line(way, curves[muscle], LINES[muscle]))
        parts.append(_label(axes, place, SHORT_NAMES[muscle], LINES[muscle]))
    parts.append(_ends(seen, axes))
    return "".join(parts), axes.top + axes.height + 40


def _torques(seen: MuscleProfile, top: float) -> tuple[str, float]:
    curves, way = seen.curves, _way(seen)
    torque = curves.demand.knee_nm if curves.joint.value == "knee" else curves.demand.hip_nm
    heading, y = lines_of(24, top, load_sentence(seen), "head", width=86)
    if not np.isfinite(torque).any():
        return heading, y
    high = 1.1 * max(float(np.nanmax(torque)), float(curves.capacity_nm.max()) if np.nanmax(torque) > 20 else 0.0, 5.0)
    axes = Axes(LEFT, y, PLOT, 150, (0, 1), (min(0.0, float(np.nanmin(torque))), high))
    step = next(s for s in (2, 5, 10, 20, 50, 100, 200, 500) if high / s <= 5)
    parts = [heading, *(axes.rule(level, f"{level:g} Nm") for level in np.arange(0, high, step))]
    parts.append(axes.band(way, np.maximum(curves.passive_low_nm, axes.y_range[0]), np.minimum(curves.passive_high_nm, high), "grey"))
    if curves.infeasible.any():
        over = curves.infeasible
        parts.append(axes.band(way[over], curves.capacity_nm[over], torque[over]))
    parts.append(axes.line(way, np.minimum(curves.capacity_nm, high), "ink dash"))
    parts.append(axes.line(way, torque, "lower"))
    ends = [float(torque[-1]), min(float(curves.capacity_nm[-1]), high)]
    names = [("what the load asks", "lower"), ("most these muscles can give", "ink dash")]
    if curves.passive_high_nm[-1] >= 0.06 * high:
        ends, names = [*ends, float(curves.passive_high_nm[-1])], [*names, ("stretch alone, range of models", "")]
    if curves.infeasible[-1]:
        ends, names = [*ends, (ends[0] + ends[1]) / 2], [*names, ("more than the model can hold", "")]
    places = apart([axes.y(min(end, high)) for end in ends], 19, axes.top + 4, axes.top + axes.height)
    parts += [_label(axes, place, name, css) for place, (name, css) in zip(places, names, strict=True)]
    return "".join([*parts, _ends(seen, axes)]), axes.top + axes.height + 40


def _shares(seen: MuscleProfile, top: float) -> tuple[str, float]:
    """Bars of each muscle's mean share, with the range between model choices as a line."""
    rows = []
    for muscle, curve in seen.curves.muscles.items():
        if np.isfinite(curve.share_mid).any():
            low, mid, high = (float(np.nanmean(each)) for each in (curve.share_low, curve.share_mid, curve.share_high))
            rows.append((muscle, low, mid, high))
    rows = sorted((row for row in rows if row[3] >= 0.01), key=lambda row: -row[2])
    if not rows:
        return "", top - 20
    heading, y = text(24, top, f"Who carries it: mean share of the {seen.curves.joint.value}'s torque, with its range", "head"), top + 16
    axes = Axes(LEFT + 150, y, 330, 1, (0, max(0.5, *(row[3] for row in rows))), (0, 1))
    parts = [heading]
    for muscle, low, mid, high in rows:
        parts.append(text(axes.left - 10, y + 15, SHORT_NAMES[muscle], "", "end"))
        parts.append(bar(axes.left, y + 3, axes.x(mid) - axes.left, 16, "fill"))
        parts.append(f'<line class="ink" x1="{axes.x(low):.1f}" x2="{axes.x(high):.1f}" y1="{y + 11}" y2="{y + 11}"/>')
        parts.append(text(axes.x(max(high, mid)) + 8, y + 16, f"{100 * low:.0f}–{100 * high:.0f} %"))
        y += 25
    return "".join(parts), y + 14
