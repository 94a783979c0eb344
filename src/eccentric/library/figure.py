"""The drawn figure of an exercise at either end of its movement, generated from its own joint angles."""

from __future__ import annotations

from itertools import pairwise
from typing import Literal

from eccentric.library.colours import CONCENTRIC, ECCENTRIC
from eccentric.library.drawing.body import arm_shapes, leg_shapes, outlined, trunk_shapes
from eccentric.library.drawing.lying import on_bench
from eccentric.library.drawing.muscles import group_strength, muscle_shapes
from eccentric.library.drawing.pose import Pose, direction, unit
from eccentric.library.drawing.postures import angles_at, pose_between, pose_of, scene_of, sweep
from eccentric.library.drawing.scene import behind, in_front
from eccentric.library.drawing.svg import SCALE, element, line, path, smooth, text_of
from eccentric.library.exercise import End, Exercise

Place = Literal["start", "end"]
WIDTH = 280.0
_MARGIN, _LEAST_HEIGHT, _CLOSE = 14.0, 120.0, 32.0
_SHORTEST_TRAIL = 0.05
_CLEARLY_BENT_DEG = 20.0
_POSTURE_WORDS = {
    "prone": "lying face down",
    "seated": "seated",
    "standing": "standing",
    "kneeling": "kneeling",
    "supine": "lying on the back",
    "bent-over": "bent over",
    "quadruped": "on hands and knees",
    "incline": "leaning on an angled pad",
    "side-lying": "lying on one side",
}

STYLE = (
    ".ef{--ink:var(--figure-ink,currentColor);--ground:var(--paper,#fbf9f5);"
    f"--ecc:var(--eccentric,{ECCENTRIC.light});--con:var(--concentric,{CONCENTRIC.light})}}"
    ".ef .edge .s{fill:none;stroke:var(--ink);stroke-width:3.6;stroke-linejoin:round}"
    ".ef .fill .s{fill:var(--ground);stroke:none}"
    ".ef .far{opacity:.42}"
    ".ef .m{fill:var(--ecc);stroke:none}.ef.short .m{fill:var(--con)}"
    ".ef .k{fill:none;stroke:var(--ink);stroke-opacity:.5;stroke-width:2.4;stroke-linecap:round;stroke-linejoin:round}"
    ".ef .pad{fill:var(--ground)}.ef .dot{fill:var(--ink);fill-opacity:.5;stroke:none}.ef .plate{fill:var(--ground);fill-opacity:.2}"
    ".ef .cushion{stroke-width:8}.ef .thick{stroke-width:4.5}.ef .band{stroke-width:3;stroke-dasharray:7 3.5}"
    ".ef .cuff{stroke-width:7;stroke-opacity:.75}.ef .helper{stroke-width:9;stroke-opacity:.3}"
    ".ef .trail{fill:none;stroke:var(--ecc);stroke-width:2.2;stroke-opacity:.75;stroke-linecap:round;stroke-dasharray:1 6}"
    ".ef.short .trail{stroke:var(--con)}.ef .head{stroke-dasharray:none}"
    ".ef .floor{stroke:var(--ink);stroke-opacity:.22;stroke-width:1.4;fill:none}"
)
DARK_STYLE = (
    f"@media (prefers-color-scheme:dark){{.ef{{--ground:var(--paper,#161513);--ecc:var(--eccentric,{ECCENTRIC.dark});"
    f"--con:var(--concentric,{CONCENTRIC.dark})}}.ef.alone{{color:#ece8e1}}}}"
)


def figure_svg(page: Exercise, end: End, alone: bool = False, *, close: bool = False, share: float | None = None) -> str:
    """The figure at one end of the movement, as an SVG element.

    It takes its colours from the page around it (``--paper``, ``--eccentric``, ``--concentric``, and ``currentColor`` for lines), or,
    ``alone``, brings its own for light and dark. The working muscles are filled in the colour of the phase that ends here.
    ``close`` cuts the frame to the person, for small pictures; otherwise both ends share one frame. With a ``share`` from 0 (shortened) to
    1 (lengthened) the person is drawn on the way, in the same frame.
    """
    key = f"f-{page.id}-{end}"
    pose, shift, top = _placed(page, end)
    pose = pose if share is None else pose_between(page, share)
    drawing = behind(page, pose) + (_trail(page, end) if share is None else "")
    if pose.far_leg is not None:
        drawing += outlined(leg_shapes(pose.far_leg), "far")
    arm = outlined(arm_shapes(pose))
    folded = scene_of(page) == "prone" and not on_bench(page)
    body = outlined([*leg_shapes(pose.leg), *trunk_shapes(pose)]) + muscle_shapes(page, pose) + in_front(page, pose)
    drawing += arm + body if folded else body + arm
    floor = path(line(complex((8 - shift) / SCALE, 0), complex((WIDTH - 8 - shift) / SCALE, 0)), "floor")
    classes = "ef " + ("long" if end == "lengthened" else "short") + (" alone" if alone else "")
    content = text_of(f"{page.name}, {end} end", description(page, end), key) + element("style", STYLE + DARK_STYLE)
    return element(
        "svg",
        content + floor + drawing,
        xmlns="http://www.w3.org/2000/svg",
        class_=classes,
        viewBox=_close_frame(page, end, pose) if close else f"{-shift:.0f} {-top:.0f} {WIDTH:.0f} {top + _MARGIN:.0f}",
        role="img",
        aria_labelledby=f"{key}-t {key}-d",
    )


