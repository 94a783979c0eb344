"""The application as a server sees it: pages over HTTP."""

from __future__ import annotations

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "eccentric.web.settings")

import django

django.setup(set_prefix=False)

from django.conf import settings  # noqa: E402 (Django first)

from eccentric.web.body_limit import BodyLimit  # noqa: E402 (Django first)
from eccentric.web.handler import PooledHandler  # noqa: E402 (Django first)

application = BodyLimit(PooledHandler(), settings.CLIP_MOST_BYTES)
