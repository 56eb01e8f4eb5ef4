"""Heads, folios and notes in text whose lines were run together."""

import pytest

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


def test_heads_that_end_in_page_go() -> None:
    text = "".join(page(n, "Nos. 29-3045/3046 Marrable v. Tidewell Page {}") for n in range(2, 6))
    assert strip_running_heads(text).split() == (f"{SENTENCE * 8}and " * 4).split()


def test_a_docket_number_beside_every_stamp_goes() -> None:
    stamp = "Case: 29-30457 Document: 68-1 Page: {} Date Filed: 05/08/2032"
    text = "".join(f"{SENTENCE * 8}and {stamp.format(n)} No. 29-30457 " for n in (2, 3, 4))
    assert clean(text).split() == (f"{SENTENCE * 8}and " * 3).split()


def test_a_name_in_capitals_goes_with_what_always_stands_beside_it() -> None:
    head = "PORT OF HARROW V. MARRABLE Opinion of the Court "
    text = f"The port appeals. {SENTENCE * 6}and {head}{SENTENCE * 6}so {head}{SENTENCE * 6}."
    assert "HARROW" not in strip_running_heads(text)
    assert "Opinion" not in strip_running_heads(text)


def test_pages_that_a_sentence_cites_stay() -> None:
    text = "".join(page(n, "the survey of the hull at Page {} says the") for n in (2, 4, 7))
    assert strip_running_heads(text) == text


def test_folios_between_dashes_go_and_no_number_of_a_sentence_with_them() -> None:
    text = "".join(f"{SENTENCE * 6}about 1 ton and 2 tons and -{n}- " for n in (2, 3, 4))
    assert clean(text).split() == (f"{SENTENCE * 6}about 1 ton and 2 tons and " * 3).split()


def test_the_numbers_of_a_title_page_go_whose_first_lines_are_empty() -> None:
    text = (
        "1 2 3 UNITED STATES DISTRICT COURT 4 DISTRICT OF HARROW 5 6 JANE ROE, 7 Plaintiff, 8 v. ORDER 9 "
        "ACME CORP., 10 Defendant. 11 The motion of the plaintiff for an 12 order is denied."
    )
    assert not any(c.isdigit() for c in clean(text))


def test_heads_of_the_supreme_court_go_and_numbers_that_call_notes_are_no_folios() -> None:
    pages = (
        f"{SENTENCE * 5}and that it paid. 1 And {SENTENCE * 2}—————— 1 The master died.",
        f"2 MARRABLE v. TIDEWELL Per Curiam so {SENTENCE * 5}",
        f"Id., at 4. 2 And {SENTENCE * 2}—————— 2 He had heirs.",
        f"Cite as: 629 U. S. ____ (2032) 3 Per Curiam so {SENTENCE * 5}and",
        "4 MARRABLE v. TIDEWELL Per Curiam so it is.",
    )
    text = " ".join(pages)
    cleaned = clean(text)
    assert not any(word in cleaned for word in ("MARRABLE", "Curiam", "Cite", "—"))
    assert "it paid.[^1] And" in cleaned
    assert "Id., at 4.[^2] And" in cleaned
    assert cleaned.endswith("[^1]: The master died.\n\n[^2]: He had heirs.\n")


def test_the_title_of_each_opinion_stays_and_the_part_below_a_head_goes() -> None:
    title = "ADA MARRABLE, PETITIONER v. OLA TIDEWELL, WARDEN ON WRIT OF CERTIORARI TO THE COURT OF OSTERLAND"
    lead, dissent = "Opinion of the Court", "QUENT, J., dissenting"
    text = " ".join(
        f"{title} [January 10, 2032] {SENTENCE * 8}and 2 MARRABLE v. TIDEWELL {part} so {SENTENCE * 8}"
        f"and Cite as: 629 U. S. ____ (2032) 3 {part} so it is. {SENTENCE * 4}"
        for part in (lead, dissent)
    )
    cleaned = strip_running_heads(text)
    assert cleaned.count(title) == 2
    assert not any(words in cleaned for words in ("MARRABLE v.", "Cite as", lead, dissent))


@pytest.mark.parametrize(
    "foot",
    ["ORDER GRANTING THE OWNER’S MOTION PAGE -{}", "ORDER DENYING MOTION TO STAY ~ {}", "ORDER - PAGE {}"],
)
def test_a_footer_that_ends_in_its_page_goes_from_text_on_one_line(foot: str) -> None:
    text = "".join(page(n, foot) for n in (1, 2, 3))
    left = strip_running_heads(f"{text}It is so ordered.")
    assert "ORDER" not in left
    assert left.count(SENTENCE) == 24
