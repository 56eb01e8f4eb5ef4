"""Words of one printed line, raised marks among them."""

from cleaners.margins import Token
from cleaners.rows import rows_of
from tests.cleaners.pages import tokens


def lines(page: list[Token]) -> list[str]:
    return ["".join(gap + token.text for gap, token in row.words()).strip() for row in rows_of(page, [])]


def body(text: str, middle: float) -> list[Token]:
    return tokens((72.0, middle, text))


def test_a_mark_raised_between_two_lines_belongs_to_the_word_it_follows() -> None:
    below = body("the pain that she described at length.", 114)
    mark = Token("1", below[-1].right, 105.0, below[-1].right + 4, 112.0)

    assert lines([*body("According to the doctor there was", 100), *below, mark]) == [
        "According to the doctor there was",
        "the pain that she described at length.1",
    ]


def test_a_notes_number_stands_before_its_first_word() -> None:
    note = tokens((80.0, 700.0, "The clerk shall amend the caption."), size=10)
    page = [Token("2", 72.0, 693.5, 75.5, 699.0), *note, *body("Text of the page in larger type.", 100)]

    assert lines(page)[-1] == "2 The clerk shall amend the caption."


def test_a_small_word_far_from_any_line_stays_alone() -> None:
    page = [*body("One line of text", 100), *body("and another line", 124), Token("3", 300, 700, 304, 707)]

    assert lines(page)[-1] == "3"


def test_small_capitals_make_one_word() -> None:
    page = [Token("R", 72, 94, 80, 106, 1.0, 1), Token("OE", 80, 97, 92, 105, 1.0, 1)]

    assert lines(page) == ["ROE"]


def test_boxes_that_overlap_do_not_glue_two_words() -> None:
    page = [Token("violation", 72, 94, 130, 108, 0.9, 1), Token("of", 125, 97, 135, 106, 0.9, 1)]

    assert lines(page) == ["violation of"]
