"""Footnotes of pages whose words have places: found under their rule, called, moved to the end."""

from collections.abc import Sequence
from itertools import count

import pytest

from cleaners.footnote_marks import find_footnote_marks
from cleaners.footnotes import find_footnotes
from cleaners.page import Rule, Token
from cleaners.reading_order.layout import Sheet, read_in_order
from tests.cleaners import pages
from tests.cleaners.pages import notes_of

WIDTH, HEIGHT, LEFT = 612.0, 792.0, 72.0
STROKE = 144.0

Printed = tuple[float, str]
"""A line's height on its page and its text; ``^2`` is a raised 2."""


def tokens(lines: Sequence[Printed], size: float = 11.0) -> list[Token]:
    made, row = [], count(1)
    for top, text in lines:
        at, number = LEFT, next(row)
        for index, word in enumerate(text.split(" ")):
            at += 3.0 if index else 0.0
            for part, piece in enumerate(word.split("^")):
                digits = len(piece) - len(piece.lstrip("0123456789*'?°")) if part else 0
                for bit, raised in ((piece[:digits], True), (piece[digits:], False)):
                    if bit:
                        high = 0.6 * size if raised else size
                        made.append(Token(bit, at, top, at + 5.0 * len(bit), top + high, row=number))
                        at += 5.0 * len(bit)
    return made


def page(
    number: int, lines: Sequence[Printed], rules: Sequence[float] = (), *, method: str = "text layer"
) -> Sheet:
    drawn = [Rule(LEFT, top, LEFT + STROKE, top + 0.6) for top in rules]
    return Sheet(number, WIDTH, HEIGHT, tokens(lines), drawn, method=method)


def cleaned(*sheets: Sheet) -> str:
    document = read_in_order(sheets)
    for find in (find_footnote_marks, find_footnotes):
        document = document.edited(find(document), by=find.__name__)
    assert document.restored() == document.source
    return document.text


def body(first: float = 80.0, lines: int = 12, call: str = "") -> list[Printed]:
    """Lines of running text, the last of which ends with ``call``."""
    text = [(first + 15.0 * i, "the court below held that the claim was barred and") for i in range(lines)]
    return [*text, (first + 15.0 * lines, f"that no other ground was open.{call}")]


def test_notes_of_the_size_of_the_text_are_found_at_any_height() -> None:
    text = cleaned(
        page(1, [*body(call="^1"), (600.0, "^1 Roe withdrew the second count.")], [590.0]),
        page(
            2,
            [(80.0, "so held.^2"), (120.0, "^2 Doe argues that review is new."), (135.0, "It is not.")],
            [110.0],
        ),
    )
    assert notes_of(text) == [
        "[^1]: Roe withdrew the second count.",
        "[^2]: Doe argues that review is new. It is not.",
    ]
    assert "open.[^1]" in text
    assert "so held.[^2]" in text


def test_a_number_on_the_line_opens_a_note_if_the_text_above_calls_it() -> None:
    """As LibreOffice sets notes, solid and without raised numbers; the ``2`` of a sentence opens none."""
    foot = [
        (600.0, "1 Roe withdrew the second count; see Local Rule"),
        (611.0, "2 Doe argues that review is new."),
    ]
    called = [*body(lines=8, call="^1"), *body(first=230.0, lines=8, call="^2")]
    assert notes_of(cleaned(page(1, [*called, *foot], [590.0]))) == [
        "[^1]: Roe withdrew the second count; see Local Rule",
        "[^2]: Doe argues that review is new.",
    ]
    assert len(notes_of(cleaned(page(1, [*body(call="^1"), *foot], [590.0])))) == 1


def test_a_note_runs_on_under_the_stroke_of_the_next_page() -> None:
    text = cleaned(
        page(1, [*body(call="^1"), (600.0, "^1 Roe withdrew the second count and the")], [590.0]),
        page(2, [*body(), (400.0, "third as well. Doe did not.")], [390.0]),
    )
    assert notes_of(text) == ["[^1]: Roe withdrew the second count and the third as well. Doe did not."]


@pytest.mark.parametrize(
    "notice", ["1(...continued)", "1 (..continued)", "1(...continued) .", "(continued...)"]
)
def test_a_notice_that_a_note_continues_goes_whatever_specks_stand_at_it(notice: str) -> None:
    rest = "That claim too was one which the court below had held barred."
    text = cleaned(
        page(1, [*body(call="^1"), (600.0, "^1 Roe withdrew the second count.")], [590.0]),
        page(2, [*body(), (400.0, notice), (415.0, rest)], [390.0]),
    )
    assert " ".join(text.split()).endswith(f"[^1]: Roe withdrew the second count. {rest}")


