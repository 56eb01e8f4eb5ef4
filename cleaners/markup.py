r"""Markup that a converter put into a text: Markdown, HTML, TeX.

Models that read pages write Markdown: headings after ``#``, bold and italics between stars, tables between
bars, raised numbers as ``<sup>1</sup>`` or ``$^{1}$``, a backslash before signs that Markdown would take for
its own. A filing prints none of it. What stands for a sign becomes that sign, what marks type or place goes.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from itertools import chain, zip_longest

from cleaners.document import Document, cleaned
from cleaners.encodings.tex import tex_edits
from cleaners.pagination.ticked_lines import TICK, is_ticked
from cleaners.patterns import on_lines, pattern, starting
from cleaners.pieces import Edit, apart
from cleaners.terms.roles import PARTY

REASON = "markup"

BEGINS_LINE = pattern(r"^[ \t]*(?:#|>|\||`|\{\d|-{3,} ?[Pp]age)", re.MULTILINE)
AMID = pattern(r"[*_<\\]\S|\$\s?\^|\$\\[SP]|&[#\w]+;|!\[")
"""A text without any of these has no markup."""

TYPE = pattern(
    r"(?P<open>(?P<mark>[*_])(?<![\w\\*_.,;:!?)\]”’%].)(?P=mark){0,2})(?=[^\s*_])"
    r"(?P<text>[^*\n]{1,400}?)(?<=[^\s\\_])(?P<close>(?P=open))(?![\w*])"
)
"""Bold and italics. A star after a word or its stop calls a footnote, one before a blank opens one."""

LINE = pattern(
    r"^[ \t]*(?P<gone>(?!(?<=[^\n]\n)# \d)#{1,6}[ \t]+|(?:>[ \t]?)+(?=\S)|"
    r"(?:```\w*|\{\d{1,4}\}-{8,}|-{3,} ?[Pp]age \d{1,4} ?-{3,})[ \t]*$)",
    re.MULTILINE,
)
"""Headings, quotations, fences of code, notices of a page's end. A number's sign that a line end parts from
its word (``Dkt.`` / ``# 12``) is no heading's: those stand after a blank line."""

WHOLE = pattern(
    r"!\[[^\]\n]{0,200}\]\([^)\n]{0,300}\)|<!--.{0,400}?-->|"
    r"<(?P<tag>page_number|watermark|img|figure|header|footer|script|style)\b[^<>\n]{0,300}>[^<>]{0,400}</(?P=tag)>"
)
"""What goes with all it holds: pictures, notes of the converter, what it knew to be no text."""

TAG = pattern(
    r"</?(?P<name>b|i|u|s|em|strong|small|sub|p|div|span|center|table|thead|tbody|tr|td|th|br|hr|h[1-6]|ul|ol|li|img|a|"
    r"blockquote|font|signature|header|footer|page_number)\b(?:\s[^<>\n]{0,300})?/?>",
    re.IGNORECASE,
)
CELL_ENDS = pattern(r"</t[dh]>\s*<t[dh]\b[^<>\n]{0,300}>", re.IGNORECASE)
ROW_ENDS = pattern(
    r"</t[dh]>\s*</tr>\s*(?:</?t(?:head|body)>\s*){0,2}<tr\b[^<>\n]{0,300}>\s*<t[dh]\b[^<>\n]{0,300}>",
    re.IGNORECASE,
)
TABLE = pattern(r"<table\b.{0,20000}?</table>", re.IGNORECASE | re.DOTALL)
ENTITY = pattern(
    r"&(?:amp|nbsp|sect|para|lt|gt|quot|apos|[lr][sd]quo|[mn]dash|hellip|#\d{2,5}|#x[\da-fA-F]{2,5});"
)

RAISED = pattern(
    r"(?:<sup>[ \t]*(?:<a\b[^<>\n]*>)?(?P<html>[^<>\n]{1,6}?)(?:</a>)?[ \t]*</sup>|"
    r"\$(?<!\\.)\s?(?P<base>\d*)\s?\^\s?\{?\s?(?:\\\w+\s?\{)?(?P<tex>\d{1,3}|[*†‡]{1,3}|st|nd|rd|th)\s?\}{0,2}\s?\$)"
)
SIGN = pattern(r"\$(?<!\\.)\s?(?P<tex>(?:\\[SP]\s?){1,2})\$?(?!\w)|\\(?P<bare>[SP]{1,2})(?=[ ~]?\d)")
ESCAPE = pattern(r"\\(?=[\\`*_{}\[\]()#+\-.!|$§¶&%<>~])")
SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")

ROW = pattern(r"^[ \t]*\|.*\|[ \t]*$", re.MULTILINE)
UNDER_HEAD = pattern(r"[ \t]*\|(?:\s*:?-{2,}:?\s*\|)+[ \t]*")
BAR = pattern(r"[ \t]*(?<!\\)\|[ \t]*")
OF_CAPTION = pattern(rf"\b(?:v\.|vs\.|{PARTY})", re.IGNORECASE)


def normalize_markup(text: str) -> str:
    r"""Text without the marks of Markdown, HTML and TeX, and with the signs they stand for.

    >>> print(normalize_markup("## **II. Costs**\n*Roe v. Doe*, 28 U.S.C. \\§ 1920.<sup>2</sup>"))
    II. Costs
    Roe v. Doe, 28 U.S.C. § 1920.²

    The cells of a table's row are parted by a tab; those of a caption keep the bar for ``order_captions``.

    Left alone: a blank to fill in, the stars that call and open a footnote, sums of money.

    >>> normalize_markup("MEMORANDUM* of $5 and $6, by ____, filed*\n* Not precedent.")
    'MEMORANDUM* of $5 and $6, by ____, filed*\n* Not precedent.'
    """
    return cleaned(text, find_markup, by="markup")


def find_markup(document: Document) -> Iterator[Edit]:
    """Markup in text without boxes; a page that shows such a sign printed it."""
    if not any(page.has_boxes for page in document.pages) and _has_any(document.text):
        yield from apart(_found(document.text))


def _has_any(text: str) -> bool:
    amid = starting(AMID, text, "*", "_", "<", "\\", "$", "&", "![")
    signs = chain(amid, on_lines(BEGINS_LINE, text, "#", ">", "|", "`", "{", "---"))
    return next(signs, None) is not None


def _found(text: str) -> Iterator[Edit]:
    if is_ticked(text):
        yield from (Edit(*match.span(), "", REASON) for match in TICK.finditer(text))
    for match in starting(WHOLE, text, "<", "!["):
        yield Edit(*match.span(), "", REASON)
    for match in on_lines(LINE, text, "#", ">", "```", "---"):
        yield Edit(*match.span("gone"), "", REASON)
    yield from _rows(text) if "|" in text else ()
    for match in starting(TYPE, text, "*", "_"):
        yield Edit(*match.span("open"), "", REASON)
        yield Edit(*match.span("close"), "", REASON)
    yield from tex_edits(text)
    yield from _signs(text)
    yield from _tags(text)


def _signs(text: str) -> Iterator[Edit]:
    for match in starting(RAISED, text, "<sup>", "$"):
        raised = match["html"] or match["tex"]
        mark = raised.isdigit() and not match["base"]
        insert = raised.translate(SUPERSCRIPTS) if mark else (match["base"] or "") + raised
        before = text[max(0, match.start() - 1) : match.start()]
        start = match.start() - (before in (" ", "\t"))
        opens = start == 0 or text[start - 1] == "\n"
        apart = " " if mark and opens and not text[match.end() : match.end() + 1].isspace() else ""
        blank = " " if not mark and before == " " and match["base"] else ""
        yield Edit(start, match.end(), blank + insert + apart, "raised in the text")
    if "\\" not in text:
        return
    for match in SIGN.finditer(text):
        letters = (match["tex"] or match["bare"]).replace("\\", "").replace(" ", "")
        yield Edit(*match.span(), letters.replace("S", "§").replace("P", "¶"), "sign")
    for match in ESCAPE.finditer(text):
        yield Edit(*match.span(), "", "escape")


def _tags(text: str) -> Iterator[Edit]:
    if not TAG.search(text):
        return
    for match in CELL_ENDS.finditer(text):
        yield Edit(*match.span(), "\t", "cells of a table")
    for table in TABLE.finditer(text):
        for match in ROW_ENDS.finditer(text, *table.span()) if CELL_ENDS.search(table[0]) else ():
            yield Edit(*match.span(), "\n", "rows of a table")
    for match in TAG.finditer(text):
        yield Edit(*match.span(), " " if match["name"].lower() == "br" else "", REASON)
    for match in ENTITY.finditer(text):
        yield Edit(*match.span(), html.unescape(match[0]), "sign")


def _rows(text: str) -> Iterator[Edit]:
    """The bars of tables."""
    table: list[re.Match[str]] = []
    rows = list(ROW.finditer(text))
    for row, after in zip_longest(rows, rows[1:]):
        table.append(row)
        if after is None or after.start() > row.end() + 1:
            yield from _table(text, table)
            table = []


def _table(text: str, rows: list[re.Match[str]]) -> Iterator[Edit]:
    caption = sum(OF_CAPTION.search(row[0]) is not None for row in rows) > 1
    for row in rows:
        if UNDER_HEAD.fullmatch(row[0]):
            yield Edit(*row.span(), "", REASON)
            continue
        bars = list(BAR.finditer(text, row.start(), row.end()))
        for bar in bars:
            inner = bar is not bars[0] and bar is not bars[-1]
            yield Edit(*bar.span(), ("  |  " if caption else "\t") if inner else "", "cells of a table")
