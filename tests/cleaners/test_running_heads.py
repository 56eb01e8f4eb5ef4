import pytest

from cleaners import clean
from cleaners.document import Document
from cleaners.line_numbers import find_line_numbers
from cleaners.page import Rule, Token
from cleaners.page_edges.edges import without_specks
from cleaners.reading_order.layout import Sheet, read_in_order
from cleaners.running_heads import find_running_heads, strip_running_heads
from tests.cleaners.pages import Run, document, numbers, removed, tokens

BODY: list[Run] = [(104, 80 + 24 * n, "The motion of the plaintiff is denied") for n in range(8)]


def paper(*runs: Run) -> list[Token]:
    return tokens(*numbers(28, pitch=23.46), *BODY, *runs)


def test_what_stands_below_the_numbered_lines_is_a_footer() -> None:
    found = removed(document(paper((250, 738, "ORDER DENYING MOTION"))), find_running_heads)
    assert found == [("ORDER DENYING MOTION", "running footer")]


def test_an_opinions_number_is_a_head_whatever_was_made_of_its_hyphens() -> None:
    heads = ["2031-OSTR-12", "2031-OSTR 12", "2031—OSTR 12", "2031-OSTR-12"]
    pages = [tokens((250, 30, "ROE v. DOE"), (250, 50, head), *BODY) for head in heads]
    left = document(*pages)
    assert "OSTR" not in left.edited(find_running_heads(left), by="running heads").text


def test_pages_that_end_in_the_same_words_of_a_sentence_keep_them() -> None:
    text = "The parties confer within ten days of\nthis order.\n\fThey shall report by May of\nthis order.\n"
    assert strip_running_heads(text) == text


@pytest.mark.parametrize(
    "last", [("/s/ Hal Wintermere", "Hal Wintermere"), ("in Doe.", "As this court explained:")]
)
def test_a_page_keeps_a_last_line_that_its_text_wants_though_another_page_ends_in_it(
    last: tuple[str, str],
) -> None:
    """Who signed the brief and the certificate behind it; what announces a quotation on the next page."""
    ending: list[Run] = [(300, 640, last[0]), (300, 652, last[1])]
    texts = [BODY, [*BODY, *ending], [*BODY, *ending]]
    pages = [tokens(*text, (300, 740, f"{folio}")) for folio, text in enumerate(texts, 1)]
    assert removed(document(*pages), find_running_heads) == []


def test_a_footnote_beside_and_below_the_last_numbers_stays() -> None:
    note: list[Run] = [
        (110, 700, "1 By letter of May 4 the defendant"),
        (104, 712, "asked for more time, and the court"),
        (104, 724, "granted it on the day after that."),
        (104, 736, "The parties then met, and no motion followed."),
    ]
    assert removed(document(paper(*note)), find_running_heads) == []


def test_a_short_note_under_its_rule_below_the_last_number_stays() -> None:
    page = paper((104, 740, "2 Id. at 4."))
    assert removed(document(page, rules=[Rule(104, 728, 248, 729)]), find_running_heads) == []


def test_lines_set_on_below_the_last_number_stay() -> None:
    """Of a note that names cases, and of text whose paper has too few numbers, in a caption's cell too."""
    note: list[Run] = [(104, 700 + 12 * n, f"Poe v. Roe (App. {n} to Br.); Doe v. Poe CBA") for n in range(4)]
    assert removed(document(paper(*note)), find_running_heads) == []
    page = tokens(*numbers(25), *((104, 80 + 24 * n, f"Dept. {n} of the DISTRICT") for n in range(26)))
    assert removed(document(page), find_running_heads) == []
    cells: list[Run] = [
        (104, 200, "JANE ROE,"),
        (104, 224, "Plaintiff."),
        *((330, y, "Date: May 4") for y in (608, 632, 656)),
    ]
    page = tokens(*numbers(25), *cells, (330, 680, "Judge: Hon. Ann Poe"))
    assert removed(document(page), find_running_heads) == []


def test_a_signature_set_on_below_the_last_number_stays() -> None:
    """On a scan, too, whose boxes are as high as the letters of the line."""
    text: list[Run] = [(104, y, "The motion of the plaintiff is denied with costs") for y in (560, 584, 608)]
    page = [*tokens(*numbers(25), *text, (330, 656, "Dated: May 4")), *tokens((330, 680, "Ann Poe"), size=14)]
    read = read_in_order([Sheet(1, 612.0, 792.0, page, method="ocr")])
    assert removed(read, find_running_heads) == []


