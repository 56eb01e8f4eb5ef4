"""Where blocks begin and end on pages whose words have places."""

from itertools import pairwise

from cleaners import Document
from cleaners.layout import Sheet, read_in_order
from cleaners.margins import Token
from cleaners.page import Rule
from cleaners.paragraphs import find_paragraphs, join_lines
from cleaners.setting import settings_of
from tests.cleaners.pages import Run, document, tokens

FULL = "the court has read all of the papers that the parties filed in this"
"""A full line; a character is 6 points wide on these pages, a blank 4."""


def joined(*pages: list[Run]) -> str:
    made: Document = document(*(tokens(*page) for page in pages))
    return made.edited(find_paragraphs(made), by="paragraphs").text


def prose(left: float, top: float, lines: int, *, indent: float = 36.0, pitch: float = 24.0) -> list[Run]:
    """A paragraph: its first line indented, the others full, its last short."""
    first = (left + indent, top, FULL[8:])
    return [
        first,
        *((left, top + pitch * n, FULL) for n in range(1, lines)),
        (left, top + pitch * lines, "action."),
    ]


def width(text: str) -> float:
    return 6.0 * len(text) - 2.0 * text.count(" ")


def centred(top: float, text: str) -> Run:
    """A line in the middle of the text that ``prose(72, ...)`` sets."""
    return (72 + (width(FULL) - width(text)) / 2, top, text)


def test_an_indented_line_begins_a_paragraph() -> None:
    text = joined([*prose(72, 100, 3), *prose(72, 196, 3)])
    assert len(text.strip().split("\n\n")) == 2
    assert "\n" not in text.strip().replace("\n\n", "")


def test_a_paragraph_goes_on_over_the_page() -> None:
    first = prose(72, 100, 3)[:-1]
    second = [
        (72.0, 100.0, "that was before it, and orders as follows, for the reasons it gave on the record"),
        *prose(72, 124, 3),
    ]
    assert "in this that was before it" in joined(first, second)


def test_an_address_keeps_its_lines_and_is_one_block() -> None:
    address = [
        (72.0, 100 + 12 * n, line)
        for n, line in enumerate(
            ("PERPETUA MARRABLE", "Marrable & Tidewell LLP", "12 Harbor Road", "Osterly, CA 90000")
        )
    ]
    text = joined([*address, *prose(72, 196, 5)])
    assert (
        text.split("\n\n")[0]
        == "PERPETUA MARRABLE\nMarrable & Tidewell LLP\n12 Harbor Road\nOsterly, CA 90000"
    )


def test_a_heading_below_the_short_end_of_a_paragraph_begins_a_block() -> None:
    lines: list[Run] = [*[(72.0, 100.0 + 12 * n, FULL) for n in range(3)], (72.0, 136.0, "by law.")]
    assert "by law.\n\nHeld:" in joined([*lines, (62.0, 149.0, "Held:"), (82.0, 162.0, FULL)])


def test_a_section_over_a_lines_end_is_its_codes() -> None:
    short = "under the law of the United States as it is found in 8 U.S.C."
    for code in (short, "as we held in the other case of Roe. Id."):
        text = joined([*prose(72, 100, 3)[:-1], (72, 172, code), (72, 196, "§ 1427. " + FULL)])
        assert f"{code[-7:]} § 1427" in text


def test_leading_is_told_by_the_feet_of_lines_not_by_the_middles_of_their_ink() -> None:
    """Ink of lines of single-spaced type, 12 points apart: only some of their words have tall letters."""
    lines = [
        "as we are on our own in a case",
        "by my joy of a gray quay you",
        "he had held that the bill",
        FULL[:27],
    ]
    made = []
    for n, text in enumerate(lines * 3):
        for token in tokens((144.0, 100.0 + 12 * n, text)):
            high = any(c in "bdfhklt" for c in token.text)
            low = any(c in "gjpqy" for c in token.text)
            foot = 100.0 + 12 * n
            top, bottom = foot - (8.2 if high else 5.5), foot + 2.5 * low
            made.append(token._replace(top=top, bottom=bottom, right=token.right + 3, confidence=0.9))
    read = read_in_order([Sheet(1, 612.0, 792.0, made, method="ocr")])
    tops = [setting.top for setting in settings_of(read)]
    assert all(abs(two - one - 12) < 0.3 for one, two in pairwise(tops))
    assert all(abs(setting.size - 12) < 0.5 for setting in settings_of(read))


