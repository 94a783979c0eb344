"""Strokes on a picture: lines with a dark casing, plates with words, joints and marks (all in place, pixels)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any, Literal

import cv2
import numpy as np
import numpy.typing as npt

from eccentric.motion.report.palette import INK, PAPER, Rgb

Picture = npt.NDArray[np.uint8]
Xy = tuple[float, float]
Box = tuple[float, float, float, float]
Anchor = Literal["left", "middle", "right"]


@cache
def _face() -> Any:
    """OpenCV's built-in typeface; the stubs do not know it."""
    return cv2.FontFace("sans")


def line(picture: Picture, points: Sequence[Xy], colour: Rgb, width_px: float) -> None:
    """Draw a polyline with a dark casing, so that it reads on any ground."""
    path = [np.array([[round(x * 8), round(y * 8)] for x, y in points], np.int32)]
    for ink, width in ((INK, width_px + max(2.0, width_px * 0.7)), (colour, width_px)):
        cv2.polylines(picture, path, False, ink, max(1, round(width)), cv2.LINE_AA, 3)


def disc(picture: Picture, centre: Xy, radius_px: float, colour: Rgb) -> None:
    """Draw a filled disc with a dark casing."""
    for ink, radius in ((INK, radius_px * 1.35), (colour, radius_px)):
        cv2.circle(picture, (round(centre[0] * 8), round(centre[1] * 8)), max(1, round(radius * 8)), ink, -1, cv2.LINE_AA, 3)


def ring(picture: Picture, centre: Xy, radius_px: float, width_px: float) -> None:
    """Draw a ring around a point of interest."""
    for ink, width in ((INK, width_px * 2.2), (PAPER, width_px)):
        cv2.circle(picture, (round(centre[0] * 8), round(centre[1] * 8)), round(radius_px * 8), ink, max(1, round(width)), cv2.LINE_AA, 3)


def triangle(picture: Picture, centre: Xy, size_px: float, colour: Rgb) -> None:
    """Draw the mark of a fault: a triangle that stands on its base."""
    x, y = centre
    corners = [(x, y - size_px * 0.58), (x + size_px * 0.6, y + size_px * 0.46), (x - size_px * 0.6, y + size_px * 0.46)]
    cv2.fillPoly(picture, [np.array([[round(a * 8), round(b * 8)] for a, b in corners], np.int32)], colour, cv2.LINE_AA, 3)


def sector(picture: Picture, centre: Xy, radius_px: float, from_deg: float, to_deg: float, colour: Rgb) -> None:
    """Fill a sector half transparently; angles in degrees in the picture (x right, y down)."""
    steps = np.radians(np.linspace(from_deg, to_deg, 24))
    rim = np.stack((centre[0] + radius_px * np.cos(steps), centre[1] + radius_px * np.sin(steps)), axis=1)
    shape = np.concatenate((np.array([centre]), rim))
    low = np.maximum(np.floor(shape.min(axis=0)).astype(int) - 1, 0)
    high = np.ceil(shape.max(axis=0)).astype(int) + 2
    part = picture[low[1] : high[1], low[0] : high[0]]
    if part.size:
        layer = part.copy()
        cv2.fillPoly(layer, [np.round((shape - low) * 8).astype(np.int32)], colour, cv2.LINE_AA, 3)
        picture[low[1] : high[1], low[0] : high[0]] = cv2.addWeighted(layer, 0.62, part, 0.38, 0.0)


def plate(picture: Picture, left: float, top: float, right: float, bottom: float, strength: float = 0.66) -> None:
    """Darken a rectangle, so that words on it can be read."""
    height, width = picture.shape[:2]
    rows = slice(max(0, round(top)), min(height, round(bottom)))
    columns = slice(max(0, round(left)), min(width, round(right)))
    part = picture[rows, columns]
    if part.size:
        picture[rows, columns] = cv2.addWeighted(part, 1.0 - strength, np.full_like(part, INK), strength, 0.0)


def text_width(words: str, size_px: float, weight: int = 400) -> float:
    """Return how wide words will be."""
    return float(cv2.getTextSize((0, 0), words, (0, 0), _face(), round(size_px), weight)[2])


def text(picture: Picture, words: str, at: Xy, size_px: float, colour: Rgb = PAPER, weight: int = 400, anchor: Anchor = "left") -> float:
    """Write words with their baseline at a point; returns their width."""
    words = words.replace("\u00a0", " ")
    width = text_width(words, size_px, weight)
    x = at[0] - {"left": 0.0, "middle": width / 2, "right": width}[anchor]
    cv2.putText(picture, words, (round(x), round(at[1])), colour, _face(), round(size_px), weight)
    return width


def tag(picture: Picture, words: str, centres: Sequence[Xy], size_px: float, keep_out: Box | None = None, weight: int = 600) -> None:
    """Write words on a plate around the first of some points that leaves ``keep_out`` free, inside the picture."""
    height, width = picture.shape[:2]
    half_w, half_h = text_width(words, size_px, weight) / 2 + size_px * 0.35, size_px * 0.75
    inside = [(min(max(x, half_w + 2), width - half_w - 2), min(max(y, half_h + 2), height - half_h - 2)) for x, y in centres]
    free = (place for place in inside if keep_out is None or not _meets((*place, half_w, half_h), keep_out))
    x, y = next(free, inside[0])
    plate(picture, x - half_w, y - half_h, x + half_w, y + half_h)
    text(picture, words, (x, y + size_px * 0.36), size_px, PAPER, weight, "middle")


def _meets(around: Box, box: Box) -> bool:
    """True when a plate (middle x, middle y, half width, half height) lies on a box (left, top, right, bottom)."""
    x, y, half_w, half_h = around
    return x - half_w < box[2] and x + half_w > box[0] and y - half_h < box[3] and y + half_h > box[1]
