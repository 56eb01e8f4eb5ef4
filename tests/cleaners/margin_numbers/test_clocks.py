"""Times beside the lines of a real-time transcript, and numbers that are printed at both sides."""

import pytest

from cleaners.line_numbers import find_line_numbers
from cleaners.margin_numbers.margins import find_number_columns
from tests.cleaners.pages import Run, document, numbers, removed, tokens

BODY: list[Run] = [(104, 80 + 24 * n, "was the barge at the quay then") for n in range(25)]


def gone(*runs: Run) -> list[str]:
    return [text for text, _ in removed(document(tokens(*runs)), find_line_numbers) if ":" in text]


@pytest.mark.parametrize("form", ["10:{:02}:05", "10:{:02}", "10:{:02}AM", "10:{:02} AM"])
def test_times_right_of_the_text_are_the_margins(form: str) -> None:
    times = [(550.0, 80 + 24.0 * n, form.format(n)) for n in range(25)]
    words = document(tokens(*numbers(25), *BODY, *times))
    left = words.edited(find_line_numbers(words), by="line numbers").text
    assert left.split() == " ".join(text for _, _, text in BODY).split()


@pytest.mark.parametrize(
    "times",
    [
        [(550.0, 104.0 + 24 * n, f"{9 - n}:15") for n in range(6)],  # none later than the one above it
        [(320.0, 104.0 + 24 * n, f"9:{n}5") for n in range(6)],  # a table's, amid the width of the text
        [(550.0, 104.0 + 24 * n, f"9:{n}5") for n in range(2)],
    ],
)
def test_times_of_the_text_stay(times: list[Run]) -> None:
    prose: list[Run] = [
        (104, 80 + 24 * n, "the motion was heard by the court and set over to May") for n in range(25)
    ]
    rows = {middle for _, middle, _ in times}
    assert gone(*numbers(25), *(run for run in prose if run[1] not in rows), *times) == []


def test_what_stands_in_a_column_of_times_is_one_however_it_was_read() -> None:
    read = {3: "1i:03", 9: "au09", 14: "22:14,"}
    clocks = [(30.0, 80 + 24.0 * n, read.get(n, f"11:{n:02}")) for n in range(25)]
    found = tokens(*clocks, *numbers(25), *BODY)
    (column,) = find_number_columns(found, 792)
    assert {t for t in found if t.left < 100} == set(column.tokens)


def test_a_time_that_ends_the_line_of_the_next_page_on_the_sheet_is_its_own() -> None:
    said: list[Run] = [
        (104, 80 + 24 * n, "we left at 10:47" if n == 3 else "and so we did") for n in range(25)
    ]
    across = [(320.0 - 6 * len(text), middle, text) for _, middle, text in numbers(25)]
    assert gone(*numbers(25), *said, *across, *((340, middle, text) for _, middle, text in BODY)) == []


def test_numbers_on_both_sides_make_no_second_page() -> None:
    again = [(570.0, middle, text) for _, middle, text in numbers(25)]
    left, right = find_number_columns(tokens(*numbers(25), *BODY, *again), 792)
    assert (left.outer, right.outer) == (False, True)
    read = document(tokens(*numbers(25), *BODY, *again))
    assert not read.pages[0].zones
    kept = read.edited(find_line_numbers(read), by="line numbers").text
    assert kept.split() == " ".join(text for _, _, text in BODY).split()
