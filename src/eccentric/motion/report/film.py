"""One pass over the video's frames: the stills of the faults, and the annotated video when it is wanted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from eccentric.library.exercise import Exercise
from eccentric.motion.landmarks import PoseFrame
from eccentric.motion.pose.encode import VideoWriter
from eccentric.motion.report.brush import Picture
from eccentric.motion.report.overlay import Overlay, film_size
from eccentric.motion.report.stills import Moment, Still, jpeg_uri, moments, still
from eccentric.motion.report.words import amount, clock, fault_name
from eccentric.motion.watched import FoundFault, WatchedSet

Progress = Callable[[int, int | None], None]
SAME_FRAME_S = 1e-3


@dataclass(frozen=True, slots=True)
class Pictures:
    """Stills by repetition index and fault; the annotated video's file and its poster when it was made."""

    stills: dict[tuple[int, str], Still]
    video: Path | None = None
    poster: str | None = None

    def of(self, index: int, fault: FoundFault) -> Still | None:
        """Return the still of a fault in a repetition."""
        return self.stills.get((index, fault.id))


def take_pictures(
    watched: WatchedSet,
    exercise: Exercise,
    images: Iterable[tuple[float, Picture]],
    video: Path | None = None,
    progress: Progress | None = None,
) -> Pictures:
    """Go once through the frames ``(time_s, rgb)``; memory stays at one frame whatever the length.

    Args:
        images: the upright frames of the same video that ``watched`` was made from, in order of time.
        video: where to write the annotated video; None leaves it out.
        progress: told the number of frames done and how many there are.
    """
    waiting = list(moments(watched))
    stills: dict[tuple[int, str], Still] = {}
    poses = _Poses(watched.frames)
    total = len(watched.frames) or None
    with ExitStack() as stack:
        film: _Film | None = stack.enter_context(_Film(video, Overlay.of(watched, exercise))) if video is not None else None
        last: tuple[Picture, PoseFrame | None] | None = None
        for done, (time_s, rgb) in enumerate(images, start=1):
            pose = poses.at(time_s)
            while waiting and waiting[0].time_s <= time_s:
                _take(stills, waiting.pop(0), rgb, pose, watched, exercise)
            if film is not None:
                film.add(time_s, rgb, pose)
            elif not waiting:
                break
            last = rgb, pose
            if progress is not None:
                progress(done, total)
        if last is not None:
            for moment in waiting:
                _take(stills, moment, *last, watched, exercise)
    if film is None or film.frames == 0:
        return Pictures(stills)
    return Pictures(stills, video, film.poster)


def _take(
    stills: dict[tuple[int, str], Still], moment: Moment, rgb: Picture, pose: PoseFrame | None, watched: WatchedSet, exercise: Exercise
) -> None:
    fault = moment.fault
    name = fault_name(fault.id, exercise.mistake(fault.id)).lower()
    alt = f"Repetition {moment.rep.index} at {clock(moment.time_s)}: {name}, {amount(fault.value, fault.unit)}."
    stills[moment.rep.index, fault.id] = still(rgb, pose, moment, watched, exercise, alt)


class _Poses:
    """The pose of the frame at a time, walking forward only."""

    def __init__(self, frames: tuple[PoseFrame, ...]) -> None:
        self._frames: Iterator[PoseFrame] = iter(frames)
        self._next: PoseFrame | None = next(self._frames, None)

    def at(self, time_s: float) -> PoseFrame | None:
        while self._next is not None and self._next.time_s < time_s - SAME_FRAME_S:
            self._next = next(self._frames, None)
        return self._next if self._next is not None and abs(self._next.time_s - time_s) <= SAME_FRAME_S else None


class _Film:
    """The annotated video, opened when the first frame tells its size."""

    def __init__(self, path: Path, overlay: Overlay) -> None:
        self._path, self._overlay = path, overlay
        self._stack = ExitStack()
        self._writer: VideoWriter | None = None
        self._poster_s = _poster_s(overlay.watched)
        self.frames = 0
        self.poster: str | None = None

    def add(self, time_s: float, rgb: Picture, pose: PoseFrame | None) -> None:
        if self._writer is None:
            width_px, height_px = film_size(rgb.shape[1], rgb.shape[0])
            self._writer = self._stack.enter_context(VideoWriter(self._path, width_px, height_px))
        if self._writer.wants(time_s):
            picture = self._overlay.draw(rgb, pose, time_s)
            if self.poster is None and time_s >= self._poster_s:
                self.poster = jpeg_uri(picture)
            self._writer.add(time_s, picture)
            self.frames += 1

    def __enter__(self) -> _Film:
        return self

    def __exit__(self, *error: object) -> None:
        self._stack.__exit__(*error)  # type: ignore[arg-type]


def _poster_s(watched: WatchedSet) -> float:
    """The moment that stands for the video: halfway down the first lowering, else the first turn, else the start."""
    for rep in watched.reps:
        if rep.eccentric_from_s is not None and rep.eccentric_to_s is not None:
            return (rep.eccentric_from_s + rep.eccentric_to_s) / 2
    return watched.reps[0].turn_s if watched.reps else 0.0
