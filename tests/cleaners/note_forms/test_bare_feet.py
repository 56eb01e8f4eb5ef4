"""Notes at the foot of pages of bare text, as the programs that dump PDFs put them."""

import pytest

from cleaners import clean, move_footnotes, normalize_footnote_marks, strip_folios
from tests.cleaners.pages import notes_of

LINES = [f"the owner of the barge says that the port had no right to sell it {n}" for n in ("at", "by", "so")]
BODY = "\n".join(LINES * 4)
NOTE = "The master of the port died that day, as his widow says."


def cleaned(text: str) -> str:
    return move_footnotes(normalize_footnote_marks(text))


@pytest.mark.parametrize(
    ("call", "marked"),
    [
        ("to the port. 1 (Doc. 55-1.) It", "to the port.[^1] (Doc. 55-1.) It"),
        ("(“First Judge”) 1 entered the order", "(“First Judge”)[^1] entered the order"),
        ("the wreck (his own).1", "the wreck (his own).[^1]"),
        ("(Poe, J., concurring (in part)).1", "(Poe, J., concurring (in part)).[^1]"),
        ("II. BACKGROUND1", "II. BACKGROUND[^1]"),
        ("Dkt. 9 at 7.1 Under the rule", "Dkt. 9 at 7.[^1] Under the rule"),
        ("accepted in full. 1 [Doc. 14]. On", "accepted in full.[^1] [Doc. 14]. On"),
        ("William T. Drake 1, Jane Roe", "William T. Drake[^1], Jane Roe"),
        ("of bankrupt entities 1 (“owners”). The", "of bankrupt entities[^1] (“owners”). The"),
        ("II. FACTS 1", "II. FACTS[^1]"),
        (
            "Before POE, Chief Judge, and DORR,1 District Judge.",
            "Before POE, Chief Judge, and DORR,[^1] District Judge.",
        ),
        ("Judgment at 1–2.1 He moves", "Judgment at 1–2.[^1] He moves"),
    ],
)
@pytest.mark.parametrize("opening", ["       1\n           ", "1\n\n", "1"])
def test_what_only_a_note_that_stands_so_shows_to_be_its_call(call: str, marked: str, opening: str) -> None:
    text = cleaned(f"{call}\n{BODY}\n\n{opening}{NOTE}\n\fIt is so ordered.\n")
    assert text.startswith(f"{marked}\n")
    assert notes_of(text) == [f"[^1]: {NOTE}"]


@pytest.mark.parametrize(
    "call",
    ["see Exh. 1 (the lease).", "under Rule 4.1 The port", "the ship COVID1 sank", "see Exh. 1 [the lease]"],
)
def test_what_is_no_call_though_such_a_note_stands_below(call: str) -> None:
    text = f"{call}\n{BODY}\n\n       1\n           {NOTE}\n\fIt is so ordered.\n"
    assert cleaned(text) == text


def test_a_note_may_be_a_web_address() -> None:
    text = cleaned(
        f"“It was sold.” 1\nIt sank.2\n{BODY}\n"
        "1 https://osterly.example/barge.\n2 The port says so.\n\fSo ordered.\n"
    )
    assert notes_of(text) == ["[^1]: https://osterly.example/barge.", "[^2]: The port says so."]


def test_a_note_without_a_call_opens_above_one_that_is_called() -> None:
    text = cleaned(f"See § 2.1 The port paid.2\n{BODY}\n\n1Roe says so.\n\n2Poe says so.\n\fSo ordered.\n")
    assert notes_of(text) == ["[^1]: Roe says so.", "[^2]: Poe says so."]


BELOW = f"       2\n           {NOTE}\n"


