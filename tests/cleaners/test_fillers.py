"""What fills space on the page without being text."""

from dataclasses import replace

import pytest

from cleaners.document import Document
from cleaners.fillers import find_fillers, strip_fillers
from cleaners.page import Token
from tests.cleaners.pages import document, removed, tokens


def scanned(page: list[Token]) -> Document:
    read = document(page)
    return replace(read, pages=tuple(replace(p, method="ocr") for p in read.pages))


@pytest.mark.parametrize("line", ["////", "/ / / /", "_______", "/", "***", "-----------", "____________)"])
def test_a_line_of_filler_goes(line: str) -> None:
    assert strip_fillers(f"DENIED.\n{line}\nSo ordered.\n") == "DENIED.\n\nSo ordered.\n"


@pytest.mark.parametrize("line", ["I I I", "III", "/ I /"])
def test_slashes_that_ocr_read_as_strokes_go_and_the_number_of_a_part_stays(line: str) -> None:
    assert strip_fillers(f"DENIED.\n{line}\n{line}\nSo ordered.\n") == "DENIED.\n\n\nSo ordered.\n"
    assert strip_fillers("DENIED.\nIII\nSo ordered.\n") == "DENIED.\nIII\nSo ordered.\n"


@pytest.mark.parametrize(
    "line", ["DATED: ____, 2030", "$ ____.", "and/or counsel", "/s/ Jane Roe", "(a) yes", "* * *"]
)
def test_text_stays(line: str) -> None:
    assert strip_fillers(line) == line


def test_the_pieces_of_a_drawn_bracket_go_from_text_on_one_line() -> None:
    text = "MARLA QUENT, ┐ Appellee, │ │ > No. 31-1821 v. │ PIOTR SANDOVER, │ Appellant. ┘"
    assert strip_fillers(text) == "MARLA QUENT, Appellee, No. 31-1821 v. PIOTR SANDOVER, Appellant."


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("- - - - - - - - - - - - - - - - x\nJANE ROE,\n", "\nJANE ROE,\n"),
        (
            "THE COURT OF OSTERLY - - - - - - - - - - - - x JANE ROE, Owner v. DOE : : : : No. 31-1351",
            "THE COURT OF OSTERLY JANE ROE, Owner v. DOE No. 31-1351",
        ),
        ("JANE ROE, Plaintiff. ) ) ) ) C.A. No. 31-155", "JANE ROE, Plaintiff. C.A. No. 31-155"),
    ],
)
def test_the_spaced_rules_and_the_column_of_an_argument_s_caption_go(text: str, left: str) -> None:
    assert strip_fillers(text) == left


SAID = " The owner of the barge says that the port had no right to sell it, and that the sale was void." * 3


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("JANE ROE, Plaintiff. ________________/ ORDER", "JANE ROE, Plaintiff. ORDER"),
        (
            "NEW YORK ---------------------- X : ROE, : : v. : : DOE : ------x ORDER",
            "NEW YORK ROE, v. DOE ORDER",
        ),
        (
            "JANE ROE, § APPEAL FROM THE 21ST OWNER V. § DISTRICT COURT THE PORT OF OSTERLY § OSTERLY COUNTY",
            "JANE ROE, APPEAL FROM THE 21ST OWNER V. DISTRICT COURT THE PORT OF OSTERLY OSTERLY COUNTY",
        ),
        (
            "ROE : Plaintiff : v. : : Debtor. ---------------No. 31-1351 DOE :",
            "ROE Plaintiff v. Debtor. No. 31-1351 DOE",
        ),
        (  # the Eighth Circuit's dots, in the letter of the font in which they were set
            "Jane Roe lllllllllllllllllPlaintiff - Appellant v. Doe lllllllllllllllllDefendant",
            "Jane Roe Plaintiff - Appellant v. Doe Defendant",
        ),
    ],
)
def test_the_rules_of_a_caption_on_one_line_go(text: str, left: str) -> None:
    assert " ".join(strip_fillers(text + SAID).split()) == left + SAID


def test_a_bracket_that_a_lost_quotation_mark_has_left_alone_stays() -> None:
    text = "In re: ) Roe Farms, ) ) ) Debtor. ) a hearing (the Hearing ) will be held"
    assert "(the Hearing ) will" in strip_fillers(text + SAID)
    assert "Roe Farms, Debtor. a hearing" in strip_fillers(text + SAID)


def test_a_captions_column_goes_whole() -> None:
    column = [(310.0, 200.0 + 14 * n, ")") for n in range(4)]
    parties = [(72.0, 200.0 + 14 * n, text) for n, text in enumerate(["JANE ROE,", "v.", "ACME", "CORP."])]

    assert removed(document(tokens(*parties, *column)), find_fillers) == [(") ) ) )", "caption column")]


def test_the_sections_of_a_title_in_a_cell_stay() -> None:
    parties = [(72.0, 200.0 + 14 * n, text) for n, text in enumerate(["JANE ROE,", "v.", "ACME", "CORP."])]
    title = [(330.0, 200.0, "MOTION PURSUANT TO 11 U.S.C."), (330.0, 214.0, "§§ 105(a) AND 363(b)")]
    column = [(310.0, 200.0 + 14 * n, ")") for n in range(4)]
    page = document(tokens(*parties, *column, *title))

    assert "§§ 105(a)" in page.edited(find_fillers(page), "fillers").text


