import json
import os
from pathlib import Path, PurePosixPath

import pytest

from cleaners.document import Document
from cleaners.pieces import Edit
from flows.boxes.outbox import Outbox
from flows.errors import UnfitFiling
from flows.recording import record_of, source_of
from flows.records import ErrorRecord, Record, Source, load_record

SOURCE = "1 The juris-\n2 diction is set out below.1\n1 A note.\n3 It is proper.\n"


def cleaned() -> Document:
    """A document with a deletion, a rejoined word, an insertion and a moved note."""
    document = Document.from_text(SOURCE)
    numbers = [Edit(at, at + 2, reason="margin line number") for at in (0, 13, 52)]
    document = document.edited(numbers, by="line numbers")
    at = document.text.index("-\n")
    document = document.edited([Edit(at, at + 2)], by="hyphens")
    at = document.text.index("1 A note.\n")
    document = document.edited([Edit(at, at + 10, to=len(document.text))], by="footnotes")
    return document.edited([Edit(len(document.text), len(document.text), "\n")], by="paragraphs")


@pytest.fixture
def filing(tmp_path: Path) -> Path:
    path = tmp_path / "order.txt"
    path.write_text(SOURCE)
    return path


def put(filing: Path, outbox: Path, name: str = "order.txt") -> Record:
    record = record_of(cleaned(), source_of(filing, PurePosixPath(name)), ())
    Outbox(outbox).write(name, record)
    return record


def failure(source: Source | None = None) -> ErrorRecord:
    return ErrorRecord(name="order.txt", source=source, versions={}, cause="is empty", remedy="copy it again")


def left_in(outbox: Path) -> list[str]:
    return sorted(str(path.relative_to(outbox)) for path in outbox.rglob("*") if path.is_file())


def test_the_source_comes_back_from_the_record_alone(filing: Path, outbox: Path) -> None:
    put(filing, outbox)
    record = Record.model_validate_json((outbox / "order.txt.json").read_bytes())
    assert record.restored() == SOURCE


def test_every_change_says_what_stood_there_and_who_changed_it(filing: Path, outbox: Path) -> None:
    record = put(filing, outbox)
    for change in record.changes:
        was = record.text[change.start : change.end] if change.was is None else change.was
        assert SOURCE[change.source_start : change.source_end] == was
        assert change.by
    numbers = [c.was for c in record.changes if c.reason == "margin line number"]
    assert numbers == ["1 ", "2 ", "3 "]
    assert {s.name: (s.edits, s.removed) for s in record.steps if s.edits}["line numbers"] == (3, 6)


@pytest.mark.parametrize("name", ["../order.txt", "a/../../order.txt", "/order.txt"])
def test_nothing_is_written_outside_the_outbox(filing: Path, outbox: Path, name: str) -> None:
    with pytest.raises(UnfitFiling, match="outside the outbox"):
        put(filing, outbox, name)
    assert not outbox.exists()
    assert sorted(p.name for p in filing.parent.iterdir()) == ["order.txt"]


def test_a_link_in_the_outbox_leads_nothing_outside(filing: Path, outbox: Path, tmp_path: Path) -> None:
    outbox.mkdir()
    (tmp_path / "elsewhere").mkdir()
    (outbox / "sub").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(UnfitFiling, match="outside the outbox"):
        put(filing, outbox, "sub/order.txt")
    assert not list((tmp_path / "elsewhere").iterdir())


def test_a_link_in_place_of_an_output_is_replaced_not_followed(
    filing: Path, outbox: Path, tmp_path: Path
) -> None:
    outbox.mkdir()
    precious = tmp_path / "precious"
    precious.write_text("keep")
    (outbox / "order.txt.txt").symlink_to(precious)
    put(filing, outbox)
    assert precious.read_text() == "keep"


@pytest.mark.parametrize("name", ["-rf.txt", "two\nlines.txt", "\x1b[2J.txt", "a b'\"$(x).txt"])
def test_odd_names_are_only_names(filing: Path, outbox: Path, name: str) -> None:
    record = put(filing, outbox, name)
    assert (outbox / f"{name}.txt").is_file()
    assert record.source.name.isprintable()


def test_a_name_that_is_no_utf8_is_only_a_name(filing: Path, outbox: Path) -> None:
    put(filing, outbox, os.fsdecode(b"gar\xe7on.txt"))
    assert {os.fsencode(path.name) for path in outbox.iterdir()} == {
        b"gar\xe7on.txt.json",
        b"gar\xe7on.txt.txt",
    }


def test_a_reader_never_sees_half_a_file_nor_a_record_of_another_text(
    filing: Path, outbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At each rename, what is in the outbox is whole: no record yet while the text is being replaced."""
    put(filing, outbox)
    seen = []
    real = Path.replace

    def spy(self: Path, target: Path) -> Path:
        seen.append((target.name, sorted(p.name for p in outbox.iterdir() if not p.name.startswith("."))))
        return real(self, target)

    monkeypatch.setattr(Path, "replace", spy)
    put(filing, outbox)
    assert seen == [("order.txt.txt", ["order.txt.txt"]), ("order.txt.json", ["order.txt.txt"])]


def test_what_finds_no_room_leaves_what_was_there(
    filing: Path, outbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(filing, outbox)
    before = {path: path.read_bytes() for path in outbox.iterdir()}

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        put(filing, outbox)
    assert {path: path.read_bytes() for path in outbox.iterdir()} == before


def test_an_error_record_gives_way_to_a_record(filing: Path, outbox: Path) -> None:
    Outbox(outbox).fail("order.txt", failure())
    assert left_in(outbox) == ["order.txt.error.json"]
    assert json.loads((outbox / "order.txt.error.json").read_text())["remedy"] == "copy it again"
    put(filing, outbox)
    assert left_in(outbox) == ["order.txt.json", "order.txt.txt"]


def test_what_was_made_of_an_earlier_state_is_kept_aside(filing: Path, outbox: Path) -> None:
    first = put(filing, outbox).source.sha256[:12]
    filing.write_text("1 Now it is another.")
    second = put(filing, outbox).source.sha256[:12]
    assert left_in(outbox) == [
        f".versions/order.txt.{first}.json", f".versions/order.txt.{first}.txt",
        "order.txt.json", "order.txt.txt",
    ]  # fmt: skip
    put(filing, outbox)
    assert len(left_in(outbox)) == 4
    kept = load_record(outbox / ".versions" / f"order.txt.{first}.json")
    assert kept.restored() == SOURCE
    filing.write_text("")
    Outbox(outbox).fail("order.txt", failure(source_of(filing, PurePosixPath("order.txt"))))
    assert "order.txt.error.json" in left_in(outbox)
    assert f".versions/order.txt.{second}.json" in left_in(outbox)


def test_a_failure_never_takes_the_place_of_what_was_made_of_the_same_file(
    filing: Path, outbox: Path
) -> None:
    source = put(filing, outbox).source
    for known in (source, None):
        Outbox(outbox).fail("order.txt", failure(known))
        assert left_in(outbox) == ["order.txt.json", "order.txt.txt"]


def test_a_source_is_found_again_if_it_is_moved_together_with_its_outbox(tmp_path: Path) -> None:
    path = Outbox(tmp_path / "one" / "outbox").path_to(str(tmp_path / "one" / "inbox" / "order.txt"))
    assert Outbox(tmp_path / "two" / "outbox").place_at(path).endswith("two/outbox/../inbox/order.txt")
    assert Outbox("memory://outbox").place_at("s3://court/order.txt") == "s3://court/order.txt"
