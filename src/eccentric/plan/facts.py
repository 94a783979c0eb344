"""What the planner reads off an exercise page, from its schema fields alone."""

from __future__ import annotations

from enum import StrEnum

from eccentric.anatomy.profile import summary
from eccentric.library.exercise import Exercise
from eccentric.plan.verdict import Trait
from eccentric.terms.body import HAMSTRINGS, Muscle

ALWAYS_THERE = frozenset({"none", "body-weight", "mat", "floor", "wall", "chair", "table", "towel", "step", "cushion", "bed"})
"""Equipment that every home has (engineering default)."""

ROLES = {"main": 1.0, "helps": 0.5, "steadies": 0.1}
FULL_TENSION = 0.5
"""Mean tension over a lowering that counts as a full stimulus (engineering default)."""
SAME = {
    **dict.fromkeys(("band", "mini-band", "loop-band", "elastic-band"), "resistance-band"),
    **dict.fromkeys(("nordic-bench", "nordic-strap"), "nordic-anchor"),
    **dict.fromkeys(("exercise-ball", "gym-ball", "stability-ball", "physio-ball"), "swiss-ball"),
    **dict.fromkeys(("rack", "power-rack", "half-rack"), "squat-rack"),
    **dict.fromkeys(("cable-machine", "cable-tower", "pulley"), "cable"),
    **dict.fromkeys(("ghd", "ghr", "glute-ham-bench", "ghd-bench"), "ghr-bench"),
    **dict.fromkeys(("trx", "suspension-straps"), "suspension-trainer"),
    **{name: f"{name}-machine" for name in ("lying-leg-curl", "seated-leg-curl", "standing-leg-curl", "kneeling-leg-curl")},
    **{name: f"{name}-machine" for name in ("leg-press", "leg-extension", "reverse-hyper")},
}
"""Names that people use for the library's equipment."""


class Function(StrEnum):
    """What an exercise does for a hamstring programme."""

    KNEE = "knee-flexion"
    HIP = "hip-extension"
    QUADS = "quads"
    OTHER = "other"


class Length(StrEnum):
    """The length at which the hamstrings work hardest or reach."""

    LONG = "long"
    MID = "mid"
    SHORT = "short"


def trainable(exercise: Exercise) -> bool:
    """Whether a programme of strength work may choose it: tests, warm-ups, stretches and sprints are not chosen by the solver."""
    kind = exercise.classification
    return kind.category in ("strength", "isometric") and kind.pattern not in ("test", "warm-up", "sprint-drill", "lengthening")


def half_sets(exercise: Exercise) -> int:
    """How many half sets one set counts for the hamstrings (HYP-03): 2 direct, 1 indirect, 0 none."""
    kind = exercise.classification
    roles = {exercise.muscles.get(muscle) for muscle in HAMSTRINGS}
    if kind.pattern in ("squat", "knee-extension", "calf-raise"):
        return 1 if kind.pattern == "squat" and "hamstrings" in kind.secondary else 0
    if kind.target == "hamstrings" or ("main" in roles and kind.pattern in ("hip-hinge", "knee-flexion", "nordic")):
        return 2
    return 1 if "hamstrings" in kind.secondary or roles & {"main", "helps"} else 0


def function(exercise: Exercise) -> Function:
    """Knee flexion, hip extension, quadriceps, or something else."""
    kind = exercise.classification
    if kind.pattern in ("squat", "knee-extension"):
        return Function.QUADS
    if half_sets(exercise) == 0:
        return Function.OTHER
    if kind.pattern in ("knee-flexion", "nordic"):
        return Function.KNEE
    if kind.pattern == "hip-hinge":
        return Function.HIP
    if isometric(exercise):  # nothing moves: the short head, which crosses the knee alone, tells a held curl from a held bridge
        return Function.KNEE if exercise.muscles.get(Muscle.BFSH) == "main" else Function.HIP
    return Function.KNEE if exercise.movement.driver == "knee_flexion" else Function.HIP


def length(exercise: Exercise) -> Length:
    """Long, mid or short, from the muscle model's length of the biceps femoris over the lowering."""
    return Length(summary(exercise).length_class)


def stimulus(exercise: Exercise) -> dict[Muscle, int]:
    """Stimulus of one set for each hamstring head, 0 to 10: half from the page's roles, half from the muscle model's tension.

    Half and half is an engineering default: the model and the growth seen in trials don't always agree.
    """
    if half_sets(exercise) == 0:
        return dict.fromkeys(HAMSTRINGS, 0)
    seen = summary(exercise)
    found = {}
    for muscle in HAMSTRINGS:
        role = ROLES.get(exercise.muscles.get(muscle, ""), 0.0)
        model = min(1.0, seen.stimulus.get(muscle, 0.0) / FULL_TENSION)
        found[muscle] = round(5 * role + 5 * model)
    return found


def exposure(exercise: Exercise) -> bool:
    """Whether the exercise is eccentric work that makes a beginner sore (LOAD-08): Nordics, glute-ham raises, lengthening drills."""
    return exercise.classification.pattern in ("nordic", "lengthening")


def traits(exercise: Exercise) -> frozenset[Trait]:
    """What a gate may forbid in this exercise."""
    kind, move = exercise.classification, exercise.movement
    direct = half_sets(exercise) == 2
    nordic = kind.pattern == "nordic" and kind.level != "beginner"
    found = {
        Trait.CURL: kind.pattern == "knee-flexion" and move.load.kind != "none",
        Trait.HINGE: kind.pattern == "hip-hinge",
        Trait.NORDIC: nordic,
        Trait.UNAIDED: nordic and move.load.kind != "band",
        Trait.ECCENTRIC: kind.pattern in ("nordic", "lengthening"),
        Trait.LONG: direct and length(exercise) is Length.LONG and kind.category != "isometric",
        Trait.HIP_FLEXED: direct and max(move.hip_flexion_deg) >= 60,
        Trait.SPRINT: kind.pattern == "sprint-drill",
        Trait.POWER: kind.category == "power",
    }
    return frozenset(trait for trait, has in found.items() if has)


def isometric(exercise: Exercise) -> bool:
    """Whether the exercise is held rather than repeated."""
    return exercise.classification.category == "isometric" or exercise.classification.pattern == "isometric"


def failure_safe(exercise: Exercise) -> bool:
    """HYP-04: failure is safe on machines and bands only."""
    return exercise.movement.load.kind in ("machine", "band", "cable") and function(exercise) is Function.KNEE


def is_curl(exercise: Exercise) -> bool:
    """Whether the exercise counts as a curl in HYP-01's share."""
    return exercise.classification.pattern == "knee-flexion" and exercise.movement.load.kind in ("machine", "cable")


def is_seated_curl(exercise: Exercise) -> bool:
    """Whether the exercise is a hip-flexed curl (HYP-01)."""
    return is_curl(exercise) and exercise.movement.posture == "seated"


def needs(exercise: Exercise) -> frozenset[str]:
    """The equipment that a person must have for it."""
    return frozenset(singular(name) for name in exercise.classification.equipment) - ALWAYS_THERE


def singular(name: str) -> str:
    """One name for one thing: ``dumbbells`` is ``dumbbell``, ``band`` is ``resistance-band``."""
    one = name.removesuffix("s") if name.endswith(("bells", "bands", "sliders", "weights", "plates", "straps", "rings")) else name
    return SAME.get(one, one)
