"""Numbers at both ends of the lines of bare text."""

from cleaners import clean, strip_line_numbers

LINES = [
    "     Q.   Where was the barge when you came on that",
    "morning, and who was with it?",
    "     A.   At the quay. Nobody was with it but the dog,",
    "and the dog was asleep.",
    "",
    "     Q.   How many crates were there? Were there more than 5",
    "or fewer?",
    "     A.   Fourteen. I counted them twice and wrote it in",
    "the log, which is Exhibit 9.",
    "     Q.   Thank you.",
]
SAID = [" ".join(line.split()) for line in LINES]


def test_both_numbers_of_a_line_go() -> None:
    page = "\n".join(f"{n:2}   {line:<60}   {n:2}" for n, line in enumerate(LINES, 1))
    assert [" ".join(line.split()) for line in strip_line_numbers(page).splitlines()] == SAID
    tight = "\n".join(" ".join(f"{n} {line} {n}".split()) for n, line in enumerate(LINES, 1))
    assert [" ".join(line.split()) for line in strip_line_numbers(tight).splitlines()] == SAID


def test_a_number_that_ends_a_line_otherwise_stays() -> None:
    page = "\n".join(f"{n:2}   {line}" for n, line in enumerate(LINES, 1))
    assert "more than 5\n" in strip_line_numbers(page)
    assert "Were there more than 5 or fewer?" in clean(page)
