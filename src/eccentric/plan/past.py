"""Days of a profile that say what has happened: none of them is still to come."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import AfterValidator, ValidationInfo


def _happened(day: dt.date, info: ValidationInfo) -> dt.date:
    """The day itself, when it is not after the reader's day; without one (``context={"today": ...}``) every day will do."""
    today = (info.context or {}).get("today")
    if today is not None and day > today:
        raise ValueError(f"a day up to {today.isoformat()}")
    return day


def _operated(day: dt.date, info: ValidationInfo) -> dt.date:
    try:
        return _happened(day, info)
    except ValueError as error:
        raise ValueError(f"{error} (before an operation ask your surgeon what to train, and plan once it is done)") from None


PastDay = Annotated[dt.date, AfterValidator(_happened)]
OperationDay = Annotated[dt.date, AfterValidator(_operated)]
