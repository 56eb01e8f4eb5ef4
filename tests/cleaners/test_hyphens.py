import re

from hypothesis import given
from hypothesis import strategies as st

from cleaners.hyphens import rejoin_hyphens

PIECES = st.lists(
    st.sampled_from(
        [
            "juris",
            "diction",
            "non",
            "894",
            "95",
            "GEB",
            "Roe",
            "-",
            "-\n",
            "- ",
            "—\n",
            "\f",
            "\n",
            " ",
            "and",
            "(",
            ".",
        ]
    ),
    max_size=30,
).map("".join)


def letters(text: str) -> str:
    return re.sub(r"[\s-]", "", text)


@given(PIECES)
def test_only_line_ends_and_hyphens_go(text: str) -> None:
    rejoined = rejoin_hyphens(text)
    assert letters(rejoined) == letters(text)
    rest = iter(text)
    assert all(character in rest for character in rejoined), "the output is a subsequence of the input"


@given(PIECES)
def test_nothing_goes_where_no_hyphen_stands(text: str) -> None:
    without = text.replace("-", " ").replace("—", " ")
    assert rejoin_hyphens(without) == without


def test_the_filing_decides_before_the_word_list() -> None:
    assert rejoin_hyphens("They co-operate. They co-\noperate.") == "They co-operate. They co-operate."
    assert rejoin_hyphens("They cooperate. They co-\noperate.") == "They cooperate. They cooperate."


def test_a_filing_that_does_not_hyphenate_keeps_its_prefixes() -> None:
    assert rejoin_hyphens("the pre-\ntrial order") == "the pre-trial order"
