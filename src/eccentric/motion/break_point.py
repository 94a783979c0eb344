"""The break point of a Nordic: knee flexion where a controlled descent turns into a fall (TEST-03)."""

from __future__ import annotations

import numpy as np

from eccentric.library.exercise import Exercise
from eccentric.motion.seen import Seen

BREAK_DEG_S = 20.0
CONTROLLED_DEG_S = 15.0
LASTS_S = 0.1
GATHERS_S = 0.3
MIN_CONTROL_S = 0.5
UNCONTROLLED = 0.1


def break_point(exercise: Exercise, seen: Seen) -> tuple[float | None, str | None]:
    """The angle in degrees (0 = straight) and None, or None and why there is none.

    The break is the first moment from which the knee extends faster than 20 degrees a second for at least 0.1 s. It only means something
    when the descent was controlled before it: until 0.3 s before the break, in which a break gathers speed, the speed stayed under 15
    degrees a second for nine tenths of the time.
    """
    if exercise.classification.pattern != "nordic" or exercise.movement.driver != "knee_flexion":
        return None, None
    if seen.eccentric is None:
        return None, "no descent was measured"
    inside = (seen.time_s >= seen.eccentric.from_s) & (seen.time_s <= seen.eccentric.to_s)
    time_s, knee = seen.time_s[inside], seen.value[inside, seen.driver]
    speed = -seen.rate[inside, seen.driver]
    fast = speed > BREAK_DEG_S
    for first in np.flatnonzero(fast):
        until = time_s[first] + LASTS_S
        window = (time_s >= time_s[first]) & (time_s <= until + 1e-9)
        if time_s[-1] >= until and fast[window].all():
            before = speed[time_s <= time_s[first] - GATHERS_S]
            if time_s[first] - time_s[0] < MIN_CONTROL_S or np.count_nonzero(before > CONTROLLED_DEG_S) > UNCONTROLLED * len(before):
                return None, "the descent was faster than 15 degrees a second before it broke, so it was a fall from the start"
            return float(knee[first]), None
    return None, "the descent never broke: it was controlled to the end"
