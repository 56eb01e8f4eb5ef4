from dataclasses import replace

import pytest

from cleaners.document import Document
from cleaners.page import Rule, Token
from cleaners.running_heads import find_running_heads
from tests.cleaners.pages import document, removed, tokens


def headed(*heads: str) -> Document:
    """A page for each head, which is set apart from a text that differs."""
    words = ("court", "motion", "judge", "parties", "record")
    return document(
        *(
            tokens((246, 101, head), *((97, 128 + 24 * n, f"{word} " * 8 + word) for n in range(9)))
            for head, word in zip(heads, words, strict=True)
        )
    )


def test_a_banner_read_another_way_on_each_page_goes_by_its_place() -> None:
    misread = ("TOP SECRETWSU/NOPORN", "TOD CECRETHSI", "TO? SECREMSUNO", "Bee iiwssetara Gr", "VSU/NOPQRM")
    read = headed(*misread)
    scan = replace(read, pages=tuple(replace(page, method="ocr") for page in read.pages))
    assert [line for line, _ in removed(scan, find_running_heads)] == list(misread)


def test_titles_that_begin_each_page_of_a_text_layer_stay() -> None:
    titles = ("DUTY OF JURY", "WHAT IS EVIDENCE", "BURDEN OF PROOF", "CREDIBILITY", "DAMAGES")
    assert removed(headed(*titles), find_running_heads) == []


def test_titles_that_count_on_are_no_head() -> None:
    titles = [f"JURY INSTRUCTION NO. {number}" for number in range(1, 6)]
    assert removed(headed(*titles), find_running_heads) == []


def test_a_number_that_stays_the_same_is_a_heads() -> None:
    head = "CAUSE NO. 14"
    assert removed(headed(*[head] * 5), find_running_heads) == [(head, "running head")] * 5


def struck(top: float, *, through: float) -> Rule:
    """A stroke at that share of the height of a line of type whose middle is at ``top``."""
    return Rule(246, top - 6 + 12 * through, 360, top - 5 + 12 * through)


def test_a_banner_that_is_struck_through_goes_from_few_pages_too() -> None:
    body = ((97.0, 128.0, "the court has read all of the papers that the parties"), (97.0, 152.0, "filed."))
    foot = ((246.0, 700.0, "TOr SECRE1/OMINO"), (480.0, 700.0, "Page 2"))
    page = tokens((246, 101, "TOP? SECRIT/SI/NOTORN"), *body, *foot)
    for through, gone in ((0.5, 2), (0.9, 0)):
        made = document(page, rules=[struck(101, through=through), struck(700, through=through)])
        assert len(removed(made, find_running_heads)) == gone
    one = document(page, rules=[struck(101, through=0.5)])
    assert removed(one, find_running_heads) == []


def test_specks_and_a_clerks_stamp_beyond_a_struck_banner_keep_it_not() -> None:
    head = ((2.0, 101.0, "|"), (246.0, 101.0, "TOP? SECRIT/SI/NOTORN"))
    body = ((97.0, 128.0, "the court has read all of the papers that the parties"), (97.0, 152.0, "filed."))
    stamp = ((97.0, 716.0, "I certify that this document"), (97.0, 730.0, "is a true copy of the"))
    rules = [struck(101, through=0.5), struck(700, through=0.5)]
    for foot, gone in ((((246.0, 700.0, "TOr SECRE1/OMINO"), (480.0, 700.0, "Page 2")), 2), ((), 0)):
        made = document(tokens(*head, *body, *foot, *stamp), rules=rules)
        assert len(removed(made, find_running_heads)) == gone


@pytest.mark.parametrize(("stroke", "gone"), [(144.0, 0), (400.0, 3)])
def test_notes_whose_numbers_are_one_word_with_their_first_are_no_footers(stroke: float, gone: int) -> None:
    pages = [
        tokens(
            *((72, 80 + 24 * n, f"the {word} was asked to hold so {n}") for n in range(9)),
            (72, 700, f"{number}Id. at 1072 n.4."),
        )
        for number, word in ((2, "court"), (3, "panel"), (4, "clerk"))
    ]
    notes = document(*pages, rules=[Rule(72, 690, 72 + stroke, 691)])
    assert len(removed(notes, find_running_heads)) == gone


def test_a_footer_below_a_folio_that_is_a_notes_number_too_goes() -> None:
    title = "ORDER GRANTING MOTION TO DISMISS"
    pages = [
        [
            *tokens(*((72, 80 + 24 * n, f"the {word} was asked to hold so {n}") for n in range(9))),
            Token(folio, 250, 266, 256, 273),
            *tokens((300, 730, folio), (200, 744, title)),
        ]
        for folio, word in (("1", "court"), ("2", "panel"))
    ]
    assert [text for text, _ in removed(document(*pages), find_running_heads)] == [title, title]


@pytest.mark.parametrize(("sure", "gone"), [(0.3, True), (0.9, False)])
def test_what_is_left_of_a_stamp_below_a_struck_banner_and_its_folio_goes(sure: float, *, gone: bool) -> None:
    body = ((97.0, 128.0, "the court has read all of the papers that the parties"), (97.0, 152.0, "filed."))
    foot = ((246.0, 700.0, "TOr SECRE1/OMINO"), (480.0, 700.0, "Page 2"))
    stamp = ("[REDACTED] Chie” Deputy", "ocury tris. document")
    pages = [
        tokens((246, 101, "TOP? SECRIT/SI/NOTORN"), *body, *foot),
        [
            *tokens((246, 101, "TOP? SECRIT/SI/NOTORN"), *body, *foot),
            *(token._replace(confidence=sure) for token in tokens((97, 724, stamp[0]), (97, 736, stamp[1]))),
        ],
    ]
    made = document(*pages, rules=[struck(101, through=0.5), struck(700, through=0.5)])
    taken = [line for line, _ in removed(made, find_running_heads)]
    assert (set(stamp) <= set(taken)) == gone
