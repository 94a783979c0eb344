"""Addresses of the live websockets."""

from __future__ import annotations

from typing import Any

sockets: list[Any] = []
