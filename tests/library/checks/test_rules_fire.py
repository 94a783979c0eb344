"""Each rule is silent on a sound library and fires on the one thing that it looks for."""

from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.library.builders import exercise_table, source_table, write_folder

from eccentric.library.check import RULES, check_library
from eccentric.library.checks.ladder import ladder_has_no_loop
from eccentric.library.exercise import Ladder
from eccentric.library.read import Library, read_library
from eccentric.terms.errors import Problem

Tables = dict[str, dict[str, Any]]
Change = Callable[[Tables, Tables], object]


def sound() -> tuple[Tables, Tables]:
    """Three exercises in a ladder (a easier than b easier than c) and one source."""
    tables = {
        name: exercise_table(name=f"Curl {name}", also_called=[f"other {name}"], mistakes=[*exercise_table()["mistakes"], check_yourself()])
        for name in "abc"
    }
    tables["a"]["ladder"] = {"easier": [], "harder": ["b"], "instead": ["c"]}
    tables["b"]["ladder"] = {"easier": ["a"], "harder": ["c"], "instead": []}
    tables["c"]["ladder"] = {"easier": ["b"], "harder": [], "instead": []}
    tables["c"]["classification"]["level"] = "advanced"
    return tables, {"maker-2020": source_table()}


def check_yourself() -> dict[str, Any]:
    return {"seen_by": "you", "looks_like": "You hold your breath.", "why": "It is hard.", "fix": "Breathe out as you lift."}


def built(folder: Path, change: Change | None = None) -> Library:
    tables, sources = copy.deepcopy(sound())
    if change is not None:
        change(tables, sources)
    return read_library(write_folder(folder, tables, sources))


def move(table: dict[str, Any], *path: Any, to: Any) -> bool:
    """Set the value at ``path``."""
    for key in path[:-1]:
        table = table[key]
    table[path[-1]] = to
    return True


def lines(problems: list[Problem]) -> list[str]:
    return [str(problem) for problem in problems]


def test_a_sound_library_has_no_problem(tmp_path: Path) -> None:
    assert lines(check_library(built(tmp_path))) == []


FIRES: dict[str, tuple[Change, str]] = {
    "neighbours_exist": (lambda t, s: move(t, "a", "ladder", "instead", to=["bb"]), "a.toml: ladder.instead: expected"),
    "ladder_is_symmetric": (
        lambda t, s: move(t, "c", "ladder", "easier", to=[]),
        "c.toml: ladder.easier: expected 'b' (b.toml says harder: c), found it missing",
    ),
    "ladder_has_no_loop": (
        lambda t, s: (move(t, "c", "ladder", "harder", to=["a"]), move(t, "a", "ladder", "easier", to=["c"])),
        "a.toml: ladder.harder: expected a ladder that never returns, found a > b > c > a",
    ),
    "all_can_be_reached": (
        lambda t, s: (move(t, "c", "ladder", "easier", to=[]), move(t, "b", "ladder", "harder", to=[])),
        "c.toml: ladder.easier: expected a way down to a gentler exercise of the pattern 'knee-flexion', found nothing below advanced",
    ),
    "level_never_falls": (
        lambda t, s: (move(t, "a", "classification", "level", to="advanced"), move(t, "c", "classification", "level", to="beginner")),
        "a.toml: ladder.harder: expected exercises of level advanced or above, found 'b', which is beginner",
    ),
    "claims_have_sources": (
        lambda t, s: move(t, "a", "evidence", 0, "source", to="maker-2021"),
        "a.toml: evidence.1.source: expected a source in evidence/, perhaps 'maker-2020', found 'maker-2021'",
    ),
    "sources_are_used": (
        lambda t, s: s.update({"lonely-1999": source_table()}),
        "evidence/lonely-1999.toml: expected a claim on some page that cites it, found none",
    ),
    "claims_are_no_stronger_than_sources": (
        lambda t, s: move(t, "a", "evidence", 0, "grade", to="A"),
        "a.toml: evidence.1.grade: expected B or lower, as maker-2020 has, found A",
    ),
    "rules_are_known": (
        lambda t, s: move(t, "a", "prescription", "rehab", "rules", to=["REH-77"]),
        "a.toml: prescription.rehab.rules: expected a rule of rules.toml, perhaps 'REH-07', found 'REH-77'",
    ),
    "numbers_have_rules": (
        lambda t, s: move(t, "a", "mistakes", 0, "rules", to=[]),
        "a.toml: mistakes.1.rules: expected the rules that its limits come from, found none",
    ),
    "percentages_have_claims": (
        lambda t, s: move(t, "a", "faq", 0, "answer", to="It grew by 14 % in a year."),
        "a.toml: faq.1.answer: expected a claim in evidence that has 14 %, found none",
    ),
    "rehabilitation_quotes_a_pain_limit": (
        lambda t, s: move(t, "a", "prescription", "rehab", "rules", to=["REH-03"]),
        "a.toml: prescription.rehab.rules: expected PAIN-01 or PAIN-02, the pain limit that it keeps, found REH-03",
    ),
    "failure_only_where_it_is_safe": (
        lambda t, s: (
            move(t, "a", "movement", "load", "kind", to="body-weight"),
            move(t, "a", "prescription", "strength", "rir", to=[0, 2]),
        ),
        "a.toml: prescription.strength.rir: expected at least one repetition in reserve (HYP-04), found [0, 2]",
    ),
    "alike_pages_have_alike_gates": (
        lambda t, s: t["a"]["avoid_if"].pop(),
        "a.toml: avoid_if: expected the condition 'suspected-avulsion', as on other pages of its kind, found it missing",
    ),
    "faults_fit_the_exercise": (
        lambda t, s: move(t, "a", "mistakes", 0, "fault", to="squatting"),
        "a.toml: mistakes.1.fault: expected for 'squatting' an exercise driven by the hip, found one driven by knee_flexion, prone, both",
    ),
    "seen_mistakes_have_limits": (
        lambda t, s: move(t, "a", "mistakes", 0, "limits", to={"warn_deg": 3, "fail_s": 1}),
        "a.toml: mistakes.1.limits: expected the limits that the camera reads for it, warn_deg and fail_deg, found warn_deg = 3, fail_s = 1",  # noqa: E501
    ),
    "pages_have_mistakes": (lambda t, s: t["a"]["mistakes"].pop(), "a.toml: mistakes: expected at least three, found 2"),
    "doses_for_every_goal": (
        lambda t, s: t["a"]["prescription"].pop("rehab"),
        "a.toml: prescription.rehab: expected a dose (strength exercises have all five), found none",
    ),
    "doses_say_how_fast": (
        lambda t, s: t["a"]["prescription"]["rehab"].pop("tempo"),
        "a.toml: prescription.rehab: expected a tempo, or hold_s for a hold, found neither",
    ),
    "pages_answer_questions": (lambda t, s: t["a"]["faq"].pop(), "a.toml: faq: expected at least 4 questions, found 3"),
    "names_are_their_own": (
        lambda t, s: move(t, "a", "also_called", to=["CURL b"]),
        "a.toml: also_called: expected no other page's name, found 'CURL b', the name of b.toml",
    ),
    "muscles_are_named": (
        lambda t, s: move(t, "a", "muscles", to={"glmax": "main"}),
        "a.toml: muscles: expected a hamstring that is 'main' (the target is hamstrings), found glmax",
    ),
    "movements_make_sense": (
        lambda t, s: move(t, "a", "movement", "lengthened_deg", to=121),
        "a.toml: movement: expected the knee straighter (smaller) at the lengthened end, found lengthened_deg = 121, shortened_deg = 120",
    ),
    "ids_are_spelt_alike": (
        lambda t, s: move(t, "a", "avoid_if", 0, "condition", to="acl-hamstrings-graft"),
        "a.toml: avoid_if.condition: expected 'acl-hamstring-graft', as b.toml writes it, found 'acl-hamstrings-graft'",
    ),
}


