"""Letters read for others of nearly their shape, where only one word can have been printed.

Starved and filled-in type reads ``denicd`` for ``denied``, ``piocess`` for ``process``, ``1equired`` for
``required``. A word in small letters that no list has is put right if one such letter makes it a word and no
other would; what a court has misspelt seldom differs from a word in just these letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaners.lexicon import common, is_word
from cleaners.patterns import pattern

WORD = pattern(
    r"(?<![\w.@/’'-])(?P<word>[1A-Z]?[a-z]{4,})(?=[,;:?!”\"’)\]]*(?:\s|$|\.(?:\s|$|[”\")\[])))(?!\.\w)"
)
"""Of five letters or more, or of four behind a 1: of shorter ones another may be near."""

BEHIND, AHEAD = pattern(r"(?P<word>[A-Za-z]+)[-–—~]?\s*$"), pattern(r"-?\s*(?P<word>[a-z]+)")
"""The words beside it, a hyphen at a line's end between them or not."""

SHORTEST = 5
"""Letters of a word, at least: of shorter ones too many are but a letter apart."""

READ_FOR = (
    ("c", "e"),
    ("i", "r"),
    ("t", "r"),
    ("t", "i"),
    ("t", "f"),
    ("f", "t"),
    ("i", "l"),
    ("m", "rn"),
    ("n", "rr"),
    ("h", "li"),
    ("fi", "ffi"),
)
"""What was read and what was printed, by how often it was met on worn scans of filings. An ``ffi`` that
the font draws as one letter loses an f (``oficial``, ``traficking``)."""

USUAL = 40_000
"""So many of the most frequent words are guessed: ``tequited`` is no ``requited``."""

IN_NAMES, NAMED = (("c", "e"), ("m", "rn"), ("fi", "ffi")), 2_000
"""Where a capital may begin a name, only this is put right, and only if it makes a very common word."""

FIRST = {"1": "rlit", "J": "lI"}
"""What is no letter of a word in small letters, and what it may have been at a word's beginning."""


def misread_letters(text: str, before: str) -> Iterator[tuple[int, int, str]]:
    """What to put right in a line of OCR that follows ``before``: start, end, and what was printed. Half of
    a word that was parted is left.

    >>> line = "a 1equired piocess was denicd by the attomey for Hest"
    >>> [(line[a:b], new) for a, b, new in misread_letters(line, "of")]
    [('1equired', 'required'), ('piocess', 'process'), ('denicd', 'denied'), ('attomey', 'attorney')]
    """
    for match in WORD.finditer(text):
        word = match["word"]
        if len(word) < SHORTEST or is_word(word):
            continue
        if half_of_a_word(text, *match.span("word"), before):
            continue
        found = set(_printed(word))
        if len(found) == 1:
            yield *match.span("word"), found.pop()


def half_of_a_word(text: str, start: int, end: int, before: str) -> bool:
    """Whether ``text[start:end]`` makes a word with the one beside it, in the line or before it, or may be
    the end of one with which an excerpt begins."""
    word, so_far = text[start:end], before + " " + text[:start]
    behind, ahead = BEHIND.search(so_far), AHEAD.match(text, end)
    if not so_far.strip():
        return True
    return bool((behind and is_word(behind["word"] + word)) or (ahead and is_word(word + ahead["word"])))


def _printed(word: str) -> Iterator[str]:
    """The words that ``word`` may have been, one letter of it read for another."""
    if word[0] in FIRST:
        yield from (letter + word[1:] for letter in FIRST[word[0]] if common(letter + word[1:], USUAL))
    named = word[0].isupper()
    for read, printed in IN_NAMES if named else READ_FOR:
        for match in re.finditer(read, word):
            guess = word[: match.start()] + printed + word[match.end() :]
            if common(guess, NAMED if named else USUAL):
                yield guess
