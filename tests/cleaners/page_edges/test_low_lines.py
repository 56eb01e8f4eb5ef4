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
