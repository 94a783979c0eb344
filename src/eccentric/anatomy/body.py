"""Body segments from a published table, by sex, mass and height.

Source: de Leva P (1996), Adjustments to Zatsiorsky-Seluyanov's segment inertia parameters, J Biomech 29:1223-1230, table 4
(100 men and 15 women, young and fit; others differ by several per cent). Entered from knowledge of the table, not re-read in the paper.
"""

from __future__ import annotations

from dataclasses import dataclass

from eccentric.terms.body import Sex
from eccentric.terms.errors import BadInput, Problem

MASS_KG, HEIGHT_M = (30.0, 250.0), (1.2, 2.3)


@dataclass(frozen=True, slots=True)
class Body:
    """Whose body: mass, height and sex, as the segment table uses them."""

    mass_kg: float = 75.0
    height_m: float = 1.75
    sex: Sex = Sex.MALE

    def __post_init__(self) -> None:
        problems = [
            Problem(name, f"{low:g} to {high:g}", f"{value:g}")
            for name, value, (low, high) in (("mass_kg", self.mass_kg, MASS_KG), ("height_m", self.height_m, HEIGHT_M))
            if not low <= value <= high
        ]
        if problems:
            raise BadInput(problems)


@dataclass(frozen=True, slots=True)
class Segments:
    """Masses (kg) and lengths (m) of one leg's segments and of what it carries.

    Centres of thigh, shank and foot (taken at the ankle) are measured from the knee, those of head with trunk and of both arms from the
    hips; ``shoulder_m`` is the shoulder's height above the hips.
    """

    thigh_kg: float
    thigh_m: float
    thigh_com_m: float
    shank_kg: float
    shank_m: float
    shank_com_m: float
    foot_kg: float
    foot_m: float
    head_trunk_kg: float
    head_trunk_com_m: float
    arms_kg: float
    folded_arms_com_m: float
    shoulder_m: float

    @property
    def hat_kg(self) -> float:
        """Head, arms and trunk together."""
        return self.head_trunk_kg + self.arms_kg

    @property
    def hat_com_m(self) -> float:
        """Centre of head, arms and trunk above the hips, arms folded on the chest."""
        return (self.head_trunk_kg * self.head_trunk_com_m + self.arms_kg * self.folded_arms_com_m) / self.hat_kg


@dataclass(frozen=True, slots=True)
class _Table:
    """One column of the table: masses as fractions of the body, lengths in metres at ``height_m``, centres as fractions from the upper end.

    ``trunk`` runs from mid-shoulder to mid-hip, ``neck_trunk`` from the seventh neck vertebra to mid-hip, ``head`` from the vertex to it.
    """

    height_m: float
    head: tuple[float, float, float]
    trunk: tuple[float, float, float]
    neck_trunk_m: float
    upper_arm: tuple[float, float, float]
    forearm_hand: float
    thigh: tuple[float, float, float]
    shank: tuple[float, float, float]
    foot: float


_TABLES = {
    Sex.MALE: _Table(
        height_m=1.741,
        head=(0.0694, 0.2429, 0.5002),
        trunk=(0.4346, 0.5155, 0.4310),
        neck_trunk_m=0.6033,
        upper_arm=(0.0271, 0.2817, 0.5772),
        forearm_hand=0.0162 + 0.0061,
        thigh=(0.1416, 0.4222, 0.4095),
        shank=(0.0433, 0.4340, 0.4459),
        foot=0.0137,
    ),
    Sex.FEMALE: _Table(
        height_m=1.735,
        head=(0.0668, 0.2437, 0.4841),
        trunk=(0.4257, 0.4979, 0.3782),
        neck_trunk_m=0.6148,
        upper_arm=(0.0255, 0.2751, 0.5754),
        forearm_hand=0.0138 + 0.0056,
        thigh=(0.1478, 0.3685, 0.3612),
        shank=(0.0481, 0.4323, 0.4416),
        foot=0.0129,
    ),
}


def segments(body: Body) -> Segments:
    """The segments of a body: masses scale with its mass, lengths with its height."""
    table = _TABLES[body.sex]
    tall, heavy = body.height_m / table.height_m, body.mass_kg
    head_trunk = table.head[0] + table.trunk[0]
    head_com = table.neck_trunk_m + table.head[1] * (1 - table.head[2])
    trunk_com = table.trunk[1] * (1 - table.trunk[2])
    return Segments(
        thigh_kg=table.thigh[0] * heavy,
        thigh_m=table.thigh[1] * tall,
        thigh_com_m=table.thigh[1] * (1 - table.thigh[2]) * tall,
        shank_kg=table.shank[0] * heavy,
        shank_m=table.shank[1] * tall,
        shank_com_m=table.shank[1] * table.shank[2] * tall,
        foot_kg=table.foot * heavy,
        foot_m=table.shank[1] * tall,
        head_trunk_kg=head_trunk * heavy,
        head_trunk_com_m=(table.head[0] * head_com + table.trunk[0] * trunk_com) / head_trunk * tall,
        arms_kg=2 * (table.upper_arm[0] + table.forearm_hand) * heavy,
        folded_arms_com_m=(table.trunk[1] - table.upper_arm[1] * table.upper_arm[2]) * tall,
        shoulder_m=table.trunk[1] * tall,
    )
