"""The shipped fixtures: what each must clean to is known to the letter."""

import re
from functools import cache
from pathlib import Path

import pytest
from rapidfuzz.distance import Levenshtein

from cleaners import Document, clean_document
from fixtures.forge.unfit import UNFIT, Unfit
from flows.boxes.outbox import json_of
from flows.errors import UnfitFiling
from flows.formats.markdown import as_markdown
from flows.reading import read_filing
from flows.recording import record_of
from flows.records import Record, Source
from tests.flows.formats.rendered import words

FOLDER = Path(__file__).resolve().parents[1] / "fixtures"
FILINGS = sorted((FOLDER / "filings").iterdir())

READ_BY_OCR = {
    "authorities-scan.tiff": 0.02,
    "blank-between.tif": 0.01,
    "certificate.jpg": 0.01,
    "cipher.pdf": 0.02,
    "deposition-condensed.png": 0.015,
    "mixed.pdf": 0.01,
    "motion-scan.pdf": 0.02,
    "motion-stamped-scan.pdf": 0.04,
    "turned-scan.pdf": 0.01,
}
"""Share of words that the OCR may misread; all else must come out to the letter."""
TEXT_LAYERS = [path for path in FILINGS if path.suffix == ".pdf" and path.name not in READ_BY_OCR]


EACH = {path: pytest.param(path, id=path.name, marks=pytest.mark.xdist_group(path.name)) for path in FILINGS}
"""The tests of a fixture run where it was read."""


@cache
def cleaned(path: Path) -> Document:
    return clean_document(read_filing(path))


def gold(path: Path) -> str:
    return (FOLDER / "clean" / f"{path.name}.txt").read_text("utf-8")


@pytest.mark.parametrize("path", EACH.values())
def test_a_fixture_comes_out_clean(path: Path) -> None:
    text, expected = cleaned(path).text, gold(path)
    if path.name in READ_BY_OCR:
        one, two = expected.split(), text.split()
        assert Levenshtein.distance(one, two) / len(one) <= READ_BY_OCR[path.name]
    else:
        assert text == expected


@pytest.mark.parametrize("path", EACH.values())
def test_nothing_of_a_fixture_is_lost(path: Path) -> None:
    document = cleaned(path)
    assert document.restored() == document.source
    written = json_of(record_of(document, Source(name=path.name, sha256="", bytes=0), ()))
    record = Record.model_validate_json(written)
    assert (record.restored(), record.text) == (document.source, document.text)
    assert sorted(words(as_markdown(record))) == sorted(document.text.split())


@pytest.mark.parametrize("path", [EACH[path] for path in TEXT_LAYERS])
def test_each_word_of_a_fixture_leads_back_to_where_it_was_printed(path: Path) -> None:
    document = cleaned(path)
    record = record_of(document, Source(name=path.name, sha256="", bytes=0), ())
    for word in re.finditer(r"\S+", document.text):
        cited = record.cite(*word.span())
        printed = [
            each for low, high in document.source_spans(*word.span()) for each in document.words_of(low, high)
        ]
        read = "".join(document.source[each.start : each.end] for each in printed)
        bare = re.sub(r"\[\^.{1,4}\]:?", "", word[0])
        assert letters(bare) in letters(read)
        assert {document.page_at(each.start).number for each in printed} <= {cited.page, cited.last_page}
        assert {box.page for box in cited.boxes} <= {cited.page, cited.last_page}


def letters(text: str) -> str:
    return "".join(character for character in text if character.isalnum())


@pytest.mark.parametrize("case", UNFIT, ids=lambda case: case.name)
def test_an_unfit_file_is_refused_with_cause_and_remedy(case: Unfit) -> None:
    with pytest.raises(UnfitFiling) as caught:
        read_filing(FOLDER / "unfit" / case.name)
    assert all(word.casefold() in str(caught.value).casefold() for word in case.says)
    assert caught.value.cause
    assert caught.value.remedy
    assert case.name in str(caught.value)
