"""Words that a PDF holds beside a scan: those set over it, and the layer hidden under it."""

from dataclasses import replace

from cleaners.page import Token
from cleaners.reading_order.layout import Sheet
from flows.pages.drawings import Box
from flows.pages.layers import FEWEST_WORDS, word_share
from flows.pages.pdf import PdfPage
from flows.pages.redactions import mark_redactions

BETTER = 1.05, 3
"""By so much, and so many words, must the hidden layer be ahead to be taken: OCR made anew knows how sure it
is of each word and where it stands, which a signature read as three words of noise does not outweigh."""


def over_scan(page: PdfPage, read: Sheet, *, turned: bool) -> Sheet:
    """What was read from a scan, or the OCR layer that came with it if that has more sound words, and the
    words that the PDF sets over the scan (an ECF stamp, a typed date) in their places. The layer of a scan
    that had to be ``turned`` cannot be compared: it was made of letters that lay on their sides."""
    tokens, why, doubts = list(read.tokens), read.why, read.doubts
    if sum(any(c.isalpha() for c in t.text) for t in page.hidden) >= FEWEST_WORDS and not turned:
        layer = mark_redactions(page.hidden, page.bars, page.height)
        share, ours = word_share(layer)[0], word_share(tokens)[0]
        why = f"{why}: {share:.0%} of its words are words, {ours:.0%} of those read anew"
        if _sound_words(layer) > _sound_words(tokens) * BETTER[0] + BETTER[1]:
            tokens, why, doubts = layer, f"{why}; the layer is kept", ()
    over = [t._replace(row=-100_000 - t.row) for t in page.tokens]
    boxes = [Box(*t[1:5]) for t in over]
    clear = [t for t in tokens if not any(b.holds(t.center, t.middle) for b in boxes)]
    return replace(read, tokens=[*over, *clear], why=why, doubts=doubts)


def _sound_words(tokens: list[Token]) -> float:
    """The words of a reading that are words less those that are none: what is missed counts against it as
    much as noise does."""
    share, count = word_share(tokens)
    return count * (2 * share - 1)
