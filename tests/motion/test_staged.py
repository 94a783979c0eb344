"""Outputs appear whole or not at all."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from eccentric.motion.staged import Staged
from eccentric.terms.errors import BadInput


def everything(folder: Path) -> list[str]:
    """Every path below a folder, hidden ones too."""
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


def test_nothing_is_seen_before_the_end_and_all_of_it_after(tmp_path: Path) -> None:
    with Staged() as staged:
        staged.write(tmp_path / "new" / "set.json", b"{}")
        (staged.folder(tmp_path / "report") / "index.html").write_text("page")
        assert not (tmp_path / "new" / "set.json").exists()
        assert not (tmp_path / "report").exists()
    assert everything(tmp_path) == ["new", "new/set.json", "report", "report/index.html"]


@pytest.mark.parametrize("error", [KeyboardInterrupt(), ValueError("x"), BadInput([])])
def test_an_error_leaves_nothing_and_passes_on(tmp_path: Path, error: BaseException) -> None:
    with pytest.raises(type(error)), Staged() as staged:
        staged.write(tmp_path / "new" / "set.json", b"{}")
        (staged.folder(tmp_path / "deep" / "report") / "index.html").write_text("page")
        raise error
    assert everything(tmp_path) == []


def test_an_older_output_survives_a_failure(tmp_path: Path) -> None:
    (tmp_path / "set.json").write_text("old")
    with pytest.raises(KeyboardInterrupt), Staged() as staged:
        staged.write(tmp_path / "set.json", b"new")
        raise KeyboardInterrupt
    assert (tmp_path / "set.json").read_text() == "old"
    assert everything(tmp_path) == ["set.json"]


def test_a_full_disk_is_one_line_about_the_output(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="the disk is full") as caught, Staged() as staged:
        staged.folder(tmp_path / "report")
        raise OSError(errno.ENOSPC, "No space left on device")
    assert caught.value.problems[0].where == str(tmp_path / "report")
    assert everything(tmp_path) == []


def test_an_error_of_reading_is_not_blamed_on_the_output(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), Staged() as staged:
        staged.folder(tmp_path / "report")
        (tmp_path / "missing.mp4").read_bytes()


def test_files_of_an_existing_folder_stay(tmp_path: Path) -> None:
    (tmp_path / "report").mkdir()
    (tmp_path / "report" / "notes.txt").write_text("mine")
    with Staged() as staged:
        (staged.folder(tmp_path / "report") / "index.html").write_text("page")
    assert everything(tmp_path) == ["report", "report/index.html", "report/notes.txt"]


def test_a_file_where_a_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")
    for place in (tmp_path / "taken", tmp_path / "taken" / "report"):
        with pytest.raises(BadInput), Staged() as staged:
            staged.folder(place)
    with pytest.raises(BadInput, match="expected a file to write, found a folder"), Staged() as staged:
        staged.write(tmp_path, b"")
    assert everything(tmp_path) == ["taken"]


def test_a_pipe_is_written_into_and_stays(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        with Staged() as staged:
            staged.write(pipe, b"one line")
        assert os.read(reader, 100) == b"one line"
    finally:
        os.close(reader)
    assert pipe.is_fifo()
    assert everything(tmp_path) == ["pipe"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.csv").write_text("old")
    (tmp_path / "link.csv").symlink_to(tmp_path / "real.csv")
    with Staged() as staged:
        staged.write(tmp_path / "link.csv", b"new")
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "real.csv").read_text() == "new"
