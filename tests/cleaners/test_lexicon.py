import pytest

from cleaners.lexicon import Vocabulary, common, is_word


@pytest.mark.parametrize(
    "word", ["jurisdiction", "JURISDICTION", "Appellee’s", "defendants'", "habeas", "movant", "filings"]
)
def test_words_of_filings_are_words(word: str) -> None:
    assert is_word(word)


@pytest.mark.parametrize(
    "junk", ["ofthe", "inthe", "APPE", "ALS", "juris", "nondispositive", "WKH", "", "1292"]
)
def test_what_ocr_makes_is_no_word(junk: str) -> None:
    assert not is_word(junk)


def test_common_words_are_few() -> None:
    assert common("the")
    assert common("court")
    assert not common("vacatur")
    assert not common("court", among=10)


def test_a_vocabulary_counts_without_regard_to_case() -> None:
    words = Vocabulary("The Court’s order. A court's order; cross-claim CROSS-CLAIM")
    assert words["order"] == 2
    assert words["Cross-claim"] == 2
    assert "claim" not in words
