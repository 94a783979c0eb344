"""How long a programme and a next session take, how much memory, whether solver and verifier agree, and the simulated loop."""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
import time
import warnings

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tests.plan.anyone import EQUIPMENT, EXERCISES, PROFILES
from tests.plan.people import TODAY, person
from tests.plan.test_any_profile import answered

from bench.measured import Measured, Result
from eccentric.plan.history import DoneSession, DoneSet, History
from eccentric.plan.make import plan
from eccentric.plan.next_session import next_session
from eccentric.plan.simulate import simulate
from eccentric.plan.simulate_report import SimulationReport, report

DAYS = [{"weekday": day, "minutes": 60} for day in ("mon", "tue", "thu", "sat")]
WHO = [(level, goal) for level in ("novice", "intermediate", "advanced") for goal in ("size", "strength", "fewer-strains", "general")]
RANDOM_PEOPLE, SIMULATED, PASSES = 200, 90, 20
MEMORY = """
import json, resource
from tests.plan.anyone import EQUIPMENT, EXERCISES
from tests.plan.people import TODAY, person
from eccentric.plan.make import plan
days = [{"weekday": day, "minutes": 60} for day in ("mon", "tue", "thu", "sat")]
plan(person(experience="advanced", equipment=EQUIPMENT, days=days), EXERCISES, start=TODAY, weeks=12)
print(json.dumps(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024))
"""


def programmes() -> tuple[float, int, int]:
    """Slowest programme in CPU seconds over levels and goals (12 weeks, 4 days), how many were optimal, and candidates at most."""
    slowest, optimal, most = 0.0, 0, 0
    for level, goal in WHO:
        profile = person(experience=level, goal=goal, equipment=EQUIPMENT, days=DAYS)
        began = time.process_time()
        programme = plan(profile, EXERCISES, start=TODAY, weeks=12)
        slowest = max(slowest, time.process_time() - began)
        optimal += programme.status == "optimal"
        most = max(most, len(EXERCISES) - len(programme.left_out))
    return slowest, optimal, most


def next_ms() -> float:
    """Milliseconds of the next session after a year of records: the median of some passes."""
    names = ("romanian-deadlift", "seated-leg-curl")
    profile = person(likes=list(names))
    programme = plan(profile, EXERCISES, start=TODAY, weeks=8)
    sets = tuple(DoneSet(name, 10, 50.0, 2) for name in names for _ in range(3))
    history = History(tuple(DoneSession(TODAY - dt.timedelta(days=day), sets) for day in range(3, 364, 3)))
    times = []
    for _ in range(PASSES):
        began = time.perf_counter()
        next_session(profile, programme, history, EXERCISES, today=TODAY)
        times.append(1000 * (time.perf_counter() - began))
    return sorted(times)[PASSES // 2]


def anyone(people: int) -> tuple[int, str]:
    """Random profiles that crashed or broke a rule, and how the others ended."""
    ends: dict[str, int] = {}
    broken = 0

    @settings(max_examples=people, deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.generate], database=None)
    @given(PROFILES, st.integers(4, 16))
    def each(values: dict[str, object], weeks: int) -> None:
        nonlocal broken
        try:
            end = answered(values, weeks)
        except Exception:
            broken += 1
            return
        ends[end] = ends.get(end, 0) + 1

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        each()
    return broken, ", ".join(f"{count} {end}" for end, count in sorted(ends.items()))


def simulated(people: int) -> SimulationReport:
    """The loop against simulated people over 26 weeks."""
    return report(simulate(EXERCISES, people=people, weeks=26, seed=1), seed=1)


def measure() -> Result:
    """Everything; the 10,000 profiles and 1,000 people of the targets are run with ``python -m bench.plan 10000 1000``."""
    slowest, optimal, most = programmes()
    done = subprocess.run([sys.executable, "-c", MEMORY], capture_output=True, text=True, check=True)
    broken, ends = anyone(RANDOM_PEOPLE)
    found = simulated(SIMULATED)
    adapted = found.arms[0]
    rows = (
        Measured("slowest programme, 4 days, 12 weeks (CPU)", slowest, "s", target=2.0, note=f"{most} exercises to choose from"),
        Measured("programmes proved optimal, of 12", optimal, target=12, sense="at least"),
        Measured("memory of a programme", json.loads(done.stdout), "MB", target=200),
        Measured("next session after a year", next_ms(), "ms", target=10),
        Measured("random profiles that crash or break a rule", broken, target=0, note=f"of {RANDOM_PEOPLE}: {ends}"),
        Measured("simulated gain, adapted over printed", found.gain_ratio, target=1.10, sense="at least", note=f"{SIMULATED} people"),
        Measured("simulated flare-ups, adapted over printed", found.flare_ratio, target=0.5),
        Measured("simulated load jumps over 10 % or a step", adapted.jumps, target=0),
    )
    return Result(rows, _details(found))


def _details(found: SimulationReport) -> str:
    head = "| arm | gain % at 5, 25, 50, 75, 95 | mean | flare-ups a person | without any | sets a week | jumps |\n"
    head += "| --- | --- | --- | --- | --- | --- | --- |\n"
    lines = [
        f"| {arm.arm} | {', '.join(f'{value:.1f}' for value in arm.gain_percent)} | {arm.gain_mean_percent:.1f} | {arm.flares_mean:.2f} "
        f"| {100 * arm.flares_none_share:.0f} % | {arm.weekly_sets:.1f} | {arm.jumps} |"
        for arm in found.arms
    ]
    return head + "\n".join(lines) + "\n"


if __name__ == "__main__":
    profiles, people = (int(word) for word in sys.argv[1:3])
    print(anyone(profiles))
    print(simulated(people).model_dump_json(indent=1))
