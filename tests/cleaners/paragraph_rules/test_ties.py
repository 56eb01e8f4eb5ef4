"""Where blocks begin and end on pages whose words have places."""

from itertools import pairwise

from cleaners.page import Token
from cleaners.paragraphs import find_paragraphs, join_lines
from cleaners.reading_order.layout import Sheet, read_in_order
from cleaners.typesetting.setting import settings_of
from tests.cleaners.pages import FULL, Run, document, joined, prose, tokens


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


def test_a_speck_before_a_line_moves_neither_its_place_nor_its_edge() -> None:
    text = [*tokens(*prose(72, 100, 6)), Token(".", 60, 127, 62, 129, 0.4)]
    read = read_in_order([Sheet(1, 612.0, 792.0, text, method="ocr")])
    (speck,) = [s for s in settings_of(read) if s.text.startswith(". ")]
    lines = [s for s in settings_of(read) if s.text.startswith("the court")]
    assert speck.left == speck.last_left == speck.inner == lines[0].left
    assert lines[0].top - speck.top == lines[1].top - lines[0].top


def test_a_quotation_is_a_paragraph_of_its_own_width() -> None:
    quoted: list[Run] = [
        (108.0, 220 + 12 * n, "an order that is not final may be reviewed only where") for n in range(4)
    ]
    quoted.append((108.0, 268.0, "the statute says so."))
    text = joined([*prose(72, 100, 3), *quoted, *prose(72, 310, 4)])
    (quotation,) = [block for block in text.split("\n\n") if block.startswith("an order")]
    assert "\n" not in quotation
    assert quotation.endswith("so.")


def test_a_quotation_in_capitals_that_fills_its_lines_is_no_title() -> None:
    line = "I UNDERSTAND THAT IT IS MINE TO VERIFY ALL THAT IS STATED"
    quoted: list[Run] = [(102.0, 220 + 12 * n, line) for n in range(3)]
    text = joined([*prose(72, 100, 3), *quoted, (102.0, 256.0, "ABOVE."), *prose(72, 310, 4)])
    assert f"\n\n{' '.join([line] * 3)} ABOVE.\n\n" in text


def test_a_bracketed_number_amid_a_sentence_is_no_item() -> None:
    """``two`` / ``(2) laptops``: below a full line that stops without a colon, at the margin."""
    first = (108.0, 100.0, FULL[8:-7] + " use two")
    text = joined([first, (72.0, 124.0, "(2) laptops " + FULL[12:]), *prose(72, 148, 3)])
    assert "use two (2) laptops" in text
    listed = (108.0, 100.0, FULL[8:-7] + " these: ")
    assert "these:\n\n(2) laptops" in joined(
        [listed, (72.0, 124.0, "(2) laptops " + FULL[12:]), *prose(72, 148, 3)]
    )


def test_a_number_that_closes_a_bracket_is_no_item() -> None:
    item = [(72.0, 220.0, "1."), (108.0, 220.0, FULL[:49] + " (Dkt. No."), (108.0, 244.0, "88) is moot.")]
    assert "(Dkt. No. 88) is moot." in joined([*prose(72, 60, 4), *item, *prose(72, 280, 3)])
    cited = [
        (72.0, 220.0, "1."),
        (108.0, 220.0, FULL[:43] + " Br. at 1, Doc."),
        (72.0, 244.0, "6. The B&C Fund"),
    ]
    assert "Doc. 6. The B&C Fund" in joined([*prose(72, 60, 4), *cited, *prose(72, 268, 3)])


def test_a_quotation_that_no_sentence_ends_goes_on_over_the_page_with_a_capital() -> None:
    line = "Roe Bros. v. Doe, Fed. R. Evid. 403, App. Code. The"
    quoted = [(102.0, 600 + 12 * n, line) for n in range(3)]
    rest = [(102.0, 60.0, "Court " + line[8:]), (102.0, 72.0, "Court held.")]
    assert "The Court" in joined([*prose(72, 60, 3), *quoted], [*rest, *prose(72, 120, 3)])


def test_paragraphs_at_the_margin_are_parted_by_space_alone() -> None:
    """Six points more than the leading, below a full line that ends a sentence; amid one it parts none."""
    one = [(72.0, 100.0 + 24 * n, FULL[:-4] + ("one." if n == 2 else "all")) for n in range(3)]
    two = [(72.0, 178.0 + 24 * n, "The " + FULL[4:]) for n in range(3)]
    assert "filed in one.\n\nThe court" in joined([*one, *two])
    assert "filed in all The court" in joined([*one[:2], (72.0, 148.0, one[0][2]), *two])


