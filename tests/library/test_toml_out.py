from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eccentric.library.toml_out import toml_text

letters = st.characters(exclude_categories=["Cs"])
keys = st.text(letters, max_size=8)
scalars = st.booleans() | st.integers(-(2**62), 2**62) | st.floats(allow_nan=False, allow_infinity=False) | st.text(letters)
values = st.recursive(scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=3), max_leaves=8)


@given(st.dictionaries(keys, values, max_size=4))
def test_what_is_written_is_read_back(table: dict[str, object]) -> None:
    assert tomllib.loads(toml_text(table)) == table  # type: ignore[arg-type]


def test_none_has_no_form() -> None:
    with pytest.raises(TypeError, match="no form for None"):
        toml_text({"a": None})  # type: ignore[dict-item]