def test_a_firm_below_the_last_speech_of_a_transcript_is_a_footer() -> None:
    """Two lines below it, as it stands below the one before, and flush with its second word."""
    text: list[Run] = [(104, y, f"MR. ROE: Objection {y}.") for y in (560, 608, 656)]
    firm = "Poe & Doe Reporters (555) 885-0992"
    page = tokens(*numbers(25), *text, (126, 704, firm))
    assert removed(document(page), find_running_heads) == [(firm, "running footer")]


def test_words_in_small_letters_below_the_last_number_stay() -> None:
    item = paper((140, 738, "1. Plaintiff may file an amended complaint within a month of"))
    assert removed(document(item), find_running_heads) == []


def test_notes_that_are_alike_on_two_pages_are_no_footers() -> None:
    """``3 Id. at 12.``: told by the raised number in the text, which a footer's page number has not."""
    pages = [
        [
            *tokens(*((97, 80 + 24 * n, f"the {word} was asked to hold so {n}") for n in range(9))),
            Token(call, 276, 266, 282, 273),
            *tokens((97, 640, f"{call} See Roe Decl. ¶ {call}, Ex. C."), size=10.0),
        ]
        for call, word in (("3", "court"), ("4", "panel"))
    ]
    assert removed(document(*pages), find_running_heads) == []


NOTES = [
    f"the {word} held one\nthe {word} held two\nthe {word} held three\nand all.{call}\n"
    f"{call} The owner gave it up by letter of May 4. See Roe Decl.\n¶ 7, Ex. C.\n"
    for call, word in (("3", "court"), ("4", "panel"))
]
"""Two pages of bare text that end with notes which differ in their numbers alone."""


def test_notes_that_are_alike_on_two_pages_of_bare_text_are_no_footers() -> None:
    text = "\f".join(NOTES)
    assert strip_running_heads(text) == text


def test_a_title_below_notes_that_are_alike_is_a_footer() -> None:
    text = "\f".join(f"{page}OWNER’S MOTION TO DISMISS\n" for page in NOTES)
    assert strip_running_heads(text) == "\n\f".join(NOTES) + "\n"


def test_a_heading_beside_a_misread_first_number_stays() -> None:
    first: Run = (104, 80, "A. The Rates Were Proper")
    page = tokens(*numbers(28)[1:], first, *BODY[1:])
    assert removed(document(page), find_running_heads) == []


def test_text_above_numbers_that_begin_in_the_middle_of_the_page_stays() -> None:
    lines: list[Run] = [(104, 440 + 28 * n, "Plaintiff appeals from") for n in range(10)]
    page = tokens((104, 120, "Before: ROE and DOE"), *numbers(10, pitch=28, first_at=440), *lines)
    assert removed(document(page), find_running_heads) == []


HEAD = "NOTE: This order is nonprecedential.\nUnited States Court of Appeals\n"
CAPTION = "JANE ROE,\nPlaintiff,\nv.\nDOE, INC.,\nDefendant.\n"


def test_a_head_over_a_second_caption_is_a_title() -> None:
    text = Document.from_text(HEAD + CAPTION + "The judgment is\n\f" + HEAD + CAPTION + "affirmed.\n")
    assert removed(text, find_running_heads) == []


def test_each_opinion_of_a_slip_opinion_keeps_the_courts_name() -> None:
    court = "SUPREME COURT OF THE UNITED STATES\n"
    text = Document.from_text(
        "Cite as: 599 U. S. ____ (2031) 1\nOpinion of the Court\n" + court + "No. 29-345\nThe court holds\n\f"
        "Cite as: 599 U. S. ____ (2031) 1\nROE, J., concurring\n" + court + "No. 29-345\nI concur.\n\f"
        "Cite as: 599 U. S. ____ (2031) 1\nDOE, J., dissenting\n" + court + "No. 29-345\nI dissent.\n"
    )
    assert [line for line, _ in removed(text, find_running_heads)] == [
        "Cite as: 599 U. S. ____ (2031) 1",
        "Opinion of the Court",
        "Cite as: 599 U. S. ____ (2031) 1",
        "ROE, J., concurring",
        "Cite as: 599 U. S. ____ (2031) 1",
        "DOE, J., dissenting",
    ]


