"""Small videos with known contents, made when a test asks for them."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

import av
import numpy as np

MILLI = Fraction(1, 1000)


def corners(width: int = 96, height: int = 64) -> np.ndarray:
    """An image whose top left is red, top right green, bottom left blue, bottom right white."""
    image = np.zeros((height, width, 3), np.uint8)
    image[: height // 2, : width // 2] = (255, 0, 0)
    image[: height // 2, width // 2 :] = (0, 255, 0)
    image[height // 2 :, : width // 2] = (0, 0, 255)
    image[height // 2 :, width // 2 :] = (255, 255, 255)
    return image


def write(
    path: Path,
    times_ms: Sequence[int],
    image: np.ndarray | None = None,
    *,
    codec: str = "libx264",
    pixels: str = "yuv420p",
    container: dict[str, str] | None = None,
) -> Path:
    """Write one frame of ``image`` at each time."""
    image = corners() if image is None else image
    with av.open(str(path), "w", options=container or {}) as file:
        stream = file.add_stream(codec, rate=30)
        assert isinstance(stream, av.VideoStream)
        stream.width, stream.height, stream.pix_fmt = image.shape[1], image.shape[0], pixels
        stream.codec_context.time_base = MILLI
        for time_ms in times_ms:
            frame = av.VideoFrame.from_ndarray(image, format="rgb24")
            frame.pts, frame.time_base = time_ms, MILLI
            for packet in stream.encode(frame):
                file.mux(packet)
        for packet in stream.encode():
            file.mux(packet)
    return path


def turned(path: Path, matrix: tuple[int, int, int, int]) -> Path:
    """Write the display matrix (a, b, c, d) into an MP4's track header."""
    data = bytearray(path.read_bytes())
    header = data.index(b"tkhd")
    at = header + 4 + 40  # version 0: times, ids, duration, reserved, layer, volume, then the matrix
    a, b, c, d = (value * 65536 for value in matrix)
    data[at : at + 36] = struct.pack(">9i", a, b, 0, c, d, 0, 0, 0, 1 << 30)
    path.write_bytes(bytes(data))
    return path


def sound(path: Path) -> Path:
    """Write a file with sound only."""
    with av.open(str(path), "w") as file:
        stream = file.add_stream("aac", rate=44100)
        assert isinstance(stream, av.AudioStream)
        for _ in range(20):
            frame = av.AudioFrame.from_ndarray(np.zeros((1, 1024), np.float32), format="fltp", layout="mono")
            frame.sample_rate = 44100
            for packet in stream.encode(frame):
                file.mux(packet)
        for packet in stream.encode():
            file.mux(packet)
    return path