def test_an_overprint_goes() -> None:
    page = [Token("Roseanne", 72, 94, 120, 106), Token("anne", 96, 94, 120, 106)]

    assert removed(document(page), find_fillers) == [("anne", "printed over another word")]


def test_what_a_scan_makes_of_the_boxes_of_a_verdict_goes() -> None:
    page = scanned(tokens((300.0, 200.0, "YES LJ NO mat")))

    assert page.edited(find_fillers(page), "fillers").text == "YES NO"


@pytest.mark.parametrize("text", ["Yes or no was all he said", "YES and NO are the answers"])
def test_a_sentence_with_yes_and_no_stays(text: str) -> None:
    page = scanned(tokens((72.0, 200.0, text)))

    assert list(find_fillers(page)) == []


@pytest.mark.parametrize(
    ("printed", "clean"),
    [
        ("3. | Do you find so?", "3. Do you find so?"),
        ("d. _— Belts.", "d. Belts."),
        ("h. — Bandanas.", "h. Bandanas."),
        (": ROE: I would be comfortable", "ROE: I would be comfortable"),
        ("_ related conduct of Roe", "related conduct of Roe"),
        (". Second, the mill was told", "Second, the mill was told"),
        ("- Since last summer the mill", "Since last summer the mill"),
        ("A. | don’t know.", "A. | don’t know."),
        ("3. “Do you find so?”", "3. “Do you find so?”"),
        (". . . and so it is", ". . . and so it is"),
        ("YES ____ ~~ NO ____", "YES ____ NO ____"),
        ("* * *", "* * *"),
        ("# * * .", "# * * ."),
    ],
)
def test_strokes_that_stand_where_none_is_printed_are_specks(printed: str, clean: str) -> None:
    page = scanned(
        [t._replace(confidence=0.2 if len(t.text) < 3 else 0.9) for t in tokens((72.0, 200.0, printed))]
    )
    assert page.edited(find_fillers(page), "fillers").text == clean


def test_a_stroke_stuck_to_a_choice_is_what_is_left_of_its_box() -> None:
    read = scanned(tokens((72, 100, "Petitioner _Appellee __Intervenor ____Amicus")))
    assert removed(read, find_fillers) == [("_", "checkbox"), ("__", "checkbox")]
    read = scanned(tokens((72, 100, "Petitioner: | Appearance of | counsel")))
    assert removed(read, find_fillers) == [("|", "checkbox")]


def test_the_stars_of_an_omission_stay_however_far_apart() -> None:
    stars = [
        t._replace(confidence=0.1)
        for t in tokens((250.0, 200.0, "*"), (300.0, 200.0, "*"), (350.0, 200.0, "*"))
    ]
    assert list(find_fillers(scanned(stars))) == []


def test_signs_beyond_the_margins_that_ocr_was_unsure_of_are_specks() -> None:
    text = [
        (108.0, 100.0 + 20 * n, "the court has read all of the papers that the parties filed")
        for n in range(6)
    ]
    beside = [
        (60.0, 120.0, "a"),
        (560.0, 140.0, "7"),
        (560.0, 160.0, "oO"),
        (60.0, 180.0, "3."),
        (560.0, 200.0, "of"),
    ]
    unsure = {"a": 0.1, "7": 0.5, "oO": 0.2, "3.": 0.5, "of": 0.6}
    page = scanned(
        [t._replace(confidence=unsure.get(t.text, 0.9)) for t in tokens(*text, *beside) if t.left != 0]
    )
    specks = [t for t, reason in removed(page, find_fillers) if reason == "speck"]
    assert [t for t in specks if t not in ("3.", "of")] == specks == ["a", "7", "oO"]


@pytest.mark.parametrize("run", ["_", "/ ", "- ", "_ ", " /", "._", "*", "=", " "])
@pytest.mark.parametrize("before", ["", " " * 2_000])
def test_a_long_run_of_signs_before_a_word_is_looked_through_once(run: str, before: str) -> None:
    """Patterns that try every way to part such a line would never come to its end."""
    text = f"{before}{run * 2_000}x y"
    assert strip_fillers(text).endswith("x y")


def test_the_court_s_name_in_the_margin_goes_from_text_on_one_line() -> None:
    prose = "the master of the barge told the port that the storm had spoiled all of the grain in the hold "
    side = "Western District of Osterly United States District Court "
    caption = "UNITED STATES DISTRICT COURT WESTERN DISTRICT OF OSTERLY "
    told = f"{prose}as the United States District Court for the Western District of Osterly knew that {prose}"
    assert strip_fillers(caption + prose + side + told + prose) == caption + prose + told + prose
    assert strip_fillers(side + told + prose) == side + told + prose


def test_a_bracket_of_the_column_that_touches_a_name_goes_with_it() -> None:
    parties = "ANN QUENT, ) ) Petitioner,) ) vs. ) ) PORT OF OSTERLY (the city,) ) Respondent.) Case No. 3 "
    text = strip_fillers(parties + "The owner of the barge says that it was sold. " * 12)

    assert text.startswith(
        "ANN QUENT, Petitioner, vs. PORT OF OSTERLY (the city,) Respondent. Case No. 3 The"
    )
