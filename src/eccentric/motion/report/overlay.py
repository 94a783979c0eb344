"""What is drawn on every frame of the annotated video: skeleton, angle, count, the descent bar and the tempo."""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np

from eccentric.library.exercise import Exercise
from eccentric.motion.landmarks import PoseFrame
from eccentric.motion.report import brush, skeleton
from eccentric.motion.report.brush import Box, Picture
from eccentric.motion.report.palette import ON_VIDEO, PAPER, QUIET
from eccentric.motion.report.phases import Span, rep_at, span_at
from eccentric.motion.report.readings import trusted_angle_at, working_side
from eccentric.motion.report.target import Target, target_of
from eccentric.motion.report.words import PHASE_WORDS, amount, capital, fault_name
from eccentric.motion.watched import Repetition, WatchedSet
from eccentric.terms.body import Phase

LONG_SIDE_PX = (854, 1280)


def film_size(width_px: int, height_px: int) -> tuple[int, int]:
    """Return the size of the annotated video: the source's shape, its long side between 854 and 1280 pixels, even sides."""
    long_px = min(max(max(width_px, height_px), LONG_SIDE_PX[0]), LONG_SIDE_PX[1])
    scale = long_px / max(width_px, height_px)
    return max(2, round(width_px * scale / 2) * 2), max(2, round(height_px * scale / 2) * 2)


@dataclass(frozen=True, slots=True)
class Overlay:
    """Draws the frames of one watched set."""

    watched: WatchedSet
    exercise: Exercise
    target: Target | None

    @classmethod
    def of(cls, watched: WatchedSet, exercise: Exercise) -> Overlay:
        """Prepare the overlay of a set."""
        return cls(watched, exercise, target_of(exercise))

    def draw(self, rgb: Picture, frame: PoseFrame | None, time_s: float) -> Picture:
        """Return the frame in the size of the film with everything drawn on it."""
        rows, columns = rgb.shape[:2]
        size = film_size(columns, rows)
        way = cv2.INTER_AREA if size[0] < columns else cv2.INTER_LINEAR
        picture = cv2.resize(rgb, size, interpolation=way).astype(np.uint8)
        rep = rep_at(self.watched.reps, time_s)
        span = span_at(rep, time_s) if rep is not None else None
        if frame is not None and frame.image is not None:
            self._body(picture, skeleton.Placed.on(frame.image, size[0]), rep, span, time_s)
        if self.watched.reps:
            self._bar(picture, span, time_s)
            self._count(picture, rep, span, time_s)
        self._faults(picture, time_s)
        return picture

    def _body(self, picture: Picture, placed: skeleton.Placed, rep: Repetition | None, span: Span | None, time_s: float) -> None:
        side = working_side(rep, self.watched)
        skeleton.draw(picture, placed, side)
        angle = trusted_angle_at(self.watched, self.exercise, rep, time_s)
        colour = ON_VIDEO[span.phase] if span is not None else QUIET
        skeleton.draw_angle(picture, placed, skeleton.driver_joint(self.exercise, side), angle, colour, self._count_box(picture))

    def _bar(self, picture: Picture, span: Span | None, time_s: float) -> None:
        """The descent: fills from top to bottom while lowering, and from bottom to top while lifting."""
        rows, columns = picture.shape[:2]
        left, right = columns * 0.022, columns * 0.022 + max(14.0, rows * 0.032)
        top, bottom = rows * 0.06, rows * 0.94
        brush.plate(picture, left, top, right, bottom, 0.7)
        if span is None:
            return
        target_s = self.target.seconds(span.phase) if self.target is not None else 0.0
        whole_s = target_s if target_s > 0 else span.to_s - span.from_s
        filled = min(1.0, (time_s - span.from_s) / whole_s) * (bottom - top) if whole_s > 0 else 0.0
        if span.phase is Phase.ECCENTRIC:
            box = (left, top, right, top + filled)
        elif span.phase is Phase.CONCENTRIC:
            box = (left, bottom - filled, right, bottom)
        else:
            edge = bottom - right + left if span.phase is Phase.PAUSE_LENGTHENED else top
            box = (left, edge, right, edge + right - left)
        cv2.rectangle(picture, (round(box[0]), round(box[1])), (round(box[2]) - 1, round(box[3])), ON_VIDEO[span.phase], -1)

    def _count_box(self, picture: Picture) -> Box:
        """Where the count stands; its size never changes, so that it does not flicker."""
        rows, columns = picture.shape[:2]
        size = rows / 26
        left = columns * 0.022 + max(14.0, rows * 0.032) + size * 0.5
        return left, rows * 0.06, left + brush.text_width("last 0.0-0.0-0.0-0.0", size) + size * 1.2, rows * 0.06 + size * 6.1

    def _count(self, picture: Picture, rep: Repetition | None, span: Span | None, time_s: float) -> None:
        size = picture.shape[0] / 26
        box = self._count_box(picture)
        left, top = box[0] + size * 0.55, box[1]
        done = [one for one in self.watched.reps if one.complete and one.end_s <= time_s]
        shown = str(rep.index) if rep is not None and rep.complete else str(done[-1].index) if done else "0"
        brush.plate(picture, *box)
        width = brush.text(picture, shown, (left, top + size * 3.1), size * 3.6, PAPER, 700)
        brush.text(picture, f"of {self.watched.summary.reps}", (left + width + size * 0.5, top + size * 3.1), size)
        if span is not None:
            brush.text(picture, f"{capital(PHASE_WORDS[span.phase])} {time_s - span.from_s:.1f} s", (left, top + size * 4.45), size)
        if done and (tempo := rep_tempo(done[-1])) is not None:
            brush.text(picture, f"last {tempo}", (left, top + size * 5.65), size, QUIET)

    def _faults(self, picture: Picture, time_s: float) -> None:
        rows, columns = picture.shape[:2]
        size = rows / 22
        seen = [
            (fault, rep)
            for rep in self.watched.reps
            for fault in rep.faults
            if fault.from_s <= time_s < max(fault.to_s, fault.from_s + 0.7)
        ]
        for place, (fault, _) in enumerate(seen[:3]):
            words = f"{fault_name(fault.id, self.exercise.mistake(fault.id))}  {amount(fault.value, fault.unit)}"
            width = brush.text_width(words, size, 600) + size * 2.2
            top = rows * 0.06 + place * size * 1.9
            right = columns * 0.978
            brush.plate(picture, right - width, top, right, top + size * 1.7, 0.78)
            brush.triangle(picture, (right - width + size * 0.9, top + size * 0.85), size * 0.8, PAPER)
            brush.text(picture, words, (right - size * 0.5, top + size * 1.2), size, PAPER, 600, "right")


def rep_tempo(rep: Repetition) -> str | None:
    """Return a repetition's tempo in the usual order, or None when a phase was not measured."""
    parts = (rep.eccentric_s, rep.pause_lengthened_s, rep.concentric_s, rep.pause_shortened_s)
    if any(part is None or not math.isfinite(part) for part in parts):
        return None
    return "-".join(f"{part:.1f}" for part in parts)