def test_a_full_line_under_the_known_stroke_goes_on_a_note_whose_sentence_has_ended() -> None:
    rest = [(400.0, "That claim too was one which the court below had held barred."), (415.0, "Doe agrees.")]
    text = cleaned(
        page(1, [*body(call="^1"), (600.0, "^1 Roe withdrew the second count.")], [590.0]),
        page(2, [*body(), *rest], [390.0]),
    )
    assert notes_of(text) == [f"[^1]: Roe withdrew the second count. {rest[0][1]} Doe agrees."]


def test_a_line_under_a_citation_in_the_text_parts_no_notes() -> None:
    text = cleaned(
        page(1, [*body(call="^1"), (600.0, "^1 Roe withdrew the second count.")], [590.0]),
        page(2, body(lines=20), [80.0 + 15 * 15 + 10.5]),
    )
    assert notes_of(text) == ["[^1]: Roe withdrew the second count."]


def test_an_excerpt_begins_with_the_note_that_its_page_calls() -> None:
    called = page(1, [*body(call="^12"), (600.0, "^12 Roe withdrew the second count.")], [590.0])
    assert notes_of(cleaned(called)) == ["[^12]: Roe withdrew the second count."]
    uncalled = page(1, [*body(), (600.0, "^12 Roe withdrew the second count.")], [590.0])
    assert notes_of(cleaned(uncalled)) == []


@pytest.mark.parametrize(("called", "noted"), [("^9", ["[^9]: Roe withdrew the second"]), ("^8", [])])
def test_an_excerpt_may_begin_with_the_rest_of_a_note_from_the_page_it_lacks(
    called: str, noted: list[str]
) -> None:
    lines = [
        *body(call=called),
        (500.0, "of the first of these counts."),
        (530.0, "^9 Roe withdrew the second"),
    ]
    assert notes_of(cleaned(page(1, lines, [490.0]))) == noted


def test_text_under_a_stroke_after_a_finished_note_stays() -> None:
    signature = [(400.0, "Jane Roe"), (415.0, "Deputy Clerk of the Appeals Board for the State")]
    text = cleaned(
        page(1, [*body(call="^1"), (600.0, "^1 Roe withdrew the second count.")], [590.0]),
        page(2, body()),
        page(3, [*body(), *signature], [390.0]),
    )
    assert notes_of(text) == ["[^1]: Roe withdrew the second count."]


def test_a_grid_is_no_separator() -> None:
    rows = [(500.0, "908 Roe v. Doe No. 20-1"), (530.0, "909 Doe v. Poe No. 20-2")]
    lines = [*body(), *rows]
    sheet = page(1, lines, [490.0, 520.0, 550.0])
    assert "[^" not in cleaned(sheet)


def test_numbering_starts_again_in_an_attachment() -> None:
    text = cleaned(
        page(1, [*body(call="^1"), (600.0, "^1 Roe is the debtor.")], [590.0]),
        page(2, [*body(call="^2"), (600.0, "^2 Doe is not.")], [590.0]),
        page(3, [*body(call="^1"), (600.0, "^1 As defined in the motion.")], [590.0]),
    )
    assert notes_of(text) == [
        "[^1]: Roe is the debtor.",
        "[^2]: Doe is not.",
        "[^1b]: As defined in the motion.",
    ]
    assert text.count("open.[^1b]") == 1


def test_a_section_sign_is_no_marker() -> None:
    note = [(600.0, "^1 Roe sued under 42 U.S.C."), (615.0, "§§ 1983 and 1985.")]
    assert notes_of(cleaned(page(1, [*body(call="^1"), *note], [590.0]))) == [
        "[^1]: Roe sued under 42 U.S.C. §§ 1983 and 1985."
    ]


def test_a_symbol_note_needs_its_call() -> None:
    called = [*body(call="*"), (600.0, "* Sitting by designation.")]
    assert notes_of(cleaned(page(1, called, [590.0]))) == ["[^*]: Sitting by designation."]
    uncalled = [*body(), (600.0, "* Sitting by designation.")]
    assert "[^" not in cleaned(page(1, uncalled, [590.0]))


def test_the_rule_of_a_running_head_is_no_separator() -> None:
    head = 60.0
    sheets = [page(1, [*body(call="^1"), (600.0, "^1 Roe withdrew the second")], [head, 590.0])]
    sheets += [page(number, body(), [head]) for number in (2, 3, 4)]
    assert notes_of(cleaned(*sheets)) == ["[^1]: Roe withdrew the second"]


