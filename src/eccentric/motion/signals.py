"""The signals of a set, one row for each frame, as CSV or Parquet."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from eccentric.motion.watched import Signals, WatchedSet
from eccentric.terms.errors import bad_input

if TYPE_CHECKING:
    import polars as pl

ENDINGS = (".csv", ".parquet")


def signal_table(signals: Signals) -> pl.DataFrame:
    """Return the table: ``time_s``, one column for each joint angle (degrees), ``visibility_...`` (0..1) and ``rep``.

    Missing values are null. ``rep`` is the repetition's index and null between repetitions.
    """
    import polars as pl

    columns: dict[str, pl.Series] = {"time_s": pl.Series(np.round(signals.time_s, 6), dtype=pl.Float64)}
    for name, angle in signals.angles.items():
        columns[name] = _measured(angle, 3)
    for name, seen in signals.visibility.items():
        columns[name if name.startswith("visibility") else f"visibility_{name}"] = _measured(seen, 4)
    rep = np.nan_to_num(signals.rep, nan=0.0).astype(np.int64)
    columns["rep"] = pl.Series([int(index) or None for index in rep], dtype=pl.Int64)
    return pl.DataFrame(columns)


def check_ending(path: Path) -> None:
    """Raise BadInput unless the path ends in .csv or .parquet."""
    if path.suffix.lower() not in ENDINGS:
        raise bad_input("--signals", "a file that ends in .csv or .parquet", repr(path.name))


def signal_bytes(watched: WatchedSet, ending: str) -> bytes:
    """Return the signals as the bytes of a ``.csv`` or ``.parquet`` file."""
    table = signal_table(watched.signals)
    buffer = io.BytesIO()
    if ending.lower() == ".csv":
        table.write_csv(buffer)
    else:
        table.write_parquet(buffer)
    return buffer.getvalue()


def _measured(values: np.ndarray[tuple[int, ...], np.dtype[np.float64]], digits: int) -> pl.Series:
    import polars as pl

    return pl.Series(np.round(values, digits), dtype=pl.Float64).fill_nan(None)
