"""Entries of tables of contents and of authorities, and the dots that lead to their pages."""

import pytest

from cleaners.leaders import find_leaders, join_entries
from cleaners.reading_order.layout import Sheet, read_in_order
from tests.cleaners.pages import tokens

CONTENTS = (
    "TABLE OF CONTENTS\n"
    "INTRODUCTION ................................... 1\n"
    "I.   THE CLAIM IS BARRED BY THE STATUTE OF\n"
    "     LIMITATIONS OF THE STATE .................. 2\n"
    "II.  NO DUTY WAS OWED . . . . . . . . . . . . . 5, 7\n"
    "CONCLUSION ..................................... 9\n"
)


def test_an_entry_of_the_contents_is_one_line_with_its_page_after_a_tab() -> None:
    assert join_entries(CONTENTS) == (
        "TABLE OF CONTENTS\nINTRODUCTION\t1\n"
        "I.   THE CLAIM IS BARRED BY THE STATUTE OF LIMITATIONS OF THE STATE\t2\n"
        "II.  NO DUTY WAS OWED\t5, 7\nCONCLUSION\t9\n"
    )


def test_authorities_keep_their_headings_and_lose_their_line_ends() -> None:
    text = (
        "Cases\nRoe v. Doe,\n    793 F.2d 1072 (9th Cir. 1986) ........ passim\n"
        "Acme v. Roe,\n    12 F.3d 345 (2d Cir. 1993) ........... 6, 7\n"
        "Statutes\n28 U.S.C. § 1331 ....................... iv\n"
    )

    assert join_entries(text) == (
        "Cases\nRoe v. Doe, 793 F.2d 1072 (9th Cir. 1986)\tpassim\n"
        "Acme v. Roe, 12 F.3d 345 (2d Cir. 1993)\t6, 7\nStatutes\n28 U.S.C. § 1331\tiv\n"
    )


def test_an_entry_that_left_room_for_a_dot_alone_is_an_entry_of_the_table_it_stands_in() -> None:
    long = "B. The complaint states no claim .\t8\n"
    assert join_entries(CONTENTS + long).endswith("B. The complaint states no claim\t8\n")
    assert join_entries(long) == long


@pytest.mark.parametrize(
    "text",
    ["The court held . . . that 5\nno duty was owed . . . .\n", CONTENTS.splitlines()[1] + "\nThe motion.\n"],
)
def test_an_ellipsis_is_no_leader(text: str) -> None:
    assert join_entries(text) == text


def test_entries_made_stay_as_they_are() -> None:
    once = join_entries(CONTENTS)

    assert join_entries(once) == once


def scanned(title: str) -> str:
    """A table whose dots were taken off the picture before it was read, one page number misread."""
    entries = [
        ("Roe v. Doe Corp.,", "9 F.3d 1 (9th Cir. 2031)", "4, 7"),
        ("Doe v. Poe,", "8 U.S. 2 (2030)", "i§"),
        ("Poe v. Roe,", "7 F. Supp. 2d 3 (2029)", "12"),
    ]
    runs = [(72.0, 80.0, title)]
    for n, (name, cite, page) in enumerate(entries):
        runs += [(72.0, 100.0 + 24 * n, name), (84.0, 112.0 + 24 * n, cite)]
        runs += [(540.0 - 6 * len(page), 112.0 + 24 * n, page)]
    read = read_in_order([Sheet(1, 612.0, 792.0, tokens(*runs), method="ocr")])
    return read.edited(find_leaders(read), by="leaders").text


def test_entries_are_whole_on_a_scan_whose_leaders_are_gone() -> None:
    text = scanned("TABLE OF AUTHORITIES")
    assert "Roe v. Doe Corp., 9 F.3d 1 (9th Cir. 2031)\t4, 7\n" in text
    assert "Doe v. Poe, 8 U.S. 2 (2030)\ti§\n" in text


def test_entries_are_whole_on_a_scan_whose_leaders_were_read_as_letters() -> None:
    entries = ["INTRODUCTION ...ccceccecesseeceeseeeees 1", "I. NO DUTY WAS OWED wcceecececceeseeceeseees 2"]
    lines = ["TABLE OF CONTENTS", *entries, "CONCLUSION ....ccseceeescceecceeesseeeecees 9"]
    runs = [(72.0, 100.0 + 24 * n, line) for n, line in enumerate(lines)]
    read = read_in_order([Sheet(1, 612.0, 792.0, tokens(*runs), method="ocr")])
    text = read.edited(find_leaders(read), by="leaders").text
    assert text.split("\n")[1:4] == ["INTRODUCTION\t1", "I. NO DUTY WAS OWED\t2", "CONCLUSION\t9"]


def test_rows_with_numbers_at_the_right_are_no_entries_without_a_title() -> None:
    assert "Roe v. Doe Corp.,\n" in scanned("Cases counted by the clerk")


def test_the_sign_of_a_figure_that_leaders_lead_to_stays() -> None:
    levels = ("Base offense level|7", "Loss|14", "Acceptance of responsibility|-3")
    runs = [(72.0, 100.0 + 14 * n, line.replace("|", f" {'.' * 40} ")) for n, line in enumerate(levels)]
    read = read_in_order([Sheet(1, 612.0, 792.0, tokens(*runs))])
    assert read.edited(find_leaders(read), by="leaders").text.endswith("Acceptance of responsibility\t-3")
