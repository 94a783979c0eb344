"""After a session: what was good and one thing to fix, from what was logged and watched and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from eccentric.plan.reserve import words
from eccentric.web.library.queries import shelf
from eccentric.web.training.models import Entry, Session, SetLog


@dataclass(frozen=True, slots=True)
class Review:
    """The session in figures, what was good (may be nothing), and one thing to fix (may be nothing)."""

    sets: int
    repetitions: int
    exercises: int
    good: tuple[str, ...]
    fix: str
    skipped: tuple[str, ...]


def review(session: Session) -> Review:
    """Look at a session's sets."""
    entries = [entry for entry in session.entries.all() if _work(entry)]
    sets = [(entry, done) for entry in entries for done in _work(entry)]
    skipped = tuple(entry.name for entry in session.entries.all() if entry.skipped and not _work(entry))
    repetitions = sum(done.reps or 0 for _, done in sets)
    return Review(len(sets), repetitions, len(entries), tuple(_good(sets)), next(_fixes(entries, sets), ""), skipped)


def _work(entry: Entry) -> list[SetLog]:
    return [done for done in entry.sets.all() if done.kind != "warm-up"]


def _good(sets: list[tuple[Entry, SetLog]]) -> Iterator[str]:
    asked = [(entry, done) for entry, done in sets if entry.asked and entry.asked.get("reps")]
    kept = [done for entry, done in asked if (done.reps or 0) >= (entry.asked or {})["reps"][0]]
    if asked and len(kept) == len(asked):
        yield f"Every set reached what was asked: {len(kept)} of {len(asked)}."
    elif 2 * len(kept) >= len(asked) > 0:
        yield f"{len(kept)} of {len(asked)} sets reached what was asked."
    near = [done for entry, done in _with_reserve(sets) if abs((done.rir or 0.0) - (entry.asked or {})["rir"]) <= 1]
    told = list(_with_reserve(sets))
    if told and len(near) == len(told):
        yield "You stopped within one repetition of the reserve asked for."
    watched = [done.watched for _, done in sets if done.watched]
    reps, good = sum(each["reps"] for each in watched), sum(each["good_reps"] for each in watched)
    if reps and good == reps:
        yield f"The camera found no fault in {reps} repetitions."


def _with_reserve(sets: list[tuple[Entry, SetLog]]) -> Iterator[tuple[Entry, SetLog]]:
    return ((entry, done) for entry, done in sets if done.rir is not None and entry.asked and entry.asked.get("rir") is not None)


def _fixes(entries: list[Entry], sets: list[tuple[Entry, SetLog]]) -> Iterator[str]:
    """Things to fix, the most useful first: a fault seen, sets ended too early or too late, sets too short, sets not done."""
    yield from _faults(sets)
    early = [(entry, done) for entry, done in _with_reserve(sets) if (done.rir or 0.0) - (entry.asked or {})["rir"] >= 2]
    late = [(entry, done) for entry, done in _with_reserve(sets) if (entry.asked or {})["rir"] - (done.rir or 0.0) >= 2]
    if late:
        entry = late[0][0]
        yield f"{_times(late)} of {entry.name} went further than asked: stop with {words((entry.asked or {})['rir'])} left."
    if early:
        entry = early[0][0]
        yield f"{_times(early)} of {entry.name} ended early: go on until {words((entry.asked or {})['rir'])} are left."
    short = [
        (entry, done)
        for entry, done in sets
        if entry.asked and not done.duration_s and (done.reps or 0) < (entry.asked.get("reps") or [0])[0]
    ]
    if short:
        entry = short[0][0]
        low = (entry.asked or {})["reps"][0]
        yield f"{_times(short)} of {entry.name} fell short of {low} repetitions: rest longer, or take some weight off."
    for entry in entries:
        missing = (entry.asked or {}).get("sets", 0) - len(_work(entry))
        if missing > 0:
            yield f"{entry.name}: {missing} set{'s' if missing > 1 else ''} fewer than asked."


def _times(pairs: list[tuple[Entry, SetLog]]) -> str:
    same = [pair for pair in pairs if pair[0].id == pairs[0][0].id]
    return f"{len(same)} set{'s' if len(same) > 1 else ''}"


def _faults(sets: list[tuple[Entry, SetLog]]) -> Iterator[str]:
    """The most frequent fault that the camera saw, with the exercise page's own fix."""
    found: dict[tuple[str, str], list[int]] = {}
    for entry, done in sets:
        for fault in (done.watched or {}).get("faults", []):
            count = found.setdefault((entry.exercise or "", fault["id"]), [0, 0])
            count[0] += fault["reps"]
            count[1] += (done.watched or {})["reps"]
    for (exercise, fault_id), (reps, of) in sorted(found.items(), key=lambda each: -each[1][0]):
        page = shelf().exercises.get(exercise)
        fix = next((mistake.fix for mistake in page.mistakes if mistake.fault == fault_id), "") if page else ""
        yield f"{reps} of {of} repetitions: {fault_id.replace('-', ' ')}. {fix}"
