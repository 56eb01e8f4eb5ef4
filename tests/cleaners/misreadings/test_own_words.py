"""Long words that OCR misread once, where the filing says them elsewhere."""

import pytest

from tests.cleaners.test_confusions import fixed

SAID = (
    "substantial evidence, a substantial and unlawful, even unlawful, conveyance to licensees, all licensees"
)


@pytest.mark.parametrize(
    ("printed", "clean"),
    [
        ("no substartlal evidence", "no substantial evidence"),
        ("the snbstanial, and", "the substantial, and"),
        ("any convoyance of it", "any convoyance of it"),  # said once: it may be misread itself
        ("not insubstantial or lawfnlly", "not insubstantial or lawfnlly"),
        ("by a licensor or", "by a licensor or"),
        ("a wnlawful act, a wnlawful one", "a wnlawful act, a wnlawful one"),
        ("the substance of it", "the substance of it"),
        ("Sabstantial & Sons", "Sabstantial & Sons"),
        ("snbstantlal@court.example", "snbstantlal@court.example"),
        ("unsubstan tiated it", "unsubstan tiated it"),
    ],
)
def test_a_word_is_put_right_by_the_one_that_the_filing_says(printed: str, clean: str) -> None:
    assert fixed(SAID, printed)[-1] == clean


def test_what_is_said_more_than_once_is_the_filings_own() -> None:
    assert fixed(SAID, "unlauful", "unlauful")[-2:] == ["unlauful", "unlauful"]


def test_nothing_is_guessed_where_two_of_its_words_are_as_near() -> None:
    assert fixed("conviction, conviction; convection, convection", "a convuction")[-1] == "a convuction"


def test_a_text_layer_is_left_as_it_is() -> None:
    assert fixed(SAID, "no substartlal evidence", method="text layer")[-1] == "no substartlal evidence"
