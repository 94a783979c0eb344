"""The faults of movement that Eccentric can name."""

from __future__ import annotations

from enum import StrEnum


class FaultId(StrEnum):
    """Names of faults, as exercise files and reports write them."""

    HIPS_LIFT = "hips-lift"
    PARTIAL_RANGE = "partial-range"
    INCOMPLETE_RETURN = "incomplete-return"
    RUSHED_LOWERING = "rushed-lowering"
    MOMENTUM = "momentum"
    THIGH_DRIFT = "thigh-drift"
    TRUNK_LEAN = "trunk-lean"
    HIP_BREAK = "hip-break"
    SQUATTING = "squatting"
    ROUNDED_BACK = "rounded-back"
    HYPEREXTENSION = "hyperextension"
    ASYMMETRY = "asymmetry"


SEEN_BY_CAMERA = frozenset(FaultId) - {FaultId.ROUNDED_BACK}
"""Faults that a detector looks for; landmarks have no point on the back, so a rounded one is left to the reader's own eyes."""


class Severity(StrEnum):
    """How far beyond its limit a fault went."""

    WARN = "warn"
    FAIL = "fail"
