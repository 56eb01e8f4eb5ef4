"""Tables, ruled and not."""

from functools import partial
from itertools import pairwise

from cleaners.page import Rule
from cleaners.running_heads import find_running_heads
from cleaners.standard import clean_document
from tests.cleaners.pages import Run, document, removed, tokens
from tests.cleaners.reading_order.captioned import cells

tables = partial(cells, kind="table")


def grid(edges: list[float], levels: list[float]) -> list[Rule]:
    """Each cell's sides as rules of their own."""
    made = []
    for top, bottom in pairwise(levels):
        made += [Rule(x, top + 2, x + 1, bottom - 1) for x in edges]
    for y in levels:
        made += [Rule(a + 1, y, b, y + 1) for a, b in pairwise(edges)]
    return made


def test_a_ruled_tables_wrapped_cells_are_gathered() -> None:
    page = tokens(
        (76.0, 112.0, "Date"), (146.0, 112.0, "No."), (216.0, 112.0, "Text"),
        (76.0, 134.0, "1/2/2030"), (146.0, 134.0, "14"), (216.0, 134.0, "Order on the first"),
        (216.0, 148.0, "motion to compel"),
        (76.0, 172.0, "1/3/2030"), (146.0, 172.0, "15"), (216.0, 172.0, "Minutes"),
    )  # fmt: skip

    assert tables(page, *grid([70, 140, 210, 540], [100, 122, 160, 182])) == [
        "Date\tNo.\tText\n1/2/2030\t14\tOrder on the first motion to compel\n1/3/2030\t15\tMinutes"
    ]


def test_an_empty_cell_between_others_keeps_its_place() -> None:
    """As in a certificate's columns of how each was served; what ends a row has no cells behind it."""
    page = tokens(
        (76.0, 112.0, "Name"), (146.0, 112.0, "Mail"), (216.0, 112.0, "Fax"), (286.0, 112.0, "E-mail"),
        (76.0, 134.0, "Roe"), (286.0, 134.0, "X"),
        (76.0, 156.0, "Quent"), (146.0, 156.0, "X"),
    )  # fmt: skip
    read = document(page, rules=grid([70, 140, 210, 280, 540], [100, 122, 144, 166]))
    rows = "Name\tMail\tFax\tE-mail\nRoe\t\t\tX\nQuent\tX\n"

    assert clean_document(read).text == rows


def test_a_ruled_row_alone_on_its_page_is_one_row() -> None:
    page = tokens(
        (76.0, 112.0, "10"), (146.0, 112.0, "Deposition of"), (286.0, 112.0, "Hearsay;"), (416.0, 112.0, "A"),
        (146.0, 126.0, "Pat Poe"), (286.0, 126.0, "foundation"),
    )  # fmt: skip
    rules = grid([70, 140, 280, 410, 540], [100, 136])
    assert tables(page, *rules) == ["10\tDeposition of Pat Poe\tHearsay; foundation\tA"]
    each = tokens((76.0, 112.0, "9"), (146.0, 112.0, "Lease"), (76.0, 126.0, "10"), (146.0, 126.0, "Deed"))
    assert tables(each, *rules) == ["9\tLease\n10\tDeed"]


def test_a_heading_over_all_columns_is_one_cell() -> None:
    page = tokens((150.0, 112.0, "CASE MANAGEMENT ORDERS"), (76.0, 134.0, "Date"), (216.0, 134.0, "Text"))
    rules = [
        rule
        for rule in grid([70, 140, 210, 540], [100, 122, 144])
        if not (rule.upright and rule.top < 110 and 100 < rule.left < 300)
    ]

    assert tables(page, *rules) == ["CASE MANAGEMENT ORDERS\nDate\t\tText"]


def test_a_boxed_caption_is_no_table() -> None:
    page = tokens((76.0, 112.0, "JANE ROE,"), (76.0, 126.0, "v."), (316.0, 112.0, "No. 30-cv-1"))

    assert tables(page, *grid([70, 310, 540], [100, 180])) == []


