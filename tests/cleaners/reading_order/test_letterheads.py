"""The letterheads of clerks' offices, and forms whose blanks are filled in by typing."""

from __future__ import annotations

from cleaners.document import Document
from cleaners.page import Token
from tests.cleaners.pages import FULL, Run, document, joined, prose, tokens


def middle(top: float, text: str) -> Run:
    return (306 - (6.0 * len(text) - 2.0 * text.count(" ")) / 2, top, text)


HEAD: list[Run] = [
    middle(80, "OSTERLY COURT OF APPEALS"),
    (72.0, 110.0, "PERPETUA MARRABLE"),
    middle(110, "2140 HARBOR ROAD"),
    (480.0, 110.0, "TELEPHONE"),
    middle(123, "OSTERLY, PA 19000"),
    (100.0, 130.0, "CLERK"),
    (480.0, 130.0, "215-555-0100"),
]


def test_what_stands_beside_a_centred_address_is_read_whole() -> None:
    made = document(tokens(*HEAD, *prose(72, 200, 6)))
    assert [made.source[z.start : z.end] for z in made.pages[0].zones] == [
        "PERPETUA MARRABLE\nCLERK",
        "2140 HARBOR ROAD\nOSTERLY, PA 19000",
        "TELEPHONE\n215-555-0100",
    ]
    assert made.source.startswith("OSTERLY COURT OF APPEALS\n\nPERPETUA")


def test_a_table_low_on_the_page_is_no_letterhead() -> None:
    rows: list[Run] = [
        run
        for n in range(3)
        for run in (
            (72.0, 400.0 + 14 * n, "Marrable"),
            middle(400.0 + 14 * n, "2032"),
            (480.0, 400.0 + 14 * n, "9"),
        )
    ]
    assert "cell" not in {z.kind for z in document(tokens(*prose(72, 100, 6), *rows)).pages[0].zones}


def filled(*blanks: Token) -> Document:
    typed = tokens((72.0, 100.0, "Marrable"), (250.0, 100.0, "Tidewell"), (234.0, 102.4, "v."), size=12.0)
    return document([*typed, *blanks, *tokens(*prose(72, 200, 6))])


def test_what_is_typed_over_a_blank_stands_for_it() -> None:
    made = filled(Token("_" * 25, 70, 97, 232, 108), Token("_" * 20, 253, 97, 360, 108))
    assert made.source.startswith("Marrable v. Tidewell\n")
    assert [z.kind for z in made.pages[0].zones] == ["overprint"]


def test_a_blank_beside_words_stays_one() -> None:
    made = filled(Token("_" * 20, 320, 97, 440, 108))
    assert "Tidewell ____________________" in made.source


def test_labels_one_below_the_other_are_one_block() -> None:
    letter: list[Run] = [
        (72.0, 300.0, "RE: Marrable v. Tidewell"),
        (72.0, 320.0, "Case Number: 32-2678"),
        (72.0, 340.0, "District Case Number: 2-32-cv-00180"),
    ]
    last = joined([*prose(72, 60, 6), *letter]).strip().split("\n\n")[-1]
    assert last.split("\n") == [text for _, _, text in letter]


def test_a_line_broken_before_its_time_amid_a_sentence_goes_on() -> None:
    page: list[Run] = [
        (108.0, 100.0, "the clerk says under oath that on this day I"),
        (72.0, 124.0, FULL),
        *prose(72, 160, 4),
    ]
    assert " day I the court" in joined(page)