def test_every_rule_is_tried() -> None:
    assert {rule.__name__ for rule in RULES} == set(FIRES)


@pytest.mark.parametrize("name", sorted(FIRES))
def test_it_fires(name: str, tmp_path: Path) -> None:
    change, expected = FIRES[name]
    rule = next(rule for rule in RULES if rule.__name__ == name)
    found = lines(list(rule(built(tmp_path, change))))
    assert len(found) == 1
    assert found[0].startswith(expected)


def test_a_claim_on_a_source_from_memory_must_say_so(tmp_path: Path) -> None:
    library = built(tmp_path, lambda t, s: move(s, "maker-2020", "verified", to="from-memory"))
    expected = "expected false, because maker-2020 is from memory, found true"
    assert [line.partition(": ")[2] for line in lines(check_library(library))] == [f"evidence.1.verified: {expected}"] * 3


def test_problems_of_several_rules_come_together(tmp_path: Path) -> None:
    def change(tables: Tables, _sources: Tables) -> None:
        move(tables, "a", "ladder", "instead", to=["nowhere", "a"])
        tables["b"]["faq"].clear()

    assert len(check_library(built(tmp_path, change))) == 3


def test_two_loops_are_both_named(tmp_path: Path) -> None:
    def change(tables: Tables, _sources: Tables) -> None:
        tables["d"] = sound()[0]["a"] | {"name": "Curl d", "also_called": []}
        for name, harder in (("a", "b"), ("b", "a"), ("c", "d"), ("d", "c")):
            tables[name]["ladder"] = {"easier": [harder], "harder": [harder], "instead": []}
            tables[name]["classification"]["level"] = "beginner"

    found = [line.partition("found ")[2] for line in lines(check_library(built(tmp_path, change))) if "never returns" in line]
    assert sorted(found) == ["a > b > a", "c > d > c"]


def test_a_long_ladder_is_followed_without_recursion_trouble(tmp_path: Path) -> None:
    page = built(tmp_path).exercises["a"]
    names = [f"x{number:04d}" for number in range(3000)]
    steps = {
        name: page.model_copy(update={"id": name, "ladder": Ladder(harder=after)})
        for name, after in zip(names, [*([name] for name in names[1:]), []], strict=True)
    }
    assert list(ladder_has_no_loop(Library(steps, {}))) == []
