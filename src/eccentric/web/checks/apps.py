"""The Django app of this folder."""

from __future__ import annotations

from typing import Any

from django.apps import AppConfig


class ChecksConfig(AppConfig):
    """Form checks: a clip of a set in, its report out."""

    name = "eccentric.web.checks"
    label = "checks"
    verbose_name = "Form checks"

    def ready(self) -> None:
        """Learn of analyses whose worker died for good."""
        from django_tasks.signals import task_finished

        task_finished.connect(given_up, dispatch_uid="checks-given-up")


def given_up(sender: Any, task_result: Any, **_: Any) -> None:  # noqa: ARG001 (the signal gives it)
    """End a check whose task failed outside its own words: the worker died twice on it."""
    from eccentric.web.checks import services
    from eccentric.web.checks.models import Check
    from eccentric.web.ops.reaping import DIED

    if not task_result.task.module_path.endswith("checks.tasks.analyse") or task_result.status != "FAILED":
        return
    if any(error.exception_class_path == DIED for error in task_result.errors):
        check = Check.objects.filter(pk=task_result.args[0]).first()
        if check is not None:
            services.fail(check=check, words="The analysis broke off twice. Try a shorter clip, or one with fewer pixels.")
