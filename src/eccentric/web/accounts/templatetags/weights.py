"""Weights in templates: {% load weights %}{% weight 62.5 user.weight_unit %}."""

from __future__ import annotations

from django import template

from eccentric.web.accounts.weights import shown

register = template.Library()


@register.simple_tag
def weight(kg: float | None, unit: str = "kg") -> str:
    """A weight in the person's unit, or a dash where none is known."""
    return "–" if kg is None else shown(kg, unit)
