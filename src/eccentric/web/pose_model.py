"""Which landmark model the worker watches clips with."""

from __future__ import annotations

import os
from typing import Literal, get_args

from eccentric.terms.errors import bad_input

PoseModel = Literal["lite", "full", "heavy"]  # those of motion.pose.model, said again: settings load without NumPy


def pose_model() -> PoseModel:
    """The model that ECCENTRIC_MODEL names, else the most exact one. Raises BadInput for a name that no model has."""
    named = os.environ.get("ECCENTRIC_MODEL") or "heavy"
    for model in get_args(PoseModel):
        if named == model:
            return model  # type: ignore[no-any-return]
    raise bad_input("$ECCENTRIC_MODEL", ", ".join(get_args(PoseModel)), named)
