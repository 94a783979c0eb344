"""Follows everybody in view from frame to frame; who of them exercises is decided elsewhere (subject)."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

import numpy as np

from eccentric.motion.landmarks import POINTS, ImageLandmarks, PoseFrame, WorldLandmarks
from eccentric.motion.pose.detector import Detector
from eccentric.motion.pose.landmarker import Found, Landmarker
from eccentric.motion.pose.model import Image, Quality
from eccentric.motion.pose.roi import Roi
from eccentric.motion.pose.rotations import TURNS_RAD, Candidate, look, settled
from eccentric.motion.pose.sighting import Sighting

LOST = 0.2  # a person who is followed is kept through a dip that would not be enough to take them up
MOST_PEOPLE = 3
SEARCH_S = 0.4  # between searches while nobody is in view
GLANCE_S = 2.0  # between glances for newcomers while somebody is followed, each at another turn of the image
FIRST_GLANCES = len(TURNS_RAD)  # the first of them come quicker, to meet everybody soon
FIRST_GLANCE_S = 0.3
NEWCOMER = 0.55  # quality that a newcomer needs beside somebody who is followed already
SAME = 0.4  # share of the larger square's side within which two squares are one person
REJOIN = 0.8


@dataclass(slots=True)
class Person:
    """Somebody who is followed: ``found`` is None while lost, ``roi`` where to look next."""

    id: int
    roi: Roi
    found: Found | None = field(default=None, repr=False)


class People:
    """Poses of up to three people, frame by frame: push images in order of time."""

    def __init__(self, model: Quality = "full") -> None:
        """Load the models; raises BadInput when they are not installed."""
        self._detector = Detector()
        self._landmarker = Landmarker(model)
        self._people: list[Person] = []
        self._looked_s = -math.inf
        self._just_lost = False
        self._glances = 0

    def push(self, time_s: float, rgb: Image) -> list[Sighting]:
        """Find people in the upright image ``rgb`` (row, column, rgb) shown at ``time_s``."""
        for person in self._people:
            if person.found:
                self._follow(person, rgb)
        self._drop_doubles()
        active = [p for p in self._people if p.found]
        if time_s - self._looked_s >= self._patience_s() or (not active and self._just_lost):
            self._looked_s = time_s
            self._meet(self._glance(rgb) if active else look(rgb, self._detector, self._landmarker))
        self._just_lost = bool(active)
        return [Sighting(p.id, frame_of(time_s, p.found, rgb)) for p in self._people if p.found]

    def _patience_s(self) -> float:
        """How long to wait between two looks around."""
        if not any(p.found for p in self._people):
            return SEARCH_S
        return FIRST_GLANCE_S if self._glances < FIRST_GLANCES else GLANCE_S

    def _follow(self, person: Person, rgb: Image) -> None:
        """Look for a person where the last frame says."""
        found = self._landmarker.at(rgb, person.roi, person.found)
        person.found = found if found.score >= LOST else None
        if person.found:
            person.roi = person.roi.towards(found.next_roi())

    def _drop_doubles(self) -> None:
        """When two are followed onto the same body, keep the one who was there first."""
        active = [p for p in self._people if p.found]
        for index, person in enumerate(active):
            if any(_near(person.roi, other.roi, SAME / 2) for other in active[:index]):
                self._people.remove(person)

    def _glance(self, rgb: Image) -> list[Candidate]:
        """People whom the detector sees apart from those followed."""
        active = [p for p in self._people if p.found]
        if len(active) >= MOST_PEOPLE:
            return []
        turn = TURNS_RAD[self._glances % len(TURNS_RAD)]
        self._glances += 1
        others = _painted_out(rgb, [p.found for p in active if p.found])
        seen = [d.roi for d in self._detector.find(others, turn) if not any(_covers(p.roi, d.roi) for p in active)]
        fresh = [settled(rgb, self._landmarker, roi) for roi in seen[:2]]
        return [c for c in fresh if c.quality >= NEWCOMER]

    def _meet(self, candidates: list[Candidate]) -> None:
        """Take up new people, or the same ones again."""
        for candidate in candidates:
            active = [p for p in self._people if p.found]
            roi = candidate.found.next_roi()
            if len(active) >= MOST_PEOPLE or any(_covers(p.roi, roi) for p in active):
                continue
            lost = [p for p in self._people if not p.found]
            person = next((p for p in lost if _near(p.roi, roi, REJOIN) or (len(self._people) == 1)), None)
            if person is None:
                person = Person(max((p.id for p in self._people), default=-1) + 1, roi)
                self._people.append(person)
            person.roi, person.found = roi, candidate.found


def _near(a: Roi, b: Roi, share: float) -> bool:
    """True when the middles of two squares are within ``share`` of the larger side."""
    return math.hypot(a.x_px - b.x_px, a.y_px - b.y_px) < share * max(a.size_px, b.size_px)


def _covers(followed: Roi, seen: Roi) -> bool:
    """True when a square seen anew is the body that is followed already."""
    return _near(followed, seen, SAME * 0.75)


def _painted_out(rgb: Image, known: list[Found]) -> Image:
    """The image with everybody known painted out, for the detector tends to see only the plainest person."""
    out = rgb.copy()
    height, width = rgb.shape[:2]
    for found in known:
        xy = found.xyz_px[:POINTS, :2]
        margin = 0.05 * float(np.ptp(xy, axis=0).max())
        low, high = np.clip(xy.min(axis=0) - margin, 0, (width, height)), np.clip(xy.max(axis=0) + margin, 0, (width, height))
        out[int(low[1]) : int(high[1]), int(low[0]) : int(high[0])] = 128
    return out


def frame_of(time_s: float, found: Found, rgb: Image) -> PoseFrame:
    """A find as other rooms see it."""
    height, width = rgb.shape[:2]
    image = ImageLandmarks(found.xyz_px[:POINTS], found.visibility, found.presence, width, height)
    return PoseFrame(time_s, image, WorldLandmarks(found.world_m), found.score)
