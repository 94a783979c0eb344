"""The application as a server sees it: pages over HTTP, live sets over websockets."""

from __future__ import annotations

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "eccentric.web.settings")

import django

django.setup(set_prefix=False)

from channels.auth import AuthMiddlewareStack  # noqa: E402 (Django first)
from channels.routing import ProtocolTypeRouter, URLRouter  # noqa: E402 (Django first)
from channels.security.websocket import AllowedHostsOriginValidator  # noqa: E402 (Django first)
from django.conf import settings  # noqa: E402 (Django first)

from eccentric.web.body_limit import BodyLimit  # noqa: E402 (Django first)
from eccentric.web.handler import PooledHandler  # noqa: E402 (Django first)
from eccentric.web.live.sockets import sockets  # noqa: E402 (Django first)

application = ProtocolTypeRouter(
    {
        "http": BodyLimit(PooledHandler(), settings.CLIP_MOST_BYTES),
        "websocket": AllowedHostsOriginValidator(AuthMiddlewareStack(URLRouter(sockets))),
    }
)
