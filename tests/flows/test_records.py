"""The record alone gives the source back, whatever was done to it, and its form is the published one."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from cleaners import Document, Edit, Page, Word, clean_document
from flows.boxes.outbox import Outbox, json_of
from flows.cli import main
from flows.packing import pack_words, unpack_words
from flows.recording import record_of
from flows.records import Record, Source, load_record, record_schema
from flows.review.verify import verdict_on
from tests.cleaners.edits import TEXTS as EDITED
from tests.cleaners.edits import documents

FOLDER = Path(__file__).resolve().parents[2]
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
SOURCE = Source(name="order.txt", sha256="", bytes=0)


def written(document: Document) -> Record:
    """The record as it comes back from the disk."""
    return Record.model_validate_json(json_of(record_of(document, SOURCE, ())))


def fates(document: Document) -> list[tuple[str, int]]:
    """The clean text, each unchanged character with its place in the source."""
    return [
        (character, piece.start + index)
        for piece in document.pieces
        if document.source[piece.start : piece.end] == piece.text
        for index, character in enumerate(piece.text)
    ]


@given(documents(st.one_of(EDITED, TEXTS)))
def test_source_text_and_places_come_back_whatever_was_edited(document: Document) -> None:
    record = written(document)
    assert record.restored() == document.source
    assert record.text == document.text
    assert record.document.text == document.text
    assert fates(record.document) == fates(document)


@given(TEXTS)
def test_any_text_comes_back_from_the_record_of_its_cleaning(source: str) -> None:
    assert written(clean_document(Document.from_text(source))).restored() == source


@given(st.lists(st.tuples(*[st.integers(0, 9000)] * 4, st.integers(1, 9), st.integers(0, 100)), max_size=9))
def test_word_boxes_come_back_to_a_tenth_of_a_point(boxes: list[tuple[int, ...]]) -> None:
    words, at = [], 7
    for left, top, right, bottom, length, percent in boxes:
        words.append(Word(at, at + length, left / 10, top / 10, right / 10, bottom / 10, percent / 100))
        at += length + 1
    percents = [round(100 * word.confidence) for word in words]
    assert list(unpack_words(pack_words(words, 7), 7, percents)) == words


def test_a_record_is_compact() -> None:
    """A filing of some pages takes far less than three times its text, boxes apart."""
    line = "{} The motion to compel the further production of the logs is granted in part,"
    text = "\f".join("\n".join(line.format(n) for n in range(1, 26)) for _ in range(20))
    assert len(json_of(record_of(clean_document(Document.from_text(text)), SOURCE, ()))) < 1.3 * len(text)


def published_loops() -> tuple[str, str]:
    """The two loops by which docs/record.md reads a record, with what they find put in lists."""
    told = (FOLDER / "docs" / "record.md").read_text("utf-8")
    loops = [part.split("```")[0] for part in told.split("```python\n")]
    changes = next(loop for loop in loops if "source_at" in loop)
    words = next(loop for loop in loops if "taller" in loop)
    changes, count = re.subn(r"# source\[source_at.*", "seen.append((source_at, old, text_at, put))", changes)
    words, others = re.subn(r"# source\[start.*", "seen.append((start, at, left, top, right))", words)
    assert count == others == 1
    return changes, words


def test_the_published_loops_read_a_record() -> None:
    words = (Word(2, 5, 10, 10, 30, 20, 0.9), Word(6, 12, 33, 10, 60, 20, 1.0))
    document = Document.from_pages("1 The motion\n", [Page(1, 0, 13, 612, 792, words)])
    document = document.edited([Edit(0, 2, reason="margin line number")], by="line numbers")
    document = document.edited([Edit(0, 3, "A", "test"), Edit(4, 6, "", "test", to=10)], by="test")
    record = json.loads(json_of(record_of(document, SOURCE, ())))
    changes, boxes = published_loops()
    seen: list[tuple[int, str, int, int]] = []
    exec(changes, {"record": record, "seen": seen})  # noqa: S102 - the project's own words
    assert [document.source[at : at + len(old)] for at, old, _, _ in seen] == [old for _, old, _, _ in seen]
    assert [record["text"][at : at + put] for _, _, at, put in seen] == ["", "A", "mo"]
    places: list[tuple[int, int, int, int, int]] = []
    exec(boxes, {"page": record["pages"][0], "seen": places})  # noqa: S102
    assert places == [(2, 5, 100, 100, 300), (6, 12, 330, 100, 600)]


def test_the_schema_is_published_and_current() -> None:
    assert json.loads((FOLDER / "docs" / "record.schema.json").read_text("utf-8")) == record_schema()
    printed = CliRunner().invoke(main, ["schema"]).stdout
    assert json.loads(printed) == record_schema()


def test_a_record_keeps_to_the_schema() -> None:
    words = (Word(0, 3, 10, 10, 30, 20, 0.9), Word(4, 10, 33, 10, 60, 20, 1.0))
    document = Document.from_pages("The motion\n", [Page(1, 0, 11, 612, 792, words)])
    content = json.loads(json_of(record_of(clean_document(document), SOURCE, ())))
    Draft202012Validator.check_schema(record_schema())
    assert list(Draft202012Validator(record_schema()).iter_errors(content)) == []
    content["changes"].append(["x"])
    assert list(Draft202012Validator(record_schema()).iter_errors(content))


def test_a_file_that_is_no_record_is_an_error_that_says_so(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_text("{}")
    with pytest.raises(ValueError, match="source"):
        load_record(path)


PLEADING = """1 Plaintiff Acme Widgets moves for summary
2 judgment on its claim against the defendant
3 Roe. The motion is supported by the papers
4 on file, and by such argument as the court
5 may hear. The court has considered it and
6 finds it well taken; it is
7 GRANTED.
"""


@pytest.fixture
def done(inbox: Path, outbox: Path) -> Path:
    (inbox / "order.txt").write_text(PLEADING)
    assert CliRunner().invoke(main, ["run", str(inbox), "--out", str(outbox)]).exit_code == 0
    return outbox


def test_verify_proves_an_outbox(done: Path, inbox: Path) -> None:
    for arguments in ([], ["--inbox", str(inbox)]):
        result = CliRunner().invoke(main, ["verify", str(done), *arguments])
        assert result.exit_code == 0, result.output
        assert "2 of 2 records give back what was read" in result.stdout
        assert result.stdout.count("same") == 2
    verdict = verdict_on(Outbox(done), "order.txt")
    assert verdict.read == verdict.kept + verdict.moved + verdict.changed + verdict.removed
    assert verdict.removed >= len("1 2 3 4 5 6 7 ")


@pytest.mark.parametrize(
    ("what", "says"),
    [
        ("clean text", "clean text beside the record is missing or another"),
        ("source", "source file is changed"),
        ("removed words", "does not give back what was read"),
        ("kept words", "does not give back what was read"),
        ("nothing but half", "does not hold (Invalid JSON"),
    ],
)
def test_verify_finds_what_was_tampered_with(done: Path, inbox: Path, what: str, says: str) -> None:
    record = done / "order.txt.json"
    if what == "clean text":
        (done / "order.txt.txt").write_text("another")
    elif what == "source":
        (inbox / "order.txt").write_text("another")
    elif what == "nothing but half":
        record.write_text(record.read_text()[:900])
    else:
        old, new = {"removed words": ('["1 "', '["9 "'), "kept words": ("Acme", "Acne")}[what]
        content = record.read_text()
        assert content.count(old) == 1
        record.write_text(content.replace(old, new))
    result = CliRunner().invoke(main, ["verify", str(done)])
    assert result.exit_code == 1
    assert says in " ".join(result.stdout.split())
    assert "1 of 2 records give back" in result.stdout


def test_verify_without_the_sources_proves_what_it_can(done: Path, inbox: Path) -> None:
    (inbox / "order.txt").unlink()
    assert CliRunner().invoke(main, ["verify", str(done)]).exit_code == 0
    assert CliRunner().invoke(main, ["verify", str(done), "--inbox", str(inbox)]).exit_code == 1


def test_verify_of_a_folder_without_records_is_wrong_usage(tmp_path: Path) -> None:
    assert CliRunner().invoke(main, ["verify", str(tmp_path)]).exit_code == 2
