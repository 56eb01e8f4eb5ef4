"""Margin numbers that a dump has set behind their lines."""

from cleaners import strip_line_numbers

LINES = [
    "The harbor master answered the petition within",
    "the time allowed by rule and moved at once",
    "for judgment. See Marrable v. Tidewell, 793",
    "F.2d 1072, 1078. The owner of the barge did",
    "not oppose the motion, which was heard on May",
    "and was taken under submission. Its papers say",
    "that the port had no right to sell the barge",
    "which had lain at the quay for a year, under 28",
    "U.S.C. § 1333 and no other law that the court",
    "knows of, so that it will be dismissed.",
]


def test_what_counts_up_at_the_ends_of_lines_goes() -> None:
    page = "\n".join(f"{line} {n}" for n, line in enumerate(LINES, 1))
    assert strip_line_numbers(f"{page}\n").splitlines() == LINES


def test_a_page_that_ends_after_a_few_lines_is_numbered_as_the_others_are() -> None:
    lines = [*enumerate(LINES, 1), *enumerate(LINES[:4], 1)]
    page = "\n".join(f"{line} {n}" for n, line in lines)
    assert strip_line_numbers(f"{page}\n").splitlines() == [*LINES, *LINES[:4]]


def test_the_pages_of_a_table_of_contents_stay() -> None:
    table = "\n".join(f"Chapter of the harbor and its quay {n}" for n in range(1, 12)) + "\n"
    assert strip_line_numbers(table) == table


def test_numbers_that_do_not_count_up_stay() -> None:
    page = "\n".join(f"{line} {n}" for line, n in zip(LINES, (1, 2, 3, 5, 4, 6, 7, 9, 8, 10), strict=True))
    assert strip_line_numbers(f"{page}\n") == f"{page}\n"