def test_the_upper_side_of_a_captions_box_is_no_separator() -> None:
    """A speck stands where a misread number would, and the first ``)`` was not read."""
    parties = ["CARVER COUNTY WATER", "DISTRICT FOR AN ORDER", "OF PRODUCTION"]
    caption = pages.tokens((LEFT, 236.0, "IN RE APPLICATION OF THE COUNTY OF CARVER i+?"), size=11.0)
    for middle, party in zip((254.0, 268.0, 282.0), parties, strict=True):
        caption += pages.tokens((LEFT, middle, party), (300.0, middle, ")"), size=11.0)
    caption += pages.tokens((330.0, 268.0, "Docket Number: 29-117"), size=11.0)
    speck = [Token("°", LEFT, 216.0, LEFT + 5, 221.0), Token("i.", 290.0, 216.0, 312.0, 227.0)]
    text = [Token(t.text, t.left, t.top, t.right, t.bottom, row=900 + t.row) for t in tokens(body(320.0))]
    rules = [Rule(LEFT, 210.0, LEFT + 200, 210.6)]
    sheet = Sheet(1, WIDTH, HEIGHT, [*speck, *caption, *text], rules, method="ocr")
    assert "[^" not in cleaned(sheet)


def test_a_rule_in_the_text_does_not_hide_the_one_over_the_notes() -> None:
    """A note runs on over the page end; on the next page lines set closer stand under a stroke."""
    note = [(600.0, "^1 Roe withdrew the second"), (615.0, "count, and of the third")]
    close = [(400.0 + 11 * n, "as the panel held in the cases that it named") for n in range(4)]
    lines = [*body(), *close, (600.0, "he said nothing.")]
    drawn = [Rule(LEFT, 392.0, LEFT + 50, 392.6), Rule(LEFT, 590.0, LEFT + STROKE, 590.6)]
    second = Sheet(2, WIDTH, HEIGHT, tokens(lines), drawn)
    text = cleaned(page(1, [*body(call="^1"), *note], [590.0]), second)
    assert [" ".join(n.split()) for n in notes_of(text)] == [
        "[^1]: Roe withdrew the second count, and of the third he said nothing."
    ]


def test_a_scanned_star_between_two_numbers_is_a_number() -> None:
    sheets = [
        page(n, [*body(call=call), (600.0, f"^{mark} Roe withdrew the count.")], [590.0], method="ocr")
        for n, mark, call in ((1, "1", "^1"), (2, "*", "°"), (3, "3", "^3"))
    ]
    text = cleaned(*sheets)
    assert [note[:5] for note in notes_of(text)] == ["[^1]:", "[^2]:", "[^3]:"]
    assert "open.[^2]" in text


@pytest.mark.parametrize(
    "ending",
    ["lies at 2.7 miles from it", "is Rule 26.2 of the court", "see Id. at 2.", "said, ‘go away.’", "No.2"],
)
def test_what_can_be_read_as_text_is_no_call(ending: str) -> None:
    lines = [*body(), (300.0, f"the town {ending}"), (315.0, "the court went on to say.")]
    notes = [(600.0, "^1 Roe withdrew."), (620.0, "^2 Doe did not.")]
    text = cleaned(page(1, [*lines, *notes], [590.0], method="ocr"))
    assert ending in text


@pytest.mark.parametrize(("stroke", "noted"), [(STROKE, True), (60.0, False), (240.0, False)])
def test_a_first_note_whose_marker_ocr_lost_is_told_by_its_stroke_and_the_room_it_left(
    stroke: float, *, noted: bool
) -> None:
    """Below the two inches that word processors draw, in smaller type, begun right of its own next lines."""
    small = tokens(
        [
            (600.0, "Roe is represented by counsel of her own, and was dismissed"),
            (611.0, "on the eighth of December, as were two others of that"),
            (622.0, "group of defendants."),
        ],
        size=9.0,
    )
    first = [t._replace(left=t.left + 9, right=t.right + 9) for t in small if t.row == 1]
    rest = [t for t in small if t.row != 1]
    notes = [t._replace(row=500 + t.row) for t in (*first, *rest)]
    rule = Rule(LEFT, 590.0, LEFT + stroke, 590.6)
    sheet = Sheet(1, WIDTH, HEIGHT, [*tokens(body(call="’")), *notes], [rule], method="ocr")
    assert bool(notes_of(cleaned(sheet))) is noted


