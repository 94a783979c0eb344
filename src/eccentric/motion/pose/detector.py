"""Finds people in an image: BlazePose's single-shot detector with weighted non-maximum suppression."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from eccentric.motion.landmarks import Floats
from eccentric.motion.pose.model import Image, Model, Tensor
from eccentric.motion.pose.roi import Roi

SIDE_PX = 224
STRIDES = (8, 16, 32, 32, 32)
ANCHORS = 2254
OVERLAP = 0.3
SCORE = 0.5
SURE_LOGIT = 100.0


@dataclass(frozen=True, slots=True)
class Detection:
    """A person the detector saw: score 0..1, box (x, y, width, height; centre, of the square it looked at) and landmark square."""

    score: float
    box: Floats
    roi: Roi


def anchors() -> Floats:
    """Centres of the detector's anchors, (anchor, xy) as fractions of the input square; two per cell and stride."""
    layers = []
    for stride in STRIDES:
        cells = SIDE_PX // stride
        y, x = np.mgrid[0:cells, 0:cells]
        centres = np.stack([x, y], axis=-1).reshape(-1, 2)
        layers.append((centres, cells))
    grouped = [np.repeat((c + 0.5) / n, 2 * k, axis=0) for (c, n), k in _runs(layers)]
    return np.concatenate(grouped)


def _runs(layers: list[tuple[Floats, int]]) -> list[tuple[tuple[Floats, int], int]]:
    """Layers of one grid size share their cells: (layer, how many follow each other)."""
    runs: list[tuple[tuple[Floats, int], int]] = []
    for layer in layers:
        if runs and runs[-1][0][1] == layer[1]:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        else:
            runs.append((layer, 1))
    return runs


def overlap(box: Floats, boxes: Floats) -> Floats:
    """Intersection over union of one box (x, y, w, h; centre) with each of ``boxes``."""
    low = np.maximum(box[:2] - box[2:] / 2, boxes[:, :2] - boxes[:, 2:] / 2)
    high = np.minimum(box[:2] + box[2:] / 2, boxes[:, :2] + boxes[:, 2:] / 2)
    shared = np.clip(high - low, 0, None).prod(axis=1)
    union = box[2:].prod() + boxes[:, 2:].prod(axis=1) - shared
    return np.asarray(shared / np.maximum(union, 1e-12))


class Detector:
    """The person detector."""

    def __init__(self) -> None:
        """Load the model."""
        self._model = Model("pose_detection")
        self._anchors = anchors()

    def find(self, image: Image, turn_rad: float = 0.0, score: float = SCORE) -> list[Detection]:
        """People in ``image`` (row, column, rgb), best first, looking at it turned by ``turn_rad``."""
        square = Roi.whole(image, turn_rad)
        pixels = square.crop(image, SIDE_PX).astype(np.float32) / np.float32(127.5) - np.float32(1)
        raw, logits = self._model(pixels, (1, ANCHORS, 12), (1, ANCHORS, 1))
        scores = 1 / (1 + np.exp(-np.clip(logits[:, 0].astype(float), -SURE_LOGIT, SURE_LOGIT)))
        return [self._detection(square, *merged) for merged in self._merge(raw, scores, score)]

    def _merge(self, raw: Tensor, scores: Floats, least: float) -> list[tuple[float, Floats]]:
        """Weighted non-maximum suppression: each cluster of overlapping boxes becomes its weighted mean."""
        keep = np.flatnonzero(scores >= least)
        keep = keep[np.argsort(-scores[keep])]
        values = raw[keep].astype(float).reshape(-1, 6, 2) / SIDE_PX
        values[:, [0, 2, 3, 4, 5]] += self._anchors[keep][:, None]
        boxes, weights = values[:, :2].reshape(-1, 4), scores[keep]
        found = []
        left = np.ones(len(keep), bool)
        while left.any():
            best = int(np.flatnonzero(left)[0])
            cluster = left & (overlap(boxes[best], boxes) > OVERLAP)
            cluster[best] = True
            mean = np.average(values[cluster], axis=0, weights=weights[cluster])
            found.append((float(weights[best]), mean))
            left &= ~cluster
        return found

    def _detection(self, square: Roi, score: float, values: Floats) -> Detection:
        """Turn one merged cluster (box centre, box size, four key points; fractions) into pixels of the image."""
        points = square.to_image(values * SIDE_PX, SIDE_PX)
        size = values[1] * square.size_px
        box = np.concatenate([points[0], size])
        return Detection(score, box, Roi.around(points[2], points[3]))
