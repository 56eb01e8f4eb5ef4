import pytest

from cleaners import clean
from cleaners.document import Document
from cleaners.folios import find_folios
from cleaners.line_numbers import find_line_numbers
from cleaners.page import Rule
from cleaners.running_heads import find_running_heads
from tests.cleaners.pages import Run, document, removed, tokens

BODY: list[Run] = [(72, 100 + 24 * n, "The motion is granted in part") for n in range(20)]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("ROE-000123", "Bates number"),
        ("ROEDEP003572", "Bates number"),
        ("DOE & CO 00012345", None),
        ("1f2e3d4c-5b6a-4978-8695-a4b3c2d1e0f9", "Bates number"),
        ("31-30123.217", "Bates number"),
        ("Exhibit 12 - Page 3", "exhibit sticker"),
        ("EX. A-004", "exhibit sticker"),
        ("EXHIBIT A", None),
        ("4812-1234-5678.1", "office's own number"),
        ("DOCS_DE:227321.1 12345/001", "office's own number"),
        ("RDLLP:\\97313412\\1\\37376.0003", "office's own number"),
        ("555-555-0100", None),
        ("01/19/2016 ABC", "office's own number"),
        ("01/19/2016", None),
        ("CV-12-00123", None),
        ("Sacramento, CA 95814", None),
    ],
)
def test_what_is_stamped_at_the_foot(text: str, reason: str | None) -> None:
    found = removed(document(tokens(*BODY, (400, 760, text))), find_folios)
    assert found == ([(text, reason)] if reason else [])


@pytest.mark.parametrize(("foot", "found"), [("Page 2", [("Page 2", "folio")]), ("2.)", []), ("Page 7", [])])
def test_the_folio_of_a_second_page_alone(foot: str, found: list[tuple[str, str]]) -> None:
    assert removed(document(tokens(*BODY), tokens(*BODY, (290, 740, foot))), find_folios) == found


def test_exhibit_pages_that_count_on_go_once() -> None:
    """They are stickers by their form and rise as folios do: a span that two edits take is an error."""
    feet = [f"EXHIBIT B - PAGE {n}" for n in (1, 2, 3)]
    found = removed(document(*(tokens(*BODY, (250, 760, foot)) for foot in feet)), find_folios)
    assert found == [(foot, "exhibit sticker") for foot in feet]


@pytest.mark.parametrize("again", ["{0} of 12", "Page {0}", "{1}"])
def test_what_is_filed_again_has_two_folios_and_both_go(again: str) -> None:
    """An exhibit's own, and below it that of the system or the appendix it is filed in."""
    feet = [(f"- {n} -", again.format(n, n + 216)) for n in (1, 2, 3)]
    pages = [tokens(*BODY, (290, 740, own), (290, 765, other)) for own, other in feet]
    assert removed(document(*pages), find_folios) == [(text, "folio") for foot in feet for text in foot]


def test_a_number_above_the_folio_that_does_not_count_on_stays() -> None:
    pages = [
        tokens(*BODY, (290, 580, number), (290, 765, f"{n} of 3")) for n, number in ((1, "40"), (2, "7"))
    ]
    assert removed(document(*pages), find_folios) == [("1 of 3", "folio"), ("2 of 3", "folio")]


def test_an_exhibit_page_cited_in_the_text_stays() -> None:
    middle: Run = (72, 340, "Exhibit 12 - Page 3")
    assert removed(document(tokens(*(r for r in BODY if r[1] != 340), middle)), find_folios) == []


def test_headings_of_an_opinions_parts_are_no_folios_though_they_begin_pages_as_far_apart() -> None:
    plain, one, three = (
        tokens(*BODY, *extra) for extra in ([], [(300.0, 40.0, "I")], [(300.0, 40.0, "III")])
    )
    assert removed(document(plain, one, plain, three), find_folios) == []
    small = [tokens(*BODY, (300.0, 40.0, number)) for number in ("i", "ii", "iii")]
    assert [text for text, _ in removed(document(*small), find_folios)] == ["i", "ii", "iii"]


def numbered(*foot: str) -> Document:
    page = "\n".join([*(f"{n:2}  the court finds that the motion of" for n in range(1, 29)), "", *foot])
    text = Document.from_text(page)
    return text.edited(find_line_numbers(text), by="line numbers")


def test_below_the_last_line_number_of_a_page_of_text_a_lone_number_is_its_folio() -> None:
    assert removed(numbered("            1"), find_folios) == [("1", "folio")]


def test_a_lone_number_that_ends_a_text_without_line_numbers_stays() -> None:
    assert removed(Document.from_text("The answer to the question is\n\n42\n"), find_folios) == []


def paged(*feet: str) -> Document:
    body = "\n".join("the court finds that the motion of the plaintiff" for _ in range(20))
    return Document.from_text("\f".join(f"{body}\n{foot}" for foot in feet))


