"""What the load asks of one leg's joints: torque at hip and knee against their angles, standing still (quasi-static).

Every torque is positive where the hamstrings must resist it: the load straightens the knee or folds the hip. NaN where the model
says nothing about a joint. Angles in degrees, flexion positive; masses are those of the whole person and are divided by ``legs``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

import numpy as np
import numpy.typing as npt

from eccentric.anatomy.body import Segments
from eccentric.terms.errors import bad_input
from eccentric.terms.units import GRAVITY_M_S2

Floats = npt.NDArray[np.float64]
ANKLE_WEIGHT_AT = 0.935  # of the shank, from the knee: just above the ankle bone (engineering default)
LimbPosture = Literal["standing", "prone", "seated"]
PAD_AT = 0.87  # of the shank: a machine's pad above the heel (engineering default)


@dataclass(frozen=True, slots=True)
class Demand:
    """Torque that one leg must resist, (pose,) newton metres each, NaN = not modelled."""

    hip_nm: Floats
    knee_nm: Floats


class Load(Protocol):
    """Anything that asks torque of the hip and the knee."""

    def demand(self, hip_deg: Floats, knee_deg: Floats, body: Segments) -> Demand:
        """Torque at each pose: both angles (pose,)."""


@dataclass(frozen=True, slots=True)
class Machine:
    """A curl machine: the same torque everywhere, or times a cam given as (knee angle, factor) points in rising order."""

    torque_nm: float
    cam: tuple[tuple[float, float], ...] = ()

    def demand(self, hip_deg: Floats, knee_deg: Floats, body: Segments) -> Demand:  # noqa: ARG002
        """Torque at the knee; nothing is known of the hip, which the bench holds."""
        factor = np.ones_like(knee_deg)
        if self.cam:
            angles, factors = (np.array(column) for column in zip(*self.cam, strict=True))
            if np.any(np.diff(angles) <= 0):
                raise bad_input("cam", "knee angles in rising order", str(angles.tolist()))
            factor = np.interp(knee_deg, angles, factors)
        return Demand(np.full_like(knee_deg, np.nan), self.torque_nm * factor)


@dataclass(frozen=True, slots=True)
class Limb:
    """The weight of the shank and foot, with or without an ankle weight."""

    posture: LimbPosture
    weight_kg: float = 0.0

    def demand(self, hip_deg: Floats, knee_deg: Floats, body: Segments) -> Demand:  # noqa: ARG002
        """g sin(psi) (sum of mass times distance from the knee); psi is how far the shank is from hanging straight down."""
        psi = {"standing": knee_deg, "prone": 90 - knee_deg, "seated": knee_deg - 90}[self.posture]
        moment = body.shank_kg * body.shank_com_m + body.foot_kg * body.foot_m + self.weight_kg * ANKLE_WEIGHT_AT * body.shank_m
        return Demand(np.full_like(knee_deg, np.nan), GRAVITY_M_S2 * moment * np.sin(np.radians(psi)))


@dataclass(frozen=True, slots=True)
class Band:
    """A band, or a cable, from the ankle to a fixed anchor.

    ``anchor_m`` is the distance from the knee to the anchor, ``offset_deg`` the angle between the straight shank and the line to it.
    ``constant_n`` is a pull that does not grow with stretch: a cable's.
    """

    stiffness_n_m: float
    rest_m: float
    anchor_m: float
    offset_deg: float = 0.0
    legs: int = 1
    constant_n: float = 0.0

    def stretched_m(self, knee_deg: Floats, body: Segments) -> Floats:
        """The distance from the ankle to the anchor."""
        reach, gamma = ANKLE_WEIGHT_AT * body.shank_m, np.radians(knee_deg + self.offset_deg)
        return np.sqrt(self.anchor_m**2 + reach**2 - 2 * self.anchor_m * reach * np.cos(gamma))

    def demand(self, hip_deg: Floats, knee_deg: Floats, body: Segments) -> Demand:  # noqa: ARG002
        """Tension times the band's distance from the knee; a slack band pulls nothing."""
        reach, gamma = ANKLE_WEIGHT_AT * body.shank_m, np.radians(knee_deg + self.offset_deg)
        distance = self.stretched_m(knee_deg, body)
        tension = self.constant_n + self.stiffness_n_m * np.maximum(distance - self.rest_m, 0.0)
        torque = tension * self.anchor_m * reach * np.sin(gamma) / np.maximum(distance, 1e-9)
        return Demand(np.full_like(knee_deg, np.nan), torque / self.legs)


@dataclass(frozen=True, slots=True)
class Kneeling:
    """A Nordic or a glute-ham raise: the body above the knees turns about them; ``weight_kg`` is held at the chest."""

    legs: int = 2
    weight_kg: float = 0.0
    shank_deg: float = 0.0

    def demand(self, hip_deg: Floats, knee_deg: Floats, body: Segments) -> Demand:
        """phi is the thigh's lean from upright: 90 - knee flexion on a level shank (``shank_deg`` raises the feet)."""
        phi = np.radians(90 - knee_deg - self.shank_deg)
        trunk = np.sin(phi + np.radians(hip_deg))
        hat = body.hat_kg * body.hat_com_m + self.weight_kg * body.shoulder_m
        hip = GRAVITY_M_S2 * hat * trunk / self.legs
        thigh = (body.hat_kg + self.weight_kg) * body.thigh_m / self.legs + body.thigh_kg * body.thigh_com_m
        return Demand(hip, hip + GRAVITY_M_S2 * thigh * np.sin(phi))


