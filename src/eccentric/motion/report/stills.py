"""The frame at the moment of a fault, cut to the person and marked, as a JPEG."""

from __future__ import annotations

import base64
from dataclasses import dataclass

import cv2
import numpy as np

from eccentric.library.exercise import Exercise
from eccentric.motion.landmarks import ImageLandmarks, PoseFrame
from eccentric.motion.report import brush, skeleton
from eccentric.motion.report.brush import Picture
from eccentric.motion.report.palette import ON_VIDEO, PAPER
from eccentric.motion.report.phases import span_at
from eccentric.motion.report.readings import trusted_angle_at, working_side
from eccentric.motion.watched import FoundFault, Repetition, WatchedSet

WIDTH_PX, HEIGHT_PX = 720, 540


@dataclass(frozen=True, slots=True)
class Moment:
    """A fault to show: its repetition, the fault and the time of the frame."""

    rep: Repetition
    fault: FoundFault

    @property
    def time_s(self) -> float:
        """The middle of the time in which the fault was seen."""
        return (self.fault.from_s + self.fault.to_s) / 2


@dataclass(frozen=True, slots=True)
class Still:
    """A picture of a moment as a data URI, and the words that stand for it."""

    uri: str
    alt: str
    time_s: float


def moments(watched: WatchedSet) -> tuple[Moment, ...]:
    """Return every fault of every repetition, in order of time."""
    return tuple(sorted((Moment(rep, fault) for rep in watched.reps for fault in rep.faults), key=lambda moment: moment.time_s))


def still(rgb: Picture, frame: PoseFrame | None, moment: Moment, watched: WatchedSet, exercise: Exercise, alt: str) -> Still:
    """Draw one moment; without a pose the plain frame is shown."""
    image = frame.image if frame is not None else None
    left, top, width = _cut(rgb, image)
    height = width * HEIGHT_PX / WIDTH_PX
    scale = WIDTH_PX / width
    matrix = np.array([[scale, 0.0, -left * scale], [0.0, scale, -top * scale]])
    way = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    picture = cv2.warpAffine(rgb, matrix, (WIDTH_PX, round(height * scale)), flags=way, borderMode=cv2.BORDER_REPLICATE).astype(np.uint8)
    if image is not None:
        _annotate(picture, skeleton.Placed.on(image, rgb.shape[1], (left, top, scale)), moment, watched, exercise)
    return Still(jpeg_uri(picture), alt, moment.time_s)


def jpeg_uri(picture: Picture) -> str:
    """Return an RGB picture as a JPEG data URI."""
    done, jpeg = cv2.imencode(".jpg", cv2.cvtColor(picture, cv2.COLOR_RGB2BGR), [cv2.IMWRITE_JPEG_QUALITY, 82])
    if not done:
        raise RuntimeError("OpenCV could not encode a JPEG")
    return "data:image/jpeg;base64," + base64.b64encode(jpeg.tobytes()).decode("ascii")


def _annotate(picture: Picture, placed: skeleton.Placed, moment: Moment, watched: WatchedSet, exercise: Exercise) -> None:
    side = working_side(moment.rep, watched)
    skeleton.draw(picture, placed, side)
    span = span_at(moment.rep, moment.time_s)
    colour = ON_VIDEO[span.phase] if span is not None else PAPER
    angle = trusted_angle_at(watched, exercise, moment.rep, moment.time_s)
    skeleton.draw_angle(picture, placed, skeleton.driver_joint(exercise, side), angle, colour)
    where = skeleton.place_of(moment.fault.id, placed, exercise, side)
    if where is not None:
        brush.ring(picture, where, picture.shape[0] * 0.075, picture.shape[0] / 130)


def _cut(rgb: Picture, image: ImageLandmarks | None) -> tuple[float, float, float]:
    """Return left, top and width of a 4:3 cut around the person, inside the frame where that is possible."""
    rows, columns = rgb.shape[:2]
    whole = min(float(columns), rows * WIDTH_PX / HEIGHT_PX)
    if image is None:
        return (columns - whole) / 2, (rows - whole * HEIGHT_PX / WIDTH_PX) / 2, whole
    placed = skeleton.Placed.on(image, columns)
    seen = placed.xy[placed.seen]
    if len(seen) < 2:
        return (columns - whole) / 2, (rows - whole * HEIGHT_PX / WIDTH_PX) / 2, whole
    low, high = seen.min(axis=0), seen.max(axis=0)
    centre, span = (low + high) / 2, (high - low) * 1.32
    width = min(max(float(span[0]), float(span[1]) * WIDTH_PX / HEIGHT_PX, columns * 0.25), float(columns))
    if width * HEIGHT_PX / WIDTH_PX > rows:
        width = max(whole, min(width, rows * WIDTH_PX / HEIGHT_PX))
    height = width * HEIGHT_PX / WIDTH_PX
    left = min(max(float(centre[0]) - width / 2, 0.0), max(0.0, columns - width))
    top = min(max(float(centre[1]) - height / 2, 0.0), max(0.0, rows - height))
    return left, top, width
