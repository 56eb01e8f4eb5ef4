"""Markdown, JSON Lines and hOCR: what downstream tools read."""

import json
import xml.etree.ElementTree as ET
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from hypothesis import example, given
from hypothesis import strategies as st

from cleaners import Document, Page, Word, clean_document
from flows.cli import main
from flows.formats.by_name import FORMATS
from flows.formats.hocr import as_hocr
from flows.formats.jsonlines import as_jsonl
from flows.formats.markdown import as_markdown
from flows.recording import record_of
from flows.records import Record, Source
from tests.flows.formats.rendered import words

CLEAN = sorted((Path(__file__).resolve().parents[3] / "fixtures" / "clean").glob("*.txt"))

ORDER = """ORDER ON MOTION TO COMPEL

I. Background

The motion * was filed on May 1.[^1] It names <party_one>.

1. The logs shall be produced.

2. Costs\t$ 400

Fee\t$ 25

[^1]: ECF No. 4.

It was amended.
"""


def record(text: str) -> Record:
    return record_of(Document.from_text(text), Source(name="order.txt", sha256="", bytes=0), ())


def test_markdown_has_headings_lists_tables_and_footnotes() -> None:
    blocks = as_markdown(record(ORDER)).split("\n\n")
    assert blocks[:4] == [
        "## ORDER ON MOTION TO COMPEL",
        "## I. Background",
        "The motion \\* was filed on May 1.[^1] It names \\<party\\_one\\>.",
        "1. The logs shall be produced.",
    ]
    assert blocks[4] == "|   |   |\n| - | - |\n| 2. Costs | $ 400 |"
    assert blocks[-2:] == ["[^1]: ECF No. 4.", "    It was amended.\n"]


def test_markdown_takes_no_sentence_for_a_list_nor_a_blank_for_a_rule() -> None:
    assert as_markdown(record("1986. The act was passed by both\n")) == "1986\\. The act was passed by both\n"
    assert as_markdown(record("Dated ____ day\n")) == "Dated \\_\\_\\_\\_ day\n"


def test_markdown_keeps_every_letter_and_digit() -> None:
    letters = [c for c in as_markdown(record(ORDER)) if c.isalnum()]
    assert letters == [c for c in ORDER if c.isalnum()]


NASTY = (
    "1. 2. 10. 1234567. (a) a) # ## #4 - -- --- + * ** _x_ ____ === [^1] [^1]: [REDACTED] [REDACTED]: [a](b) "
    "![x](y) [1]: &copy; R&D <script> </b> `code` ``` ~~~ | a|b \\ $5 http://x.y <http://x.y> > ORDER The "
    "motion is DENIED. Q. A. COURT: I. § ” :--- {x} Dated: ^2 ~x~ *a* snake_case !"
)
"""What means something to Markdown, as a filing may print it."""
SPACES = st.sampled_from((" ", " ", " ", "\n", "\n\n"))


@given(st.lists(st.tuples(st.sampled_from(NASTY.split()), SPACES), min_size=1))
@example([("3.", " "), ("costs", "\n\n"), ("5.", " "), ("fees", "\n\n")])
@example([("[^1]:", " "), ("a", "\n\n"), ("b", " ")])
def test_a_renderer_shows_the_words_of_the_clean_text(parts: list[tuple[str, str]]) -> None:
    text = "".join(word + space for word, space in parts).strip() + "\n"
    assert sorted(words(as_markdown(record(text)))) == sorted(text.split())


@pytest.mark.parametrize("path", CLEAN, ids=lambda path: path.name)
def test_a_renderer_shows_the_words_of_a_filing(path: Path) -> None:
    text = path.read_text("utf-8")
    shown = words(as_markdown(record(text)))
    assert sorted(shown) == sorted(text.split())
    body = text.split("\n[^")[0].split()
    assert shown[: len(body)] == body


