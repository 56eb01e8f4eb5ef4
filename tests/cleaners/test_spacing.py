import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaners.document import Document
from cleaners.page import Page, Word
from cleaners.reading_order.layout import Sheet, read_in_order
from cleaners.spacing import find_spacing, repair_spacing
from tests.cleaners.pages import tokens

TEXT = st.lists(
    st.sampled_from(
        [
            "C O U R T",
            "APPE",
            "ALS",
            "of",
            "the",
            "ofthe",
            " ",
            "  ",
            "\t",
            "\n",
            "\f",
            ",",
            " .",
            ".",
            "U",
            "S",
            "a",
            "1292",
            "(b)",
            "K. M. POOL",
        ]
    ),
    max_size=30,
).map("".join)


def unspaced(text: str) -> str:
    return re.sub(r"[ \t]", "", text)


@given(TEXT)
def test_only_blanks_change(text: str) -> None:
    assert unspaced(repair_spacing(text)) == unspaced(text)


@given(st.text(max_size=100))
def test_only_blanks_change_in_any_text(text: str) -> None:
    assert unspaced(repair_spacing(text)) == unspaced(text)


@given(TEXT)
def test_no_run_of_blanks_and_no_trailing_blank_is_left(text: str) -> None:
    clean = repair_spacing(text)
    assert not re.search(r"(?<=\S)[ \t]{2,}(?=\S)", clean)
    assert not re.search(r"[ \t]+(?=[\n\f]|\Z)", clean)


def test_a_typed_word_stays_whatever_the_filing_prints_apart_elsewhere() -> None:
    runs = ((72.0, 80.0, "Roe filed the claimform of May"), (72.0, 95.0, "and a claim form of June."))
    for method, glued in (("text layer", "claimform"), ("ocr", "claim form")):
        document = read_in_order([Sheet(1, 612.0, 792.0, tokens(*runs), method=method)])
        assert f"the {glued} of May" in document.edited(find_spacing(document), by="spacing").text


@pytest.mark.parametrize(
    ("printed", "clean"),
    [
        ("Ifyou answered no", "If you answered no"),
        ("the trustor and the optionor", "the trustor and the optionor"),
        ("notonly so", "not only so"),
        ("the requirementis met", "the requirement is met"),
        ("ask forthe trialfor it", "ask for the trial for it"),
        ("ask whethera motion lies", "ask whether a motion lies"),
        ("Wella and Onslow", "Wella and Onslow"),
        ("Mr. Goldin and Ms. Forman", "Mr. Goldin and Ms. Forman"),
        ("neratinib", "neratinib"),
        ("it was toa court and when shesawa clerk", "it was to a court and when shesawa clerk"),
        ("he reacheda way; Whena party asks fora stay", "he reached a way; When a party asks for a stay"),
        ("as in origina], by origina party", "as in origina], by origin a party"),
        ("Mr. Lowa sold pizza and data to Ms. Ina", "Mr. Lowa sold pizza and data to Ms. Ina"),
        ("Estate ofBarnaby by theRoe of McRoe", "Estate of Barnaby by the Roe of McRoe"),
        ("one forum of two fora that", "one forum of two fora that"),
        ("Id. at 10,70. Roe v. Poe Corp.,405 F.3d 1", "Id. at 10, 70. Roe v. Poe Corp., 405 F.3d 1"),
        ("11 U.S.C.§ 1107; pages 5,6 of 1,3-diol", "11 U.S.C. § 1107; pages 5, 6 of 1,3-diol"),
        ("Id. at362. He paid $10,70 of 1,10,70", "Id. at 362. He paid $10,70 of 1,10,70"),
    ],
)
def test_small_words_that_ocr_ran_together_part_and_names_do_not(printed: str, clean: str) -> None:
    read = read_in_order([Sheet(1, 612.0, 792.0, tokens((72.0, 100.0, printed)), method="ocr")])
    assert read.edited(find_spacing(read), by="spacing").text.strip() == clean


def test_each_spelling_of_words_that_the_filing_prints_apart_is_parted() -> None:
    text = "The verdict form was read. A Verdictform; the VERDICTFORM; a verdictform."
    assert repair_spacing(text) == (
        "The verdict form was read. A Verdict form; the VERDICT FORM; a verdict form."
    )


@pytest.mark.parametrize(
    ("points", "wide", "printed"),
    [
        ("order...", 6 * 5 + 18, "order . . ."),
        ("order...", 6 * 5 + 9, "order..."),
        ("...", 18, ". . ."),
        ("...", 9, "..."),
        (".. .", 30, ". . ."),
    ],
)
def test_the_points_of_an_ellipsis_stand_apart_where_they_are_so_wide(
    points: str, wide: float, printed: str
) -> None:
    before = tokens((72.0, 100.0, "The court may by its"))
    first = before[-1].right + 4
    parts = [t for n, part in enumerate(points.split(" ")) for t in tokens((first + 20 * n, 100.0, part))]
    parts[0] = parts[0]._replace(right=first + wide / len(parts))
    read = read_in_order([Sheet(1, 612.0, 792.0, [*before, *parts], method="ocr")])
    assert read.edited(find_spacing(read), by="spacing").text.strip() == f"The court may by its {printed}"


def test_a_letter_spaced_word_is_one_piece_with_the_gap_behind_it() -> None:
    document = Document.from_text("C O U R T  O F  A  C L A I M S")
    spaced = document.edited(find_spacing(document), by="spacing")
    assert [(piece.text, piece.start, piece.end) for piece in spaced.pieces] == [
        ("COURT ", 0, 11),
        ("OF ", 11, 16),
        ("A", 16, 17),
        (" ", 17, 19),
        ("CLAIMS", 19, 30),
    ]


def test_the_place_of_a_letter_spaced_word_is_that_of_its_letters() -> None:
    source = "C O U R T  O F"
    letters = [at for at, letter in enumerate(source) if letter != " "]
    words = tuple(Word(at, at + 1, 100 + 9 * at, 700, 106 + 9 * at, 712, 1.0) for at in letters)
    document = Document.from_pages(source, [Page(1, 0, len(source), 612, 792, words)])
    [line] = document.edited(find_spacing(document), by="spacing").lines
    assert {line.text_of(word): word.start for word in line.words} == {"COURT": 0, "OF": 6}