def test_cells_that_only_white_parts_are_gathered_where_rows_stand_apart() -> None:
    page = tokens(
        (80.0, 500.0, "Placed in a closed"), (330.0, 500.0, "Placed in a sealed"),
        (80.0, 514.0, "envelope for inter-"), (330.0, 514.0, "envelope for mailing"),
        (80.0, 528.0, "office delivery"),
        (80.0, 560.0, "By hand delivery"), (330.0, 560.0, "By facsimile"),
        (80.0, 592.0, "By messenger"), (330.0, 592.0, "By express"),
    )  # fmt: skip

    rows = "\n".join(tables(page)).splitlines()
    assert rows == [
        "Placed in a closed envelope for inter-office delivery\tPlaced in a sealed envelope for mailing",
        "By hand delivery\tBy facsimile",
        "By messenger\tBy express",
    ]


def test_a_stamp_beside_the_courts_name_is_no_table() -> None:
    page = tokens(
        (180.0, 100.0, "for the Arcadian Circuit"), (420.0, 100.0, "Court of Appeals"),
        (420.0, 114.0, "FILED"),
        (220.0, 150.0, "No. 30-50498"), (420.0, 150.0, "John Roe"),
        (420.0, 164.0, "Clerk"),
    )  # fmt: skip

    assert tables(page) == []


def test_choices_to_tick_are_rows_however_close() -> None:
    page = tokens(
        *(
            (72.0 + 120 * n, 112.0, f"____{role}")
            for n, role in enumerate(["Petitioner", "Respondent", "Amicus"])
        ),
        *(
            (72.0 + 120 * n, 126.0, f"____{role}")
            for n, role in enumerate(["Appellant", "Appellee", "Intervenor"])
        ),
    )

    assert tables(page) == []


def ruled(left: float, top: float, rows: int, columns: int) -> list[Rule]:
    """A table whose rules go through; cells are 110 points wide and 20 high."""
    right, bottom = left + 110.0 * columns, top + 20.0 * rows
    sides = [Rule(left + 110.0 * n, top, left + 110.0 * n + 1, bottom) for n in range(columns + 1)]
    return sides + [Rule(left, top + 20.0 * n, right, top + 20.0 * n + 1) for n in range(rows + 1)]


def entries(left: float, top: float, rows: int, columns: int, name: str = "cell") -> list[Run]:
    return [
        (left + 110.0 * n + 5, top + 20.0 * row + 10, f"{name}-{row}{'abcd'[n]}")
        for row in range(rows)
        for n in range(columns)
    ]


def test_a_table_that_fills_its_page_is_no_sheet_of_four_pages() -> None:
    """One of its uprights stands in the middle, and a level rule crosses it there."""
    (table,) = tables(tokens(*entries(86, 60, 33, 4)), *ruled(86, 60, 33, 4))
    assert table.startswith("cell-0a\tcell-0b\tcell-0c\tcell-0d\ncell-1a")


def test_the_last_row_is_a_row_where_its_rule_is_lost() -> None:
    rules = [r for r in ruled(86, 60, 5, 3) if r.upright or r.top < 150]
    (table,) = tables(tokens(*entries(86, 60, 5, 3)), *rules)
    assert table.endswith("\ncell-4a\tcell-4b\tcell-4c")


def test_the_title_over_a_table_as_tall_as_the_page_is_no_running_head() -> None:
    pages = [
        tokens((200.0, 50.0, f"Schedule {letter} of the {kind}"), *entries(86, 80, 30, 3, kind[:3] * 4))
        for letter, kind in (("A", "cases remanded"), ("B", "claims that were withdrawn"))
    ]
    made = document(*pages, rules=ruled(86, 80, 30, 3))
    assert removed(made, find_running_heads) == []


