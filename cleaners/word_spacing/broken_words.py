"""Words in pieces (``juris diction``) and words run together (``ofthe``), told by word list and filing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from cleaners.document import Document
from cleaners.lexicon import common, is_word
from cleaners.patterns import pattern
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

_ALONE = r"(?<![^\s(“\"‘\[–—])(?:%s)(?![^\s,.;:)\]”\"’?!–—]|[.:]\w)"
_WORD = pattern(_ALONE % "[A-Za-z]+")
_BROKEN = pattern(_ALONE % "[A-Za-z]{2,}|[A-Za-z](?= [A-Za-z]{2})")
"""A word, or its first letter: a letter before another is letter-spacing."""
_LOOKS_ON = 3
"""Characters behind a token that it asks for."""
_MOST_PIECES = 4
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
    for match in _broken(text, spans, unknown.keys()):
        if match.start() < done:
            continue
        whole = _whole(text, match, done)
        for one, two in pairwise(whole):
            yield Edit(one.end(), two.start(), "", "word in pieces")
            done = two.end()
        if match[0] in apart and _method(document, match.start()) == "text layer":
            continue  # a ``dataset``, whatever stands apart elsewhere
        at = unknown[match[0]]
        kept = text.startswith((" @", "]"), match.end())  # an address; an l (``origina]``)
        if by_ocr and not at and not kept and _method(document, match.start()) == "ocr":
            at = misparted(match[0])
        if not whole and at:
            yield Edit(match.start() + at, match.start() + at, " ", "glued words")


def _broken(
    text: str, spans: Sequence[tuple[int, int]], unknown: AbstractSet[str]
) -> Iterator[re.Match[str]]:
    """The unknown words of the tokens that stand there; most are such a word by themselves."""
    for start, end in spans:
        if text[start:end] in unknown:
            found = _BROKEN.match(text, start)
            yield from (found,) if found else ()
            continue
        for match in _BROKEN.finditer(text, start, end + _LOOKS_ON):
            if match.start() < end and match[0] in unknown:
                yield match


def _method(document: Document, offset: int) -> str:
    """How the page was read on which a character stands."""
    return document.page_at(document.source_at(offset)).method


def _whole(text: str, match: re.Match[str], first: int) -> list[re.Match[str]]:
    """The pieces round a token that make a word, the longest if there are several; empty if none do."""
    words, index = _neighbours(text, match, first)
    pieces = [word[0] for word in words]
    windows = [
        words[start:end]
        for start in range(index + 1)
        for end in range(max(index + 1, start + 2), min(len(words), start + _MOST_PIECES) + 1)
        if is_word("".join(pieces[start:end]))
        and _is_whole(pieces[start:end])
        and not (end - start == 2 and _is_letter(text, words[start], words[end - 1][0]))
    ]
    return max(windows, key=lambda w: w[-1].end() - w[0].start(), default=[])


def _is_letter(text: str, letter: re.Match[str], following: str) -> bool:
    """Whether a lone capital before a word is a letter of its own (``Exhibit B and``, ``Mr. W as well``):
    small change follows it, of which only ``T his`` can be nothing else, or what is lettered is named
    before it."""
    if len(letter[0]) > 1 or not is_word(following):
        return False
    small = following in FUNCTION and (letter[0] + following).casefold() != "this"
    return small or _NAMES_LETTER.search(text, max(0, letter.start() - 24), letter.start()) is not None


def _neighbours(text: str, match: re.Match[str], first: int) -> tuple[list[re.Match[str]], int]:
    """The tokens a single blank apart round a token that is no word, as many as a word may be in pieces, and
    its index. One of the pieces may be a word by itself: what stands behind a second is not asked for.
    No letter of a word is large but the first, or all are."""
    words, known = [match], 0
    capitals = match[0].isupper()
    if not (capitals or match[0].islower()):
        first = match.start()
    while len(words) < _MOST_PIECES and (start := _before(text, words[0].start(), first)) is not None:
        before = _WORD.match(text, start)
        if before is None or before.end() != words[0].start() - 1:
            break
        known += is_word(before[0])
        if known > 1:
            break
        words.insert(0, before)
    index, known = len(words) - 1, 0
    while len(words) - index < _MOST_PIECES and text[words[-1].end() : words[-1].end() + 1] == " ":
        after = _WORD.match(text, words[-1].end() + 1)
        if after is None or len(after[0]) > LONGEST_WORD:
            break
        if not (after[0].islower() or (capitals and after[0].isupper())):
            break
        known += is_word(after[0])
        if known > 1:
            break
        words.append(after)
    return words, index


def _before(text: str, at: int, first: int) -> int | None:
    """Where the token that ends one blank before ``at`` starts, if it may be a piece of a word."""
    if at - 1 <= first or text[at - 1] != " ":
        return None
    low = max(first, at - 1 - LONGEST_WORD)
    start = text.rfind(" ", low, at - 1) + 1 or low
    if text[start : at - 1].isalpha():
        return start
    start = at - 1
    while start > low and text[start - 1].isalpha():
        start -= 1
    return start if start < at - 1 else None


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
