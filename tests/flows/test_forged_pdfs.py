"""What the forge prints as a PDF comes out as it was written: courts, captions, headings, items, quotations,
citations cut at line ends, folios and stamps, on three kinds of paper."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import Phase, assume, given, settings
from hypothesis import strategies as st

from cleaners import clean_document
from fixtures.forge.blocks import Cells, Filler, Lines, Paragraph, Quotation, Speech
from fixtures.forge.furniture import Grid, box, ecf_stamp, folio, later_pages, line_numbers
from fixtures.forge.paper import Block, Filing, Row, Sheet
from fixtures.forge.pleadings import pleading_paper
from fixtures.forge.text import COURIER
from flows.assembly import put_together
from flows.reading import read_sheets
from tests.forge import strategies

LAST = "The parties shall meet and confer on what remains within fourteen days of this order."
STAMP = ecf_stamp("Case 1:31-cv-00653-QRL Document 252 Filed 03/04/33 Page {page} of {pages}")
PAPERS = {
    "pleading paper": pleading_paper(STAMP, folio(baseline=750, middle=331)),
    "double-spaced": Sheet(
        left=90, right=522, top=84, bottom=702, furniture=(STAMP, folio("- {} -", baseline=745))
    ),
    "typeset": Sheet(
        left=150, right=462, top=110, bottom=660, size=11, leading=13, note_size=9, indent=14,
        justified=True, hyphenated=True, furniture=(later_pages(folio("Page {}", baseline=740)),),
    ),
}  # fmt: skip
"""Measures in points; the folio of typeset pages begins on the second."""

TRANSCRIPT = Sheet(
    left=120, right=556, top=92, bottom=92 + 25 * 25.0, face=COURIER, leading=25.0, single=12.5,
    furniture=(
        STAMP, line_numbers(Grid(25, 92.0, 25.0), right=88, face=COURIER),
        box(left=104, top=84, right=562, bottom=725), folio(baseline=68, middle=548, face=COURIER, first=47),
    ),
)  # fmt: skip

HEADINGS = ("<b>INTRODUCTION</b>", "I. <b>Legal Standard</b>", "A. The Weather Logs", "<b>CONCLUSION</b>")
CAPTION: tuple[Block, ...] = (
    Lines(("UNITED STATES DISTRICT COURT", "DISTRICT OF OSTERLY"), "center", leading=24.0),
    Filler(height=24.0),
    Cells(
        ("T. QUILLON,", "", "        Plaintiff,", "", "  v.", "", "SABLE CO.,", "", "        Defendants."),
        ("Case No. 1:31-cv-00653 QRL", "", "<b>ORDER GRANTING</b>", "<b>MOTION</b>"),
        border=")",
        after=24.0,
    ),
)


@st.composite
def bodies(draw: st.DrawFn) -> list[Block]:
    """Paragraphs with what stands between them."""
    blocks: list[Block] = []
    for text in dict.fromkeys(draw(strategies.paragraphs(2, 5))):
        blocks.append(Paragraph(f"{text} {LAST}"))
        between = draw(st.sampled_from(("nothing", "heading", "items", "quotation")))
        if between == "heading":
            heading = draw(st.sampled_from(HEADINGS))
            blocks.append(Lines((heading,), "center" if heading.startswith("<b>") else "left", leading=24.0))
        elif between == "items":
            blocks += [Paragraph(f"{n}. {draw(strategies.statements())}") for n in (1, 2)]
        elif between == "quotation":
            blocks += [Filler(height=12.0), Quotation(f"{draw(strategies.statements())} {LAST}")]
    return blocks


def said(row: Row) -> str:
    """The words of a row as they are printed."""
    return " ".join(mark.glyphs.text for mark in row.marks)


@pytest.mark.parametrize("paper", PAPERS)
@settings(max_examples=15, phases=[Phase.generate])  # to print a smaller one that fails takes minutes
@given(bodies())
def test_a_printed_filing_comes_out_as_it_was_written(paper: str, body: list[Block]) -> None:
    filing = Filing(PAPERS[paper], [*CAPTION, *body, Paragraph(LAST)])
    inset = filing.sheet.left + filing.sheet.indent
    feet = [page[-1].row for page in filing.pages()[:-1]]
    # Nothing tells whether a quotation whose sentence ends with the page goes on overleaf.
    assume(not any(row.marks and row.marks[0].x >= inset and said(row).endswith(".") for row in feet))
    check(filing)


@settings(max_examples=10, phases=[Phase.generate])
@given(strategies.speeches(12, 30))
def test_a_printed_transcript_comes_out_as_it_was_spoken(speeches: list[tuple[str, str]]) -> None:
    check(Filing(TRANSCRIPT, [Speech(speaker, text) for speaker, text in speeches]))


def check(filing: Filing) -> None:
    edges = [
        said(placed.row) for page in filing.pages() for placed in (*page[:3], *page[-3:]) if placed.row.marks
    ]
    assume(len(set(edges)) == len(edges))  # what stands at the edge of several pages is a running head
    with TemporaryDirectory() as folder:
        path = Path(folder) / "filing.pdf"
        path.write_bytes(filing.pdf())
        document = put_together(path, read_sheets(path, 1, len(filing.pages())))
    assert clean_document(document).text == filing.clean()
