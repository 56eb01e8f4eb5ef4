"""How much of a page was read right: the expected share of its words, in [0, 1].

Nobody knows which words are wrong; but pages that were read badly look it. The engine says how sure it is of
each word, misread words are in no dictionary, and a ruined line leaves marks and letters that are no words.
What these amount to was fitted on pages whose every word is known, and is measured again by each run of
``python -m benchmarks.quality``.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain, pairwise
from statistics import median
from typing import NamedTuple

from cleaners.document import Document
from cleaners.lexicon import Vocabulary, is_word
from cleaners.page import Page
from cleaners.patterns import pattern

DOUBTFUL = 0.6
"""Confidence below which a word is more likely wrong than right."""

UNSURE = 0.9
"""Confidence below which the engine is not sure: on a page read well, one word in thirty."""

SURE = 0.8
"""Confidence from which a name in no dictionary is taken for a name, not for a misreading."""

SPARED = 0.02
"""The share of words that sound text has in no dictionary."""

OFTEN = 3
"""A name that stands in the filing so many times is one; ``tbe`` is a misreading however often it stands."""

ABBREVIATIONS = frozenset({"v", "n", "nn", "p", "pp"})

TOKEN, REST = pattern(r"\S+"), pattern(r"(?<=\S)\S+")
NOTE_CALL = pattern(r"\[\^[^\]\s]{1,4}\]:?")
EDGES = "\"'“”‘’.,;:!?()[]{}<>*†‡§¶$%&#/…–—-_"
BRACKETS = pattern(r"[\[\]()]")
LETTERS = pattern(r"[^\W\d_]+(?:['’.][^\W\d_]+)*\.?")
NUMBERS = pattern(
    r"[$§]?\d[\d.,:/()\-–—]*(?:st|nd|rd|th|d|[a-zA-Z]|\([a-zA-Z0-9]+\))*%?"  # 1078-79, 9th, $1.50, 841(a)(1)
    r"|(?=\S*\d)[\dA-Za-z]+(?:[-–:][\dA-Za-z]+)+"  # 1:29-cv-00799-LJR-GSB
    r"|[A-Z][A-Za-z.]*\.\d+[a-z]{0,2}"  # F.3d
    r"|\S+@\S+\.\w+"
)


class Seen(NamedTuple):
    """A word of the clean text as evidence. ``kind`` is ``word`` (in a dictionary, or the filing's own),
    ``name`` (capitals that are in none), ``number``, ``unknown`` or ``odd`` (no word of any kind);
    ``confidence`` is None where nothing tells."""

    kind: str
    confidence: float | None


class Evidence(NamedTuple):
    """What a page shows of how it was read: how many words it has, their mean confidence (None where nothing
    tells), and the shares of them that the engine doubts, that it is not sure of, and that are no words; and
    the share of boxes of an uneven height (specks, and lines run into one another), where OCR made them: a
    text layer's are even whatever its words are."""

    page: int
    words: int
    confidence: float | None
    doubtful: float
    unsure: float
    no_words: float
    uneven: float


class Weights(NamedTuple):
    """What is taken from ``base``: so much for each share of evidence."""

    base: float
    doubtful: float
    unsure: float
    no_words: float
    uneven: float


WITH_CONFIDENCE = Weights(1.01, -0.41, -0.33, -0.42, -0.1)
WITHOUT = Weights(1.0, 0.0, 0.0, -1.25, 0.0)
"""By least absolute error over pages whose words are known (``python -m benchmarks.quality --fit``)."""

TOLD = (
    (0.0, 0.0), (0.12, 0.03), (0.3, 0.2), (0.5, 0.49), (0.88, 0.88), (0.93, 0.9), (0.955, 0.955), (1.0, 0.99),
)  # fmt: skip
"""What the weights come to on a page read by OCR, and the share that is told of. From 0.88 to 0.95 doubt
counts against the page, so that one of which a tenth is wrong is not told of as better than 0.9. The best of
pages has a word in a hundred wrong that nothing tells of."""

LOOK = 0.9
"""A page of which no more is expected to be right should be looked at."""


class PageQuality(NamedTuple):
    """``expected`` is the share of the page's ``words`` that are expected to be right, in [0, 1], None where
    there is none; ``doubts`` say in words why the page should be looked at, if it should."""

    page: int
    words: int
    expected: float | None
    doubts: tuple[str, ...]


def page_qualities(document: Document) -> list[PageQuality]:
    """How well each page of a cleaned document was read.

    >>> [page] = page_qualities(Document.from_text("The motion to compel is granted in part."))
    >>> page.words, page.expected, page.doubts
    (8, 1.0, ())
    """
    methods = {page.number: page.method for page in document.pages}
    return [_judged(found, methods[found.page]) for found in evidence(document)]


def filing_quality(pages: Iterable[PageQuality]) -> float | None:
    """The expected share of a filing's words that are right; None where it has no words."""
    told = [(page.words, page.expected) for page in pages if page.expected is not None]
    words = sum(count for count, _ in told)
    return sum(count * expected for count, expected in told) / words if words else None


def evidence(document: Document) -> list[Evidence]:
    """The evidence of each page of a cleaned document, in order."""
    seen: dict[int, list[Seen]] = defaultdict(list)
    for page, words in _seen(document):
        seen[page] += words
    return [_of_page(page, seen[page.number]) for page in document.pages]


def expected(found: Evidence, weights: Weights | None = None) -> float:
    """The share of its words that is told of for a page that has words."""
    if found.confidence is None:
        return weighed(found, weights or WITHOUT)
    raw = weighed(found, weights or WITH_CONFIDENCE)
    (low, told_low), (high, told_high) = next(pair for pair in pairwise(TOLD) if raw <= pair[1][0])
    return told_low + (told_high - told_low) * (raw - low) / (high - low)


def weighed(found: Evidence, weights: Weights) -> float:
    """What the evidence comes to, in [0, 1]."""
    shares = (1.0, *found[3:])
    return min(1.0, max(0.0, sum(weight * share for weight, share in zip(weights, shares, strict=True))))


def _judged(found: Evidence, method: str) -> PageQuality:
    if not found.words:
        doubts = ("OCR found no words on it: is it blank?",) if method == "ocr" else ()
        return PageQuality(found.page, 0, None, doubts)
    share = expected(found)
    return PageQuality(found.page, found.words, share, tuple(_doubts(found)) if share <= LOOK else ())


def _doubts(found: Evidence) -> Iterator[str]:
    """Why a page is expected to be read badly, the weightiest reason first."""
    if found.confidence is not None:
        yield f"the OCR engine is {found.confidence:.0%} sure of its words on average"
    if found.no_words > 0.02:
        yield f"{found.no_words:.0%} of its words are in no dictionary"
    if found.confidence is not None and found.uneven > 0.1:
        yield f"{found.uneven:.0%} of its words are of an uneven height, as specks and torn letters are"


def _of_page(page: Page, seen: list[Seen]) -> Evidence:
    sure = [word.confidence for word in seen if word.confidence is not None]
    size = max(1, len(seen))
    return Evidence(
        page=page.number,
        words=len(seen),
        confidence=sum(sure) / len(sure) if sure else None,
        doubtful=sum(confidence < DOUBTFUL for confidence in sure) / size,
        unsure=sum(confidence < UNSURE for confidence in sure) / size,
        no_words=_no_words(seen) / size,
        uneven=_uneven([word.bottom - word.top for word in page.words]) if sure else 0.0,
    )


def _no_words(seen: list[Seen]) -> float:
    """How many are no words of any kind, or names of which the engine is not sure. Where nothing tells of
    that, so many names are doubted as other words are none, but those that sound text has are spared."""
    kinds = Counter([word.kind for word in seen])
    none = kinds["unknown"] + kinds["odd"]
    if all(word.confidence is None for word in seen):
        return max(0.0, none + min(none, kinds["name"]) - SPARED * len(seen))
    return none + sum(word.kind == "name" and (word.confidence or 0.0) < SURE for word in seen)


def _uneven(heights: list[float]) -> float:
    """The share of boxes less than half as high as the page's usual one, or nearly twice as high."""
    usual = median(heights) if heights else 0.0
    return sum(not 0.5 * usual <= height <= 1.8 * usual for height in heights) / max(1, len(heights))


def _seen(document: Document) -> Iterator[tuple[int, list[Seen]]]:
    """The words of the clean text, in its order, those that begin on one page together; only those that OCR
    read have a confidence of their own."""
    text, own = document.text, Vocabulary(document.text)
    kind_of = cache(lambda token: _kind(NOTE_CALL.sub("", token), own))
    alike = cache(Seen)  # of a hundred thousand words few are told apart here
    done = 0
    for page, begin, end in document.spans_by_page():
        start, done = max(begin, done), max(end, done)
        if rest := REST.match(text, done):
            done = rest.end()
        if page.method == "ocr":
            read = ((match, kind_of(match[0])) for match in TOKEN.finditer(text, start, done))
            words = [alike(kind, _confidence(document, *match.span())) for match, kind in read if kind]
        else:
            tokens = chain.from_iterable(map(str.split, text[start:done].split("\n")))
            words = [alike(kind, None) for kind in map(kind_of, tokens) if kind]
        yield page.number, words


def _confidence(document: Document, start: int, end: int) -> float | None:
    """The least of the words that ``text[start:end]`` was read as, None where it was put in."""
    return min(
        (
            word.confidence
            for low, high in document.source_spans(start, end)
            for word in document.words_of(low, high)
        ),
        default=None,
    )


def _kind(token: str, own: Vocabulary) -> str:
    """What a token is; empty for a blank to fill in and the like."""
    bare = token.strip(EDGES)
    if not bare:
        return "" if set(token) <= set("_.–—-*§¶†‡&$…") else "odd"
    parts = [bare]
    if not bare.isalpha():
        if NUMBERS.fullmatch(bare):
            return "number"
        parts = [part for part in re.split(r"[-–—/&]", BRACKETS.sub("", bare)) if part]
        if not all(LETTERS.fullmatch(part) for part in parts):
            return "odd"
    if all(_is_own(part, own) for part in parts):
        return "word"
    return "name" if bare[0].isupper() else "unknown"


def _is_own(part: str, own: Vocabulary) -> bool:
    """Whether letters are a word, an initial, an abbreviation, or a name that the filing has often."""
    bare = part.rstrip(".")
    initial = len(part) == 1 and part.isupper()
    abbreviation = "." in bare or part in ABBREVIATIONS
    return initial or abbreviation or is_word(bare) or (part[0].isupper() and own[part] >= OFTEN)
