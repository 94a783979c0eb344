"""What carries messages between the processes of a server: Redis where REDIS_URL names one, else nothing beyond this process."""

from __future__ import annotations

import os
from typing import Any


def redis_url() -> str:
    """The address of the Redis that all processes share; "" without one."""
    return os.environ.get("REDIS_URL", "")


def channel_layers() -> dict[str, Any]:
    """Return the settings of the channel layer."""
    url = redis_url()
    if not url:
        return {"default": {"BACKEND": "channels.layers.InMemoryChannelLayer"}}
    return {
        "default": {"BACKEND": "channels_redis.core.RedisChannelLayer", "CONFIG": {"hosts": [url], "prefix": "eccentric", "expiry": 30}}
    }
