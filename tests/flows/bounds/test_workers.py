"""Worker processes that crash, hang or grow, and the end of the process that started them."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from flows.bounds.limits import Limits
from flows.bounds.workers import Crew, Lost, NoWorker, Worker


def running(command: str) -> bool:
    """Whether a process of just this command line is there, and is not dead already."""
    told = ["\0".join(command.split()) + "\0"]
    for place in Path("/proc").glob("[0-9]*/cmdline"):
        with suppress(OSError):
            if place.read_text(errors="replace") in told:
                return True
    return False


def wait_until(holds: Callable[[], bool]) -> None:
    ends = time.monotonic() + 120
    while not holds():
        assert time.monotonic() < ends
        time.sleep(0.02)


LIMITS = Limits(page_seconds=120, memory=2 << 30)


@pytest.fixture
def worker() -> Iterator[Worker]:
    worker = Worker(LIMITS, loads="os")
    yield worker
    worker.close()


def test_a_worker_tells_of_things_as_they_come(worker: Worker) -> None:
    assert list(worker.each("builtins:range", 3)) == [0, 1, 2]
    assert list(worker.each("builtins:reversed", [1, 2])) == [2, 1]


def test_an_error_comes_across_with_its_trace_and_the_worker_goes_on(worker: Worker) -> None:
    with pytest.raises(ZeroDivisionError) as caught:
        list(worker.each("builtins:divmod", 1, 0))
    assert "_done" in caught.value.__notes__[0]
    assert list(worker.each("builtins:range", 1)) == [0]


def test_what_is_not_waited_for_answers_no_other_question(worker: Worker) -> None:
    for said in worker.each("builtins:range", 3):
        assert said == 0
        break
    assert worker.closed


@pytest.mark.parametrize(
    ("do", "args", "did"),
    [
        ("os:abort", (), "crashed its reader (SIGABRT)"),
        ("os:_exit", (3,), "crashed its reader (exit code 3)"),
        ("builtins:bytes", (3 << 30,), "needs more memory than 2 GiB"),
    ],
)
def test_a_worker_that_is_lost_is_told_of_and_replaced_by_another(
    worker: Worker, do: str, args: tuple[object, ...], did: str
) -> None:
    with pytest.raises(Lost) as caught:
        list(worker.each(do, *args))
    assert caught.value.did == did
    assert worker.closed


def test_a_worker_that_hangs_is_killed_with_what_it_started() -> None:
    worker, seconds = Worker(LIMITS, loads="os"), f"1234.{os.getpid()}"
    assert list(worker.each("builtins:range", 1)) == [0]
    with pytest.raises(Lost, match="takes longer than 1 seconds"):
        list(worker.each("subprocess:check_call", ["sleep", seconds], patience=lambda: 1.0))
    assert worker.closed
    wait_until(lambda: not running(f"sleep {seconds}"))  # it dies by the same signal, in its own time


def test_a_worker_that_cannot_start_is_no_filings_fault() -> None:
    with pytest.raises(NoWorker):
        list(Worker(LIMITS, loads="no.such.module").each("builtins:range", 1))


def test_a_crew_keeps_its_workers_unless_they_are_dead_or_know_another_environment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    crew = Crew(loads="os")

    def worked() -> Worker:
        with crew.worker(LIMITS) as worker:
            assert list(worker.each("builtins:range", 1)) == [0]
        return worker

    first = worked()
    assert worked() is first
    os.kill(first._process.pid, signal.SIGKILL)
    wait_until(lambda: not first.lives)
    second = worked()
    monkeypatch.setenv("PATH", "/elsewhere")
    third = worked()
    assert (first.closed, second.closed, third.closed) == (True, True, False)
    crew.close()
    assert third.closed


PARENT = """
import subprocess
from flows.bounds.limits import Limits
from flows.bounds.workers import Worker
list(Worker(Limits(), loads="os").each("subprocess:check_call", ["sleep", "{}"]))
"""


@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGTERM])
def test_workers_die_with_their_parent_however_it_ends(end: signal.Signals) -> None:
    sleep = f"4321.{end:d}{os.getpid()}"
    parent = subprocess.Popen([sys.executable, "-c", PARENT.format(sleep)])
    wait_until(lambda: running(f"sleep {sleep}"))
    parent.send_signal(end)
    parent.wait(120)
    wait_until(lambda: not running(f"sleep {sleep}"))


SCRIPT = """
from pathlib import Path
from flows.batch import clean_batch
from flows.boxes.inbox import jobs_in
outcomes = clean_batch(jobs_in([Path({!r})], Path({!r})), Path({!r}))
assert [o.state for o in outcomes] == ["cleaned", "cleaned"], outcomes
"""


def test_a_script_needs_no_main_guard(inbox: Path, outbox: Path, tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(SCRIPT.format(str(inbox), str(outbox), str(outbox)))
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])}
    subprocess.run([sys.executable, script], check=True, timeout=120, env=environment)
