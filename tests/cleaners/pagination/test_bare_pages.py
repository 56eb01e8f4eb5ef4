"""Pages of text that has lost its form feeds."""

import re

import pytest

from cleaners import clean
from cleaners.pagination.bare_pages import page_spans

LINE = "The motion of the lessor was heard on the papers and taken under advisement"
PAGE = [
    f"{LINE} {word}" for word in ["at", "by", "for", "in", "of", "on", "to", "up", "as", "so", "if", "no"]
]


def pages(*parts: list[str]) -> str:
    return "\n".join(line for part in parts for line in part) + "\n"


def begins(text: str) -> list[str]:
    return [text[start:end].strip().split("\n")[0].strip() for start, end in page_spans(text)]


@pytest.mark.parametrize(
    ("heads", "feet"),
    [
        (["Marrable v. Tidewell   Page {}", "", ""], []),
        ([" Case: 29-3045    Document: 61    Page: {}    Date Filed: 05/08/2032", "", ""], []),
        (["{}     MARRABLE v. TIDEWELL", ""], []),
        (["{:04}"], []),
        ([], ["", "", "   -{}-"]),
        ([], ["", "   - {} -"]),
        ([], ["", "      {}"]),
    ],
)
def test_heads_and_folios_tell_where_pages_begin(heads: list[str], feet: list[str]) -> None:
    def sheet(number: int) -> list[str]:
        return [
            *(s.format(number) for s in heads),
            f"sheet{number} {PAGE[0]}",
            *PAGE,
            *(s.format(number) for s in feet),
        ]

    text = pages(*(sheet(n) for n in (2, 3, 4)))
    wanted = [heads[0].format(n).strip() if heads else f"sheet{n} {PAGE[0]}" for n in (2, 3, 4)]
    assert begins(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        pages(
            ["1", "2", "3"], PAGE, ["27", "28", "1", "2", "3"], PAGE, ["27", "28", "1"], PAGE
        ),  # margin numbers
        pages([f"INTERROGATORY NO. {n}:\n" + "\n".join(PAGE) for n in (1, 2, 3)]),
        pages(["1"], PAGE[:4], ["2"], PAGE[:4], ["3"], PAGE[:4]),  # notes' markers, close together
        pages(["7"], PAGE, ["9"], PAGE),
        pages(PAGE, ["2"], PAGE, ["3"], PAGE),  # two numbers that nothing sets apart
    ],
)
def test_other_numbers_are_no_pages(text: str) -> None:
    assert page_spans(text) == [(0, len(text))]


def test_heads_may_differ_on_left_and_right_pages() -> None:
    heads = [
        "2          MARRABLE v. TIDEWELL",
        "     Cite as: 629 U. S. ____ (2032)       3",
        "4         MARRABLE v. TIDEWELL",
    ]
    assert begins(pages(*([head, "", "Per Curiam", "", *PAGE] for head in heads))) == [
        h.strip() for h in heads
    ]


def test_form_feeds_alone_part_pages_where_there_are_any() -> None:
    text = pages(PAGE, ["", "-2-"], PAGE, ["", "-3-", "\f"], PAGE)
    assert len(page_spans(text)) == 2


def test_what_stands_between_pages_goes_and_the_sentence_is_whole() -> None:
    body = [re.sub("motion", f"motion {n}", line) + "," for n, line in enumerate(PAGE)]
    text = pages(
        body, ["", "", "   -2-", "No. 29-3045", ""], body, ["", "", "   -3-", "No. 29-3045", ""], body
    )
    assert clean(text) == " ".join(body * 3) + "\n"


def test_pages_of_a_text_that_gives_each_paragraph_a_line_are_measured_in_printed_lines() -> None:
    whole = " ".join(f"{PAGE[0]}." for _ in range(9))

    def sheet(number: int, last: str, note: str) -> list[str]:
        return [
            "Cite as 31 R&S Dec. 204 (BLA 2032)  Interim Decision #5177",
            f"Sheet {number} of the record was read.{number - 203}",
            "I. WHAT WAS DECIDED" if number == 204 else "II. WHY",
            whole,
            last,
            f"{number - 203} {note}",
            f" {number}",
        ]

    text = pages(
        sheet(204, f"{whole} The lessor was told what crime, with what", "No brief was filed."),
        sheet(205, f"elements, was charged. {whole}", "The clerk says otherwise."),
        sheet(206, f"{whole} The order stands.", "So does the board."),
    )
    blocks = clean(text).split("\n\n")
    assert f"{whole} The lessor was told what crime, with what" not in blocks
    assert not re.search(r"Cite as|204$", clean(text), re.MULTILINE)
    assert blocks[:3] == ["Sheet 204 of the record was read.[^1]", "I. WHAT WAS DECIDED", whole]
    assert blocks[-3:] == [
        "[^1]: No brief was filed.",
        "[^2]: The clerk says otherwise.",
        "[^3]: So does the board.\n",
    ]


def test_each_opinion_of_a_decision_counts_its_pages_anew() -> None:
    def odd(number: int, part: str) -> list[str]:
        return [f"          Cite as: 565 O. S. ____ (2032)      {number}", "", f"          {part}", ""]

    def even(number: int, part: str) -> list[str]:
        return [f"{number}                   MARRABLE v. TIDEWELL", "", f"          {part}", ""]

    lead, dissent = "Opinion of the Court", "QUENT, J., dissenting"
    opened = ["one of the lessors.1", "——————", "  1 Fenwick was let in as well, but he was"]
    closed = ["——————", "told so by the clerk.", "  2 The clerk was told."]
    sheets = [
        [*even(2, "Syllabus"), *PAGE],
        *([*head(number, lead), *PAGE] for number, head in enumerate((odd, even, odd), 1)),
        [*odd(1, dissent), *PAGE, *opened],
        [*even(2, dissent), *PAGE, *closed],
    ]
    text = clean(pages(*sheets))
    assert not re.search(r"MARRABLE|Cite as|dissenting|Opinion", text)
    assert "[^1]: Fenwick was let in as well, but he was told so by the clerk." in text.split("\n\n")


def test_heads_of_testimony_tell_where_pages_begin() -> None:
    heads = ("ROE - DIRECT     211", "ROE - DIRECT     212", "Roe - Cross/Redirect   213")
    page = "".join(
        f"Q. And what did you see at {n}?\nA. The barge, with its lamp lit.\n" for n in range(1, 8)
    )
    text = "\n".join(f"{head}\n\n{page}" for head in heads)
    assert [text[start:end].split("\n")[0] for start, end in page_spans(text)] == list(heads)
    assert not re.search("ROE|Roe|21[123]", clean(text))


def test_the_first_page_bears_no_number_but_the_second_has_the_head_of_the_others() -> None:
    head = ["      STATE V. MARRABLE", "     Opinion of the Court"]
    sheets = [[*head, f"sheet{n} {PAGE[0]}", *PAGE, f"        {n}"] for n in (2, 3, 4)]
    text = pages([f"sheet1 {PAGE[0]}", *PAGE], *sheets)
    assert begins(text) == [f"sheet1 {PAGE[0]}", *["STATE V. MARRABLE"] * 3]
    assert clean(text).count("MARRABLE") == 0


def test_a_dump_may_begin_amid_a_numbered_page() -> None:
    rows = [f"{n} {LINE}" for n in range(1, 26)]
    text = "\n".join([*rows[7:], "ROE REPORTERS", "83", *rows, "ROE REPORTERS", "84", *rows[:12]]) + "\n"
    assert begins(text) == [rows[7], rows[0], rows[0]]
