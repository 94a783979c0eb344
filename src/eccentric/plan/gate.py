"""All gates in one place: they run before anything else, and nothing turns them off."""

from __future__ import annotations

import datetime as dt

from eccentric.plan import pain, safety, surgery
from eccentric.plan.conditions import active
from eccentric.plan.profile import Profile
from eccentric.plan.questions import BY_ID
from eccentric.plan.today import Today
from eccentric.plan.verdict import Gate, Gated, Limits, Verdict


def gates(profile: Profile, today: dt.date, now: Today | None = None) -> Gated:
    """Run every gate over the profile and today's answers; pure, and the same for the same arguments."""
    now = now or Today()
    answers = {**profile.safety, **now.safety}
    cleared = frozenset(clearance.covers for clearance in profile.clearances)
    operated = any(0 <= surgery.weeks_since(each.on, today) < 12 for each in profile.surgeries)
    found = [
        safety.cauda_equina(answers),
        safety.clot(answers, recent_surgery=operated),
        safety.avulsion(answers),
        safety.nerves(answers),
        safety.heart(answers, cleared),
        safety.avulsion_by_age(answers, profile.age(today)),
        safety.systemic(answers),
        _not_asked(tuple(name for name in BY_ID if name not in answers)),
        *surgery.gates(profile, today),
        *pain.gates(profile, today, now),
    ]
    return Gated.of((gate for gate in found if gate is not None), Limits(conditions=active(profile, today)))


def _not_asked(missing: tuple[str, ...]) -> Gate | None:
    if not missing:
        return None
    first = BY_ID[missing[0]]
    shown = ", ".join(missing[:3]) + (f" and {len(missing) - 3} more" if len(missing) > 3 else "")
    count = f"{len(missing)} safety question{'s' if len(missing) > 1 else ''}"
    says = f"{count} not asked yet ({shown}); answer under [safety], then there is a programme."
    return Gate(first.rule, Verdict.STOP, says, "nobody: answer the questions", "before the first session")
