from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaners.document import Document
from cleaners.file_stamps import find_file_stamps, strip_file_stamps
from cleaners.page import Page, Rule, Word


def page_of(
    *rows: tuple[Any, ...], doubtful: str = "", tall: str = "", rules: tuple[Rule, ...] = ()
) -> Document:
    """A letter page; each row is a line of runs, each run its left edge and text, below its top in points.
    Of the words, OCR was in doubt about ``doubtful`` ones, and ``tall`` ones are set thrice as high."""
    source, words = "", []
    for top, *runs in rows:
        line: list[str] = []
        for left, text in runs:
            for word in text.split(" "):
                start = len(source) + sum(len(w) + 1 for w in line)
                high, sure = (30 if word in tall.split() else 10), float(word not in doubtful.split())
                words.append(
                    Word(start, start + len(word), left, top, left + 6 * len(word), top + high, sure)
                )
                left += 6 * len(word) + 4  # noqa: PLW2901
                line.append(word)
        source += " ".join(line) + "\n"
    return Document.from_pages(source, [Page(1, 0, len(source), 612, 792, tuple(words), rules)])


def cleaned(document: Document) -> str:
    return document.edited(find_file_stamps(document), by="file stamps").text


def test_a_stamp_beside_the_caption_goes_and_the_caption_stays() -> None:
    document = page_of(
        (60, (430, "FILED")),
        (75, (72, "JANE ROE (State Bar No. 123456)"), (420, "MAR 3 2011")),
        (90, (72, "ROE AND DOE LLP"), (400, "PAT Q. POE, CLERK")),
        (105, (72, "1 Main Street"), (400, "U.S. DISTRICT COURT")),
        (300, (150, "UNITED STATES DISTRICT COURT")),
        (315, (150, "CENTRAL DISTRICT OF CALIFORNIA")),
    )
    assert cleaned(document) == (
        "JANE ROE (State Bar No. 123456)\nROE AND DOE LLP\n1 Main Street\n"
        "UNITED STATES DISTRICT COURT\nCENTRAL DISTRICT OF CALIFORNIA\n"
    )


def test_the_courts_name_in_the_middle_is_the_captions_though_a_stamp_stands_beside_it() -> None:
    document = page_of(
        (200, (220, "UNITED STATES DISTRICT COURT")),
        (204, (430, "RECEIVED MAR 3 2031")),
        (215, (220, "NORTHERN DISTRICT OF CALIFORNIA")),
    )
    assert cleaned(document) == "UNITED STATES DISTRICT COURT\nNORTHERN DISTRICT OF CALIFORNIA\n"


def test_a_stamp_in_other_type_on_a_line_of_the_caption_leaves_its_words() -> None:
    caption, stamp, below = (
        ["IN", "THE", "SUPERIOR"],
        ["ELECTRONICALLY", "FILED", "3/14/2031"],
        "COURT OF OREGON",
    )
    rows = [[(word, 100.0, 112.0) for word in caption] + [(word, 102.0, 111.0) for word in stamp]]
    rows.append([(word, 120.0, 132.0) for word in below.split()])
    boxes, start = [], 0
    for row in rows:
        left = 210.0
        for word, top, bottom in row:
            right = left + 6 * len(word)
            boxes.append(Word(start, start + len(word), left, top, right, bottom, 1.0))
            left, start = right + 4, start + len(word) + 1
    source = "\n".join(" ".join(word for word, _, _ in row) for row in rows) + "\n"
    page = Page(1, 0, len(source), 612, 792, tuple(boxes), method="text layer")
    assert cleaned(Document.from_pages(source, [page])).split() == [*caption, *below.split()]


def test_a_date_in_cipher_goes_with_the_stamp_that_it_is_filled_in() -> None:
    """The date is in the text's type, of a font that says nothing of its codes."""
    rows = ["USDC SDNY", "ELECTRONICALLY FILED", "DATE FILED: ϯͬϭϰͬϮϬϯϭ"]
    body = ["The motion is denied."] * 4
    source, boxes = "", []
    for row, top in zip([*rows, *body], (100.0, 110.0, 120.0, 300.0, 324.0, 348.0, 372.0), strict=True):
        left = 400.0 if top < 300 else 72.0
        for word in row.split():
            foot = top + (8 if word.isascii() and top < 300 else 12)
            start = len(source)
            source += f"{word} "
            boxes.append(Word(start, start + len(word), left, top, left + 6 * len(word), foot, 1.0))
            left += 6 * len(word) + 4
        source = f"{source[:-1]}\n"
    page = Page(1, 0, len(source), 612, 792, tuple(boxes), method="text layer")
    assert cleaned(Document.from_pages(source, [page])).strip().split("\n") == body


def test_a_clerks_name_beside_the_docket_number_goes() -> None:
    document = page_of(
        (90, (440, "F I L E D")),
        (105, (430, "March 16, 2022")),
        (125, (200, "No. 21-50498"), (440, "Pat Q. Poe")),
        (140, (460, "Clerk")),
        (200, (72, "JANE ROE, Plaintiff")),
    )
    assert cleaned(document) == "No. 21-50498\nJANE ROE, Plaintiff\n"


CAPTION = ((200, (216, "UNITED STATES DISTRICT COURT")), (215, (198, "CENTRAL DISTRICT OF CALIFORNIA")))
TITLE = "UNITED STATES DISTRICT COURT\nCENTRAL DISTRICT OF CALIFORNIA\n"


