"""The schema of an evidence file: one TOML file in library/evidence is one source."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

from eccentric.library.exercise import Grade, Id, Sentence, Strict

RuleId = Annotated[str, StringConstraints(pattern=r"^[A-Z]+-[0-9]{2}$")]


class Source(Strict):
    """One study, review, guideline or engineering default; ``id`` is the file's name without its ending."""

    id: Id
    kind: Literal["meta-analysis", "trial", "cohort", "cross-sectional", "consensus", "guideline", "review", "case-study", "engineering"]
    authors: Sentence
    year: int | None = None
    title: str | None = None
    journal: str | None = None
    doi: str | None = None
    pmid: str | None = None
    url: str | None = None
    people: int | None = None
    measured: Sentence
    found: Sentence
    grade: Grade
    verified: Literal["read-in-source", "secondary", "from-memory", "engineering-default"]
    rules: list[str] = Field(default_factory=list)
    cautions: str | None = None


class Rule(Strict):
    """One of the coach's rules: what it says, its numbers, how strong it is and what carries it."""

    id: RuleId
    engine: Literal["gate", "pain", "plan", "load", "prevent", "test", "rehab", "form", "outcome"]
    statement: Sentence
    numbers: dict[str, Any] = Field(default_factory=dict)
    strength: Grade
    strength_note: str | None = None
    basis: Sentence
    unverified: str | None = None
