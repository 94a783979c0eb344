"""Writing the report's folder: the page, and the annotated video inside it or beside it."""

from __future__ import annotations

import base64
from collections.abc import Iterable
from pathlib import Path

from eccentric.library.exercise import Exercise
from eccentric.motion.report.brush import Picture
from eccentric.motion.report.film import Progress, take_pictures
from eccentric.motion.report.page import render
from eccentric.motion.watch_json import Source
from eccentric.motion.watched import WatchedSet

PAGE_NAME = "index.html"
VIDEO_NAME = "annotated.mp4"
INLINE_BYTES = 24_000_000
"""A larger video is kept beside the page, because browsers are slow with very long data URIs (an engineering default)."""


def write_report(
    watched: WatchedSet,
    exercise: Exercise,
    source: Source,
    images: Iterable[tuple[float, Picture]],
    folder: Path,
    *,
    with_video: bool = True,
    muscles_html: str | None = None,
    progress: Progress | None = None,
) -> Path:
    """Write the page and the annotated video into an existing folder and return its path; raises OSError when the disk does not take it.

    Args:
        images: upright frames ``(time_s, rgb)`` of the video that ``watched`` was made from.
        with_video: make the annotated video too; it is part of the page unless it is very large, then it lies beside it.
    """
    pictures = take_pictures(watched, exercise, images, folder / VIDEO_NAME if with_video else None, progress)
    video_src = None
    if pictures.video is not None:
        video_src = VIDEO_NAME
        if pictures.video.stat().st_size <= INLINE_BYTES:
            video_src = "data:video/mp4;base64," + base64.b64encode(pictures.video.read_bytes()).decode("ascii")
    page = folder / PAGE_NAME
    page.write_text(render(watched, exercise, source, pictures, video_src, muscles_html), encoding="utf-8")
    return page
