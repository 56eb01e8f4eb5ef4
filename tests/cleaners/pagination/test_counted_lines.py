"""Text that gives each page a line, its number before it."""

from cleaners import clean, strip_folios
from cleaners.pagination.bare_pages import page_spans

SAID = "The owner of the barge says that the port had no right to sell it, and that the sale was void. " * 8
PAGES = (
    f"1 {SAID}The port sold the barge\n\n2 to Roe Farms. {SAID}It was sold\n\n3 (and lost) in May. {SAID}\n"
)


def test_the_numbers_go_and_sentences_are_whole() -> None:
    text = clean(PAGES)
    assert "The port sold the barge to Roe Farms." in text
    assert "It was sold (and lost) in May." in text
    assert text.startswith("The owner")


def test_each_line_is_a_page() -> None:
    assert [PAGES[start : start + 2].strip() for start, _ in page_spans(PAGES)] == ["1", "2", "3"]


def test_numbered_paragraphs_and_short_lines_stay() -> None:
    paragraphs = f"1 {SAID}\n\n2 {SAID}\n\n3 {SAID}\n"
    strewn = PAGES.replace("\n2 ", "\n7 ")
    short = "1 The barge was sold\n\n2 to Roe Farms and\n\n3 lost in May.\n"
    assert strip_folios(paragraphs) == paragraphs
    assert strip_folios(strewn) == strewn
    assert strip_folios(short) == short
