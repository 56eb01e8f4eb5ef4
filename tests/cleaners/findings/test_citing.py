"""Page and printed line of any words, from the places of the lines on the paper."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

import pytest

from cleaners import Document, Edit, clean_document
from cleaners.findings.citing import Citation, Places, PrintedLine
from cleaners.findings.printed_lines import find_printed_lines
from cleaners.findings.quotations import Quotable
from cleaners.page import Token
from cleaners.page_edges.page_folios import printed_folios
from tests.cleaners.pages import Run, document, numbers, tokens

NAMES = (
    "alder", "birch", "cedar", "dogwood", "elm", "fir", "gum", "hazel", "ivy", "juniper", "kapok",
    "larch", "maple", "nutmeg", "oak", "pine", "quince", "rowan", "sorrel", "teak", "umbra", "viburnum",
    "willow", "yew",
)  # fmt: skip


def places(read: Document) -> Places:
    clean = clean_document(read)
    return Places(clean, list(find_printed_lines(clean, printed_folios(clean))))


def body(words: Sequence[str], *, first_at: float, pitch: float = 24.0, left: float = 110.0) -> list[Run]:
    """Full lines, each of which holds one word that no other has."""
    return [
        (
            left,
            first_at + pitch * index,
            f"the {word} was seen beside the road on the day in question when he",
        )
        for index, word in enumerate(words)
    ]


def paper(
    *, shift: float = 0.0, keep: Callable[[int], bool] = lambda _: True, folio: str = ""
) -> list[Token]:
    """A page of pleading paper, 24 numbers at 24 points, its body ``shift`` points off them."""
    column = [run for run in numbers(24) if keep(int(run[2]))]
    foot: list[Run] = [(300.0, 740.0, folio)] if folio else []
    return tokens(*column, *body(NAMES, first_at=80.0 + shift), *foot)


def line_of(where: Places, word: str) -> int | None:
    found = Quotable(where.document.text).find(word)
    assert found is not None
    lines = where.cite(*found).lines
    return lines[0] if lines else None


def test_each_line_is_cited_by_its_number() -> None:
    where = places(document(paper()))
    assert [line_of(where, word) for word in NAMES] == list(range(1, 25))


def test_a_span_is_cited_from_its_first_line_to_its_last() -> None:
    where = places(document(paper(folio="2"), paper(folio="3"), paper(folio="4")))
    text = where.document.text
    cited = where.cite(text.index("cedar"), text.index("fir") + 3)
    assert (cited.page, cited.folio, cited.lines, str(cited)) == (1, "2", (3, 6), "2:3-6")
    over = where.cite(text.index("yew"), text.index("birch", text.index("yew")) + 5)
    assert str(over) == "2:24-3:2"


def printed(text: str, *lines: PrintedLine) -> Places:
    return Places(Document.from_text(text), lines)


def test_cells_side_by_side_are_cited_from_the_highest_line_to_the_lowest() -> None:
    text = "left one\nleft two\nright one\nright two\n"
    lines = [PrintedLine(at, 1, number, "1") for at, number in ((0, 8), (9, 9), (18, 8), (28, 9))]
    where = printed(text, *lines)
    assert str(where.cite(text.index("left two"), text.index("right two") - 1)) == "1:8-9"
    assert str(where.cite(0, len(text))) == "1:8-9"


def test_a_span_into_a_note_that_was_moved_is_cited_to_the_body_s_end() -> None:
    document = Document.from_text("body one\na note\fbody two\n")
    document = document.edited([Edit(9, 16, reason="footnote", to=25)], by="footnotes")
    lines = [PrintedLine(0, 1, 3, "1"), PrintedLine(9, 1, 28, "1"), PrintedLine(16, 2, 5, "2")]
    where = Places(document, lines)
    text = document.text
    assert str(where.cite(text.index("body two"), len(text))) == "2:5"
    assert str(where.cite(text.index("a note"), text.index("a note") + 6)) == "1:28"


@pytest.mark.parametrize("shift", [-10.0, -6.0, 6.0, 11.0])
def test_a_body_that_stands_off_its_numbers_is_still_counted_by_them(shift: float) -> None:
    where = places(document(paper(shift=shift)))
    assert [line_of(where, word) for word in NAMES] == list(range(1, 25))


def test_single_spaced_lines_take_the_number_above_them() -> None:
    lines = body(NAMES[:20], first_at=80.0 + 24 * 4, pitch=12.0)
    where = places(document(tokens(*numbers(24), *lines)))
    assert [line_of(where, word) for word in NAMES[:20]] == [5 + index // 2 for index in range(20)]


@pytest.mark.parametrize("seed", range(5))
def test_numbers_that_were_dropped_follow_from_those_that_were_not(seed: int) -> None:
    kept = set(random.Random(seed).sample(range(1, 25), 12))  # noqa: S311 - no secret
    where = places(document(paper(keep=lambda number: number in kept or number in (1, 24))))
    assert [line_of(where, word) for word in NAMES] == list(range(1, 25))


def test_a_column_that_was_dropped_follows_from_the_pages_beside_it() -> None:
    where = places(document(paper(), paper(keep=lambda _: False), paper()))
    text = where.document.text
    at = text.index("oak", text.index("oak") + 1)
    cited = where.cite(at, at + 3)
    assert (cited.page, cited.lines) == (2, (15, 15))


def test_a_page_without_numbers_among_others_that_is_set_otherwise_has_none() -> None:
    exhibit = tokens(*body(NAMES, first_at=70.0, pitch=17.3))
    where = places(document(paper(), exhibit, paper()))
    text = where.document.text
    at = text.index("oak", text.index("oak") + 1)
    assert (where.cite(at, at + 3).page, where.cite(at, at + 3).lines) == (2, None)


def test_a_list_has_no_printed_lines() -> None:
    where = places(document(tokens(*body(NAMES, first_at=80.0))))
    assert line_of(where, "oak") is None
    found = Quotable(where.document.text).find("oak")
    assert found
    assert str(where.cite(*found)) == "1"


def test_the_panels_of_a_condensed_transcript_have_folios_of_their_own() -> None:
    def panel(left: float, top: float, folio: str, words: Sequence[str]) -> list[Token]:
        column = [(left, top + 11.0 * n, str(n)) for n in range(1, 26)]
        spoken = [
            (left + 24, top + 11.0 * n, f"and the {word} of {folio} is") for n, word in enumerate(words, 1)
        ]
        return tokens((left + 60, top, f"Page {folio}"), *column, *spoken, size=8.0)

    words = (*NAMES, "zelkova")
    sheet = [
        token
        for left, top, folio in ((60, 60, "64"), (60, 400, "65"), (330, 60, "66"), (330, 400, "67"))
        for token in panel(left, top, folio, words)
    ]
    where = places(document(sheet))
    for folio in ("64", "65", "66", "67"):
        found = Quotable(where.document.text).find(f"oak of {folio}")
        assert found
        cited = where.cite(*found)
        assert (cited.page, str(cited)) == (1, f"{folio}:15")


def test_a_dump_is_cited_by_the_numbers_that_were_taken_out_of_it() -> None:
    page = "\n".join(f"{n} the {word} was seen beside the road by him" for n, word in enumerate(NAMES, 1))
    where = places(Document.from_text(f"{page}\n\n{page.replace('the', 'that')}\n"))
    text = where.document.text
    assert line_of(where, "the oak") == 15
    at = text.index("that oak")
    assert str(where.cite(at, at + 8)) == "2:15"


def test_numbers_in_a_heap_tell_no_line_of_a_dump() -> None:
    heap = "\n".join(str(n) for n in range(1, 25))
    said = "\n".join(f"the {word} was seen beside the road by him" for word in NAMES)
    where = places(Document.from_text(f"{heap}\n{said}\n\f{heap}\n{said.replace('him', 'her')}\n"))
    assert line_of(where, "the oak") is None


@pytest.mark.parametrize("end", ["\n", "\n\f"])
def test_a_transcript_that_gives_each_line_its_page_and_number_is_cited_by_both(end: str) -> None:
    pages = (
        "\n".join(
            f"{page:05}:{n:02}  the {word} was seen beside the {own}" for n, word in enumerate(NAMES, 1)
        )
        for page, own in ((41, "road"), (42, "river"))
    )
    where = places(Document.from_text(end.join(pages)))
    for own, cited in (("road", "41:15"), ("river", "42:15")):
        found = Quotable(where.document.text).find(f"oak was seen beside the {own}")
        assert found is not None
        assert str(where.cite(*found)) == cited
        assert where.find(cited) is not None


def test_a_citation_leads_back_to_the_words() -> None:
    where = places(document(paper(folio="2"), paper(folio="3")))
    for form, first, last in (("3:15", "oak", "oak"), ("3:15-17", "oak", "quince")):
        found = where.find(form)
        assert found is not None
        assert str(found) == form
        words = where.document.text[found.start : found.end]
        assert words.startswith(f"the {first}")
        assert last in words
        assert "rowan" not in words
    assert where.find("3:25") is None
    assert where.find("9:1") is None
    with pytest.raises(ValueError, match="2:13-16"):
        where.find("page two")


def test_every_line_leads_to_words_that_are_cited_by_it() -> None:
    where = places(document(paper(shift=5.0, folio="7"), paper(shift=5.0, folio="8")))
    for folio in "78":
        for line in range(1, 25):
            found = where.find(f"{folio}:{line}")
            assert found is not None
            assert str(found) == f"{folio}:{line}"


def test_words_have_boxes_one_a_line_and_a_confidence() -> None:
    page = tokens(*body(NAMES, first_at=80.0), confidence=0.9)
    where = places(document(page))
    text = where.document.text
    cited = where.cite(text.index("was seen beside"), text.index("birch"))
    assert [box.page for box in cited.boxes] == [1, 1]
    one, two = cited.boxes
    assert one.left > two.left == 110.0
    assert one.bottom <= two.top
    assert cited.confidence == pytest.approx(0.9)


def test_the_court_s_form_names_the_document() -> None:
    cited = Citation(0, 9, 3, "2", (13, 16), 3, "2", ecf_document=156)
    assert cited.ecf == "ECF No. 156 at 2:13-16"
    exhibit = Citation(0, 9, 3, "2", (13, 16), 3, "2", ecf_document=45, ecf_attachment=1)
    assert exhibit.ecf == "ECF No. 45-1 at 2:13-16"
    assert Citation(0, 9, 3, None, None, 3, None).ecf is None


@pytest.mark.parametrize("span", [(0, 0), (-1, 3), (2, 999)])
def test_a_span_that_is_none_is_an_error(span: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="no span"):
        places(Document.from_text("The motion.")).cite(*span)


TEXT = (
    "The court’s “order” — of May 1 —\nis final.[^1] The non-dispositive order stands; the motion is moot.\n"
)


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ('court\'s "order" - of May 1 - is final', "court’s “order” — of May 1 —\nis final"),
        ("is final. The nondispositive order", "is final.[^1] The non-dispositive order"),
        ("tbe non-dispositve ordcr stands", "The non-dispositive order stands"),
        ("ORDER STANDS", "order stands"),
        ("[^1]", "[^1]"),
        ("art of the deal that he never made", None),
        ("§", None),
        ("", None),
    ],
)
def test_a_quotation_is_found_however_it_is_typed(quote: str, found: str | None) -> None:
    place = Quotable(TEXT).find(quote)
    assert (TEXT[place.start : place.end] if place else None) == found


def test_the_nearest_words_win_where_several_are_like_them() -> None:
    text = " ".join(f"The motion of party {name} is denied without prejudice." for name in NAMES)
    place = Quotable(text).find("motion of party hazle is denled")
    assert place
    assert text[place.start : place.end] == "motion of party hazel is denied"
    assert 0.85 < place.similarity < 1


@pytest.mark.parametrize("before", range(6))
@pytest.mark.parametrize("between", range(20, 26))
def test_the_first_of_equal_places_wins_though_words_were_run_together(before: int, between: int) -> None:
    passage = "This action proceeds on the second amended complaint against all who were named in the first. "
    text = "Filler " * before + passage + "Other " * between + passage
    quote = "This actionprocexds on the xecond amended complaint againstall who were named"
    place = Quotable(text).find(quote)
    assert place
    assert place.start == text.index("This action")
