"""The ladder: neighbours exist, easier and harder agree, nothing loops, and everything can be reached from a gentle start."""

from __future__ import annotations

from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter

from eccentric.library.complaints import nearest
from eccentric.library.exercise import Exercise
from eccentric.library.read import Library
from eccentric.terms.errors import Problem

LEVELS = ("beginner", "intermediate", "advanced")


def neighbours_exist(library: Library) -> Iterator[Problem]:
    """Every id in a ladder is an exercise, is not the page itself, and stands there once."""
    for page in library.exercises.values():
        seen: set[str] = set()
        for kind, neighbour in _neighbours(page):
            where = f"{page.id}.toml: ladder.{kind}"
            if neighbour == page.id:
                yield Problem(where, "another exercise", f"the page itself, {neighbour!r}")
            elif neighbour not in library.exercises:
                near = nearest(neighbour, library.exercises)
                yield Problem(where, f"an exercise, perhaps {near!r}" if near else "the id of an exercise", repr(neighbour))
            elif neighbour in seen:
                yield Problem(where, "each neighbour once", f"{neighbour!r} twice")
            seen.add(neighbour)


def ladder_is_symmetric(library: Library) -> Iterator[Problem]:
    """When B is harder than A, A is easier than B, and the other way about."""
    for page in library.exercises.values():
        for kind, opposite in (("easier", "harder"), ("harder", "easier")):
            for neighbour in getattr(page.ladder, kind):
                other = library.exercises.get(neighbour)
                if other is not None and other is not page and page.id not in getattr(other.ladder, opposite):
                    yield Problem(
                        f"{neighbour}.toml: ladder.{opposite}", f"{page.id!r} ({page.id}.toml says {kind}: {neighbour})", "it missing"
                    )


def ladder_has_no_loop(library: Library) -> Iterator[Problem]:
    """Going harder and harder never comes back to where it began; names each loop, broken where it was found."""
    harder = {page.id: set(page.ladder.harder) - {page.id} for page in library.exercises.values()}
    while (loop := _loop_in(harder)) is not None:
        yield Problem(f"{loop[0]}.toml: ladder.harder", "a ladder that never returns", " > ".join(loop))
        harder[loop[-2]].discard(loop[-1])


def all_can_be_reached(library: Library) -> Iterator[Problem]:
    """Going easier and easier ends at a beginner's exercise, or at one as gentle as any of its pattern."""
    gentlest: dict[str, int] = {}
    for page in library.exercises.values():
        kind = page.classification
        gentlest[kind.pattern] = min(gentlest.get(kind.pattern, len(LEVELS)), LEVELS.index(kind.level))
    for page in library.exercises.values():
        pattern = page.classification.pattern
        levels = [LEVELS.index(step.classification.level) for step in _easier_steps(page, library)]
        if min(levels) > 0 and min(levels) > gentlest[pattern]:
            expected = f"a way down to a gentler exercise of the pattern {pattern!r}"
            yield Problem(f"{page.id}.toml: ladder.easier", expected, f"nothing below {page.classification.level}")


def level_never_falls(library: Library) -> Iterator[Problem]:
    """A harder neighbour is not of an easier level."""
    for page in library.exercises.values():
        for neighbour in page.ladder.harder:
            other = library.exercises.get(neighbour)
            if other is not None and LEVELS.index(other.classification.level) < LEVELS.index(page.classification.level):
                expected = f"exercises of level {page.classification.level} or above"
                yield Problem(f"{page.id}.toml: ladder.harder", expected, f"{neighbour!r}, which is {other.classification.level}")


def _neighbours(page: Exercise) -> Iterator[tuple[str, str]]:
    for kind in ("easier", "harder", "instead"):
        for neighbour in getattr(page.ladder, kind):
            yield kind, neighbour


def _loop_in(harder: dict[str, set[str]]) -> list[str] | None:
    """One loop, from its first id by name back to itself, or None when there is none."""
    try:
        TopologicalSorter(harder).prepare()
    except CycleError as error:
        loop: list[str] = list(reversed(error.args[1]))[:-1]
        first = loop.index(min(loop))
        return [*loop[first:], *loop[:first], loop[first]]
    return None


def _easier_steps(page: Exercise, library: Library) -> list[Exercise]:
    """The page and all that can be reached from it by going easier."""
    found, waiting = {page.id: page}, [page]
    while waiting:
        for easier in waiting.pop().ladder.easier:
            step = library.exercises.get(easier)
            if step is not None and step.id not in found:
                found[step.id] = step
                waiting.append(step)
    return list(found.values())
