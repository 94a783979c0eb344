"""The analysis of a clip, as the worker runs it; safe to run twice."""

from __future__ import annotations

import logging
import shutil
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils import timezone
from django_tasks import task

from eccentric.terms.errors import BadInput, bad_input
from eccentric.web.checks import services, telling
from eccentric.web.checks.frames import stated_frames
from eccentric.web.checks.models import Check, State
from eccentric.web.checks.summary import summary_of

if TYPE_CHECKING:
    from eccentric.anatomy.watched import WatchedMuscles
    from eccentric.library.exercise import Exercise
    from eccentric.motion.pose import VideoSource
    from eccentric.motion.watched import WatchedSet

TELL_EVERY_S = 0.4
LONGEST_S = 1800.0
"""How long watching, and drawing, may take each: one clip must not keep the others waiting for ever."""
FILM_LONG_SIDE_PX = 1280

log = logging.getLogger("eccentric.web.checks")


@task(queue_name="checks")
def analyse(check_id: str) -> None:
    """Watch the clip, write the report, delete the clip; what is wrong with a clip ends as words on the page."""
    check = Check.objects.filter(pk=check_id).first()
    if check is None:
        return
    if check.ended:  # the worker before was killed between the end and what comes after it
        services.forget_clip(check=check)
        services.give_to_set(check_id=check.pk)
        return
    Check.objects.filter(pk=check.pk).update(state=State.RUNNING, stage="", frames_done=0, frames_all=None)
    try:
        _watch(check)
    except BadInput as error:
        services.fail(check=check, words=_said(error))
    except Exception:
        log.exception("a clip could not be analysed", extra={"kind": check.exercise})
        services.fail(
            check=check, words="Something broke while watching your clip. The person who runs this server finds the reason in its log."
        )


def _watch(check: Check) -> None:
    from eccentric.library.read import read_exercise
    from eccentric.motion import pose
    from eccentric.motion.analyse import watch_set
    from eccentric.motion.report import muscles_seen
    from eccentric.motion.report.words import verdict_sentence
    from eccentric.motion.watch_json import to_json

    if not check.clip.is_file():
        raise FileNotFoundError("the clip is gone")
    exercise = read_exercise(check.exercise)
    track = pose.watch_poses(check.clip, model=settings.POSE_MODEL, progress=_teller(check, "watching", stated_frames(check.clip)))
    watched = watch_set(exercise, track.frames)
    source = replace(track.source, name=check.clip_name)
    made = _empty(check.folder / "making")
    muscles = muscles_seen(watched, exercise, external_load_kg=services.load_of(check=check))
    _report(check, exercise, watched, source, muscles, made)
    (made / "watch.json").write_text(to_json(watched, source), encoding="utf-8")
    for file in made.iterdir():
        file.replace(check.folder / file.name)
    made.rmdir()
    summary = watched.summary
    Check.objects.filter(pk=check.pk).update(
        state=State.DONE,
        finished_at=timezone.now(),
        reps=summary.reps,
        good_reps=summary.good_reps,
        tempo=summary.tempo or "",
        verdict=verdict_sentence(watched)[:200],
        seen=summary_of(watched, muscles),
    )
    services.forget_clip(check=check)
    services.give_to_set(check_id=check.pk)
    telling.tell(check.pk)


def _report(check: Check, exercise: Exercise, watched: WatchedSet, source: VideoSource, muscles: WatchedMuscles | None, made: Path) -> None:
    """Write the page of the report, and the annotated video when it is kept."""
    from eccentric.anatomy.section import section_html
    from eccentric.motion import pose
    from eccentric.motion.report import render, take_pictures

    images = pose.read_images(check.clip, most_px=FILM_LONG_SIDE_PX)
    film = made / check.film.name if check.keep_video else None
    pictures = take_pictures(watched, exercise, images, film, _teller(check, "drawing"))
    address = f"/checks/{check.pk}/film.mp4" if pictures.video is not None else None
    page = render(watched, exercise, source, pictures, address, section_html(muscles) if muscles is not None else None)
    (made / "report.html").write_text(page, encoding="utf-8")


def _empty(folder: Path) -> Path:
    """A folder with nothing in it, also after a worker that died in the middle."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    return folder


def _teller(check: Check, stage: str, expected: int | None = None) -> Callable[[int, int | None], None]:
    """What writes progress down, a few times a second; ``expected`` stands in for a total that is not told."""
    last, ends = 0.0, time.monotonic() + LONGEST_S

    def tell(done: int, total: int | None) -> None:
        nonlocal last
        total = total or expected
        now = time.monotonic()
        if now > ends:
            raise bad_input("clip", f"a clip that can be watched in {LONGEST_S / 60:.0f} minutes", "one that takes longer on this server")
        if now - last >= TELL_EVERY_S or done == total:
            last = now
            Check.objects.filter(pk=check.pk).update(stage=stage, frames_done=done, frames_all=total)
            telling.tell(check.pk)

    return tell


def _said(error: BadInput) -> str:
    """The problems in a person's words; the clip's place on the disk is nobody's business."""
    return " ".join(f"We need {problem.expected}; this is {problem.found}." for problem in error.problems)
