"""Hints at the equipment with a few plain lines: bench, pad, roller, bar, band, ball, box, support, floor."""

from __future__ import annotations

from collections.abc import Callable

from eccentric.library.drawing.kneeling import GHR_PAD, INCLINE_DEG, KNEE_PAD
from eccentric.library.drawing.lying import BALL, BODY_DEPTH, LOW_BENCH, on_bench
from eccentric.library.drawing.pose import SHANK, THIGH, Pose, direction, unit
from eccentric.library.drawing.postures import scene_of
from eccentric.library.drawing.svg import circle, line, path, smooth
from eccentric.library.drawing.upright import bar_on_back
from eccentric.library.exercise import Exercise

_LEG = THIGH + SHANK
_HAND_LOADS = ("barbell", "dumbbell", "kettlebell")


def behind(page: Exercise, pose: Pose) -> str:
    """What stands behind the person."""
    draw = _BEHIND.get(scene_of(page))
    return draw(page, pose) if draw else ""


def in_front(page: Exercise, pose: Pose) -> str:
    """What is held, or lies against the legs, in front of the person."""
    kind, scene = page.movement.load.kind, scene_of(page)
    things = " ".join(page.classification.equipment)
    if kind == "band" or "band" in things:
        return _band(page, pose)
    if kind == "cable":
        return _cable(page, pose)
    if kind in _HAND_LOADS:
        on_back = kind == "barbell" and scene == "hinge" and bar_on_back(page)
        return _barbell(pose.shoulder + 0.052j * pose.up_trunk + 0.03 * pose.up_trunk) if on_back else _hand_load(kind, scene, pose)
    if "weight-plate" in things:
        return circle(pose.hand, 0.06, "k plate") + circle(pose.hand, 0.012, "k")
    if kind == "machine" and page.movement.driver == "knee_flexion":
        return _roller(pose, scene)
    if kind == "partner":
        return _helper(pose)
    return _cuff(pose) if "ankle-weight" in things else ""


def _cuff(pose: Pose) -> str:
    along = unit(pose.leg.ankle - pose.leg.knee)
    cuff = pose.leg.ankle - 0.045 * along
    return path(line(cuff + 0.026j * along, cuff - 0.026j * along), "k cuff")


def _helper(pose: Pose) -> str:
    """A helper's forearm and hand on the heel."""
    along = unit(pose.leg.ankle - pose.leg.knee)
    grip = pose.leg.ankle - 0.02 * along - 0.032j * along
    elbow = grip + complex(-0.10, 0.13)
    return path(line(elbow, grip), "k helper") + circle(grip, 0.022, "k pad")


def _roller(pose: Pose, scene: str) -> str:
    leg = pose.leg
    along = unit(leg.ankle - leg.knee)
    back = along * -1j
    pad = leg.ankle - 0.028 * along + 0.052 * back
    arm = (
        path(smooth([leg.knee + 0.004 * along, leg.knee + 0.1 * along + 0.016 * back, pad], closed=False), "k")
        if scene != "standing"
        else ""
    )
    pivot = circle(leg.knee, 0.010, "k dot") if scene != "standing" else ""
    return arm + pivot + circle(pad, 0.031, "k pad")


def _prone_bench(page: Exercise, pose: Pose) -> str:
    if not on_bench(page):
        return ""
    top = pose.leg.hip.imag - BODY_DEPTH
    knee_end = pose.leg.knee.real + 0.055
    head_end = pose.shoulder.real + 0.03
    handle = path(line(complex(head_end - 0.06, top - 0.02), pose.hand + 0.02j, pose.hand - 0.035j), "k")
    legs = "".join(path(line(complex(x, top - 0.03), complex(x, 0)), "k") for x in (knee_end + 0.07, head_end - 0.07))
    return handle + legs + path(line(complex(knee_end, top - 0.018), complex(head_end, top - 0.018)), "k cushion")


def _seat(page: Exercise, pose: Pose) -> str:
    hip, up = pose.leg.hip, pose.up_trunk
    top = hip.imag - BODY_DEPTH - 0.016
    seat = path(line(complex(hip.real - 0.05, top), complex(hip.real + 0.19, top)), "k cushion")
    rest = hip - 1j * -1 * 0.0 + 0.082 * (1j * up)
    back = path(line(rest + 0.05 * up, rest + 0.30 * up), "k cushion")
    post = path(line(complex(hip.real + 0.06, top - 0.02), complex(hip.real + 0.06, 0)), "k")
    foot = path(line(complex(hip.real - 0.08, 0.008), complex(hip.real + 0.2, 0.008)), "k")
    if not on_bench(page):
        return seat + post + foot
    thigh_pad = circle(pose.leg.knee + complex(-0.055, 0.072), 0.026, "k pad") if page.movement.driver == "knee_flexion" else ""
    handle = path(line(pose.hand + complex(-0.012, -0.05), pose.hand + complex(0.008, 0.03)), "k")
    return seat + back + post + foot + thigh_pad + handle


