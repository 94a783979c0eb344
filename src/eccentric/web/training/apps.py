"""The Django app of this folder."""

from django.apps import AppConfig


class TrainingConfig(AppConfig):
    """The member's training: wizard, today, programme, progress."""

    name = "eccentric.web.training"
    label = "training"
    verbose_name = "Training"
