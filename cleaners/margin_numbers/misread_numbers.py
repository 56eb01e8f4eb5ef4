"""What OCR makes of a column of margin numbers: ``Oo ama NY oa FEF Ww DY``, ``NN NY NNN FY Ff``.

An engine that takes the column for a line of text reads its figures as letters. Nothing else prints half a
dozen scraps of up to three letters one after another, most of them no words, their capitals misplaced.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaners.lexicon import is_word
from cleaners.margin_numbers.numbered_words import NUMBERED
from cleaners.patterns import pattern

RUN = pattern(r"\s[A-Za-z\d©&|]{1,3}+(?:[ \t]++[A-Za-z\d©&|]{1,3}+){4,}(?!\S)")
"""Five scraps or more behind a blank; initials have points, letters of a list commas."""

SCRAP = pattern(r"\S+")
FEWEST = 5
"""Scraps, at least, that make what was read of a column of numbers."""

MOST_WORDS = 0.5
"""So many of the scraps may happen to be words: ``on``, ``NO``, ``WE``."""

MISPLACED = pattern(r"[a-z][A-Z]|(?<!\S)(?:[B-HJ-Z]|[A-Z]{2})[a-z](?!\S)|©")
"""A capital after a small letter, a capital and a small letter that make no word."""

LETTERED = pattern(r"(?<!\S)(?:[lI1|] [lIOo01|]|2 [Oo]|(?!IS)[\dlI|Z][\dlI|OoZS]|[l|ZS])(?!\S)(?<!\d\d)")
"""One or two figures, a letter or more among them that looks like one: ``l0``, ``Z3``, ``2S``."""
FIGURES = str.maketrans("lI|OoZS", "1110025")
BELONGS = pattern(rf"(?:^|\W){NUMBERED}[.,]?\s*$", re.IGNORECASE)
LONGEST = 12
"""Characters of such a word, and what stands before it."""


def find_misread_numbers(text: str) -> Iterator[tuple[int, int]]:
    """The spans of such runs in bare text, in order.

    >>> list(find_misread_numbers("the court Oo ama NY oa FEF Ww DY finds"))
    [(10, 32)]
    >>> list(find_misread_numbers("IT IS SO ORDERED as to A B C D E and the FBI CIA NSA DOJ DEA ATF"))
    []
    """
    for match in RUN.finditer(f"\n{text}"):
        run = match[0]
        if ((run.isupper() or run.islower()) and "©" not in run) or not MISPLACED.search(run):
            continue
        found = [(m.start(), m.end(), m[0]) for m in SCRAP.finditer(text, match.start(), match.end() - 1)]
        own = [n for n, (_, _, scrap) in enumerate(found) if not _is_texts(scrap)]
        found = found[own[0] : own[-1] + 1] if own else []
        scraps = [scrap for _, _, scrap in found]
        misplaced = sum(MISPLACED.search(scrap) is not None and not _reads(scrap) for scrap in scraps)
        words = sum(_reads(scrap) for scrap in scraps)
        if len(scraps) >= FEWEST and misplaced and words <= MOST_WORDS * len(scraps):
            yield found[0][0], found[-1][1]


def missing_number(text: str, low: int, high: int, value: int) -> tuple[int, int] | None:
    """The span of a margin number that OCR read as letters (``l``, ``ll``, ``l 0``) between two that it read
    right; None if nothing there, or more than one thing, can be that number. ``Title II`` and ``Exhibit 1O``
    are the sentence's own."""
    found = [m for m in LETTERED.finditer(text, low, high) if _figures(m[0]) == str(value)]
    if len(found) != 1 or BELONGS.search(text, max(0, found[0].start() - LONGEST), found[0].start()):
        return None
    return found[0].span()


def _figures(scrap: str) -> str:
    return scrap.replace(" ", "").translate(FIGURES)


def _is_texts(scrap: str) -> bool:
    """Whether a scrap at either end is the text's own: a number, a word in small letters or of three."""
    return scrap.isdigit() or (_reads(scrap) and (scrap.islower() or len(scrap) > 2))


def _reads(scrap: str) -> bool:
    """Whether a scrap is a word or a number, set as one."""
    cased = scrap.islower() or scrap.isupper() or scrap.istitle()
    return scrap.isdigit() or (cased and is_word(scrap))
