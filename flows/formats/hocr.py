"""The pages as they were read, as hOCR: words with their boxes and confidences, as libraries keep them.

Stamps, margin numbers and heads are in it, in their places: hOCR is of the page, not of the clean text
(hOCR 1.2, https://kba.github.io/hocr-spec/1.2/).
"""

from collections.abc import Iterator
from html import escape
from itertools import groupby

from cleaners.document import Document
from cleaners.page import Page, Word
from flows.records import Record

DPI = 300
"""hOCR counts in whole pixels, and a point is too coarse for one."""

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"
  "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" lang="en" xml:lang="en">
<head>
<title>{name}</title>
<meta http-equiv="Content-Type" content="text/html;charset=utf-8"/>
<meta name="ocr-system" content="clean-filings {version}"/>
<meta name="ocr-capabilities" content="ocr_page ocr_line ocrx_word ocrp_wconf"/>
<meta name="ocr-langs" content="en"/>
</head>
<body>
"""

Box = tuple[float, float, float, float]


def as_hocr(record: Record) -> str:
    """The pages in hOCR, in pixels of 1/300 inch."""
    head = HEAD.format(name=_xml(record.source.name), version=record.versions["clean-filings"])
    pages = "".join(_page(record.document, page, record.source.name) for page in record.document.pages)
    return f"{head}{pages}</body>\n</html>\n"


def _page(document: Document, page: Page, name: str) -> str:
    size = _bbox((0, 0, page.width, page.height))
    image = name.replace('"', "'")  # hOCR knows no way to write one in a name
    title = f'image "{image}"; {size}; ppageno {page.number - 1}; scan_res {DPI} {DPI}'
    lines = _lines(document, page) if page.has_boxes else _bare_lines(document, page)
    own = f'<div class="ocr_page" id="page_{page.number}" title="{_xml(title)}">\n'
    return f"{own}{''.join(lines)}</div>\n"


def _lines(document: Document, page: Page) -> Iterator[str]:
    """The lines of the source, each with its words."""
    ends = [at for at in range(page.start, page.end) if document.source[at] == "\n"]
    starts = iter([*ends, page.end])
    until = next(starts)
    numbered = []
    for word in page.words:
        while word.start >= until and until < page.end:
            until = next(starts)
        numbered.append((until, word))
    for number, (_, group) in enumerate(groupby(numbered, key=lambda one: one[0]), 1):
        words = [word for _, word in group]
        box: Box = (
            min(w.left for w in words),
            min(w.top for w in words),
            max(w.right for w in words),
            max(w.bottom for w in words),
        )
        inside = " ".join(_word(document, word) for word in words)
        ident = f"line_{page.number}_{number}"
        yield f'<span class="ocr_line" id="{ident}" title="{_bbox(box)}">{inside}</span><br/>\n'


def _word(document: Document, word: Word) -> str:
    text = _xml(document.source[word.start : word.end])
    place = _bbox((word.left, word.top, word.right, word.bottom))
    return f'<span class="ocrx_word" title="{place}; x_wconf {round(100 * word.confidence)}">{text}</span>'


def _bare_lines(document: Document, page: Page) -> Iterator[str]:
    """A page known as text alone: hOCR has no line without a place."""
    for line in document.source[page.start : page.end].split("\n"):
        yield f"{_xml(line)}<br/>\n"


def _bbox(box: Box) -> str:
    return "bbox " + " ".join(str(round(place * DPI / 72)) for place in box)


def _xml(text: str) -> str:
    """Escaped, without the control characters that XML knows no way to write."""
    return escape("".join(c for c in text if c >= " " or c in "\t\n"))