def test_a_foot_read_another_way_on_each_page_goes_with_the_number_it_ends_in() -> None:
    feet = ["SEGRETHORGON Page 2", "——_— Page 3", "sxcnpmion Norc™ Page 4"]
    assert removed(paged(*feet), find_folios) == [(foot, "folio") for foot in feet]


def test_a_foot_read_another_way_goes_with_those_that_are_running_heads() -> None:
    feet = ["DOE v. ROE Page 2", "DOE v. ROE Page 3", "DOE v. ROE Page 4", "sxcnpmion Norc™ Page 5"]
    read = paged(*feet)
    left = read.edited(find_running_heads(read), by="running heads")
    assert removed(left, find_folios) == [(feet[-1], "folio")]


@pytest.mark.parametrize(
    "feet",
    [
        ["as shown by Roe, Page 2", "and again it holds", "so the motion is denied"],
        ["as shown by Roe, Page 2", "as shown by Roe, Page 12", "as shown by Roe, Page 5"],
    ],
)
def test_a_page_cited_in_the_last_line_stays(feet: list[str]) -> None:
    assert removed(paged(*feet), find_folios) == []


def test_what_stands_below_the_only_page_s_margin_numbers_is_its_folio() -> None:
    paper = "\n".join(f"{n:>2}    the motion is denied and the parties shall meet" for n in range(1, 29))
    assert clean(f"{paper}\n\n                 1\n").endswith("shall meet\n")
    assert "42" in clean(paper.replace("28    the motion is denied and the parties shall meet", "28    42"))


@pytest.mark.parametrize(("size", "gone"), [(8.0, True), (12.0, False)])
def test_a_day_in_smaller_type_below_the_text_is_an_editions(size: float, *, gone: bool) -> None:
    page = [*tokens(*BODY), *tokens((294, 740, "2-5-10"), size=size)]
    assert bool(removed(document(page), find_folios)) is gone


@pytest.mark.parametrize(
    ("foot", "gone"),
    [
        ("Form 8 (p.1) July 2030", True),
        ("VF-300 (Rev. 01/30)", True),
        ("Form 26 Rev. 12/01/2030", True),
        ("Form 8 and Form 26", False),
        ("Rule 26 (p. 3) of 2030", False),
    ],
)
def test_a_forms_number_with_its_edition_stands_at_its_foot(foot: str, *, gone: bool) -> None:
    assert bool(removed(document(tokens(*BODY, (294, 740, foot))), find_folios)) is gone


@pytest.mark.parametrize("number", ["{}.", "{}"])
def test_a_number_beside_a_cell_numbers_its_row(number: str) -> None:
    """A table's row a page, its sides drawn: its numbers rise as folios do."""
    rules = [Rule(x, 60, x, 700) for x in (60, 100, 250, 560)] + [Rule(60, y, 560, y) for y in (60, 700)]
    cells: list[Run] = [(110, 80, "Rate of return"), (110, 96, "in the trial")]
    speech: list[Run] = [(260, 80 + 24 * n, "The rate was told to us by mail") for n in range(20)]
    pages = [tokens((70, 80, number.format(n)), *cells, *speech) for n in (3, 4)]
    read = document(*pages, rules=rules)
    assert number.format(3) in read.text.split("\n")
    assert removed(read, find_folios) == []


def test_the_folio_at_the_foot_of_a_slips_first_page_goes_before_the_heads_that_count_on() -> None:
    def page(head: str) -> list[str]:
        return [
            head,
            *(f"the owner of barge {n} says that the port had no right to sell it" for n in range(30)),
        ]

    first = ["FOR PUBLICATION", "", "UNITED STATES v. QUENT", "", "OPINION", "", "", "1149"]
    heads = [
        "1152            UNITED STATES v. QUENT",
        "                UNITED STATES v. QUENT            1153",
    ]
    heads += [
        "1154            UNITED STATES v. QUENT",
        "                UNITED STATES v. QUENT            1155",
    ]
    text = "\n".join([*first, *(line for head in heads for line in page(head))]) + "\n"

    assert "1149" not in clean(text)
    assert "1149" in clean(text.replace("\n1152 ", "\n1252 "))


@pytest.mark.parametrize("number", ["ii", "xiv", "-l-", "- I -"])
def test_a_small_numeral_in_the_middle_of_a_lone_page_s_foot_is_its_folio(number: str) -> None:
    page = tokens(*BODY, (300.0, 745.0, number))
    assert [text for text, _ in removed(document(page), find_folios)] == [number]


@pytest.mark.parametrize(
    ("left", "top", "text"), [(300.0, 400.0, "ii"), (72.0, 745.0, "ii"), (300.0, 745.0, "II")]
)
def test_a_numeral_elsewhere_or_a_heading_s_is_none(left: float, top: float, text: str) -> None:
    assert removed(document(tokens(*BODY, (left, top, text))), find_folios) == []