def test_the_number_of_a_tall_row_is_a_block_of_its_own() -> None:
    rules = [Rule(x, 60, x, 460) for x in (60, 100, 250, 560)] + [Rule(60, y, 560, y) for y in (60, 460)]
    speech: list[Run] = [(260, 80 + 24 * n, "the rate was told to us by mail and by wire") for n in range(15)]
    read = document(tokens((70, 80, "1."), (110, 80, "Rate of return"), *speech), rules=rules)
    text = read.edited(find_paragraphs(read), by="paragraphs").text
    assert text.split("\n\n")[:2] == ["1.", "Rate of return"]


def test_a_long_label_among_the_rows_of_a_form_leaves_no_gap_and_parts_none() -> None:
    labels = ["Name:", "Address:", "City, State and ZIP:", "Telephone:"]
    answers = ["Jane Roe of Roe & Doe", "12 Harbor Road", "Osterly, CA 90000", "555-555-0142"]
    rows = [(120.0, 240.0 + 14 * n, label) for n, label in enumerate(labels)]
    rows += [(240.0, 240.0 + 14 * n, answer) for n, answer in enumerate(answers)]
    text = joined([*prose(72, 100, 3), (72.0, 220.0, "My address and telephone are:"), *rows])
    _, lead, form = text.strip().split("\n\n")
    assert lead == "My address and telephone are:"
    assert form.replace("\t", " ").split("\n") == [f"{a} {b}" for a, b in zip(labels, answers, strict=True)]


def test_a_title_below_a_docket_number_is_a_block() -> None:
    text = joined([centred(60, "No. 30-1234"), centred(74, "ENTRY OF APPEARANCE"), *prose(72, 110, 5)])
    assert text.startswith("No. 30-1234\n\nENTRY OF APPEARANCE\n\n")


def test_a_legend_stands_below_its_blank() -> None:
    form: list[Run] = [(72.0, 300.0, "Counsel for Roe as the ____"), (190.0, 312.0, "(party name)")]
    assert joined([*prose(72, 100, 5), *form]).strip().endswith("____\n(party name)")


def test_a_title_in_capitals_below_a_courts_name_is_a_line_of_its_own() -> None:
    court = "United States Court of Appeals for the Fourteenth Osterly Circuit"
    text = joined([centred(60, court), centred(74, "DOCKETING STATEMENT"), *prose(72, 110, 5)])
    assert text.startswith(f"{court}\nDOCKETING STATEMENT\n\n")


def test_a_speck_before_a_line_moves_neither_its_place_nor_its_edge() -> None:
    text = [*tokens(*prose(72, 100, 6)), Token(".", 60, 127, 62, 129, 0.4)]
    read = read_in_order([Sheet(1, 612.0, 792.0, text, method="ocr")])
    (speck,) = [s for s in settings_of(read) if s.text.startswith(". ")]
    lines = [s for s in settings_of(read) if s.text.startswith("the court")]
    assert speck.left == speck.last_left == speck.inner == lines[0].left
    assert lines[0].top - speck.top == lines[1].top - lines[0].top


def test_what_stands_under_a_typed_signature_is_its_blocks() -> None:
    names: list[Run] = [
        (258.0, 300.0, "Very truly yours,"),
        (258.0, 340.0, "s/Jane Roe"),
        (258.0, 354.0, "Case Manager"),
    ]
    assert "s/Jane Roe\nCase Manager" in joined([*prose(72, 100, 5), *names])


def test_a_name_that_handwriting_left_its_last_word_is_its_signature_blocks() -> None:
    names: list[Run] = [
        (330.0, 300.0, "MARRABLE & TIDEWELL LLP"),
        (380.0, 340.0, "ROE"),
        (330.0, 352.0, "12 Harbor Road"),
    ]
    assert joined([*prose(72, 100, 5), *names]).strip().endswith("LLP\nROE\n12 Harbor Road")


def test_a_signature_block_is_one_block_however_it_is_spaced() -> None:
    names = [
        (330.0, 300.0, "MARRABLE & TIDEWELL LLP"),
        (330.0, 340.0, "/s/ Jane Roe"),
        (330.0, 352.0, "Jane Roe"),
    ]
    text = joined([*prose(72, 100, 5), *names])
    assert text.strip().split("\n\n")[-1] == "MARRABLE & TIDEWELL LLP\n/s/ Jane Roe\nJane Roe"


def test_a_quotation_is_a_paragraph_of_its_own_width() -> None:
    quoted: list[Run] = [
        (108.0, 220 + 12 * n, "an order that is not final may be reviewed only where") for n in range(4)
    ]
    quoted.append((108.0, 268.0, "the statute says so."))
    text = joined([*prose(72, 100, 3), *quoted, *prose(72, 310, 4)])
    (quotation,) = [block for block in text.split("\n\n") if block.startswith("an order")]
    assert "\n" not in quotation
    assert quotation.endswith("so.")


