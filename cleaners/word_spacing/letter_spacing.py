"""Words that are spelled in single letters (``C O U R T``), and initials with blanks before their points."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from cleaners.lexicon import common, is_word
from cleaners.patterns import on_lines, pattern, places
from cleaners.pieces import Edit
from cleaners.word_spacing.glued import LONGEST_WORD

# `U .S. C` is a blank out of place; `U. S. Reports` and `J. R. Roe` are how they are printed.
_INITIALS = pattern(r"[A-Z](?=[ .])(?<![\w.].)(?: \.[A-Z]|\.[A-Z](?= \.)| \. [A-Z](?= ?\.))+(?: ?\.)?(?!\w)")
_AFTER_LETTER = pattern(  # what follows the first of single letters
    r" (?<=[A-Za-z] )(?<![^\s(“\"\[][A-Za-z] )[ ]{0,7}[A-Za-z](?:[ ]{1,8}[A-Za-z])+(?![^\s,.;:)\]”\"])"
)
_NO_WORD = float("inf")


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
        letters = [at for at, c in enumerate(run, first) if c != " "]
        spelled = run.replace(" ", "")
        ends = _word_ends(spelled, letters)
        for begin, end in pairwise((0, *sorted(ends))):
            start, stop = letters[begin], letters[end - 1] + 1
            if stop - start > end - begin:
                yield Edit(start, stop, spelled[begin:end], "letter-spacing")
            if end < len(letters) and letters[end] - stop > 1:
                yield Edit(stop, letters[end], " ", "letter-spacing")


def _word_ends(spelled: str, offsets: list[int]) -> frozenset[int]:
    """After how many of the letters, which stand at these offsets, each word ends; empty where they are no
    words. Where the gaps are of two widths the wider ones part words."""
    if not (spelled.isupper() or spelled[1:].islower()):
        return frozenset()
    gaps = [two - one for one, two in pairwise(offsets)]
    narrow = min(gaps)
    cuts = [0, *(count for count, gap in enumerate(gaps, 1) if gap > narrow), len(spelled)]
    if len(cuts) > 2 and all(b - a >= 2 or spelled[a:b] in "AaI" for a, b in pairwise(cuts)):
        return frozenset(cuts[1:])
    if len(spelled) == 3 and not (common(spelled) and not _in_order(spelled)):
        return frozenset()
    return _segmented(spelled) if len(cuts) == 2 and not _in_order(spelled) else frozenset()


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
