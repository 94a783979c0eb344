"""How a decoded frame is to be shown: its turn, mirror and pixel shape from the file's metadata."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from eccentric.motion.pose.model import Image

if TYPE_CHECKING:
    from av.video.frame import VideoFrame
    from av.video.reformatter import VideoReformatter

UPRIGHT = ((1, 0), (0, 1))


@dataclass(frozen=True, slots=True)
class Display:
    """Size of the upright image at full resolution, the size to decode to (before turning), and the turn.

    ``turn`` is a 2x2 matrix of -1, 0, 1 that maps (x, y) of the stored frame to (x, y) of the upright image.
    """

    width_px: int
    height_px: int
    decoded: tuple[int, int]
    turn: tuple[tuple[int, int], tuple[int, int]] = UPRIGHT

    @classmethod
    def of(cls, frame: VideoFrame, most_px: int | None = None) -> Display:
        """Read the metadata of ``frame``; ``most_px`` limits the longer side of the image that is made."""
        aspect = float(frame.sample_aspect_ratio or 1) if hasattr(frame, "sample_aspect_ratio") else 1.0
        width, height = frame.width, frame.height
        if 0.1 < aspect < 10:
            width, height = (round(width * aspect), height) if aspect > 1 else (width, round(height / aspect))
        turn = _turn(frame)
        scale = min(1.0, most_px / max(width, height)) if most_px else 1.0
        decoded = (max(1, round(width * scale)), max(1, round(height * scale)))
        upright = (height, width) if turn[0][0] == 0 else (width, height)
        return cls(*upright, decoded, turn)

    def image(self, frame: VideoFrame, reformatter: VideoReformatter) -> Image:
        """The frame as an upright RGB image (row, column, rgb); one ``reformatter`` for all frames of a video is quick."""
        width, height = self.decoded
        rgb = reformatter.reformat(frame, width, height, "rgb24").to_ndarray()
        (a, c), (b, d) = self.turn
        if a == 0:
            rgb = rgb.swapaxes(0, 1)
        if a + c < 0:
            rgb = rgb[:, ::-1]
        if b + d < 0:
            rgb = rgb[::-1]
        return np.ascontiguousarray(rgb, np.uint8)


def _turn(frame: VideoFrame) -> tuple[tuple[int, int], tuple[int, int]]:
    """The nearest right-angled turn or mirror in the frame's display matrix."""
    from av.sidedata.sidedata import Type

    side_data: Mapping[Any, Any] = frame.side_data
    data = bytes(side_data[Type.DISPLAYMATRIX]) if Type.DISPLAYMATRIX in side_data else b""
    if len(data) < 36:
        return UPRIGHT
    a, b, _, c, d = np.frombuffer(data, np.int32)[:5].astype(float)
    if max(abs(a), abs(d)) >= max(abs(b), abs(c)):
        return ((-1 if a < 0 else 1, 0), (0, -1 if d < 0 else 1))
    return ((0, -1 if c < 0 else 1), (-1 if b < 0 else 1, 0))
