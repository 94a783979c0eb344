"""Addresses of this folder."""

from django.urls import URLPattern, URLResolver, path

from eccentric.web.training.programme import views as programme
from eccentric.web.training.today import phone
from eccentric.web.training.today import views as today
from eccentric.web.training.wizard import views as wizard

app_name = "training"
urlpatterns: list[URLPattern | URLResolver] = [
    path("start/", wizard.start, name="wizard"),
    path("start/programme/", wizard.made, name="made"),
    path("start/offer/", wizard.take_offer, name="take_offer"),
    path("start/save/", wizard.save, name="save"),
    path("start/<slug:key>/", wizard.step, name="step"),
    path("today/", today.today, name="today"),
    path("today/act/", today.act, name="act"),
    path("today/sync/", phone.sync, name="sync"),
    path("today/<uuid:session_id>/after/", today.after, name="after"),
    path("today/<uuid:session_id>/again/", today.after_again, name="after_again"),
    path("programme/", programme.programme, name="programme"),
    path("programme/move/", programme.move, name="move"),
    path("programme/calendar/new/", programme.renew_calendar, name="renew_calendar"),
    path("programme/paper.pdf", programme.paper, name="paper"),
    path("calendar/<str:token>.ics", programme.calendar, name="calendar"),
    path("worker.js", phone.worker, name="worker"),
    path("app.webmanifest", phone.manifest, name="manifest"),
]
