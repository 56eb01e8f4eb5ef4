import pytest

from cleaners.line_numbers import find_line_numbers, strip_line_numbers
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


SPOKEN = [f"THE COURT TAKES UP MATTER OF THE {n} DAY" for n in ("FIRST", "SECOND", "THIRD", "LAST")] * 3


def test_the_times_of_a_real_time_transcript_go_wherever_a_dump_put_them() -> None:
    times = [f"10:{20 + n}AM" for n in range(len(SPOKEN))]
    heap = "\n".join([*times, *SPOKEN])
    behind = "\n".join(f"{line} {time}" for line, time in zip(SPOKEN, times, strict=True))
    for dump in (heap, behind, " ".join(heap.split("\n"))):
        assert strip_line_numbers(dump).split() == " ".join(SPOKEN).split()


def test_a_log_of_a_few_hours_stays() -> None:
    log = "10:20AM he left\n10:21AM she came\n10:25AM both were seen"
    assert strip_line_numbers(log) == log
    turns = "\n".join(
        f"{9 - n % 5}:{59 - 7 * n % 50}PM the officer wrote that all was well" for n in range(12)
    )
    assert strip_line_numbers(turns) == turns


def alone(*lines: str) -> str:
    """A page as plain ``pdftotext`` puts it out: each margin number and each piece of a line by itself."""
    return "\n\n".join(f"{n}\n\n{line}" for n, line in enumerate(lines, 1))


def test_numbers_that_a_dump_set_on_lines_of_their_own_go_and_those_of_a_table_stay() -> None:
    spoken = (
        "THE COURT:\n\nYou may go on.\n\nTake your time,\n\nplease.",
        "Mr. Roe said\n\nthat he",
        "had gone home.",
    )
    page, rows = (
        spoken * 7,
        ("John Roe\n\nPaid in full\n\n$14.00\n\nMay 2", "Jane Poe\n\nof Ely\n\n$9.00") * 11,
    )

    assert strip_line_numbers(alone(*page)).split() == " ".join(page).split()
    assert strip_line_numbers(alone(*rows)) == alone(*rows)


def test_the_numbers_of_questions_and_answers_that_fill_no_line_go_and_those_of_a_list_stay() -> None:
    asked = ["Q.   Was it there?", "A.   Yes.", "Q.   When?", "A.   In March.", "MR. ROE:  Objection."] * 5
    page = [f"{n:>2}        {line}" for n, line in enumerate(asked, 1)]
    named = [f"{n:>2}        {line}" for n, line in enumerate(["Roe shall pay.", "Doe shall answer."] * 5, 1)]

    left = strip_line_numbers("\n".join(page))
    assert [line.strip() for line in left.split("\n")] == asked
    assert strip_line_numbers("\n".join(named)) == "\n".join(named)


@pytest.mark.parametrize(
    "form", ["15:{:02}:05 {:>4}   {}", "{1:>2}   {2}   15:{0:02}:05", "15:{:02} {:>4}   {}"]
)
def test_times_go_from_a_last_page_of_few_lines_as_from_those_before(form: str) -> None:
    asked = ["Did you write to her?", "I did, in March of", "that year."] * 8
    pages = [asked, ["Nobody was there", "at 4:30 or later.", "We left", "the pier", "on the", "next day."]]
    text = "\f".join("\n".join(form.format(n, n, line) for n, line in enumerate(own, 1)) for own in pages)
    assert strip_line_numbers(text).split() == " ".join(asked + pages[1]).split()


def test_lines_and_pages_of_a_deposition_in_a_list_stay() -> None:
    cited = "\n".join(f"{n}:{n + 4} Roe says so" for n in range(10, 30))
    assert strip_line_numbers(cited) == cited
