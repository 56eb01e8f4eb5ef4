import json
from collections.abc import Callable
from concurrent.futures import Executor, ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest

from cleaners.document import Document
from flows import batch
from flows.batch import Outcome, clean_batch
from flows.inbox import jobs_in
from flows.reading import read_filing


def states(outcomes: list[Outcome]) -> dict[str, str]:
    return {outcome.name: outcome.state for outcome in outcomes}


def test_every_filing_gets_its_text_and_record_in_the_tree_of_the_inbox(inbox: Path, outbox: Path) -> None:
    outcomes = clean_batch(jobs_in([inbox], outbox), outbox)
    assert states(outcomes) == {"motions/brief.txt": "cleaned", "order.txt": "cleaned"}
    written = sorted(str(p.relative_to(outbox)) for p in outbox.rglob("*") if p.is_file())
    assert written == [
        "motions/brief.txt.json", "motions/brief.txt.txt", "order.txt.json", "order.txt.txt",
    ]  # fmt: skip
    assert "DENIED" in (outbox / "motions" / "brief.txt.txt").read_text()


def test_what_is_done_is_skipped_until_it_changes(inbox: Path, outbox: Path) -> None:
    jobs = jobs_in([inbox], outbox)
    clean_batch(jobs, outbox)
    written = (outbox / "order.txt.json").stat().st_mtime_ns
    assert set(states(clean_batch(jobs, outbox)).values()) == {"done before"}
    assert (outbox / "order.txt.json").stat().st_mtime_ns == written
    (inbox / "order.txt").write_text("The motion is now moot.")
    assert states(clean_batch(jobs, outbox)) == {"motions/brief.txt": "done before", "order.txt": "cleaned"}
    assert set(states(clean_batch(jobs, outbox, again=True)).values()) == {"cleaned"}


def test_one_bad_filing_stops_no_other_and_leaves_a_remedy(inbox: Path, outbox: Path) -> None:
    (inbox / "empty.pdf").touch()
    (inbox / "letter.docx").write_text("x")
    outcomes = clean_batch(jobs_in([inbox], outbox), outbox)
    assert states(outcomes) == {
        "empty.pdf": "failed", "letter.docx": "failed",
        "motions/brief.txt": "cleaned", "order.txt": "cleaned",
    }  # fmt: skip
    error = json.loads((outbox / "empty.pdf.error.json").read_text())
    assert "empty" in error["cause"]
    assert error["remedy"]
    assert error["source"]["bytes"] == 0


def test_a_failure_is_forgotten_once_the_filing_is_mended(inbox: Path, outbox: Path) -> None:
    (inbox / "late.txt").touch()
    clean_batch(jobs_in([inbox], outbox), outbox)
    assert (outbox / "late.txt.error.json").exists()
    (inbox / "late.txt").write_text("It has arrived.")
    clean_batch(jobs_in([inbox], outbox), outbox)
    assert not (outbox / "late.txt.error.json").exists()
    assert (outbox / "late.txt.txt").read_text().startswith("It has arrived.")


def test_a_bug_fails_its_filing_only_and_leaves_a_trace(
    inbox: Path, outbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = read_filing

    def trip(path: Path, **rest: object) -> Document:
        if path.name == "brief.txt":
            raise ZeroDivisionError
        return real(path, **rest)  # type: ignore[arg-type]

    monkeypatch.setattr(batch, "read_filing", trip)
    outcomes = clean_batch(jobs_in([inbox], outbox), outbox)
    assert states(outcomes) == {"motions/brief.txt": "failed", "order.txt": "cleaned"}
    error = json.loads((outbox / "motions" / "brief.txt.error.json").read_text())
    assert "ZeroDivisionError" in error["trace"]


def test_a_filing_that_still_arrives_is_not_taken_for_whole(
    inbox: Path, outbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = read_filing

    def read_while_it_grows(path: Path, **rest: object) -> Document:
        document = real(path, **rest)  # type: ignore[arg-type]
        with path.open("a") as file:
            file.write("more")
        return document

    monkeypatch.setattr(batch, "read_filing", read_while_it_grows)
    (outcome,) = clean_batch(jobs_in([inbox / "order.txt"], outbox), outbox)
    assert "changed" in outcome.cause
    assert not (outbox / "order.txt.txt").exists()


def test_an_unwritable_outbox_is_told_of(inbox: Path, outbox: Path) -> None:
    outbox.write_text("a file where the folder should be")
    outcomes = clean_batch(jobs_in([inbox / "order.txt"], outbox), outbox)
    assert states(outcomes) == {"order.txt": "failed"}


def test_progress_hears_of_every_page_and_filing(
    inbox: Path, outbox: Path, make_pdf: Callable[[Path, int], Path]
) -> None:
    make_pdf(inbox / "three.pdf", 3)
    pages, filings = [], []

    class Listener:
        def page(self, name: str, done: int, total: int) -> None:
            pages.append((name, done, total))

        def filing(self, outcome: Outcome) -> None:
            filings.append(outcome.name)

    clean_batch(jobs_in([inbox], outbox), outbox, Listener())
    assert [p for p in pages if p[0] == "three.pdf"] == [("three.pdf", n, 3) for n in (1, 2, 3)]
    assert sorted(filings) == ["motions/brief.txt", "order.txt", "three.pdf"]


def test_a_stop_is_not_taken_for_a_filings_fault(
    inbox: Path, outbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The filing that is broken off gets no error record: the next run takes it up again."""
    reading = Event()

    def read_for_ever(_path: Path, *, ocr: Executor, **_: object) -> Document:
        reading.set()
        while True:
            ocr.submit(int).result()

    monkeypatch.setattr(batch, "read_filing", read_for_ever)
    job = jobs_in([inbox / "order.txt"], outbox)[0]
    with ThreadPoolExecutor(1) as threads:
        stop = pytest.raises(KeyboardInterrupt)
        with stop, batch.workshop(outbox) as shop:
            run = threads.submit(batch.clean_job, job, shop)
            reading.wait(10)
            raise KeyboardInterrupt
        assert run.exception(10)
    assert not outbox.exists()
