"""Footnotes of text that has no boxes."""

import pytest

from cleaners import clean, move_footnotes, normalize_footnote_marks

LINES = [f"the owner of the barge says that the port had no right to sell it {n}" for n in ("at", "by", "so")]
BODY = "\n".join(LINES * 4)


def cleaned(text: str) -> str:
    return move_footnotes(normalize_footnote_marks(text))


@pytest.mark.parametrize(
    ("call", "number"),
    [
        ("that it paid.12 The port\nsays so.", "12"),  # an excerpt begins with any note
        ("Memorandum Opinion 1\n\nThe port says so.", "1"),
        ("made a series of calls 1 to the port.", "1"),
        ("who had proven to be reliable, 1 made a call.", "1"),
        ("for the port. 1\n\n", "1"),
        ("He paid in 2012. 1 Id. at 5.", "1"),
    ],
)
def test_a_note_whose_number_stands_alone_on_its_line(call: str, number: str) -> None:
    text = cleaned(
        f"{call}\n{BODY}\n\n      {number}\n      The master died that day.\n\fIt is so ordered.\n"
    )
    assert f"[^{number}]" in text.split("\f")[0]
    assert text.split("\n\n")[-1].strip().startswith(f"[^{number}]: The master died")


@pytest.mark.parametrize(
    "call", ["a motion under Rule 1 of the port.", "at least 1 of the port.", "on May 1 of that year."]
)
def test_a_number_of_the_sentence_calls_no_note(call: str) -> None:
    text = f"{call}\n{BODY}\n\n      1\n      The master died that day.\n\fIt is so ordered.\n"
    assert cleaned(text) == text


def test_an_excerpts_first_note_on_one_line_may_bear_any_number() -> None:
    body = " ".join(LINES * 4)
    text = cleaned(f"It paid.12 So {body}, and that it 12 Although the master died, he had heirs. was paid.")
    assert "It paid.[^12] So" in text
    assert "[^12]: Although the master died, he had heirs." in text


def test_the_volume_of_a_citation_opens_no_note() -> None:
    body = " ".join(LINES * 4)
    text = f"So Marrable, 236 N.C. App. at 365. {body}. In Marrable, 236 N.C. App. at 365, {body}."
    assert cleaned(text) == text


def test_a_symbols_note_goes_on_to_its_pages_end() -> None:
    body = " ".join(LINES * 8)
    note = "Justice Roe is retired. Justice Doe is recused. Judge Poe sits by designation."
    text = clean(f"Before Roe, Doe and Poe, Justices.* {body} * {note} -2- {body} -3- It is so ordered.")
    assert text.endswith(f"[^*]: {note}\n")


@pytest.mark.parametrize(
    "end", ["on May 3, 2029.", "See Roe v. Doe, 793 F.2d 1072 (9th Cir. 1986).", "at once."]
)
def test_a_note_is_called_behind_a_year_and_one_that_is_not_called_ends_no_count(end: str) -> None:
    sold = ("The port sold the barge", "So said the master of it,", "He told the owner of that")
    pages = [
        f"{sold[n - 1]} {end}{call}\nThe owner then sued.\n{n} The port says that it did not know."
        for n, call in ((1, "1"), (2, ""), (3, "3"))
    ]
    text = clean("\n\f".join(pages))
    assert all(f"{end}[^{n}] The owner" in text and f"[^{n}]: The port says" in text for n in (1, 3))