def _support(_page: Exercise, pose: Pose) -> str:
    hand = pose.hand
    edge = hand.real - 0.035
    top = hand.imag - 0.028
    table = line(complex(edge, top), complex(edge + 0.17, top))
    post = line(complex(edge + 0.11, top), complex(edge + 0.11, 0))
    return path(table, "k thick") + path(post, "k")


def _anchor(page: Exercise, pose: Pose) -> str:
    leg = pose.leg
    if leg.knee.imag > 0.08:
        ramp_end = leg.knee + 0.10 * direction(INCLINE_DEG) - 0.045j * direction(INCLINE_DEG)
        foot = ramp_end - 0.44 * direction(INCLINE_DEG)
        board = path(line(foot, ramp_end), "k cushion") + path(line(ramp_end, complex(ramp_end.real, 0)), "k")
    else:
        board = path(line(complex(leg.ankle.real - 0.02, 0.0), complex(leg.knee.real + 0.10, 0.0)), "k cushion")
    if page.classification.pattern != "nordic" and "nordic-anchor" not in page.classification.equipment:
        return board
    pad = leg.ankle + 0.050j * unit(leg.knee - leg.ankle)
    holder = path(line(pad, pad + complex(-0.10, 0), complex(pad.real - 0.10, 0.0)), "k")
    return board + holder + circle(pad, 0.024, "k pad")


def _ghr_bench(_page: Exercise, pose: Pose) -> str:
    leg = pose.leg
    pad = complex(leg.knee.real + 0.045, GHR_PAD - 0.03)
    ankle = leg.ankle
    rollers = circle(ankle + complex(0.01, 0.046), 0.022, "k pad") + circle(ankle + complex(0.01, -0.05), 0.022, "k pad")
    plate = path(line(ankle + complex(-0.055, 0.09), ankle + complex(-0.055, -0.09)), "k thick")
    frame = line(complex(ankle.real - 0.055, ankle.imag - 0.09), complex(ankle.real - 0.055, 0))
    beam = line(complex(ankle.real - 0.055, 0.2), complex(pad.real, 0.2))
    post = line(complex(pad.real, pad.imag - 0.06), complex(pad.real, 0))
    return "".join(path(data, "k") for data in (frame, beam, post)) + plate + rollers + circle(pad, 0.062, "k pad")


def _extension_bench(_page: Exercise, pose: Pose) -> str:
    leg = pose.leg
    along = unit(leg.knee - leg.hip)
    front = along * 1j
    if front.imag > 0:
        front = -front
    near = leg.hip + 0.045 * along + 0.076 * front
    far = near + 0.15 * along
    middle = (near + far) / 2
    roller = leg.ankle - 0.03 * along - 0.046 * front
    post = path(line(middle, complex(middle.real, 0)), "k")
    rail = path(line(complex(middle.real, 0.05), complex(leg.ankle.real - 0.05, 0.05)), "k")
    plate = path(line(leg.ankle + 0.05 * along - 0.06 * front, leg.ankle + 0.05 * along + 0.07 * front), "k thick")
    return post + rail + plate + path(line(near, far), "k cushion") + circle(roller, 0.022, "k pad")


def _high_bench(_page: Exercise, pose: Pose) -> str:
    hip = pose.leg.hip
    top = hip.imag - BODY_DEPTH - 0.018
    cushion = path(line(complex(hip.real + 0.02, top), complex(pose.shoulder.real + 0.02, top)), "k cushion")
    legs = "".join(path(line(complex(x, top), complex(x, 0)), "k") for x in (hip.real + 0.07, pose.shoulder.real - 0.03))
    return cushion + legs


def _bridge_support(page: Exercise, pose: Pose) -> str:
    things = " ".join(page.classification.equipment) + " " + page.id
    ankle = pose.leg.ankle
    if "ball" in things:
        return circle(complex(ankle.real - 0.01, BALL), BALL, "k")
    shapes = ""
    if pose.leg.ankle.imag > 0.15 and "suspension" not in things:
        x = ankle.real - 0.05
        shapes = path(line(complex(x, 0), complex(x, LOW_BENCH), complex(x + 0.2, LOW_BENCH), complex(x + 0.2, 0)), "k")
    if "suspension" in things:
        top = complex(ankle.real + 0.03, 0.86)
        shapes = path(line(ankle - 0.01j, top), "k") + path(line(top - 0.06, top + 0.06), "k thick")
    if "slid" in things:
        shapes += path(line(complex(ankle.real - 0.05, 0.006), complex(ankle.real + 0.06, 0.006)), "k thick")
    if "thrust" in things:
        x = pose.shoulder.real + 0.04
        shapes += path(line(complex(x, 0), complex(x, LOW_BENCH), complex(x - 0.22, LOW_BENCH), complex(x - 0.22, 0)), "k")
    return shapes


def _hand_load(kind: str, scene: str, pose: Pose) -> str:
    at = pose.hand + 0.014 * unit(pose.hand - pose.elbow)
    if scene == "bridge":
        at = pose.leg.hip + 0.075j
    elif scene == "prone":
        at = pose.leg.ankle + 0.055 * unit(pose.leg.ankle - pose.leg.knee) + 0.02 * pose.leg.toes
    if kind == "barbell":
        return _barbell(at)
    if kind == "dumbbell":
        return circle(at, 0.036, "k pad") + circle(at, 0.009, "k dot")
    bell = at - 0.058j
    handle = [bell + complex(-0.026, 0.02), at + complex(-0.022, 0.012), at + complex(0.022, 0.012), bell + complex(0.026, 0.02)]
    return path(smooth(handle, closed=False), "k") + circle(bell, 0.036, "k pad")


