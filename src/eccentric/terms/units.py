"""Conversions between units; everywhere else a quantity carries its unit in its name."""

from __future__ import annotations

KG_PER_LB = 0.45359237
M_PER_INCH = 0.0254
GRAVITY_M_S2 = 9.80665


def kg_from_lb(mass_lb: float) -> float:
    """Kilograms from avoirdupois pounds."""
    return mass_lb * KG_PER_LB


def lb_from_kg(mass_kg: float) -> float:
    """Avoirdupois pounds from kilograms."""
    return mass_kg / KG_PER_LB


def m_from_inch(length_inch: float) -> float:
    """Metres from inches."""
    return length_inch * M_PER_INCH


def inch_from_m(length_m: float) -> float:
    """Inches from metres."""
    return length_m / M_PER_INCH
