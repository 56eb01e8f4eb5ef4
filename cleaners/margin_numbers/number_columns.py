"""The columns of margin line numbers that the pages print, found once for all steps that ask for them."""

from __future__ import annotations

from cleaners.document import Document
from cleaners.margin_numbers.margins import NumberColumn, find_number_columns
from cleaners.page import Page, Token
from cleaners.tuple_makers import maker

_token = maker(Token)


def printed_columns(document: Document) -> dict[int, tuple[NumberColumn, ...]]:
    """The columns among all words of each page as it was read, by the page's number."""
    return document.once(_columns)


def _columns(document: Document) -> dict[int, tuple[NumberColumn, ...]]:
    return {page.number: _of_page(document, page) for page in document.pages}


def _of_page(document: Document, page: Page) -> tuple[NumberColumn, ...]:
    source = document.source
    tokens = [_token((source[s:e], x, y, r, b, sure, 0)) for s, e, x, y, r, b, sure in page.words]
    return tuple(find_number_columns(tokens, page.height, page.rules))
