"""Whether a page's text layer can be trusted, or the page must be read from its picture.

The stamp trap: a scan whose only text is the ECF stamp that the court drew over it looks like a page with
a text layer. So what a stamp could be is set aside before the layer is judged.
"""

import re
from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from cleaners.lexicon import is_word
from cleaners.page import Token
from flows.pages.pdf import PdfPage

STAMP_BAND = 0.07
"""Share of the page's height at its top and bottom edge where courts print their stamps."""

FEWEST_WORDS = 12
MOSTLY_WORDS = 0.5
"""Share of a sound layer's letter words that a word list knows: names, citations and abbreviations are the
rest, three in ten words of a table of authorities. A cipher's is below 0.2."""

LETTERS = re.compile(r"[A-Za-z][a-z]{2,}|[A-Z]{3,}")


class Source(Enum):
    """What a page is read from."""

    LAYER = "the words of its text layer, and what pictures on it say"
    SCAN = "OCR of the scan, and the words that the PDF sets over it"
    DRAWING = "OCR of the page with all that is drawn on it"


class Verdict(NamedTuple):
    """What to read a page from, and why, in words for people."""

    source: Source
    why: str


def judge_layer(page: PdfPage) -> Verdict:
    """Decide how to read a page, and say why."""
    body = [t for t in page.tokens if STAMP_BAND < t.middle / page.height < 1 - STAMP_BAND]
    if not page.has_drawings and not page.bars:
        return _judge_words(body, "the text layer is sound" if page.tokens else "the page is blank")
    if page.hidden and len(body) < FEWEST_WORDS:
        return Verdict(Source.SCAN, "an OCR layer under a scan")
    if not body:
        why = "nothing but a stamp in the text layer" if page.tokens else "no text layer"
        return Verdict(Source.SCAN, why)
    if page.image_share >= 0.5 and len(body) < FEWEST_WORDS:
        return Verdict(Source.SCAN, "the text layer has next to nothing over an image that fills the page")
    return _judge_words(body, "the text layer is sound")


def _judge_words(body: Sequence[Token], why: str) -> Verdict:
    text = _joined(body)
    if "\ufffd" in text or "(cid:" in text:
        return Verdict(Source.DRAWING, "the text layer has characters without a meaning")
    share, count = word_share(body)
    if count >= FEWEST_WORDS and share < MOSTLY_WORDS:
        return Verdict(Source.DRAWING, f"the text layer is garbled: {share:.0%} of its words are words")
    return Verdict(Source.LAYER, why)


def word_share(tokens: Sequence[Token]) -> tuple[float, int]:
    """The share of letter words that are words, and how many there are."""
    words = LETTERS.findall(_joined(tokens))
    return (sum(map(is_word, words)) / len(words) if words else 1.0), len(words)


def _joined(tokens: Sequence[Token]) -> str:
    return " ".join([token.text for token in tokens])
