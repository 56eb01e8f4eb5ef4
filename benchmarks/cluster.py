"""Many machines, shown on one: PostgreSQL, an S3 server and two workers that share nothing else, one of which
is killed in the middle.

    make cluster            (installs PostgreSQL if it is missing)
    python -m benchmarks.cluster [FILINGS]

Prints who cleaned what, and that every filing was cleaned once: the bucket keeps versions, so that the S3
server itself says how often each record was written.
"""

import logging
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import boto3
import psutil
from moto.server import ThreadedMotoServer
from PIL import Image, ImageDraw, ImageFont

from flows.server import answers

PORT = int(os.environ.get("CLUSTER_PORT", "4370"))
BIN = Path(sys.executable).parent
YAML = Path(__file__).parents[1] / "examples" / "cluster" / "prefect.yaml"
LINES = 24


def main(filings: int) -> None:
    """Start it all, kill a worker when a third is done, and say what came of it."""
    with ExitStack() as stack:
        place = Path(stack.enter_context(TemporaryDirectory(prefix="cluster-", ignore_cleanup_errors=True)))
        place.chmod(0o755)
        bucket = stack.enter_context(_bucket())
        for number in range(filings):
            bucket.put_object(Bucket="court", Key=f"inbox/{number:04}.png", Body=_scan(number))
        database = stack.enter_context(_postgres(place / "postgres"))
        _environment(place, database)
        stack.enter_context(
            _started("server", [BIN / "prefect", "server", "start", "--port", str(PORT)], place)
        )
        _wait("the server", lambda: answers(os.environ["PREFECT_API_URL"]))
        for pool in ("filings", "coordinators"):
            _prefect("work-pool", "create", pool, "--type", "process")
        _prefect("--no-prompt", "deploy", "--all", "--prefect-file", str(YAML))
        worker = [BIN / "prefect", "worker", "start", "--limit", "1", "--pool"]
        stack.enter_context(_started("coordinator", [*worker, "coordinators"], place))
        one = stack.enter_context(_started("one", [*worker, "filings"], place))
        stack.enter_context(_started("two", [*worker, "filings"], place))
        began = time.monotonic()
        _prefect("deployment", "run", "clean-inbox-together/many machines")
        _wait("a third of the filings", lambda: len(_records(bucket)) >= filings / 3)
        before = len(_records(bucket))
        _kill(one)
        print(f"killed worker one when {before} of {filings} filings were done", flush=True)
        _wait("the coordinator", _told, 900)
        seconds = time.monotonic() - began
        written = _records(bucket)
        print(f"{_told()}; {seconds:.0f} s")
        for share in _shares():
            print(f"  {share}")
        print(f"records written once: {sum(count == 1 for count in written.values())} of {filings}")
        if set(written.values()) != {1} or len(written) != filings:
            sys.exit("not every filing was cleaned once")


