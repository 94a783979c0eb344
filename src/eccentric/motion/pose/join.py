"""Joins what several processes saw of one video, and keeps the person who exercises."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from eccentric.motion.landmarks import Point, PoseFrame
from eccentric.motion.pose.subject import choose
from eccentric.motion.pose.wire import Moment

Part = list[Moment]
HIPS = [Point.LEFT_HIP, Point.RIGHT_HIP]
NEAR = 0.25  # of the image's height: how far somebody goes between two frames


def one_person(parts: Sequence[Part], at_px: tuple[float, float] | None = None) -> tuple[PoseFrame, ...]:
    """The exercising person's pose in every frame of all parts, which follow each other in time."""
    joined = same_people(parts)
    moments = [moment for part in joined for moment in part]
    tracks: defaultdict[int, list[PoseFrame]] = defaultdict(list)
    for moment in moments:
        for person, frame in moment.items():
            tracks[person].append(frame)
    watched = choose(tracks, len(moments), at_px)
    times = [moment.time_s for part in parts for moment in part]
    return tuple(_frame(seen, watched, time_s) for seen, time_s in zip(moments, times, strict=True))


def _frame(seen: dict[int, PoseFrame], watched: int | None, time_s: float) -> PoseFrame:
    """The watched person's frame, or an empty one."""
    return seen.get(watched, PoseFrame(time_s, None, None)) if watched is not None else PoseFrame(time_s, None, None)


def same_people(parts: Sequence[Part]) -> list[list[dict[int, PoseFrame]]]:
    """For each part its frames as {person: pose}, with people of one part given the number they had in the part before."""
    known: dict[int, PoseFrame] = {}
    out = []
    for part in parts:
        first: dict[int, PoseFrame] = {}
        for moment in part:
            for sighting in moment.seen:
                first.setdefault(sighting.person, sighting.frame)
        names = _names(first, known)
        frames = [{names[s.person]: s.frame for s in moment.seen} for moment in part]
        for seen in frames:
            known.update(seen)
        out.append(frames)
    return out


def _names(first: dict[int, PoseFrame], known: dict[int, PoseFrame]) -> dict[int, int]:
    """The number of each new person: the nearest known person's when near (or the only one), else a fresh one."""
    names: dict[int, int] = {}
    for person, frame in first.items():
        free = [k for k in known if k not in names.values()]
        near = min(free, key=lambda k: _apart(frame, known[k]), default=None)
        alone = len(first) == 1 and len(known) == 1
        if near is not None and (alone or _apart(frame, known[near]) < NEAR):
            names[person] = near
        else:
            names[person] = max([*known, *names.values()], default=-1) + 1
    return names


def _apart(a: PoseFrame, b: PoseFrame) -> float:
    """Distance of two people's hips as a share of the image's height."""
    if a.image is None or b.image is None:
        return float("inf")
    gap = a.image.xyz_px[HIPS, :2].mean(axis=0) - b.image.xyz_px[HIPS, :2].mean(axis=0)
    return float(np.linalg.norm(gap)) / a.image.height_px