def _close_frame(page: Exercise, end: End, pose: Pose) -> str:
    """The frame around one pose, its trail and what stands beside it; at least as wide as two thirds of its height."""
    points = pose.points() + sweep(page, end)
    top = max(point.imag for point in points) * SCALE + _CLOSE / 2
    left, right = min(point.real for point in points) * SCALE - _CLOSE, max(point.real for point in points) * SCALE + _CLOSE
    spare = max(0.0, (top + _MARGIN) * 2 / 3 - (right - left)) / 2
    return f"{left - spare:.0f} {-top:.0f} {right - left + 2 * spare:.0f} {top + _MARGIN:.0f}"


def _trail(page: Exercise, end: End) -> str:
    """The way that the moving tip came, in the colour of the phase, with an arrow's head where it stops."""
    points = sweep(page, end)
    if sum(abs(there - here) for here, there in pairwise(points)) < _SHORTEST_TRAIL:
        return ""
    points = points[1:-1]
    back = unit(points[-2] - points[-1])
    barbs = [points[-1] + 0.026 * back * direction(turn) for turn in (32, -32)]
    return path(smooth(points, closed=False), "trail") + path(line(barbs[0], points[-1], barbs[1]), "trail head")


def figure_at(page: Exercise, place: Place) -> str:
    """The figure at the start or at the turning point of a repetition."""
    return figure_svg(page, end_at(page, place))


def end_at(page: Exercise, place: Place) -> End:
    """Which end of the movement the start, or the turning point, of a repetition is."""
    other: End = "shortened" if page.movement.begins == "lengthened" else "lengthened"
    return page.movement.begins if place == "start" else other


def telling_end(page: Exercise) -> End:
    """The end that a small picture alone should show: the turning point, or the more bent hip where no one joint drives the movement."""
    more_bent_deg = angles_at(page, "lengthened").hip_deg - angles_at(page, "shortened").hip_deg
    if page.movement.driver != "none" or abs(more_bent_deg) < _CLEARLY_BENT_DEG:
        return end_at(page, "end")
    return "lengthened" if more_bent_deg > 0 else "shortened"


def description(page: Exercise, end: End) -> str:
    """The picture in words: posture, angles and working muscles."""
    at = angles_at(page, end)
    working = [group for group, strength in group_strength(page).items() if strength == 1.0]
    muscles = f" Working: {', '.join(working)}." if working else ""
    phase = "after the lowering (eccentric) phase" if end == "lengthened" else "after the lifting (concentric) phase"
    posture = _POSTURE_WORDS[page.movement.posture]
    return f"A person {posture}, knee bent {at.knee_deg:.0f} degrees, hip bent {at.hip_deg:.0f} degrees, {phase}.{muscles}"


def _placed(page: Exercise, end: End) -> tuple[Pose, float, float]:
    """The pose, and where to put its origin (pixels from the left and from the top) so that both ends share one frame."""
    both = [pose_of(page, which) for which in ("lengthened", "shortened")]
    points = [point for pose in both for point in pose.points()] + sweep(page, end) + sweep(page, "shortened")
    xs = [point.real * SCALE for point in points]
    scene = scene_of(page)
    right = 26.0 if scene in ("standing", "ghr", "kneeling") else 0.0
    shift = (WIDTH - right) / 2 - (min(xs) + max(xs)) / 2
    hung = 0.9 if "suspension" in " ".join(page.classification.equipment) else 0.0
    if scene in ("nordic", "ghr") and "band" in " ".join(page.classification.equipment):
        hung = both[0].leg.knee.imag + 0.8
    highest = max([*(point.imag + 0.075 for point in points), hung]) * SCALE
    return both[0 if end == "lengthened" else 1], shift, max(highest + _MARGIN / 2, _LEAST_HEIGHT)
