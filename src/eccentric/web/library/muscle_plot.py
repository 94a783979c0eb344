"""Muscle curves of an exercise as drawings for a page: how long the muscles are, and what the load asks, along one lowering."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import Any

import numpy as np

from eccentric.anatomy.picture.svg import Axes, Floats, text
from eccentric.anatomy.picture.words import SHORT_NAMES
from eccentric.anatomy.profile import MuscleProfile
from eccentric.terms.body import Muscle

WIDTH, LEFT, TOP, HEIGHT = 400, 48, 14, 190
KINDS = {Muscle.BFLH: "lower", Muscle.SEMITEN: "lower dash", Muscle.SEMIMEM: "lower dot", Muscle.BFSH: "ink"}


@dataclass(frozen=True, slots=True)
class Key:
    """A line of a plot and its name."""

    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class Plot:
    """A drawing with the names of its lines."""

    svg: str
    keys: tuple[Key, ...]


def _frame(seen: MuscleProfile, axes: Axes, parts: list[str], label: str) -> str:
    """The SVG element: rules and lines, the joint's angle below, and a line that a module moves."""
    angle = seen.knee_flexion_deg if seen.curves.joint.value == "knee" else seen.hip_flexion_deg
    y = axes.top + axes.height + 22
    words = [(0.0, "start", f"{seen.curves.joint.value} {angle[0]:.0f}°"), (1.0, "end", f"{angle[-1]:.0f}°"), (0.5, "middle", "lowering →")]
    parts += [text(axes.x(at), y, word, "quiet", anchor) for at, anchor, word in words]
    x, bottom = axes.left, axes.top + axes.height
    parts.append(f'<line class="now" x1="{x:.1f}" x2="{x:.1f}" y1="{axes.top:.1f}" y2="{bottom:.1f}"/>')
    return (
        f'<svg class="plot" viewBox="0 0 {WIDTH} {y + 12:.0f}" role="img" aria-label="{escape(label, quote=True)}" '
        f'data-left="{axes.left:g}" data-width="{axes.width:g}">{"".join(parts)}</svg>'
    )


def _axes(low: float, high: float) -> Axes:
    return Axes(LEFT, TOP, WIDTH - LEFT - 6, HEIGHT, (0, 1), (low, high))


def _way(seen: MuscleProfile) -> Floats:
    return np.linspace(0.0, 1.0, seen.hip_flexion_deg.size)


def lengths(seen: MuscleProfile) -> Plot:
    """How long each hamstring is along the lowering, 1.00 as standing; the band is the long head in other allowed postures."""
    shown = [muscle for muscle in KINDS if muscle in seen.curves.muscles]
    curves = {muscle: seen.curves.muscles[muscle].length_rel_standing for muscle in shown}
    low = min(0.95, *(float(seen.length_low[muscle].min()) for muscle in shown)) - 0.01
    high = max(1.05, *(float(seen.length_high[muscle].max()) for muscle in shown)) + 0.01
    axes, way = _axes(low, high), _way(seen)
    levels = [level for level in np.arange(0.7, 1.4, 0.1) if low < level < high and abs(level - 1) > 0.02]
    parts = [axes.rule(level, f"{level:.2f}") for level in levels] + [axes.rule(1.0, "1.00", "one")]
    parts.append(axes.band(way, seen.length_low[Muscle.BFLH], seen.length_high[Muscle.BFLH]))
    parts += [axes.line(way, curves[muscle], KINDS[muscle]) for muscle in shown]
    ends = ", ".join(f"{SHORT_NAMES[m]} from {curves[m][0]:.2f} to {curves[m][-1]:.2f}" for m in shown)
    svg = _frame(seen, axes, parts, f"Length of the hamstrings along the lowering, 1.00 as standing: {ends}.")
    return Plot(svg, tuple(Key(KINDS[muscle], SHORT_NAMES[muscle]) for muscle in shown))


def torques(seen: MuscleProfile) -> Plot | None:
    """What the load asks at the joint and what the muscles could give; None when the load is not modelled."""
    curves = seen.curves
    torque = _torque(seen)
    if not np.isfinite(torque).any():
        return None
    most = float(np.nanmax(torque))
    high = 1.1 * max(most, float(curves.capacity_nm.max()) if most > 20 else 0.0, 5.0)
    axes, way = _axes(min(0.0, float(np.nanmin(torque))), high), _way(seen)
    step = next(size for size in (2, 5, 10, 20, 50, 100, 200, 500, 1000) if high / size <= 5)
    parts = [axes.rule(level, f"{level:g}") for level in np.arange(0, high, step)]
    parts += [axes.line(way, np.minimum(curves.capacity_nm, high), "ink dash"), axes.line(way, torque, "lower")]
    joint = curves.joint.value
    label = (
        f"Torque at the {joint} of each leg in newton metres: {torque[0]:.0f} at the start of the lowering, {torque[-1]:.0f} at the bottom."
    )
    keys = Key("lower", "what the load asks, Nm"), Key("ink dash", "most these muscles can give, Nm")
    return Plot(_frame(seen, axes, parts, label), keys)


def _torque(seen: MuscleProfile) -> Floats:
    return seen.curves.demand.knee_nm if seen.curves.joint.value == "knee" else seen.curves.demand.hip_nm


def along(seen: MuscleProfile, steps: int = 31) -> dict[str, Any]:
    """The curves as numbers for the page's slider and table: joint angle, torque and each muscle's length at even steps; null = unknown."""
    at = np.linspace(0, seen.hip_flexion_deg.size - 1, steps).round().astype(int)
    angle = seen.knee_flexion_deg if seen.curves.joint.value == "knee" else seen.hip_flexion_deg
    torque = _torque(seen)
    return {
        "joint": seen.curves.joint.value,
        "angle": [round(float(angle[i])) for i in at],
        "torque": [round(float(torque[i])) if np.isfinite(torque[i]) else None for i in at],
        "muscles": [
            {"name": SHORT_NAMES[muscle], "length": [round(float(seen.curves.muscles[muscle].length_rel_standing[i]), 3) for i in at]}
            for muscle in KINDS
            if muscle in seen.curves.muscles
        ],
    }
