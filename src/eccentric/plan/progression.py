"""One exercise from session to session: pain first, then form, then repetitions, then load (LOAD-01..05, PAIN-01..02)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from eccentric.library.exercise import Exercise
from eccentric.plan.facts import Function, function
from eccentric.plan.history import DoneSession, DoneSet
from eccentric.plan.loading import Rack, e1rm, load_for
from eccentric.plan.pain import Light, PainLimits
from eccentric.plan.programme import Item, Reason

PAIN_CUT = 0.75
MISSED_CUT = 0.925
DROP = 0.95
MOST_UP = 1.10
SHARE_UP = {Function.KNEE: 1.05, Function.HIP: 1.05, Function.QUADS: 1.05, Function.OTHER: 1.05}
EXTEND = (2, 4)
SPARE_RIR = 2.0


class Move(StrEnum):
    """What happens to an exercise."""

    UP = "up"
    HOLD = "hold"
    DOWN = "down"
    EASIER = "easier"
    HARDER = "harder"
    START = "start"


@dataclass(frozen=True, slots=True)
class Step:
    """The next dose of one exercise, what moved, and why in one sentence."""

    item: Item
    move: Move
    reason: Reason


@dataclass(frozen=True, slots=True)
class Case:
    """What decides: the planned item, its page, the loads that exist, the person's pain limits, and its sessions, newest first."""

    item: Item
    page: Exercise
    rack: Rack
    limits: PainLimits
    sessions: Sequence[DoneSession]

    @property
    def last(self) -> tuple[DoneSet, ...]:
        """The working sets of the newest session."""
        return self.sessions[0].of(self.item.exercise)

    @property
    def load_kg(self) -> float | None:
        """The heaviest load of the newest session."""
        loads = [done.external_load_kg for done in self.last if done.external_load_kg is not None]
        return max(loads) if loads else None


def advance(case: Case) -> Step:
    """Decide the next step of one exercise; pure. The first rule that speaks decides."""
    if not case.sessions:
        reason = next((why for why in case.item.why if why.rule.startswith("LOAD")), Reason(rule="LOAD-03", text="The first time."))
        return Step(case.item, Move.START, reason)
    for rule in (_pain, _form, _missed, _ready, _calibrate):
        step = rule(case)
        if step is not None:
            return step
    return _hold(case, "LOAD-04", f"Same load; aim for one repetition more, up to {case.item.reps[1]}.")


def _pain(case: Case) -> Step | None:
    pain = case.sessions[0].pain_of(case.item.exercise)
    light = case.limits.light(pain)
    if light is Light.AMBER:
        return _hold(case, case.limits.rule, f"Pain was {pain.worst:g} of 10 and settled: the load holds.")
    if light is not Light.RED:
        return None
    settled = pain.worst is not None and pain.worst <= case.limits.amber_max
    said = "had not settled by morning" if settled else f"was {pain.worst:g} of 10, above your {case.limits.amber_max:g}"
    again = len(case.sessions) > 1 and case.limits.light(case.sessions[1].pain_of(case.item.exercise)) is Light.RED
    lighter = _lighter(case.rack, case.load_kg, PAIN_CUT) if case.load_kg and not again else None
    if lighter is None:
        reason = Reason(rule=case.limits.rule, text=f"Pain {said}: an easier exercise instead.")
        return Step(_with_load(case, case.load_kg), Move.EASIER, reason)
    return Step(_with_load(case, lighter), Move.DOWN, Reason(rule=case.limits.rule, text=f"Pain {said}: {lighter:g} kg, a quarter less."))


def _form(case: Case) -> Step | None:
    faults = [fault for done in case.last for fault in done.faults]
    if faults:
        worst = max(sorted(set(faults)), key=faults.count)
        mistake = case.page.mistake(worst)
        rule = mistake.rules[0] if mistake and mistake.rules else "FORM-03"
        cue = (mistake.cue or mistake.fix) if mistake else "Fix it before the load rises."
        name = worst.value.replace("-", " ")
        return _hold(case, rule, f"The load waits: {name} was seen {len(faults)} times. {cue}")
    if any(done.tempo_kept is False for done in case.last):
        return _hold(case, "HYP-06", "The load waits until you keep the lowering slow in every set.")
    if any(done.range_kept is False for done in case.last):
        return _hold(case, "HYP-09", "The load waits until you reach the full stretch in every set.")
    return None


