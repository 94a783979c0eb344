"""Loading a model is quiet, but not about what went wrong."""

from __future__ import annotations

import os

import pytest

from eccentric.motion.pose.model import Model, _without_chatter
from eccentric.terms.errors import BadInput


def test_loading_a_model_prints_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    try:
        Model("pose_landmark_lite")
    except BadInput:
        pytest.skip("the models are not installed")
    assert capfd.readouterr().err == ""


def test_errors_are_passed_on(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(ValueError, match="broken"), _without_chatter():
        os.write(2, b"INFO: a delegate was made\nERROR: the model is damaged\n")
        raise ValueError("broken")
    assert capfd.readouterr().err == "ERROR: the model is damaged\n"


def test_a_model_that_is_not_there_is_bad_input() -> None:
    with pytest.raises(BadInput, match="make run"):
        Model("pose_landmark_none")
