"""Opinions' title pages, the appearances of transcripts, and what a page's neighbours say of its margins."""

from __future__ import annotations

from cleaners.document import Document
from cleaners.paragraphs import find_paragraphs
from cleaners.reading_order.layout import Sheet, read_in_order
from tests.cleaners.pages import FULL, Run, centred, joined, prose, tokens


def blocks(*pages: list[Run]) -> list[str]:
    return joined(*pages).strip().split("\n\n")


def test_dates_and_panel_are_blocks_of_their_own() -> None:
    title = [
        centred(60, "Argued: May 4, 2032"),
        centred(82, "Decided: July 9, 2032"),
        centred(104, "Before: MARRABLE and TIDEWELL, Circuit Judges, and"),
        centred(116, "OSTERLY, District Judge."),
    ]
    assert blocks([*title, *prose(72, 160, 6)])[:3] == [
        "Argued: May 4, 2032",
        "Decided: July 9, 2032",
        "Before: MARRABLE and TIDEWELL, Circuit Judges, and OSTERLY, District Judge.",
    ]


def test_a_number_below_two_dates_is_apart() -> None:
    dates: list[Run] = [(72.0, 60.0, "Argued December 10, 2032"), (340.0, 60.0, "Decided February 5, 2033")]
    found = blocks([*dates, centred(88, "No. 32-3125"), *prose(72, 160, 6)])
    assert found[:2] == ["Argued December 10, 2032 Decided February 5, 2033", "No. 32-3125"]


def test_the_parties_begin_below_number_and_date() -> None:
    caption = [
        centred(60, "2032-OSC-1"),
        centred(84, "Filed 11 February 2032"),
        centred(108, "PERPETUA MARRABLE,"),
        centred(132, "v."),
        centred(156, "STATE OF OSTERLY."),
    ]
    found = blocks([*caption, *prose(72, 230, 6)])
    assert found[:3] == [
        "2032-OSC-1",
        "Filed 11 February 2032",
        "PERPETUA MARRABLE,\nv.\nSTATE OF OSTERLY.",
    ]


def test_a_caption_goes_on_below_a_corporation_s_abbreviation() -> None:
    lines = [
        (100, "PERPETUA MARRABLE,"),
        (112, "v."),
        (124, "Osterly Dock Corp."),
        (146, "and Does 1 to 10,"),
    ]
    caption = [*(centred(at, line) for at, line in lines), centred(158, "Defendants.")]
    assert blocks([*caption, *prose(72, 230, 6)])[0].endswith("Corp.\nand Does 1 to 10,\nDefendants.")


def test_counsel_hang_from_their_first_line() -> None:
    counsel = [
        (108.0, 220.0, "PERPETUA MARRABLE, of Marrable & Tidewell LLP in the city of"),
        (144.0, 232.0, "Osterly, for the appellant."),
    ]
    found = blocks([*prose(72, 60, 4), *counsel, *prose(72, 280, 4)])
    assert found[1].endswith("in the city of Osterly, for the appellant.")


def test_an_initial_at_a_line_s_start_is_no_item() -> None:
    full = "the court has read what was filed by the clerk for Marrable"
    page = [(108.0, 100.0, full), (72.0, 112.0, "B. Tidewell, who " + FULL[17:]), (72.0, 124.0, "action.")]
    assert len(blocks([*page, *prose(72, 160, 6)])[0].splitlines()) == 1


def test_what_stands_at_the_right_alone_begins_no_block() -> None:
    right: Run = (72 + 6.0 * len(FULL) - 2.0 * FULL.count(" ") - 42, 60.0, "Page(s)")
    assert blocks([right, (72.0, 84.0, "Cases"), *prose(72, 130, 6)])[:2] == ["Page(s)", "Cases"]


def test_an_entry_of_a_table_ends_with_its_page_over_the_sheet_s_end_too() -> None:
    text = "Marrable v. Tidewell, 793 F.2d 1072\t7\fRoe v. Doe, 12 F.4th 3\t9\n"
    document = Document.from_text(text)
    assert document.edited(find_paragraphs(document), by="paragraphs").text == text.replace("\f", "\n")


def test_a_quotation_goes_on_over_the_page() -> None:
    line = "an order that is not final may be reviewed only where"
    first = [*prose(72, 100, 3), *((108.0, 220.0 + 12 * n, line) for n in range(4))]
    second = [
        *((108.0, 100.0 + 12 * n, line) for n in range(4)),
        (108.0, 148.0, "it says so."),
        *prose(72, 190, 4),
    ]
    assert f"{line} {line} {line} {line} {line}" in joined(first, second)


def test_a_schedule_across_a_wide_sheet_says_nothing_of_the_order_s_margins() -> None:
    order = Sheet(1, 612.0, 792.0, tokens(*prose(72, 100, 8)))
    wide = f"{FULL} {FULL[:60]}"
    schedule = Sheet(2, 792.0, 612.0, tokens(*((40.0, 100.0 + 24 * n, wide) for n in range(8))))
    document = read_in_order([order, schedule])
    text = document.edited(find_paragraphs(document), by="paragraphs").text
    assert "\n" not in text[: text.index("action.")]


def test_names_below_one_another_are_no_quotation() -> None:
    copies: list[Run] = [
        (72.0, 300.0, "cc:"),
        (108.0, 300.0, "Perpetua Marrable"),
        (108.0, 312.0, "Ambrose Tidewell"),
        (108.0, 324.0, "Osric Osterly"),
    ]
    assert blocks([*prose(72, 60, 6), *copies])[-1].endswith("Marrable\nAmbrose Tidewell\nOsric Osterly")


def test_a_transcript_in_capitals_runs_on_through_paragraphs_and_pages() -> None:
    def speech(top: float) -> list[Run]:
        return [
            (144.0, top, "THE COURT: GOOD MORNING."),
            (108.0, top + 24, "IS ANYONE HERE FOR MR. TIDEWELL,"),
            (72.0, top + 48, "WHO WAS TO APPEAR?"),
            (144.0, top + 72, "MS. MARRABLE: I AM."),
        ]

    long = [(108.0 if n % 3 == 0 else 72.0, 100.0 + 24 * n, "I SHOULD SAY SO NOW.") for n in range(6)]
    noted: Run = (108.0, 60.0, "(COURT CONVENED AT 9:00 A.M.)")
    found = blocks([noted, *speech(100), *speech(200)], long, [*speech(100), *speech(200)])
    assert found[0] == "(COURT CONVENED AT 9:00 A.M.)"
    assert found[1] == "THE COURT: GOOD MORNING. IS ANYONE HERE FOR MR. TIDEWELL, WHO WAS TO APPEAR?"
    assert found[4] == "MS. MARRABLE: I AM. " + " ".join(["I SHOULD SAY SO NOW."] * 6)
