"""Words that run together: where a token that is no word parts into two.

A blank is put in only where one way alone makes two words, and one of them is small (``ofthe``): every longer
word list holds the halves of some name (``Goldin``, ``Onslow``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from cleaners.document import Document
from cleaners.lexicon import common, is_word
from cleaners.patterns import pattern
from cleaners.pieces import Edit
from cleaners.word_spacing.tokens import pairs_of

_CAPITAL = pattern(
    r"[A-Z](?<=[a-z].)(?:(?<=\b(of|in|to|by).)|(?<=\b(the|and|for).)|(?<=\b(from|with).))[a-z]{3,}\b"
)
_CONTRACTED = pattern(r"['’](?:(?<=[a-zA-Z]n.)t|(?<=[a-zA-Z].)(?:m|re|ve|ll))(?P<rest>[a-z]{2,})\b")
FUNCTION = frozenset(  # words read best as words
    "of in to the and for on by that with from at is was as or be this not are it an his has had have"  # noqa: SIM905
    " were if".split()
)
_BEFORE_A = frozenset(
    "by for from had have into is not of on such than that under upon was when whether with".split()  # noqa: SIM905
)
"""What may run into the article in OCR (``ona``); a rarer token (``ina``) may be an abbreviation."""
_BEGIN_NO_WORD = frozenset({"of", "the"})
"""No word that a list lacks is made of one of these and another word of five letters (``theforegoing``)."""
_BEFORE_NOUNS = frozenset({"of", "to", "the", "in", "and", "by"})
_SMALL = FUNCTION | frozenset("all any but if its no than their they which who you".split())  # noqa: SIM905
"""Small words that OCR runs into the next where they are set close (``Ifyou``, ``notonly``)."""
_KNOWN_TO_OCR = 10_000
"""So frequent is the longer of two words that OCR ran together."""
_OPENING = _SMALL | frozenset("when where why such there once like under between".split())  # noqa: SIM905
"""What a sentence or title may begin with before an article (``Whena``)."""
_REPORTER = r"(?=\d{1,3} (?:F\.|U\.S\.|S\. ?Ct))"
_FIGURES = pattern(
    rf"\bat(?=\d{{1,4}}[.,;:)\s])|[a-z](?:[a-z],|\.,){_REPORTER}|"
    r"\b\d{1,2},(?=\d{1,2}\b(?![,.]?[\d-]))(?<![.,:$-]\d,)(?<![.,:$-]\d{2},)|(?:U\.S\.C|C\.F\.R)\.(?=§)"
)
"""``at362``, ``Corp.,405 F.3d``, ``at 10,70``: fewer than three figures after a comma are no
thousands."""
_NAMED = pattern(r"\b(?:and|at|by|for|from|of|that|the|which|with)(?=[A-Z][a-z])")
"""``ofBarnaby``: a small word run into a name that no list holds."""
_FORA = pattern(r"\b[Ff]or(?=a [a-z]{3})")
_FORUM = pattern(r"forum", re.IGNORECASE)
_ADJACENT = pattern(r"(?<![^\W_])([A-Za-z]+) (?=([A-Za-z]+)(?![^\W_]))")
_LAST = pattern(r"[A-Za-z]+\Z")
_LEAST_GLUED = 5
LONGEST_WORD = 20


def may_be_glued(token: str) -> bool:
    """Whether a capital or an apostrophe in a token shows where a second word may begin."""
    contracted = ("'" in token or "’" in token) and _CONTRACTED.search(token)
    return bool(contracted or (not token.islower() and _CAPITAL.search(token)))


def find_glued(text: str, start: int, end: int) -> Iterator[Edit]:
    """``ofAmerica``, ``don'tknow``: the blanks that a token lacks where the second word begins."""
    for match in _CAPITAL.finditer(text, start, end):
        before = match[match.lastindex or 0]
        if is_word(match[0]) and not is_word(before + match[0]):
            yield Edit(match.start(), match.start(), " ", "glued words")
    for match in _CONTRACTED.finditer(text, start, end):
        if is_word(match["rest"]):
            yield Edit(match.start("rest"), match.start("rest"), " ", "glued words")


