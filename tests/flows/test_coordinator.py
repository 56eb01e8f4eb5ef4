"""How an inbox is shared among runs, and what the run that started them says in the end.

Runs with workers of their own: tests/served/test_pools.py.
"""

from itertools import combinations
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.batch import Share, clean_batch
from flows.boxes.inbox import Job, jobs_in
from flows.boxes.ledger import Ledger
from flows.boxes.outbox import Outbox
from flows.coordinator import _told, _undone


def named(names: list[str]) -> list[Job]:
    return [Job(Path(name), PurePosixPath(name)) for name in names]


@given(st.lists(st.text("abc", min_size=1), unique=True), st.integers(1, 7))
def test_each_run_comes_to_every_filing_once(names: list[str], runs: int) -> None:
    for number in range(runs):
        share = Share(number, runs).first(named(names))
        assert sorted(str(job.name) for job in share) == sorted(names)


@pytest.mark.parametrize("runs", [2, 3, 8])
def test_runs_begin_with_different_filings_for_as_long_as_there_are_some(runs: int) -> None:
    names = [f"{number}.pdf" for number in range(100 * runs)]
    heads = [{job.name for job in Share(n, runs).first(named(names))[:70]} for n in range(runs)]
    assert all(one.isdisjoint(other) for one, other in combinations(heads, 2))


def test_what_is_told_in_the_end_is_what_the_outbox_says(inbox: Path, outbox: Path) -> None:
    (inbox / "empty.pdf").touch()
    names = [str(job.name) for job in jobs_in([inbox], outbox)]
    clean_batch(jobs_in([inbox / "empty.pdf"], outbox), outbox)
    state = _told(names, Outbox(outbox))
    assert (state.type, state.message) == (
        "FAILED", "0 of 3 filings are clean, 1 failed, 2 are not done; the next run goes on from there",
    )  # fmt: skip
    assert _undone(names, Ledger(Outbox(outbox))) == ["motions/brief.txt", "order.txt"]
    clean_batch(jobs_in([inbox], outbox), outbox)
    state = _told(names, Outbox(outbox))
    assert (state.name, state.message) == ("PartlyFailed", "2 of 3 filings are clean, 1 failed")
    state = _told(names[1:], Outbox(outbox))
    assert (state.name, state.message) == ("Completed", "2 of 2 filings are clean, 0 failed")
