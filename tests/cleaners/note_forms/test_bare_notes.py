"""Footnotes of text that has no boxes."""

import pytest

from cleaners import clean, move_footnotes, normalize_footnote_marks
from tests.cleaners.pages import notes_of

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


@pytest.mark.parametrize("wide", [1, 5])
def test_notes_below_their_numbers_end_a_text_whose_paragraphs_are_lines(wide: int) -> None:
    said = " ".join(LINES * wide)
    text = clean(
        f"{said}.\n\nThe board found it sold.1 {said}.\n\n{said}, sold lawfully.2\n\n"
        "1\n\nThe board sat in May.\n\n2\n\nId. at 12.\n"
    )
    assert text.endswith("[^1]: The board sat in May.\n\n[^2]: Id. at 12.\n")


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


def test_a_note_in_a_dump_is_moved_from_within_its_word() -> None:
    dump = "had a close rela-\n\n——————\n  1 The rule is\n\nolder than that.\n\ftionship.1 So held."
    marked = normalize_footnote_marks(dump)
    assert "[^1]: The rule is" in marked
    assert move_footnotes(marked).endswith("[^1]: The rule is\nolder than that.")


def test_a_number_glued_to_its_sentence_calls_the_note_of_its_page() -> None:
    dump = "Roe, supra, at 216.1 Aside from it, section 12 lies 1.1 miles off.\n____\n1 The rule.\n\fNext."
    assert normalize_footnote_marks(dump).startswith(
        "Roe, supra, at 216.[^1] Aside from it, section 12 lies 1.1"
    )


def test_a_note_that_a_citation_names_is_not_called_there() -> None:
    dump = "See Roe, 550 U.S. at 510 n.3 (2031). The port paid.3\n____\n3 The rule.\n\fNext."
    assert "510 n.3 (2031). The port paid.[^3]" in normalize_footnote_marks(dump)


@pytest.mark.parametrize(
    "cut",
    ["Roe v. Doe,\n12 F.4th 34 (2d Cir. 2031)", "7 F.4th 9,\n12 (2d Cir. 2031)", "as in\n12 C.F.R. § 7"],
)
def test_a_line_that_goes_on_with_a_citation_opens_no_note(cut: str) -> None:
    dump = f"It is so held.12 The port paid.\nIt was told of it, and so says {cut}.\nThe barge was sold.\n"
    assert "[^12]:" not in normalize_footnote_marks(dump)


FLAT = (
    "ROE v. DOE MEMORANDUM * APPEAL from the District Court * This disposition is not precedent except as "
    "provided by 9th Cir. R. 36-3. Argued May 1. Before: POE, District Judge.** Roe appeals. "
    + "The burden was his to bear, and he bore it. "
    * 12
    + "Doe bore the burden of ** The Honorable Jane Poe, United States District Judge, sits by designation. "
    "2 having to respond. AFFIRMED."
)


def test_a_symbols_note_holds_all_that_a_circuit_says_of_argument_and_of_citing() -> None:
    note = (
        "After examining the briefs, the panel has determined to decide the appeal on them. See Fed. R. App. "
        "P. 34(f). The case is therefore ordered submitted without oral argument. This order and judgment is "
        "not binding precedent. It may be cited, however, for its persuasive value consistent with 10th Cir. "
        "R. 32.1."
    )
    body = "Jane Roe appeals a decision of the port. " + " ".join(LINES * 8)
    text = f"ORDER AND JUDGMENT* Before ROE, DOE and POE, Circuit Judges. * {note} {body}"
    assert notes_of(move_footnotes(normalize_footnote_marks(text))) == [f"[^*]: {note}"]


def test_a_symbols_note_without_a_stop_ends_where_the_caption_begins() -> None:
    text = (
        "Jane Roe (OR Bar No. 12345)* Port Watch, 12 Pier Road, Harrow, OR 97211 Attorneys for Plaintiff "
        "*Seeking admission pro hac vice IN THE UNITED STATES DISTRICT COURT FOR THE DISTRICT OF OREGON PORT "
        "OF HARROW, Plaintiff, v. JOHN DOE, Defendant. 1. The port owns the barge that sank in its harbor."
    )
    assert notes_of(move_footnotes(normalize_footnote_marks(text))) == [
        "[^*]: Seeking admission pro hac vice"
    ]


def test_a_note_that_cuts_a_sentence_does_not_end_at_an_abbreviation() -> None:
    text = (
        f"The port sold it to Doe.1 {'He bore the burden of it. ' * 20}The owner asks for all that was in "
        "the hold and 1 Another owner was dismissed from the action. Rigging. (Id. at 80-82.) He lost."
    )
    assert notes_of(move_footnotes(normalize_footnote_marks(text))) == [
        "[^1]: Another owner was dismissed from the action."
    ]


def test_symbol_notes_of_flattened_text_end_with_their_sentence() -> None:
    text = move_footnotes(normalize_footnote_marks(FLAT))
    assert "MEMORANDUM[^*] APPEAL" in text
    assert "Judge.[^**] Roe" in text
    assert " ".join(text.split("[^*]:")[0].split()).endswith("the burden of having to respond. AFFIRMED.")
    assert notes_of(text) == [
        "[^*]: This disposition is not precedent except as provided by 9th Cir. R. 36-3.",
        "[^**]: The Honorable Jane Poe, United States District Judge, sits by designation.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The claim fails.\n* * *\nThe order stands.",
        "See Roe, 1 F.2d at 5.\n1 The first page\n2 The second page",
        "It lies at 2.7 miles. See Rule 26.1 Disclosure.",
        "He said “no.” 2 Wigmore says so.",
    ],
)
def test_bare_text_without_notes_stays(text: str) -> None:
    assert move_footnotes(normalize_footnote_marks(text)) == text


@pytest.mark.parametrize(
    ("call", "marked"),
    [
        ("of Penal Code section 22210,1 which", "section 22210,[^1] which"),
        ("under 35 U.S.C. § 101.1 The owner", "35 U.S.C. § 101.[^1] The owner"),
    ],
)
def test_a_call_that_touches_a_section_s_number_in_text_on_one_line(call: str, marked: str) -> None:
    said = " ".join(LINES * 5)
    text = cleaned(f"{said} {call} {said} was denied. 1 All references are to the Penal Code. {said}\n")
    assert marked in text
    assert "[^1]: All references are to the Penal Code." in text
