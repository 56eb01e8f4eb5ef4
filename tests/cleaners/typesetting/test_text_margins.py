"""The margins of bare text: a narrower page's own, those of a text that gives each paragraph a line."""

import pytest

from cleaners import clean, join_lines

WIDE = (
    "The owner of the barge says that the port had no right at all to sell it\n"
    "when the master of the port had told no one, and that the court below was\n"
    "wrong to hold that the law of the port is the law of the state, for it is\n"
    "said in every case that the court has ever decided that the master of the\n"
    "port may sell a wreck only if the owner was told of it and had the time to\n"
    "raise it again, which the owner of this barge was never given by anyone at\n"
    "all, so that the sale was void and the barge is still the owner's, as she\n"
    "said in the court below and says again here, in so many words as before it\n"
    "was sold.\n"
)
NARROW = (
    "  Judge Roe gave the opinion of the court.\n"
    "  The master of the port must tell the owner of a\n"
    "barge before it is sold, and must give the owner the\n"
    "time that it takes to raise it again from the bottom\n"
    "of the harbor, which the law of the port has been in\n"
    "every case that has come before the court, and which\n"
    "the port does not say that it has followed when this\n"
    "barge was sold to the highest bidder of the three.\n"
)


def test_a_page_set_narrower_than_the_others_has_its_own_margins() -> None:
    blocks = join_lines(f"{WIDE}\f{NARROW}").strip().split("\n\n")
    assert [block.split()[0] for block in blocks] == ["The", "Judge", "The"]


def test_blank_lines_part_paragraphs_that_have_a_line_each_among_short_lines() -> None:
    long = "The owner of the barge, a resident of the port, had it raised from the bottom of the harbor, "
    lines = [
        *("ROE,", "Plaintiff,", "v.", "THE PORT OF MARRABLE,", "Defendant.", "31-CR-654", "JUDGE POE"),
        "1. The defendants are charged as is stated below:",
        "THE PARTIES AND THE PORT",
        f"2. {long * 3}and sold it.",
        f"3. {long * 3}and kept it.",
    ]
    blocks = join_lines("\n\n".join(lines) + "\n").strip().split("\n\n")
    assert blocks[-4:] == lines[-4:]


@pytest.mark.parametrize("title", ["CORPORATE DISCLOSURE STATEMENT", "ALSO PRESENT:", "(Jury sworn)"])
def test_a_title_that_begins_a_page_of_a_dump_is_no_end_of_a_set_line(title: str) -> None:
    text = clean(f"{WIDE}\n\nANN POE, ESQ.\nMARRABLE NEWS SERVICE\n\f{title}\n\n{WIDE}")
    assert f"MARRABLE NEWS SERVICE\n\n{title}\n\n" in text


def test_a_name_in_capitals_goes_on_over_a_pages_end() -> None:
    text = clean(f"{WIDE}\nIn the clause called PERSONAL INJURY AND\n\fPROPERTY DAMAGE,\nit says so.\n")
    assert "PERSONAL INJURY AND PROPERTY DAMAGE" in text
