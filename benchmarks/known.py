"""Which words of a page are right, where the filing's words are known."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator

from rapidfuzz.distance import Levenshtein

from cleaners import Document

TOKEN = re.compile(r"\S+")
TYPOGRAPHY = str.maketrans("‘’“”–—‐‑−", "''\"\"-----")
NOTE_CALL = re.compile(r"\[\^[^\]\s]{1,4}\]:?")
BLANK = re.compile(r"_{2,}")


def words_by_page(document: Document) -> dict[int, Counter[str]]:
    """The words of each page's clean text, wherever they were moved."""
    found: dict[int, Counter[str]] = {page.number: Counter() for page in document.pages}
    for word, page in _words(document):
        found[page][word] += 1
    return found


def right_by_page(document: Document, gold: str) -> dict[int, float]:
    """The share of each page's words that is right, by the gold text of the whole filing.

    Words are right that the alignment of both texts pairs, or that stand elsewhere in the gold without a
    partner (moved). Words of the gold without a partner count where the alignment has them.
    """
    own = list(_words(document))
    wanted = [word for word, _ in _folded(gold)]
    matched = [False] * len(own)
    lost: list[tuple[str, int]] = []
    for op in Levenshtein.opcodes(wanted, [word for word, _ in own]):
        if op.tag == "equal":
            matched[op.dest_start : op.dest_end] = [True] * (op.dest_end - op.dest_start)
            continue
        for offset in range(op.src_end - op.src_start):
            at = min(op.dest_start + offset, max(op.dest_start, op.dest_end - 1), len(own) - 1)
            lost.append((wanted[op.src_start + offset], own[at][1]))
    free = Counter(word for word, _ in lost)
    right, wrong, missing = Counter[int](), Counter[int](), Counter[int]()
    for (word, page), is_matched in zip(own, matched, strict=True):
        moved = not is_matched and free[word] > 0
        free[word] -= moved
        (right if is_matched or moved else wrong)[page] += 1
    for word, page in lost:
        if free[word] > 0:
            free[word] -= 1
            missing[page] += 1
    shares: dict[int, float] = defaultdict(float)
    for page in {page for _, page in own}:
        shares[page] = right[page] / (right[page] + max(wrong[page], missing[page]))
    return shares


def _words(document: Document) -> Iterator[tuple[str, int]]:
    """The words of the clean text, each with its page."""
    for word, start in _folded(document.text):
        yield word, document.page_at(document.source_at(start)).number


def _folded(text: str) -> Iterator[tuple[str, int]]:
    """Words and where they start, typography apart: quotes and dashes are one, note calls and blanks none."""
    for match in TOKEN.finditer(text):
        word = unicodedata.normalize("NFKC", match[0]).translate(TYPOGRAPHY)
        for part in BLANK.sub(" ", NOTE_CALL.sub(" ", word)).split():
            yield part, match.start()
