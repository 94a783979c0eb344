"""How long an import of 7,211 rows takes, and the weekly metrics of a million sets with the memory that they need."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path
from statistics import median

import numpy as np
import polars as pl

from bench.command import PROGRAM
from bench.measured import Measured, Result
from eccentric.journal.formats.hevy_out import COLUMNS
from eccentric.journal.frames import SET_COLUMNS

ROWS, SETS, SETS_A_SESSION, PASSES = 7_211, 1_000_000, 25, 5
EXERCISES = ("seated-leg-curl", "lying-leg-curl", "romanian-deadlift", "nordic-curl", "glute-ham-raise", None)
REAL_LOG = Path(__file__).resolve().parents[2] / "shared/logs/hevy/sample_hevy.csv"
WEEKLY = """
import json, resource, sys, time
began = time.perf_counter()
import polars as pl
from eccentric.journal.metrics.weekly import weekly_sets, weekly_work
from eccentric.journal.metrics.weekly_load import weekly_load
loaded = time.perf_counter()
sets = pl.scan_parquet(sys.argv[1])
tables = [weekly_sets(sets), weekly_work(sets), weekly_load(sets)]
done = time.perf_counter()
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({"metrics_s": done - loaded, "all_s": done - began, "peak_mb": peak, "weeks": tables[1].height}))
"""


def hevy_log(path: Path, rows: int = ROWS) -> None:
    """A Hevy log of our own making: sessions of about twenty sets, every third day."""
    lines = [",".join(f'"{name}"' for name in COLUMNS)]
    for row in range(rows):
        day = date(2020, 1, 1) + timedelta(days=row // 21 * 3)
        when = f'"{day.day} {day:%b} {day.year}, 07:30","{day.day} {day:%b} {day.year}, 08:45"'
        name = ("Seated Leg Curl (Machine)", "Bench Press (Barbell)", "Romanian Deadlift (Barbell)")[row % 21 // 7]
        lines.append(f'"Legs {row // 21}",{when},"","{name}",,"",{row % 7},"normal",{20 + row % 40},{6 + row % 9},,0,{7 + row % 4}')
    path.write_text("\n".join(lines), encoding="utf-8")


def million_sets(path: Path, count: int = SETS) -> None:
    """A Parquet table of sets over ten years: 25 to a session, a tenth warm-ups, a third without effort."""
    chance = np.random.default_rng(1)
    session = np.arange(count) // SETS_A_SESSION
    days = np.datetime64("2015-01-05") + (session * 3652 // max(count // SETS_A_SESSION, 1))
    unknown = float("nan")
    columns = {
        "session_id": pl.Series(session).cast(pl.String),
        "day": pl.Series(days.astype("datetime64[D]")),
        "minutes": pl.Series(np.where(session % 7 == 0, unknown, 60.0)).fill_nan(None),
        "session_rpe": pl.Series(session % 8 + 1),
        "exercise": pl.Series(EXERCISES).gather(chance.integers(0, len(EXERCISES), count)),
        "kind": pl.Series(("normal", "warm-up")).gather((chance.random(count) < 0.1).astype(int)),
        "reps": pl.Series(chance.integers(4, 15, count)),
        "external_load_kg": pl.Series(chance.integers(10, 90, count)),
        "rir": pl.Series(np.where(chance.random(count) < 1 / 3, unknown, chance.integers(0, 6, count))).fill_nan(None),
        "tempo_asked": pl.Series(("3-0-1-0", None)).gather((chance.random(count) < 0.5).astype(int)),
        "set_id": pl.Series(np.arange(count)).cast(pl.String),
    }
    frame = pl.DataFrame(columns)
    missing = [pl.lit(None).alias(name) for name in SET_COLUMNS if name not in frame.columns]
    frame.with_columns(missing).select(pl.col(name).cast(kind) for name, kind in SET_COLUMNS.items()).write_parquet(path)


def import_seconds(log: Path, folder: Path) -> tuple[float, float, dict[str, object]]:
    """The whole command, from the shell's point of view: medians of clock and processor seconds, and the summary."""
    taken, processor, summary = [], [], {}
    for number in range(PASSES):
        began, used = time.perf_counter(), processor_seconds()
        command = [PROGRAM, "import", str(log), "--journal", str(folder / f"{log.stem}-{number}.json"), "--json", "-"]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        taken.append(time.perf_counter() - began)
        processor.append(processor_seconds() - used)
        summary = json.loads(done.stdout)
    return median(taken), median(processor), summary


def processor_seconds() -> float:
    """Seconds of the processor that child processes have used so far; what other programs take is not in it."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def measure() -> Result:
    """Seconds of an import, and seconds and megabytes of a million sets in a process of their own."""
    rows = []
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        made = folder / "made.csv"
        hevy_log(made)
        for log, name in ((made, "made log"), (REAL_LOG, "real log beside the checkout")):
            if not log.is_file():
                rows.append(Measured(f"eccentric import, {name}", None, "s", target=1.0, note="it is not there"))
                continue
            seconds, processor, summary = import_seconds(log, folder)
            skipped = summary["skipped"]
            note = f"{summary['rows']} rows = {summary['sets']} sets + {len(skipped) if isinstance(skipped, list) else 0} skipped"
            rows.append(Measured(f"eccentric import of a Hevy log, whole command, {name}", seconds, "s", target=1.0, note=note))
            rows.append(Measured(f"the same, processor time, {name}", processor, "s"))
        table = folder / "sets.parquet"
        million_sets(table)
        done = subprocess.run([sys.executable, "-c", WEEKLY, str(table)], capture_output=True, text=True, check=True)
    found = json.loads(done.stdout)
    note = f"{SETS:,} sets, {found['weeks']} weeks"
    rows += [
        Measured("weekly metrics from Parquet", found["metrics_s"], "s", target=2.0, note=note),
        Measured("weekly metrics from Parquet, with the start of Python", found["all_s"], "s", target=2.0, note=note),
        Measured("weekly metrics from Parquet, peak memory of the process", found["peak_mb"], "MB", target=500.0, note=note),
    ]
    return Result(tuple(rows))
