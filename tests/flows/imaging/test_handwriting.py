"""Ink and blanks on scans."""

import pytest

from cleaners.page import BLANK, Rule, Token
from flows.imaging.handwriting import with_blanks, without_ink

TYPE = [
    Token(text, 72 + 60 * n, 100, 120 + 60 * n, 110, 0.95)
    for n, text in enumerate(["We", "the", "jury", "find"])
]


def word(text: str, left: float, right: float, bottom: float = 200.0, height: float = 10.0) -> Token:
    return Token(text, left, bottom - height, right, bottom, 0.95)


@pytest.mark.parametrize(
    "ink",
    [
        pytest.param(Token("Wy", 300, 90, 340, 116, 0.49), id="a signature"),
        pytest.param(Token("x", 200, 90, 215, 113, 0.92), id="a check mark, surely read"),
        pytest.param(Token("oe", 200, 110, 240, 110.3, 0.1), id="a bit of a rule"),
    ],
)
def test_ink_is_no_text(ink: Token) -> None:
    assert without_ink([*TYPE, ink], 612) == TYPE


@pytest.mark.parametrize(
    "print_",
    [
        pytest.param(Token("VERDICT", 200, 80, 300, 104, 0.95), id="a heading in large type"),
        pytest.param(Token("x", 200, 104, 206, 110, 0.6), id="a small letter, unsurely read"),
        pytest.param(Token("—", 200, 105, 210, 106, 0.9), id="a dash"),
        pytest.param(Token(".", 200, 109, 201, 110, 0.6), id="a period"),
        pytest.param(Token("A", 72, 80, 95, 110, 0.9), id="an initial capital"),
        pytest.param(Token("a", 300, 96, 304, 118, 0.96), id="a small word in a box of two lines"),
    ],
)
def test_print_is_text(print_: Token) -> None:
    assert without_ink([*TYPE, print_], 612) == [*TYPE, print_]


def test_the_marks_between_the_cells_of_a_caption_are_no_ink_however_tall() -> None:
    marks = [Token(":", 327, top, 329, top + 23, 0.0) for top in (150, 182, 214, 246)]
    assert without_ink([*TYPE, *marks], 612) == [*TYPE, *marks]
    assert without_ink([*TYPE, marks[0]], 612) == TYPE


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        pytest.param([word("By:", 300, 318)], Rule(320, 200, 500, 201), id="after the word that asks"),
        pytest.param([word("NOT", 180, 204)], Rule(72, 201, 152, 202), id="before its words"),
        pytest.param(
            [word("October", 72, 112), word("2006", 165, 190)], Rule(115, 200, 160, 201), id="within a line"
        ),
    ],
)
def test_a_rule_to_be_filled_in_is_a_blank(words: list[Token], rule: Rule) -> None:
    assert [t.text for t in with_blanks(words, [rule])].count(BLANK) == 1


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        pytest.param([word("Id.", 99, 120), word("at", 123, 132)], Rule(99, 201, 120, 202), id="underline"),
        pytest.param([word("JANE", 300, 340, bottom=214)], Rule(300, 202, 480, 203), id="for a signature"),
        pytest.param([word("No.", 330, 350)], Rule(72, 200, 310, 201), id="the foot of a caption's cell"),
        pytest.param([word("See", 72, 90, bottom=216)], Rule(72, 200, 216, 201), id="over the footnotes"),
        pytest.param([word("By:", 300, 318)], Rule(320, 180, 321, 230), id="an upright rule"),
        pytest.param(
            [word("and", 470, 491), word("unfaiely", 496, 541)._replace(confidence=0.1)],
            Rule(498, 198, 529, 199),
            id="the feet of a filled-in word",
        ),
    ],
)
def test_other_rules_are_not(words: list[Token], rule: Rule) -> None:
    assert with_blanks(words, [rule]) == words


def test_a_day_that_was_left_to_be_written_is_a_blank_though_its_rule_was_not_found() -> None:
    read = with_blanks([word("October", 72, 112), word(",", 140, 142), word("2030.", 146, 172)], [])
    assert [t.text for t in sorted(read, key=lambda t: t.left)] == ["October", BLANK, ",", "2030."]
    for words in (
        [word("October", 72, 112), word(", 2030.", 116, 150)],
        [word("October", 72, 112), word(", 2030.", 216, 250)],
        [word("Osterly", 72, 112), word(", 2030.", 140, 172)],
    ):
        assert with_blanks(words, []) == words


def test_what_ocr_guessed_of_a_blank_filled_in_by_hand_is_ink() -> None:
    by_hand = [
        word("//", 340, 350)._replace(confidence=0.2),
        word("Moe", 380, 410)._replace(confidence=0.4),
    ]
    read = with_blanks([word("Signed", 300, 318), *by_hand], [Rule(320, 200, 500, 201)])
    assert [t.text for t in read] == ["Signed", BLANK]


@pytest.mark.parametrize(
    ("filled", "rule"),
    [
        pytest.param(word("Roe", 340, 360), Rule(320, 200, 500, 201), id="typed"),
        pytest.param(
            word("Brandenburg", 340, 420)._replace(confidence=0.4), Rule(320, 200, 500, 201), id="a word"
        ),
        pytest.param(
            word("Jd.", 321, 340)._replace(confidence=0.4), Rule(320, 201, 341, 202), id="underlined"
        ),
    ],
)
def test_print_on_a_rule_stays(filled: Token, rule: Rule) -> None:
    words = [word("Signed", 300, 318), filled]
    assert with_blanks(words, [rule]) == words