def _barbell(at: complex) -> str:
    return circle(at, 0.105, "k plate") + circle(at, 0.030, "k") + circle(at, 0.009, "k dot")


def _anchor_point(page: Exercise, pose: Pose) -> complex:
    """Where a band or cable comes from: low in front of someone upright, low behind someone lying."""
    if scene_of(page) in ("standing", "seated"):
        foot = pose.far_leg.ankle if pose.far_leg else pose.leg.ankle
        return complex(max(foot.real, pose.leg.hip.real) + 0.42, 0.07)
    return complex(pose.leg.hip.real - _LEG - 0.2, 0.07)


def _band(page: Exercise, pose: Pose) -> str:
    scene, ankle = scene_of(page), pose.leg.ankle
    if scene in ("nordic", "ghr"):
        chest = pose.shoulder - 0.04 * pose.up_trunk
        anchor = complex(pose.leg.knee.real - 0.12, pose.leg.knee.imag + 0.78)
        return path(line(anchor + 0.05, anchor - 0.05), "k thick") + path(line(anchor, chest), "k band")
    if page.movement.driver != "knee_flexion":
        top = pose.shoulder + 0.04 * pose.up_trunk if "good-morning" in page.id else pose.hand
        return path(smooth([top, (top + ankle) / 2 + 0.01, ankle - 0.03j], closed=False), "k band")
    anchor = _anchor_point(page, pose)
    post = path(line(complex(anchor.real, 0), anchor + 0.06j), "k thick")
    return post + path(smooth([ankle, (ankle + anchor) / 2 - 0.012j, anchor], closed=False), "k band") + _cuff(pose)


def _cable(page: Exercise, pose: Pose) -> str:
    driven_by_knee = page.movement.driver == "knee_flexion"
    start = pose.leg.ankle - 0.045 * unit(pose.leg.ankle - pose.leg.knee) if driven_by_knee else pose.hand
    anchor = _anchor_point(page, pose) if driven_by_knee else complex(pose.leg.ankle.real - 0.45, 0.07)
    column = path(line(complex(anchor.real, 0), complex(anchor.real, 0.62)), "k thick")
    return column + path(line(start, anchor), "k") + circle(anchor, 0.022, "k pad") + (_cuff(pose) if driven_by_knee else "")


def _sled(_page: Exercise, pose: Pose) -> str:
    hip, up, foot = pose.leg.hip, pose.up_trunk, pose.leg.ankle
    rest = 1j * up * 0.078
    seat = path(line(hip + rest - 0.07 * up, hip + rest + 0.33 * up), "k cushion")
    base = path(line(hip - 0.075j - 0.05, hip + complex(0.13, -0.055)), "k cushion")
    out = unit(foot - hip)
    plate = path(line(foot + 0.045 * out - 0.11j * out, foot + 0.045 * out + 0.11j * out), "k thick")
    rail = path(line(hip + complex(0.1, -0.06), complex(hip.real + 0.62, 0.46)), "k") + path(
        line(complex(hip.real + 0.62, 0.46), complex(hip.real + 0.62, 0)), "k"
    )
    return seat + base + plate + rail + path(line(hip - 0.08j, complex(hip.real, 0)), "k")


def _box(page: Exercise, pose: Pose) -> str:
    if "step-up" not in page.id:
        return ""
    x = pose.leg.ankle.real
    return path(line(complex(x - 0.08, 0), complex(x - 0.08, LOW_BENCH), complex(x + 0.17, LOW_BENCH), complex(x + 0.17, 0)), "k")


def _kneeling_pads(_page: Exercise, pose: Pose) -> str:
    knee, elbow = pose.leg.knee, pose.elbow
    pad = path(line(complex(knee.real - 0.16, KNEE_PAD - 0.02), complex(knee.real + 0.045, KNEE_PAD - 0.02)), "k cushion")
    rest = path(line(elbow + complex(-0.02, -0.042), elbow + complex(0.17, -0.03)), "k cushion")
    frame = [
        (complex(elbow.real + 0.06, elbow.imag - 0.05), complex(elbow.real + 0.06, 0)),
        (complex(knee.real + 0.02, KNEE_PAD - 0.03), complex(knee.real + 0.02, 0)),
    ]
    return pad + rest + "".join(path(line(*pair), "k") for pair in frame)


_BEHIND: dict[str, Callable[[Exercise, Pose], str]] = {
    "prone": _prone_bench,
    "seated": _seat,
    "standing": _support,
    "nordic": _anchor,
    "kneeling": _kneeling_pads,
    "ghr": _ghr_bench,
    "extension": _extension_bench,
    "incline": _extension_bench,
    "reverse": _high_bench,
    "bridge": _bridge_support,
    "leg-press": _sled,
    "hinge": _box,
}
