"""What pain does to one exercise: hold at amber, cut or step down at red, and the way back up (PAIN-01, PAIN-02)."""

from __future__ import annotations

from eccentric.plan.case import Case, Move, Step, lighter, with_load
from eccentric.plan.estimates import carries
from eccentric.plan.pain import Light
from eccentric.plan.programme import Item, Reason

PAIN_CUT = 0.75
SPARE = 1.0
"""One repetition more in reserve in a session after amber (engineering default)."""
MOST_RIR = 5.0
MOST_LESS = 0.9
WAITS = 4
"""Sessions of an exercise after a painful one in which its load doesn't rise past what was clean (engineering default)."""
SORE = (Light.AMBER, Light.RED)


def pain_step(case: Case) -> Step | None:
    """The step that the newest session's pain asks for; None when it was green or nobody asked."""
    pain = case.sessions[0].pain_of(case.item.exercise)
    light = case.limits.light(pain)
    if light is Light.AMBER:
        kept = _kept(case)
        held = kept == case.load_kg
        said = "load and sets hold" if held else f"you went closer to failure than planned, so {kept:g} kg and no more sets"
        more = "" if case.item.rir is None else ", with one more in reserve"
        text = f"Pain was {pain.worst:g} of 10 and settled: {said}{more}."
        return Step(no_harder(case, kept), Move.HOLD if held else Move.DOWN, Reason(rule=case.limits.rule, text=text))
    if light is not Light.RED:
        return None
    settled = pain.worst is not None and pain.worst <= case.limits.amber_max
    said = "had not settled by morning" if settled else f"was {pain.worst:g} of 10, above your {case.limits.amber_max:g}"
    again = len(case.sessions) > 1 and case.limits.light(case.sessions[1].pain_of(case.item.exercise)) is Light.RED
    less = lighter(case.rack, case.load_kg, PAIN_CUT) if case.load_kg and not again else None
    if less is None:
        reason = Reason(rule=case.limits.rule, text=f"Pain {said}: an easier exercise instead.")
        return Step(with_load(case, case.load_kg), Move.EASIER, reason)
    return Step(no_harder(case, less), Move.DOWN, Reason(rule=case.limits.rule, text=f"Pain {said}: {less:g} kg, a quarter less."))


def sore_lately(case: Case) -> Step | None:
    """The last session hurt, if not in this exercise: its load and sets hold too, with one more in reserve."""
    if case.lately not in SORE:
        return None
    more = "" if case.item.rir is None else ", with one more in reserve"
    text = f"Your last session hurt: load and sets hold here too{more}."
    return Step(no_harder(case, case.load_kg), Move.HOLD, Reason(rule=case.limits.rule, text=text))


def no_harder(case: Case, load_kg: float | None) -> Item:
    """Nothing rises after pain: no more sets than last time, and one repetition more in reserve than planned."""
    item = with_load(case, load_kg)
    rir = None if item.rir is None else min(item.rir + SPARE, max(MOST_RIR, item.rir))
    return item.model_copy(update={"sets": min(item.sets, len(case.last)), "rir": rir})


def _kept(case: Case) -> float | None:
    """The last load, or a tenth (at least a step) less where the last sets say that this week's reserve isn't left with it (LOAD-02)."""
    load = case.load_kg
    if not load or case.item.rir is None:
        return load
    fits = carries(case.sessions[0], case.item.exercise, case.item.reps[0], case.item.rir)
    if fits is None or fits >= load:
        return load
    less = max(case.rack.at_most(max(fits, load * MOST_LESS)), case.rack.at_most(load - 1e-2))
    return min(load, less) if less > 0 else load


def way_back(case: Case) -> Step | None:
    """After a painful session: back up by one step a session when pain was green twice, to what was clean; beyond that the load waits."""
    if case.cut is None or not case.load_kg:
        return None
    lights = [case.limits.light(session.pain_of(case.item.exercise)) for session in case.sessions[:2]]
    above, clean = case.rack.next_above(case.load_kg), case.cut.clean_kg
    quiet = len(lights) == 2 and not set(SORE) & set(lights)
    if quiet and above is not None and clean is not None and above <= clean + 1e-9:
        text = f"Pain is quiet: one step back up, {above:g} kg."
        return Step(with_load(case, above), Move.UP, Reason(rule=case.limits.rule, text=text))
    if case.cut.sessions_ago <= WAITS:
        reason = Reason(rule=case.limits.rule, text="It hurt not long ago: the load waits a few sessions.")
        return Step(with_load(case, case.load_kg), Move.HOLD, reason)
    return None
