"""wger exercise JSON (wger.de): the pages of its ``exerciseinfo`` listing, today's ``translations`` and yesterday's ``exercises``."""

from __future__ import annotations

import re
import uuid
from html import escape, unescape
from typing import Any

from pydantic import AliasChoices, BaseModel, ConfigDict, Field

from eccentric.library.exercise import Exercise
from eccentric.library.interchange.draft import Draft, secondary_of, sentences, slug, target_of
from eccentric.library.read import Library
from eccentric.library.toml_out import Value
from eccentric.terms.body import Muscle

GERMAN, ENGLISH = 1, 2
_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_DNS, "eccentric.exercise")
_OPEN = ConfigDict(extra="ignore", frozen=True)


class Named(BaseModel):
    """A category or a piece of equipment."""

    model_config = _OPEN
    id: int
    name: str


class WgerMuscle(BaseModel):
    """A muscle of wger's list."""

    model_config = _OPEN
    id: int
    name: str
    name_en: str = ""
    is_front: bool = False


class WgerAlias(BaseModel):
    """Another name of an exercise."""

    model_config = _OPEN
    alias: str


class WgerNote(BaseModel):
    """A remark on an exercise."""

    model_config = _OPEN
    comment: str


class WgerTranslation(BaseModel):
    """The texts of an exercise in one language (a number: 1 German, 2 English); the description is HTML."""

    model_config = _OPEN
    uuid: str | None = None
    name: str
    description: str = ""
    language: int
    aliases: list[WgerAlias] = []
    notes: list[WgerNote] = []
    license_author: str | None = None


class WgerLicense(BaseModel):
    """The licence of a row's texts."""

    model_config = _OPEN
    id: int | None = None
    full_name: str = ""
    short_name: str = ""
    url: str = ""


class WgerExercise(BaseModel):
    """One exercise of the listing; keys that we do not know are ignored."""

    model_config = _OPEN
    id: int
    uuid: str
    category: Named
    muscles: list[WgerMuscle] = []
    muscles_secondary: list[WgerMuscle] = []
    equipment: list[Named] = []
    license: WgerLicense | int | None = None
    license_author: str | None = None
    translations: list[WgerTranslation] = Field(default=[], validation_alias=AliasChoices("translations", "exercises"))


class WgerFile(BaseModel):
    """One page of the listing."""

    model_config = _OPEN
    count: int
    next: str | None = None
    previous: str | None = None
    results: list[WgerExercise]


_MUSCLES = {
    WgerMuscle(id=11, name="Biceps femoris", name_en="Hamstrings"): (Muscle.BFLH, Muscle.BFSH, Muscle.SEMITEN, Muscle.SEMIMEM),
    WgerMuscle(id=8, name="Gluteus maximus", name_en="Glutes"): (Muscle.GLMAX,),
    WgerMuscle(id=7, name="Gastrocnemius", name_en="Calves"): (Muscle.GASMED, Muscle.GASLAT),
    WgerMuscle(id=15, name="Soleus"): (Muscle.SOLEUS,),
    WgerMuscle(id=10, name="Quadriceps femoris", name_en="Quads", is_front=True): (Muscle.RECFEM, Muscle.VASTI),
    WgerMuscle(id=16, name="Erector spinae", name_en="Lower back"): (Muscle.ERECTOR,),
}
_EQUIPMENT = {
    "barbell": (1, "Barbell"),
    "dumbbell": (3, "Dumbbell"),
    "swiss-ball": (5, "Swiss Ball"),
    "bench": (8, "Bench"),
    "kettlebell": (10, "Kettlebell"),
}
_NO_EQUIPMENT = (7, "none (bodyweight exercise)")
_OURS = {
    "barbell": "barbell",
    "sz-bar": "barbell",
    "dumbbell": "dumbbell",
    "kettlebell": "kettlebell",
    "swiss ball": "swiss-ball",
    "gym mat": "mat",
}


