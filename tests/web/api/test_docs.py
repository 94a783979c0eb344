"""The API's pages in docs/ are those of this version."""

from __future__ import annotations

from scripts.docs_api import DOCUMENT, PAGE, document_text, page_text


def test_the_openapi_document_is_current() -> None:
    assert DOCUMENT.read_text(encoding="utf-8") == document_text(), "write it anew: python -m scripts.docs_api"


def test_the_table_of_operations_is_current() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert text == page_text(text), "write it anew: python -m scripts.docs_api"
