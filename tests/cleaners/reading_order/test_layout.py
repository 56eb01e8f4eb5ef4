"""The reading order of pages: panels, what is in no line, what must be lost nowhere."""

import pytest

from cleaners.page import Rule, Token
from cleaners.reading_order.layout import Sheet, read_in_order
from tests.cleaners.pages import Run, document, joined, tokens

WIDTH, HEIGHT = 612.0, 792.0


def kinds(page: list[Token], *rules: Rule) -> dict[str, list[str]]:
    read = document(page, rules=rules)
    found: dict[str, list[str]] = {}
    for zone in read.pages[0].zones:
        found.setdefault(zone.kind, []).append(read.source[zone.start : zone.end])
    return found


def quarter(left: float, top: float, first: int, *, numbered: bool) -> list[Run]:
    made = []
    for line in range(25):
        if numbered:
            made.append((left, top + 12 * line, str(line + 1)))
        made.append((left + 30, top + 12 * line, f"page {first} line {line + 1} of it"))
    return made


@pytest.mark.parametrize("lost", [None, 0, 1, 2, 3])
@pytest.mark.parametrize("crossed", [True, False])
def test_a_condensed_transcript_is_read_page_by_page(lost: int | None, *, crossed: bool) -> None:
    corners = [(60.0, 60.0), (60.0, 420.0), (330.0, 60.0), (330.0, 420.0)]
    runs = [
        run
        for index, (left, top) in enumerate(corners)
        for run in quarter(left, top, index + 1, numbered=index != lost)
    ]
    rules = (Rule(310, 40, 311, 740), Rule(40, 396, 580, 397)) if crossed else ()
    read = document(tokens(*runs, size=9), rules=rules)
    order = [line.split()[-5] for line in read.source.splitlines() if "page" in line]

    assert order == sorted(order)
    assert len(order) == 100


def test_two_columns_without_rules_or_numbers_are_read_one_after_the_other() -> None:
    left = [(50.0, 80.0 + 14 * n, f"left column has line {n}") for n in range(40)]
    right = [(330.0, 80.0 + 14 * n, f"right column has line {n}") for n in range(40)]
    read = document(tokens(*left, *right))

    assert read.source.index("left column has line 39") < read.source.index("right column has line 0")


def test_specks_between_two_columns_do_not_join_them() -> None:
    left = [(50.0, 80.0 + 14 * n, f"the column at the left has line number {n:03}") for n in range(40)]
    end = max(t.right for t in tokens(*left))
    right = [(end + 16, y, text.replace("left", "right")) for _, y, text in left]
    specks = [(end + 5, 80.0 + 14 * n, "_") for n in (3, 9, 17, 24, 31)]
    read = document(tokens(*left, *right, *specks))

    assert read.source.index("left has line number 039") < read.source.index("right has line number 000")


HEAD: Run = (150.0, 62.0, "ROE v. MERIDIAN HOLDINGS, INC., a corporation of Arcadia")


@pytest.mark.parametrize("lines", [40, 3])
def test_columns_under_a_head_across_the_page_are_read_one_after_the_other(lines: int) -> None:
    left = [(50.0, 90.0 + 14 * n, f"left column has line {n}") for n in range(40)]
    right = [(330.0, 90.0 + 14 * n, f"right column has line {n}") for n in range(lines)]
    read = document(tokens(HEAD, *left, *right))

    assert read.source.startswith(HEAD[2])
    assert read.source.index("left column has line 39") < read.source.index("right column has line 0")


def test_a_signature_at_the_right_is_no_second_column() -> None:
    left = [(50.0, 90.0 + 14 * n, f"left column has line {n}") for n in range(40)]
    signed = [(330.0, 90.0 + 14 * n, "JANE ROE, JUDGE") for n in (36, 38)]
    assert "column" not in kinds(tokens(*left, *signed))


@pytest.mark.parametrize("across", [True, False])
def test_the_pages_of_a_condensed_transcript_are_read_as_they_are_numbered(*, across: bool) -> None:
    corners = [(60.0, 60.0), (330.0, 60.0), (60.0, 420.0), (330.0, 420.0)]
    numbers = (7, 8, 9, 10) if across else (7, 9, 8, 10)
    runs = [
        run
        for (left, top), number in zip(corners, numbers, strict=True)
        for run in (*quarter(left, top, number, numbered=True), (left + 90, top - 18, f"Page {number}"))
    ]
    read = document(tokens(*runs, size=9))
    order = [int(line.split()[-5]) for line in read.source.splitlines() if "page" in line]
    assert order == sorted(order)


def test_a_page_number_that_was_misread_is_told_by_the_others() -> None:
    corners = [(60.0, 60.0), (330.0, 60.0), (60.0, 420.0), (330.0, 420.0)]
    runs = [
        run
        for (left, top), number in zip(corners, (7, 8, 9, 10), strict=True)
        for run in (
            *quarter(left, top, number, numbered=True),
            (left + 90, top - 18, f"{number}" if number < 10 else "§0"),
        )
    ]
    read = document(tokens(*runs, size=9))
    order = [int(line.split()[-5]) for line in read.source.splitlines() if "page" in line]
    assert order == sorted(order)


