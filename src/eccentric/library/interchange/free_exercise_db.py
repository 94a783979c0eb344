"""free-exercise-db JSON (github.com/yuhonas/free-exercise-db, public domain): field names and word lists of its schema.json."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from eccentric.library.exercise import Exercise
from eccentric.library.interchange.draft import Draft, secondary_of, slug, target_of
from eccentric.library.read import Library
from eccentric.library.toml_out import Value
from eccentric.terms.body import Muscle

FreeMuscle = Literal[
    "abdominals", "abductors", "adductors", "biceps", "calves", "chest", "forearms", "glutes", "hamstrings", "lats", "lower back",
    "middle back", "neck", "quadriceps", "shoulders", "traps", "triceps",
]  # fmt: skip
FreeEquipment = Literal[
    "medicine ball", "dumbbell", "body only", "bands", "kettlebells", "foam roll", "cable", "machine", "barbell", "exercise ball",
    "e-z curl bar", "other",
]  # fmt: skip


class FreeExercise(BaseModel):
    """One exercise as free-exercise-db writes it; keys that we do not know are ignored."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    id: str | None = Field(default=None, pattern=r"^[0-9a-zA-Z_-]+$")
    name: str = Field(min_length=1)
    force: Literal["static", "pull", "push"] | None = None
    level: Literal["beginner", "intermediate", "expert"]
    mechanic: Literal["isolation", "compound"] | None = None
    equipment: FreeEquipment | None = None
    primaryMuscles: list[FreeMuscle]  # noqa: N815 (their spelling)
    secondaryMuscles: list[FreeMuscle] = []  # noqa: N815 (their spelling)
    instructions: list[str] = []
    category: Literal["powerlifting", "strength", "stretching", "cardio", "olympic weightlifting", "strongman", "plyometrics"]
    images: list[str] = []


FREE_FILE = TypeAdapter(list[FreeExercise])

_LOAD_EQUIPMENT: dict[str, FreeEquipment] = {
    "machine": "machine",
    "cable": "cable",
    "band": "bands",
    "limb": "body only",
    "body-weight": "body only",
    "barbell": "barbell",
    "dumbbell": "dumbbell",
    "kettlebell": "kettlebells",
    "partner": "body only",
    "none": "body only",
}
_MUSCLES: dict[Muscle, FreeMuscle] = {
    Muscle.BFLH: "hamstrings",
    Muscle.BFSH: "hamstrings",
    Muscle.SEMITEN: "hamstrings",
    Muscle.SEMIMEM: "hamstrings",
    Muscle.GASMED: "calves",
    Muscle.GASLAT: "calves",
    Muscle.SOLEUS: "calves",
    Muscle.GLMAX: "glutes",
    Muscle.GRAC: "adductors",
    Muscle.ADDMAG: "adductors",
    Muscle.RECFEM: "quadriceps",
    Muscle.VASTI: "quadriceps",
    Muscle.ERECTOR: "lower back",
}
_EQUIPMENT: dict[str | None, list[Value]] = {
    None: [],
    "body only": [],
    "bands": ["resistance-band"],
    "kettlebells": ["kettlebell"],
    "exercise ball": ["swiss-ball"],
    "e-z curl bar": ["barbell"],
}
_LOADS = {"bands": "band", "kettlebells": "kettlebell", "body only": "body-weight", "e-z curl bar": "barbell"}
_OUR_LOADS = {"machine", "cable", "barbell", "dumbbell"}


def free_exercise(page: Exercise) -> FreeExercise:
    """A page as free-exercise-db would write it; what has no place there (doses, mistakes, evidence) is left out."""
    kind = page.classification
    main = dict.fromkeys(_MUSCLES[muscle] for muscle, role in page.muscles.items() if role == "main" and muscle in _MUSCLES)
    helps = dict.fromkeys(_MUSCLES[muscle] for muscle, role in page.muscles.items() if role == "helps" and muscle in _MUSCLES)
    ball = any("ball" in thing for thing in kind.equipment)
    return FreeExercise(
        id="_".join(word.capitalize() for word in page.id.split("-")),
        name=page.name,
        force="static"
        if page.movement.driver == "none"
        else "push"
        if kind.pattern in ("squat", "knee-extension", "calf-raise")
        else "pull",
        level="expert" if kind.level == "advanced" else kind.level,
        mechanic=kind.mechanics,
        equipment="exercise ball" if ball else _LOAD_EQUIPMENT[page.movement.load.kind],
        primaryMuscles=list(main),
        secondaryMuscles=[muscle for muscle in helps if muscle not in main],
        instructions=[*page.how.setup, *page.how.steps],
        category="stretching" if kind.category == "mobility" else "plyometrics" if kind.category in ("power", "sprint") else "strength",
    )


def write_free(library: Library) -> str:
    """The whole library as one free-exercise-db JSON list."""
    return FREE_FILE.dump_json([free_exercise(page) for page in library.exercises.values()], indent=2).decode()


def draft_of_free(row: FreeExercise) -> Draft:
    """A draft page from a row."""
    target = target_of(row.primaryMuscles)
    kind: dict[str, Value] = {"equipment": _EQUIPMENT.get(row.equipment, [slug(row.equipment or "other")])}
    if target is not None:
        kind |= {"body_part": "back" if target == "lower-back" else "legs", "target": target}
    kind["secondary"] = [muscle for muscle in secondary_of([*row.primaryMuscles, *row.secondaryMuscles]) if muscle != target]
    kind["category"] = {"stretching": "mobility", "plyometrics": "power"}.get(row.category, "strength")
    kind |= {"mechanics": row.mechanic} if row.mechanic else {}
    kind["level"] = "advanced" if row.level == "expert" else row.level
    table: dict[str, Value] = {"name": row.name, "also_called": [], "classification": kind}
    if row.instructions:
        table["how"] = {"steps": list(row.instructions)}
    load = _LOADS.get(row.equipment or "", row.equipment if row.equipment in _OUR_LOADS else None)
    if load is not None:
        table["movement"] = {"load": {"kind": load}}
    return Draft(
        slug(row.name), table, "free-exercise-db (public domain)", tuple(f"images {', '.join(row.images)}" for _ in row.images[:1])
    )
