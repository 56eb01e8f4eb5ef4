"""Captions, addresses, and what stands side by side and is no pair of cells."""

import pytest

from cleaners.page import Rule
from cleaners.standard import clean_document
from tests.cleaners.pages import Run, document, prose, tokens
from tests.cleaners.reading_order.captioned import COLUMN, LEFT, NUMBER, PARTIES, cells, rows


@pytest.mark.parametrize(
    ("page", "read"),
    [
        pytest.param(
            rows(200, (72, 400), "In re: JOHN Q. ROE|No. 30-800"),
            ["In re: JOHN Q. ROE", "No. 30-800"],
            id="a caption without an adversary",
        ),
        pytest.param(
            rows(
                400,
                (72, 330),
                "|s/ Jane Q. Roe",
                "ROE AND DOE LLP|Jane Q. Roe",
                "100 Elm Street|Bar No. 12345",
                "Arcadia, GA 30309",
                "(404) 555-0100",
            ),
            [
                "ROE AND DOE LLP\n100 Elm Street\nArcadia, GA 30309\n(404) 555-0100",
                "s/ Jane Q. Roe\nJane Q. Roe\nBar No. 12345",
            ],
            id="an address beside a signature",
        ),
        pytest.param(
            rows(600, (72, 144, 324), "DATED:|May 5, 2030|/s/ Jane Roe"),
            ["DATED: May 5, 2030", "/s/ Jane Roe"],
            id="a date in two parts",
        ),
        pytest.param(
            rows(
                400,
                (72, 306),
                "Jane Roe|John Doe",
                "MARRABLE & TIDEWELL OF OSTERLY|HARROW LLP",
                "Osterly, FL 33000|Osterly, FL 33001",
            ),
            [
                "Jane Roe\nMARRABLE & TIDEWELL OF OSTERLY\nOsterly, FL 33000",
                "John Doe\nHARROW LLP\nOsterly, FL 33001",
            ],
            id="two addresses of unlike width",
        ),
        pytest.param(
            [
                *PARTIES,
                (306.0, 214.0, "No. 30-cv-1234"),
                (72.0, 270.0, f"{'_' * 36}/"),
                *rows(
                    298,
                    (72, 306),
                    "Jane Roe (P48112)|John Doe (P61870)",
                    "ROE & DOE PC|HARROW LLP",
                    "Osterly, FL 33000|Osterly, FL 33001",
                    "|(404) 555-0100",
                ),
            ],
            [
                LEFT,
                NUMBER[2],
                "Jane Roe (P48112)\nROE & DOE PC\nOsterly, FL 33000",
                "John Doe (P61870)\nHARROW LLP\nOsterly, FL 33001\n(404) 555-0100",
            ],
            id="counsel of both parties under their caption",
        ),
        pytest.param(
            [
                *rows(
                    100,
                    (72, 330),
                    "MARRABLE & TIDEWELL LLP",
                    "By: Jane Roe, Esquire|Attorneys for Plaintiff,",
                    "Identification No. 88213|Pat Poe",
                    "Osterly, PA 19102",
                ),
                *PARTIES,
                *COLUMN,
                NUMBER,
            ],
            [
                "MARRABLE & TIDEWELL LLP\nBy: Jane Roe, Esquire\nIdentification No. 88213\nOsterly, PA 19102",
                "Attorneys for Plaintiff,\nPat Poe",
                LEFT,
                NUMBER[2],
            ],
            id="counsel above a caption, the client beside",
        ),
        pytest.param(
            rows(100, (72, 400), "PAT Q. POE|JANE ROE", "CHIEF JUDGE|CLERK OF COURT", pitch=12),
            ["PAT Q. POE\nCHIEF JUDGE", "JANE ROE\nCLERK OF COURT"],
            id="officers of a letterhead over their offices",
        ),
    ],
)
def test_what_stands_side_by_side_is_read_one_after_the_other(page: list[Run], read: list[str]) -> None:
    assert cells(tokens(*page)) == read


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(
            rows(200, (72, 360), "Plaintiff|Case No.", "Roe|30-1", "Poe|30-2"), id="a table of cases"
        ),
        pytest.param(
            rows(200, (250, 300, 360), "JANE ROE,", "||Appellant,", "|v.", pitch=20),
            id="an appellate caption across the page",
        ),
        pytest.param(
            rows(414, (72, 330), "Telephone:|404-555-0100", "Fax:|404-555-0101", "E-mail:|roe@example.com"),
            id="the blanks of a form",
        ),
        pytest.param(
            [
                *rows(100, (246,), "9 MILL LANE, OSTERLY", "NEW YORK, (212) 5550"),
                (72.0, 140.0, "May 4, 2032"),
            ],
            id="a letterhead above a date",
        ),
        pytest.param(
            rows(200, (72, 330), "Date|Event", "May 1|Hearing", "June 2|Trial", pitch=12),
            id="a table of dates",
        ),
        pytest.param(
            rows(
                560,
                (72, 300),
                "May 4, 2030|Motion 0",
                "May 5, 2030|Motion 1",
                "May 6, 2030|Motion 2",
                pitch=20,
            ),
            id="days in a column, and what was filed",
        ),
        pytest.param(
            rows(560, (72, 222, 371), "May 4, 2030|3.5|$1,225.00", "Total", pitch=20),
            id="a day's hours and amounts",
        ),
    ],
)
def test_what_is_no_pair_of_cells(page: list[Run]) -> None:
    assert cells(tokens(*page)) == []


