"""The shape of the code: sizes, rooms, and words that say nothing."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from eccentric.cli import program

LONGEST_MODULE = 300
LONGEST_FUNCTION = 40
EMPTY_WORDS = {"utils", "util", "helpers", "helper", "misc", "common", "stuff"}
WORD_FOR_WORD = {"bench/watch_score.py"}  # the scorer, kept as others run it so that figures compare
ROOMS = {"terms", "library", "anatomy", "motion", "plan", "journal", "web", "cli"}
Function = ast.FunctionDef | ast.AsyncFunctionDef


def modules(root: Path) -> list[Path]:
    """Our own Python files that are in the tree, tests and scripts too."""
    folders = [root / name for name in ("src", "tests", "bench", "scripts")]
    files = [path for folder in folders for path in folder.rglob("*.py") if "node_modules" not in path.parts]
    return [path for path in files if path.relative_to(root).as_posix() not in WORD_FOR_WORD]


def too_long(path: Path, source: str) -> Iterator[str]:
    """What in a module exceeds the limits, one line each."""
    lines = source.count("\n")
    if lines >= LONGEST_MODULE:
        yield f"{path}: {lines} lines, the limit is under {LONGEST_MODULE}"
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, Function) and node.end_lineno:
            length = node.end_lineno - node.lineno + 1
            if length >= LONGEST_FUNCTION:
                yield f"{path}:{node.lineno} {node.name}: {length} lines, the limit is under {LONGEST_FUNCTION}"


def test_modules_and_functions_are_short(root: Path) -> None:
    found = [problem for path in modules(root) for problem in too_long(path.relative_to(root), path.read_text())]
    assert not found, "\n".join(found)


def test_the_limit_is_seen() -> None:
    long_function = "def f() -> None:\n" + "    pass\n" * LONGEST_FUNCTION
    assert len(list(too_long(Path("x.py"), long_function))) == 1
    assert len(list(too_long(Path("x.py"), "a = 1\n" * LONGEST_MODULE))) == 1
    assert not list(too_long(Path("x.py"), "def f() -> None:\n" + "    pass\n" * (LONGEST_FUNCTION - 2)))


def imported(source: str) -> set[str]:
    """Top-level names of everything that a module imports, also inside functions."""
    nodes = list(ast.walk(ast.parse(source)))
    plain = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    return {name.split(".")[0] for name in plain | {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}}


@pytest.mark.parametrize(
    ("names", "rooms"), [({"av", "ai_edge_litert"}, ("motion/pose",)), ({"django", "ninja", "channels"}, ("web", "cli"))]
)
def test_what_stays_in_its_room(root: Path, names: set[str], rooms: tuple[str, ...]) -> None:
    package = root / "src" / "eccentric"
    users = {path.relative_to(package).as_posix() for path in package.rglob("*.py") if imported(path.read_text()) & names}
    assert {user for user in users if not user.startswith(rooms)} == set()


def test_imports_inside_functions_are_seen() -> None:
    assert imported("def f():\n    import av.video\n    from django.db import models\n") == {"av", "django"}


def test_no_module_is_named_after_nothing(root: Path) -> None:
    named = {part for path in modules(root) for part in (*path.relative_to(root).parts[:-1], path.stem)}
    assert not named & EMPTY_WORDS


def test_rooms_are_the_rooms(root: Path) -> None:
    packages = {path.parent.name for path in (root / "src" / "eccentric").glob("*/__init__.py")}
    assert packages == ROOMS
    assert {path.name for path in (root / "src" / "eccentric").glob("*.py")} <= {"__init__.py", "__main__.py"}


def test_every_package_says_what_it_is(root: Path) -> None:
    silent = [path for path in (root / "src").rglob("__init__.py") if not ast.get_docstring(ast.parse(path.read_text()))]
    assert [path.relative_to(root).as_posix() for path in silent if "migrations" not in path.parts] == []


def test_every_folder_with_modules_is_a_package(root: Path) -> None:
    """A folder without __init__.py would be left out by import-linter."""
    package = root / "src" / "eccentric"
    folders = {path.parent for path in package.rglob("*.py")}
    assert {path.relative_to(package).as_posix() for path in folders if not (path / "__init__.py").is_file()} == set()


@pytest.mark.parametrize("name", ["set_trace", "breakpoint"])
def test_no_debugger_left(root: Path, name: str) -> None:
    call = re.compile(rf"^\s*(\w+\.)*{name}\(\)", re.MULTILINE)
    assert not [path for path in (root / "src").rglob("*.py") if call.search(path.read_text())]


def test_every_command_has_help_with_an_example() -> None:
    import click

    context = click.Context(program)
    silent = []
    for name in program.list_commands(context):
        command = program.get_command(context, name)
        assert command is not None, name
        leaves = command.commands.values() if isinstance(command, click.Group) else [command]
        texts = [command.get_help(click.Context(command)), *(leaf.get_help(click.Context(leaf)) for leaf in leaves)]
        if not any("eccentric " in text.split("Usage:", 1)[-1].split("\n", 1)[-1] for text in texts):
            silent.append(name)
    assert not silent, f"no example in the help of: {', '.join(silent)}"
