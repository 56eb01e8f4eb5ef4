"""Numbers of a table's rows are no margin line numbers."""

import pytest

from cleaners.margin_numbers.margins import find_number_columns
from cleaners.page import Rule
from tests.cleaners.pages import Run, numbers, tokens

NUMBERS = numbers(14)[6:]
"""The eight rows of an exhibit list that stand on its second page."""


def row(top: float, *, second: float = 300.0) -> list[Run]:
    return [(116.0, top, "Letter of counsel"), (second, top, "Hearsay")]


def test_rows_with_cells_beside_one_another_are_a_tables() -> None:
    cells = [run for _, top, _ in NUMBERS for run in row(top)]
    assert find_number_columns(tokens(*NUMBERS, *cells), 792) == []


@pytest.mark.parametrize("step", [24, 36])
def test_rows_that_rules_part_are_a_tables_however_high_they_are(step: int) -> None:
    tops = [80.0 + step * n + (6 * n if step == 36 else 0) for n in range(8)]
    column = [(80.0, top, str(n)) for n, top in enumerate(tops, 1)]
    prose = [(116.0, top, "the court has read the papers") for top in tops]
    rules = [Rule(72, top + 12, 540, top + 12.5) for top in tops]
    assert find_number_columns(tokens(*column, *prose), 792, rules) == []
    assert find_number_columns(tokens(*column, *prose), 792)


def test_what_a_witness_says_is_no_cell() -> None:
    spoken = [run for _, top, _ in NUMBERS for run in ((116.0, top, "Q."), (150.0, top, "Who was there?"))]
    assert find_number_columns(tokens(*NUMBERS, *spoken), 792)


def test_a_table_on_pleading_paper_leaves_the_margin_a_margin() -> None:
    cells = [run for _, top, _ in numbers(28) for run in row(top)]
    assert find_number_columns(tokens(*numbers(28), *cells), 792)


def test_the_numbers_of_the_next_page_on_the_sheet_are_no_cells() -> None:
    few = [run for run in numbers(25) if run[2] not in ("3", "7")]
    again = [(316.0, middle, text) for _, middle, text in few]
    lines = [(left, middle, "we left it at noon") for _, middle, _ in few for left in (104.0, 340.0)]
    assert len(find_number_columns(tokens(*few, *again, *lines), 792)) == 2
