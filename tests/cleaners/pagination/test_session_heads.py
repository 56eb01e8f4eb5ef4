"""The heads of a transcript's pages that have lost folios and line numbers."""

import pytest

from cleaners import clean
from cleaners.pagination.bare_pages import page_spans
from cleaners.pagination.session_heads import session_heads

PAGES = (
    "THE COURT: Good morning. Is there anything else before we begin with the next of the witnesses?\n"
    "MS. DOE: Not from us, your Honor.\nMR. ROE: Nor from us.\n\n\n\n"
    "P4K7ROE\n\nTHE COURT: Then have the jurors brought in.\n(Jury present)\n\n\n\n"
    "P4K7ROE1 Marrable - Cross\n"
    "ADA MARRABLE,\ncalled as a witness by the Government,\nhaving been duly sworn, testified as follows:\n"
    "CROSS-EXAMINATION (continued)\nBY MS. DOE:\n"
    "Q. Good morning.\nA. Good morning.\nQ. Was it then that you weighed the\n\n\n\n"
    "P4K7ROE1 Marrable - Cross\nbarge, before it was sold?\nA. Yes.\nQ. And did you sell it?\nA. No.\n"
)


def test_the_heads_go_and_speeches_run_on_over_the_pages() -> None:
    assert clean(PAGES).split("\n\n") == [
        "THE COURT: Good morning. Is there anything else before we begin with the next of the witnesses?",
        "MS. DOE: Not from us, your Honor.",
        "MR. ROE: Nor from us.",
        "THE COURT: Then have the jurors brought in.",
        "(Jury present)",
        "ADA MARRABLE, called as a witness by the Government, having been duly sworn, testified as follows:",
        "CROSS-EXAMINATION (continued)",
        "BY MS. DOE:",
        "Q. Good morning.",
        "A. Good morning.",
        "Q. Was it then that you weighed the barge, before it was sold?",
        "A. Yes.",
        "Q. And did you sell it?",
        "A. No.\n",
    ]


def test_each_head_begins_a_page() -> None:
    assert [PAGES[start:end].split(maxsplit=1)[0] for start, end in page_spans(PAGES)] == [
        "THE",
        "P4K7ROE",
        "P4K7ROE1",
        "P4K7ROE1",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "P4K7ROE is the session's name",  # a sentence
        "4P7ROE9",  # begins with a figure, as a part's number may
        "P4K71234",  # no letters of a case behind the day
        "MARRABLE",
    ],
)
def test_what_is_no_session_stays(line: str) -> None:
    assert not session_heads(f"\n{line}\nThe barge was sold." * 4)


def test_twice_is_not_enough() -> None:
    assert not session_heads("\nP4K7ROE\nThe barge was sold." * 2)