def find_read_close(document: Document) -> Iterator[Edit]:
    """What OCR ran together for want of room: figures after a comma or ``at``, names after small words, and
    ``for a`` in a filing that speaks of no forum."""
    lines = [line for line in document.lines if line.page.method == "ocr"] if document.has_ocr else []
    fora = bool(lines) and not _FORUM.search(document.text)
    for line in lines:
        ends = [match.end() for form in (_FIGURES, _NAMED) for match in form.finditer(line.text)]
        ends += [match.end() for match in _FORA.finditer(line.text)] if fora else []
        for at in ends:
            yield Edit(line.start + at, line.start + at, " ", "glued words")


def parted(word: str) -> int:
    """Where a token that is no word parts into two; 0 if there is no way or more than one."""
    if not 3 <= len(word) <= LONGEST_WORD or not word.islower():
        return 0
    if word.endswith("a") and word[:-1] in _BEFORE_A:
        return len(word) - 1
    ways = [at for at in range(2, len(word) - 1) if _are_common(word[:at], word[at:])]
    return ways[0] if len(ways) == 1 else 0


def misparted(word: str) -> int:
    """Where a token of OCR parts that is no word: at a small word before or after a common one. A capital may
    begin a name (``Onslow``, ``Goldin``): behind it both must be small words. 0 if there is no way or more
    than one."""
    if not 3 <= len(word) <= LONGEST_WORD or not word[1:].islower():
        return 0
    if word.endswith("a") and _precedes_article(word[:-1]):
        return len(word) - 1
    fits = _are_small if word[0].isupper() else _is_one_small
    ways = [at for at in range(2, len(word) - 1) if fits(word[:at].casefold(), word[at:])]
    return ways[0] if len(ways) == 1 else 0


def _precedes_article(word: str) -> bool:
    """Whether a word, which OCR ran into an article, is known as one; behind a capital it must be small."""
    if not word.islower():
        return word.casefold() in _OPENING
    return word in FUNCTION if len(word) < 3 else common(word, _KNOWN_TO_OCR)


def _are_small(one: str, two: str) -> bool:
    return one in _SMALL and two in _SMALL


def _is_one_small(one: str, two: str) -> bool:
    if one not in _SMALL:
        one, two = two, one
    return one in _SMALL and (two in _SMALL or (len(two) >= 4 and common(two, _KNOWN_TO_OCR)))


def printed_apart(text: str, tokens: Iterable[str], unknown: Sequence[str]) -> dict[str, int]:
    """Where tokens part that the filing itself prints as two words elsewhere (``verdictform``); ``tokens``
    are the text's, between blanks and line ends."""
    wanted = {word.casefold() for word in unknown if _LEAST_GLUED <= len(word) <= 2 * LONGEST_WORD}
    lasts = {token: last[0].casefold() for token in tokens if (last := _LAST.search(token))}
    ways = ((word[:at], word[at:]) for word in wanted for at in range(1, len(word)))
    before = set(lasts.values())
    firsts = {one for one, two in ways if one in before and is_word(one) and is_word(two)}
    ends = {token for token, last in lasts.items() if last in firsts}
    cuts: dict[str, set[int]] = {}
    pairs = "  ".join(map(" ".join, pairs_of(text, ends))) if ends else ""
    for one, two in set(_ADJACENT.findall(pairs)):
        whole = (one + two).casefold()
        if whole in wanted and is_word(one) and is_word(two):
            cuts.setdefault(whole, set()).add(len(one))
    found = ((word, cuts.get(word.casefold(), ())) for word in unknown)
    return {word: min(places) for word, places in found if len(places) == 1}


def _are_common(one: str, two: str) -> bool:
    if one not in FUNCTION:
        return False
    if two in FUNCTION or (one in _BEFORE_NOUNS and len(two) >= 4 and common(two, 1500)):
        return True
    return one in _BEGIN_NO_WORD and len(two) >= 5 and is_word(two)
