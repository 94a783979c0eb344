"""How exercises of a journal are called."""

from __future__ import annotations

from collections import Counter

from eccentric.journal.journal import Journal
from eccentric.journal.muscles import DIRECT, set_shares
from eccentric.journal.records import Entry
from eccentric.terms.body import HAMSTRINGS
from eccentric.web.library.queries import shelf


def name_of(entry: Entry) -> str:
    """The library's name of an exercise, else the one that was written."""
    page = shelf().exercises.get(entry.exercise) if entry.exercise else None
    return page.name if page else entry.name


def name_of_id(identity: str) -> str:
    """The library's name of an id, else the id itself, which then is a name as written."""
    page = shelf().exercises.get(identity)
    return page.name if page else identity


def exercises_by_sets(journal: Journal) -> list[tuple[str, str]]:
    """Exercises (id or name, name to show): those mainly for the hamstrings first, then by work sets."""
    counts: Counter[str] = Counter()
    names: dict[str, str] = {}
    for session in journal.sessions:
        for entry in session.entries:
            key = entry.exercise or entry.name
            counts[key] += sum(done.hard for done in entry.sets)
            names[key] = name_of(entry)
    order = [key for key, count in counts.most_common() if count]
    order.sort(key=lambda key: not any(set_shares(key).get(head) == DIRECT for head in HAMSTRINGS))
    return [(key, names[key]) for key in order]