def test_the_lines_on_a_stamps_axis_and_the_initials_in_it_go_with_it() -> None:
    document = page_of(
        (29, (496, "FILED")),
        (41, (476, "Sep 13, 2031")),
        (53, (484, "01:20 PM")),
        (64, (484, "FRANKLIN")),
        (75, (454, "PENSIONERS' AFFAIRS")),
        (86, (476, "APPEALS BOARD")),
        (48, (504, "RS")),
        (110, (72, "Jane Roe"), (400, "Docket No. 2031-06-0263")),
        *CAPTION,
    )
    assert cleaned(document) == "Jane Roe Docket No. 2031-06-0263\n" + TITLE


def test_words_that_ocr_guessed_close_to_a_stamp_are_its_own() -> None:
    document = page_of(
        (50, (440, "FILED")), (62, (430, "MAR 3 2031")), (75, (436, "=o Om")), *CAPTION, doubtful="=o Om"
    )
    assert cleaned(document) == TITLE


def test_a_time_that_the_clerks_clock_printed_goes() -> None:
    document = page_of((60, (440, "ania w25 PH 5: 00")), *CAPTION)
    assert cleaned(document) == TITLE


def test_a_deputys_line_without_the_word_filed_is_a_stamp() -> None:
    document = page_of(
        (50, (462, "FEB 4, 2031")),
        (62, (410, "SOUTHERN DIVISION AT ROEVILLE")),
        (74, (398, "Deputy Clerk, U.S. District Court")),
        *CAPTION,
    )
    assert cleaned(document) == TITLE


def test_a_numeric_date_by_itself_over_the_caption_was_stamped() -> None:
    assert cleaned(page_of((100, (440, "1/11/31")), *CAPTION)) == TITLE
    dated = page_of((100, (72, "Date: 1/11/31")), *CAPTION)
    assert cleaned(dated) == dated.text


def test_original_is_a_stamp_where_it_is_set_large() -> None:
    assert cleaned(page_of((60, (240, "ORIGINAL")), *CAPTION, tall="ORIGINAL")) == TITLE
    printed = page_of((60, (240, "ORIGINAL")), *CAPTION)
    assert cleaned(printed) == printed.text


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


def test_a_stamp_goes_on_below_the_date_in_its_middle() -> None:
    document = page_of(
        (79, (440, "FILED")),
        (88, (400, "CLERK, U.S. DISTRICT COURT")),
        (104, (440, "1/11/31")),
        (137, (390, "CENTRAL DISTRICT OF CALIFORNIA")),
        *CAPTION,
    )
    assert cleaned(document) == TITLE


def test_what_an_opinion_prints_stays() -> None:
    document = page_of(
        (200, (250, "OPINION")), (220, (240, "Filed February 5, 2010")), (240, (72, "Before: ROE and DOE"))
    )
    assert cleaned(document) == document.text


def test_a_title_stays() -> None:
    document = page_of((200, (240, "FILED UNDER SEAL")), (220, (240, "MARCH 3, 2011")))
    assert cleaned(document) == document.text


def test_a_stamp_on_a_later_page_is_not_looked_for() -> None:
    page = "FILED\nMAR 3 2011\nPAT Q. POE, CLERK\nbody"
    assert strip_file_stamps("one\ftwo\f" + page) == "one\ftwo\f" + page


@given(
    st.lists(
        st.sampled_from(
            [
                "FILED",
                "MAR 3 2011",
                "PAT Q. POE, CLERK",
                "U.S. COURT OF APPEALS",
                "Plaintiff filed",
                "\n",
                " ",
                "\f",
            ]
        ),
        max_size=20,
    ).map("".join)
)
def test_it_only_deletes(text: str) -> None:
    rest = iter(text)
    assert all(character in rest for character in strip_file_stamps(text))


@pytest.mark.parametrize(
    "stamp",
    [
        (
            "United States District Court",
            "Southern District of Texas",
            "ENTERED",
            "March 04, 2020",
            "Pat J. Poe, Clerk",
        ),
        ("FILED IN DISTRICT COURT", "OSTERLY COUNTY", "MAR 4 2020", "PAT POE", "COURT CLERK"),
        ("US TAX COURT", "eFILED", "MAR 4 2020"),
        (
            "Clerk of the Superior Court",
            "*** Electronically Filed ***",
            "P. Poe, Deputy",
            "3/4/2020 11:14:32 AM",
        ),
    ],
)
def test_the_stamp_of_any_court_goes_from_beside_the_caption(stamp: tuple[str, ...]) -> None:
    rows = [(40 + 12 * n, (490 - 3 * len(line), line)) for n, line in enumerate(stamp)]
    assert cleaned(page_of(*rows, *CAPTION)) == (
        "UNITED STATES DISTRICT COURT\nCENTRAL DISTRICT OF CALIFORNIA\n"
    )


def test_a_hearing_beside_the_parties_stays() -> None:
    hearing = (
        (240, (72, "JANE ROE,"), (400, "Date: March 4, 2020")),
        (255, (72, "Plaintiff,"), (400, "Time: 10:00 a.m.")),
    )
    stamp = ((60, (430, "FILED")), (75, (420, "MAR 3 2020")))
    assert "Date: March 4, 2020" in cleaned(page_of(*stamp, *CAPTION, *hearing))


@pytest.mark.parametrize(
    "number", ["Case No. 2:30-cv-01234-ABC", "CASE NO. 30CV123456", "CASE NUMBER: CV 30-1234"]
)
def test_a_captions_number_right_below_a_stamp_stays(number: str) -> None:
    stamp = ((60, (430, "FILED")), (75, (420, "MAR 3 2030")))
    assert cleaned(page_of(*stamp, (95, (400, number)), *CAPTION)).startswith(number)
    assert strip_file_stamps(f"FILED\nMAR 3 2030\n{number}\nORDER") == f"{number}\nORDER"


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
