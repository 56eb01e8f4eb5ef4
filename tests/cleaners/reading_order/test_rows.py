"""Words of one printed line, raised marks among them."""

from cleaners.page import Token
from cleaners.reading_order.rows import rows_of
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


def test_a_mark_on_a_line_that_leans_belongs_to_its_word() -> None:
    line = body("that the two of them had agreed to act as one, and so it", 114)
    rises = [0.025 * t.left for t in line]
    leaning = [
        t._replace(top=t.top - y, bottom=t.bottom - y, row=1) for t, y in zip(line, rises, strict=True)
    ]
    last = leaning[10]
    mark = Token("1", last.right, last.top - 1.5, last.right + 3, last.top + 5.5)

    assert lines([*leaning, mark]) == ["that the two of them had agreed to act as one,1 and so it"]


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


def test_of_two_boxes_one_within_the_other_the_readers_order_tells() -> None:
    held = [Token("In", 103, 94, 112, 108, 0.7, 1), Token("Re", 100, 96, 126, 106, 0.7, 1)]
    wide = [Token("an", 72, 94, 110, 108, 0.7, 1), Token("order", 84, 96, 99, 106, 0.7, 1)]
    apart = [Token("said", 120, 94, 140, 106, 0.7, 1), Token("he", 100, 94, 112, 106, 0.7, 2)]

    assert [lines(page) for page in (held, wide, apart)] == [["In Re"], ["an order"], ["he said"]]


def minutes(confidence: float) -> list[Token]:
    """The head of a court's minutes: 16 points between label and value, 4 between words."""
    return [
        token
        for middle, label, title in (
            (100.0, "Case", "No. 2:32-cv-01234 of the docket"),
            (116.0, "Name", "Roe v. Doe et al."),
        )
        for run in ((72.0, middle, label), (112.0, middle, title))
        for token in tokens(run, confidence=confidence)
    ]


def test_a_gap_far_wider_than_a_rows_blanks_parts_cells() -> None:
    assert lines(minutes(1.0)) == ["Case\tNo. 2:32-cv-01234 of the docket", "Name\tRoe v. Doe et al."]


def test_the_blanks_of_a_scan_part_nothing_so_narrow() -> None:
    assert "\t" not in "".join(lines(minutes(0.96)))


def spread(text: str, blank: float) -> list[Token]:
    """Words that a justified line sets ``blank`` points apart."""
    at, made = 72.0, []
    for word in text.split():
        made += tokens((at, 100.0, word))
        at = made[-1].right + blank
    return made


def test_the_few_words_of_a_justified_line_are_no_cells() -> None:
    below = tokens((72.0, 124.0, "interlocutory order that cannot be reviewed on appeal"))
    assert lines([*spread("circumstances can render an attempted challenge to an", 24.0), *below])[0] == (
        "circumstances can render an attempted challenge to an"
    )


def test_nor_are_those_that_were_read_from_a_scan() -> None:
    words = spread("circumstances can render an attempted challenge to an", 24.0)
    inked = [t._replace(left=t.left + n % 3 * 2, confidence=0.96) for n, t in enumerate(words)]
    assert len(rows_of(inked, [])[0].segments) == 1


def test_names_spread_evenly_over_a_line_are_cells() -> None:
    page = [*spread("Osterly Tidewell Marrable Perpetua Harbor", 30.0), *tokens((72.0, 124.0, "Totals"))]
    assert len(rows_of(page, [])[0].segments) == 5


def test_prose_that_ends_at_the_margin_like_the_row_above_is_no_cell() -> None:
    page = [
        *tokens((72.0, 100.0, "None Present")),
        *tokens((300.0, 100.0, "None Present Today")),
        *tokens((72.0, 124.0, "Proceedings:")),
        *tokens((170.0, 124.0, "Motion to Remand the Action to State")),
    ]
    right = max(t.right for t in page[:5])
    shift = right - page[-1].right
    page = [
        t._replace(left=t.left + shift, right=t.right + shift) if t.middle > 118 and t.left > 160 else t
        for t in page
    ]
    assert "\t" not in lines(page)[1]


def test_a_speck_does_not_part_a_number_from_a_notice() -> None:
    notice = Token("(...continued)", 78.0, 690.0, 140.0, 704.0, confidence=0.8, row=7)
    speck = Token(".", 428.0, 702.8, 429.0, 703.8, confidence=0.3, row=7)
    page = [Token("15", 72.0, 689.5, 77.5, 695.0), notice, speck, *body("Text of the page in type.", 100)]

    assert lines(page)[-1].startswith("15(...continued)")


def test_in_the_form_of_minutes_each_gap_is_a_tab() -> None:
    page = tokens(
        (230, 100, "CIVIL MINUTES - GENERAL"),
        (60, 140, "Case No. CV 31-9418"), (440, 140, "Date June 12, 2033"),
        (60, 160, "Present: The Honorable"), (250, 160, "QUENTIN R. LISLE"),
        (90, 190, "Paul Songvale"), (290, 190, "Not Reported"), (490, 190, "N/A"),
        (60, 220, "Proceedings:"), (150, 220, "ORDER TO SHOW CAUSE"),
    )  # fmt: skip
    assert lines(page)[1:] == [
        "Case No. CV 31-9418\tDate June 12, 2033",
        "Present: The Honorable\tQUENTIN R. LISLE",
        "Paul Songvale\tNot Reported\tN/A",
        "Proceedings: ORDER TO SHOW CAUSE",
    ]
