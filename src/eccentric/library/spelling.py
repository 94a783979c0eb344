"""Finds what a mistyped or unfinished word may mean among the words that a library uses."""

from __future__ import annotations

from rapidfuzz import fuzz, process

from eccentric.library.index import Index
from eccentric.library.words import canonical, raw_words, tokens, vocabulary, words_of_phrases

_SURE, _PREFIX, _CUTOFF = 1.0, 0.9, 72.0
_SHORTEST_FUZZY = 4
_LONG_WORD, _COMMONER, _MISSPELT = 8, 2, 88.0
_SHORTEST_PART, _LONGEST_RUN = 3, 30

Meaning = dict[str, float]


def meanings(query: str, index: Index) -> list[Meaning]:
    """For each token of the query, the index's tokens that it may mean, with a confidence from 0 to 1."""
    found: list[Meaning] = []
    for word in tokens(_joined_and_split(query, index)):
        if word in index.postings:
            found.append(_usual_spellings(word, index) | {word: _SURE})
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
    if word in vocabulary().stop or word in vocabulary().words or word in words_of_phrases():
        return True
    return all(token in index.postings for token in canonical(word))


def _split(word: str, index: Index) -> list[str]:
    """A word run together from known words of three letters or more, taken apart; else itself."""
    if not 2 * _SHORTEST_PART <= len(word) <= _LONGEST_RUN:
        return [word]
    return _parts(word, index) or [word]


def _parts(word: str, index: Index) -> list[str]:
    """The fewest known words that make up ``word``, the first as long as possible; empty when there are none."""
    if canonical(word) and _known(word, index):
        return [word]
    for at in range(len(word) - _SHORTEST_PART, _SHORTEST_PART - 1, -1):
        left, right = word[:at], word[at:]
        if canonical(left) and _known(left, index) and (rest := _parts(right, index)):
            return [left, *rest]
    return []


def _near(word: str, index: Index) -> Meaning:
    found = dict.fromkeys(index.beginning_with(word), _PREFIX) if len(word) >= 3 else {}
    if len(word) >= _SHORTEST_FUZZY:
        misspelt = [known for known in vocabulary().words if len(known) > 3]
        for spellings in (index.spellings, misspelt):
            for near, score, _ in process.extract(word, spellings, scorer=fuzz.ratio, score_cutoff=_CUTOFF, limit=4):
                for token in canonical(near) if spellings is misspelt else (near,):
                    if token in index.postings:
                        found[token] = max(found.get(token, 0.0), (score / 100) ** 2)
    best = sorted(found, key=lambda token: -found[token])[:6]
    return {token: found[token] for token in best}


def _usual_spellings(word: str, index: Index) -> Meaning:
    """The commoner words that a rare one begins or is nearly: a misspelling on some page must not hide the right word."""
    if len(word) < _SHORTEST_FUZZY:
        return {}
    common = _COMMONER * len(index.postings[word].pages)
    found = {token: _PREFIX for token in index.beginning_with(word) if len(index.postings[token].pages) > common}
    if len(word) >= _LONG_WORD and len(index.postings[word].pages) == 1:
        near = process.extract(word, index.spellings, scorer=fuzz.ratio, score_cutoff=_MISSPELT, limit=4)
        found |= {token: (score / 100) ** 2 for token, score, _ in near if len(index.postings[token].pages) > common}
    return found


def _without_repeats(found: list[Meaning]) -> list[Meaning]:
    kept: list[Meaning] = []
    for meaning in found:
        if meaning not in kept:
            kept.append(meaning)
    return kept
