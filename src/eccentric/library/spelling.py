"""Finds what a mistyped or unfinished word may mean among the words that a library uses."""

from __future__ import annotations

from rapidfuzz import fuzz, process

from eccentric.library.index import Index
from eccentric.library.words import canonical, raw_words, tokens, vocabulary

_SURE, _PREFIX, _CUTOFF = 1.0, 0.9, 72.0
_SHORTEST_FUZZY = 4

Meaning = dict[str, float]


def meanings(query: str, index: Index) -> list[Meaning]:
    """For each token of the query, the index's tokens that it may mean, with a confidence from 0 to 1."""
    found: list[Meaning] = []
    for word in tokens(_joined_and_split(query, index)):
        if word in index.postings:
            found.append({word: _SURE})
        else:
            found.append(_near(word, index))
    return _without_repeats(found)


def _joined_and_split(query: str, index: Index) -> str:
    """The query with 'ham string' written as one word and 'legcurl' as two, where the library writes them so."""
    words, done, at = raw_words(query), list[str](), 0
    while at < len(words):
        word = words[at]
        pair = word + words[at + 1] if at + 1 < len(words) else ""
        if pair in index.postings and not (_known(word, index) and _known(words[at + 1], index)):
            done.append(pair)
            at += 2
            continue
        done.extend([word] if _known(word, index) else _split(word, index))
        at += 1
    return " ".join(done)


def _known(word: str, index: Index) -> bool:
    if word in vocabulary().stop or word in vocabulary().words:
        return True
    return all(token in index.postings for token in canonical(word))


def _split(word: str, index: Index) -> list[str]:
    for at in range(3, len(word) - 2):
        left, right = word[:at], word[at:]
        if canonical(left) and canonical(right) and _known(left, index) and _known(right, index):
            return [left, right]
    return [word]


def _near(word: str, index: Index) -> Meaning:
    found = {token: _PREFIX for token in index.spellings if len(word) >= 3 and token.startswith(word)}
    if len(word) >= _SHORTEST_FUZZY:
        misspelt = [known for known in vocabulary().words if len(known) > 3]
        for spellings in (index.spellings, misspelt):
            for near, score, _ in process.extract(word, spellings, scorer=fuzz.ratio, score_cutoff=_CUTOFF, limit=4):
                for token in canonical(near) if spellings is misspelt else (near,):
                    if token in index.postings:
                        found[token] = max(found.get(token, 0.0), (score / 100) ** 2)
    best = sorted(found, key=lambda token: -found[token])[:6]
    return {token: found[token] for token in best}


def _without_repeats(found: list[Meaning]) -> list[Meaning]:
    kept: list[Meaning] = []
    for meaning in found:
        if meaning not in kept:
            kept.append(meaning)
    return kept