def test_text_left_of_an_items_lines_begins_a_block() -> None:
    item = [(108.0, 220.0, "1."), (144.0, 220.0, FULL[:56]), (144.0, 244.0, FULL[:55] + ".")]
    text = joined([*prose(72, 60, 4), *item, (108.0, 268.0, "As the court held:"), *prose(72, 300, 3)])
    assert ".\n\nAs the court held:" in text


def test_an_address_is_one_block_however_far_apart_its_lines_are() -> None:
    lines = (
        "POE & DOE LLP",
        "100 Main Street, Suite 400",
        "San Jose, California 95113",
        "Telephone: (408) 555-0134",
    )
    text = joined([*((72.0, 100 + 24.0 * n, text) for n, text in enumerate(lines)), *prose(72, 240, 4)])
    assert text.startswith("\n".join(lines) + "\n\n")


def test_a_table_of_contents_begins_below_its_title() -> None:
    assert join_lines("TABLE OF CONTENTS\nINTRODUCTION\t1\nARGUMENT\t4\n").startswith(
        "TABLE OF CONTENTS\n\nINTRO"
    )


def test_a_line_left_short_of_the_margin_amid_a_sentence_goes_on() -> None:
    """Word keeps the points of an ellipsis together, and a section sign with its number."""
    runs = [
        *prose(72, 100, 3)[:-1],
        (72.0, 172.0, FULL[:56] + " danger"),
        (72.0, 196.0, "of . . . it " + FULL[12:]),
    ]
    assert "danger of . . . it" in joined([*runs, *prose(72, 220, 3)])


def test_a_one_line_paragraph_that_ends_in_a_colon_stands_over_another() -> None:
    told = (108.0, 100.0, "TO ALL OF THE PARTIES AND TO THEIR ATTORNEYS OF RECORD WITH A:")
    assert "WITH A:\n\n" in joined([told, *prose(72, 124, 3), *prose(72, 220, 3)])


def test_a_note_set_in_goes_on_over_the_page_with_a_name() -> None:
    """Its lines hang from its number; the sentence has not ended and was not broken off."""
    name = "Roe Bros. (App. C to Br.); Poe & Co. (App. D to Br.); Doe Outlet"
    note = [(90.0, 600 + 12 * n, name) for n in range(3)]
    rest = [(90.0, 60.0, "Outlet " + name[7:]), (90.0, 72.0, "a day.")]
    assert "Doe Outlet Outlet" in joined([*prose(72, 60, 3), *note], [*rest, *prose(72, 120, 3)])


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


def test_a_numbered_paragraph_begins_at_its_mark_in_the_margin() -> None:
    marked: list[Run] = [(30.0, 196.0, "¶ 20"), (108.0, 196.0, FULL[8:])]
    full = [*prose(72, 100, 3)[:-1], (72.0, 172.0, FULL)]
    text = joined([*full, *marked, *prose(72, 220, 3, indent=0)])
    assert "\n\n¶ 20 the court" in text or f"\n\n¶ 20 {FULL[8:]}" in text


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


def test_a_recital_begins_a_block_however_full_the_one_before_it_ends() -> None:
    full = "no continuance of this trial has been asked for before by them;"
    text = joined([(108.0, 100.0, full), (108.0, 124.0, "WHEREAS, " + FULL[9:]), (72.0, 148.0, FULL)])
    assert text.startswith(full + "\n\nWHEREAS,")


def test_a_short_paragraph_begins_below_the_last_line_of_one() -> None:
    """As the recitals of a state court's order, at one and a half lines' space."""
    order = [
        *prose(72, 100, 2, pitch=20),
        (108, 160, "IT IS on this ____ day of May,"),
        *prose(72, 180, 1, pitch=20),
    ]
    assert joined(order).count("\n\n") == 2


def test_the_rows_of_a_table_say_nothing_of_the_leading_of_the_text_below() -> None:
    table = [(x, 240 + 14 * n, f"Cell {n}") for n in range(9) for x in (72, 240, 400)]
    double = [(108, 366, f"{FULL[8:-5]}them."), (72, 394, FULL.capitalize()), (72, 422, "action.")]
    assert f"them. {FULL.capitalize()} action." in joined([*prose(72, 100, 6, pitch=14), *table, *double])
