"""The review pages as files: what they hold, whatever the outbox is like."""

import json
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from cleaners import Document, clean_document
from flows.cli import main
from flows.recording import record_of
from flows.records import Record, Source
from flows.review.fragments import Fragments
from flows.review.html import write_review
from flows.storage.stores import UnusablePlace

FIXTURES = Path(__file__).resolve().parents[3] / "fixtures"


def record(document: Document) -> Record:
    return record_of(document, Source(name="a.txt", sha256="", bytes=0), ())


def run(*arguments: object) -> str:
    result = CliRunner().invoke(main, [str(a) for a in arguments])
    assert result.exit_code == 0, result.output
    return result.output


@pytest.mark.parametrize("name", ["numbered.txt", "garbled.txt", "one-line.txt"])
def test_the_page_shows_the_whole_clean_text_and_nothing_else(name: str) -> None:
    text = (FIXTURES / "filings" / name).read_text("utf-8")
    document = clean_document(Document.from_text(text))
    shown = [
        fragment.text if fragment.kind == "changed" else "".join(part.text for part in fragment.parts)
        for block in Fragments(record(document)).blocks()
        for fragment in block.fragments
        if fragment.kind != "removed"
    ]
    assert "".join("".join(shown).split()) == "".join(document.text.split())


@pytest.mark.parametrize("name", ["numbered.txt", "garbled.txt", "one-line.txt"])
def test_every_word_that_was_read_is_shown(name: str) -> None:
    text = (FIXTURES / "filings" / name).read_text("utf-8")
    fragments = Fragments(record(clean_document(Document.from_text(text))))
    shown = {
        part.unit.name
        for block in fragments.blocks()
        for fragment in block.fragments
        for part in fragment.parts
        if part.unit
    }
    assert shown == {unit.name for unit in fragments.units}


def test_a_page_is_written_for_each_filing_and_leads_back(inbox: Path, outbox: Path) -> None:
    run("run", inbox, "--out", outbox, "--review")
    index = (outbox / "review" / "index.html").read_text("utf-8")
    assert 'href="order.txt.html"' in index
    assert 'href="motions/brief.txt.html"' in index
    assert 'href="../index.html"' in (outbox / "review" / "motions" / "brief.txt.html").read_text("utf-8")


def test_a_page_that_is_up_to_date_is_left_alone(inbox: Path, outbox: Path) -> None:
    run("run", inbox, "--out", outbox, "--review")
    page = outbox / "review" / "order.txt.html"
    before = page.stat().st_mtime_ns
    run("review", outbox)
    assert page.stat().st_mtime_ns == before
    (inbox / "order.txt").write_text("Another order, which is GRANTED.")
    run("run", inbox, "--out", outbox, "--review")
    assert "Another" in page.read_text("utf-8")


def test_pictures_come_from_where_the_filing_was_moved_to(tmp_path: Path, outbox: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    old.mkdir()
    shutil.copy(FIXTURES / "filings" / "memorandum.pdf", old)
    run("run", old, "--out", outbox)
    old.rename(new)
    page = outbox / "review" / "memorandum.pdf.html"
    run("review", outbox)
    assert "data:image" not in page.read_text("utf-8").replace("img-src data:", "")
    assert "There are no pictures of its pages" in page.read_text("utf-8")
    run("review", outbox, "--inbox", new)
    assert page.read_text("utf-8").count("data:image/webp;base64,") == 2


def test_a_file_that_has_changed_lends_no_pictures(tmp_path: Path, outbox: Path) -> None:
    filing = tmp_path / "memorandum.pdf"
    shutil.copy(FIXTURES / "filings" / "memorandum.pdf", filing)
    run("run", filing, "--out", outbox)
    shutil.copy(FIXTURES / "filings" / "opinion.pdf", filing)
    run("review", outbox)
    page = (outbox / "review" / "memorandum.pdf.html").read_text("utf-8")
    assert "data:image/webp" not in page


def test_a_broken_record_is_told_of_and_stops_nothing(inbox: Path, outbox: Path) -> None:
    run("run", inbox, "--out", outbox)
    (outbox / "order.txt.json").write_text("{")
    index = Path(write_review(outbox)).read_text("utf-8")
    assert "its record cannot be read" in index
    assert 'href="motions/brief.txt.html"' in index


def test_without_a_record_nothing_is_written(outbox: Path) -> None:
    with pytest.raises(UnusablePlace, match="there is no record in"):
        write_review(outbox)
    assert not outbox.exists()


def test_pages_to_look_at_are_told_of_with_the_reason(tmp_path: Path, outbox: Path) -> None:
    filing = tmp_path / "ruined.txt"
    filing.write_text("Tle cowrt flnds thqt tbe motlon ls grqnted, amd thc plaintilf sball sevre lt. " * 20)
    output = run("run", filing, "--out", outbox, "--review")
    assert "ruined.txt: look at page 1" in output
    assert "of its words are in no dictionary" in output
    index = (outbox / "review" / "index.html").read_text("utf-8")
    assert 'href="ruined.txt.html#page-1"' in index
    page = json.loads((outbox / "ruined.txt.json").read_text("utf-8"))["pages"][0]
    assert page["quality"] < 0.5
    assert page["doubts"]


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_the_colours_of_the_steps_can_be_read() -> None:
    style = (Path(__file__).resolve().parents[3] / "flows" / "templates" / "review.css").read_text()
    colours = re.findall(r"\.s\d+ \{ --c: (#[0-9a-f]{6})", style)
    assert len(colours) == len(set(colours)) == 20
    # On the tint of 8 % of itself that lies under it; WCAG AA asks for 4.5.
    for colour in colours:
        ground = 0.92 + 0.08 * luminance(colour)
        assert (ground + 0.05) / (luminance(colour) + 0.05) >= 4.5, colour
