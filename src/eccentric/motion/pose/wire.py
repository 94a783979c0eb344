"""The bytes that pass between the watching process and the one that decodes: no pickles, for a video is not to be trusted."""

from __future__ import annotations

import json
import struct
from dataclasses import dataclass
from typing import BinaryIO

import numpy as np

from eccentric.motion.landmarks import POINTS, ImageLandmarks, PoseFrame, WorldLandmarks
from eccentric.motion.pose.model import Image
from eccentric.motion.pose.sighting import Sighting
from eccentric.terms.errors import BadInput, Problem

HEAD = struct.Struct("<cI")
MOMENT = struct.Struct("<dIIH")
SEEN = struct.Struct("<Hd")
PICTURE = struct.Struct("<dII")
NUMBERS = POINTS * 8
COUNT = struct.Struct("<I")
POSES, IMAGE, TOTAL, BAD, DONE = b"P", b"I", b"T", b"E", b"D"
LARGEST = 64_000_000


@dataclass(frozen=True, slots=True)
class Moment:
    """Everybody seen at one time, in pixels of the full upright image of ``width_px`` x ``height_px``."""

    time_s: float
    width_px: int
    height_px: int
    seen: tuple[Sighting, ...]


def send(out: BinaryIO, kind: bytes, body: bytes = b"") -> None:
    """Write one message."""
    out.write(HEAD.pack(kind, len(body)) + body)
    out.flush()


def pack_moment(moment: Moment) -> bytes:
    """Bytes of a moment."""
    parts = [MOMENT.pack(moment.time_s, moment.width_px, moment.height_px, len(moment.seen))]
    for sighting in moment.seen:
        image, world = sighting.frame.image, sighting.frame.world
        if image is None or world is None:
            continue
        numbers = np.hstack([image.xyz_px, image.visibility[:, None], image.presence[:, None], world.xyz_m])
        parts += [SEEN.pack(sighting.person, sighting.frame.score), numbers.astype("<f4").tobytes()]
    return b"".join(parts)


def unpack_moment(body: bytes) -> Moment:
    """Read what ``pack_moment`` wrote."""
    time_s, width, height, count = MOMENT.unpack_from(body)
    at, seen = MOMENT.size, []
    for _ in range(count):
        person, score = SEEN.unpack_from(body, at)
        numbers = np.frombuffer(body, "<f4", NUMBERS, at + SEEN.size).reshape(POINTS, 8).astype(float)
        image = ImageLandmarks(numbers[:, :3], numbers[:, 3], numbers[:, 4], width, height)
        seen.append(Sighting(person, PoseFrame(time_s, image, WorldLandmarks(numbers[:, 5:]), score)))
        at += SEEN.size + 4 * NUMBERS
    return Moment(time_s, width, height, tuple(seen))


def pack_image(time_s: float, rgb: Image) -> bytes:
    """Bytes of an image (row, column, rgb)."""
    return PICTURE.pack(time_s, *rgb.shape[:2]) + rgb.tobytes()


def unpack_image(body: bytes) -> tuple[float, Image]:
    """Read what ``pack_image`` wrote."""
    time_s, rows, columns = PICTURE.unpack_from(body)
    return time_s, np.frombuffer(body, np.uint8, rows * columns * 3, PICTURE.size).reshape(rows, columns, 3)


def pack_bad(error: BadInput) -> bytes:
    """Bytes of what was wrong with an input."""
    return json.dumps([[p.where, p.expected, p.found] for p in error.problems]).encode()


def unpack_bad(body: bytes) -> BadInput:
    """Read what ``pack_bad`` wrote."""
    return BadInput([Problem(str(where), str(expected), str(found)) for where, expected, found in json.loads(body)])
