"""The head of a letter's second page."""

import pytest

from cleaners.document import Document
from cleaners.running_heads import find_running_heads
from tests.cleaners.pages import removed

FIRST = """POE & DOE LLP

May 4, 2031

The Honorable Jane Q. Roe
United States District Judge

Dear Judge Roe:

We write for the plaintiff. The parties have met and
"""
REST = "have agreed to go on with discovery. Nothing else is open.\n"


@pytest.mark.parametrize(
    "head",
    [
        ["Hon. Jane Q. Roe", "May 4, 2031", "Page 2"],
        ["Hon. Jane Q. Roe", "May 4, 2031"],
        ["The Clerk", "May 4, 2031", "Page 2 of 3"],
    ],
)
def test_whom_it_is_written_to_and_the_date_go_from_a_second_page(head: list[str]) -> None:
    letter = Document.from_text(FIRST + "\f" + "\n".join(head) + "\n" + REST)
    gone = [line for line in head if not line.startswith("Page")]
    assert [text for text, _ in removed(letter, find_running_heads)] == gone


@pytest.mark.parametrize(
    "head", [["Ann Poe", "May 5, 2031", "Page 2"], ["Ann Poe", "May 4, 2031"], ["Page 2"]]
)
def test_what_the_first_page_does_not_show_stays(head: list[str]) -> None:
    letter = Document.from_text(FIRST + "\f" + "\n".join(head) + "\n" + REST)
    assert removed(letter, find_running_heads) == []
