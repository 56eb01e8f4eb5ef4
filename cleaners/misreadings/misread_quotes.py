"""Quotation marks that OCR read as two, and the s of a possessive that it set apart.

A closing mark of Times, close before a bracket or a comma, is read as itself and another stroke or two
(``(the “Fund”’),``), an opening one twice (``(““Fund”``). Print sets a single mark outside of a double one
only where it ends a quotation within a quotation, which a single mark has opened.
"""

from __future__ import annotations

from collections.abc import Iterator

from cleaners.patterns import pattern

OPENED = pattern(r"(?<![^\s(\[—–-])(?P<again>[“\"])[“\"](?=\w)")
CLOSED = pattern(r"(?<=[\w.,;:!?…\])])(?:[”\"][’']{1,2}|[’'][”\"][’']|(?:’’|'')[’'”\"]?)(?=[\s),.;:\]]|$)")
WITHIN = pattern(r"‘|(?<!\w)['’](?=\w)")
"""What opens a quotation within a quotation."""

POSSESSIVE = pattern(
    r"(?<=[a-rt-z])[’'](?P<small> )(?=s(?![\w’'])(?!\.\w))|(?<=[A-RT-Z])[’'](?P<large> )(?=S(?![\w.’']))"
)
"""No word but a possessive has an s alone behind its apostrophe, and no possessive of a plural has one."""


def misread_quotes(text: str, before: str) -> Iterator[tuple[int, int, str]]:
    """What to put right in a line of OCR that follows ``before``: start, end, and what was printed.

    >>> line = "Roe (““Roe”’), the “Fund’’), and plaintiff’ s “he said ‘no’”"
    >>> [(line[a:b], new) for a, b, new in misread_quotes(line, "")]
    [('“', ''), ('”’', '”'), ('’’', '”'), (' ', '')]
    """
    for match in OPENED.finditer(text):
        yield *match.span("again"), ""
    for match in CLOSED.finditer(text):
        if not WITHIN.search(before + text[: match.start()]):
            yield *match.span(), '"' if '"' in match[0] else "”"
    for match in POSSESSIVE.finditer(text):
        yield *match.span(match.lastgroup or 0), ""
