from cleaners.line_numbers import find_line_numbers
from tests.cleaners.pages import Run, document, numbers, removed, tokens


def test_time_stamps_go_with_the_line_numbers_and_say_so() -> None:
    body: list[Run] = [(104, 80 + 24 * n, "A. I do not recall that") for n in range(25)]
    clocks: list[Run] = [(14, 79 + 24 * n, f"10:{n:02}:05") for n in range(25)]
    found = removed(document(tokens(*clocks, *numbers(25), *body)), find_line_numbers)
    assert sum(reason == "margin time stamp" for _, reason in found) == 25
    assert sum(reason == "margin line number" for _, reason in found) == 25


def test_a_time_in_the_text_stays() -> None:
    body: list[Run] = [(104, 80 + 24 * n, "10:15 a.m. was the time") for n in range(25)]
    found = removed(document(tokens(*numbers(25), *body)), find_line_numbers)
    assert {reason for _, reason in found} == {"margin line number"}
