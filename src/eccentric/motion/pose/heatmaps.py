"""Reads points from the landmark model's heatmaps: a 64 x 64 map of belief for every point."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

import cv2
import numpy as np
import numpy.typing as npt

from eccentric.motion.landmarks import Floats

CELLS = 64
SCALE = 4.0  # input pixels of a cell
KERNEL = 7
SURE = 0.5
LEAST_PEAK = 0.15
STEPS = np.arange(-(KERNEL // 2), KERNEL // 2 + 1)
TIES = np.arange(CELLS * CELLS, dtype=np.float32).reshape(CELLS, CELLS, 1) * np.float32(1e-7)  # a plateau is one peak
NEIGHBOURS = np.ones((5, 5), np.uint8)

Whole = npt.NDArray[np.intp]
Maps = npt.NDArray[np.float32]


Number = TypeVar("Number", np.float32, np.float64)


def belief(logits: npt.NDArray[Number]) -> npt.NDArray[Number]:
    """Logistic function: 0..1 from the model's raw outputs."""
    return np.asarray(1 / (1 + np.exp(-np.clip(logits, -80, 80))), logits.dtype)


def refine(points: Floats, logits: Maps) -> Floats:
    """Move points (n, xy; input pixels) to the weighted middle of the 7x7 cells of ``logits`` (row, column, n) around them.

    A point stays where it is when no cell there reaches a belief of one half.
    """
    out = points.copy()
    middle, best = _middle(points, logits, np.arange(len(points)), raw=True)
    sure = best >= SURE
    out[sure] = middle[sure]
    return out


def _middle(points: Floats, maps: Maps, layer: Whole, *, raw: bool = False) -> tuple[Floats, Floats]:
    """Weighted middle of the 7x7 cells around each point (n, xy) of map ``layer`` (n,), and the largest belief there (n,)."""
    cell = np.floor(points / SCALE).astype(int)
    columns, rows = cell[:, :1] + STEPS, cell[:, 1:] + STEPS
    inside = ((rows >= 0) & (rows < CELLS))[:, :, None] & ((columns >= 0) & (columns < CELLS))[:, None, :]
    r, c = rows.clip(0, CELLS - 1), columns.clip(0, CELLS - 1)
    values = maps[r[:, :, None], c[:, None, :], layer[:, None, None]]
    weight = (belief(values) if raw else values) * inside
    total = np.maximum(weight.sum(axis=(1, 2)), 1e-9)
    x = (weight.sum(axis=1) * columns).sum(axis=1) / total
    y = (weight.sum(axis=2) * rows).sum(axis=1) / total
    return SCALE * (np.stack([x, y], axis=1) + 0.5), weight.max(axis=(1, 2))


@dataclass(frozen=True, slots=True)
class Peaks:
    """Local maxima of one map: ``xy`` (n, xy) input pixels, ``height`` (n,) belief 0..1."""

    xy: Floats
    height: Floats


def peaks(maps: Maps, most: int = 4) -> list[Peaks]:
    """The highest local maxima of each map of ``maps`` (row, column, n)."""
    maps = maps + TIES
    highest = cv2.dilate(maps, NEIGHBOURS).reshape(maps.shape)
    rows, columns, layers = np.nonzero((maps >= highest) & (maps >= LEAST_PEAK))
    heights = maps[rows, columns, layers].astype(float)
    cells = np.asarray(np.stack([columns, rows], axis=1), np.float64)
    xy, _ = _middle(SCALE * (cells + 0.5), maps, layers)
    chosen = [index[np.argsort(-heights[index])[:most]] for index in (np.flatnonzero(layers == n) for n in range(maps.shape[2]))]
    return [Peaks(xy[index], heights[index]) for index in chosen]


def height_at(layer: Maps, xy: Floats) -> Floats:
    """Largest belief of one map (row, column) in the 3x3 cells around each point (n, xy; input pixels)."""
    cell = np.floor(xy / SCALE).astype(int)
    steps = np.arange(-1, 2)
    r = np.clip(cell[:, 1:] + steps, 0, CELLS - 1)
    c = np.clip(cell[:, :1] + steps, 0, CELLS - 1)
    return np.asarray(layer[r[:, :, None], c[:, None, :]].max(axis=(1, 2)), float)
