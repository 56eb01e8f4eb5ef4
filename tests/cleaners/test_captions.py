"""Captions in bare text, run together line by line."""

from cleaners.captions import order_captions


def test_the_right_cell_follows_the_left_one() -> None:
    text = (
        "JANE ROE,              )\n      Plaintiff,       )   No. 30-cv-1\n  v.                   )\n"
        "ACME CORP.,            )   ORDER\n      Defendant.       )\n"
    )
    lines = [line.strip(" )") for line in order_captions(text).splitlines() if line.strip(" )")]

    assert lines == ["JANE ROE,", "Plaintiff,", "v.", "ACME CORP.,", "Defendant.", "No. 30-cv-1", "ORDER"]


def test_brackets_that_close_are_no_column() -> None:
    text = "The rule (as amended) is clear.\nIt applies (see below) here.\n(a) one\n(b) two\n(c) three\n"

    assert order_captions(text) == text


def test_statutes_cited_in_line_after_line_are_no_column() -> None:
    text = "\n".join(f"governed by {n} U.S.C. § {n}31, and" for n in range(1, 9)) + "\n"

    assert order_captions(text) == text


def test_a_texan_column_of_sections_parts_cells() -> None:
    left = ["JANE ROE,         §", "v.                §   No. 4:30-cv-1", "ACME CORP.,       §"]
    lines = [*left, "Defendant.        §"]

    assert order_captions("\n".join(lines)).rstrip().endswith("§\n\nNo. 4:30-cv-1")
