"""Words that are spelled in single letters (``C O U R T``), and initials with blanks before their points."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from cleaners.lexicon import common, is_word
from cleaners.patterns import on_lines, pattern, places
from cleaners.pieces import Edit
from cleaners.tuple_makers import maker
from cleaners.word_spacing.glued import LONGEST_WORD

# `U .S. C` is a blank out of place; `U. S. Reports` and `J. R. Roe` are how they are printed.
_INITIALS = pattern(r"[A-Z](?=[ .])(?<![\w.].)(?: \.[A-Z]|\.[A-Z](?= \.)| \. [A-Z](?= ?\.))+(?: ?\.)?(?!\w)")
_AFTER_LETTER = pattern(  # what follows the first of single letters
    r" (?<=[A-Za-z] )(?<![^\s(“\"\[][A-Za-z] )[ ]{0,7}[A-Za-z](?:[ ]{1,8}[A-Za-z])+(?![^\s,.;:)\]”\"])"
)
_GAPS = tuple(" " * width for width in range(1, 9))
"""What stands between two letters of a word, as wide as words that are spelled so are set."""
_NO_WORD = float("inf")
_edit = maker(Edit)


def find_initials(text: str) -> Iterator[Edit]:
    """``U .S.``, ``U . S . C .``: initials with blanks before their points."""
    for match in on_lines(_INITIALS, text, " ."):
        if " ." in match[0] and match[0].count(".") >= 2:
            for blank in places(match[0], " "):
                at = match.start() + blank
                yield Edit(at, at + 1, "", "letter-spacing")


def find_letter_spaced(text: str) -> Iterator[Edit]:
    """The words that are spelled in single letters, each as a whole, and the gaps between them."""
    for match in _AFTER_LETTER.finditer(text):
        first = match.start() - 1
        run = text[first : match.end()]
        last = 0
        for start, end in _words(run):
            if start - last > 1:
                yield _edit((first + last, first + start, " ", "letter-spacing", None))
            if end - start > 1:
                spelled = run[start:end].replace(" ", "")
                yield _edit((first + start, first + end, spelled, "letter-spacing", None))
            last = end


def _words(run: str) -> list[tuple[int, int]]:
    """Where each word of a run of single letters stands in it; empty where they are no words. Where the gaps
    are of two widths the wider ones part words."""
    spelled = run.replace(" ", "")
    if not (spelled.isupper() or spelled[1:].islower()):
        return []
    narrow = next(gap for gap in _GAPS if re.search(f"[A-Za-z]{gap}[A-Za-z]", run))
    parted = [match.span() for match in re.finditer(f"[A-Za-z](?:{narrow}[A-Za-z])*", run)]
    if len(parted) > 1:
        return parted if all(end - start > 1 or run[start] in "AaI" for start, end in parted) else []
    if _in_order(spelled) or (len(spelled) == 3 and not common(spelled)):
        return []
    step = len(narrow) + 1
    ends = sorted(_segmented(spelled))
    return [(start * step, (end - 1) * step + 1) for start, end in pairwise((0, *ends))]


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