def test_the_second_line_of_an_item_hangs_from_its_mark() -> None:
    item = [
        (72.0, 220.0, "1."),
        (108.0, 220.0, "the parties shall meet and confer within ten days of this order on"),
        (108.0, 232.0, "the scope of the search."),
    ]
    text = joined([*prose(72, 60, 4), *item, *prose(72, 280, 3)])
    assert "order on the scope of the search." in text


def test_a_versus_between_names_is_no_item() -> None:
    cited = [
        (108.0, 220.0, "we hold that the case is governed by what this court said in Marrable"),
        (72.0, 244.0, "v. Tidewell, which no party to this action has asked us to overrule, and"),
        (72.0, 268.0, "affirm."),
    ]
    assert "in Marrable v. Tidewell" in joined([*prose(72, 60, 4), *cited])


def test_a_court_name_is_one_block_of_set_lines() -> None:
    title = [centred(60, "UNITED STATES DISTRICT COURT"), centred(84, "EASTERN DISTRICT OF CALIFORNIA")]
    text = joined([*title, *prose(72, 150, 6)])
    assert text.startswith("UNITED STATES DISTRICT COURT\nEASTERN DISTRICT OF CALIFORNIA\n\n")


def test_a_centred_heading_is_no_part_of_the_text_below() -> None:
    text = joined([*prose(72, 60, 4), centred(180, "DISCUSSION"), *prose(72, 204, 4)])
    assert "\n\nDISCUSSION\n\n" in text


def test_a_paragraph_below_a_heading_may_end_as_far_from_the_margin_as_it_begins() -> None:
    first: Run = (108.0, 204.0, "the court has read all of the papers that the parties filed")
    text = joined([*prose(72, 60, 4), centred(180, "DISCUSSION"), first, *prose(72, 228, 4, indent=0)])
    assert "\n\nDISCUSSION\n\nthe court" in text


def test_a_paragraph_cut_at_a_page_end_after_its_first_line_is_no_heading() -> None:
    first: Run = (108.0, 200.0, "IT IS ORDERED that the clerk shall enter the PRELIMINARY")
    over: list[Run] = [(72.0, 100.0, "INJUNCTION " + FULL[11:]), *prose(72, 124, 3, indent=0)]
    assert "PRELIMINARY INJUNCTION" in joined([*prose(72, 80, 3), first], over)


def test_a_numbered_paragraph_begins_at_its_mark_in_the_margin() -> None:
    marked: list[Run] = [(30.0, 196.0, "¶ 20"), (108.0, 196.0, FULL[8:])]
    full = [*prose(72, 100, 3)[:-1], (72.0, 172.0, FULL)]
    text = joined([*full, *marked, *prose(72, 220, 3, indent=0)])
    assert "\n\n¶ 20 the court" in text or f"\n\n¶ 20 {FULL[8:]}" in text


def test_a_first_line_left_of_a_full_heading_begins_a_paragraph() -> None:
    heading: Run = (126.0, 180.0, "2. The Witness Has Applied What She Knows to the Facts of This")
    text = joined([*prose(72, 60, 4), heading, *prose(72, 204, 4)])
    assert "of This\n\n" in text


def test_an_item_and_the_lines_that_hang_from_it_have_a_right_margin_of_their_own() -> None:
    item: list[Run] = [
        (108.0, 200.0, "i."),
        (144.0, 200.0, "a game that is played by skill of hand"),
        *(
            (144.0, 212.0 + 12 * n, line)
            for n, line in enumerate(("and that shows the prize of the winner", "after it ends."))
        ),
    ]
    assert "hand and that shows the prize of the winner after it ends." in joined([*prose(72, 60, 4), *item])


def test_a_quotation_cut_within_a_citation_at_a_page_end_goes_on() -> None:
    quoted: list[Run] = [
        (94.0, 300 + 12 * n, "the court has read all of the papers that the parties had filed,")
        for n in range(4)
    ]
    text = joined([*prose(72, 100, 3), *quoted], [(94.0, 100.0, "681 (9th Cir. 1999)."), *prose(72, 130, 3)])
    assert "had filed, 681 (9th Cir. 1999)." in text


def test_a_sentence_below_a_short_item_begins_a_block() -> None:
    items: list[Run] = [
        (72.0, 220.0, "1."),
        (90.0, 220.0, "Appearance form"),
        (72.0, 232.0, "These are due soon."),
    ]
    assert "1. Appearance form\n\nThese are due soon." in joined([*prose(72, 60, 4), *items])


