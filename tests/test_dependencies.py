"""Every package that the product needs has a line that says what it is for."""

from __future__ import annotations

import re
import tomllib
from fnmatch import fnmatch
from pathlib import Path

TABLE = Path("docs") / "decisions" / "0012-what-each-package-is-for.md"


def needed(root: Path) -> set[str]:
    """The names of the packages that are installed with the product."""
    listed = tomllib.loads((root / "pyproject.toml").read_text())["project"]["dependencies"]
    return {re.split(r"[\[><=]", line)[0] for line in listed}


def explained(root: Path) -> set[str]:
    """The names, or patterns of names, in the first column of the table."""
    rows = [line for line in (root / TABLE).read_text().splitlines() if line.startswith("| `")]
    return {name for row in rows for name in re.findall(r"`([^`]+)`", row.split("|")[1])}


def test_every_package_has_a_reason(root: Path) -> None:
    assert {name for name in needed(root) if not any(fnmatch(name, each) for each in explained(root))} == set()


def test_no_reason_is_left_over(root: Path) -> None:
    assert {each for each in explained(root) if not any(fnmatch(name, each) for name in needed(root))} == set()
