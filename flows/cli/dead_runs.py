"""Flow runs that died with their process (kill -9, a machine that was switched off): nobody was left to tell
the server of it. The next run does.

Each run holds a lock on a file of its name in Prefect's home. The lock goes with the process, however that
ends.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any
from uuid import UUID

from httpx import HTTPError
from prefect.client.orchestration import SyncPrefectClient, get_client
from prefect.client.schemas.objects import FlowRun, State
from prefect.exceptions import ObjectNotFound
from prefect.flows import Flow, FlowStateHook
from prefect.states import Crashed

DIED = "Its process ended before it could say how. The next run goes on from there."


def home() -> Path:
    """Where the runs of this machine and user have their files."""
    return Path(os.environ.get("PREFECT_HOME") or "~/.prefect").expanduser() / "clean-filings-runs"


@contextmanager
def noted() -> Iterator[FlowStateHook[..., Any]]:
    """What notes a flow run as one that lives, until the ``with`` block ends; to be called as it begins.
    After an error the note stays: the server may have been gone, and the next run looks at what it knows."""
    with ExitStack() as locks:
        notes: list[Path] = []

        def note(flow: Flow[..., Any], flow_run: FlowRun, state: State[Any]) -> None:  # noqa: ARG001
            home().mkdir(parents=True, exist_ok=True)
            path = home() / str(flow_run.id)
            draft = path.with_name(f".{path.name}")  # whoever finds a file finds it locked
            fcntl.lockf(locks.enter_context(draft.open("w")), fcntl.LOCK_EX)
            notes.append(draft.rename(path))

        yield note
        for path in notes:
            path.unlink(missing_ok=True)


def settle() -> None:
    """Tell the server which of the runs that were under way have died. Those of another server are left to
    the runs under that."""
    with suppress(HTTPError), get_client(sync_client=True) as client:
        for path in sorted(home().glob("[!.]*")):
            with suppress(FileNotFoundError, BlockingIOError, ObjectNotFound), path.open("r+") as file:
                fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                _settle(client, UUID(path.name))
                path.unlink()


def _settle(client: SyncPrefectClient, run: UUID) -> None:
    state = client.read_flow_run(run).state
    if not (state and state.is_final()):
        died: State[Any] = Crashed(message=DIED)
        client.set_flow_run_state(run, died, force=True)
