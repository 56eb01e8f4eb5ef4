"""What the forge prints, the cleaners take off again, to the letter."""

import re
from itertools import combinations

from hypothesis import Phase, assume, given, settings
from hypothesis import strategies as st
from rapidfuzz import fuzz

from cleaners import Document, clean, clean_document, strip_line_numbers
from cleaners.findings.citing import Places
from cleaners.findings.printed_lines import find_printed_lines
from cleaners.page_edges.page_folios import printed_folios
from fixtures.forge import dump
from tests.forge import strategies

FEW = settings(max_examples=40)

LAST = "The parties shall meet and confer on what remains within fourteen days of this order."
PARAGRAPHS = strategies.paragraphs().map(lambda texts: [f"{text} {LAST}" for text in texts])
"""Paragraphs of two lines or more: in bare text one of a single line looks like any line."""

ALIKE = 80
"""Lines that are so much the same may be one running head, misread."""


def without_heads(text: str) -> str:
    """The text, if no two of its pages begin or end with like words: those would be running heads."""
    edges: list[str] = []
    for page in text.split("\f"):
        lines = [said for line in page.splitlines() if (said := line.strip(" 0123456789"))]
        edges += {*lines[:3], *lines[-3:]}
    assume(not any(fuzz.ratio(one, two) > ALIKE for one, two in combinations(edges, 2)))
    return text


@FEW
@given(PARAGRAPHS)
def test_pleading_paper_comes_off(paragraphs: list[str]) -> None:
    assert clean(without_heads(dump.pleading_text(paragraphs))) == "\n\n".join(paragraphs) + "\n"


@FEW
@given(PARAGRAPHS)
def test_each_word_is_cited_by_the_line_on_which_it_was_printed(paragraphs: list[str]) -> None:
    forged = dump.pleading_text(paragraphs)
    printed = [
        (character, page, int(line[:2]))
        for page, sheet in enumerate(forged.split("\f"), 1)
        for line in sheet.splitlines()
        if re.match(r"[ \d]\d {5}", line)
        for character in line[7:]
        if character.isalnum()
    ]
    document = clean_document(Document.from_text(forged))
    kept = [at for at, character in enumerate(document.text) if character.isalnum()]
    assume([document.text[at] for at in kept] == [character for character, _, _ in printed])
    places = Places(document, list(find_printed_lines(document, printed_folios(document))))
    for at, (_, page, number) in zip(kept, printed, strict=True):
        cited = places.cite(at, at + 1)
        assert (cited.page, cited.lines) == (page, (number, number))


@FEW
@given(PARAGRAPHS, st.sampled_from(("{}", "- {} -", "Page {}")))
def test_typed_pages_come_off(paragraphs: list[str], folio: str) -> None:
    assert clean(without_heads(dump.typed_text(paragraphs, folio=folio))) == "\n\n".join(paragraphs) + "\n"


@settings(max_examples=25, phases=[Phase.generate])  # to find a smaller one that fails takes minutes
@given(strategies.speeches(), st.sampled_from(("", "PIKE - DIRECT")))
def test_a_transcripts_pages_come_off(speeches: list[tuple[str, str]], head: str) -> None:
    without_heads(dump.spoken_text(speeches).replace("\n\n", "\n"))
    said = [f"{speaker} {text}" for speaker, text in speeches]
    assert clean(dump.spoken_text(speeches, head=head)) == "\n\n".join(said) + "\n"


@FEW
@given(PARAGRAPHS)
def test_typeset_pages_come_off(paragraphs: list[str]) -> None:
    assert clean(dump.typeset_text(paragraphs)) == "\n\n".join(paragraphs) + "\n"


@FEW
@given(PARAGRAPHS)
def test_unnumbered_text_loses_no_number(paragraphs: list[str]) -> None:
    text = "\n\n".join(paragraphs)
    assert strip_line_numbers(text) == text