def test_json_lines_are_the_blocks_with_their_places() -> None:
    blocks = [json.loads(line) for line in as_jsonl(record(ORDER)).splitlines()]
    assert [b["kind"] for b in blocks] == [
        "heading", "heading", "paragraph", "item", "table", "table", "footnote", "footnote",
    ]  # fmt: skip
    assert all(ORDER[b["start"] : b["end"]] == b["text"] for b in blocks)
    assert {(b["filing"], b["page"], b["folio"], b["lines"], b["citation"]) for b in blocks} == {
        ("order.txt", 1, None, None, "1")
    }


def test_hocr_has_the_words_of_the_page_in_their_places() -> None:
    words = (
        Word(0, 1, 36, 72, 42, 84, 0.5),
        Word(2, 9, 72, 72, 108, 84, 0.95),
        Word(10, 13, 72, 96, 90, 108, 1.0),
    )
    document = Document.from_pages("1 R&D <ok\nand", [Page(1, 0, 13, 612, 792, words, method="ocr")])
    made = record_of(clean_document(document), Source(name='a "b".pdf', sha256="", bytes=0), ())
    root = ET.fromstring(as_hocr(made))  # noqa: S314 - our own
    marked = {e.get("class"): e for e in root.iter() if e.get("class")}
    page = marked["ocr_page"].get("title") or ""
    assert "bbox 0 0 2550 3300" in page
    assert page.count('"') == 2
    found = [(e.text, e.get("title")) for e in root.iter() if e.get("class") == "ocrx_word"]
    assert found == [
        ("1", "bbox 150 300 175 350; x_wconf 50"),
        ("R&D <ok", "bbox 300 300 450 350; x_wconf 95"),
        ("and", "bbox 300 400 375 450; x_wconf 100"),
    ]
    assert sum(e.get("class") == "ocr_line" for e in root.iter()) == 2


def test_hocr_of_a_text_is_well_formed_whatever_is_in_it() -> None:
    ET.fromstring(as_hocr(record("a \x00 & <b>\n\fc")))  # noqa: S314 - our own


@pytest.fixture
def outputs(inbox: Path, outbox: Path) -> Path:
    result = CliRunner().invoke(
        main, ["run", str(inbox), "--out", str(outbox), "--format", "markdown", "--format", "hocr"]
    )
    assert result.exit_code == 0, result.output
    return outbox


def test_text_and_record_are_written_by_default(inbox: Path, outbox: Path) -> None:
    CliRunner().invoke(main, ["run", str(inbox / "order.txt"), "--out", str(outbox)])
    assert sorted(p.name for p in outbox.iterdir() if p.is_file()) == ["order.txt.json", "order.txt.txt"]


def test_formats_are_written_by_option(outputs: Path) -> None:
    names = {p.name for p in outputs.iterdir() if p.is_file()}
    assert names == {f"order.txt{suffix}" for suffix in (".txt", ".json", ".md", ".hocr")}


def test_a_format_is_added_to_what_is_done_without_cleaning_it_again(outputs: Path, inbox: Path) -> None:
    before = (outputs / "order.txt.json").stat().st_mtime_ns
    result = CliRunner().invoke(main, ["run", str(inbox), "--out", str(outputs), "--format", "jsonl"])
    assert "done before" in result.stdout
    assert (outputs / "order.txt.jsonl").is_file()
    assert (outputs / "order.txt.json").stat().st_mtime_ns == before


def test_no_format_of_an_earlier_state_is_left_behind(outputs: Path, inbox: Path) -> None:
    (inbox / "order.txt").write_text("Another order altogether.")
    CliRunner().invoke(main, ["run", str(inbox), "--out", str(outputs)])
    assert not (outputs / "order.txt.md").exists()


def test_the_command_line_offers_every_format() -> None:
    run = main.commands["run"]
    (option,) = (p for p in run.params if p.name == "formats")
    assert isinstance(option.type, click.Choice)
    assert list(option.type.choices) == list(FORMATS)
