"""When no week keeps everything: the smallest set of wishes that conflict, in plain words, and what would help."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from eccentric.library.exercise import Exercise
from eccentric.plan import facts
from eccentric.plan.candidates import problem_for
from eccentric.plan.problem import Problem
from eccentric.plan.profile import Profile
from eccentric.plan.programme import Clash, Offer
from eccentric.plan.rules import HARD
from eccentric.plan.rules.base import Rule
from eccentric.plan.solve import solve
from eccentric.plan.verdict import Limits

ABOUT_EXERCISES = {"both-functions", "refuses", "days-allowed", "first-exposures"}
ORDER = [*(rule.id for rule in HARD), "refuses", "equipment"]
FROM_PROFILE = ("refuses", "equipment")
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven")
MORE_MINUTES = tuple(range(5, 125, 5))
ONE_LIMIT, ALL_LIMIT = 0.5, 4.0
"""Deterministic seconds for one question to the solver and for a whole explanation: an answer that isn't proved by then isn't used."""
UNKNOWN: tuple[tuple[Clash, ...], tuple[Offer, ...]] = (
    (
        Clash(
            id="time",
            rule="HYP-08",
            text="no week was found in the time the solver has, though there may be one; try fewer days",
        ),
    ),
    (),
)


@dataclass(slots=True)
class Budget:
    """The solver's time for one explanation, in deterministic seconds; spent by ``possible``."""

    left: float = ALL_LIMIT

    def ask(self, problem: Problem, hard: list[Rule]) -> bool | None:
        """Whether some week satisfies the rules; None when the time ran out before the answer."""
        if self.left <= 0:
            return None
        solution = solve(problem, hard=hard, wishes=(), limit=min(ONE_LIMIT, self.left))
        self.left -= solution.spent
        return {"infeasible": False, "unknown": None}.get(solution.status, True)


@dataclass(frozen=True, slots=True)
class _Case:
    profile: Profile
    exercises: Mapping[str, Exercise]
    limits: Limits
    budget: Budget = field(default_factory=Budget)

    def feasible(self, kept: frozenset[str]) -> bool | None:
        """Whether some week keeps these wishes (hard rules by id, and the profile's "refuses" and "equipment"); None = not known."""
        ignored = frozenset(name for name in FROM_PROFILE if name not in kept)
        problem = problem_for(self.profile, self.exercises, self.limits, ignore=ignored)
        return possible(problem, self.budget, kept)


def possible(problem: Problem, budget: Budget, kept: frozenset[str] | None = None) -> bool | None:
    """Whether some week satisfies the hard rules (those of the given ids only, when given); None = not known in time."""
    if not kept and not {each.function for each in problem.candidates if each.half_sets == 2} >= problem.each_week:
        return kept is not None and bool(problem.candidates)
    rules = [rule for rule in HARD if kept is None or rule.id in kept]
    return budget.ask(problem, rules) if problem.candidates else False


def explain(profile: Profile, exercises: Mapping[str, Exercise], limits: Limits) -> tuple[tuple[Clash, ...], tuple[Offer, ...]]:
    """The smallest set of wishes that can't be kept together (dropping any one frees the rest), and changes that help."""
    case = _Case(profile, exercises, limits)
    core = smallest(case)
    problem = problem_for(profile, exercises, limits)
    if not core:
        return (Clash(id="gates", rule="SAF-05", text="what your gates leave holds no exercise for the hamstrings"),), ()
    clashes = tuple(_clash(name, problem, profile) for name in core)
    return clashes, offers(case, core, problem)


def smallest(case: _Case) -> tuple[str, ...]:
    """Drop wishes one by one while what is left is proved to conflict; what remains conflicts, and no part of it does.

    A wish whose part is not known in time stays: then what remains still conflicts, but may not be the smallest.
    Equipment counts as given, and is named only where the rest is about which exercises there are, not about time or sets.
    """
    names = ["refuses", *(rule.id for rule in reversed(HARD))]
    core = list(names)
    for name in names:
        if case.feasible(frozenset(core) - {name} | {"equipment"}) is False:
            core.remove(name)
    if set(core) <= ABOUT_EXERCISES and case.feasible(frozenset(core)):
        core.append("equipment")
    return tuple(sorted(core, key=ORDER.index))


