"""A Prefect server with work pools, their workers, and what becomes of runs whose worker ends."""

import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import boto3
import pytest

from tests.served.scans import long_scan, short_scan
from tests.served.server import PATIENCE, Served, kill, serving

pytestmark = [
    pytest.mark.prefect, pytest.mark.slow, pytest.mark.xdist_group("pools"),
    pytest.mark.timeout(6 * PATIENCE),
]  # fmt: skip


@pytest.fixture(scope="module")
def pools(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server with work pools and what compose.yaml and prefect.yaml deploy to them. It is one of its own:
    what prefect.yaml deploys takes the place of what is served under the same names."""
    with serving(tmp_path_factory.mktemp("pools")) as given:
        given.deploy()
        yield given


def in_pool(served: Served, pool: str) -> dict[str, dict[str, Any]]:
    """The deployments of a work pool by name."""
    found = served.ask("deployments/filter", work_pools={"name": {"any_": [pool]}})
    return {deployment["name"]: deployment for deployment in found}


def started(served: Served, deployment: dict[str, Any], **parameters: object) -> str:
    """A run of a deployment, as its form starts it."""
    return str(served.ask(f"deployments/{deployment['id']}/create_flow_run", parameters=parameters)["id"])


def shares_of(served: Served) -> dict[str, dict[str, Any]]:
    """The runs that coordinators have started, by their numbers."""
    return {run["id"]: run for run in served.runs("clean-inbox") if "share" in run["parameters"]}


def test_prefect_yaml_deploys_into_a_work_pool_and_its_schedule_fires(pools: Served) -> None:
    offered = in_pool(pools, "filings")
    assert offered.keys() == {"inbox", "one filing", "pasted text", "share"}
    inbox = offered["inbox"]
    assert inbox["parameters"] == {"sources": [str(pools.inbox)], "outbox": str(pools.outbox)}
    assert inbox["global_concurrency_limit"]["limit"] == 1
    assert [s["slug"] for s in inbox["schedules"] if s["active"]] == ["nightly"]
    assert in_pool(pools, "coordinators").keys() == {"many machines"}
    planned = {"state": {"type": {"any_": ["SCHEDULED"]}}, "deployment_id": {"any_": [inbox["id"]]}}
    pools.wait(lambda: pools.ask("flow_runs/filter", flow_runs=planned))


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    """What a batch is given: an inbox with a text, and its outbox."""
    place = tmp_path_factory.mktemp("small")
    inbox = place / "inbox"
    inbox.mkdir()
    (inbox / "order.txt").write_text("The motion is\ngranted.\n")
    return {"sources": [str(inbox)], "outbox": str(place / "outbox"), "settle": 0}


@pytest.fixture(scope="module")
def stopped(pools: Served, small: dict[str, Any]) -> str:
    """A run whose worker was stopped. Nobody tells the server: what becomes of it shows when its heartbeats
    have been missing for a while, so it is looked at last.
    """
    long = long_scan(Path(small["sources"][0]) / "long.pdf")
    with pools.started("worker") as worker:
        run = started(pools, in_pool(pools, "filings")["inbox"], **small)
        pools.wait(Path(small["outbox"], "order.txt.json").exists)
        worker.send_signal(signal.SIGTERM)
        assert worker.wait(PATIENCE) == 0
    long.unlink()
    return run


def test_a_worker_that_is_stopped_ends_with_its_run(pools: Served, stopped: str) -> None:
    assert stopped
    pools.wait(lambda: not pools.at_work())


def test_workers_share_an_inbox_and_one_that_is_killed_takes_no_filing_with_it(
    pools: Served, s3: str
) -> None:
    """The bucket keeps versions: it says itself how often a record was written. A coordinator before it is
    cancelled, and takes the runs with it that it has started: no worker has begun with them.
    """
    bucket = boto3.client("s3")
    bucket.put_bucket_versioning(Bucket="court", VersioningConfiguration={"Status": "Enabled"})
    for number in range(12):
        words = f"The motion numbered {number} is denied."
        bucket.put_object(Bucket="court", Key=f"together/inbox/{number}.png", Body=short_scan(words))

    def records() -> list[str]:
        found = bucket.list_object_versions(Bucket="court", Prefix="together/outbox/").get("Versions", [])
        return sorted(v["Key"] for v in found if v["Key"].endswith(".png.json"))

    many = in_pool(pools, "coordinators")["many machines"]
    wanted = {"sources": [f"{s3}/together/inbox"], "outbox": f"{s3}/together/outbox"}
    with pools.started("coordinator"):
        cancelled = started(pools, many, **wanted)
        shares = pools.wait(lambda: runs if len(runs := shares_of(pools)) == 2 else None)
        pools.ask(f"flow_runs/{cancelled}/set_state", state={"type": "CANCELLING"})
        ended = [pools.finished(run)["state"]["type"] for run in (cancelled, *shares)]
        assert ended == ["CANCELLED"] * 3
        with pools.started("worker") as one, pools.started("worker"):
            together = started(pools, many, **wanted)
            pools.wait(records)
            kill(one)
            state = pools.finished(together)["state"]
    assert (state["name"], state["message"]) == ("Completed", "12 of 12 filings are clean, 0 failed")
    assert records() == sorted(f"together/outbox/{number}.png.json" for number in range(12))
    new = [run for name, run in shares_of(pools).items() if name not in shares]
    assert sorted(run["parameters"]["share"] for run in new) == [0, 1]
    assert "Completed" in {run["state"]["name"] for run in new} <= {"Completed", "Crashed"}


def test_the_run_of_a_worker_that_was_stopped_does_not_stay_running_and_the_next_goes_on(
    pools: Served, stopped: str, small: dict[str, Any]
) -> None:
    record = Path(small["outbox"], "order.txt.json")
    before = record.stat().st_mtime_ns
    with pools.started("worker"):
        following = started(pools, in_pool(pools, "filings")["inbox"], **small)
        state = pools.finished(stopped)["state"]
        assert (state["type"], "no heartbeat" in state["message"]) == ("CRASHED", True)
        assert pools.finished(following)["state"]["type"] == "COMPLETED"
    assert record.stat().st_mtime_ns == before
