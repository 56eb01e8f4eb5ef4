import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from flows.boxes import claims
from flows.boxes.claims import Claims
from flows.storage.places import open_store
from flows.storage.stores import Store


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return open_store(tmp_path / "outbox")


def left_in(store: Store) -> list[str]:
    return [name for name, _ in store.files()]


def test_one_run_has_a_filing_until_it_gives_it_up(store: Store) -> None:
    with Claims(store) as one, Claims(store) as two:
        assert one.take("order.txt")
        assert not two.take("order.txt")
        assert two.take("brief.txt")
        one.release("order.txt")
        assert two.take("order.txt")
    assert left_in(store) == []


def test_of_many_runs_at_once_one_gets_it(store: Store) -> None:
    with Claims(store) as one, Claims(store) as two, ThreadPoolExecutor(8) as threads:
        for name in map(str, range(50)):
            assert sum(threads.map(lambda run, name=name: run.take(name), [one, two])) == 1


KILLED = """
import os, signal, sys
from flows.boxes.claims import Claims
from flows.storage.places import open_store
with Claims(open_store(sys.argv[1])) as run:
    assert run.take("order.txt")
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_the_claims_of_a_killed_process_lapse_at_once_on_its_machine(store: Store) -> None:
    assert subprocess.run([sys.executable, "-c", KILLED, store.where], check=False).returncode == -9
    assert len(left_in(store)) == 2
    with Claims(store) as run:
        assert run.take("order.txt")
        with Claims(store) as other:
            assert not other.take("order.txt")
    assert left_in(store) == []


def of_another_machine(store: Store, until: float) -> None:
    told = {"host": "elsewhere", "process": 1, "until": until}
    store.write({f"{claims.RUNS}/there": json.dumps(told).encode()})
    assert store.create(claims._file("order.txt", 0), b"there")


def test_a_run_on_another_machine_is_believed_until_its_time_is_over(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    of_another_machine(store, until=1000.0)
    monkeypatch.setattr(claims, "time", lambda: 999.0)
    with Claims(store) as run:
        assert not run.take("order.txt")
        monkeypatch.setattr(claims, "time", lambda: 1001.0)
        assert run.take("order.txt")


def test_the_claim_of_a_dead_run_is_taken_once(store: Store) -> None:
    of_another_machine(store, until=0.0)
    with Claims(store) as one, Claims(store) as two, ThreadPoolExecutor(2) as threads:
        assert sorted(threads.map(lambda run: run.take("order.txt"), [one, two])) == [False, True]


def test_a_run_that_lives_renews_its_file(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(claims, "LASTS", 0.02)
    with Claims(store):
        first = left_in(store)[0]
        seen: set[bytes] = set()
        while len(seen) < 3:
            seen.add(store.read(first))


def test_giving_up_what_was_never_had_is_nothing(store: Store) -> None:
    """As when the claim itself could not be written."""
    with Claims(store) as run:
        run.release("order.txt")