def test_a_courts_name_that_first_stands_on_the_second_page_stays_there() -> None:
    head = "SUPERIOR COURT OF ARIZONA\n"
    text = Document.from_text("Cover\n\f" + head + "one two\n\f" + head + "three\n\f" + head + "four\n")
    assert len(removed(text, find_running_heads)) == 2


def test_lines_of_a_form_that_meet_at_one_height_stay() -> None:
    foot = ((660, "YES X NO _"), (664, "YES _ NO X"), (600, "YES X NO _"), (540, "Sign here"), (480, "Go on"))
    pages = [
        tokens(*((97, 128 + 24 * n, f"{word} " * 8 + word) for n in range(9)), (150, *line))
        for line, word in zip(foot, ("court", "motion", "judge", "parties", "record"), strict=True)
    ]
    assert removed(document(*pages), find_running_heads) == []


def test_what_a_page_prints_again_and_again_is_no_head() -> None:
    """A verdict form's answers, the last of which stand at one height on all pages."""
    answers = [(150.0, 500.0 + 40 * n, "YES NO") for n in range(4)]
    asked = [(97.0, 480.0 + 40 * n, "Is it so, with regard to") for n in range(4)]
    words = ("court", "motion", "judge")
    pages = [
        tokens(*((x, y, f"{t} the {word}?" if "Is" in t else t) for x, y, t in (*asked, *answers)))
        for word in words
    ]
    assert removed(document(*pages), find_running_heads) == []


def test_answers_that_stand_at_the_edges_and_amid_the_pages_are_no_heads() -> None:
    pages = [
        tokens(
            (97, 80, "__ NOT PROVEN"),
            *((97, 104 + 24 * n, f"the {word} that the {word} was asked for {n}") for n in range(12)),
            (97, 404, "__ NOT PROVEN"),
            *((97, 440 + 24 * n, f"a {word} was the {word} of it {n}") for n in range(6)),
        )
        for word in ("court", "motion", "judge")
    ]
    assert removed(document(*pages), find_running_heads) == []


def test_left_and_right_heads_with_their_folios_are_one_head() -> None:
    text = Document.from_text("\f".join(
        f"{n} No. 29-2110\nbody {w}\n" if n % 2 == 0 else f"No. 29-2110 {n}\nbody {w}\n"
        for n, w in enumerate(("one", "two", "three", "four"), 2)
    ))  # fmt: skip
    assert len(removed(text, find_running_heads)) == 4


def test_lines_of_the_text_that_a_dump_put_behind_the_line_numbers_stay() -> None:
    numbered_lines = [f"{n:2}  the court finds that the motion of" for n in range(1, 26)]
    behind = [
        f"THE {n} OF THE PARTIES THAT CAME HERE"
        for n in ("FIRST", "SECOND", "THIRD", "FOURTH", "FIFTH", "LAST")
    ]
    text = Document.from_text("\n".join([*numbered_lines, "", *behind]))
    text = text.edited(find_line_numbers(text), by="line numbers")
    assert removed(text, find_running_heads) == []


def test_a_docket_number_on_top_of_two_pages_is_a_head_whatever_specks_stand_beside_it() -> None:
    heads = ("No. 31-50498", ". —_ No. 31-50498 =", "No. 31-50498 a,", "FACTS")
    pages = [
        tokens((100.0, 70.0, head), *((97.0, 128.0 + 24 * n, f"{word} " * 8 + word) for n in range(6)))
        for head, word in zip(heads, ("court", "motion", "judge", "parties"), strict=True)
    ]
    assert [line for line, _ in removed(document(*pages), find_running_heads)] == list(heads[:3])


def test_a_line_of_many_blanks_costs_no_more_than_its_length() -> None:
    assert without_specks(f"|  -{' ' * 10_000}ROE v. DOE{' ' * 10_000}—") == "ROE v. DOE"


def test_what_a_dump_puts_below_the_last_number_is_text_if_it_is_a_sentences() -> None:
    lines = [f"{n}   the owner of the barge says that the port had no right to sell" for n in range(1, 29)]
    footer = "             PLAINTIFF'S OPPOSITION TO THE MOTION OF THE PORT"
    for end in (
        "what it had raised from the harbor.",
        "See Marrable, 242 B.R. at 825.",
        "Here the master spoke out:",
        "to the owner of it for what the",
    ):
        text = clean("\n".join([*lines, "", f"     {end}", footer, ""]))
        assert end in text
        assert "OPPOSITION" not in text


