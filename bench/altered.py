"""The clips as other cameras would have shown them: alterations of decoded pictures, and the truth that belongs to each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from copy import deepcopy
from dataclasses import replace
from typing import Any

import cv2
import numpy as np

from eccentric.motion.pose.decode import Picture
from eccentric.motion.pose.model import Image

Pictures = Iterable[Picture]
Truth = dict[str, Any]
SIDES = {"left": "right", "right": "left", "l": "r", "r": "l"}
SEED = 3


def each(change: Callable[[Image], Image]) -> Callable[[Pictures], Iterator[Picture]]:
    """An alteration that treats every picture alike."""

    def altered(pictures: Pictures) -> Iterator[Picture]:
        for picture in pictures:
            rgb = np.ascontiguousarray(change(picture.rgb), np.uint8)
            yield replace(picture, rgb=rgb, width_px=rgb.shape[1], height_px=rgb.shape[0])

    return altered


def noisy(rgb: Image) -> Image:
    """Grain as of a phone in a dim gym."""
    rng = np.random.default_rng(int(rgb[::16, ::16].sum()) + SEED)
    return np.clip(rgb + rng.normal(0, 14, rgb.shape), 0, 255).astype(np.uint8)


def darker(rgb: Image) -> Image:
    """Two stops less light."""
    return np.asarray(255 * (rgb / 255.0) ** 1.4 * 0.45).astype(np.uint8)


def blurred(rgb: Image) -> Image:
    """A lens that is out of focus or smeared."""
    return np.asarray(cv2.GaussianBlur(rgb, (0, 0), 1.6), np.uint8)


def smaller(rgb: Image) -> Image:
    """Half as many pixels each way."""
    return np.asarray(cv2.resize(rgb, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA), np.uint8)


def in_a_tall_frame(rgb: Image) -> Image:
    """A landscape clip that somebody put into a portrait one, bars above and below."""
    tall = round(rgb.shape[1] * 16 / 9)
    above = (tall - rgb.shape[0]) // 3
    return np.asarray(cv2.copyMakeBorder(rgb, above, tall - rgb.shape[0] - above, 0, 0, cv2.BORDER_CONSTANT), np.uint8)


def tighter(rgb: Image) -> Image:
    """Five per cent cut off on every side."""
    rows, columns = (round(0.05 * size) for size in rgb.shape[:2])
    return rgb[rows:-rows, columns:-columns]


def at_rate(fps: float) -> Callable[[Pictures], Iterator[Picture]]:
    """Frames shown at another rate: the newest picture at each tick, so that some are dropped or shown twice."""

    def altered(pictures: Pictures) -> Iterator[Picture]:
        tick, last = 0, None
        for picture in pictures:
            while last is not None and tick / fps < picture.time_s - 1e-6:
                yield replace(last, time_s=tick / fps)
                tick += 1
            last = picture
        if last is not None:
            yield replace(last, time_s=tick / fps)

    return altered


def uneven(pictures: Pictures) -> Iterator[Picture]:
    """A phone that drops three frames in ten, at random."""
    rng = np.random.default_rng(SEED)
    return (picture for picture in pictures if rng.random() > 0.3)


ALTERATIONS: dict[str, Callable[[Pictures], Iterator[Picture]]] = {
    "mirrored": each(lambda rgb: rgb[:, ::-1]),
    "half the size": each(smaller),
    "in a tall frame": each(in_a_tall_frame),
    "cut tighter": each(tighter),
    "darker": each(darker),
    "noisy": each(noisy),
    "blurred": each(blurred),
    "10 a second": at_rate(10),
    "24 a second": at_rate(24),
    "60 a second": at_rate(60),
    "frames dropped": uneven,
}


def truth_of(name: str, truth: Truth) -> Truth:
    """The truth of an altered clip: a mirror exchanges left and right, everything else stays."""
    if name != "mirrored":
        return truth
    mirrored = deepcopy(truth)
    frames = mirrored["frames"]
    for key in [key for key in frames if key.endswith("_l")]:
        other = f"{key[:-2]}_r"
        frames[key], frames[other] = frames[other], frames[key]
    mirrored["camera"]["near_side"] = SIDES[mirrored["camera"]["near_side"]]
    for spec in [mirrored["spec"], *(rep["spec"] for rep in mirrored["reps"])]:
        if spec.get("leg"):
            spec["leg"] = SIDES.get(spec["leg"], spec["leg"])
    return mirrored
