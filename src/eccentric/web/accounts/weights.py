"""Weights as a person reads them: kept in kilograms, shown in kilograms or pounds."""

from __future__ import annotations

KG_PER_LB = 0.45359237


def in_unit(kg: float, unit: str) -> float:
    """A weight in the person's unit (``kg`` or ``lb``)."""
    return kg / KG_PER_LB if unit == "lb" else kg


def shown(kg: float, unit: str) -> str:
    """A weight with its unit: 62.5 kg, 138 lb; at most one decimal, and none that says nothing."""
    number = round(in_unit(kg, unit), 1)
    return f"{number:,.0f} {unit}" if number == int(number) else f"{number:,.1f} {unit}"
