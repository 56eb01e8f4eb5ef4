"""Sheets of condensed transcripts, dumped one page after the other."""

from cleaners import Document, clean_document
from cleaners.findings.citing import Places
from cleaners.findings.printed_lines import find_printed_lines
from cleaners.line_numbers import find_line_numbers
from cleaners.page_edges.page_folios import printed_folios
from cleaners.pagination.turned_pages import turned_pages

NAMES = ("alder", "birch", "cedar", "elm", "fir", "gum", "hazel", "ivy", "larch", "maple", "oak", "pine")


def page(folio: int, form: str) -> str:
    rows = [f"{n} the {name} was seen beside the road on page {folio} and" for n, name in enumerate(NAMES, 1)]
    return "\n".join([form.format(folio), *rows])


def sheets(form: str) -> Places:
    dump = "\f".join(
        "\n".join(
            ["Ada Quent May 3, 2031", *(page(folio, form) for folio in range(first, first + 4)), "Halloran"]
        )
        for first in (41, 45)
    )
    document = clean_document(Document.from_text(dump))
    return Places(document, list(find_printed_lines(document, printed_folios(document))))


def test_page_numbers_between_the_pages_of_a_sheet_go_and_are_cited() -> None:
    where = sheets("Page {}")
    text = where.document.text
    assert "Page" not in text
    for folio in range(41, 49):
        at = text.index(f"oak was seen beside the road on page {folio}")
        assert str(where.cite(at, at + 3)) == f"{folio}:11"


def test_a_page_number_without_its_word_goes_too() -> None:
    text = sheets("{}").document.text
    assert "and 42 the" not in text
    assert "on page 42 and the" in text


def test_a_number_alone_amid_a_page_is_none_of_them() -> None:
    lines = page(41, "Page {}").splitlines()
    read = Document.from_text(
        "\n".join([*lines[:6], "Page 7", *lines[6:], page(42, "Page {}")]) + "\fThe end.\n"
    )
    bare = read.edited(find_line_numbers(read), by="line numbers")
    assert sorted(line.text for line in turned_pages(bare)) == ["Page 41", "Page 42"]
