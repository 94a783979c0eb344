"""What a person can train with, as choices."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from eccentric.plan.profile import Profile
from eccentric.web.accounts.models import User
from eccentric.web.library.queries import in_words, shelf
from eccentric.web.training.queries import profile_of
from eccentric.web.training.services import save_profile

NOT_EQUIPMENT = frozenset(("none",))


@lru_cache(maxsize=1)
def choices() -> tuple[tuple[str, str, int], ...]:
    """Every piece of equipment of the library: its id, name, and how many exercises use it; most first."""
    counts = Counter(item for page in shelf().exercises.values() for item in page.classification.equipment if item not in NOT_EQUIPMENT)
    return tuple((item, in_words(item).capitalize(), count) for item, count in counts.most_common())


def chosen(*, member: User) -> Profile | None:
    """The person's profile, or None before there is one."""
    return profile_of(member=member)


def save(*, member: User, profile: Profile, items: list[str]) -> None:
    """Keep the equipment; names that the library does not have are left out."""
    known = {item for item, _, _ in choices()}
    kept = [item for item in dict.fromkeys(items) if item in known]
    save_profile(member=member, profile=profile.model_copy(update={"equipment": kept}))
