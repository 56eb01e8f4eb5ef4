"""Stamps told by a frame, by one axis, or by type of their own."""

from dataclasses import replace

import pytest

from cleaners.document import Document
from cleaners.page import Rule
from tests.cleaners.stamped_pages import CAPTION, TITLE, cleaned, page_of


def frame(left: float, top: float, right: float, bottom: float) -> tuple[Rule, ...]:
    sides = (left, top, left + 1, bottom), (right, top, right + 1, bottom)
    return tuple(Rule(*r) for r in (*sides, (left, top, right, top + 1), (left, bottom, right, bottom + 1)))


def test_all_that_stands_in_a_frame_of_its_own_with_a_stamps_line_is_the_stamp() -> None:
    document = page_of(
        (62, (380, "CLERK, us DISTRICT")),
        (84, (410, "=~ 2031")),
        (112, (376, "SOUTHERN DIVISION AT ROE")),
        *CAPTION,
        rules=frame(366, 57, 540, 144),
    )
    assert cleaned(document) == TITLE


def test_a_table_s_cells_and_a_captions_box_are_no_stamps_frame() -> None:
    cell = ((100, (100, "May 14, 2031")), (112, (100, "the damages"))), frame(90, 95, 250, 140)
    beside = (Rule(90, 95, 500, 96), Rule(90, 140, 500, 141))
    numbered = ((100, (330, "CASE NO. 31-CV-0106")), (112, (330, "May 14, 2031"))), frame(320, 95, 500, 140)
    for rows, rules in ((cell[0], (*cell[1], *beside)), numbered):
        document = page_of(*rows, rules=rules)
        assert cleaned(document) == document.text


def test_what_was_entered_in_a_frame_at_the_foot_goes_and_what_was_signed_in_one_stays() -> None:
    entered = page_of(
        (600, (346, "ENTERED ON DOCKET")),
        (615, (360, "MAY 05 2031")),
        (630, (330, "PURSUANT TO FRCP RULES 58 & 79a")),
        rules=frame(310, 590, 520, 650),
    )
    assert cleaned(entered) == ""
    signed = page_of(
        (600, (346, "IT IS SO ORDERED")), (615, (360, "MAY 05 2031")), rules=frame(310, 590, 520, 650)
    )
    assert cleaned(signed) == signed.text


def scanned(document: Document) -> Document:
    return Document.from_pages(document.source, [replace(document.pages[0], method="ocr")])


def test_a_stamp_whose_filed_ocr_could_not_read_is_told_by_the_clerk_and_the_day_on_one_axis() -> None:
    document = page_of(
        (62, (72, "JANE ROE (State Bar No. 123456)"), (470, "F1Lb")),
        (74, (72, "ROE AND DOE LLP"), (459, "MAY 04 2031")),
        (86, (72, "1 Main Street"), (459, "PAT Q. POE")),
        (98, (72, "Attorneys for Plaintiff"), (431, "CLERK U.S. DIST. CT.")),
        (300, (220, "UNITED STATES DISTRICT COURT")),
        doubtful="F1Lb",
    )
    assert cleaned(scanned(document)) == (
        "JANE ROE (State Bar No. 123456)\nROE AND DOE LLP\n1 Main Street\nAttorneys for Plaintiff\n"
        "UNITED STATES DISTRICT COURT\n"
    )


def test_a_letter_to_the_clerk_is_no_stamp() -> None:
    document = page_of(
        (100, (72, "May 4, 2031")),
        (124, (72, "Clerk of Court")),
        (136, (72, "U.S. District Court")),
        (148, (72, "1 Main Street")),
    )
    assert cleaned(scanned(document)) == document.text


BODY = tuple((430 + 40 * n, (72, "Lessors ask that lessees pay their rent")) for n in range(10))
LARGE = " ".join(text for _, (_, text) in BODY)


@pytest.mark.parametrize(
    "stamp",
    [
        ("FILED", "3/4/2031 4:12 PM", "PAT Q. POE", "CIRCUIT CLERK", "2031L001234", "Calendar, B"),
        ("Pat Q. Poe", "e-filed in the 18th Judicial Circuit Court", "FILEDATE: 3/4/2031 4:12 PM", "Rev. JR"),
        ("3/4/2031 4:12 PM", "Pat Q. Poe", "District Clerk", "Osterly County", "D-1-GN-31-001234", "Jan Roe"),
        ("FILED AND ATTESTED", "PROTHONOTARY", "04 MAR 2031 04:12 pm", "J. ROE"),
        ("Filed and Attested by the", "Office of Judicial Records", "04 MAR 2031 04:12 pm", "J. ROE"),
    ],
)
def test_a_filing_systems_stamp_goes_with_what_stands_under_it_in_its_type(stamp: tuple[str, ...]) -> None:
    rows = [(30 + 12 * n, (400, text)) for n, text in enumerate(stamp)]
    document = page_of(*rows, (140, (72, "ROE v. DOE, Case No. 31-1")), *BODY, tall=LARGE)
    assert cleaned(document).startswith("ROE v. DOE, Case No. 31-1\nLessors ask")


def test_what_stands_under_a_stamp_in_the_pages_own_type_stays() -> None:
    document = page_of(
        (30, (400, "FILED")),
        (42, (400, "3/4/2031 4:12 PM")),
        (54, (400, "ROE AND OTHERS, Plaintiffs below,")),
        (140, (72, "The lessor asks the court to hold")),
    )
    assert cleaned(document) == "ROE AND OTHERS, Plaintiffs below,\nThe lessor asks the court to hold\n"


def test_an_hour_alone_over_a_page_is_no_stamp() -> None:
    document = page_of((30, (72, "3/4/2031 4:12 PM")), *BODY, tall=LARGE)
    assert cleaned(document).startswith("3/4/2031 4:12 PM\nLessors ask")