def test_a_table_as_wide_as_the_one_above_it_has_columns_of_its_own() -> None:
    """Word draws all tables from margin to margin; what stands between them is in neither."""
    page = tokens(
        (76.0, 112.0, "Applicant"), (316.0, 112.0, "Roe & Poe LLP"),
        (76.0, 134.0, "Period"), (316.0, 134.0, "May 2030"),
        (200.0, 160.0, "FEES BY PROFESSIONAL"),
        (76.0, 182.0, "J. Roe"), (216.0, 182.0, "$640.00"), (376.0, 182.0, "$1,280.00"),
        (76.0, 204.0, "P. Poe"), (216.0, 204.0, "$310.00"), (376.0, 204.0, "$310.00"),
    )  # fmt: skip
    two = [*grid([70, 310, 540], [100, 122, 144]), *grid([70, 210, 370, 540], [172, 194, 216])]

    assert tables(page, *two) == [
        "Applicant\tRoe & Poe LLP\nPeriod\tMay 2030",
        "J. Roe\t$640.00\t$1,280.00\nP. Poe\t$310.00\t$310.00",
    ]


def entry(top: float, *cells: str) -> list[Run]:
    """A line of a table of five columns, the last two of them set flush right; an empty cell has no words."""
    left = (72.0, 130.0, 170.0)
    right = (470.0 - 6 * len(cells[3]), 540.0 - 6 * len(cells[4]))
    return [(x, top, cell) for x, cell in zip((*left, *right), cells, strict=True) if cell]


def test_figures_tell_the_rows_of_a_table_whose_lines_stand_alike() -> None:
    """As a firm's time sheets are set: what a line without a figure holds goes on with the cells above."""
    page = tokens(
        *entry(100, "Date", "By", "Work done", "Hours", "Amount"),
        *entry(114, "5/1/30", "JR", "Review of the motion and draft", "2.40", "$2,760.00"),
        *entry(128, "", "", "of the reply", "", ""),
        *entry(142, "5/2/30", "PP", "Call with client", "0.30", "$298.50"),
        *entry(156, "5/3/30", "JR", "Hearing", "10.00", "$11,500.00"),
    )

    (table,) = tables(page)
    assert table == (
        "Date\tBy\tWork done\tHours\tAmount\n"
        "5/1/30\tJR\tReview of the motion and draft of the reply\t2.40\t$2,760.00\n"
        "5/2/30\tPP\tCall with client\t0.30\t$298.50\n"
        "5/3/30\tJR\tHearing\t10.00\t$11,500.00"
    )


def test_lines_that_all_fill_their_columns_are_rows() -> None:
    columns = (72.0, 190.0, 310.0, 430.0)
    page = tokens(
        *((x, 100.0 + 14 * n, f"Pat {'ABCD'[m]}-{n}") for n in range(6) for m, x in enumerate(columns))
    )

    assert document(page).source.splitlines()[2] == "Pat A-2\tPat B-2\tPat C-2\tPat D-2"


def test_the_days_over_a_balance_sheets_columns_are_no_dates_of_signatures() -> None:
    page = tokens(
        (390.0, 100.0, "May 31,"), (480.0, 100.0, "May 31,"),
        (400.0, 114.0, "2030"), (490.0, 114.0, "2029"),
        (72.0, 128.0, "Cash"), (400.0, 128.0, "1,204"), (490.0, 128.0, "988"),
        (72.0, 142.0, "Inventories"), (400.0, 142.0, "2,256"), (490.0, 142.0, "2,301"),
    )  # fmt: skip

    assert document(page).source.splitlines()[-2:] == ["Cash\t1,204\t988", "Inventories\t2,256\t2,301"]


def test_addresses_side_by_side_are_cells_however_many() -> None:
    columns = (72.0, 190.0, 310.0, 430.0)
    lines = ("Pat Roe", "Roe LLP", "9 Elm St.", "Osterly, FL 33000", "(404) 555-0100")
    page = tokens(*((x, 100.0 + 14 * n, line) for n, line in enumerate(lines) for x in columns))

    assert not tables(page)
    assert document(page).source == "\n\n".join(["\n".join(lines)] * 4)
