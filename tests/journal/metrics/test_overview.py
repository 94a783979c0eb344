"""Every metric of the overview has its source and trust, and agrees with the metric's own module."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from tests.journal.samples import START, rehab_journal

from eccentric.journal.journal import Journal
from eccentric.journal.metrics.overview import Overview, overview
from eccentric.journal.metrics.trust import Confidence, Metric
from eccentric.journal.period import period_of
from eccentric.journal.records import Entry, Session, SetRecord


def metrics(journal: Journal) -> dict[str, Metric]:
    period = period_of(journal, START + timedelta(weeks=20))
    assert period is not None
    return {metric.name: metric for metric in overview(journal, period).metrics}


def test_the_known_answers_of_eight_weeks() -> None:
    found = metrics(rehab_journal())
    assert found["hard sets this week, semitendinosus"].value == 5
    assert found["planned sessions done"].value == 13 / 16
    assert found["session load this week"].value == 270
    assert found["change of pain"].value == -3
    assert found["change of pain"].note == "better, medium change"
    assert found["gap between sides, single-leg-bridge"].value == pytest.approx(500 / 29)
    assert found["lowering kept slow"].value == 26 / 39
    assert found["sets at long length this week"].value == 3
    assert found["e1RM of seated-leg-curl"].confidence is Confidence.LOW
    assert "e1RM of nordic-curl" not in found


def test_every_metric_has_a_source_and_no_trust_without_a_value() -> None:
    for metric in metrics(rehab_journal()).values():
        assert metric.source.rule and metric.source.cite and metric.source.grade in "ABC"
        assert (metric.value is None) <= (metric.confidence is Confidence.NONE), metric.name


def test_a_bare_log_has_few_metrics_and_says_what_is_unknown() -> None:
    bare = Journal(sessions=(Session(day=START, entries=(Entry(name="x", exercise="lying-leg-curl", sets=(SetRecord(reps=8),)),)),))
    found = metrics(bare)
    for name in ("volume load this week", "seconds of lowering this week", "session load this week", "planned sessions done"):
        assert (found[name].value, found[name].confidence) == (None, Confidence.NONE), name


def test_it_reads_back_from_its_json() -> None:
    journal = rehab_journal()
    period = period_of(journal, START + timedelta(weeks=20))
    assert period is not None
    text = overview(journal, period).model_dump_json(by_alias=True)
    assert Overview.model_validate_json(text) == overview(journal, period)
    assert "NaN" not in text
    assert (json.loads(text)["schema"], json.loads(text)["first"]) == (1, "2025-03-03")
