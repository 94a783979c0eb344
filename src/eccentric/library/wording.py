"""Small phrases that every form of a page shares: ranges, doses, limits and citations."""

from __future__ import annotations

from eccentric.library.evidence import Source
from eccentric.library.exercise import AvoidIf, Claim, Mistake, Prescription
from eccentric.library.labels import Labels, labels

GOAL_NAMES = labels().goals
KIND_OF_LOAD = labels().loads


def span(pair: tuple[float, float], unit: str = "") -> str:
    """A range: ``8–15``, or one number where both ends agree."""
    low, high = pair
    return f"{low:g}{unit}" if low == high else f"{low:g}–{high:g}{unit}"


def dose_words(dose: Prescription) -> str:
    """Sets and repetitions of a dose, such as ``3–4 × 8–15`` (a hold says its seconds)."""
    hold = f" of {span(dose.hold_s, ' s')}" if dose.hold_s is not None else ""
    return f"{span(dose.sets)} × {span(dose.reps)}{hold}"


def avoid_words(avoid: AvoidIf, words: Labels | None = None) -> str:
    """A condition and until when it rules the exercise out, as one sentence pair."""
    words = words or labels()
    name = words.name(avoid.condition)
    return f"{name[:1].upper()}{name[1:]}. {words.say['until']}: {avoid.until}"


def mistake_name(mistake: Mistake, words: Labels | None = None) -> str:
    """What a mistake is called: its own name, else its fault's."""
    words = words or labels()
    name = mistake.name or (words.name(mistake.fault.value) if mistake.fault else words.say["yourself"])
    return name[:1].upper() + name[1:]


def limit_words(limits: dict[str, float], words: Labels | None = None) -> str:
    """Limits in words: ``warns at 10°; fails at 15°``; empty without limits."""
    say = (words or labels()).say
    verbs = {"warn": say["warns_at"], "fail": say["fails_at"]}
    parts = [(key.partition("_"), value) for key, value in limits.items()]
    return "; ".join(f"{verbs[verb]} {value:g}{_unit(unit, say)}" for (verb, _, unit), value in parts if verb in verbs)


def _unit(unit: str, say: dict[str, str]) -> str:
    known = {"deg": "°", "s": " s", "pct": " %", "fraction": f" {say['of_your_range']}"}
    return known.get(unit, f" {unit.replace('_', ' ')}")


def citation(source: Source) -> str:
    """A source as a reference list prints it: authors, year, title, journal, DOI or PMID."""
    parts = [f"{source.authors} ({source.year})" if source.year else source.authors]
    parts += [part.rstrip(".") for part in (source.title, source.journal) if part]
    if source.doi:
        parts.append(f"doi:{source.doi}")
    elif source.pmid:
        parts.append(f"PMID {source.pmid}")
    return ". ".join(parts) + "."


def trust_words(claim: Claim, source: Source | None, words: Labels | None = None) -> str:
    """How far a claim is to be trusted: its grade, and in words when nobody here has read it in a source."""
    say = (words or labels()).say
    notes = [f"{say['grade']} {claim.grade}"]
    if source is not None and source.verified == "engineering-default":
        notes.append(say["engineering_default"])
    elif not claim.verified:
        notes.append(say["unverified"])
    elif source is not None and source.verified == "secondary":
        notes.append(say["secondary_source"])
    return ", ".join(notes)
