"""Worker processes: what may crash, hang or fill the memory does so where it takes nothing else with it.

A worker does one thing at a time and tells what comes of it bit by bit. It is a fresh interpreter, never a
fork: it may be started from a script, from a thread, from a Prefect task. It leads a process group of its
own, so that the programs it has started go with it; and it dies with the process that started it, however
that one ends: the kernel kills the group when the pipe closes whose other end the parent alone holds.
"""

import fcntl
import os
import pickle
import resource
import signal
import socket
import subprocess
import sys
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from multiprocessing.connection import Connection
from pkgutil import resolve_name
from threading import Lock
from typing import Any

BEGIN = "import sys; sys.path[:] = {!r}; from flows.workers import serve; serve({}, {}, {}, {!r})"


@dataclass(frozen=True, slots=True)
class Limits:
    """What a worker may take: ``seconds`` from one thing that it tells to the next (a page, mostly), and
    ``memory``, bytes of address space, for itself and for each program that it starts."""

    seconds: float = 600.0
    memory: int = 4 << 30


USUAL = Limits()


class NoWorker(RuntimeError):
    """A worker process cannot be started."""


class Lost(Exception):
    """A worker is gone. ``did`` says what the work did to it, as the rest of a sentence."""

    def __init__(self, did: str) -> None:
        self.did = did
        super().__init__(did)


class Worker:
    """A worker process, from outside. ``loads`` names a module that it gets ready with."""

    def __init__(self, limits: Limits, loads: str) -> None:
        self._limits, self._ready, self._closing = limits, False, Lock()
        ours, theirs = socket.socketpair()
        life, self._life = os.pipe()
        self._process = subprocess.Popen(
            [sys.executable, "-c", BEGIN.format(sys.path, theirs.fileno(), life, limits.memory, loads)],
            stdin=subprocess.DEVNULL,
            pass_fds=(theirs.fileno(), life),
            process_group=0,
        )
        theirs.close()
        os.close(life)
        self._line = Connection(ours.detach())

    @property
    def closed(self) -> bool:
        return self._process.returncode is not None

    def each(self, do: str, *args: object) -> Iterator[Any]:
        """What a function, given as ``module:name``, yields for ``args`` in the worker.

        Raises:
            Lost: the worker crashed, told nothing for too long, or ran out of memory. It is closed.
            NoWorker: it could not even be started.
            Exception: what the function raises.
        """
        if not self._ready:
            self._hear()
            self._ready = True
        self._line.send((do, args))
        while True:
            match self._hear():
                case "told", said:
                    yield said
                case "raised", error:
                    raise error
                case "out of memory", _:
                    self.close()
                    raise Lost(f"needs more memory than {self._limits.memory / (1 << 30):.3g} GiB")
                case _:
                    return

    def close(self) -> None:
        """Kill the worker and what it has started. May be called from any thread, and more than once."""
        with self._closing:
            if self._process.returncode is None:  # not reaped, so the group's number is still its own
                os.killpg(self._process.pid, signal.SIGKILL)
                self._process.wait()
                os.close(self._life)

    def _hear(self) -> tuple[str, Any]:
        try:
            if self._line.poll(self._limits.seconds):
                said: tuple[str, Any] = self._line.recv()
                return said
        except (EOFError, OSError) as error:
            self.close()
            code = self._process.returncode
            if not self._ready:
                raise NoWorker(f"a worker process cannot be started: it ended with {code}") from error
            how = signal.Signals(-code).name if code < 0 else f"exit code {code}"
            raise Lost(f"crashed its reader ({how})") from error
        self.close()
        raise Lost(f"takes longer than {self._limits.seconds:.3g} seconds")


def serve(line: int, life: int, memory: int, loads: str) -> None:
    """Be a worker: do what comes down the line, until it is closed."""
    fcntl.fcntl(life, fcntl.F_SETOWN, -os.getpgrp())
    fcntl.fcntl(life, fcntl.F_SETSIG, signal.SIGKILL)
    fcntl.fcntl(life, fcntl.F_SETFL, os.O_ASYNC | fcntl.fcntl(life, fcntl.F_GETFL))
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_AS, (memory, resource.getrlimit(resource.RLIMIT_AS)[1]))
    import_module(loads)
    told = Connection(line)
    told.send(("ready", None))
    while True:
        try:
            do, args = told.recv()
        except EOFError:
            return
        told.send(_done(told, do, args))


def _done(line: Connection, do: str, args: tuple[object, ...]) -> tuple[str, Any]:
    """Do it, telling of each thing that comes of it; what is to be said last."""
    try:
        for said in resolve_name(do)(*args):
            line.send(("told", said))
    except MemoryError:
        return "out of memory", None
    except Exception as error:  # noqa: BLE001 - it is the parent's to handle
        return "raised", _portable(error)
    return "done", None


def _portable(error: Exception) -> Exception:
    """The error as it can be sent, its traceback in words; errors of many libraries cannot be unpickled."""
    error.add_note(f"in a worker process:\n{''.join(traceback.format_exception(error))}")
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301 - its own
    except Exception:  # noqa: BLE001
        return RuntimeError("".join(traceback.format_exception(error)))
    return error
