"""Turns what people write into the tokens that search compares: one spelling for each meaning."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from eccentric.library.read import PACKAGED, read_toml

_WORD = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The rewriting tables of ``words.toml``."""

    phrases: dict[str, tuple[str, ...]]
    words: dict[str, tuple[str, ...]]
    stop: frozenset[str]
    faults: dict[str, str]
    muscles: dict[str, str]
    goals: dict[str, str]
    conditions: dict[str, str]
    rules: dict[str, str]
    home: frozenset[str]
    nothing: frozenset[str]


@lru_cache(maxsize=1)
def words_of_phrases() -> frozenset[str]:
    """Every word that a phrase of ``words.toml`` is made of: known words, though a page may only have the phrase's token."""
    return frozenset(word for phrase in vocabulary().phrases for word in phrase.split())


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """The tables of the packaged ``words.toml``, read once."""
    table = read_toml(PACKAGED / "words.toml")
    return Vocabulary(
        phrases={" ".join(map(_stem, key.split())): tuple(text.split()) for key, text in table["phrases"].items()},
        words={key: tuple(text.split()) for key, text in table["words"].items()},
        stop=frozenset(table["stop"]["words"]),
        faults=table["faults"],
        muscles=table["muscles"],
        goals=table["goals"],
        conditions=table["conditions"],
        rules=table["rules"],
        home=frozenset(table["home"]["equipment"]),
        nothing=frozenset(table["home"]["nothing"]),
    )


def tokens(text: str) -> list[str]:
    """The tokens of a text in order: lower case, without accents and stop words, synonyms and word forms brought together."""
    return [token for word in _phrases_replaced(raw_words(text)) for token in canonical(word)]


def raw_words(text: str) -> list[str]:
    """The words of a text as written: lower case, accents taken off, split at all else."""
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text)
        text = "".join(letter for letter in text if not unicodedata.combining(letter))
    return _WORD.findall(text.lower())


@lru_cache(maxsize=65536)
def canonical(word: str) -> tuple[str, ...]:
    """The tokens that one written word stands for; none for a stop word."""
    known = vocabulary()
    if word in known.stop:
        return ()
    stem = _stem(word)
    meant = known.words.get(word) or known.words.get(stem, (stem,))
    return tuple(token for token in meant if token not in known.stop)


@lru_cache(maxsize=1)
def _phrases_by_first() -> dict[str, list[tuple[list[str], tuple[str, ...]]]]:
    """The phrases by the stem that they begin with, each as its stems and what it stands for, longest first."""
    found: dict[str, list[tuple[list[str], tuple[str, ...]]]] = {}
    for phrase, meant in vocabulary().phrases.items():
        stems = phrase.split()
        found.setdefault(stems[0], []).append((stems, meant))
    return {first: sorted(phrases, key=lambda each: -len(each[0])) for first, phrases in found.items()}


def _phrases_replaced(words: list[str]) -> list[str]:
    phrases = _phrases_by_first()
    stems = [_stem(word) for word in words]
    done: list[str] = []
    at = 0
    while at < len(words):
        for phrase, meant in phrases.get(stems[at], ()):
            if stems[at : at + len(phrase)] == phrase:
                done.extend(meant)
                at += len(phrase)
                break
        else:
            done.append(words[at])
            at += 1
    return done


@lru_cache(maxsize=65536)
def _stem(word: str) -> str:
    """A light stem: plural and -ing, -ed endings fall away where enough of the word remains."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes")):
        word = word[:-2]
    elif word.endswith("s") and len(word) > 3 and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) > len(ending) + 3 and word != "hamstring":
            stem = word[: -len(ending)]
            if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "ls":
                stem = stem[:-1]
            return stem
    return word
