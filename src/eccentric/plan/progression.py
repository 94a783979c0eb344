"""One exercise from session to session: pain first, then form, then repetitions, then load (LOAD-01..05, PAIN-01..02)."""

from __future__ import annotations

from eccentric.plan.case import Case, Move, Step, hold, lighter, with_load
from eccentric.plan.estimates import best_maximum, carries
from eccentric.plan.facts import Function, function
from eccentric.plan.history import DoneSession
from eccentric.plan.pain_step import pain_step, sore_lately, way_back
from eccentric.plan.programme import Reason

MISSED_CUT = 0.925
DROP = 0.95
MOST_UP = 1.10
SHARE_UP = {Function.KNEE: 1.05, Function.HIP: 1.05, Function.QUADS: 1.05, Function.OTHER: 1.05}
EXTEND = (2, 4)
SPARE_RIR = 2.0


def advance(case: Case) -> Step:
    """Decide the next step of one exercise; pure. The first rule that speaks decides."""
    if not case.sessions:
        reason = next((why for why in case.item.why if why.rule.startswith("LOAD")), Reason(rule="LOAD-03", text="The first time."))
        return Step(case.item, Move.START, reason)
    for rule in (pain_step, _form, _missed, sore_lately, way_back, _regain, _one_at_a_time, _follow, _ready, _calibrate):
        step = rule(case)
        if step is not None:
            return step
    return hold(case, "LOAD-04", f"Same load; aim for one repetition more, up to {case.item.reps[1]}.")


def _form(case: Case) -> Step | None:
    faults = [fault for done in case.last for fault in done.faults]
    if faults:
        worst = max(sorted(set(faults)), key=faults.count)
        mistake = case.page.mistake(worst)
        rule = mistake.rules[0] if mistake and mistake.rules else "FORM-03"
        cue = (mistake.cue or mistake.fix) if mistake else "Fix it before the load rises."
        name = worst.value.replace("-", " ")
        return hold(case, rule, f"The load waits: {name} was seen {len(faults)} times. {cue}")
    if any(done.tempo_kept is False for done in case.last):
        return hold(case, "HYP-06", "The load waits until you keep the lowering slow in every set.")
    if any(done.range_kept is False for done in case.last):
        return hold(case, "HYP-09", "The load waits until you reach the full stretch in every set.")
    return None


def _missed(case: Case) -> Step | None:
    if len(case.sessions) < 2 or not case.load_kg:
        return None
    bottom = case.item.reps[0]
    short = all(min(done.reps for done in session.of(case.item.exercise)) <= bottom - 2 for session in case.sessions[:2])
    maxima = [best for session in case.sessions[:3] if (best := best_maximum(session, case.item.exercise)) is not None]
    spared = case.cut is not None and case.cut.sessions_ago < 3
    fell = not spared and len(maxima) == 3 and maxima[0] <= DROP * maxima[2] and maxima[1] <= DROP * maxima[2]
    if not short and not fell:
        return None
    less = lighter(case.rack, case.load_kg, MISSED_CUT)
    if less is None:
        return hold(case, "LOAD-05", "Two hard sessions in a row: the load can't go lower, so do one set less.", fewer_sets=True)
    said = "You fell two or more repetitions short twice" if short else "Your strength was down 5 % twice"
    return Step(with_load(case, less), Move.DOWN, Reason(rule="LOAD-05", text=f"{said}: {less:g} kg, then build again."))


def _regain(case: Case) -> Step | None:
    """Back to a load that was held before a lighter spell, one step or ten percent a session, while the last session was easy enough."""
    if not case.load_kg or case.held_kg is None or case.held_kg <= case.load_kg + 1e-9 or case.item.rir is None:
        return None
    fits = carries(case.sessions[0], case.item.exercise, case.item.reps[0], case.item.rir)
    above = case.rack.next_above(case.load_kg)
    if fits is None or above is None:
        return None
    new = min(case.held_kg, max(above, case.rack.at_most(case.load_kg * MOST_UP)))
    if new > case.held_kg + 1e-9 or fits < new:
        return None
    text = f"You have held {case.held_kg:g} kg before: back to {new:g} kg."
    return Step(with_load(case, new), Move.UP, Reason(rule="LOAD-02", text=text))


def _one_at_a_time(case: Case) -> Step | None:
    """Sets and load don't rise in the same session, over the sets of the last three: a jump in work is what LOAD-07 warns of."""
    before = max(len(each.of(case.item.exercise)) for each in case.sessions)
    if not case.load_kg or case.item.sets <= before:
        return None
    return hold(case, "LOAD-07", f"{case.item.sets} sets instead of {before} this time, so the load stays.")