def wger_exercise(page: Exercise, number: int, german: Exercise | None = None) -> WgerExercise:
    """A page as wger lists it; ids are numbers of this file, uuids stay the same from export to export."""
    main = _wger_muscles(page, "main")
    texts = [_translation(page, ENGLISH)] + ([_translation(german, GERMAN)] if german is not None and german is not page else [])
    known = [_EQUIPMENT[thing] for thing in page.classification.equipment if thing in _EQUIPMENT]
    equipment = known or ([_NO_EQUIPMENT] if not page.classification.equipment else [])
    category = Named(id=14, name="Calves") if page.classification.target == "calves" else Named(id=9, name="Legs")
    if page.classification.body_part == "back":
        category = Named(id=12, name="Back")
    return WgerExercise(
        id=number,
        uuid=str(uuid.uuid5(_NAMESPACE, page.id)),
        category=category,
        muscles=main,
        muscles_secondary=[muscle for muscle in _wger_muscles(page, "helps") if muscle not in main],
        equipment=[Named(id=key, name=name) for key, name in equipment],
        license_author="Eccentric",
        translations=texts,
    )


def write_wger(library: Library, german: Library | None = None) -> str:
    """The whole library as one page of wger's listing."""
    other = german.exercises if german is not None else {}
    rows = [wger_exercise(page, number, other.get(page.id)) for number, page in enumerate(library.exercises.values(), 1)]
    return WgerFile(count=len(rows), results=rows).model_dump_json(indent=2)


def draft_of_wger(row: WgerExercise) -> Draft | None:
    """A draft page from a row's English texts (else its first); None when the row has no text at all."""
    text = next((text for text in row.translations if text.language == ENGLISH), next(iter(row.translations), None))
    if text is None:
        return None
    main = [muscle.name_en or muscle.name for muscle in row.muscles]
    target = target_of(main)
    things: list[Value] = [
        _OURS.get(thing.name.lower(), slug(thing.name)) for thing in row.equipment if not thing.name.lower().startswith("none")
    ]
    kind: dict[str, Value] = {"equipment": things}
    if target is not None:
        kind |= {"body_part": "back" if target == "lower-back" else "legs", "target": target}
    kind["secondary"] = [
        muscle for muscle in secondary_of([*main, *(m.name_en or m.name for m in row.muscles_secondary)]) if muscle != target
    ]
    table: dict[str, Value] = {"name": text.name, "also_called": [alias.alias for alias in text.aliases], "classification": kind}
    how: dict[str, Value] = {"steps": list[Value](plain_steps(text.description))} if text.description.strip() else {}
    if text.notes:
        how["tips"] = [note.comment for note in text.notes]
    if how:
        table["how"] = how
    author = text.license_author or row.license_author or "its authors"
    licence = row.license.short_name if isinstance(row.license, WgerLicense) and row.license.short_name else "CC-BY-SA"
    return Draft(slug(text.name), table, f"wger {row.uuid}, {licence}, by {author}")


def plain_steps(html: str) -> list[str]:
    """The steps of an HTML description: list items or paragraphs without their tags, else sentences."""
    parts = re.split(r"</?(?:li|p|ol|ul|br|div)[^>]*>", html, flags=re.IGNORECASE)
    texts = [" ".join(unescape(re.sub(r"<[^>]+>", "", part)).split()) for part in parts]
    found = [text for text in texts if text]
    return sentences(found[0]) if len(found) == 1 else found


def _translation(page: Exercise, language: int) -> WgerTranslation:
    steps = "".join(f"<li>{escape(step)}</li>" for step in [*page.how.setup, *page.how.steps])
    return WgerTranslation(
        uuid=str(uuid.uuid5(_NAMESPACE, f"{page.id}/{language}")),
        name=page.name,
        description=f"<p>{escape(page.summary)}</p><ol>{steps}</ol>",
        language=language,
        aliases=[WgerAlias(alias=alias) for alias in page.also_called],
        notes=[WgerNote(comment=tip) for tip in page.how.tips],
        license_author="Eccentric",
    )


def _wger_muscles(page: Exercise, role: str) -> list[WgerMuscle]:
    return [theirs for theirs, ours in _MUSCLES.items() if any(page.muscles.get(muscle) == role for muscle in ours)]


def is_wger(data: Any) -> bool:
    """True when parsed JSON looks like wger's: a page of the listing, or one of its rows."""
    return isinstance(data, dict) and ("results" in data or {"category", "muscles"} <= data.keys())
