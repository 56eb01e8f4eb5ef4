"""What stands about titles: courts' names, headings, captions, and the text below them."""

from cleaners.paragraphs import join_lines
from tests.cleaners.pages import FULL, Run, centred, joined, prose


def test_a_heading_below_the_short_end_of_a_paragraph_begins_a_block() -> None:
    lines: list[Run] = [*[(72.0, 100.0 + 12 * n, FULL) for n in range(3)], (72.0, 136.0, "by law.")]
    assert "by law.\n\nHeld:" in joined([*lines, (62.0, 149.0, "Held:"), (82.0, 162.0, FULL)])


def test_a_title_below_a_docket_number_is_a_block() -> None:
    text = joined([centred(60, "No. 30-1234"), centred(74, "ENTRY OF APPEARANCE"), *prose(72, 110, 5)])
    assert text.startswith("No. 30-1234\n\nENTRY OF APPEARANCE\n\n")


def test_a_title_in_capitals_below_a_courts_name_is_a_line_of_its_own() -> None:
    court = "United States Court of Appeals for the Fourteenth Osterly Circuit"
    text = joined([centred(60, court), centred(74, "DOCKETING STATEMENT"), *prose(72, 110, 5)])
    assert text.startswith(f"{court}\nDOCKETING STATEMENT\n\n")


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


def test_a_first_line_left_of_a_full_heading_begins_a_paragraph() -> None:
    heading: Run = (126.0, 180.0, "2. The Witness Has Applied What She Knows to the Facts of This")
    text = joined([*prose(72, 60, 4), heading, *prose(72, 204, 4)])
    assert "of This\n\n" in text


def test_the_parts_of_a_table_of_authorities_have_headings() -> None:
    cases = "Federal Cases\nRoe v. Doe, 793 F.2d 1072\t4\nDoe v. Poe, 12 F.3d 99\t7\n"
    text = join_lines(f"{cases}Other Authorities\nRestatement of Contracts\t9\n")
    assert text.startswith("Federal Cases\n\nRoe")
    assert "\n\nOther Authorities\n\nRestatement" in text


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


def test_the_judge_below_stands_apart_from_the_court_below() -> None:
    below: list[Run] = [
        (72.0, 180.0, "Appealed from: United States District Court for the District of Osterland"),
        (72.0, 208.0, "Chief Judge Anna Q. Marrable"),
    ]
    text = joined([*prose(72, 60, 4), *below, *prose(72, 236, 4)])
    assert "District of Osterland\n\nChief Judge Anna Q. Marrable\n\n" in text


def test_the_numeral_of_a_part_and_the_letter_of_its_section_are_headings_each() -> None:
    assert "\n\nII\n\nA\n\n" in joined(
        [*prose(72, 60, 4), centred(180, "II"), centred(194, "A"), *prose(72, 218, 4)]
    )


def test_a_paragraph_goes_on_from_its_first_line_though_a_heading_stands_closer_above() -> None:
    heading: list[Run] = [centred(180, "DISCUSSION"), centred(194, "The Motion Is Timely")]
    first: Run = (108.0, 211.0, FULL[8:])
    rest: list[Run] = [(72.0, 235.0 + 24 * n, FULL) for n in range(3)]
    assert f"\n\n{first[2]} {FULL}" in joined([*prose(72, 60, 4), *heading, first, *rest])


def test_a_quotation_below_what_announces_it_is_a_block_however_close() -> None:
    quoted: list[Run] = [(108.0, 116.0 + 14 * n, FULL[6:]) for n in range(3)]
    text = joined([*prose(72, 60, 2, pitch=14), (108.0, 102.0, "The statute provides:"), *quoted])
    assert f"\n\nThe statute provides:\n\n{FULL[6:]}" in text


def test_a_telephones_number_is_a_line_of_the_address() -> None:
    address = ["POE & DOE LLP", "12 Harbor Road", "Norwick, New York 10101", "(212) 555-0188"]
    text = joined([(72.0, 60.0 + 14 * n, line) for n, line in enumerate(address)])
    assert text == "\n".join(address) + "\n"
