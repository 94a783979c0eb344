"""Checks a library across its files: every rule runs, and every problem comes out."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from eccentric.library.checks import evidence, gates, ladder, mistakes, page
from eccentric.library.read import Library
from eccentric.terms.errors import Problem

Rule = Callable[[Library], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    ladder.neighbours_exist,
    ladder.ladder_is_symmetric,
    ladder.ladder_has_no_loop,
    ladder.all_can_be_reached,
    ladder.level_never_falls,
    evidence.claims_have_sources,
    evidence.sources_are_used,
    evidence.claims_are_no_stronger_than_sources,
    evidence.rules_are_known,
    evidence.numbers_have_rules,
    evidence.percentages_have_claims,
    gates.rehabilitation_quotes_a_pain_limit,
    gates.failure_only_where_it_is_safe,
    gates.alike_pages_have_alike_gates,
    mistakes.faults_fit_the_exercise,
    mistakes.seen_mistakes_have_limits,
    mistakes.pages_have_mistakes,
    page.doses_for_every_goal,
    page.doses_say_how_fast,
    page.pages_answer_questions,
    page.names_are_their_own,
    page.muscles_are_named,
    page.movements_make_sense,
    page.ids_are_spelt_alike,
)


def check_library(library: Library) -> list[Problem]:
    """Every problem between the files of a library, in the order of ``RULES``; an empty list means that all is well."""
    return [problem for rule in RULES for problem in rule(library)]