@dataclass(frozen=True, slots=True)
class Hinge:
    """A bar or dumbbells hanging from the shoulders while the trunk leans: Romanian deadlift, good morning."""

    weight_kg: float = 0.0
    legs: int = 2

    def demand(self, hip_deg: Floats, knee_deg: Floats, body: Segments) -> Demand:
        """Trunk lean = hip less knee flexion (shank upright), never backwards; an upper bound, for the bar hangs free of the legs."""
        return self.at_lean(np.maximum(hip_deg - knee_deg, 0.0), body)

    def at_lean(self, trunk_lean_deg: Floats, body: Segments) -> Demand:
        """Torque at the hip for a lean of the trunk from upright; the knee's is not modelled."""
        moment = body.head_trunk_kg * body.head_trunk_com_m + (body.arms_kg + self.weight_kg) * body.shoulder_m
        hip = GRAVITY_M_S2 * np.sin(np.radians(trunk_lean_deg)) * moment / self.legs
        return Demand(hip, np.full_like(hip, np.nan))


@dataclass(frozen=True, slots=True)
class BackExtension:
    """A back extension bench: the thighs rest at ``incline_deg`` from upright (45, or 90 = level); weight held at the chest."""

    incline_deg: float = 45.0
    weight_kg: float = 0.0
    legs: int = 2

    def demand(self, hip_deg: Floats, knee_deg: Floats, body: Segments) -> Demand:  # noqa: ARG002
        """The trunk leans incline + hip flexion from upright; greatest where it is level."""
        moment = body.hat_kg * body.hat_com_m + self.weight_kg * body.shoulder_m
        hip = GRAVITY_M_S2 * moment * np.sin(np.radians(self.incline_deg + hip_deg)) / self.legs
        return Demand(hip, np.full_like(hip, np.nan))


@dataclass(frozen=True, slots=True)
class LegRaise:
    """Trunk held level face down and straight legs lifted behind: the reverse hyperextension; ``weight_kg`` hangs at the ankle."""

    weight_kg: float = 0.0

    def demand(self, hip_deg: Floats, knee_deg: Floats, body: Segments) -> Demand:  # noqa: ARG002
        """The leg's weight about the hip, greatest where the leg is level with the trunk (hip 0)."""
        thigh = body.thigh_kg * (body.thigh_m - body.thigh_com_m)
        shank = body.shank_kg * (body.thigh_m + body.shank_com_m) + body.foot_kg * (body.thigh_m + body.foot_m)
        moment = thigh + shank + self.weight_kg * (body.thigh_m + ANKLE_WEIGHT_AT * body.shank_m)
        hip = GRAVITY_M_S2 * moment * np.cos(np.radians(hip_deg))
        return Demand(hip, np.full_like(hip, np.nan))


@dataclass(frozen=True, slots=True)
class Bridge:
    """Lying on the back, shoulders and feet on the floor, hips lifted; ``weight_kg`` lies on the hips."""

    weight_kg: float = 0.0
    legs: int = 2

    def demand(self, hip_deg: Floats, knee_deg: Floats, body: Segments) -> Demand:
        """Statics of the chain shoulder, hip, knee, ankle with both ends on the floor and vertical forces there (no friction)."""
        hip_x, knee_x, ankle_x = _chain(hip_deg, knee_deg, body)
        thigh_x = knee_x + (hip_x - knee_x) * body.thigh_com_m / body.thigh_m
        shank_x = knee_x + (ankle_x - knee_x) * body.shank_com_m / body.shank_m
        trunk_x = hip_x * (1 - body.hat_com_m / body.shoulder_m)
        moments = body.hat_kg * trunk_x + self.weight_kg * hip_x
        moments = moments + self.legs * (body.thigh_kg * thigh_x + body.shank_kg * shank_x + body.foot_kg * ankle_x)
        foot = moments / ankle_x / self.legs
        knee = foot * (ankle_x - knee_x) - body.shank_kg * (shank_x - knee_x) - body.foot_kg * (ankle_x - knee_x)
        hip = foot * (ankle_x - hip_x) - body.thigh_kg * (thigh_x - hip_x)
        hip = hip - body.shank_kg * (shank_x - hip_x) - body.foot_kg * (ankle_x - hip_x)
        return Demand(GRAVITY_M_S2 * hip, GRAVITY_M_S2 * knee)


def _chain(hip_deg: Floats, knee_deg: Floats, body: Segments) -> tuple[Floats, Floats, Floats]:
    """How far hip, knee and ankle lie from the shoulder along the floor, the whole chain turned until the ankle is on it."""
    thigh_rad = np.radians(hip_deg)
    shank_rad = thigh_rad - np.radians(knee_deg)
    hip = np.full(np.shape(thigh_rad), body.shoulder_m, dtype=np.complex128)
    knee = hip + body.thigh_m * np.exp(1j * thigh_rad)
    ankle = knee + body.shank_m * np.exp(1j * shank_rad)
    turn = np.conj(ankle) / np.abs(ankle)
    return (hip * turn).real, (knee * turn).real, np.abs(ankle)
