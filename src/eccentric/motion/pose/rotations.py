"""Looks for people in several turns of the image, for the detector knows people who stand."""

from __future__ import annotations

import math
from dataclasses import dataclass

from eccentric.motion.pose.detector import Detection, Detector
from eccentric.motion.pose.landmarker import Found, Landmarker
from eccentric.motion.pose.model import Image
from eccentric.motion.pose.plausible import plausibility
from eccentric.motion.pose.roi import Roi

TURNS_RAD = (0.0, math.pi / 2, -math.pi / 2, math.pi)
GOOD = 0.75


@dataclass(frozen=True, slots=True)
class Candidate:
    """A person who may be there: where they were looked for, what was found and how good it is (0..1)."""

    roi: Roi
    found: Found
    quality: float


def quality(found: Found) -> float:
    """0..1: the model's own belief times how much the landmarks look like a body."""
    return found.score * plausibility(found.world_m, found.visibility)


def look(image: Image, detector: Detector, landmarker: Landmarker, most: int = 3) -> list[Candidate]:
    """People in ``image``, best first; upright first, the other turns only when that finds nobody good."""
    candidates: list[Candidate] = []
    for turn in TURNS_RAD:
        seen = _fresh(detector.find(image, turn)[:most], candidates)
        candidates += [settled(image, landmarker, detection.roi) for detection in seen]
        if any(c.quality >= GOOD for c in candidates):
            break
    return sorted((c for c in candidates if c.found.score > 0.5), key=lambda c: -c.quality)


def settled(image: Image, landmarker: Landmarker, roi: Roi) -> Candidate:
    """Look twice: the landmarks of the first look place the square of the second."""
    first = landmarker.at(image, roi)
    if first.score < 0.5:
        return Candidate(roi, first, quality(first))
    again = first.next_roi()
    second = landmarker.at(image, again)
    return max(Candidate(roi, first, quality(first)), Candidate(again, second, quality(second)), key=lambda c: c.quality)


def _fresh(detections: list[Detection], known: list[Candidate]) -> list[Detection]:
    """Detections that do not repeat a good candidate."""
    return [d for d in detections if not any(c.quality >= GOOD and _same(c.roi, d.roi) for c in known)]


def _same(a: Roi, b: Roi) -> bool:
    """True when two squares are about the same place and turn."""
    near = math.hypot(a.x_px - b.x_px, a.y_px - b.y_px) < 0.25 * max(a.size_px, b.size_px)
    return near and math.cos(a.turn_rad - b.turn_rad) > 0.7
