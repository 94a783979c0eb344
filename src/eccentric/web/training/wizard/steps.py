"""The wizard's steps: their order, what each asks, and how its form is read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.http import QueryDict

from eccentric.plan.questions import QUESTIONS, Question
from eccentric.web.training.wizard import answers
from eccentric.web.training.wizard.answers import GROUPS, Answers


@dataclass(frozen=True, slots=True)
class Step:
    """One screen: ``key`` is its address, ``template`` what it shows, ``read`` turns its form into answers."""

    key: str
    title: str
    template: str
    read: Callable[[QueryDict], Answers]
    context: Callable[[], dict[str, Any]] = dict
    may_skip: bool = False


def _questions(group: str, rule: str) -> dict[str, Any]:
    asked: list[Question] = [question for question in QUESTIONS if question.group == group]
    return {"questions": asked, "rule_id": rule}


def _safety() -> list[Step]:
    return [
        Step(
            f"safety-{number}",
            group,
            "safety",
            partial(answers.read_safety, group=group),
            partial(_questions, group, rule),
        )
        for number, (group, rule) in enumerate(GROUPS, 1)
    ]


STEPS: tuple[Step, ...] = (
    Step("goal", "What do you want?", "goal", answers.read_goal),
    *_safety(),
    Step("pain", "Does anything hurt?", "pain", answers.read_pain, may_skip=True),
    Step("equipment", "What can you use?", "equipment", answers.read_equipment),
    Step("days", "When can you train?", "days", answers.read_days),
    Step("you", "About you", "you", answers.read_you, may_skip=True),
)
BY_KEY = {step.key: step for step in STEPS}


def following(key: str) -> str | None:
    """The key of the step after one, or None after the last."""
    keys = list(BY_KEY)
    place = keys.index(key) + 1
    return keys[place] if place < len(keys) else None


def before(key: str) -> str | None:
    """The key of the step before one, or None at the first."""
    keys = list(BY_KEY)
    place = keys.index(key)
    return keys[place - 1] if place else None