def _missed(case: Case) -> Step | None:
    if len(case.sessions) < 2 or not case.load_kg:
        return None
    bottom = case.item.reps[0]
    short = all(min(done.reps for done in session.of(case.item.exercise)) <= bottom - 2 for session in case.sessions[:2])
    maxima = [best for session in case.sessions[:3] if (best := best_maximum(session, case.item.exercise)) is not None]
    fell = len(maxima) == 3 and maxima[0] <= DROP * maxima[2] and maxima[1] <= DROP * maxima[2]
    if not short and not fell:
        return None
    lighter = _lighter(case.rack, case.load_kg, MISSED_CUT)
    if lighter is None:
        return _hold(case, "LOAD-05", "Two hard sessions in a row: the load can't go lower, so do one set less.", fewer_sets=True)
    said = "You fell two or more repetitions short twice" if short else "Your strength was down 5 % twice"
    return Step(_with_load(case, lighter), Move.DOWN, Reason(rule="LOAD-05", text=f"{said}: {lighter:g} kg, then build again."))


def _ready(case: Case) -> Step | None:
    sure = _easy(case, case.sessions[0])
    if not sure and not (len(case.sessions) > 1 and all(_topped(case, session, case.item.reps[1]) for session in case.sessions[:2])):
        return None
    if not case.load_kg:
        return Step(
            _with_load(case, case.load_kg), Move.HARDER, Reason(rule="LOAD-04", text="You reach the top of the range: the harder version.")
        )
    above = case.rack.next_above(case.load_kg)
    if above is None:
        return _hold(case, "LOAD-04", "You have reached the heaviest load there is: one leg at a time, or lower more slowly.")
    if above > case.load_kg * MOST_UP + 1e-9:
        return _coarse(case, above)
    wanted = case.rack.at_most(case.load_kg * SHARE_UP[function(case.page)])
    new = max(above, min(wanted, case.rack.at_most(case.load_kg * MOST_UP)))
    text = f"All sets reached {case.item.reps[1]}: {new:g} kg, from {case.item.reps[0]} repetitions again."
    return Step(_with_load(case, new), Move.UP, Reason(rule="LOAD-04", text=text))


def _coarse(case: Case, above: float) -> Step:
    """The next step is over ten percent: extend the repetitions by two, then four, and only then take it."""
    low, top = case.item.reps
    for more in EXTEND:
        if not (len(case.sessions) > 1 and all(_topped(case, session, top + more) for session in case.sessions[:2])):
            item = _with_load(case, case.load_kg).model_copy(update={"reps": (low, top + more)})
            text = f"The next step, {above:g} kg, is more than 10 % up: first up to {top + more} repetitions with what you have."
            return Step(item, Move.HOLD, Reason(rule="LOAD-04", text=text))
    text = f"{top + EXTEND[-1]} repetitions reached: the next step, {above:g} kg, from {low} again."
    return Step(_with_load(case, above), Move.UP, Reason(rule="LOAD-04", text=text))


def _calibrate(case: Case) -> Step | None:
    """RIR far above the target before the load was ever right: move towards the load that the estimate gives, 10 % at most."""
    if not case.load_kg or case.item.rir is None or any(done.rir is None for done in case.last):
        return None
    spare = min(done.rir for done in case.last if done.rir is not None) - case.item.rir
    best = best_maximum(case.sessions[0], case.item.exercise)
    if spare <= SPARE_RIR or best is None:
        return None
    wanted = min(load_for(best, case.item.reps[0], case.item.rir), case.load_kg * MOST_UP)
    new = case.rack.at_most(wanted)
    if new <= case.load_kg:
        return None
    text = f"You had {spare:g} repetitions more in reserve than asked: {new:g} kg."
    return Step(_with_load(case, new), Move.UP, Reason(rule="LOAD-03", text=text))


def best_maximum(session: DoneSession, exercise: str) -> float | None:
    """The best estimated maximum of a session's working sets (LOAD-01), without eccentric-only sets; None without one."""
    found = [
        estimate.kg
        for done in session.of(exercise)
        if done.external_load_kg and not done.eccentric_only and (estimate := e1rm(done.external_load_kg, done.reps, done.rir)) is not None
    ]
    return max(found) if found else None


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


def _hold(case: Case, rule: str, text: str, *, fewer_sets: bool = False) -> Step:
    item = _with_load(case, case.load_kg)
    if fewer_sets:
        item = item.model_copy(update={"sets": max(1, item.sets - 1)})
    return Step(item, Move.HOLD, Reason(rule=rule, text=text))


def _with_load(case: Case, load_kg: float | None) -> Item:
    return case.item if load_kg is None else case.item.model_copy(update={"external_load_kg": load_kg})


def _lighter(rack: Rack, load_kg: float, share: float) -> float | None:
    new = rack.at_most(load_kg * share)
    return new if 0 < new < load_kg else None
