"""What is to be done with the filings of an inbox, by what the outbox says of them."""

import json
import os
from pathlib import Path

import pytest

from cleaners.standard import clean_document
from flows import rules
from flows.boxes import ledger as ledgers
from flows.boxes.inbox import jobs_in
from flows.boxes.ledger import INDEX, Ledger
from flows.boxes.outbox import Outbox
from flows.errors import UnfitFiling
from flows.outcome import outcome_of
from flows.reading import read_filing
from flows.recording import record_of, source_of
from flows.work import triage as triages
from flows.work.plan import Plan
from flows.work.refusal import refused
from flows.work.triage import Triage, triage


@pytest.fixture(autouse=True)
def _files_of_just_now_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ledgers, "JUST_NOW", -60.0)


class Run:
    """Runs over an inbox as a batch makes them, in this process."""

    def __init__(self, inbox: Path, outbox: Path) -> None:
        self.inbox, self.outbox = inbox, Outbox(outbox)

    def sorted(self, **wanted: bool | tuple[str, ...]) -> Triage:
        ledger = Ledger(self.outbox)
        found = triage(jobs_in([self.inbox], self.outbox.store.where), ledger, **wanted)  # type: ignore[arg-type]
        ledger.save()
        return found

    def cleaned(self, *fail: Exception) -> None:
        """Clean what waits, or make it fail."""
        ledger, faults = Ledger(self.outbox), list(fail)
        for job in triage(jobs_in([self.inbox], self.outbox.store.where), ledger).waiting:
            if faults:
                refused(job, Plan(self.outbox), faults[0])
                continue
            source = source_of(job.path, job.name)
            record = record_of(clean_document(read_filing(job.path)), source, ())
            self.outbox.write(job.name, record)
            ledger.note(job, outcome_of(record, "cleaned", ""), ())
        ledger.save()


@pytest.fixture
def run(inbox: Path, outbox: Path) -> Run:
    return Run(inbox, outbox)


def waiting(found: Triage) -> list[str]:
    return [str(job.name) for job in found.waiting]


def told(found: Triage) -> dict[str, str]:
    return {outcome.name: outcome.state for outcome in found.outcomes}


BOTH = ["motions/brief.txt", "order.txt"]


def test_what_is_new_waits_and_what_is_done_does_not(run: Run) -> None:
    assert waiting(run.sorted()) == BOTH
    run.cleaned()
    assert waiting(run.sorted()) == []
    assert told(run.sorted()) == dict.fromkeys(BOTH, "done before")


def test_what_has_changed_or_would_be_cleaned_by_other_steps_waits(run: Run) -> None:
    run.cleaned()
    (run.inbox / "order.txt").write_text("It is another.")
    assert waiting(run.sorted()) == ["order.txt"]
    assert waiting(run.sorted(leave_out=("hyphens",))) == BOTH


def test_what_was_put_back_unchanged_is_done(run: Run) -> None:
    run.cleaned()
    path = run.inbox / "order.txt"
    content = path.read_bytes()
    path.unlink()
    assert told(run.sorted()) == {"motions/brief.txt": "done before"}
    path.write_bytes(content)
    assert waiting(run.sorted()) == []


def test_what_another_run_has_done_is_news_even_if_its_index_was_seen(run: Run) -> None:
    """A long run saves what it knows from time to time, and keeps what others have saved."""
    ours = Ledger(run.outbox)
    assert not ours.news("order.txt")
    run.cleaned()
    (job,) = [job for job in jobs_in([run.inbox], run.outbox.store.where) if job.name.name == "brief.txt"]
    ours.note(job, outcome_of(run.outbox.load("motions/brief.txt"), "cleaned", ""), ())
    ours.save()
    assert ours.news("order.txt")
    assert Ledger(run.outbox)["order.txt"]


@pytest.mark.parametrize("index", ["kept", "lost", "broken", "of another form"])
def test_the_index_is_nothing_but_a_shortcut(run: Run, outbox: Path, index: str) -> None:
    run.cleaned()
    path = outbox / INDEX
    match index:
        case "lost":
            path.unlink()
        case "broken":
            path.write_text('["clean-filings/index/1", [["order.txt", 3]]]')
        case "of another form":
            path.write_text('["clean-filings/index/0", {}]')
    (outbox / "motions" / "brief.txt.txt").write_text("tampered with")
    assert waiting(run.sorted()) == ["motions/brief.txt"]
    assert [o.pages for o in run.sorted().outcomes] == [1]
    (outbox / "order.txt.json").unlink()
    assert waiting(run.sorted()) == BOTH


def test_a_record_that_is_none_is_not_taken_for_one(run: Run, outbox: Path) -> None:
    run.cleaned()
    for content in ("{", "", json.dumps({"schema": "clean-filings/record/0"})):
        (outbox / "order.txt.json").write_text(content)
        assert waiting(run.sorted()) == ["order.txt"]


