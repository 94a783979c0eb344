"""Where ECCENTRIC_REQUIRE_BROWSER=1 (continuous integration), a browser test that is skipped has failed."""

from __future__ import annotations

import os
from collections.abc import Generator
from typing import Any

import pytest


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn the skip of a test marked ``browser`` into a failure that says why it was skipped."""
    report = yield
    required = os.environ.get("ECCENTRIC_REQUIRE_BROWSER") == "1"
    if required and report.skipped and item.get_closest_marker("browser") and not hasattr(report, "wasxfail"):
        reason: Any = report.longrepr
        report.outcome = "failed"
        report.longrepr = f"a browser test was skipped where it must run: {reason[-1] if isinstance(reason, tuple) else reason}"
    return report
