"""Session load, monotony and strain of each week from the table of sets, for many years at once (LOAD-07, see session_load)."""

from __future__ import annotations

import polars as pl

DAYS = 7
# A spread below this part of the mean is rounding, not a difference between days.
_ALIKE = 1e-9


def weekly_load(sets: pl.DataFrame | pl.LazyFrame) -> pl.DataFrame:
    """Load per week in which there was a session: columns week, load, monotony, strain, sessions, load_known (share).

    As ``session_load.week_loads``: rest days count as 0, null = no session's effort was recorded, or every day was alike.
    """
    sessions = sets.lazy().select("session_id", "day", "session_rpe", "minutes").unique("session_id")
    loads = sessions.with_columns((pl.col("session_rpe") * pl.col("minutes")).alias("load"))
    days = loads.group_by("day").agg(pl.col("load").sum(), pl.len().alias("sessions"), pl.col("load").is_not_null().sum().alias("known"))
    mean = pl.col("load").sum() / DAYS
    spread = ((pl.col("load") ** 2).sum() / DAYS - mean**2).clip(0).sqrt()
    weeks = days.group_by(pl.col("day").dt.truncate("1w").alias("week")).agg(
        pl.when(pl.col("known").sum() > 0).then(pl.col("load").sum()).alias("load"),
        pl.when(pl.col("known").sum() > 0, spread > mean * _ALIKE).then(mean / spread).alias("monotony"),
        pl.col("sessions").sum().cast(pl.Int64),
        (pl.col("known").sum() / pl.col("sessions").sum()).alias("load_known"),
    )
    found = weeks.with_columns((pl.col("load") * pl.col("monotony")).alias("strain"))
    return found.select("week", "load", "monotony", "strain", "sessions", "load_known").sort("week").collect(engine="streaming")
