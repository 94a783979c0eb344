"""A set of lying leg curls whose every number is known: angles, landmarks, pictures and faults."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from eccentric.library.exercise import Exercise
from eccentric.library.read import read_exercise
from eccentric.motion.landmarks import POINTS, Floats, ImageLandmarks, Point, PoseFrame, WorldLandmarks
from eccentric.motion.watched import FoundFault, Repetition, SetSummary, Signals, View, WatchedSet
from eccentric.terms.body import Side
from eccentric.terms.faults import FaultId, Severity

FPS = 15
REP_S = 4.0
LIFT_S, HOLD_S, LOWER_S, REST_S = 1.0, 0.5, 2.0, 0.5
LOW_DEG, HIGH_DEG = 5.0, 110.0
WIDTH_PX, HEIGHT_PX = 160, 120
HIP, KNEE, SHANK = (100.0, 80.0), (70.0, 80.0), 30.0


@dataclass(frozen=True)
class Source:
    """A video's description, as the pose room gives one."""

    name: str = "set.mp4"
    duration_s: float = 10.0
    frames: int = 150


def exercise() -> Exercise:
    """The lying leg curl of the library."""
    return read_exercise("lying-leg-curl")


def fault(
    fault_id: FaultId, from_s: float, severity: Severity = Severity.FAIL, value: float = 17.2, unit: str = "deg", lasts_s: float = 0.2
) -> FoundFault:
    """A fault that lasts a moment."""
    return FoundFault(fault_id, severity, value, unit, from_s, from_s + lasts_s)


def rep(index: int, *faults: FoundFault) -> Repetition:
    """Repetition ``index``: one second up, half a second held, two down, half a second rest."""
    start_s = 1.0 + (index - 1) * REP_S
    down_s = start_s + LIFT_S + HOLD_S
    return Repetition(
        index=index,
        side=Side.BOTH,
        start_s=start_s,
        turn_s=start_s + LIFT_S,
        end_s=start_s + REP_S,
        concentric_s=LIFT_S,
        pause_shortened_s=HOLD_S,
        eccentric_s=LOWER_S,
        pause_lengthened_s=REST_S,
        driver_min_deg=LOW_DEG,
        driver_max_deg=HIGH_DEG,
        faults=faults,
        concentric_from_s=start_s,
        concentric_to_s=start_s + LIFT_S,
        eccentric_from_s=down_s,
        eccentric_to_s=down_s + LOWER_S,
    )


def knee_deg(time_s: float, reps: int) -> float:
    """The knee's true angle at a time."""
    into = time_s - 1.0
    if into < 0 or into >= reps * REP_S:
        return LOW_DEG
    into %= REP_S
    places = (0.0, LIFT_S, LIFT_S + HOLD_S, LIFT_S + HOLD_S + LOWER_S, REP_S)
    return float(np.interp(into, places, (LOW_DEG, HIGH_DEG, HIGH_DEG, LOW_DEG, LOW_DEG)))


def pose(time_s: float, angle_deg: float) -> PoseFrame:
    """A person who lies face down, head to the right, both legs alike."""
    bend_rad = np.radians(angle_deg)
    ankle = (KNEE[0] - SHANK * np.cos(bend_rad), KNEE[1] - SHANK * np.sin(bend_rad))
    places = {"SHOULDER": (135.0, 80.0), "HIP": HIP, "KNEE": KNEE, "ANKLE": ankle, "EAR": (148.0, 78.0), "ELBOW": (140.0, 95.0)}
    xyz = np.zeros((POINTS, 3))
    visibility = np.zeros(POINTS)
    for name, place in places.items():
        for side in ("LEFT", "RIGHT"):
            xyz[Point[f"{side}_{name}"], :2] = place
            visibility[Point[f"{side}_{name}"]] = 0.9
    image = ImageLandmarks(xyz, visibility, visibility, WIDTH_PX, HEIGHT_PX)
    metres = (xyz - np.array([*HIP, 0.0])) / 100.0
    return PoseFrame(time_s, image, WorldLandmarks(metres), 0.95)


def watched(*reps: Repetition, fps: int = FPS) -> WatchedSet:
    """The set of these repetitions (indexed from 1), one second of rest before and after."""
    times = np.arange(0.0, 2.0 + len(reps) * REP_S, 1.0 / fps)
    knee = np.array([knee_deg(time_s, len(reps)) for time_s in times])
    index: Floats = np.floor((times - 1.0) / REP_S) + 1.0
    index[(times < 1.0) | (times >= 1.0 + len(reps) * REP_S)] = 0.0
    whole = [one for one in reps if one.complete]
    return WatchedSet(
        exercise="lying-leg-curl",
        view=View(True, 4.0, Side.LEFT),
        reps=reps,
        summary=SetSummary(
            len(whole), sum(one.good for one in whole), "2-0.5-1-0.5" if whole else None, 105.0 if whole else None, 2.0 * len(whole)
        ),
        signals=Signals(
            times,
            {"knee_flexion_left_deg": knee, "knee_flexion_right_deg": knee - 1.0, "trunk_lean_deg": np.full(len(times), 90.0)},
            {"visibility_knee_left": np.full(len(times), 0.9)},
            index,
        ),
        frames=tuple(pose(float(time_s), float(angle)) for time_s, angle in zip(times, knee, strict=True)),
    )


def nobody() -> WatchedSet:
    """A clip with nobody in view."""
    empty = watched()
    nothing = np.full(len(empty.signals.time_s), np.nan)
    return replace(
        empty,
        view=View(False, None, None, ("nobody was in view",)),
        summary=SetSummary(0, 0, None, None, None),
        signals=replace(empty.signals, angles={"knee_flexion_left_deg": nothing}),
        frames=tuple(PoseFrame(frame.time_s, None, None) for frame in empty.frames),
    )


def images(of: WatchedSet) -> Iterator[tuple[float, npt.NDArray[np.uint8]]]:
    """A grey picture for each frame."""
    for frame in of.frames:
        yield frame.time_s, np.full((HEIGHT_PX, WIDTH_PX, 3), 90, np.uint8)
