"""Profiles that the plan's tests share."""

from __future__ import annotations

import datetime as dt
from typing import Any

from eccentric.plan.profile import Profile
from eccentric.plan.questions import BY_ID
from eccentric.plan.read_profile import profile_from_values

TODAY = dt.date(2026, 11, 23)
GYM = ["seated-leg-curl-machine", "lying-leg-curl-machine", "barbell", "dumbbells", "band", "back-extension-bench", "leg-extension-machine"]


def safe(**answers: bool | str) -> dict[str, bool | str]:
    """Every safety question answered "no", but for the ones given (underscores for hyphens)."""
    return {**dict.fromkeys(BY_ID, False), **{name.replace("_", "-"): value for name, value in answers.items()}}


def person(**changes: Any) -> Profile:
    """An intermediate lifter with a gym, two days of 60 minutes and nothing wrong, with changes."""
    values: dict[str, Any] = {
        "goal": "size",
        "experience": "intermediate",
        "born": dt.date(1994, 5, 2),
        "sex": "female",
        "mass_kg": 68,
        "height_m": 1.7,
        "equipment": GYM,
        "days": [{"weekday": "mon", "minutes": 60}, {"weekday": "thu", "minutes": 60}],
        "safety": safe(),
    }
    return profile_from_values({**values, **changes})
