"""Words in pieces (``juris diction``) and words run together (``ofthe``), told by word list and filing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache

from cleaners.document import Document
from cleaners.lexicon import common, is_listed, is_word
from cleaners.patterns import pattern, places
from cleaners.pieces import Edit
from cleaners.word_spacing.glued import (
    FUNCTION,
    LONGEST_WORD,
    find_glued,
    may_be_glued,
    misparted,
    parted,
    printed_apart,
)
from cleaners.word_spacing.tokens import judged

Span = tuple[int, int]

_BEFORE = r"(?<![^\s(“\"‘\[–—])(?:%s)"
_ALONE = _BEFORE + r"(?![^\s,.;:)\]”\"’?!–—]|[.:]\w)"
_WORD = pattern(_ALONE % "[A-Za-z]+")
_BROKEN = pattern(_ALONE % "[A-Za-z]{2,}|[A-Za-z](?= [A-Za-z]{2})")
"""A word, or its first letter: a letter before another is letter-spacing."""
_LAST = pattern(_BEFORE % r"[A-Za-z]+\Z")
_LOOKS_ON = 3
"""Characters behind a token that it asks for."""
_MOST_PIECES = 4
_REACH = (_MOST_PIECES - 1) * (LONGEST_WORD + 1) + 3
"""Characters before a token, and behind it, that its other pieces take up, and the two that end the last."""
_NAMES_LETTER = pattern(
    r"(?:\b(?i:exhibits?|exs?\.|exhs?\.|appendix|appendices|attachments?|att\.|annex|addend(?:um|a)|schedules?|tabs?|"
    r"parts?|class(?:es)?|counts?|divisions?|groups?|items?|lots?|parcels?|phases?|plan|sections?|tracts?|type|"
    r"units?|[md]rs?\.|ms\.)|(?<![\w.])[A-Z],? (?:and|or|to|through|&)) $"
)
"""What stands before a letter that is a name: of an exhibit, the next one, who is called by an initial."""


def find_broken_words(document: Document) -> Iterator[Edit]:
    """``APPE ALS``, ``juris diction``, ``S TATES``: pieces on one line whose whole is a word. ``ofthe``: two
    common words that make no word together."""
    text = document.text
    by_ocr = document.has_ocr
    unknown: dict[str, int] = {}
    glued: set[str] = set()

    def is_odd(token: str) -> bool:
        odd = [word for word in _WORD.findall(token) if not is_word(word)]
        unknown.update((word, parted(word)) for word in odd)
        glued.update((token,) if may_be_glued(token) else ())
        return bool(odd) or token in glued

    tokens, spans = judged(text, is_odd)
    for start, end in spans if glued else ():
        if text[start:end] in glued:
            yield from find_glued(text, start, end)
    apart = printed_apart(text, tokens, [word for word, at in unknown.items() if not at])
    unknown |= apart
    done = 0
    for start, end in _broken(text, spans, unknown.keys()):
        if start < done:
            continue
        low, high = _whole(text, start, end, done)
        for blank in places(text[low:high], " ") if low < high else ():
            yield Edit(low + blank, low + blank + 1, "", "word in pieces")
            done = high
        word = text[start:end]
        if word in apart and _method(document, start) == "text layer":
            continue  # a ``dataset``, whatever stands apart elsewhere
        at = unknown[word]
        kept = text.startswith((" @", "]"), end)  # an address; an l (``origina]``)
        if by_ocr and not at and not kept and _method(document, start) == "ocr":
            at = misparted(word)
        if low == high and at:
            yield Edit(start + at, start + at, " ", "glued words")


def _broken(text: str, spans: Sequence[Span], unknown: AbstractSet[str]) -> Iterator[Span]:
    """The unknown words of the tokens that stand there; most are such a word by themselves."""
    for start, end in spans:
        if end - start > 1 and text[start:end] in unknown:
            yield start, end
            continue
        for match in _BROKEN.finditer(text, start, end + _LOOKS_ON):
            if match.start() < end and match[0] in unknown:
                yield match.span()


def _method(document: Document, offset: int) -> str:
    """How the page was read on which a character stands."""
    return document.page_at(document.source_at(offset)).method


def _whole(text: str, start: int, end: int, first: int) -> Span:
    """Where the pieces round a token stand that make a word, the longest if there are several; an empty span
    if none do."""
    before, after = _neighbours(text, start, end, first)
    pieces = [*reversed(before), text[start:end], *after]
    index = len(before)
    wholes = []
    for low, high in _spans(index, len(pieces)):
        if is_listed("".join(pieces[low:high])) and _is_whole(pieces[low:high]):
            at = start - sum(len(piece) + 1 for piece in pieces[low:index])
            if not (high - low == 2 and _is_letter(text, at, *pieces[low:high])):
                wholes.append((at, at + len(" ".join(pieces[low:high]))))
    return max(wholes, key=lambda span: span[1] - span[0], default=(start, start))


@lru_cache
def _spans(index: int, count: int) -> list[Span]:
    """The spans of two pieces and more, out of so many, that the one with that index stands in."""
    spans = ((low, high) for low in range(index + 1) for high in range(index + 1, count + 1))
    return [(low, high) for low, high in spans if 2 <= high - low <= _MOST_PIECES]


def _is_letter(text: str, at: int, letter: str, following: str) -> bool:
    """Whether a lone capital before a word is a letter of its own (``Exhibit B and``, ``Mr. W as well``):
    small change follows it, of which only ``T his`` can be nothing else, or what is lettered is named
    before it."""
    if len(letter) > 1 or not is_word(following):
        return False
    small = following in FUNCTION and (letter + following).casefold() != "this"
    return small or _NAMES_LETTER.search(text, max(0, at - 24), at) is not None


def _neighbours(text: str, start: int, end: int, first: int) -> tuple[list[str], list[str]]:
    """The tokens a single blank apart before a token that is no word and those behind it, the nearest first,
    as many as a word may be in pieces. No letter of a word is large but the first, or all are: what begins
    with a capital has none before it."""
    word = text[start:end]
    before = after = []
    if start > first + 1 and text[start - 1] == " " and (word.islower() or word.isupper()):
        tokens = text[max(first, start - _REACH) : start - 1].rsplit(" ", _MOST_PIECES - 1)
        before = _pieces(tokens[:-_MOST_PIECES:-1], _LAST.search)
    if text.startswith(" ", end):
        tokens = text[end + 1 : end + _REACH].split(" ", _MOST_PIECES - 1)
        after = _pieces(tokens[: _MOST_PIECES - 1], _WORD.match)
    return before, after


def _pieces(tokens: Iterable[str], at_edge: Callable[[str], re.Match[str] | None]) -> list[str]:
    """The letters of tokens as far as nothing else stands between them: of the last, those at its edge. One
    of the pieces may be a word by itself: what stands behind a second is not asked for."""
    pieces: list[str] = []
    known = 0
    for token in tokens:
        letters = token
        if not (token.isalpha() and token.isascii()):
            found = at_edge(token)
            letters = found[0] if found else ""
        known += is_word(letters)
        if not 0 < len(letters) <= LONGEST_WORD or known > 1:
            break
        pieces.append(letters)
        if letters is not token:
            break
    return pieces


def _is_whole(pieces: list[str]) -> bool:
    """Whether the pieces, which make a word, are one. A lone letter that is a word, or small change such as
    ``of``, may stand before or after a name that no list holds; more is asked of it."""
    word = "".join(pieces)
    if not (word.isupper() or word[1:].islower()):
        return False
    if len(pieces[-1]) == 1 or (len(word) < 4 and not common(word, 100)):
        return False
    known = [p for p in pieces if is_word(p)]
    single = any(len(p) == 1 for p in pieces)
    if single and not common(word, 20_000):
        return False
    if any(len(p) == 1 and not p.isupper() for p in pieces) and not common(word):
        return False
    return len(known) <= 1 and not any(p.casefold() in FUNCTION for p in known if not common(word))
