"""The end of a deployed run whose server is gone for good."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from httpx import HTTPError
from prefect import runtime
from prefect.settings import PREFECT_API_URL

from flows.server import answers

GONE = "The Prefect server {} is gone. What is finished is kept, and the next run goes on from there."


@contextmanager
def ends_without_server() -> Iterator[None]:
    """What is told the server in the ``with`` block. If it is gone, a deployed run, which has its process for
    itself, ends at once, with a line that says so.

    Prefect has tried for a minute by then (PREFECT_CLIENT_MAX_RETRIES), and would try again for the state of
    the run, for its log and for the end of the process: six minutes, of which nothing comes but tracebacks.
    That the run has ended is seen by its heartbeats, which are missing.

    Raises HTTPError as it comes from a server that is there, and in a run without a deployment.
    """
    try:
        yield
    except HTTPError:
        server = PREFECT_API_URL.value()
        if runtime.deployment.id and server and not answers(server):
            sys.stdout.flush()
            sys.stderr.write(f"\n{GONE.format(server)}\n")  # Prefect has left its own line open
            sys.stderr.flush()
            os._exit(1)
        raise
