"""Words that are spelled in single letters (``C O U R T``), and initials with blanks before their points."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise, zip_longest

from cleaners.lexicon import common, is_word
from cleaners.patterns import on_lines, pattern, places
from cleaners.pieces import Edit
from cleaners.tuple_makers import maker
from cleaners.word_spacing.glued import LONGEST_WORD

# `U .S. C` is a blank out of place; `U. S. Reports` and `J. R. Roe` are how they are printed.
_INITIALS = pattern(r"[A-Z](?= ?\.)(?<![\w.].)(?: \.[A-Z]|\.[A-Z](?= \.)| \. [A-Z](?= ?\.))+(?: ?\.)?(?!\w)")
_AFTER_LETTER = pattern(  # what follows the first of single letters
    r" (?<=[A-Za-z] )(?<![^\s(“\"\[][A-Za-z] )[ ]{0,7}[A-Za-z](?:[ ]{1,8}[A-Za-z])+(?![^\s,.;:)\]”\"])"
)
_SPACINGS = tuple(
    (gap, pattern(f"[A-Za-z]{gap}[A-Za-z]"), pattern(f"({gap} +)"))
    for gap in (" " * width for width in range(1, 9))
)
"""What parts a word's letters, as wide as such words are set, two letters so, and what parts the words."""
_NO_WORD = float("inf")
_edit = maker(Edit)


def find_initials(text: str) -> Iterator[Edit]:
    """``U .S.``, ``U . S . C .``: initials with blanks before their points."""
    for match in on_lines(_INITIALS, text, " ."):
        if " ." in match[0] and match[0].count(".") >= 2:
            for blank in places(match[0], " "):
                at = match.start() + blank
                yield Edit(at, at + 1, "", "letter-spacing")


def find_letter_spaced(text: str) -> Iterator[list[Edit]]:
    """The words that are spelled in single letters, run by run, each as a whole with the gap behind it."""
    for match in _AFTER_LETTER.finditer(text):
        start = match.start() - 1
        parts = _words_and_gaps(text[start : match.end()])
        edits: list[Edit] = []
        for word, gap in zip_longest(parts[::2], parts[1::2], fillvalue=""):
            end = start + len(word) + len(gap)
            if len(word) > 1:
                edits.append(_edit((start, end, word.replace(" ", "") + gap[:1], "letter-spacing", None)))
            elif len(gap) > 1:
                edits.append(_edit((start + 1, end, " ", "letter-spacing", None)))
            start = end
        if edits:
            yield edits


def _words_and_gaps(run: str) -> list[str]:
    """The words that a run of single letters spells and the gaps between them, in turn; empty where they are
    no words. Where the gaps are of two widths the wider ones part words."""
    spelled = run.replace(" ", "")
    if not (spelled.isupper() or spelled[1:].islower()):
        return []
    narrow, wider = next((gap, wider) for gap, letters, wider in _SPACINGS if letters.search(run))
    parted: list[str] = wider.split(run)
    if len(parted) > 1:
        return parted if all(len(word) > 1 or word in "AaI" for word in parted[::2]) else []
    if _in_order(spelled) or (len(spelled) == 3 and not common(spelled)):
        return []
    step = len(narrow) + 1
    spans = pairwise((0, *sorted(_segmented(spelled))))
    words = (run[start * step : (end - 1) * step + 1] for start, end in spans)
    return [part for word in words for part in (word, narrow)][:-1]


def _in_order(spelled: str) -> bool:
    """Letters of a list: A B C D."""
    return all(ord(two) - ord(one) == 1 for one, two in pairwise(spelled))


@lru_cache(maxsize=1 << 12)
def _segmented(spelled: str) -> frozenset[int]:
    """Where the words end that ``spelled`` is made of: as few as possible, none a lone letter but A and I."""
    best: list[tuple[float, int]] = [(0.0, 0), *[(_NO_WORD, 0)] * len(spelled)]
    for start in range(len(spelled)):
        so_far = best[start][0]
        if so_far == _NO_WORD:
            continue
        for end in range(start + 1, min(start + LONGEST_WORD, len(spelled)) + 1):
            cost = so_far + _cost(spelled[start:end])
            if cost < best[end][0]:
                best[end] = cost, start
    if best[-1][0] == _NO_WORD:
        return frozenset()
    ends, at = set(), len(spelled)
    while at:
        ends.add(at)
        at = best[at][1]
    return frozenset(ends)


@lru_cache(maxsize=1 << 16)
def _cost(word: str) -> float:
    if not is_word(word):
        return _NO_WORD
    return (1.0 if common(word) else 1.6) + (1.0 if len(word) == 1 else 0.5 if len(word) == 2 else 0.0)