def offers(case: _Case, core: tuple[str, ...], problem: Problem) -> tuple[Offer, ...]:
    """Single changes that make a programme possible, gentlest first."""
    found: list[Offer] = []
    if "session-time" in core and (minutes := _minutes_needed(problem, case.budget)) is not None:
        found.append(Offer(change=f"days.minutes=+{minutes}", text=f"Add {minutes} minutes to each day."))
    if "weekly-sets" in core and (most := _most_sets(problem, case.budget)) is not None:
        found.append(Offer(change=f"weekly_sets=[{most}, {most}]", text=f"Accept {most} hamstring sets a week."))
    if "refuses" in core and case.feasible(frozenset(ORDER) - {"refuses"}):
        found.append(Offer(change="refuses=[]", text=f"Allow one of: {', '.join(case.profile.refuses).replace('-', ' ')}."))
    if "equipment" in core:
        found.extend(_equipment(case))
    return tuple(found)


def _minutes_needed(problem: Problem, budget: Budget) -> int | None:
    """The fewest minutes to add to each day, in steps of five; None when two hours more don't help."""

    def enough(minutes: int) -> bool:
        longer = tuple(replace(day, seconds=day.seconds + 60 * minutes) for day in problem.days)
        return bool(possible(replace(problem, days=longer), budget))

    return first_true(MORE_MINUTES, enough)


def _most_sets(problem: Problem, budget: Budget) -> int | None:
    """The most weekly sets that fit; None when not even one does."""

    def fits(sets: int) -> bool:
        return bool(possible(replace(problem, band=(2 * sets, max(2 * sets, problem.band[1]))), budget))

    return first_true(tuple(range(problem.band[0] // 2 - 1, 0, -1)), fits)


def first_true(values: tuple[int, ...], holds: Callable[[int], bool]) -> int | None:
    """The first of some values for which a condition holds that, once true, stays true; by halving. None when it never holds."""
    low, high = 0, len(values)
    while low < high:
        middle = (low + high) // 2
        if holds(values[middle]):
            high = middle
        else:
            low = middle + 1
    return values[low] if low < len(values) else None


def _equipment(case: _Case) -> list[Offer]:
    """Up to four pieces of equipment, each enough by itself."""
    names = sorted({name for exercise in case.exercises.values() for name in facts.needs(exercise)})
    found: list[Offer] = []
    for name in names:
        richer = case.profile.model_copy(update={"equipment": [*case.profile.equipment, name]})
        if len(found) < 4 and possible(problem_for(richer, case.exercises, case.limits), case.budget):
            found.append(Offer(change=f"equipment=+{name}", text=f"Get the use of a {name.replace('-', ' ')}."))
    return found


def summary(clashes: tuple[Clash, ...], found: tuple[Offer, ...]) -> str:
    """The conflict in one sentence, with the ways out."""
    texts = [clash.text for clash in clashes]
    ids = {clash.id for clash in clashes}
    if ids == {"session-time", "weekly-sets"}:
        said = f"{texts[0]} can't hold {texts[1]}"
    elif len(texts) == 1:
        said = f"This can't be kept: {texts[0]}"
    else:
        said = f"These can't all be kept: {'; '.join(texts)}"
    ways = " or ".join(offer.text[0].lower() + offer.text[1:].rstrip(".") for offer in found)
    said = said[0].upper() + said[1:]
    return f"{said}: {ways}." if ways else f"{said}."


def _clash(name: str, problem: Problem, profile: Profile) -> Clash:
    low, high = problem.band[0] // 2, problem.band[1] // 2
    minutes = [day.seconds // 60 for day in problem.days]
    count = len(minutes)
    how_long = f"{minutes[0]}-minute" if len(set(minutes)) == 1 else f"{min(minutes)}- to {max(minutes)}-minute"
    has = ", ".join(profile.equipment).replace("-", " ") or "nothing"
    texts = {
        "session-time": ("HYP-08", f"{NUMBERS[count]} {how_long} day{'s' if count > 1 else ''}"),
        "weekly-sets": ("HYP-03", f"{low} to {high} hamstring sets a week"),
        "gap-48-h": ("HYP-08", "hard sessions at least 48 hours apart"),
        "both-functions": ("HYP-02", "a curl and a hip extension in every week"),
        "first-exposures": ("LOAD-08", "new lowering work at least 72 hours apart"),
        "session-cap": ("HYP-08", "at most 10 hamstring sets in a session"),
        "days-allowed": ("HYP-08", "exercises only as often as their pages allow"),
        "refuses": ("HYP-08", f"you refuse {', '.join(profile.refuses).replace('-', ' ') or 'nothing'}"),
        "equipment": ("HYP-02", f"your equipment is {has}"),
    }
    rule, text = texts[name]
    return Clash(id=name, rule=rule, text=text)
