"""The safety gates SAF-01 to SAF-06: pure functions of the answers. Nothing turns them off; "unknown" counts as the careful answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from eccentric.plan.questions import Answer, of_rule
from eccentric.plan.verdict import Gate, Limits, Verdict

Answers = Mapping[str, Answer]
AGE_UNDER, AGE_OVER = 18, 40
_WELLS = of_rule("SAF-02")[:9]
_SWELLING = ("unexplained-leg-swelling", "whole-leg-swollen", "calf-3-cm-bigger")
_HEART = of_rule("SAF-05")[:8]
_SYMPTOMS = of_rule("SAF-05")[8:12]
_RELATIVE = of_rule("SAF-05")[12:]
_SYSTEMIC = ("unexplained-weight-loss", "fever", "night-pain-not-eased", "cancer-history-with-new-pain")


def maybe(answers: Answers, *ids: str) -> list[str]:
    """The ids answered yes or "unknown": both count; an id that is absent was not asked."""
    return [name for name in ids if answers.get(name) in (True, "unknown")]


def cauda_equina(answers: Answers) -> Gate | None:
    """SAF-01: any sign of pressure on the nerves at the base of the spine is an emergency."""
    signs = maybe(answers, *of_rule("SAF-01"))
    if not signs:
        return None
    sure = any(answers[name] is True for name in signs)
    says = (
        "These signs can mean pressure on the nerves at the base of your spine" if sure else "You aren't sure about a sign that can't wait"
    )
    return _stop("SAF-01", f"{says}: {_list(signs)}. Don't train.", "a hospital emergency department", "now")


def clot(answers: Answers, *, recent_surgery: bool = False) -> Gate | None:
    """SAF-02: self-reported Wells items; two, or one with unexplained swelling, need a same-day look."""
    items = maybe(answers, *_WELLS)
    if recent_surgery and "bedridden-or-major-surgery" not in items:
        items = [*items, "bedridden-or-major-surgery"]
    swelling = maybe(answers, *_SWELLING)
    if maybe(answers, "chest-pain-or-breathless-now"):
        sign = "chest pain or breathlessness now"
        return _stop("SAF-02", f"You report {sign}{' with signs of a clot' if items else ''}. Don't train.", "emergency services", "now")
    others = [item for item in items if item not in swelling]
    if len(items) >= 2 or (others and swelling) or "unexplained-leg-swelling" in swelling:
        found = _list(dict.fromkeys([*items, *swelling]))
        return _stop("SAF-02", f"A clot in a leg has to be ruled out first: {found}.", "a doctor", "today")
    return None


def avulsion(answers: Answers) -> Gate | None:
    """SAF-03: a torn-off hamstring tendon must be ruled out before any loading."""
    signs = maybe(answers, "large-bruise", "cannot-walk-normally", "pain-sitting-on-sit-bone", "weak-bending-knee")
    sudden = bool(maybe(answers, "sudden-pain-or-pop"))
    if (sudden and signs) or {"large-bruise", "weak-bending-knee"} <= set(signs):
        return _stop(
            "SAF-03",
            f"The tendon at the sit bone may be torn ({_list(signs)}). No hamstring loading until it is examined.",
            "a sports doctor or an emergency clinic",
            "within 2 days",
        )
    return None


def nerves(answers: Answers) -> Gate | None:
    """SAF-04: signs of an irritated or damaged nerve need a clinician before loading."""
    signs = maybe(answers, *of_rule("SAF-04"))
    if not signs:
        return None
    urgent = answers.get("foot-drop") in (True, "unknown")
    return _stop(
        "SAF-04", f"A nerve may be involved: {_list(signs)}.", "a doctor", "today" if urgent else "within a week, before any loading"
    )


def heart(answers: Answers, cleared: frozenset[str] = frozenset()) -> Gate | None:
    """SAF-05: contraindications to resistance training; relative ones need a written clearance for the question's id."""
    symptoms = maybe(answers, *_SYMPTOMS)
    if symptoms:
        return _stop("SAF-05", f"Don't train with {_list(symptoms)}.", "a doctor", "today; emergency services if it lasts or comes at rest")
    absolute = maybe(answers, *_HEART)
    if any(answers[name] is True for name in absolute):
        return _stop("SAF-05", f"Strength training is not safe now: {_list(absolute)}.", "your doctor", "before any session")
    if absolute:
        return _stop(
            "SAF-05",
            f"You aren't sure about: {_list(absolute)}. Find out first.",
            "a pharmacist or your doctor",
            "before the first session",
        )
    relative = maybe(answers, *_RELATIVE)
    open_ones = [name for name in relative if name not in cleared]
    if open_ones:
        return _stop("SAF-05", f"You need a written clearance for: {_list(open_ones)}.", "your doctor", "before the first session")
    if relative:
        says = f"Cleared by your clinician: {_list(relative)}. Keep at least 3 repetitions in reserve and don't hold your breath."
        return Gate("SAF-05", Verdict.LIMITS, says, limits=Limits(rir_min=3))
    return None


def avulsion_by_age(answers: Answers, age: int | None) -> Gate | None:
    """SAF-06: growth-plate avulsions under 18 and avulsions by a fall over 40; an unknown age counts as either."""
    hurt = maybe(answers, "sudden-pain-or-pop", "pain-sitting-on-sit-bone")
    if hurt and (age is None or age < AGE_UNDER):
        why = (
            "at your age the growth plate at the sit bone can come off"
            if age is not None
            else "under 18 the growth plate can come off, and your age isn't known"
        )
        return _stop("SAF-06", f"You report {_list(hurt)}; {why}.", "a sports doctor", "within 2 days")
    if maybe(answers, "fall-or-slip-with-pop") and (age is None or age > AGE_OVER):
        return _stop("SAF-06", "A fall with a pop at your age can tear the tendon off.", "a sports doctor", "within 2 days")
    return None


def systemic(answers: Answers) -> Gate | None:
    """SAF-06: signs that something other than a muscle is wrong."""
    signs = maybe(answers, *_SYSTEMIC)
    if signs:
        return _stop("SAF-06", f"This needs a look before training: {_list(signs)}.", "a doctor", "within a week")
    return None


def _stop(rule: str, says: str, see: str, within: str) -> Gate:
    return Gate(rule, Verdict.STOP, says, see, within)


def _list(names: Iterable[str]) -> str:
    return ", ".join(name.replace("-", " ") for name in names)
