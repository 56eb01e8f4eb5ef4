"""Captions, and a date or an address beside a signature."""

import pytest

from cleaners.margins import Token
from cleaners.page import Rule
from tests.cleaners.pages import Run, document, tokens


def cells(page: list[Token], *rules: Rule, kind: str = "cell") -> list[str]:
    read = document(page, rules=rules)
    return [read.source[z.start : z.end] for z in read.pages[0].zones if z.kind == kind]


PARTIES: list[Run] = [
    (72.0, 200.0, "JANE ROE,"),
    (120.0, 214.0, "Plaintiff,"),
    (100.0, 228.0, "v."),
    (72.0, 242.0, "ACME CORP.,"),
    (120.0, 256.0, "Defendant."),
]
LEFT = "JANE ROE,\nPlaintiff,\nv.\nACME CORP.,\nDefendant."
NUMBER: Run = (360.0, 214.0, "No. 30-cv-1234")


@pytest.mark.parametrize("mark", [")", ":", "|", "*", "§", "]"])
def test_a_column_of_marks_parts_the_cells(mark: str) -> None:
    column = [(310.0, middle, mark) for _, middle, _ in PARTIES]
    page = tokens(*PARTIES, NUMBER, *column)

    assert cells(page) == [LEFT, NUMBER[2]]
    assert cells(page, kind="fence") == [" ".join([mark] * 5)]


def test_a_tall_brace_in_three_pieces_parts_the_cells() -> None:
    brace = [
        Token(glyph, 310, top, 320, top + 26)
        for glyph, top in (("\uf8fc", 186.0), ("\uf8fd", 222.0), ("\uf8fe", 258.0))
    ]

    assert cells([*tokens(*PARTIES, NUMBER), *brace]) == [LEFT, NUMBER[2]]


def test_a_brace_of_dashes_is_a_fence_whole() -> None:
    texts = ["X", "-", "-", "-", ",", ">", "-", "-", "N"]
    stack = [Token(text, 310, 188 + 8.0 * n, 312, 212 + 8.0 * n) for n, text in enumerate(texts)]
    page = [*tokens(*PARTIES, NUMBER), *stack]

    assert cells(page) == [LEFT, NUMBER[2]]
    assert cells(page, kind="fence") == [" ".join(texts)]


def test_a_misread_mark_goes_with_its_column() -> None:
    column = [(310.0, middle, "2" if index == 2 else ":") for index, (_, middle, _) in enumerate(PARTIES)]

    assert cells(tokens(*PARTIES, NUMBER, *column), kind="fence") == [": : 2 : :"]


def test_sections_of_a_list_of_statutes_are_no_column_of_marks() -> None:
    page = tokens(*((200.0, 100 + 14.0 * n, f"28 U.S.C. § {1331 + n}") for n in range(8)))

    assert cells(page, kind="fence") == []


def test_a_case_without_an_adversary_has_a_caption_too() -> None:
    page = tokens((72.0, 200.0, "In re: JOHN Q. ROE"), (400.0, 200.0, "No. 30-800"))

    assert cells(page) == ["In re: JOHN Q. ROE", "No. 30-800"]


def test_an_appellate_caption_across_the_page_is_no_pair_of_cells() -> None:
    page = tokens((250.0, 200.0, "JANE ROE,"), (360.0, 220.0, "Appellant,"), (300.0, 240.0, "v."))

    assert cells(page) == []


def test_an_address_beside_a_signature_is_read_whole() -> None:
    page = tokens(
        (330.0, 400.0, "s/ Jane Q. Roe"),
        (72.0, 414.0, "ROE AND DOE LLP"),
        (330.0, 414.0, "Jane Q. Roe"),
        (72.0, 428.0, "100 Elm Street"),
        (330.0, 428.0, "Bar No. 12345"),
        (72.0, 442.0, "Arcadia, GA 30309"),
        (72.0, 456.0, "(404) 555-0100"),
    )

    assert cells(page) == [
        "ROE AND DOE LLP\n100 Elm Street\nArcadia, GA 30309\n(404) 555-0100",
        "s/ Jane Q. Roe\nJane Q. Roe\nBar No. 12345",
    ]


def test_the_blanks_of_a_form_are_not_an_address() -> None:
    page = tokens(
        (72.0, 414.0, "Telephone:"),
        (330.0, 414.0, "404-555-0100"),
        (72.0, 428.0, "Fax:"),
        (330.0, 428.0, "404-555-0101"),
        (72.0, 442.0, "E-mail:"),
        (330.0, 442.0, "roe@example.com"),
    )

    assert cells(page) == []


def test_a_date_in_two_parts_stands_before_the_signature() -> None:
    page = tokens((72.0, 600.0, "DATED:"), (144.0, 600.0, "May 5, 2030"), (324.0, 600.0, "/s/ Jane Roe"))

    assert cells(page) == ["DATED: May 5, 2030", "/s/ Jane Roe"]
