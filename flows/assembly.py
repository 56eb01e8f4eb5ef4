"""The document that the pages of a filing make, once they are read."""

from collections.abc import Iterable
from pathlib import Path

from cleaners.document import Document
from cleaners.reading_order.layout import Sheet, read_in_order
from flows.bounds.limits import USUAL, Limits, too_much
from flows.errors import UnfitFiling


def put_together(path: Path, sheets: Iterable[Sheet], limits: Limits = USUAL) -> Document:
    """The document that the sheets of a filing make, in their order. Raises like
    :func:`flows.reading.read_filing`."""
    return with_words(path, read_in_order(sheets), limits)


def with_words(path: Path, document: Document, limits: Limits) -> Document:
    """The document, unless it has no words or too many. Raises UnfitFiling."""
    if (size := len(document.source)) > limits.max_characters:
        cause = f"its text has {size:,} characters, more than {limits.max_characters:,}"
        raise too_much(path, cause, "max_characters")
    if not document.source.strip():
        doubts = dict.fromkeys(doubt for page in document.pages for doubt in page.doubts)
        cause = "; ".join(["no text was found on any page", *doubts])
        raise UnfitFiling(path, cause, "look at the file: its pages may be blank")
    return document