def test_a_sentence_right_below_the_last_role_is_no_party() -> None:
    page = tokens(*PARTIES, NUMBER, *COLUMN, (90.0, 270.0, "I, Carl Poe, declare as follows:"))
    assert cells(page) == [LEFT, NUMBER[2]]


def test_the_frame_of_a_clerks_stamp_over_the_right_cell_parts_no_cells() -> None:
    sides = [Rule(350, 205, 351, 300), Rule(520, 205, 521, 300)]
    ends = [Rule(350, 205, 520, 206), Rule(350, 300, 520, 301)]
    stamp = tokens((400.0, 238.0, "FILED"), (380.0, 252.0, "MAY 04 2031"))
    page = [*tokens(*PARTIES, NUMBER, *COLUMN), *stamp]

    assert cells(page, *sides, *ends)[0] == LEFT


@pytest.mark.parametrize("versus", ["Vv.", "wl.", "¥.", "|"])
def test_roles_tell_a_caption_whose_versus_is_misread(versus: str) -> None:
    page = tokens(*((x, y, versus if text == "v." else text) for x, y, text in PARTIES), NUMBER)

    assert cells(page) == [LEFT.replace("v.", versus), NUMBER[2]]


def test_a_paragraph_that_ends_with_a_role_is_no_caption() -> None:
    page = tokens(
        (72.0, 400.0, "judgment is entered, with the costs of this action, for Jane Roe and against all"),
        (72.0, 414.0, "Defendants."),
        (72.0, 442.0, "DATED: May 5, 2030"),
        (330.0, 442.0, "ROE & DOE LLP, Bar No. 12345"),
    )

    assert not [cell for cell in cells(page) if "Defendants" in cell]


@pytest.mark.parametrize("mark", ["v.", "Vv."])
def test_the_item_v_of_a_verdict_form_is_no_versus(mark: str) -> None:
    answers = rows(200, (180, 300), "YES|NO", "YES|NO", pitch=60)
    item = rows(230, (146, 180), f"{mark}|49 Rounds of Shot, No. 30-198 (Exhibits 198 and 199)")
    assert cells(tokens(*answers, *item)) == []


def test_a_right_cell_that_goes_on_over_the_page_is_one_block() -> None:
    """A long title's hearing: its place stands beside the caption's marks on the next page."""
    marks = [(300.0, 200.0 + 14 * n, ")") for n in range(5)]
    first = tokens(
        *PARTIES, *marks, NUMBER, (360.0, 242.0, "Date: May 1, 2031"), (360.0, 256.0, "Time: 11:15")
    )
    over = [(300.0, 80.0 + 14 * n, ")") for n in range(3)]
    second = tokens(*over, (360.0, 80.0, "Place: 280 South St."), *prose(72, 160, 6))
    cleaned = clean_document(document(first, second)).text
    assert "Date: May 1, 2031\nTime: 11:15\nPlace: 280 South St.\n\n" in cleaned


def test_dates_below_a_captions_title_are_its_right_cells() -> None:
    foot = max(middle for _, middle, _ in PARTIES)
    dates = [(330.0, foot + 40, "Complaint Filed: May 5, 2030"), (330.0, foot + 54, "Trial Date: None Set")]
    texts = [NUMBER[2], *(text for *_, text in dates)]
    number = (330.0, *NUMBER[1:])

    assert cells(tokens(*PARTIES, number, *COLUMN, *dates)) == [LEFT, "\n".join(texts)]
    other: Run = (330.0, foot + 40, "So ordered on May 5, 2030")
    assert cells(tokens(*PARTIES, number, *COLUMN, other)) == [LEFT, NUMBER[2]]


def test_two_captions_on_a_page_have_their_cells_each() -> None:
    """As where a proposed order follows; their sides are in line."""
    again = [(x, y + 200, text) for x, y, text in (*PARTIES, NUMBER)]
    sides = [Rule(310.0, top, 311.0, top + 76) for top in (190.0, 390.0)]
    title: Run = (222.0, 330.0, "SUPERIOR COURT OF OSTERLY AND ITS COUNTY")
    assert cells(tokens(*PARTIES, NUMBER, title, *again), *sides) == [LEFT, NUMBER[2]] * 2


def test_what_stands_below_a_right_cell_that_is_longer_is_no_party() -> None:
    foot = max(middle for _, middle, _ in PARTIES)
    times = [(330.0, foot + 14, "Time: 10:00"), (330.0, foot + 28, "Room 4")]
    column = [(310.0, middle, ")") for _, middle, _ in (*PARTIES, *times)]
    page = tokens(*PARTIES, (330.0, *NUMBER[1:]), *times, *column, (72.0, foot + 56, "DISCUSSION"))
    assert cells(page) == [LEFT, "\n".join([NUMBER[2], "Time: 10:00", "Room 4"])]


@pytest.mark.parametrize("above", ["SOUTHERN DISTRICT OF OSTERLY", "No. 30-1234", "By the Court:"])
def test_what_stands_above_a_caption_is_no_part_of_its_left_cell(above: str) -> None:
    assert cells(tokens((72.0, 172.0, above), *PARTIES, NUMBER, *COLUMN)) == [LEFT, NUMBER[2]]


def test_a_typed_rule_ends_a_captions_cells() -> None:
    court: list[Run] = [(72.0, 160.0, "UNITED STATES DISTRICT COURT"), (72.0, 172.0, "OSTERLY COUNTY")]
    page = tokens(*court, (72.0, 186.0, "-" * 40 + "x"), *PARTIES, NUMBER, (72.0, 270.0, "-" * 40 + "x"))

    assert cells(page) == [LEFT, NUMBER[2]]
