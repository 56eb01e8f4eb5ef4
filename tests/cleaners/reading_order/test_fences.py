"""Columns of marks and braces between a caption's cells."""

import pytest

from cleaners.page import Token
from tests.cleaners.pages import FULL, Run, tokens
from tests.cleaners.reading_order.captioned import LEFT, NUMBER, PARTIES, cells


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


def test_the_last_role_stands_in_the_left_cell_where_ocr_lost_the_marks_beside_it() -> None:
    spaced: list[Run] = [(x, 200 + 2 * (y - 200), text) for x, y, text in PARTIES]
    column = [(310.0, middle, ")") for _, middle, _ in spaced[:-1]]
    page = tokens(*spaced, NUMBER, *column, (72.0, 340.0, FULL), (72.0, 368.0, FULL), size=8.5)

    assert cells(page) == [LEFT, NUMBER[2]]


def test_sections_of_a_list_of_statutes_are_no_column_of_marks() -> None:
    page = tokens(*((200.0, 100 + 14.0 * n, f"28 U.S.C. § {1331 + n}") for n in range(8)))
    assert cells(page, kind="fence") == []


def test_a_column_of_brackets_close_to_the_next_word_parts_the_cells() -> None:
    column = [(310.0, middle, "]") for _, middle, _ in PARTIES]
    right = [(318.5, middle, "Appeal from") for _, middle, _ in PARTIES[:3]]

    assert cells(tokens(*PARTIES, *right, *column)) == [LEFT, "\n".join(["Appeal from"] * 3)]
