"""Getting ready: steps are skipped when nothing changed, and a failure is one line."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from scripts import bootstrap


def test_a_stamp_holds_until_an_input_changes(tmp_path: Path) -> None:
    lock, stamp = tmp_path / "lock", tmp_path / "stamp"
    lock.write_text("one")
    stamp.write_text(bootstrap.fingerprint(lock))
    assert bootstrap.done(stamp, bootstrap.fingerprint(lock))
    lock.write_text("two")
    assert not bootstrap.done(stamp, bootstrap.fingerprint(lock))
    assert not bootstrap.done(tmp_path / "absent", bootstrap.fingerprint(lock))


def test_a_failed_step_says_one_line_with_its_cause(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bootstrap, "ROOT", tmp_path)
    monkeypatch.setattr(bootstrap, "LOG", tmp_path / "var" / "setup.log")
    said = (
        "npm error code 1",
        "npm error FetchError: failed, reason: no route",
        "npm error at line 3",
        "npm error A complete log is there",
    )
    script = f"print({chr(10).join(said)!r}); raise SystemExit(3)"
    with pytest.raises(bootstrap.Failed) as failed:
        bootstrap.run("fetching", [sys.executable, "-c", script], "could not fetch")
    assert str(failed.value).startswith("could not fetch (npm error FetchError: failed, reason: no route)")
    assert "\n" not in str(failed.value)


def test_an_old_python_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    with pytest.raises(bootstrap.Failed, match=r"expected Python 3\.11 or newer, found 3\.9"):
        bootstrap.check_python()


def test_certificates_that_the_person_set_are_kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    bundle = tmp_path / "ca.crt"
    bundle.touch()
    monkeypatch.setattr(bootstrap, "CERTIFICATES", (str(bundle),))
    monkeypatch.setenv("SSL_CERT_FILE", "mine.crt")
    monkeypatch.delenv("PIP_CERT", raising=False)
    assert "SSL_CERT_FILE" not in bootstrap.trusted()
    assert bootstrap.trusted()["PIP_CERT"] == str(bundle)
