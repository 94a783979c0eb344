"""The reference page names every field of the schema, and no other."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from eccentric.motion.watch_json import json_schema
from eccentric.terms.faults import FaultId


def fields(schema: dict[str, Any]) -> set[str]:
    """Names of all properties of all parts."""
    return {name for part in (schema, *schema["$defs"].values()) for name in part.get("properties", {})}


def test_every_field_is_explained_and_nothing_else(root: Path) -> None:
    page = (root / "docs" / "reference" / "watch-json.md").read_text()
    rows = re.findall(r"^\| (`.*?) \|", page, flags=re.M)
    explained = {name for row in rows for name in re.findall(r"`([a-z_]+)`", row)}
    assert explained == fields(json_schema())


def test_every_fault_is_listed(root: Path) -> None:
    page = (root / "docs" / "reference" / "watch-json.md").read_text()
    assert [fault for fault in FaultId if f"`{fault}`" not in page] == []
