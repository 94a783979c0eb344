from __future__ import annotations

import shutil
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.library.builders import exercise_table, source_table, write_folder

from eccentric.library.check import check_library
from eccentric.library.read import PACKAGED, read_exercise, read_library
from eccentric.terms.errors import BadInput


def messages(error: pytest.ExceptionInfo[BadInput]) -> list[str]:
    return [str(problem) for problem in error.value.problems]


def test_the_id_is_the_stem(tmp_path: Path) -> None:
    write_folder(tmp_path, {"test-curl": exercise_table()})
    assert read_exercise("test-curl", tmp_path).id == "test-curl"


def test_an_id_key_in_the_file_is_an_error(tmp_path: Path) -> None:
    write_folder(tmp_path, {"test-curl": exercise_table(id="other")})
    with pytest.raises(BadInput, match=r"test-curl\.toml: id: expected no such key"):
        read_exercise("test-curl", tmp_path)


def test_an_unknown_exercise_suggests_the_nearest(tmp_path: Path) -> None:
    write_folder(tmp_path, {"test-curl": exercise_table(), "nordic-curl": exercise_table()})
    with pytest.raises(BadInput, match="perhaps 'nordic-curl', found 'nordc-curl'"):
        read_exercise("nordc-curl", tmp_path)


@pytest.mark.parametrize(
    ("written", "meant"),
    [("nordic", "nordic-curl"), ("rdl", "romanian-deadlift"), ("ham-curl", "lying-leg-curl"), ("Seated Leg Curl", "seated-leg-curl")],
)
def test_what_people_call_an_exercise_suggests_it(written: str, meant: str) -> None:
    for ask in (read_exercise, read_library().exercise):
        with pytest.raises(BadInput, match=f"perhaps '{meant}'"):
            ask(written)


@pytest.mark.parametrize("name", ["../exercises/test-curl", "", ".", "a/b", "zzzzqq", "nul\x00"])
def test_a_path_is_not_an_id(tmp_path: Path, name: str) -> None:
    write_folder(tmp_path, {"test-curl": exercise_table()})
    with pytest.raises(BadInput, match="expected the id of an exercise"):
        read_exercise(name, tmp_path)


def test_all_problems_of_all_files_come_together(tmp_path: Path) -> None:
    missing = exercise_table()
    del missing["summary"]
    missing["how"] = missing["how"] | {"stepps": ["x"]}
    wrong = exercise_table(mistakes=[*exercise_table()["mistakes"], {"fault": "hip-lift", "looks_like": "abc", "why": "abc", "fix": "abc"}])
    write_folder(tmp_path, {"a": missing, "b": wrong, "c": exercise_table()}, {"maker-2020": source_table(grade="D")})
    (tmp_path / "exercises" / "d.toml").write_text("name = [", encoding="utf-8")
    (tmp_path / "exercises" / "e.toml").write_bytes(b'name = "\xff"')
    with pytest.raises(BadInput) as error:
        read_library(tmp_path)
    said = messages(error)
    assert "a.toml: summary: expected this key, found nothing" in said
    assert "a.toml: how.stepps: expected the key 'steps', perhaps, found the unknown key 'stepps'" in said
    fault = next(line for line in said if line.startswith("b.toml: mistakes.3.fault: expected 'hips-lift', 'partial-range'"))
    assert fault.endswith("found 'hip-lift'")
    assert any(line.startswith("d.toml: expected valid TOML") and "end of document" in line for line in said)
    assert "e.toml: expected UTF-8 text, found the byte 0xff at position 8" in said
    assert any(line.startswith("maker-2020.toml: grade: expected 'A', 'B' or 'C', found 'D'") for line in said)
    assert len(said) == 6


def test_a_mistake_has_one_observer(tmp_path: Path) -> None:
    both = exercise_table()["mistakes"][0] | {"seen_by": "you"}
    write_folder(tmp_path, {"a": exercise_table(mistakes=[both])})
    with pytest.raises(BadInput, match=r"a\.toml: mistakes\.1: expected either fault"):
        read_exercise("a", tmp_path)


def test_a_descending_range_is_named(tmp_path: Path) -> None:
    doses = exercise_table()["prescription"]
    doses["rehab"] = doses["rehab"] | {"reps": [12, 8]}
    write_folder(tmp_path, {"a": exercise_table(prescription=doses)})
    with pytest.raises(BadInput, match=r"prescription\.rehab: expected the smaller number of reps first"):
        read_exercise("a", tmp_path)


def test_what_was_read_is_kept_until_the_file_changes(tmp_path: Path) -> None:
    write_folder(tmp_path, {"a": exercise_table()})
    first = read_exercise("a", tmp_path)
    assert read_exercise("a", tmp_path) is first
    write_folder(tmp_path, {"a": exercise_table(name="Another, longer name")})
    assert read_exercise("a", tmp_path).name == "Another, longer name"


def test_a_folder_without_exercises_is_bad_input(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no folder 'exercises'"):
        read_library(tmp_path)
    with pytest.raises(BadInput, match="no such folder"):
        read_library(tmp_path / "nowhere")


def test_a_byte_order_mark_is_accepted(tmp_path: Path) -> None:
    write_folder(tmp_path, {"a": exercise_table()})
    path = tmp_path / "exercises" / "a.toml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert read_exercise("a", tmp_path).name == "Test curl"


def test_the_library_is_kept_until_a_file_changes_comes_or_goes(tmp_path: Path) -> None:
    write_folder(tmp_path, {"a": exercise_table()})
    first = read_library(tmp_path)
    assert read_library(tmp_path) is first
    write_folder(tmp_path, {"b": exercise_table(name="Another")})
    assert set(read_library(tmp_path).exercises) == {"a", "b"}
    (tmp_path / "exercises" / "a.toml").unlink()
    assert set(read_library(tmp_path).exercises) == {"b"}


WRONG = st.sampled_from([3, -1.5, "", "x", [], {}, [1, 2], ["a"], {"a": 1}, True, float("inf"), 10**30, [[]], [{}]])


@settings(max_examples=60, deadline=None)
@given(key=st.sampled_from(sorted(exercise_table())), inner=st.integers(0, 20), value=WRONG)
def test_a_wrong_value_anywhere_is_named_and_never_a_crash(key: str, inner: int, value: Any) -> None:
    table = exercise_table()
    part = table[key]
    if isinstance(part, dict) and inner:
        names = sorted(part)
        part[names[inner % len(names)]] = value
    else:
        table[key] = value
    with TemporaryDirectory() as folder:
        write_folder(Path(folder), {"a": table})
        try:
            check_library(read_library(Path(folder)))
        except BadInput as error:
            assert all(problem.where.startswith("a.toml: ") for problem in error.problems)


@pytest.mark.slow
def test_the_packaged_library_is_read_and_checked_in_time(tmp_path: Path) -> None:
    for name in ("exercises", "evidence"):
        shutil.copytree(PACKAGED / name, tmp_path / name)
    began = time.process_time()
    library = read_library(tmp_path)
    check_library(library)
    assert time.process_time() - began < 0.3
    assert len(library.exercises) >= 60
