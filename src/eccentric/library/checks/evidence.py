"""Evidence: every claim has a source, every source is used, every rule and number can be traced."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eccentric.library.complaints import nearest
from eccentric.library.exercise import Exercise
from eccentric.library.read import Library
from eccentric.terms.errors import Problem

_PERCENTAGE = re.compile(r"(\d+(?:\.\d+)?)\s?(?:%|per ?cent)")


def claims_have_sources(library: Library) -> Iterator[Problem]:
    """The source of each claim is a file in evidence/."""
    for page in library.exercises.values():
        if not page.evidence:
            yield Problem(f"{page.id}.toml: evidence", "at least one claim with its source", "none")
        for number, claim in enumerate(page.evidence, 1):
            if claim.source not in library.sources:
                near = nearest(claim.source, library.sources)
                expected = f"a source in evidence/, perhaps {near!r}" if near else "a source in evidence/"
                yield Problem(f"{page.id}.toml: evidence.{number}.source", expected, repr(claim.source))


def sources_are_used(library: Library) -> Iterator[Problem]:
    """Each source carries a claim on some page, or is what a rule of the rule book rests on when no cited source carries it."""
    cited = {claim.source for page in library.exercises.values() for claim in page.evidence}
    carried = {rule for source in library.sources.values() if source.id in cited for rule in source.rules}
    for source in library.sources.values():
        if source.id not in cited and not set(source.rules) - carried:
            yield Problem(f"evidence/{source.id}.toml", "a claim on some page that cites it", "none")


def claims_are_no_stronger_than_sources(library: Library) -> Iterator[Problem]:
    """A claim's grade is not above its source's, and a source from memory carries only claims marked unverified."""
    for page in library.exercises.values():
        for number, claim in enumerate(page.evidence, 1):
            source = library.sources.get(claim.source)
            if source is None:
                continue
            where = f"{page.id}.toml: evidence.{number}"
            if claim.grade < source.grade:
                yield Problem(f"{where}.grade", f"{source.grade} or lower, as {source.id} has", claim.grade)
            if claim.verified and source.verified == "from-memory":
                yield Problem(f"{where}.verified", f"false, because {source.id} is from memory", "true")


def rules_are_known(library: Library) -> Iterator[Problem]:
    """Every rule id that a page or a source quotes stands in rules.toml."""
    for where, rule in _quoted_rules(library):
        if rule not in library.rules:
            near = nearest(rule, library.rules)
            yield Problem(where, f"a rule of rules.toml, perhaps {near!r}" if near else "a rule of rules.toml", repr(rule))


def numbers_have_rules(library: Library) -> Iterator[Problem]:
    """Every prescription, and every mistake with limits, quotes the rules that its numbers come from."""
    for page in library.exercises.values():
        for goal, dose in page.prescription.items():
            if not dose.rules:
                yield Problem(f"{page.id}.toml: prescription.{goal}.rules", "the rules that its numbers come from", "none")
        for number, mistake in enumerate(page.mistakes, 1):
            if mistake.limits and not mistake.rules:
                yield Problem(f"{page.id}.toml: mistakes.{number}.rules", "the rules that its limits come from", "none")


def percentages_have_claims(library: Library) -> Iterator[Problem]:
    """A percentage in the page's words also stands in one of its claims, or in the findings of a source it cites."""
    for page in library.exercises.values():
        cited = [library.sources[claim.source].found for claim in page.evidence if claim.source in library.sources]
        known = {number for text in [*(claim.claim for claim in page.evidence), *cited] for number in _PERCENTAGE.findall(text)}
        for where, text in _words(page):
            for number in _PERCENTAGE.findall(text) if "%" in text or "cent" in text else ():
                if number not in known:
                    yield Problem(f"{page.id}.toml: {where}", f"a claim in evidence that has {number} %", "none")


def _quoted_rules(library: Library) -> Iterator[tuple[str, str]]:
    for page in library.exercises.values():
        for number, mistake in enumerate(page.mistakes, 1):
            yield from ((f"{page.id}.toml: mistakes.{number}.rules", rule) for rule in mistake.rules)
        for goal, dose in page.prescription.items():
            yield from ((f"{page.id}.toml: prescription.{goal}.rules", rule) for rule in dose.rules)
        for number, avoid in enumerate(page.avoid_if, 1):
            if avoid.rule is not None:
                yield f"{page.id}.toml: avoid_if.{number}.rule", avoid.rule
    for source in library.sources.values():
        yield from ((f"evidence/{source.id}.toml: rules", rule) for rule in source.rules)


def _words(page: Exercise) -> Iterator[tuple[str, str]]:
    yield "summary", page.summary
    for key in ("setup", "steps", "tips"):
        yield from ((f"how.{key}.{number}", text) for number, text in enumerate(getattr(page.how, key), 1))
    for number, mistake in enumerate(page.mistakes, 1):
        yield from ((f"mistakes.{number}.{key}", getattr(mistake, key)) for key in ("looks_like", "why", "fix"))
    yield from ((f"faq.{number}.answer", entry.answer) for number, entry in enumerate(page.faq, 1))
    for number, dispute in enumerate(page.contradictions, 1):
        for key, texts in (("sides", dispute.sides), ("we_say", [dispute.we_say]), ("because", [dispute.because])):
            yield from ((f"contradictions.{number}.{key}", text) for text in texts)
