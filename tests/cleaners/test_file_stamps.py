import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaners.document import Document
from cleaners.file_stamps import strip_file_stamps
from cleaners.page import Page, Word
from tests.cleaners.stamped_pages import CAPTION, TITLE, cleaned, page_of


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