def test_six_pages_on_a_sheet_are_read_one_after_the_other() -> None:
    runs = [
        run
        for index, (top, left) in enumerate(
            (top, left) for top in (60.0, 330.0) for left in (30.0, 230.0, 430.0)
        )
        for run in (
            *((left, top + 10 * n, str(n)) for n in range(1, 26)),
            *((left + 26, top + 10 * n, f"page {index} line") for n in range(1, 26)),
            (left + 60, top - 6, f"Page {index + 40}"),
        )
    ]
    read = document(tokens(*runs, size=7))
    order = [int(line.split()[-2]) for line in read.source.splitlines() if line.endswith("line")]
    assert order == sorted(order)
    assert len(order) == 150


def test_the_caption_of_a_condensed_transcripts_title_page_has_two_cells() -> None:
    parties = ("ADA QUENT,", "Plaintiff,", "vs.", "SABLE BARGE CO.,", "Defendant.")
    small = [
        *((60.0, 60 + 12.0 * n, str(n)) for n in range(1, 26)),
        *((90.0, 96 + 12.0 * n, party) for n, party in enumerate(parties)),
        *((200.0, 96 + 12.0 * n, ")") for n in range(len(parties))),
        (215.0, 120.0, "No. 31-00799"),
        *((90.0, 180 + 12.0 * n, "the deposition was taken at") for n in range(10)),
    ]
    read = document(tokens(*small, *quarter(330, 72, 2, numbered=True), size=9))
    assert kinds(tokens(*small, *quarter(330, 72, 2, numbered=True), size=9))["cell"][1] == "No. 31-00799"
    assert "SABLE BARGE CO.," in read.source


def test_a_day_in_a_sideways_stamp_is_sideways_and_a_margin_number_below_it_is_not() -> None:
    words = ((560.0, "FILED"), (544.0, "Mar"), (534.0, "14"), (517.0, "4:52"), (480.0, "RICHMOND"))
    stamp = [Token(text, 598.0, top, 605.4, top + (8.9 if text == "14" else 15.6)) for top, text in words]
    page = [*tokens((72.0, 340.0, "The motion is denied with leave to amend.")), *stamp]
    assert "14" in kinds(page)["sideways"][0].split()
    assert "14" not in kinds([t for t in page if t.top > 530.0 or t.top < 400.0])["sideways"][0].split()


def test_a_short_word_of_a_sideways_line_is_sideways() -> None:
    sideways = [
        Token("Northern", 30, 400, 40, 450),
        Token("District", 30, 350, 40, 395),
        Token("of", 30, 334, 40, 345),
        Token("Arcadia", 30, 285, 40, 330),
    ]
    page = [*tokens((72.0, 340.0, "The motion is denied with leave to amend.")), *sideways]

    assert kinds(page)["sideways"] == ["Northern\nDistrict\nArcadia\nof"]


def test_words_printed_over_a_word_are_kept_out_of_the_line() -> None:
    page = [
        Token("Roseanne", 72, 94, 120, 106, 1.0, 1),
        Token("Rose", 72, 94, 96, 106, 1.0, 2),
        Token("anne", 96, 94, 120, 106, 1.0, 2),
        *tokens((124.0, 100.0, "Doe")),
    ]

    assert document(page).source.startswith("Roseanne Doe")
    assert kinds(page)["overprint"] == ["Rose\nanne"]


def test_no_word_is_lost_and_none_comes_twice() -> None:
    page = tokens(
        (72.0, 100.0, "JANE ROE,"),
        (300.0, 100.0, ")"),
        (320.0, 100.0, "No. 30-cv-1"),
        (72.0, 114.0, "v."),
        (300.0, 114.0, ")"),
        (72.0, 128.0, "ACME CORP."),
        (300.0, 128.0, ")"),
        (72.0, 300.0, "Dated: May 1, 2030"),
        (320.0, 300.0, "/s/ John Roe"),
    )
    read = read_in_order([Sheet(1, WIDTH, HEIGHT, page)])

    assert sorted(read.source.split()) == sorted(t.text for t in page)


def test_the_lines_of_each_column_are_joined_by_its_own_margins() -> None:
    def column(left: float) -> list[Run]:
        full = [(left, 104.0 + 14 * n, "the court has read all of the papers") for n in range(30)]
        return [(left + 12, 90.0, "The court has read all of the paper"), *full, (left, 524.0, "filed.")]

    paragraphs = joined([*column(40.0), *column(320.0)]).strip().split("\n\n")
    assert [paragraph.count("\n") for paragraph in paragraphs] == [0, 0]
