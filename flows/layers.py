"""Whether a page's text layer can be trusted, or the page must be read from its picture.

The stamp trap: a scan whose only text is the ECF stamp that the court drew over it looks like a page with
a text layer. So what a stamp could be is set aside before the layer is judged.
"""

import re
from dataclasses import dataclass

from cleaners.ecf_stamps import read_ecf_stamp
from cleaners.lexicon import is_word
from cleaners.margins import Token
from flows.pdf import PdfPage

STAMP_BAND = 0.07
"""Share of the page's height at its top and bottom edge where courts print their stamps."""

FEWEST_WORDS = 12
MOSTLY_WORDS = 0.7
"""Share of a sound layer's letter words that a word list knows (names, citations and a transcript's
abbreviations are the rest); a cipher's is below 0.2."""

LETTERS = re.compile(r"[A-Za-z][a-z]{2,}|[A-Z]{3,}")


@dataclass(frozen=True)
class Verdict:
    use_layer: bool
    why: str


def judge_layer(page: PdfPage) -> Verdict:
    """Decide how to read a page, and say why."""
    body = [t for t in page.tokens if not _in_stamp_band(t, page)]
    scanned = page.image_share >= 0.5
    if not page.tokens and not page.has_drawings:
        return Verdict(True, "the page is blank")
    if not body:
        return Verdict(not page.has_drawings, "nothing but a stamp in the text layer" if page.tokens else "no text layer")
    if scanned and len(body) < FEWEST_WORDS:
        return Verdict(False, "the text layer has next to nothing under an image that fills the page")
    if any("\ufffd" in t.text or "(cid:" in t.text for t in body):
        return Verdict(False, "the text layer has characters without a meaning")
    share, count = word_share(body)
    if count >= FEWEST_WORDS and share < MOSTLY_WORDS:
        return Verdict(False, f"the text layer is garbled: {share:.0%} of its words are words")
    if scanned:
        return Verdict(False, "an OCR layer under a scan: read anew")
    return Verdict(True, "the text layer is sound")


def stamp_tokens(page: PdfPage) -> list[Token]:
    """The words that the court drew over a scan: all at the page's edges where the layer holds next to
    nothing else, only the lines that read as a stamp where an OCR layer lies below."""
    edge = [t for t in page.tokens if _in_stamp_band(t, page)]
    if len(page.tokens) - len(edge) < FEWEST_WORDS:
        return edge
    rows = {t.row: " ".join(o.text for o in edge if o.row == t.row) for t in edge}
    return [t for t in edge if read_ecf_stamp(rows[t.row])]


def _in_stamp_band(token: Token, page: PdfPage) -> bool:
    """Whether a word stands where courts print their stamps."""
    return not STAMP_BAND < token.middle / page.height < 1 - STAMP_BAND


def word_share(tokens: list[Token]) -> tuple[float, int]:
    """The share of letter words that are words, and how many there are."""
    words = [w for t in tokens for w in LETTERS.findall(t.text)]
    return (sum(is_word(w) for w in words) / len(words) if words else 1.0), len(words)
