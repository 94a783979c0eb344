"""Each week's training in numbers: hard sets for every muscle head, volume load, sets at long length, eccentric seconds.

Works on the table of sets (journal.frames) or a Parquet file of it, lazily, so that a million sets stay fast and small.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import polars as pl

from eccentric.journal.metrics.trust import Source
from eccentric.journal.muscles import share_rows, trains_long

HARD_SETS_SOURCE = Source("HYP-03", "Pelland 2024: direct sets count 1, indirect 0.5", "A")
VOLUME_SOURCE = Source("-", "repetitions times external load, summed; a description, not a target", "C")
LONG_SOURCE = Source("HYP-01", "Maeo 2021: hip-flexed curls; long by the muscle model's mean length over the lowering", "B")
ECCENTRIC_SOURCE = Source("HYP-06", "seen on video, else the tempo seen, else the tempo asked, times repetitions", "C")
# A set farther from failure than this is easy (engineering default around HYP-04); unknown effort counts as hard.
EASIEST_HARD_RIR = 4.0
NEEDED = ("day", "exercise", "kind", "reps", "external_load_kg", "rir", "duration_s", "tempo_asked", "tempo_seen", "eccentric_total_s")
Shares = Callable[[Iterable[str]], list[tuple[str, str, float]]]


def _prepared(sets: pl.DataFrame | pl.LazyFrame) -> pl.LazyFrame:
    """The needed columns with the Monday of the week and whether the set was hard work."""
    worked = (pl.col("kind") != "warm-up") & ((pl.col("reps").fill_null(0) > 0) | (pl.col("duration_s").fill_null(0) > 0))
    return sets.lazy().select(
        pl.col("day").dt.truncate("1w").alias("week"),
        *NEEDED[1:],
        (worked & (pl.col("rir").fill_null(0) <= EASIEST_HARD_RIR)).alias("hard"),
        worked.alias("worked"),
    )


def _eccentric_s() -> pl.Expr:
    """Seconds under the lowering of a set: measured, else by the tempo's first number times the repetitions."""
    lowering = pl.coalesce("tempo_seen", "tempo_asked").str.split("-").list.first().cast(pl.Float64, strict=False)
    return pl.coalesce(pl.col("eccentric_total_s"), lowering * pl.col("reps"))


def _sum_known(values: pl.Expr) -> pl.Expr:
    """The sum of what is known; null, not 0, where nothing is."""
    return pl.when(values.is_not_null().any()).then(values.sum())


def weekly_sets(sets: pl.DataFrame | pl.LazyFrame, shares: Shares = share_rows) -> pl.DataFrame:
    """Hard sets per week and muscle head: columns week, muscle, hard_sets, direct_sets, indirect_sets, rir_known (share)."""
    counted = (
        _prepared(sets)
        .filter(pl.col("hard") & pl.col("exercise").is_not_null())
        .group_by("week", "exercise")
        .agg(pl.len().alias("sets"), pl.col("rir").is_not_null().sum().alias("asked"))
        .collect(engine="streaming")
    )
    rows = shares(counted["exercise"].unique().to_list())
    table = pl.DataFrame(rows, schema={"exercise": pl.String, "muscle": pl.String, "counts": pl.Float64}, orient="row")
    direct = pl.col("counts") >= 1
    return (
        counted.join(table, on="exercise")
        .group_by("week", "muscle")
        .agg(
            (pl.col("sets") * pl.col("counts")).sum().alias("hard_sets"),
            pl.col("sets").filter(direct).sum().cast(pl.Int64).alias("direct_sets"),
            pl.col("sets").filter(~direct).sum().cast(pl.Int64).alias("indirect_sets"),
            (pl.col("asked").sum() / pl.col("sets").sum()).alias("rir_known"),
        )
        .sort("week", "muscle")
    )


def weekly_work(sets: pl.DataFrame | pl.LazyFrame, long: Callable[[str], bool] = trains_long) -> pl.DataFrame:
    """Work per week: columns week, work_sets, hard_sets, volume_load_kg, long_length_sets, eccentric_s, eccentric_measured (share);
    null = nothing was recorded."""
    frame = _prepared(sets).filter("worked")
    names = frame.select(pl.col("exercise").drop_nulls().unique()).collect(engine="streaming")["exercise"].to_list()
    at_length = [name for name in names if long(name)]
    return (
        frame.with_columns(_eccentric_s().alias("eccentric_s"))
        .group_by("week")
        .agg(
            pl.len().cast(pl.Int64).alias("work_sets"),
            pl.col("hard").sum().cast(pl.Int64).alias("hard_sets"),
            _sum_known(pl.col("reps") * pl.col("external_load_kg")).alias("volume_load_kg"),
            (pl.col("hard") & pl.col("exercise").is_in(at_length).fill_null(False)).sum().cast(pl.Int64).alias("long_length_sets"),
            _sum_known(pl.col("eccentric_s")).alias("eccentric_s"),
            pl.col("eccentric_total_s").is_not_null().mean().alias("eccentric_measured"),
        )
        .sort("week")
        .collect(engine="streaming")
    )


def weekly_volume_by_exercise(sets: pl.DataFrame | pl.LazyFrame) -> pl.DataFrame:
    """Volume load per week and exercise: columns week, exercise, work_sets, volume_load_kg (external load only)."""
    return (
        _prepared(sets)
        .filter("worked")
        .group_by("week", "exercise")
        .agg(
            pl.len().cast(pl.Int64).alias("work_sets"),
            _sum_known(pl.col("reps") * pl.col("external_load_kg")).alias("volume_load_kg"),
        )
        .sort("week", "exercise")
        .collect(engine="streaming")
    )
