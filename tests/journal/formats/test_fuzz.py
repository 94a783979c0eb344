"""Broken logs: an import of a mutated file ends in a journal with every row accounted for, or in one clear refusal."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.journal.formats.logs import FITNOTES, STRONG, WGER_CSV, WGER_JSON, hevy
from tests.journal.samples import rehab_journal

from eccentric.journal.formats.fit_out import activity
from eccentric.journal.formats.read import read_log
from eccentric.journal.formats.write import written
from eccentric.journal.merge import merge
from eccentric.journal.names import Names
from eccentric.journal.store import journal_text, parse_journal
from eccentric.terms.errors import BadInput

NAMES = Names({"lying-leg-curl": ("Lying leg curl",)})
SAMPLES = [text.encode() for text in (*STRONG.values(), *FITNOTES.values(), hevy(), hevy("weight_lbs"), WGER_CSV, WGER_JSON)]
SAMPLES += [journal_text(rehab_journal(1)).encode(), activity(rehab_journal(1).sessions[0])]
PARQUET = written(rehab_journal(1), "parquet")
SPICE = (
    b'"',
    b"\n",
    b",",
    b";",
    b"\x00",
    b"\xff",
    b"-",
    b"1e308",
    b"\r",
    b"\t",
    "９".encode(),
    b"NaN",
    b"99999999999999999999",
    b"'",
    b"\\",
)
LONGEST_S = 20.0


def outcome(data: bytes) -> None:
    """Read a file and check what must hold whatever is in it."""
    began = time.monotonic()
    try:
        imported = read_log(data, NAMES)
    except BadInput as error:
        assert error.problems
        return
    finally:
        assert time.monotonic() - began < LONGEST_S
    summary, journal = imported.summary, imported.journal
    assert summary.rows == summary.sets + len(summary.skipped)
    assert summary.sets == journal.set_count
    assert summary.sessions == len(journal.sessions)
    assert parse_journal(journal_text(journal)) == journal
    assert merge(journal, journal).new_sets == 0
    assert merge(journal, read_log(data, NAMES).journal).journal == journal
    ids = [done.id for session in journal.sessions for entry in session.entries for done in entry.sets]
    assert len(ids) == len(set(ids)) or data[:1] == b"{"


def mutated(data: bytes, chance: random.Random) -> bytes:
    """A file with a few bytes changed, removed, doubled, or spiced."""
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(data) + 1)
        length = chance.choice((1, 1, 3, 20, 200))
        kind = chance.randrange(5)
        piece = (b"", chance.choice(SPICE), data[at : at + length] * 2, bytes(chance.randrange(256) for _ in range(length)), b"")[kind]
        data = data[:at] if kind == 4 and chance.random() < 0.3 else data[:at] + piece + data[at + length :]
    return data


@given(st.binary(max_size=400))
def test_any_bytes(data: bytes) -> None:
    outcome(data)


@pytest.mark.parametrize("sample", range(len(SAMPLES)))
@given(chance=st.randoms(use_true_random=False))
@settings(max_examples=60)
def test_mutated_samples(sample: int, chance: random.Random) -> None:
    outcome(mutated(SAMPLES[sample], chance))


@pytest.mark.slow
def test_mutated_parquet() -> None:
    chance = random.Random(7)
    for _ in range(12):
        outcome(mutated(PARQUET, chance))


@given(st.lists(st.lists(st.text(max_size=12), min_size=10, max_size=10), max_size=6))
def test_any_cells_under_a_real_header(rows: list[list[str]]) -> None:
    header = STRONG["2"].splitlines()[0]
    body = "\n".join(",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows)
    outcome(f"{header}\n{body}\n".encode("utf-8", "replace"))


def real_logs(shared: Path) -> Iterator[bytes]:
    for name in ("hevy/sample_hevy.csv", "strong/sample_strong.csv", "strong/sample_strong_legacy.csv"):
        yield (shared / "logs" / name).read_bytes()


@pytest.mark.slow
@pytest.mark.shared
def test_mutated_real_logs(shared: Path) -> None:
    chance = random.Random(20250303)
    for data in real_logs(shared):
        for _ in range(8):
            outcome(mutated(data, chance))


@pytest.mark.slow
def test_a_file_of_nothing_but_quotes_does_not_hang() -> None:
    outcome(STRONG["2"].splitlines()[0].encode() + b"\n" + b'"\n"' * 50_000)
    outcome(STRONG["2"].splitlines()[0].encode() + b"\n" + b'"' * 500_000)
    outcome(b"[" * 100_000)
    outcome(b'{"format":"eccentric-journal","sessions":' + b"[" * 100_000)
