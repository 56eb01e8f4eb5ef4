"""The line below the last margin number of bare text: a sentence's, or a footer."""

import pytest

from cleaners import clean

LINE = "the owner of the barge says that the port had no right to sell it, and so"
PAGE = "\n".join(f"{n} {LINE}" for n in range(1, 26))


@pytest.mark.parametrize(
    "words",
    [
        "asks for damages.",
        "potential buyers.”",
        "Response of the Owner was filed on time and taken under advisement by the master and",
    ],
)
def test_a_sentences_words_stay(words: str) -> None:
    assert words in clean(f"{PAGE}\n{words}\n")


@pytest.mark.parametrize("footer", ["Marrable Brief", "Motion for Leave and", "tlr brief"])
def test_a_footer_goes(footer: str) -> None:
    assert footer not in clean(f"{PAGE}\n{footer}\n")


def pages_with_numbers_alone(*last_lines: str, footer: str) -> str:
    """Pages on which each number stands on a line above the one that it counts."""
    tops = "\n".join(f"{n}\n{LINE}" for n in range(1, 25))
    return "\f".join(f"{tops}\n25\n{last}\n{footer}\n" for last in last_lines)


LAST = ("Plaintiff failed to say so on November", "1915A(b)(1), (2).", "Fed. R. Civ. P. 12(b)(6)")


@pytest.mark.parametrize("footer", ["", "Marrable Brief"])
def test_the_line_that_the_last_number_counts_stays(footer: str) -> None:
    text = clean(pages_with_numbers_alone(*LAST, footer=footer))
    assert all(last in text for last in LAST)
    assert "Marrable" not in text


def test_a_footer_below_a_number_behind_its_line_is_told_by_other_pages() -> None:
    page = "\n".join(f"{LINE}\n{n}" for n in range(1, 26))
    assert "Marrable" not in clean("\f".join([f"{page}\nMarrable Brief\n"] * 3))
