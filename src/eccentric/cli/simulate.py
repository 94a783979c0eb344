"""``eccentric simulate``: the planning loop against simulated people."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rich.console import Console

    from eccentric.plan.simulate_report import SimulationReport


@click.command()
@click.option("--people", default=100, show_default=True, type=click.IntRange(1, 100_000), help="How many people.")
@click.option("--weeks", default=26, show_default=True, type=click.IntRange(4, 104), help="For how many weeks.")
@click.option("--seed", default=1, show_default=True, help="The same seed gives the same people and the same luck.")
@click.option("--json", "to", type=click.Path(allow_dash=True), help="Write the report as JSON; - is standard output.")
def command(people: int, weeks: int, seed: int, to: str | None) -> None:
    """Run the loop on simulated people, with and without adaptation, and print the distributions.

    A model to test the planner with; it predicts nobody.

    \b
    Example:
      eccentric simulate --people 1000 --weeks 26
    """
    from rich.console import Console  # here, with what follows: the solver is slow to load

    from eccentric.journal.store import write_text
    from eccentric.library.read import read_library
    from eccentric.plan.simulate import simulate
    from eccentric.plan.simulate_report import report

    found = report(simulate(read_library().exercises, people=people, weeks=weeks, seed=seed), seed=seed)
    if to:
        write_text(to, found.model_dump_json(indent=1) + "\n")
    if to != "-":
        _show(found, Console())


def _show(found: SimulationReport, console: Console) -> None:
    from rich.table import Table

    from eccentric.plan.simulate_report import QUANTILES

    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for name in ("", *(f"gain {quantile} %" for quantile in QUANTILES), "mean", "flare-ups", "none", "sets a week", "jumps"):
        table.add_column(name, justify="left" if not name else "right")
    for arm in found.arms:
        gains = [f"{value:.1f}" for value in arm.gain_percent]
        none = f"{100 * arm.flares_none_share:.0f} %"
        rest = (f"{arm.gain_mean_percent:.1f}", f"{arm.flares_mean:.2f}", none, f"{arm.weekly_sets:.1f}", str(arm.jumps))
        table.add_row(arm.arm, *gains, *rest)
    console.print(table)
    if found.gain_ratio is not None and found.gain_ratio_interval is not None:
        low, high = found.gain_ratio_interval
        console.print(f"Adapted against printed: gain x {found.gain_ratio:.2f} ({low:.2f} to {high:.2f}), flare-ups x {found.flare_ratio}.")
