"""The JSON object that ``eccentric watch --json`` prints, as models with a schema."""

from __future__ import annotations

import math
from typing import Annotated, Any, Literal, Protocol

from pydantic import BaseModel, ConfigDict, Field

from eccentric.motion.watched import FoundFault, Repetition, WatchedSet
from eccentric.terms.body import Side
from eccentric.terms.faults import FaultId, Severity

Seconds = Annotated[float, Field(ge=0, allow_inf_nan=False)]
Degrees = Annotated[float, Field(allow_inf_nan=False)]
TEMPO = r"^\d+(\.\d+)?(-\d+(\.\d+)?){3}$"


class Source(Protocol):
    """What the document says about the video (``eccentric.motion.pose`` gives one)."""

    @property
    def name(self) -> str: ...
    @property
    def duration_s(self) -> float: ...
    @property
    def frames(self) -> int: ...


class Part(BaseModel):
    """Base of every part: unknown keys are errors, values never change, numbers are finite."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, populate_by_name=True, serialize_by_alias=True)


class WatchSource(Part):
    """The video that was watched."""

    name: str
    duration_s: Seconds
    frames: Annotated[int, Field(ge=0)]


class WatchView(Part):
    """Whether the camera's view carries the measurements; yaw is 0 from the side, positive towards the person's front."""

    usable: bool
    camera_yaw_deg: Degrees | None
    near_side: Side | None
    problems: tuple[str, ...]


class WatchFault(Part):
    """One fault of one repetition, with the measured value and when it was seen (half-open)."""

    id: FaultId
    severity: Severity
    value: Annotated[float, Field(allow_inf_nan=False)] | None
    unit: str
    from_s: Seconds
    to_s: Seconds


class WatchRep(Part):
    """One repetition; null means not measured, and ``break_point_reason`` says why there is no break-point."""

    index: Annotated[int, Field(ge=1)]
    side: Side
    start_s: Seconds
    turn_s: Seconds
    end_s: Seconds
    concentric_s: Seconds | None
    pause_shortened_s: Seconds | None
    eccentric_s: Seconds | None
    pause_lengthened_s: Seconds | None
    driver_min_deg: Degrees | None
    driver_max_deg: Degrees | None
    break_point_deg: Degrees | None
    break_point_reason: str | None
    complete: bool
    faults: tuple[WatchFault, ...]


class WatchSet(Part):
    """The set in a few numbers; tempo is eccentric-pause_lengthened-concentric-pause_shortened in seconds."""

    reps: Annotated[int, Field(ge=0)]
    good_reps: Annotated[int, Field(ge=0)]
    tempo: Annotated[str, Field(pattern=TEMPO)] | None
    rom_mean_deg: Degrees | None
    eccentric_total_s: Seconds | None


class WatchDocument(Part):
    """Everything that ``eccentric watch --json`` prints, version 1."""

    schema_: Literal[1] = Field(default=1, alias="schema")
    exercise: str
    source: WatchSource
    view: WatchView
    reps: tuple[WatchRep, ...]
    set: WatchSet
    cues: tuple[str, ...]


def document(watched: WatchedSet, source: Source) -> WatchDocument:
    """Put a watched set into the published form; seconds to the millisecond, degrees to a tenth, NaN to None."""
    view, summary = watched.view, watched.summary
    return WatchDocument(
        exercise=watched.exercise,
        source=WatchSource(name=source.name, duration_s=_moment(source.duration_s), frames=source.frames),
        view=WatchView(
            usable=view.usable, camera_yaw_deg=_rounded(view.camera_yaw_deg, 1), near_side=view.near_side, problems=tuple(view.problems)
        ),
        reps=tuple(_rep(rep) for rep in watched.reps),
        set=WatchSet(
            reps=summary.reps,
            good_reps=summary.good_reps,
            tempo=summary.tempo,
            rom_mean_deg=_rounded(summary.rom_mean_deg, 1),
            eccentric_total_s=_rounded(summary.eccentric_total_s, 2),
        ),
        cues=tuple(watched.cues),
    )


def to_json(watched: WatchedSet, source: Source) -> str:
    """Return the JSON text of a watched set, ending in a newline."""
    return document(watched, source).model_dump_json(indent=1) + "\n"


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema of the document."""
    return WatchDocument.model_json_schema(by_alias=True, mode="serialization")


def _rep(rep: Repetition) -> WatchRep:
    return WatchRep(
        index=rep.index,
        side=rep.side,
        start_s=_moment(rep.start_s),
        turn_s=_moment(rep.turn_s),
        end_s=_moment(rep.end_s),
        concentric_s=_rounded(rep.concentric_s, 3),
        pause_shortened_s=_rounded(rep.pause_shortened_s, 3),
        eccentric_s=_rounded(rep.eccentric_s, 3),
        pause_lengthened_s=_rounded(rep.pause_lengthened_s, 3),
        driver_min_deg=_rounded(rep.driver_min_deg, 1),
        driver_max_deg=_rounded(rep.driver_max_deg, 1),
        break_point_deg=_rounded(rep.break_point_deg, 1),
        break_point_reason=rep.break_point_reason,
        complete=rep.complete,
        faults=tuple(_fault(fault) for fault in rep.faults),
    )


def _fault(fault: FoundFault) -> WatchFault:
    return WatchFault(
        id=fault.id,
        severity=fault.severity,
        value=_rounded(fault.value, 2),
        unit=fault.unit,
        from_s=_moment(fault.from_s),
        to_s=_moment(fault.to_s),
    )


def _rounded(value: float | None, digits: int) -> float | None:
    """Round, without negative zero; None for what was not measured."""
    if value is None or not math.isfinite(value):
        return None
    return round(float(value), digits) + 0.0


def _moment(time_s: float) -> float:
    """A time within the video: never negative, to the millisecond."""
    return max(0.0, round(float(time_s), 3) + 0.0)