@pytest.mark.parametrize(
    "head",
    [
        "ROE - DIRECT 17",
        "Roe - Cross/Redirect",
        "N3K5ROE1   Roe – Cross   212",
        "St. Clair - Cross - Ms. Doe",
    ],
)
def test_a_head_says_who_is_examined_on_one_page_too(head: str) -> None:
    assert strip_running_heads(f"{head}\n\nQ. Did you see it?\n") == "\n\nQ. Did you see it?\n"


@pytest.mark.parametrize(
    "first",
    ["The witness turned - direct", "CROSS-EXAMINATION", "CROSS - EXAMINATION", "Roe-Direct Mail Co. paid"],
)
def test_a_line_that_names_no_witness_examined_stays(first: str) -> None:
    text = f"{first}\nQ. Did you see it?\n"
    assert strip_running_heads(text) == text


@pytest.mark.parametrize(
    "last",
    [
        "(Recess taken.)", "I can tell.", "12 years.", "Street.", "BY MR. ROE:", "worked out yourself?",
        "F.3d 300, 335 (9th Cir. 2031), Your Honor.", "Cir. 2031), Your Honor.", "CROSS-EXAMINATION",
    ],
)  # fmt: skip
def test_pages_that_end_in_the_same_short_words_keep_them(last: str) -> None:
    text = f"The barge left at noon\n{last}\n\fThe crew came back\n{last}\n"
    assert strip_running_heads(text) == text


def test_a_cases_title_is_a_head_whatever_it_ends_in() -> None:
    head = "Title  Roe v. County of the Sable, et al."
    text = f"{head}\nThe court denies\n\f{head}\nthe motion.\n"
    assert strip_running_heads(text) == "\nThe court denies\n\f\nthe motion.\n"


def test_what_people_say_at_the_end_of_each_page_is_no_footer() -> None:
    pages = [f"Q. Did you see {what}?\nA. Yes, I did.\n" for what in ("the barge", "its log", "the crew")]
    text = "\f".join(pages)
    assert strip_running_heads(text) == text


def test_the_last_numbered_line_of_a_speech_is_no_footer() -> None:
    speech: Run = (104, 714, "THE WITNESS: Thank you. I have only a handful of")
    for filing in (document(*[paper(speech)] * 2), document(*[paper((104, 714, "Yes, sir"))] * 3)):
        left = filing.edited(find_line_numbers(filing), by="line numbers")
        assert removed(left, find_running_heads) == []


def test_the_head_over_a_lone_numbered_page_goes_whatever_other_pages_say() -> None:
    said = [f"{n} and so the master said that barge {n} had sunk" for n in range(3, 25)]
    lines = [
        "Opening Statement — Mr. Doe",
        "Page 909",
        "1 MR. DOE: Listen to what he told the port,",
        "2 which he owed,",
    ]
    page = "\n".join([*lines, *said, "25 in its harbor.", "Jane Roe, CSR, RPR", "Senior Court Reporter"])
    text = clean(f"{page}\n")
    assert text.startswith("MR. DOE: Listen to what he told the port, which he owed, and so the master said")
    assert text.endswith("in its harbor.\n")


def test_lines_above_numbers_that_stand_alone_are_text() -> None:
    said = [f"{n}\nand so the master said that barge {n} had sunk" for n in range(1, 26)]
    text = clean("\n".join(["Page 909", "THE COURT: Listen to what he told the port,", *said]) + "\n")
    assert "THE COURT: Listen to what he told the port," in text


def test_a_citation_that_ends_a_page_below_its_last_margin_number_is_no_footer() -> None:
    row = "the owner of the barge says that the port had no right to sell"
    rows = "\n\n".join(f"{n}\n\n{row}" for n in range(1, 28))
    ends = ("Poe v. Doe, 20 Cal. 3d 25, 48 (1977)).", "and so has the court of appeals, too.")
    text = clean("\f".join(f"{rows}\n\n28\n\n{end}\n{n}\n" for n, end in enumerate(ends, 7)))
    assert all(end in text for end in ends)


def test_the_first_numbered_line_below_a_page_number_is_text_though_it_is_set_in() -> None:
    def page(folio: int) -> str:
        rows = [f"{n:>2}   the {folio} barges were seen beside the quay, {n} of them" for n in range(1, 26)]
        return "\n".join([f"{'Page ' + str(folio):>60}", "", *rows])

    kept = clean("\f".join(page(folio) for folio in (12, 13, 14)))
    assert all(f"the {folio} barges were seen beside the quay, 1 of them" in kept for folio in (12, 13, 14))
