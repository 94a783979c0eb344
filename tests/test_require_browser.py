"""A skipped browser test fails where browsers are required, and only there."""

from __future__ import annotations

import pytest

SKIPPED = """
import pytest

@pytest.mark.browser
def test_page():
    pytest.skip("no Chromium here")

def test_other():
    pytest.skip("not today")
"""


@pytest.mark.parametrize(("required", "failed", "skipped"), [("1", 1, 1), ("0", 0, 2)])
def test_skip_of_a_browser_test(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, root: object, required: str, failed: int, skipped: int
) -> None:
    monkeypatch.setenv("ECCENTRIC_REQUIRE_BROWSER", required)
    monkeypatch.setenv("PYTHONPATH", str(root))
    pytester.makeini("[pytest]\nmarkers = browser: drives a browser\n")
    pytester.makepyfile(SKIPPED)
    result = pytester.runpytest_subprocess("-p", "tests.require_browser", "-p", "no:randomly", "-p", "no:django")
    result.assert_outcomes(failed=failed, skipped=skipped)
    assert ("no Chromium here" in result.stdout.str()) == bool(failed)