def _follow(case: Case) -> Step | None:
    """Two sessions that carry, on average, a heavier load at the low end of the range with this week's reserve (LOAD-02).

    The mean of two, as the lesser of two noisy readings is too low more often than not.
    """
    if len(case.sessions) < 2 or not case.load_kg or case.item.rir is None or min(done.reps for done in case.last) < case.item.reps[0]:
        return None
    low = case.item.reps[0]
    loads = [carries(session, case.item.exercise, low, case.item.rir) for session in case.sessions[:2]]
    known = [load for load in loads if load is not None]
    if len(known) < 2:
        return None
    new = case.rack.at_most(min(sum(known) / 2, case.load_kg * MOST_UP))
    if new <= case.load_kg:
        return None
    text = f"Your last two sessions carry {new:g} kg for {low} with {case.item.rir:g} in reserve."
    return Step(with_load(case, new), Move.UP, Reason(rule="LOAD-02", text=text))


def _ready(case: Case) -> Step | None:
    above = case.rack.next_above(case.load_kg) if case.load_kg else None
    if case.load_kg and above is not None and above > case.load_kg * MOST_UP + 1e-9:
        return _coarse(case, above)
    sure = _easy(case, case.sessions[0])
    if not sure and not (len(case.sessions) > 1 and all(_topped(case, session, case.item.reps[1]) for session in case.sessions[:2])):
        return None
    if not case.load_kg:
        return Step(
            with_load(case, case.load_kg), Move.HARDER, Reason(rule="LOAD-04", text="You reach the top of the range: the harder version.")
        )
    if above is None:
        return hold(case, "LOAD-04", "You have reached the heaviest load there is: one leg at a time, or lower more slowly.")
    wanted = case.rack.at_most(case.load_kg * SHARE_UP[function(case.page)])
    new = max(above, min(wanted, case.rack.at_most(case.load_kg * MOST_UP)))
    text = f"All sets reached {case.item.reps[1]}: {new:g} kg, from {case.item.reps[0]} repetitions again."
    return Step(with_load(case, new), Move.UP, Reason(rule="LOAD-04", text=text))


def _coarse(case: Case, above: float) -> Step:
    """The next step is over ten percent: two repetitions more first, then four, until the new load leaves the low end possible."""
    low, top = case.item.reps
    best = carries(case.sessions[0], case.item.exercise, low, case.item.rir or 0)
    fits = best is not None and best >= above
    if fits and any(done.reps >= top + EXTEND[0] for done in case.last):
        text = f"You went past {top} repetitions: the next step, {above:g} kg, from {low} again."
        return Step(with_load(case, above), Move.UP, Reason(rule="LOAD-04", text=text))
    topped = all(_topped(case, session, top + EXTEND[0]) for session in case.sessions[:2]) and len(case.sessions) > 1
    more = EXTEND[1] if topped else EXTEND[0]
    if topped and all(_topped(case, session, top + EXTEND[1]) for session in case.sessions[:2]):
        text = f"You went past {top} repetitions: the next step, {above:g} kg, from {low} again."
        return Step(with_load(case, above), Move.UP, Reason(rule="LOAD-04", text=text))
    item = with_load(case, case.load_kg).model_copy(update={"reps": (low, top + more)})
    text = f"The next step, {above:g} kg, is more than 10 % up: first up to {top + more} repetitions with what you have."
    return Step(item, Move.HOLD, Reason(rule="LOAD-04", text=text))


def _calibrate(case: Case) -> Step | None:
    """More in reserve than asked: the load that the estimate gives for the same repetitions (LOAD-02), 10 % up at most."""
    if not case.load_kg or case.item.rir is None or any(done.rir is None for done in case.last):
        return None
    spare = min(done.rir for done in case.last if done.rir is not None) - case.item.rir
    reps = min(done.reps for done in case.last)
    best = carries(case.sessions[0], case.item.exercise, reps, case.item.rir) if reps >= case.item.reps[0] else None
    if spare < SPARE_RIR / 2 or best is None:
        return None
    new = case.rack.at_most(min(best, case.load_kg * MOST_UP))
    if new <= case.load_kg:
        return None
    text = f"You left {spare:g} more in reserve than this week asks: {new:g} kg for the same repetitions."
    return Step(with_load(case, new), Move.UP, Reason(rule="LOAD-02", text=text))


def _topped(case: Case, session: DoneSession, top: int) -> bool:
    """All sets at the top of the range, or the last one past it, with the asked reserve."""
    sets = session.of(case.item.exercise)
    if not sets or (sets[-1].external_load_kg or 0) + 1e-9 < (case.load_kg or 0):
        return False
    target = (case.item.rir or 0) - 0.5
    kept = all(done.rir is None or done.rir >= min(target, 2.5) for done in sets)
    return kept and (all(done.reps >= top for done in sets) or sets[-1].reps >= top + 1)


def _easy(case: Case, session: DoneSession) -> bool:
    """The top of the range with two or more repetitions to spare beyond the target: one session is enough."""
    sets = session.of(case.item.exercise)
    target = case.item.rir if case.item.rir is not None else 2.0
    return all(done.reps >= case.item.reps[1] and done.rir is not None and done.rir >= target + SPARE_RIR for done in sets)
