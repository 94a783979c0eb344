"""From a person, a library and the gates' limits to the solver's problem."""

from __future__ import annotations

from collections.abc import Mapping

from eccentric.library.exercise import Exercise
from eccentric.plan import facts
from eccentric.plan.dose import dose_for, set_seconds
from eccentric.plan.facts import Function
from eccentric.plan.pain import worn_knees
from eccentric.plan.problem import Candidate, Override, Problem, TrainingDay
from eccentric.plan.profile import WEEKDAYS, Profile
from eccentric.plan.verdict import Limits, Trait
from eccentric.terms.body import Muscle

BANDS = {"novice": (4, 6), "intermediate": (8, 12), "advanced": (12, 20)}
"""HYP-03: weekly hamstring sets, direct 1 and indirect 0.5, by experience."""
LEAST_SETS = 4
LEVELS, EXPERIENCES = ("beginner", "intermediate", "advanced"), ("novice", "intermediate", "advanced")
SPRINTING = ("match", "sprint")
RECOVERING = ("return", "less-pain")
HELD = 4
"""What a hold lacks where nothing has to heal: it works at one length and has no lowering (engineering default)."""


def problem_for(
    profile: Profile,
    exercises: Mapping[str, Exercise],
    limits: Limits,
    *,
    ignore: frozenset[str] = frozenset(),
) -> Problem:
    """Build the problem. ``ignore`` drops wishes of the person ("refuses", "equipment") to find out which ones conflict."""
    left_out: dict[str, str] = {}
    chosen: list[Candidate] = []
    for exercise in sorted(exercises.values(), key=lambda each: each.id):
        reason = why_not(profile, exercise, limits, ignore)
        candidate = None if reason else _candidate(profile, exercise)
        if candidate is None:
            left_out[exercise.id] = reason or "its page gives no dose"
        else:
            chosen.append(candidate)
    band = band_for(profile)
    each_week, overrides = _functions(chosen, left_out, exercises)
    return Problem(
        candidates=tuple(chosen),
        days=training_days(profile),
        band=(2 * band[0], 2 * band[1]),
        aim=_aim(profile, band),
        each_week=each_week,
        sessions_aim=min(2, len(profile.days)),
        seated_main=_seated_main(profile, chosen),
        nordic_wanted=_nordic_wanted(profile, chosen),
        weak_function=Function(profile.weak_function) if profile.weak_function else None,
        weak_side=profile.weak_side is not None and any(_single(each) for each in chosen),
        quads_wanted=_quads_wanted(profile) and any(each.function is Function.QUADS for each in chosen),
        overrides=tuple(overrides),
        left_out=left_out,
    )


def why_not(profile: Profile, exercise: Exercise, limits: Limits, ignore: frozenset[str] = frozenset()) -> str | None:
    """Why an exercise can't be chosen, with the rule's id, or None when it can."""
    if not facts.trainable(exercise):
        return "not strength work"
    if reason := barred(exercise, limits):
        return reason
    if exercise.id in profile.refuses and "refuses" not in ignore:
        return "you refuse it"
    missing = facts.needs(exercise) - {facts.singular(name) for name in profile.equipment}
    if missing and "equipment" not in ignore:
        return f"needs {', '.join(sorted(missing)).replace('-', ' ')}"
    if profile.experience == "novice" and exercise.classification.level == "advanced":
        return "for advanced lifters"
    if facts.half_sets(exercise) == 0 and facts.function(exercise) is not Function.QUADS:
        return "doesn't train the hamstrings"
    return None


def barred(exercise: Exercise, limits: Limits) -> str | None:
    """Why safety rules an exercise out, with the rule's id, or None."""
    forbidden = facts.traits(exercise) & limits.forbids
    if forbidden:
        return f"a gate forbids {', '.join(sorted(trait.value.replace('-', ' ') for trait in forbidden))} for now"
    for avoid in exercise.avoid_if:
        if avoid.condition in limits.conditions:
            return f"{avoid.rule or 'its page'}: {avoid.condition.replace('-', ' ')}; until then: {avoid.until}"
    if limits.beginner_only and exercise.classification.level != "beginner":
        return "PAIN-02: beginner exercises only for now"
    return None


def band_for(profile: Profile) -> tuple[int, int]:
    """Weekly hamstring sets that HYP-03 allows: the person's own wish inside 4 to 20, else by experience and goal."""
    if profile.weekly_sets is not None:
        low, high = profile.weekly_sets
        return max(1, low), min(20, high)
    low, high = BANDS[profile.experience]
    return (low, high) if profile.goal in ("size", "strength") else (LEAST_SETS, high)


