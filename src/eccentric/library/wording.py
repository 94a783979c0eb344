"""Small phrases that every form of a page shares: ranges, doses, limits and citations."""

from __future__ import annotations

from eccentric.library.evidence import Source
from eccentric.library.exercise import AvoidIf, Claim, Prescription

GOAL_NAMES = {
    "hypertrophy": "Bigger",
    "strength": "Stronger",
    "prevention": "Fewer strains",
    "rehab": "Rehab",
    "general-health": "Health",
}
KIND_OF_LOAD = {
    "machine": "a machine",
    "cable": "a cable",
    "limb": "the weight of your leg",
    "band": "a band",
    "body-weight": "your body weight",
    "barbell": "a barbell",
    "dumbbell": "dumbbells",
    "kettlebell": "a kettlebell",
    "partner": "a partner",
    "none": "nothing",
}
_UNITS = {
    "deg": "°",
    "s": " s",
    "fraction": " of your range",
    "ratio": " times the mean speed",
    "rise_thigh": " thigh lengths",
    "pct": " %",
}


def span(pair: tuple[float, float], unit: str = "") -> str:
    """A range in words: ``8 to 15``, or one number where both ends agree."""
    low, high = pair
    return f"{low:g}{unit}" if low == high else f"{low:g} to {high:g}{unit}"


def dose_words(dose: Prescription) -> str:
    """Sets and repetitions of a dose, such as ``3 to 4 x 8 to 15`` (a hold says its seconds)."""
    hold = f" of {span(dose.hold_s, ' s')}" if dose.hold_s is not None else ""
    return f"{span(dose.sets)} × {span(dose.reps)}{hold}"


def avoid_words(avoid: AvoidIf) -> str:
    """A condition and until when it rules the exercise out, as one sentence pair."""
    name = avoid.condition.replace("-", " ")
    return f"{name[:1].upper()}{name[1:]}".replace("Acl", "ACL") + f". Until: {avoid.until}"


def limit_words(limits: dict[str, float]) -> str:
    """Limits in words: ``warns at 10°, fails at 15°``; empty without limits."""
    return "; ".join(
        f"{_VERBS[key.partition('_')[0]]} {_amount(key, value)}" for key, value in limits.items() if key.partition("_")[0] in _VERBS
    )


_VERBS = {"warn": "warns at", "fail": "fails at"}


def _amount(key: str, value: float) -> str:
    unit = key.partition("_")[2]
    return f"{value:g}{_UNITS.get(unit, ' ' + unit.replace('_', ' '))}"


def citation(source: Source) -> str:
    """A source as a reference list prints it: authors, year, title, journal, DOI or PMID."""
    parts = [f"{source.authors} ({source.year})" if source.year else source.authors]
    parts += [part.rstrip(".") for part in (source.title, source.journal) if part]
    if source.doi:
        parts.append(f"doi:{source.doi}")
    elif source.pmid:
        parts.append(f"PMID {source.pmid}")
    return ". ".join(parts) + "."


def trust_words(claim: Claim, source: Source | None) -> str:
    """How far a claim is to be trusted: its grade, and in words when nobody here has read it in a source."""
    notes = [f"grade {claim.grade}"]
    if source is not None and source.verified == "engineering-default":
        notes.append("engineering default")
    elif not claim.verified:
        notes.append("unverified")
    elif source is not None and source.verified == "secondary":
        notes.append("from a secondary source")
    return ", ".join(notes)
