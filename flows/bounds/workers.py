"""Worker processes: what may crash, hang or fill the memory does so where it takes nothing else with it.

A worker does one thing at a time and tells what comes of it bit by bit. It is a fresh interpreter, never a
fork: it may be started from a script, from a thread, from a Prefect task. It leads a process group of its
own, so that the programs it has started go with it; and it dies with the process that started it, however
that one ends: the kernel kills the group when the pipe closes whose other end the parent alone holds.
"""

import atexit
import fcntl
import os
import pickle
import resource
import signal
import socket
import subprocess
import sys
import traceback
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from importlib import import_module
from multiprocessing.connection import Connection
from pkgutil import resolve_name
from threading import Lock
from typing import Any

from flows.bounds.limits import Limits
from flows.collecting import collect_seldom

BEGIN = "import sys; sys.path[:] = {!r}; from flows.bounds.workers import serve; serve({}, {}, {}, {!r})"


STARTING = 120.0
"""Seconds in which a worker is ready, on a machine that does much else."""


class NoWorker(RuntimeError):
    """A worker process cannot be started."""


class Lost(Exception):
    """A worker is gone. ``did`` says what the work did to it, as the rest of a sentence."""

    def __init__(self, did: str) -> None:
        self.did = did
        super().__init__(did)


class Worker:
    """A worker process, from outside. ``loads`` names a module that it gets ready with. It may take
    ``limits.memory`` bytes of address space, and each program that it starts as much again. ``env`` is what
    their environment has beside this process's."""

    def __init__(self, limits: Limits, loads: str, env: Mapping[str, str] | None = None) -> None:
        self._limits, self._ready, self._closing = limits, False, Lock()
        ours, theirs = socket.socketpair()
        life, self._life = os.pipe()
        self._process = subprocess.Popen(
            [sys.executable, "-c", BEGIN.format(sys.path, theirs.fileno(), life, limits.memory, loads)],
            stdin=subprocess.DEVNULL,
            env={**os.environ, **(env or {})},
            pass_fds=(theirs.fileno(), life),
            process_group=0,
        )
        theirs.close()
        os.close(life)
        self._line = Connection(ours.detach())

    @property
    def closed(self) -> bool:
        return self._process.returncode is not None

    @property
    def lives(self) -> bool:
        """Whether it is there still, and not killed by somebody while it had nothing to do."""
        ended = os.WEXITED | os.WNOHANG | os.WNOWAIT
        return not self.closed and os.waitid(os.P_PID, self._process.pid, ended) is None

    def each(self, do: str, *args: object, patience: Callable[[], float] | None = None) -> Iterator[Any]:
        """What a function, given as ``module:name``, yields for ``args`` in the worker. ``patience`` gives
        the seconds that it may take to the next; else ``limits.page_seconds``.

        Raises:
            Lost: the worker crashed, told nothing for too long, or ran out of memory. It is closed.
            NoWorker: it could not even be started.
            Exception: what the function raises.
        """
        if not self._ready:
            self._hear(STARTING)
            self._ready = True
        try:
            self._line.send((do, args))
        except OSError as error:
            raise self._gone() from error
        told = True
        try:
            while told:
                told, said = self._hear(patience() if patience else self._limits.page_seconds)
                if told:
                    yield said
        finally:
            if told:  # whoever asked went away: what is still to come must not answer the next question
                self.close()
        match said:
            case MemoryError():
                self.close()
                raise Lost(f"needs more memory than {self._limits.memory / (1 << 30):.3g} GiB")
            case Exception():
                raise said

    def close(self) -> None:
        """Kill the worker and what it has started. May be called from any thread, and more than once."""
        with self._closing:
            if self._process.returncode is None:  # not reaped, so the group's number is still its own
                os.killpg(self._process.pid, signal.SIGKILL)
                self._process.wait()
                os.close(self._life)

    def _hear(self, seconds: float) -> tuple[bool, Any]:
        try:
            if self._line.poll(seconds):
                said: tuple[bool, Any] = self._line.recv()
                return said
        except (EOFError, OSError) as error:
            raise self._gone() from error
        self.close()
        raise Lost(f"takes longer than {seconds:,g} seconds")

    def _gone(self) -> Exception:
        """Close a worker that has ended by itself, and say how."""
        self.close()
        code = self._process.returncode
        if not self._ready:
            return NoWorker(f"a worker process cannot be started: it ended with {code}")
        how = signal.Signals(-code).name if code < 0 else f"exit code {code}"
        return Lost(f"crashed its reader ({how})")


class Crew:
    """Worker processes that wait for the next who asks, from any thread: to start one takes a second.

    They wait in vain once this process's environment is another, which they would not know of, or in a fork
    of this process, which must not talk to them.
    """

    def __init__(self, loads: str) -> None:
        self._loads = loads
        self._idle: list[tuple[object, Worker]] = []
        os.register_at_fork(after_in_child=self._idle.clear)
        atexit.register(self.close)

    @contextmanager
    def worker(self, limits: Limits) -> Iterator[Worker]:
        """A worker under these limits, for as long as the ``with`` block lasts."""
        wanted = (limits, dict(os.environ))
        worker = self._waiting(wanted) or Worker(limits, self._loads)
        try:
            yield worker
        finally:
            if not worker.closed:
                self._idle.append((wanted, worker))

    def close(self) -> None:
        """Send them home that wait."""
        self._waiting(None)

    def _waiting(self, wanted: object) -> Worker | None:
        with suppress(IndexError):
            while True:
                started, worker = self._idle.pop()
                if started == wanted and worker.lives:
                    return worker
                worker.close()
        return None


def serve(line: int, life: int, memory: int, loads: str) -> None:
    """Be a worker: do what comes down the line, until it is closed."""
    fcntl.fcntl(life, fcntl.F_SETOWN, -os.getpgrp())
    fcntl.fcntl(life, fcntl.F_SETSIG, signal.SIGKILL)
    fcntl.fcntl(life, fcntl.F_SETFL, os.O_ASYNC | fcntl.fcntl(life, fcntl.F_GETFL))
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_AS, (memory, resource.getrlimit(resource.RLIMIT_AS)[1]))
    import_module(loads)
    collect_seldom()
    told = Connection(line)
    told.send((False, None))
    while True:
        try:
            do, args = told.recv()
        except EOFError:
            return
        told.send((False, _done(told, do, args)))


def _done(line: Connection, do: str, args: tuple[object, ...]) -> Exception | None:
    """Do it, telling of each thing that comes of it; the error that it ended with, if it did."""
    try:
        for said in resolve_name(do)(*args):
            line.send((True, said))
    except MemoryError:
        return MemoryError()
    except Exception as error:  # noqa: BLE001 - it is the parent's to handle
        return _portable(error)
    return None


def _portable(error: Exception) -> Exception:
    """The error as it can be sent, its traceback in words; errors of many libraries cannot be unpickled."""
    error.add_note(f"in a worker process:\n{''.join(traceback.format_exception(error))}")
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301 - its own
    except Exception:  # noqa: BLE001
        return RuntimeError("".join(traceback.format_exception(error)))
    return error