def training_days(profile: Profile) -> tuple[TrainingDay, ...]:
    """The profile's days, with what sport does on and after each of them."""
    matches = {WEEKDAYS.index(entry.weekday) for entry in profile.sport if entry.kind == "match"}
    sprints = {WEEKDAYS.index(entry.weekday) for entry in profile.sport if entry.kind in SPRINTING}
    days = []
    for day in profile.days:
        number = WEEKDAYS.index(day.weekday)
        days.append(TrainingDay(number, day.weekday, day.minutes * 60, (number + 1) % 7 in matches, number in sprints))
    return tuple(days)


def _candidate(profile: Profile, exercise: Exercise) -> Candidate | None:
    found = dose_for(exercise, profile.goal)
    if found is None:
        return None
    dose, fits = found
    known = {load.exercise for load in profile.loads} | set(profile.familiar)
    least = 1 if profile.experience == "novice" or profile.goal in RECOVERING else 2
    half, stimulus = facts.half_sets(exercise), facts.stimulus(exercise)
    return Candidate(
        exercise=exercise,
        dose=dose,
        fits_goal=fits,
        function=facts.function(exercise),
        half_sets=half,
        length=facts.length(exercise),
        stimulus=stimulus,
        lack=_lack(exercise, stimulus) + (HELD if facts.isometric(exercise) and profile.goal not in RECOVERING else 0),
        traits=facts.traits(exercise),
        sets=(min(least, dose.sets[1]), dose.sets[1]),
        set_s=set_seconds(exercise, dose),
        exposure=facts.exposure(exercise) and exercise.id not in known,
        familiar=exercise.id in known,
        liked=exercise.id in profile.likes,
        light=_light(profile, exercise),
        hard=LEVELS.index(exercise.classification.level) > EXPERIENCES.index(profile.experience),
    )


def _aim(profile: Profile, band: tuple[int, int]) -> int:
    """Half sets to aim at, even as direct sets are: two thirds up the band for size, half for strength, a third for the rest."""
    low, high = 2 * band[0], 2 * band[1]
    share = {"size": 2 / 3, "strength": 1 / 2}.get(profile.goal, 1 / 3)
    return low + 2 * round((high - low) * share / 2)


def _functions(
    chosen: list[Candidate], left_out: dict[str, str], exercises: Mapping[str, Exercise]
) -> tuple[frozenset[Function], list[Override]]:
    """HYP-02's two functions, less those that safety closes altogether; each closing is a named override."""
    wanted = {Function.KNEE, Function.HIP}
    overrides: list[Override] = []
    for function in (Function.KNEE, Function.HIP):
        if any(each.function is function and each.half_sets == 2 for each in chosen):
            continue
        closed = [left_out[name] for name in left_out if facts.function(exercises[name]) is function]
        gates = [reason for reason in closed if reason.startswith(("a gate", "SAF", "PAIN", "REH"))]
        if gates and len(gates) >= max(1, len(closed) // 2):
            wanted.discard(function)
            by = next((reason.split(":")[0] for reason in gates if ":" in reason), "your gates")
            overrides.append(Override("HYP-02", by, f"No {function.value} work for now: {gates[0].split(';')[0]}."))
    return frozenset(wanted), overrides


def _seated_main(profile: Profile, chosen: list[Candidate]) -> bool:
    curls = [each for each in chosen if facts.is_curl(each.exercise)]
    seated = [each for each in curls if facts.is_seated_curl(each.exercise)]
    return profile.goal == "size" and bool(seated) and len(curls) > len(seated)


def _nordic_wanted(profile: Profile, chosen: list[Candidate]) -> bool:
    sprints = profile.goal == "fewer-strains" or any(entry.kind in SPRINTING for entry in profile.sport)
    return sprints and any(Trait.ECCENTRIC in each.traits for each in chosen)


def _quads_wanted(profile: Profile) -> bool:
    """REH-07: for worn knees whatever the goal, and where the whole leg is the goal."""
    return worn_knees(profile) or profile.goal in ("size", "strength", "general")


def _single(candidate: Candidate) -> bool:
    return candidate.half_sets == 2 and candidate.exercise.classification.sides == "single"


def _light(profile: Profile, exercise: Exercise) -> bool:
    """Whether the exercise can't be made heavier step by step, for someone who isn't recovering."""
    kind = exercise.movement.load.kind
    weightless = kind in ("limb", "none", "band", "partner") or facts.isometric(exercise)
    weightless |= kind == "body-weight" and facts.function(exercise) is Function.QUADS
    return weightless and profile.goal not in RECOVERING


def _lack(exercise: Exercise, stimulus: dict[Muscle, int]) -> int:
    """How far the two heads that an exercise should train most are from a full stimulus, 0 to 4; the short head counts for knees only."""
    hip = facts.function(exercise) is Function.HIP
    best = sorted((value for muscle, value in stimulus.items() if not (hip and muscle is Muscle.BFSH)), reverse=True)[:2]
    return round((20 - sum(best)) / 5) if facts.half_sets(exercise) else 0
