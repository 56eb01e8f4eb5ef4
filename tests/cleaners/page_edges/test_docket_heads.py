"""The docket number at the head of a page of bare text that has lost its pages."""

import pytest

from cleaners import strip_running_heads

TITLE = "ROE, No. 47482-4-II Appellant, v. DOE, Respondent. "
PROSE = "the barge was sold by the port to the lessee, who paid for it in four parts. "


def test_a_number_with_its_page_is_a_head() -> None:
    text = "No. 77255-4-I\nTherefore, we affirm.\nNo. 77255-4-I/2\nThe barge was sold.\n"

    assert strip_running_heads(text) == "No. 77255-4-I\nTherefore, we affirm.\n\nThe barge was sold.\n"


def test_a_lone_number_amid_a_sentence_is_a_head() -> None:
    text = f"{TITLE}\nThe owner sued to cancel the lis\n  No. 47482-4-II\npendens on the barge.\n"

    assert strip_running_heads(text).count("47482") == 1


def test_a_number_beside_the_folio_of_the_page_before_is_a_head() -> None:
    text = (
        f"{TITLE}The order said 1 No. 47482-4-II that if the port failed {PROSE}and 2 No. 47482-4-II so on."
    )

    assert strip_running_heads(text) == f"{TITLE}The order said  that if the port failed {PROSE}and  so on."


def test_a_number_that_comes_again_as_pages_do_is_a_head() -> None:
    page = f"It was held that {PROSE * 6}It was not his own No. 47482-4-II when "

    assert strip_running_heads(TITLE + page * 3).count("47482") == 1


@pytest.mark.parametrize(
    "text",
    [
        f"{TITLE}\nSo we dismiss No. 47482-4-II as moot, and {PROSE}\n",
        f"{TITLE}\nIt was decided in\nNo. 47482-4-II\n\nThe barge was sold.\n",
        f"{TITLE}{PROSE}We affirm No. 47482-4-II and reverse, and we dismiss No. 47482-4-II as moot.",
        f"{TITLE}\nThe papers in case No. 47482-4-II were filed. {PROSE}\n",
    ],
)
def test_a_number_that_a_sentence_names_stays(text: str) -> None:
    assert strip_running_heads(text) == text