def test_the_parts_of_a_table_of_authorities_have_headings() -> None:
    cases = "Federal Cases\nRoe v. Doe, 793 F.2d 1072\t4\nDoe v. Poe, 12 F.3d 99\t7\n"
    text = join_lines(f"{cases}Other Authorities\nRestatement of Contracts\t9\n")
    assert text.startswith("Federal Cases\n\nRoe")
    assert "\n\nOther Authorities\n\nRestatement" in text


def test_what_a_juror_ticks_is_a_block_between_question_and_instruction() -> None:
    lines = [
        (108.0, 100.0, "Did the officer use excessive force against the plaintiff?"),
        (108.0, 120.0, "YES ____ NO ____"),
        (108.0, 140.0, "Please proceed to Question 2."),
    ]
    assert joined(lines).strip().split("\n\n") == [text for *_, text in lines]


def test_a_sticker_beyond_the_margin_parts_no_sentence() -> None:
    asked = [
        (108.0, 100.0, "Did the plaintiffs prove that the defendants acted knowingly in"),
        (108.0, 112.0, "making the statements or omissions?"),
    ]
    sticker = [(380.0, 500.0 + 12 * n, "ROE AND DOE, ET AL. V. POE BIOTECHNOLOGY") for n in range(6)]
    assert joined([*asked, *sticker]).startswith(" ".join(text for *_, text in asked) + "\n\n")


def test_list_lines_that_begin_small_stay_apart() -> None:
    lines = [
        (72.0, 100.0, "the deposition of Jane Roe, taken in May;"),
        (72.0, 112.0, "the report of Dr. Poe;"),
        (72.0, 124.0, "the ledger."),
    ]
    assert joined(lines).count("\n") == 3


def test_a_slanted_line_begins_where_its_first_word_stands() -> None:
    asked = ["Did the defendant act knowingly when it made the statements, or omitted", "them at all?"]
    lines = [
        tokens((left, top + below, text))
        for top in (100.0, 200.0, 300.0)
        for left, below, text in (
            (72.0, 0.0, "2. KNOWINGLY"),
            (106.0, 26.0, asked[0]),
            (106.0, 38.0, asked[1]),
        )
    ]
    slanted = [
        word._replace(top=word.top - 0.02 * word.left, bottom=word.bottom - 0.02 * word.left, row=row)
        for row, line in enumerate(lines, 1)
        for word in line
    ]
    made = document(slanted)
    text = made.edited(find_paragraphs(made), by="paragraphs").text
    assert text.count(" ".join(asked)) == 3


def test_in_a_dump_a_line_set_in_over_lines_at_the_margin_begins_a_paragraph() -> None:
    lines = [
        *["the applicants of that year were more than the school could take, and"] * 3,
        "The petitioner was denied admission.",
        "   In recent years the school has used three different ways to",
        *["weigh each of the applications that it has before it, and of these"] * 3,
        "one is at issue.",
    ]
    assert "\n\nIn recent years" in join_lines("\n".join(lines) + "\n")


def test_black_runs_on_from_a_line_to_the_next() -> None:
    lines = [
        (108.0, 100.0, FULL[8:]),
        (72.0, 124.0, "There is another reason for it."),
        (72.0, 148.0, "[REDACTED] This confirms that the parties knew of it and of the other"),
        (72.0, 172.0, "matters. See id."),
        (72.0, 196.0, "[REDACTED] ). So the motion is denied in all that it asks the court for"),
    ]
    assert "\n\n" not in joined(lines).strip()
    indented: Run = (108.0, 148.0, "[REDACTED] asks the court to modify the order")
    assert "\n\n" in joined([*lines[:2], indented]).strip()


def test_a_notes_first_line_is_no_heading_however_it_ends() -> None:
    note: list[Run] = [
        (108.0, 600.0, "[^1]: The officer was put in the place of the one before in"),
        (72.0, 618.0, "the course of the appeal, as the rules of the court provide for,"),
        (72.0, 630.0, "in the official capacity."),
    ]
    assert "before in the course" in joined([*prose(72, 100, 5), *note])


def test_a_heading_in_the_measure_of_the_first_lines_ends_before_its_paragraph() -> None:
    heading: list[Run] = [
        (108.0, 180.0, "C."),
        (144.0, 180.0, "The Transfer of the Funds Should Be Authorized at"),
    ]
    text = joined([*prose(72, 60, 4), *heading, *prose(72, 204, 4)])
    assert "Authorized at\n\n" in text


def test_a_certificates_title_over_a_first_line_is_no_group_of_centred_lines() -> None:
    first: Run = (108.0, 204.0, "I certify that the papers of the parties were filed and")
    text = joined(
        [*prose(72, 60, 3), centred(180, "CERTIFICATE OF SERVICE"), first, *prose(72, 228, 4, indent=0)]
    )
    assert "\n\nCERTIFICATE OF SERVICE\n\nI certify" in text
