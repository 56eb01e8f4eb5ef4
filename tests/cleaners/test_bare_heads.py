"""Heads, folios and notes in text whose lines were run together."""

from cleaners import clean, strip_running_heads

SENTENCE = (
    "the owner of the barge says that the port had no right to sell what it had raised from the harbor, "
)


def page(number: int, head: str) -> str:
    """A page of a slip opinion that ends in the middle of a sentence."""
    return f"{SENTENCE * 8}and {head.format(number)} "


def test_a_slip_opinions_heads_go_with_their_folios() -> None:
    text = "".join(
        page(n, "MARRABLE v. TIDEWELL {}" if n % 2 else "{} MARRABLE v. TIDEWELL") for n in range(207, 213)
    )
    assert "MARRABLE" not in strip_running_heads(text)
    assert strip_running_heads(text).count(SENTENCE) == 48


def test_a_case_named_in_capitals_stays() -> None:
    text = (
        SENTENCE * 8
        + "and MARRABLE v. TIDEWELL, 793 F.2d 1072, says so; MARRABLE v. TIDEWELL 2 is not cited."
    )
    assert strip_running_heads(text) == text


def test_what_stands_beside_every_stamp_goes_but_the_first_naming_of_the_court() -> None:
    stamp = "Case 2:29-cv-00208-TLN Document 209 Filed 04/22/30 Page {} of 3"
    head = "UNITED STATES DISTRICT COURT FOR THE HARBOR DISTRICT"
    text = " ".join(
        f"{stamp.format(n)} {head} {SENTENCE * 6}and so it rests. {n} DEFENDANT'S MOTION TO DISMISS"
        for n in (1, 2, 3)
    )
    cleaned = clean(text)
    assert cleaned.count("UNITED STATES DISTRICT COURT") == 1
    assert "MOTION TO DISMISS" not in cleaned
    assert cleaned.count(SENTENCE.strip()) == 18


def test_a_note_at_the_foot_of_a_flattened_page_moves_to_the_end() -> None:
    stamp = "Case 2:29-cv-00208-TLN Document 209 Filed 04/22/30 Page {} of 3"
    text = (
        f"{stamp.format(1)} {SENTENCE * 5}as it told the master.1 {SENTENCE * 3}and for this the master "
        f"1 The master died. See ECF No. 9. His heirs are parties. {stamp.format(2)} of the port pays. "
        f"{SENTENCE * 6}{stamp.format(3)} So ordered."
    )
    cleaned = clean(text)
    assert "as it told the master.[^1] the owner" in cleaned
    assert "and for this the master of the port pays." in cleaned
    assert cleaned.endswith("[^1]: The master died. See ECF No. 9. His heirs are parties.\n")
