import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest
from PIL import Image

from flows.batch import Batch, clean_batch
from flows.bounds.limits import Limits
from flows.boxes.inbox import jobs_in
from flows.boxes.outbox import Outbox
from flows.errors import UnfitFiling
from flows.outcome import Outcome
from flows.records import load_record
from flows.review.verify import verdicts
from flows.work import turns, workshop
from flows.work.finishing import finish
from flows.work.plan import Opened, PageRead, Plan
from flows.work.turns import begin, go_on


def states(outcomes: list[Outcome]) -> dict[str, str]:
    return {outcome.name: outcome.state for outcome in outcomes}


def test_every_filing_gets_its_text_and_record_in_the_tree_of_the_inbox(inbox: Path, outbox: Path) -> None:
    outcomes = clean_batch(jobs_in([inbox], outbox), outbox)
    assert states(outcomes) == {"motions/brief.txt": "cleaned", "order.txt": "cleaned"}
    written = sorted(str(p.relative_to(outbox)) for p in outbox.rglob("*") if p.is_file())
    assert written == [
        ".clean-filings/index.json",
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
    jobs = jobs_in([inbox], outbox)
    assert states(clean_batch(jobs, outbox)) == {"motions/brief.txt": "done before", "order.txt": "cleaned"}
    assert set(states(clean_batch(jobs, outbox, anew=True)).values()) == {"cleaned"}


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


def test_a_bug_fails_its_filing_only_and_leaves_a_trace(inbox: Path, outbox: Path) -> None:
    (outbox / "order.txt.txt").mkdir(parents=True)  # a folder where the text belongs is nobody's fault
    outcomes = clean_batch(jobs_in([inbox], outbox), outbox, leave_out=("a step that is not there",))
    assert set(states(outcomes).values()) == {"failed"}
    error = json.loads((outbox / "motions" / "brief.txt.error.json").read_text())
    assert "no such step" in error["trace"]
    assert "clean_document" in error["trace"]


def test_a_filing_that_still_arrives_is_not_taken_for_whole(
    inbox: Path, outbox: Path, make_pdf: Callable[[Path, int], Path]
) -> None:
    path = make_pdf(inbox / "growing.pdf", 1)
    (job,) = jobs_in([path], outbox)
    turn = begin(job, Plan(Outbox(outbox)), inbox / "sheets")
    assert isinstance(next(turn), Opened)
    with path.open("ab") as file:
        file.write(b"more")
    with pytest.raises(UnfitFiling, match="changed"):
        list(turn)
    assert not outbox.exists()


def test_an_outbox_that_cannot_be_written_stops_all(inbox: Path, outbox: Path) -> None:
    outbox.mkdir()
    (outbox / ".clean-filings").write_text("a file where a folder should be")
    with pytest.raises(OSError, match="outbox"):
        clean_batch(jobs_in([inbox / "order.txt"], outbox), outbox)


def test_copies_are_cleaned_once_and_all_get_their_output(inbox: Path, outbox: Path) -> None:
    (inbox / "same.txt").write_bytes((inbox / "order.txt").read_bytes())
    (inbox / "empty.pdf").touch()
    for name in ("torn.pdf", "same-torn.pdf"):
        (inbox / name).write_text("no PDF at all")
    outcomes = clean_batch(jobs_in([inbox], outbox), outbox)
    assert states(outcomes) == {
        "empty.pdf": "failed", "same-torn.pdf": "failed", "torn.pdf": "failed",
        "motions/brief.txt": "cleaned", "order.txt": "cleaned", "same.txt": "cleaned",
    }  # fmt: skip
    assert (outbox / "same.txt.txt").read_bytes() == (outbox / "order.txt.txt").read_bytes()
    assert load_record(outbox / "same.txt.json").source.name == "same.txt"
    assert json.loads((outbox / "torn.pdf.error.json").read_text())["name"] == "torn.pdf"
    assert all(not verdict.faults for verdict in verdicts(Outbox(outbox), str(inbox)))


def test_runs_over_one_inbox_at_once_share_its_filings(inbox: Path, outbox: Path) -> None:
    for number in range(20):
        (inbox / f"{number}.txt").write_text(f"The motion numbered {number} is denied.")
    jobs = jobs_in([inbox], outbox)
    with ThreadPoolExecutor(2) as threads:
        one, two = threads.map(lambda _: states(clean_batch(jobs, outbox)), range(2))
    for name in one:
        assert sorted([one[name], two[name]]) == ["cleaned", "done before"]
    assert [p.name for p in (outbox / ".clean-filings").rglob("*") if p.is_file()] == ["index.json"]


def test_files_that_still_arrive_wait(inbox: Path, outbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def meanwhile(_seconds: float) -> None:
        with (inbox / "order.txt").open("a") as file:
            file.write("and more")

    monkeypatch.setattr("flows.boxes.inbox.sleep", meanwhile)
    outcomes = clean_batch(jobs_in([inbox], outbox), outbox, settle=60)
    assert states(outcomes) == {"motions/brief.txt": "cleaned", "order.txt": "waiting"}


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


def test_a_long_filing_is_read_in_turns_and_put_together_in_order(
    inbox: Path, outbox: Path, make_pdf: Callable[[Path, int], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Turns of one page each, so that every page comes from a turn of its own."""
    path = make_pdf(inbox / "long.pdf", 5)
    monkeypatch.setattr(turns, "FIRST", 0.0)
    monkeypatch.setattr(turns, "LATER", 0.0)
    (job,) = jobs_in([path], outbox)
    plan, folder = Plan(Outbox(outbox)), inbox.parent / "sheets"
    opened, first = begin(job, plan, folder)
    assert isinstance(opened, Opened)
    assert first == PageRead(1)
    for number in (4, 2, 5, 3):
        assert list(go_on(job, plan, folder, number, 5)) == [PageRead(number)]
    (outcome,) = finish(job, plan, folder, opened)
    assert isinstance(outcome, Outcome)
    assert (outcome.state, outcome.pages) == ("cleaned", 5)
    in_turns = (outbox / "long.pdf.txt").read_text()
    monkeypatch.undo()
    clean_batch([job], outbox, anew=True)
    assert (outbox / "long.pdf.txt").read_text() == in_turns


def test_the_worker_that_finishes_a_long_filing_goes_home_and_others_go_on(
    inbox: Path, outbox: Path, make_pdf: Callable[[Path, int], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workshop, "LONG", 2)
    make_pdf(inbox / "long.pdf", 120)  # more than a turn reads
    make_pdf(inbox / "longer.pdf", 121)
    outcomes = clean_batch(jobs_in([inbox], outbox), outbox)
    assert set(states(outcomes).values()) == {"cleaned"}
    assert {o.name: o.pages for o in outcomes if o.pages > 2} == {"long.pdf": 120, "longer.pdf": 121}


def test_a_stop_leaves_nothing_behind(inbox: Path, outbox: Path) -> None:
    """The filings that are broken off get no error record: the next run takes them up again."""
    with suppress(KeyboardInterrupt), Batch(jobs_in([inbox], outbox), Plan(Outbox(outbox))) as batch:
        next(batch.clean(batch.waiting))
        raise KeyboardInterrupt
    left = [path.name for path in outbox.rglob("*") if path.is_file()]
    assert not [name for name in left if name.endswith(".error.json")]
    assert not list((outbox / ".clean-filings").glob("*/*"))


def test_a_filing_that_is_too_much_for_a_worker_fails_alone(inbox: Path, outbox: Path) -> None:
    Image.new("1", (5_000, 35_000), 1).save(inbox / "plan.png")
    limits = Limits(memory=1 << 30)
    outcomes = clean_batch(jobs_in([inbox], outbox), outbox, limits=limits)
    assert states(outcomes) == {
        "motions/brief.txt": "cleaned", "order.txt": "cleaned", "plan.png": "failed",
    }  # fmt: skip
    error = json.loads((outbox / "plan.png.error.json").read_text())
    assert error["cause"] == "page 1 needs more memory than 1 GiB"


def test_every_filing_gets_its_own_outcome(inbox: Path, outbox: Path) -> None:
    """Though a worker has answered for others before it."""
    for number in range(12):
        if number % 3:
            (inbox / f"{number:02}.txt").write_text(f"Motion number {number} is granted.")
        else:
            (inbox / f"{number:02}.png").write_bytes(b"no image")
    outcomes = clean_batch(jobs_in([inbox], outbox), outbox)
    assert [o.name for o in outcomes if o.failed] == [f"{number:02}.png" for number in range(0, 12, 3)]
    for outcome in outcomes:
        if not outcome.failed:
            assert Path(outcome.text) == outbox / f"{outcome.name}.txt"
            assert Path(outcome.text).exists()