@pytest.mark.parametrize(
    ("first", "second", "notes"),
    [
        pytest.param(
            "The port is the one that the law has",
            f"They sank.2\n{BODY}\n\n\n\nnamed below.\n{BELOW}",
            ["The port is the one that the law has named below.", NOTE],
            id="goes on above the next one",
        ),
        pytest.param(
            "Roe says so.",
            f"They sank.2\n{BODY}\n\n\n\nnamed below.\n{BELOW}",
            ["Roe says so.", NOTE],
            id="has ended, and what stands above the next is no rest of it",
        ),
        pytest.param(
            "The port, see Doc. 9 at 8. Neither",
            f"They sank.\n{BODY}\n\n\n\nthe owner nor the master says so.\n",
            ["The port, see Doc. 9 at 8. Neither the owner nor the master says so."],
            id="has its rest alone at the foot",
        ),
    ],
)
def test_a_note_that_a_page_has_cut_goes_on_at_the_next_ones_foot(
    first: str, second: str, notes: list[str]
) -> None:
    pages = f"He paid the port.1\n{BODY}\n\n       1\n           {first}\n", second, "So ordered.\n"
    assert notes_of(cleaned("\f".join(pages))) == [f"[^{n}]: {note}" for n, note in enumerate(notes, 1)]


def test_a_note_may_stand_above_its_number() -> None:
    pages = (
        f"He paid.1 It sank 2 there.\n{BODY}\n\nRoe says so, and\nhis widow too.\n1\n\nPoe does.\n2\n\n7\n",
        f"They sank.3\n{BODY}\n\n{NOTE}\n3\n\n8\n",
        "So ordered.\n\n9\n",
    )
    text = clean("\f".join(pages))
    assert notes_of(text) == ["[^1]: Roe says so, and his widow too.", "[^2]: Poe does.", f"[^3]: {NOTE}"]
    assert text.startswith("He paid.[^1] It sank[^2] there.")


def test_a_last_number_that_does_not_count_on_is_no_notes() -> None:
    text = f"He paid the port on May 5 and so on.\n{BODY}\n\n{NOTE}\n5\n\fSo ordered.\n"
    assert cleaned(text) == text


def test_the_number_above_a_notes_text_is_no_folio() -> None:
    pages = (f"He paid the port. 1\n\n{BODY}\n\n       1\n        {NOTE}\n", f"{BODY}\n\n     2\n")
    assert strip_folios("\f".join(pages)).split("\f")[0] == pages[0]


def test_the_number_above_what_a_dump_put_out_of_its_order_is_a_folio() -> None:
    pages = [f"{BODY}\n{n}\nas the owner of the barge says that it was.\n" for n in (42, 43, 44)]
    assert "43" not in strip_folios("\f".join(pages))


@pytest.mark.parametrize("mark", ["*", "1"])
def test_a_raised_mark_may_stand_below_the_first_line_of_its_note(mark: str) -> None:
    note = f"        After this the panel has found\n        {mark}\n\nthat no argument would help.\n"
    text = cleaned(f"ORDER AND JUDGMENT {mark}\n{BODY}\n\n\n{note}\fSo ordered.\n")
    assert notes_of(text) == [f"[^{mark}]: After this the panel has found that no argument would help."]
    assert text.startswith(f"ORDER AND JUDGMENT[^{mark}]\n")


def test_the_numbers_of_notes_that_stand_one_above_the_other_are_no_margins() -> None:
    calls = "\n".join(f"as the port has said,{n} and" for n in range(3, 11))
    notes = "".join(f"{n}\n   ECF No. 18, Ex. A ¶ {n}.\n" for n in range(3, 11))
    text = clean(f"{calls}\n{BODY}\n\n\n{notes}\fSo ordered.\n")
    assert notes_of(text) == [f"[^{n}]: ECF No. 18, Ex. A ¶ {n}." for n in range(3, 11)]


@pytest.mark.parametrize("sign", ["1", "*"])
@pytest.mark.parametrize("rule", ["", "____________\n"])
def test_text_goes_on_below_a_note_where_no_page_and_no_blank_line_ends_it(sign: str, rule: str) -> None:
    note = "The widow of the master says so\nin her brief."
    text = clean(f"The wreck sank.{sign}\n{BODY}\n{rule}{sign}\n{note}\nFACTS\n{BODY}.\n")
    assert text.endswith(f"\n\n[^{sign}]: The widow of the master says so in her brief.\n")
    assert "FACTS" in text
