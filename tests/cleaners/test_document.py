"""The Document keeps what it was given, whatever is done to its text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaners import Document, Edit, Page, Word
from tests.cleaners.edits import TEXTS, documents, edits_of


@given(documents())
def test_the_source_is_restored_after_any_edits(document: Document) -> None:
    assert document.restored() == document.source


@given(documents())
def test_every_character_of_the_source_stands_in_exactly_one_piece(document: Document) -> None:
    spans = sorted((piece.start, piece.end) for piece in document.pieces if piece.start < piece.end)
    edges = [(0, 0), *spans, (len(document.source), len(document.source))]
    assert all(one[1] == two[0] for one, two in pairwise(edges))


@given(documents())
def test_what_no_step_touched_is_the_source_s_own_in_its_order(document: Document) -> None:
    own = [piece for piece in document.pieces if not piece.by and piece.text]
    assert all(document.source[piece.start : piece.end] == piece.text for piece in own)
    assert all(one.end <= two.start for one, two in pairwise(own))


@given(TEXTS, st.data())
def test_edits_say_what_the_text_becomes(source: str, data: st.DataObject) -> None:
    edits = data.draw(edits_of(source, moves=False))
    expected, at = "", 0
    for edit in sorted(edits, key=lambda e: (e.start, e.end)):
        expected += source[at : edit.start] + edit.insert
        at = edit.end
    assert Document.from_text(source).edited(edits, by="test").text == expected + source[at:]


@given(TEXTS, st.data())
def test_a_move_changes_the_order_only(source: str, data: st.DataObject) -> None:
    edits = [e._replace(insert="") for e in data.draw(edits_of(source, moves=True)) if e.to is not None]
    moved = Document.from_text(source).edited(edits, by="test").text
    assert sorted(moved) == sorted(source)


@given(TEXTS)
def test_lines_are_those_of_the_text(source: str) -> None:
    document = Document.from_text(source)
    assert [line.text for line in document.lines] == source.replace("\f", "\n").split("\n")
    assert all(document.text[line.start : line.end] == line.text for line in document.lines)


@given(documents())
def test_each_character_stands_in_the_span_of_its_page(document: Document) -> None:
    told = [page for page, start, end in document.spans_by_page() for _ in range(start, end)]
    assert told == [document.page_at(at) for at in document.sources_at(range(len(document.text)))]


def test_a_page_knows_its_lines_after_edits() -> None:
    document = Document.from_text("one\ntwo\fthree").edited([Edit(0, 4)], by="test")
    assert [(line.text, line.page.number) for line in document.lines] == [("two", 1), ("three", 2)]


def test_words_keep_their_boxes_where_text_was_taken_out_before_them() -> None:
    words = (Word(0, 1, 10, 10, 16, 20, 1.0), Word(2, 7, 40, 10, 80, 20, 0.5))
    document = Document.from_pages("1 Court", [Page(1, 0, 7, 612, 792, words)])
    (line,) = document.edited([Edit(0, 2)], by="test").lines
    assert line.text == "Court"
    assert line.words == (words[1]._replace(start=0, end=5),)


def test_a_changed_word_is_found_by_its_source() -> None:
    document = Document.from_text("a ﬁne day").edited([Edit(2, 3, "fi", "ligature")], by="characters")
    assert document.text == "a fine day"
    assert document.source_span(2, 6) == (2, 5)


@pytest.mark.parametrize("edit", [Edit(-1, 2), Edit(3, 2), Edit(0, 99), Edit(0, 1, to=99)])
def test_an_edit_outside_the_text_is_an_error_that_names_the_step(edit: Edit) -> None:
    with pytest.raises(ValueError, match="folios"):
        Document.from_text("text").edited([edit], by="folios")


def test_edits_that_overlap_are_an_error() -> None:
    with pytest.raises(ValueError, match="overlap"):
        Document.from_text("some text").edited([Edit(0, 4), Edit(2, 6)], by="folios")
