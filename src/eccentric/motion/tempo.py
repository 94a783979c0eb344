"""How long each phase of a repetition lasted, to a fraction of a frame.

A phase lasts while the driver joint moves faster than 10 degrees a second; one that is slower than 20 degrees a second on average, as in
rehabilitation, lasts while it moves faster than half its mean speed. What is left between phases is a pause.
"""

from __future__ import annotations

from dataclasses import dataclass

from eccentric.motion.landmarks import Floats

MOVING_DEG_S = 10.0
SLOW_DEG_S = 20.0
LOW, HIGH = 0.15, 0.85


@dataclass(frozen=True, slots=True)
class Moved:
    """One phase: when it began and ended, in seconds of the recording."""

    from_s: float
    to_s: float

    @property
    def lasts_s(self) -> float:
        """Seconds from beginning to end."""
        return self.to_s - self.from_s


def phase_between(time_s: Floats, angle_deg: Floats, rate_deg_s: Floats, *, rising: bool) -> Moved | None:
    """The phase inside a stretch that goes from one end of the range to the other.

    Arrays are (moment,); ``rising`` tells whether the angle grows. The search starts where 15 % and 85 % of the way were passed and walks
    outwards until the speed falls to the limit, so that a stall in the middle does not end the phase and a twitch in a pause does not
    begin one. None when the stretch has fewer than three moments or no way to go.
    """
    if len(time_s) < 3:
        return None
    sign = 1.0 if rising else -1.0
    way, speed = sign * angle_deg, sign * rate_deg_s
    low, high = float(way.min()), float(way.max())
    if not high > low:
        return None
    begun = len(way) - 1 - int((way[::-1] <= low + LOW * (high - low)).argmax())
    beyond = way[begun:] >= low + HIGH * (high - low)
    done = begun + int(beyond.argmax()) if beyond.any() else len(way) - 1
    if done <= begun:
        done = min(begun + 1, len(way) - 1)
    middle_s = max(float(time_s[done] - time_s[begun]), 1e-3)
    mean_speed = (HIGH - LOW) * (high - low) / middle_s
    limit = MOVING_DEG_S if mean_speed >= SLOW_DEG_S else 0.5 * mean_speed
    first = begun
    while first > 0 and speed[first] > limit:
        first -= 1
    last = done
    while last < len(way) - 1 and speed[last] > limit:
        last += 1
    return Moved(_crossing(time_s, speed, first, limit, step=1), _crossing(time_s, speed, last, limit, step=-1))


def _crossing(time_s: Floats, speed: Floats, slow: int, limit: float, *, step: int) -> float:
    """Where the speed crosses the limit between a slow moment and its faster neighbour, by linear interpolation."""
    fast = slow + step
    if not 0 <= fast < len(speed) or speed[slow] >= limit or speed[fast] <= limit:
        return float(time_s[slow])
    share = (limit - speed[slow]) / (speed[fast] - speed[slow])
    return float(time_s[slow] + share * (time_s[fast] - time_s[slow]))
