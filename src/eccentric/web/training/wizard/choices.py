"""What each step offers to choose from, and what is filled in from an earlier profile."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from django.http import HttpRequest
from django.utils.safestring import SafeString, mark_safe

from eccentric.plan.profile import WEEKDAYS
from eccentric.web.library.queries import shelf
from eccentric.web.training import queries
from eccentric.web.training.wizard.drawings import EQUIPMENT, REGIONS, body_svg, equipment_svg

GOALS = (
    ("size", "Bigger hamstrings", "Muscle growth, with the long positions that favour it"),
    ("strength", "Stronger hamstrings", "Heavier sets, fewer repetitions"),
    ("fewer-strains", "Fewer strains", "For people who sprint, kick or change direction"),
    ("return", "Back after a strain", "Step by step, by criteria instead of by dates"),
    ("less-pain", "Less pain", "A tendon, a knee or a back that complains"),
    ("general", "Healthy legs", "Enough strength for everything else"),
)
EXPERIENCE = (
    ("novice", "New to it", "less than half a year"),
    ("intermediate", "Used to it", "half a year to three years"),
    ("advanced", "Long at it", "more than three years"),
)
DAYS = dict(zip(WEEKDAYS, ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"), strict=True))
SPORTS = (("", "no sport"), ("training", "team training"), ("sprint", "sprinting"), ("run", "a run"), ("match", "a match"))
SINCE = (("days", "a few days"), ("weeks", "some weeks"), ("months", "one to three months"), ("longer", "longer"))
MECHANISMS = (
    ("", "I don't know"),
    ("sprint", "sprinting"),
    ("stretch", "a stretch or a split"),
    ("kick", "a kick"),
    ("lift", "lifting"),
    ("fall", "a fall"),
    ("overuse", "doing more than I was used to"),
    ("gradual", "it came slowly"),
)
CONDITIONS = (
    ("hamstring-strain", "Hamstring strain"),
    ("proximal-hamstring-tendinopathy", "Tendon trouble at the sit bone"),
    ("knee-osteoarthritis", "Osteoarthritis of the knee"),
    ("low-back-pain", "Low back pain"),
    ("sciatica", "Sciatica"),
    ("osteoporosis", "Osteoporosis"),
    ("pregnancy", "Pregnancy"),
)
SURGERIES = (
    ("acl-hamstring-graft", "Cruciate ligament, graft from the hamstring"),
    ("acl-other-graft", "Cruciate ligament, another graft"),
    ("proximal-hamstring-repair", "Hamstring tendon sewn back on"),
    ("meniscus-repair", "Meniscus sewn"),
    ("knee-replacement", "Artificial knee"),
    ("hip-replacement", "Artificial hip"),
    ("other", "Another one on a leg, hip or back"),
)


def of(key: str, kept: dict[str, Any]) -> dict[str, Any]:
    """The choices of a step."""
    found: dict[str, dict[str, Any]] = {
        "goal": {"goals": GOALS, "experience": EXPERIENCE},
        "equipment": {"equipment": drawn()},
        "days": {"weekdays": DAYS.items(), "sports": SPORTS, "minutes": (15, 20, 30, 45, 60, 75, 90), "weeks": (4, 8, 12, 16)},
        "pain": {
            "sites": SITES,
            "since": SINCE,
            "mechanisms": MECHANISMS,
            "conditions": CONDITIONS,
            "surgeries": SURGERIES,
            "bodies": bodies(),
        },
        "you": {"exercises": weighed(tuple(kept.get("equipment", {}).get("equipment", []))), "rows": range(3)},
    }
    return found.get(key, {})


SITES = (*((site, name) for site, (name, _) in REGIONS.items()), ("other", "Somewhere else"))


@lru_cache(maxsize=1)
def drawn() -> list[tuple[str, str, SafeString]]:
    """Equipment with its name and picture."""
    return [(key, name, mark_safe(equipment_svg(path))) for key, (name, path) in EQUIPMENT.items()]


@lru_cache(maxsize=1)
def bodies() -> list[tuple[str, SafeString]]:
    """The two views of the pain map."""
    return [(view, mark_safe(body_svg(view))) for view in ("back", "front")]


@lru_cache(maxsize=64)
def weighed(equipment: tuple[str, ...]) -> list[tuple[str, str]]:
    """Exercises with a load in kilograms that this equipment allows, by name."""
    pages = shelf().exercises.values()
    kinds = ("machine", "barbell", "dumbbell", "cable", "kettlebell")
    found = [page for page in pages if page.movement.load.kind in kinds and set(page.classification.equipment) & set(equipment)]
    return sorted(((page.id, page.name) for page in found), key=lambda pair: pair[1])


def earlier(request: HttpRequest, key: str) -> dict[str, Any]:
    """What a member answered before, for the steps where that is no guess: goal, equipment and days; safety is asked anew."""
    if not request.user.is_authenticated or key not in ("goal", "equipment", "days"):
        return {}
    profile = queries.profile_of(member=request.user)
    if profile is None:
        return {}
    values = profile.model_dump(mode="json")
    return {name: values[name] for name in ("goal", "experience", "equipment", "days", "sport")}