@pytest.mark.parametrize(
    ("opening", "noted"),
    [
        ("“Roe says that the court “shall” order", True),
        ("'*Roe says that the court may order", True),
        ("“Roe shall” is what the court ordered of", False),
        ("Roe says that the court may well order", False),
    ],
)
def test_a_marker_read_as_a_quotation_mark_that_nothing_closes(opening: str, *, noted: bool) -> None:
    """Under the two inches that word processors draw, the notes in the type of the text."""
    foot = [(600.0, opening), (615.0, "her to be heard, and that she was not.")]
    text = cleaned(page(1, [*body(call="^4"), *foot], [590.0], method="ocr"))
    assert [note[:8] for note in notes_of(text)] == (["[^4]: Ro"] if noted else [])


@pytest.mark.parametrize(
    ("opening", "noted"),
    [
        ("| Roe withdrew the count of", True),
        ("] Roe withdrew the count of", True),
        ("| and withdrew it", False),
    ],
)
def test_a_first_notes_number_that_is_not_raised_may_be_read_as_a_stroke(
    opening: str, *, noted: bool
) -> None:
    foot = [(600.0, opening), (615.0, "the complaint, and the others stand.")]
    text = cleaned(page(1, [*body(call="^1"), *foot], [590.0], method="ocr"))
    assert bool(notes_of(text)) is noted


@pytest.mark.parametrize(("call", "noted"), [("^1", True), ("", False)])
def test_a_called_note_in_smaller_type_needs_no_rule_on_a_scan(call: str, *, noted: bool) -> None:
    """Where the rule was too pale to be seen, and its number stands at full height."""
    small = [(600.0, "1 Roe withdrew the count of her"), (611.0, "complaint, and no other one.")]
    foot = [t._replace(row=500 + t.row) for t in tokens(small, size=9.0)]
    text = cleaned(Sheet(1, WIDTH, HEIGHT, [*tokens(body(call=call)), *foot], method="ocr"))
    assert bool(notes_of(text)) is noted


def test_a_stroke_is_no_later_notes_number() -> None:
    first = page(1, [*body(call="^1"), (600.0, "^1 Roe withdrew the count of her")], [590.0], method="ocr")
    second = page(2, [*body(), (600.0, "| Complaint and no other one.")], [590.0], method="ocr")
    assert len(notes_of(cleaned(first, second))) == 1


def test_the_page_number_of_a_contents_line_calls_no_note() -> None:
    lines = [*body(lines=3), (155.0, "INTRODUCTION"), *body(200.0, 6, "^1")]
    number = Token("1", 480.0, 154.0, 485.0, 160.0, row=900)
    made = [*tokens([*lines, (600.0, "^1 Roe withdrew the count.")]), number._replace(row=5)]
    sheet = Sheet(1, WIDTH, HEIGHT, made, [Rule(LEFT, 590.0, LEFT + STROKE, 590.6)], method="ocr")
    assert "open.[^1]" in cleaned(sheet)


def test_the_stroke_of_word_processors_is_known_by_two_pages() -> None:
    first = page(1, [*body(call="^1"), (600.0, "^1 Roe withdrew the count of the")], [590.0], method="ocr")
    going_on = [
        (300.0, "complaint that was against the court and its clerks in"),
        (315.0, "the second year."),
    ]
    second = page(2, [*body(lines=10), *going_on], [290.0], method="ocr")
    (note,) = notes_of(cleaned(first, second))
    assert note.endswith("clerks in the second year.")


def test_a_note_whose_number_is_lost_has_the_number_that_its_page_calls() -> None:
    sheets = [
        page(n, [*body(call=f"^{n}"), (600.0, f"^{mark} Roe withdrew the count.")], [590.0], method="ocr")
        for n, mark in ((1, "1"), (3, "?"))
    ]
    assert [note[:5] for note in notes_of(cleaned(*sheets))] == ["[^1]:", "[^3]:"]


def test_a_number_of_the_text_that_seems_raised_calls_nothing() -> None:
    """On a crooked page ``by 50 U.S.C.`` stands as a raised number does."""
    lines = [*body(lines=10), (240.0, "as the law of ^50 U.S.C. has it."), *body(260.0, 2, "’")]
    text = cleaned(page(1, [*lines, (600.0, "^? Roe withdrew the count.")], [590.0], method="ocr"))
    assert [note[:5] for note in notes_of(text)] == ["[^1]:"]
