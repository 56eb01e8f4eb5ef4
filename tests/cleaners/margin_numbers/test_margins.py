import pytest

from cleaners.margin_numbers.margins import find_number_columns
from cleaners.page import Rule, Token
from tests.cleaners.pages import Run, numbers, tokens

BODY: list[Run] = [(104, 80 + 24 * n, "The motion is granted in part") for n in range(28)]


def test_the_pitch_is_that_of_the_whole_column_not_of_two_numbers() -> None:
    # Heights rounded to 0.75 points, as a text layer gives them: the first two stand 24 apart, all 23.46.
    column: list[Run] = [
        (left, 0.75 * round(middle / 0.75), t) for left, middle, t in numbers(28, pitch=23.46)
    ]
    column[1] = (column[1][0], column[0][1] + 24, "2")
    (found,) = find_number_columns(tokens(*column, *BODY), 792)
    assert len(found.tokens) == 28
    assert abs(found.pitch - 23.46) < 0.05
    assert (found.first, found.last) == (1, 28)


def test_a_misread_first_number_leaves_the_column_its_height() -> None:
    column = numbers(28)
    (whole,) = find_number_columns(tokens(*column, *BODY), 792)
    (found,) = find_number_columns(tokens((80, 80, "l"), *column[1:], *BODY), 792)
    assert found.first == 1
    assert abs(found.top - whole.top) < 1
    assert "l" in {token.text for token in found.tokens}


def test_a_number_that_a_speck_makes_wider_is_of_the_column() -> None:
    column = tokens(*numbers(28), *BODY)
    wide = [t._replace(left=t.left - 18) if t.text == "27" else t for t in column]
    (found,) = find_number_columns(wide, 792)
    assert "27" in {token.text for token in found.tokens}


def test_letters_below_the_last_number_do_not_move_its_end() -> None:
    # The firm's name in spaced letters, under the numbers.
    (found,) = find_number_columns(tokens(*numbers(25), (80, 80 + 24 * 25, "L"), *BODY[:25]), 792)
    assert found.last == 25
    assert found.bottom < 80 + 24 * 25 - 6


def test_a_clock_left_of_each_number_belongs_to_the_margin() -> None:
    clocks: list[Run] = [(14, 81 + 24 * n, f"10:{n:02}AM") for n in range(25)]
    (found,) = find_number_columns(tokens(*clocks, *numbers(25), *BODY[:25]), 792)
    assert len(found.tokens) == 50


@pytest.mark.parametrize("time", ["1023", "094512"])
def test_times_that_lost_their_colons_and_ran_into_the_numbers_are_the_margins(time: str) -> None:
    texts = [f"{time}{4 if n % 2 and len(time) < 6 else ''}{n + 1}" for n in range(9, 25)]
    read: list[Run] = [(86 - 6 * len(text), 80 + 24 * n, text) for n, text in enumerate(texts, 9)]
    apart: list[Run] = [(20, 80 + 24 * n, "1022") for n in range(9)]
    found = tokens(*apart, *numbers(9)[3:], *read, *BODY[:25])
    for rules in ([], [Rule(100, 40, 101, 760)]):
        (column,) = find_number_columns(found, 792, rules)
        assert {t for t in found if t.left < 100} == set(column.tokens)
        assert (column.first, column.last) == (1, 25)


FENCE = Rule(100, 40, 101, 760)


def test_figures_left_of_the_pleading_rule_are_the_margins_whatever_ocr_made_of_them() -> None:
    # A scan's times and letters up the margin, read as figures, some run into the line's number.
    read: list[Run] = [(20, 80 + 24 * n, f"10131{n + 1}") for n in range(12, 25)]
    found = tokens(*numbers(12), *read, (30, 200, "215"), *BODY[:25])
    (column,) = find_number_columns(found, 792, [FENCE])
    assert {t.text for t in found if t.left < 100} == {t.text for t in column.tokens}
    assert column.last == 25


def test_figures_that_no_rule_fences_off_are_no_margins() -> None:
    (column,) = find_number_columns(tokens(*numbers(28), (30, 200, "215"), *BODY), 792)
    assert "215" not in {t.text for t in column.tokens}


def uneven() -> list[Token]:
    """Double-spaced lines, a single-spaced quotation, double-spaced lines, all numbered."""
    heights = (
        [80 + 28 * n for n in range(5)] + [212 + 14 * n for n in range(7)] + [324 + 28 * n for n in range(5)]
    )
    lines: list[Run] = [(72, y, "The court below found that") for y in heights]
    return tokens(*((43 - 6 * len(str(n)), y, str(n)) for n, y in enumerate(heights, 1)), *lines)


def test_numbers_beside_every_printed_line_are_a_margin_at_any_spacing() -> None:
    (found,) = find_number_columns(uneven(), 792)
    assert (len(found.tokens), found.first, found.last, found.even) == (17, 1, 17, False)


def test_the_last_number_stands_in_its_column_however_wide_the_last_lines_are_set() -> None:
    heights = [60 + 12 * n for n in range(25)] + [348 + 26 * n for n in range(1, 8)]
    lines: list[Run] = [(72, y, "The court below found that") for y in heights]
    column = [(43 - 6 * len(str(n)), y, str(n)) for n, y in enumerate(heights, 1)]
    (found,) = find_number_columns(tokens(*column, *lines), 792)
    assert len(found.tokens) == len(heights)


def test_the_numbers_of_a_table_are_no_margin() -> None:
    # The same numbers with a heading over their column.
    assert find_number_columns([*uneven(), *tokens((30, 350, "Exhibit"), (30, 500, "Total"))], 792) == []


def test_a_short_list_is_no_margin_unless_a_rule_fences_it_off() -> None:
    few = numbers(6, pitch=40)
    assert find_number_columns(tokens(*few, *BODY), 792) == []
    (found,) = find_number_columns(tokens(*few, *BODY), 792, [Rule(92, 20, 93, 770)])
    assert len(found.tokens) == 6
