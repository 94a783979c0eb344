"""Writing a video that every browser plays: H.264, 4:2:0, with its index at the front."""

from __future__ import annotations

import contextlib
from fractions import Fraction
from pathlib import Path
from types import TracebackType
from typing import Any, Self, cast

import av
import numpy as np
import numpy.typing as npt

TICKS_PER_S = 90_000
MAX_FRAMES_PER_S = 45.0


class VideoWriter:
    """An MP4 file under construction; frames carry their own times, so that a variable frame rate stays as it was.

    Args:
        path: the file to write; ends in .mp4.
        width_px, height_px: size of every frame, both even.
        crf: constant rate factor of x264; lower is better and larger.
    """

    def __init__(self, path: Path, width_px: int, height_px: int, crf: int = 24) -> None:
        if width_px % 2 or height_px % 2:
            raise ValueError(f"an H.264 frame has even sides, not {width_px} x {height_px}")
        self._container = av.open(str(path), "w", options={"movflags": "+faststart"})
        stream = self._container.add_stream("libx264", rate=30, options={"preset": "veryfast", "crf": str(crf), "bf": "0"})
        self._stream: Any = stream  # the stubs do not know the fields of an encoder's stream
        self._stream.width, self._stream.height, self._stream.pix_fmt = width_px, height_px, "yuv420p"
        context = self._stream.codec_context
        context.time_base = Fraction(1, TICKS_PER_S)
        context.colorspace = context.color_primaries = context.color_trc = 1  # BT.709
        context.color_range = 1
        context.gop_size = 30  # a seek to the moment of a fault is quick
        self._last_s: float | None = None
        self.frames = 0

    def wants(self, time_s: float) -> bool:
        """False when a frame at this time would come too soon after the last one."""
        return self._last_s is None or time_s - self._last_s >= 1.0 / MAX_FRAMES_PER_S

    def add(self, time_s: float, rgb: npt.NDArray[np.uint8]) -> bool:
        """Append a frame ``rgb`` (row, column, channel); False when it came too soon after the last one and was left out."""
        if not self.wants(time_s):
            return False
        frame = av.VideoFrame.from_ndarray(np.ascontiguousarray(rgb), format="rgb24")
        frame = frame.reformat(format="yuv420p", dst_colorspace="ITU709", dst_color_range="MPEG")
        frame.pts, frame.time_base = round(time_s * TICKS_PER_S), Fraction(1, TICKS_PER_S)
        for packet in self._stream.encode(frame):
            self._container.mux(packet)
        self._last_s = time_s
        self.frames += 1
        return True

    def close(self) -> None:
        """Write what is left and the index."""
        if self.frames:
            for packet in self._stream.encode(None):
                self._container.mux(cast(Any, packet))
        self._container.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if error is None:
            self.close()
        else:
            with contextlib.suppress(OSError):  # the first error is the one to tell
                self._container.close()
