"""Landmarks of the clips, as they are and altered; kept in ``var/landmarks``, for finding them takes minutes (delete to do it anew)."""

from __future__ import annotations

import pickle
from pathlib import Path

from bench.altered import ALTERATIONS
from eccentric.motion.landmarks import PoseFrame
from eccentric.motion.pose.decode import read_pictures
from eccentric.motion.pose.join import one_person
from eccentric.motion.pose.model import Quality
from eccentric.motion.pose.people import People
from eccentric.motion.pose.worker import WATCHED_PX, full_size

KEPT = Path(__file__).resolve().parent.parent / "var" / "landmarks"
MODEL: Quality = "heavy"
PLAIN = "as it is"


def landmarks(clip: Path, alteration: str = PLAIN) -> tuple[PoseFrame, ...]:
    """The watched person in every frame of a clip, by the default model."""
    kept = KEPT / alteration.replace(" ", "-") / f"{clip.stem}.pickle"
    if kept.is_file():
        found: tuple[PoseFrame, ...] = pickle.loads(kept.read_bytes())  # written below, by us
        return found
    pictures = read_pictures(clip, most_px=WATCHED_PX)
    people = People(MODEL)
    shown = pictures if alteration == PLAIN else ALTERATIONS[alteration](pictures)
    frames = one_person([[full_size(picture, people.push(picture.time_s, picture.rgb)) for picture in shown]])
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_bytes(pickle.dumps(frames))
    return frames