def rewritten_unseen(path: Path) -> Path:
    """The file, which holds something else now and looks as it did."""
    stat = path.stat()
    path.write_bytes(b"x" * stat.st_size)
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    return path


def test_a_file_that_looks_as_it_did_is_not_read(run: Run) -> None:
    """Size, time and inode decide, as they do for git and rsync: 10,000 scans are not hashed in every run."""
    run.cleaned()
    path = rewritten_unseen(run.inbox / "order.txt")
    assert waiting(run.sorted()) == []
    os.utime(path)
    assert waiting(run.sorted()) == ["order.txt"]


def test_a_file_that_changed_just_now_is_read(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Within the grain of the clock it may have changed once more."""
    monkeypatch.setattr(ledgers, "JUST_NOW", 60.0)
    run.cleaned()
    rewritten_unseen(run.inbox / "order.txt")
    assert waiting(run.sorted()) == ["order.txt"]


def test_a_copy_under_another_name_is_cleaned_once(run: Run) -> None:
    content = (run.inbox / "order.txt").read_bytes()
    (run.inbox / "same.txt").write_bytes(content)
    (run.inbox / "same.text").write_bytes(content)
    found = run.sorted()
    assert waiting(found) == [*BOTH, "same.text"]  # a file of another kind is read in another way
    assert [(str(copy.job.name), copy.twin) for copy in found.copies] == [("same.txt", "order.txt")]
    run.cleaned()
    (run.inbox / "order.txt").rename(run.inbox / "renamed.txt")
    copies = run.sorted().copies
    assert {str(copy.job.name): copy.twin for copy in copies} == {
        "renamed.txt": "order.txt",
        "same.txt": "order.txt",
    }


HOPELESS = UnfitFiling(Path("x"), "it is torn", "scan it anew")
FULL = OSError(28, "No space left on device")


def test_a_hopeless_failure_is_listed_and_not_tried_again_until_the_file_is_another(run: Run) -> None:
    run.cleaned(HOPELESS)
    found = run.sorted()
    assert waiting(found) == []
    assert told(found) == dict.fromkeys(BOTH, "failed before")
    assert {outcome.cause for outcome in found.outcomes} == {"it is torn"}
    assert waiting(run.sorted(retry=True)) == BOTH
    (run.inbox / "order.txt").write_text("Scanned anew.")
    assert waiting(run.sorted()) == ["order.txt"]


def test_a_hopeless_failure_is_tried_again_by_other_rules(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run.cleaned(HOPELESS)
    monkeypatch.setattr(rules, "rules", lambda _suffix: "others")
    assert waiting(run.sorted()) == BOTH


def test_a_passing_fault_is_tried_again_for_some_runs_and_then_once_a_day(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(triages.MOST_ATTEMPTS):
        assert waiting(run.sorted()) == BOTH
        run.cleaned(FULL)
    assert waiting(run.sorted()) == []
    monkeypatch.setattr(triages, "A_DAY", -1.0)
    assert waiting(run.sorted()) == BOTH


def test_a_file_of_an_unknown_kind_is_told_of_once(run: Run) -> None:
    (run.inbox / "letter.docx").write_text("x")
    run.cleaned(HOPELESS)
    assert waiting(run.sorted()) == ["letter.docx"]  # fails for what it is, not for what failed before
    (job,) = run.sorted().waiting
    refused(job, Plan(run.outbox), UnfitFiling(job.path, job.cause, job.remedy))
    assert waiting(run.sorted()) == []


def test_again_takes_up_what_other_rules_have_made(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run.cleaned()
    assert waiting(run.sorted(again=True)) == []
    monkeypatch.setattr(rules, "rules", lambda _suffix: "others")
    assert waiting(run.sorted()) == []
    assert waiting(run.sorted(again=True)) == BOTH


def test_a_format_that_is_lacking_is_written_from_the_record(run: Run, outbox: Path) -> None:
    run.cleaned()
    assert waiting(run.sorted(formats=("markdown",))) == []
    assert (outbox / "order.txt.md").is_file()


def test_drafts_of_killed_runs_are_swept_and_those_of_living_ones_are_not(run: Run, outbox: Path) -> None:
    outbox.mkdir()
    old, new = outbox / ".0123456789abcdef.part", outbox / ".fedcba9876543210.part"
    for draft in (old, new):
        draft.touch()
    Ledger(run.outbox).sweep()
    assert old.exists()
    ledger = Ledger(run.outbox)
    ledger._files = {old.name: ledger._files[old.name]._replace(since=0.0), new.name: ledger._files[new.name]}
    ledger.sweep()
    assert (old.exists(), new.exists()) == (False, True)
