import pytest

from cleaners.lexicon import Vocabulary, common, is_word


@pytest.mark.parametrize(
    "word", ["jurisdiction", "JURISDICTION", "Appellee’s", "defendants'", "habeas", "movant", "filings"]
)
def test_words_of_filings_are_words(word: str) -> None:
    assert is_word(word)


@pytest.mark.parametrize(
    "pair",
    [
        "assignor assignee", "bailor bailee", "covenantor covenantee", "endorser endorsee",
        "indemnitor indemnitee", "indorser indorsee", "invitor invitee",
        "lessor lessee", "licensor licensee", "mortgagor mortgagee",
        "optionor optionee", "pledgor pledgee", "releasor releasee", "sublessor sublessee",
        "transferor transferee", "trustor settlor",
    ],
)  # fmt: skip
def test_who_gives_and_who_takes_is_a_word_alone_and_with_others(pair: str) -> None:
    assert all(is_word(form) for role in pair.split() for form in (role, f"{role}s", f"{role}’s"))


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
