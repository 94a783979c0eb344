"""Writes docs/reference/openapi.json and the table of docs/reference/api.md from the API itself.

python -m scripts.docs_api
"""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
DOCUMENT = ROOT / "docs" / "reference" / "openapi.json"
PAGE = ROOT / "docs" / "reference" / "api.md"
BEGIN, END = "<!-- operations: python -m scripts.docs_api -->", "<!-- end -->"


def document() -> dict[str, Any]:
    """The OpenAPI document of this version, as JSON would read it."""
    from eccentric.web.api.v1 import api

    read: dict[str, Any] = json.loads(json.dumps(api.get_openapi_schema(path_prefix="/api/v1/"), default=str))
    return read


def document_text() -> str:
    """The file's text: keys in order, so that a change shows as one."""
    return json.dumps(document(), indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def table() -> str:
    """A row for each operation."""
    rows = ["| operation | what it does | statuses |", "| --- | --- | --- |"]
    for path, methods in document()["paths"].items():
        for method, operation in methods.items():
            statuses = " ".join(sorted(operation["responses"]))
            open_to_all = "" if "security" in operation else " (no token)"
            rows.append(f"| `{method.upper()} {path}` | {operation['summary']}{open_to_all} | {statuses} |")
    return "\n".join(rows)


def page_text(text: str) -> str:
    """The page with its table written anew."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n{table()}\n{END}{after}"


def main() -> None:
    """Write both files."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"ECCENTRIC_DATA": folder, "DJANGO_SETTINGS_MODULE": "eccentric.web.settings"}
        import django

        django.setup(set_prefix=False)
        DOCUMENT.write_text(document_text(), encoding="utf-8")
        PAGE.write_text(page_text(PAGE.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
