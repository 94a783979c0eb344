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
from eccentric.plan.pain_cut import Cut
from eccentric.plan.programme import Item, Reason

PAIN_CUT = 0.75
MISSED_CUT = 0.925
DROP = 0.95
MOST_UP = 1.10
SHARE_UP = {Function.KNEE: 1.05, Function.HIP: 1.05, Function.QUADS: 1.05, Function.OTHER: 1.05}
EXTEND = (2, 4)
SPARE_RIR = 2.0
WAITS = 4
"""Sessions of an exercise after a painful one in which its load doesn't rise past what was clean (engineering default)."""


class Move(StrEnum):
    """What happens to an exercise."""

    UP = "up"
    HOLD = "hold"
    DOWN = "down"
    EASIER = "easier"
    HARDER = "harder"
    START = "start"
    OUT = "out"


@dataclass(frozen=True, slots=True)
class Step:
    """The next dose of one exercise, what moved, and why in one sentence."""

    item: Item
    move: Move
    reason: Reason


@dataclass(frozen=True, slots=True)
class Case:
    """What decides: the planned item, its page, the loads that exist, the person's pain limits, and its sessions, newest first.

    ``cut`` is the newest painful session of the last weeks, None when there was none.
    """

    item: Item
    page: Exercise
    rack: Rack
    limits: PainLimits
    sessions: Sequence[DoneSession]
    cut: Cut | None = None

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
    for rule in (_pain, _form, _missed, _back, _one_at_a_time, _follow, _ready, _calibrate):
        step = rule(case)
        if step is not None:
            return step
    return _hold(case, "LOAD-04", f"Same load; aim for one repetition more, up to {case.item.reps[1]}.")


def _pain(case: Case) -> Step | None:
    pain = case.sessions[0].pain_of(case.item.exercise)
    light = case.limits.light(pain)
    if light is Light.AMBER:
        reason = Reason(rule=case.limits.rule, text=f"Pain was {pain.worst:g} of 10 and settled: load and sets hold.")
        return Step(_no_harder(case, case.load_kg), Move.HOLD, reason)
    if light is not Light.RED:
        return None
    settled = pain.worst is not None and pain.worst <= case.limits.amber_max
    said = "had not settled by morning" if settled else f"was {pain.worst:g} of 10, above your {case.limits.amber_max:g}"
    again = len(case.sessions) > 1 and case.limits.light(case.sessions[1].pain_of(case.item.exercise)) is Light.RED
    lighter = _lighter(case.rack, case.load_kg, PAIN_CUT) if case.load_kg and not again else None
    if lighter is None:
        reason = Reason(rule=case.limits.rule, text=f"Pain {said}: an easier exercise instead.")
        return Step(_with_load(case, case.load_kg), Move.EASIER, reason)
    return Step(_no_harder(case, lighter), Move.DOWN, Reason(rule=case.limits.rule, text=f"Pain {said}: {lighter:g} kg, a quarter less."))


def _no_harder(case: Case, load_kg: float | None) -> Item:
    """Nothing rises after pain: sets and reserve don't get harder than last time."""
    item = _with_load(case, load_kg)
    kept = [done.rir for done in case.last if done.rir is not None]
    rir = None if item.rir is None else max(item.rir, min(kept, default=0.0))
    return item.model_copy(update={"sets": min(item.sets, len(case.last)), "rir": rir})


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


def _back(case: Case) -> Step | None:
    """After a painful session: back up by one step a session when pain was green twice, to what was clean; beyond that the load waits."""
    if case.cut is None or not case.load_kg:
        return None
    lights = [case.limits.light(session.pain_of(case.item.exercise)) for session in case.sessions[:2]]
    above, clean = case.rack.next_above(case.load_kg), case.cut.clean_kg
    quiet = len(lights) == 2 and not {Light.RED, Light.AMBER} & set(lights)
    if quiet and above is not None and clean is not None and above <= clean + 1e-9:
        text = f"Pain is quiet: one step back up, {above:g} kg."
        return Step(_with_load(case, above), Move.UP, Reason(rule=case.limits.rule, text=text))
    if case.cut.sessions_ago <= WAITS:
        reason = Reason(rule=case.limits.rule, text="It hurt not long ago: the load waits a few sessions.")
        return Step(_no_harder(case, case.load_kg), Move.HOLD, reason)
    return None


def _one_at_a_time(case: Case) -> Step | None:
    """Sets and load don't rise in the same session: a jump in the week's work is what LOAD-07 warns of."""
    before = len(case.last)
    if not case.load_kg or case.item.sets <= before:
        return None
    return _hold(case, "LOAD-07", f"{case.item.sets} sets instead of {before} this time, so the load stays.")


def _follow(case: Case) -> Step | None:
    """Two sessions in a row whose estimates carry a heavier load at the low end of the range, with this week's reserve (LOAD-02)."""
    if len(case.sessions) < 2 or not case.load_kg or case.item.rir is None or min(done.reps for done in case.last) < case.item.reps[0]:
        return None
    maxima = [best_maximum(session, case.item.exercise) for session in case.sessions[:2]]
    sure = min((value for value in maxima if value is not None), default=None)
    if sure is None or None in maxima:
        return None
    low = case.item.reps[0]
    new = case.rack.at_most(min(load_for(sure, low, case.item.rir), case.load_kg * MOST_UP))
    if new <= case.load_kg:
        return None
    text = f"Your last two sessions carry {new:g} kg for {low} with {case.item.rir:g} in reserve."
    return Step(_with_load(case, new), Move.UP, Reason(rule="LOAD-02", text=text))


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
    """The next step is over ten percent: extend the repetitions by two, then four, until the new load leaves the low end possible."""
    low, top = case.item.reps
    best = best_maximum(case.sessions[0], case.item.exercise)
    fits = best is not None and load_for(best, low, case.item.rir or 0) >= above
    for more in EXTEND:
        reached = all(_topped(case, session, top + more) for session in case.sessions[: 1 if fits else 2])
        if not reached:
            item = _with_load(case, case.load_kg).model_copy(update={"reps": (low, top + more)})
            text = f"The next step, {above:g} kg, is more than 10 % up: first up to {top + more} repetitions with what you have."
            return Step(item, Move.HOLD, Reason(rule="LOAD-04", text=text))
        if fits:
            break
    text = f"You went past {top} repetitions: the next step, {above:g} kg, from {low} again."
    return Step(_with_load(case, above), Move.UP, Reason(rule="LOAD-04", text=text))


def _calibrate(case: Case) -> Step | None:
    """More in reserve than asked: the load that the estimate gives for the same repetitions (LOAD-02), 10 % up at most."""
    if not case.load_kg or case.item.rir is None or any(done.rir is None for done in case.last):
        return None
    spare = min(done.rir for done in case.last if done.rir is not None) - case.item.rir
    best = best_maximum(case.sessions[0], case.item.exercise)
    reps = min(done.reps for done in case.last)
    if spare < SPARE_RIR / 2 or best is None or reps < case.item.reps[0]:
        return None
    new = case.rack.at_most(min(load_for(best, reps, case.item.rir), case.load_kg * MOST_UP))
    if new <= case.load_kg:
        return None
    text = f"You left {spare:g} more in reserve than this week asks: {new:g} kg for the same repetitions."
    return Step(_with_load(case, new), Move.UP, Reason(rule="LOAD-02", text=text))


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
