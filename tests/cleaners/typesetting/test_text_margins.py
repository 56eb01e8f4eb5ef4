"""The margins of bare text: a narrower page's own, those of a text that gives each paragraph a line."""

import textwrap

import pytest

from cleaners import clean, join_lines

SAID = (
    "The owner of the barge says that the port had no right to sell it when its master had told no one but "
    "Roe Farms and Marrable Shipping of the sale, and that the law of the port is not the law of the state. "
)


def page(width: int) -> str:
    return textwrap.fill(SAID * 5, width) + "\n"


WIDE = page(84)


def test_a_page_set_narrower_than_the_others_has_its_own_margins() -> None:
    text = join_lines(f"{WIDE}\f{page(58)}\f{WIDE}")
    assert text.count("told no one but Roe Farms and Marrable Shipping of") == 15


def test_blank_lines_part_paragraphs_that_have_a_line_each_among_short_lines() -> None:
    front = (
        "UNITED STATES DISTRICT COURT\nSOUTHERN DISTRICT OF NEW YORK\n\n\nJANE ROE,\n\n   v.\n\nJOHN DOE,\n"
        "ANN POE, and\nMARY MOE,\n\n    Defendants.\n\n\n31-CR-654\n\nViolations:\n18 U.S.C. § 371"
    )
    lines = [
        *("JUDGE POE", "Superseded on May 31, 2031", "INDICTMENT", "The Grand Jury charges:"),
        "1. JANE ROE and JOHN DOE are hereby indicted and made defendants on the charges stated below:",
        "THE PARTIES AND THE PORT",
        f"2. {SAID * 2}".strip(),
        f"3. {SAID * 2}".strip(),
    ]
    assert join_lines("\n\n".join((front, *lines)) + "\n").strip().split("\n\n")[-8:] == lines


def test_a_first_line_below_a_heading_is_not_centred_for_ending_as_far_from_the_margin() -> None:
    body = textwrap.fill(SAID * 5, 84).replace("\n", "\n\n")
    text = join_lines(f"{36 * ' '}BACKGROUND\n\n       {body[:70]}\n\n{body[71:]}\n")
    assert text.startswith("BACKGROUND\n\nThe owner")


@pytest.mark.parametrize("title", ["CORPORATE DISCLOSURE STATEMENT", "ALSO PRESENT:", "(Jury sworn)"])
def test_a_title_that_begins_a_page_of_a_dump_is_no_end_of_a_set_line(title: str) -> None:
    text = clean(f"{WIDE}\n\nANN POE, ESQ.\nMARRABLE NEWS SERVICE\n\f{title}\n\n{WIDE}")
    assert f"MARRABLE NEWS SERVICE\n\n{title}\n\n" in text


def test_a_name_in_capitals_goes_on_over_a_pages_end() -> None:
    text = clean(f"{WIDE}\nIn the clause called PERSONAL INJURY AND\n\fPROPERTY DAMAGE,\nit says so.\n")
    assert "PERSONAL INJURY AND PROPERTY DAMAGE" in text


def test_the_lines_of_addresses_are_set_though_no_line_of_the_text_is_full() -> None:
    lines = ["Ann Poe", "ROE & MOE LLP", "333 Marrable Drive, Suite 700", "Redwood, CA 94065-1418"]
    lines += ["Telephone: (650) 555-4700", "Facsimile: (650) 555-4800"]
    assert join_lines("\n".join(lines) + "\n") == "\n".join(lines) + "\n"