@contextmanager
def _bucket() -> Iterator[Any]:
    """An S3 server over HTTP on loopback, with a bucket that keeps versions."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)  # a line a request
    server = ThreadedMotoServer("127.0.0.1", PORT + 2, verbose=False)
    server.start()
    os.environ |= {
        "AWS_ENDPOINT_URL": f"http://127.0.0.1:{PORT + 2}",
        "AWS_ACCESS_KEY_ID": "clerk",
        "AWS_SECRET_ACCESS_KEY": "secret",
        "AWS_DEFAULT_REGION": "us-east-1",
    }
    client = boto3.client("s3")
    client.create_bucket(Bucket="court")
    client.put_bucket_versioning(Bucket="court", VersioningConfiguration={"Status": "Enabled"})
    try:
        yield client
    finally:
        server.stop()


@contextmanager
def _postgres(data: Path) -> Iterator[str]:
    """A PostgreSQL server with a database of its own; the address."""
    found = shutil.which("initdb") or next(map(str, Path("/usr/lib/postgresql").glob("*/bin/initdb")), None)
    if not found:
        sys.exit("PostgreSQL is not installed: apt-get install postgresql, or make cluster")
    data.mkdir()
    as_whom = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    if as_whom:
        shutil.chown(data, "postgres")
    run = [*as_whom, str(Path(found).with_name("pg_ctl")), "-D", str(data), "-w", "-s"]
    made = [*as_whom, found, "-D", str(data), "-A", "trust", "-U", "prefect"]
    subprocess.run(made, check=True, stdout=subprocess.DEVNULL)
    options = f"-p {PORT + 1} -k {data} -c listen_addresses=127.0.0.1 -c max_connections=200"
    subprocess.run([*run, "-o", options, "-l", str(data / "log"), "start"], check=True)
    try:
        yield f"postgresql+asyncpg://prefect@127.0.0.1:{PORT + 1}/postgres"
    finally:
        subprocess.run([*run, "-m", "immediate", "stop"], check=False)


def _environment(place: Path, database: str) -> None:
    os.environ |= {
        "PREFECT_HOME": str(place / "prefect"),
        "PREFECT_PROFILES_PATH": str(place / "no-profiles.toml"),
        "PREFECT_API_URL": f"http://127.0.0.1:{PORT}/api",
        "PREFECT_API_DATABASE_CONNECTION_URL": database,
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "DO_NOT_TRACK": "1",
        "PREFECT_WORKER_QUERY_SECONDS": "2",
        "OMP_THREAD_LIMIT": "1",
        "CLEAN_FILINGS_INBOX": "s3://court/inbox",
        "CLEAN_FILINGS_OUTBOX": "s3://court/outbox",
    }


def _kill(worker: subprocess.Popen[bytes]) -> None:
    """The worker and the run that it has started, as if its machine had lost its power."""
    for process in [psutil.Process(worker.pid), *psutil.Process(worker.pid).children(recursive=True)]:
        with suppress(psutil.NoSuchProcess):
            process.kill()


@contextmanager
def _started(name: str, command: list[Any], place: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A program in a process group of its own, which is killed in the end."""
    home = {"PREFECT_HOME": str(place / name)}
    with (place / f"{name}.log").open("wb") as log:
        process = subprocess.Popen(
            command, stdout=log, stderr=log, env={**os.environ, **home}, process_group=0
        )
    try:
        yield process
    finally:
        if process.poll() is None:
            _kill(process)
        process.wait()


def _scan(number: int) -> bytes:
    """A page as a scanner makes it, with words of its own."""
    page = Image.new("L", (1700, 2200), 255)
    draw, font = ImageDraw.Draw(page), ImageFont.load_default(32)
    for line in range(LINES):
        words = f"{line + 1}   The motion numbered {number} of the parties is denied in part {line}."
        draw.text((150, 150 + 75 * line), words, fill=0, font=font)
    file = BytesIO()
    page.save(file, "PNG", dpi=(200, 200))
    return file.getvalue()


def _records(bucket: Any) -> dict[str, int]:  # noqa: ANN401 - boto3 has no types
    """How often each record was written, by the bucket's own versions."""
    written: dict[str, int] = {}
    for page in bucket.get_paginator("list_object_versions").paginate(Bucket="court", Prefix="outbox/"):
        for version in page.get("Versions", []):
            key = version["Key"]
            if key.endswith(".json") and not key.startswith("outbox/."):
                written[key] = written.get(key, 0) + 1
    return written


def _prefect(*arguments: str, check: bool = True) -> str:
    done = subprocess.run([BIN / "prefect", *arguments], capture_output=True, text=True, check=False)
    if check and done.returncode:
        sys.exit(f"prefect {' '.join(arguments)}: {done.stdout}{done.stderr}")
    return done.stdout


def _runs(*, shares: bool) -> Iterator[tuple[Any, list[str]]]:
    """The coordinator's run, or those that it started, each with the lines of its log."""
    # Prefect reads the environment when it is loaded.
    from prefect.client.orchestration import get_client  # noqa: PLC0415
    from prefect.client.schemas.filters import LogFilter, LogFilterFlowRunId  # noqa: PLC0415

    with get_client(sync_client=True) as client:
        for run in client.read_flow_runs():
            if ("share" in run.parameters) == shares:
                of_run = LogFilter(flow_run_id=LogFilterFlowRunId(any_=[run.id]))
                yield run, [log.message for log in client.read_logs(of_run)]


def _told() -> str:
    """What the coordinator's run ended with."""
    return "".join(str(run.state.message) for run, _ in _runs(shares=False) if run.state.is_final())


def _shares() -> list[str]:
    """What became of each run that the coordinator started."""
    return sorted(
        f"share {run.parameters['share'] + 1}: {run.state.name}; "
        + next((line for line in log if "cleaned" in line), "it could not tell any more")
        for run, log in _runs(shares=True)
    )


def _wait(what: str, over: Callable[[], Any], seconds: float = 300) -> None:
    until = time.monotonic() + seconds
    while not over():
        if time.monotonic() > until:
            sys.exit(f"waited in vain for {what}")
        time.sleep(1)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 40)
