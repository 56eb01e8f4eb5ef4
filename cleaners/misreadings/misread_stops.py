"""Points where a sentence goes on: commas that lost their tails, and specks.

``the court. after review``: no sentence begins small, so a comma was printed, or nothing where none can stand
(``agreed to. allow``). What may be an abbreviation is left, and so is what may have been a capital: a small
letter of the same shape is read for one.
"""

from __future__ import annotations

from collections.abc import Iterator

from cleaners.lexicon import common, is_word
from cleaners.patterns import pattern
from cleaners.terms.months import MONTH
from cleaners.terms.sentence_ends import ABBREVIATION

POINT = pattern(
    r"(?<!\S)[“\"(\[‘]?(?P<one>[A-Za-z]?[a-z]+)(?P<point>\.)[”\"]?"
    r"(?= (?P<two>[abdefghilmnqrty][a-z]*)(?![.)\w]))"
)
DAY = pattern(rf"\b{MONTH} \d{{1,2}}(?P<point>\.)(?= (?:19|20)\d\d\b)")
TITLE = pattern(r"(?<![\w.])M(?:rs?|s)(?P<stop>[:,;])(?= [A-Z][a-z])")
"""A title before a name has a point in American print, and no other stop."""
SHORT = frozenset(("cert", "comm", "corp", "dept", "govt", "sept", "supp"))
"""Of four letters, and abbreviations more often than words."""

LEADS_ON = frozenset((
    "a", "an", "and", "are", "as", "at", "be", "by", "from", "have", "into", "is", "of", "or", "the", "to",
    "was", "were", "with",
))  # fmt: skip
"""Words behind which neither a point stands nor a comma."""

LENGTH = 4
"""Letters of a word that is no abbreviation, if it is a common one; of others one more."""


def misread_stops(text: str) -> Iterator[tuple[int, int, str]]:
    """What to put right in a line of OCR: start, end, and what was printed.

    >>> line = "of July 14. 2031, the court. after review. agreed to. allow it. See id. at 3."
    >>> [(line[:a][-5:], new) for a, _, new in misread_stops(line)]
    [('ly 14', ','), ('court', ','), ('eview', ','), ('ed to', '')]
    >>> [new for *_, new in misread_stops("Then Ms: Roe and Mr, Doe. It was Ms. Poe; Forms: Roe")]
    ['.', '.']
    """
    for match in TITLE.finditer(text):
        yield *match.span("stop"), "."
    for match in DAY.finditer(text):
        yield *match.span("point"), ","
    for match in POINT.finditer(text):
        one = match["one"].lower()
        if not is_word(match["two"]):
            continue
        if one in LEADS_ON:
            yield *match.span("point"), ""
        elif _is_no_abbreviation(one):
            yield *match.span("point"), ","


def _is_no_abbreviation(word: str) -> bool:
    if ABBREVIATION.fullmatch(word.capitalize()) or word in SHORT or not is_word(word):
        return False
    return len(word) > LENGTH or (len(word) == LENGTH and common(word))
