"""Who is at work on which filing, so that several runs over one inbox never clean a filing twice.

Each run has a file in the outbox that it renews as long as it lives, and for each filing at work one that
names the run; both are made so that of several who try one succeeds. A run that was killed leaves its claims
behind: they lapse when its own file was not renewed in time, on the same machine as soon as its process is
gone. That holds in a folder as well as in an object store, and needs no server.
"""

import json
import os
import secrets
import socket
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from threading import Event, Thread
from time import time
from types import TracebackType
from typing import Self

from flows.boxes.outbox import STATE
from flows.storage.stores import Store

RUNS, CLAIMS = f"{STATE}/runs", f"{STATE}/claims"

LASTS = 120.0
"""Seconds after which a run that does not renew its file is taken for dead. The clocks of machines that share
an outbox must agree to well within this."""


class Claims:
    """The claims of a run, in a ``with`` block. Methods raise OSError if the outbox cannot be written."""

    def __init__(self, store: Store) -> None:
        self._store, self._run = store, secrets.token_hex(8)
        self._held: dict[str, int] = {}
        self._over = Event()
        self._renewing = Thread(target=self._renew, name="claims", daemon=True)

    def __enter__(self) -> Self:
        self._write()
        self._renewing.start()
        for file, _ in self._store.files(RUNS):
            if not self._lives(file.rpartition("/")[2]):
                self._store.remove(file)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()
        self._renewing.join()
        with suppress(OSError):
            for name in list(self._held):
                self.release(name)
            self._store.remove(f"{RUNS}/{self._run}")

    def take(self, name: str) -> bool:
        """Claim a filing, unless a run that lives has it.

        The claim of a dead run is not taken away, which two could do at once: the next number is taken.
        """
        number = 0
        while not self._store.create(_file(name, number), self._run.encode()):
            with suppress(FileNotFoundError):  # else it was released just now
                if self._lives(self._store.read(_file(name, number)).decode()):
                    return False
                number += 1
        self._held[name] = number
        return True

    def release(self, name: str) -> None:
        """Give a claim up: the filing is through."""
        for number in range(self._held.pop(name, -1) + 1):
            self._store.remove(_file(name, number))

    def _lives(self, run: str) -> bool:
        if run == self._run:
            return True
        try:
            told = json.loads(self._store.read(f"{RUNS}/{run}"))
        except (FileNotFoundError, ValueError):
            return False
        return told["until"] > time() and (told["host"] != _host() or _is_running(told["process"]))

    def _write(self) -> None:
        told = {"host": _host(), "process": os.getpid(), "until": time() + LASTS}
        self._store.write({f"{RUNS}/{self._run}": json.dumps(told).encode()})

    def _renew(self) -> None:
        while not self._over.wait(LASTS / 4):
            with suppress(OSError):  # a full disk may have room the next time
                self._write()


def _file(name: str, number: int) -> str:
    return f"{CLAIMS}/{sha256(os.fsencode(name)).hexdigest()[:24]}.{number}"


def _host() -> str:
    """The machine, and on Linux the container: what a process number is good for."""
    try:
        return f"{socket.gethostname()} {Path('/proc/self/ns/pid').readlink()}"
    except OSError:
        return socket.gethostname()


def _is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
