"""Exports to OpenSim: joint angles as a motion file (.mot) and landmarks as a marker file (.trc).

Signs are those of the gait2392 model: ``knee_angle`` is negative in flexion there, ``hip_flexion`` positive in flexion and
``pelvis_tilt`` positive backwards, so that leaning forward is negative. The trunk is written as one piece with the pelvis.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from eccentric.motion.landmarks import Floats, Point, PoseFrame
from eccentric.motion.watched import Signals
from eccentric.terms.errors import bad_input

COORDINATES: dict[str, tuple[str, float]] = {
    "pelvis_tilt": ("trunk_lean_deg", -1.0),
    "hip_flexion_r": ("hip_flexion_right_deg", 1.0),
    "knee_angle_r": ("knee_flexion_right_deg", -1.0),
    "hip_flexion_l": ("hip_flexion_left_deg", 1.0),
    "knee_angle_l": ("knee_flexion_left_deg", -1.0),
}
"""Coordinate of gait2392 -> our signal and the factor that turns our sign into the model's."""

MARKERS: dict[str, Point] = {
    "Nose": Point.NOSE,
    "LEar": Point.LEFT_EAR,
    "REar": Point.RIGHT_EAR,
    "LShoulder": Point.LEFT_SHOULDER,
    "RShoulder": Point.RIGHT_SHOULDER,
    "LElbow": Point.LEFT_ELBOW,
    "RElbow": Point.RIGHT_ELBOW,
    "LWrist": Point.LEFT_WRIST,
    "RWrist": Point.RIGHT_WRIST,
    "LHip": Point.LEFT_HIP,
    "RHip": Point.RIGHT_HIP,
    "LKnee": Point.LEFT_KNEE,
    "RKnee": Point.RIGHT_KNEE,
    "LAnkle": Point.LEFT_ANKLE,
    "RAnkle": Point.RIGHT_ANKLE,
    "LHeel": Point.LEFT_HEEL,
    "RHeel": Point.RIGHT_HEEL,
    "LBigToe": Point.LEFT_TOE,
    "RBigToe": Point.RIGHT_TOE,
}


def motion_text(signals: Signals, name: str) -> str:
    """Return the text of a motion file: degrees, gait2392 signs, NaN where an angle was not measured."""
    present = {coordinate: (column, sign) for coordinate, (column, sign) in COORDINATES.items() if column in signals.angles}
    header = [
        name,
        "version=1",
        f"nRows={len(signals.time_s)}",
        f"nColumns={len(present) + 1}",
        "inDegrees=yes",
        "Knee flexion is negative, hip flexion positive, leaning forward is negative pelvis tilt (gait2392).",
        "endheader",
        "\t".join(("time", *present)),
    ]
    columns = [signals.angles[column] * sign + 0.0 for column, sign in present.values()]
    rows = [
        "\t".join((f"{time_s:.6f}", *(f"{column[row]:.4f}" for column in columns)))  # a NaN prints as nan, which OpenSim reads
        for row, time_s in enumerate(signals.time_s)
    ]
    return "\n".join((*header, *rows)) + "\n"


def marker_text(frames: tuple[PoseFrame, ...], name: str) -> str:
    """Return the text of a marker file: metres about the middle of the hips, empty cells where nobody was found.

    Axes (right-handed): X to the right of the image, Y up, Z towards the camera.
    """
    rate = _mean_rate(frames)
    labels = "\t\t\t".join(MARKERS)
    axes = "\t".join(f"X{n}\tY{n}\tZ{n}" for n in range(1, len(MARKERS) + 1))
    header = [
        f"PathFileType\t4\t(X/Y/Z)\t{name}",
        "DataRate\tCameraRate\tNumFrames\tNumMarkers\tUnits\tOrigDataRate\tOrigDataStartFrame\tOrigNumFrames",
        f"{rate:.4f}\t{rate:.4f}\t{len(frames)}\t{len(MARKERS)}\tm\t{rate:.4f}\t1\t{len(frames)}",
        f"Frame#\tTime\t{labels}\t\t",
        f"\t\t{axes}",
        "",
    ]
    rows = [f"{number}\t{frame.time_s:.6f}\t" + "\t".join(_cells(frame)) for number, frame in enumerate(frames, start=1)]
    return "\n".join((*header, *rows)) + "\n"


def check_ending(path: Path, option: str, ending: str) -> None:
    """Raise BadInput unless the path has the ending that OpenSim goes by."""
    if path.suffix.lower() != ending:
        raise bad_input(option, f"a file that ends in {ending}", repr(path.name))


def _cells(frame: PoseFrame) -> list[str]:
    if frame.world is None:
        return [""] * (3 * len(MARKERS))
    points: Floats = frame.world.xyz_m[[int(point) for point in MARKERS.values()]] * np.array([1.0, -1.0, -1.0])
    return [f"{value:.5f}" if np.isfinite(value) else "" for value in (points + 0.0).ravel()]


def _mean_rate(frames: tuple[PoseFrame, ...]) -> float:
    span_s = frames[-1].time_s - frames[0].time_s if len(frames) > 1 else 0.0
    return (len(frames) - 1) / span_s if span_s > 0 else 30.0
