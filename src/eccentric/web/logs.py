"""Structured logs: one JSON object a line, with no health data, no names and no addresses of private pages."""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime
from typing import Any

KEPT = ("route", "method", "status", "ms", "job", "kind", "count", "worker")


class JsonLines(logging.Formatter):
    """A record as one JSON line: when, how bad, who, what; of a request its route with placeholders, never its path or form."""

    def format(self, record: logging.LogRecord) -> str:
        said: dict[str, Any] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
        }
        request = getattr(record, "request", None)
        if request is not None:
            match = getattr(request, "resolver_match", None)
            said |= {"message": "request failed", "method": request.method, "route": match.route if match else "unknown"}
            said["status"] = getattr(record, "status_code", None)
        else:
            said["message"] = record.getMessage()
        said |= {name: getattr(record, name) for name in KEPT if hasattr(record, name)}
        if record.exc_info and record.exc_info[0] is not None:
            said["exception"] = record.exc_info[0].__name__
            said["trace"] = _places(record.exc_info)
        return json.dumps(said, ensure_ascii=False, default=str)


def _places(exc_info: Any) -> list[str]:
    """Where an exception passed, without its message: messages may quote what people typed."""
    places, step = [], exc_info[2]
    while step is not None:
        code = step.tb_frame.f_code
        places.append(f"{code.co_filename.rsplit('/site-packages/', 1)[-1]}:{step.tb_lineno} {code.co_name}")
        step = step.tb_next
    return places[-12:]


def logging_settings(level: str) -> dict[str, Any]:
    """Return Django's LOGGING: everything as JSON lines on standard error."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"json": {"()": "eccentric.web.logs.JsonLines"}},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "json"}},
        "root": {"handlers": ["stderr"], "level": "WARNING"},
        "loggers": {
            "eccentric": {"level": level, "propagate": True},
            "django": {"handlers": [], "level": "WARNING", "propagate": True},
            "django.server": {"handlers": [], "level": "WARNING", "propagate": True},
            "django_tasks_db": {"level": "WARNING"},
        },
    }
