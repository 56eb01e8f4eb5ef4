"""The filings of a batch in one queue, and the worker processes that serve it.

Every filing gets a first turn, in which it is finished if it is short; the pages of the long ones follow, the
shortest filing first, spread over all workers. So a filing of one page never waits behind one of 500, and no
processor is idle while there is a page left to read.
"""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import partial
from itertools import count
from math import ceil
from pathlib import Path
from queue import PriorityQueue, SimpleQueue
from shutil import rmtree
from threading import Lock, Thread
from time import monotonic
from typing import NamedTuple, Protocol, Self

from flows.bounds.workers import Lost, NoWorker, Worker
from flows.boxes.inbox import Job
from flows.errors import ANEW, UnfitFiling, shown
from flows.outcome import Outcome, Progress
from flows.storage.spool import spool
from flows.work.plan import Opened, PageRead, Plan, Said

PROCESSORS = len(os.sched_getaffinity(0))

LONG = 500
"""Pages of a filing that a worker of its own finishes, one that has loaded nothing that reads pages and goes
home after it: of 1,000 full pages that takes 45 MiB less. To start one takes as long as to read 30 pages."""

FRUGAL = {"MALLOC_TRIM_THRESHOLD_": str(128 << 10)}
"""Makes the C library (glibc) of such a worker take large blocks from the system and give them back at once,
instead of keeping them for the next: 10 MiB less. A worker that reads pages took 20 MiB less, and a fifth
more time, for its pictures."""


class Closed(Exception):
    """The workshop was closed before all was through: the run was stopped."""


class Rank(IntEnum):
    """What goes first."""

    STOP, FINISH, BEGIN, GO_ON = range(4)


@dataclass(eq=False)
class Filing:
    """How far a filing is. ``pace`` is how many of its pages a turn is expected to read, ``worked`` the
    seconds that its turns took together."""

    job: Job
    folder: Path
    deliver: Callable[[Outcome | NoWorker | Closed | None], None]
    began: float = 0.0
    opened: Opened | None = None
    read: int = 0
    pace: int = 1
    worked: float = 0.0
    through: bool = False


class Turn(NamedTuple):
    """A turn at a filing's pages from ``first`` to ``last``; the first three fields are its place in the
    queue."""

    rank: Rank
    pages: int
    serial: int
    filing: Filing | None = None
    first: int = 1
    last: int = 1


class Gate(Protocol):
    """One who is asked before a filing is begun, and told when it is through; from several threads."""

    def enter(self, job: Job) -> bool:
        """Whether it is to be cleaned. Raises OSError where that cannot be found out."""

    def leave(self, job: Job, outcome: Outcome) -> None:
        """It is through."""


class Workshop:
    """Worker processes, one a processor, that clean filings for whoever asks, from any thread.

    To be closed by a ``with``: whatever is under way then is given up, and leaves nothing behind.
    """

    def __init__(self, plan: Plan, gate: Gate, progress: Progress | None = None) -> None:
        self.plan, self.gate, self.progress = plan, gate, progress
        self._turns: PriorityQueue[Turn] = PriorityQueue()
        self._serial = count()
        self._lock = Lock()
        self._workers: set[Worker] = set()
        self._asked: set[SimpleQueue[Outcome | NoWorker | Closed | None]] = set()
        self._stopping = False
        self._open = ExitStack()
        self._threads = [Thread(target=self._serve, name="worker", daemon=True) for _ in range(PROCESSORS)]

    def __enter__(self) -> Self:
        self._spool = self._open.enter_context(spool())
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        with self._lock:
            self._stopping = True
            for worker in self._workers:
                worker.close()
        for _thread in self._threads:
            self._put(Rank.STOP)
        for thread in self._threads:
            thread.join()
        with self._lock:
            for through in self._asked:  # whoever waits in another thread: there is nothing to come
                through.put(Closed())
        self._open.close()

    def clean(self, jobs: Sequence[Job]) -> Iterator[Outcome]:
        """Clean filings: read each, clean it, write its text and record, or else its error record. The
        outcomes come as the filings are through; of one that the gate turns away there is none.

        Raises:
            NoWorker: worker processes cannot be started.
            Closed: the workshop was closed meanwhile.
        """
        through: SimpleQueue[Outcome | NoWorker | Closed | None] = SimpleQueue()
        with self._lock:
            if self._stopping:
                raise Closed
            self._asked.add(through)
        for job in jobs:
            folder = self._spool / str(next(self._serial))
            self._put(Rank.BEGIN, Filing(job, folder, through.put))
        try:
            for _ in jobs:
                outcome = through.get()
                if isinstance(outcome, NoWorker | Closed):
                    raise outcome
                if outcome:
                    yield outcome
        finally:
            with self._lock:
                self._asked.discard(through)

    def _put(self, rank: Rank, filing: Filing | None = None, first: int = 1, last: int = 1) -> None:
        pages = filing.opened.pages if filing and filing.opened else 0
        self._turns.put(Turn(rank, pages, next(self._serial), filing, first, last))

    def _serve(self) -> None:
        """What a thread does all day: hand turns to its worker, and take a new one if that is lost."""
        worker: Worker | None = None
        while filing := (turn := self._turns.get()).filing:
            if filing.through:
                continue
            filing.began = filing.began or monotonic()
            try:
                if turn.rank is Rank.BEGIN and not self.gate.enter(filing.job):
                    filing.deliver(None)
                    continue
                if turn.rank is Rank.FINISH and turn.pages >= LONG:
                    if worker:
                        worker.close()
                    self._take(worker := self._hired("flows.work.finishing", FRUGAL), turn, filing)
                    worker.close()
                    continue
                if worker is None or worker.closed:
                    worker = self._hired("flows.work.turns")
                self._take(worker, turn, filing)
            except NoWorker as error:  # or one that was being started as we closed
                filing.deliver(Closed() if self._stopping else error)
            except Exception as error:  # noqa: BLE001 - whatever it is, it is this filing's
                self._refuse(filing, error)

    def _hired(self, loads: str, env: Mapping[str, str] | None = None) -> Worker:
        with self._lock:
            if self._stopping:
                raise Closed
            own = {"TMPDIR": str(self._spool), **(env or {})}
            worker = Worker(self.plan.limits, loads, own)
            self._workers = {worker, *(w for w in self._workers if not w.closed)}
            return worker

    def _take(self, worker: Worker, turn: Turn, filing: Filing) -> None:
        """Have a turn taken, and put into the queue what is left to do after it."""
        turn = self._shared(turn, filing)
        last, read, complete = turn.last, 0, False
        try:
            for said in self._timed(self._told(worker, turn, filing), filing):
                match said:
                    case Opened():
                        filing.opened, last = said, said.pages
                    case PageRead():
                        read += 1
                        complete = self._page_read(filing)
                    case Outcome():
                        self._deliver(filing, said)
        except Lost as lost:
            what = f"page {turn.first + read}" if filing.opened else "it"
            what = "its cleaning" if turn.rank is Rank.FINISH or complete else what
            raise UnfitFiling(filing.job.path, f"{what} {lost.did}", ANEW, passing=True) from lost
        if filing.through:
            return
        left = turn.first + read <= last
        filing.pace = read if left else 2 * read
        if left:
            self._put(Rank.GO_ON, filing, turn.first + read, last)
        if complete:
            self._put(Rank.FINISH, filing)

    def _shared(self, turn: Turn, filing: Filing) -> Turn:
        """The turn, cut to what it is expected to have time for; the rest is for others."""
        if turn.rank is not Rank.GO_ON:
            return turn
        pages = turn.last - turn.first + 1
        last = turn.first + min(pages, filing.pace, ceil(pages / PROCESSORS)) - 1
        if last < turn.last:
            self._put(Rank.GO_ON, filing, last + 1, turn.last)
        return turn._replace(last=last)

    def _timed(self, told: Iterator[Said], filing: Filing) -> Iterator[Said]:
        """What is told, as long as the filing has time left."""
        since = monotonic()
        for said in told:
            filing.worked += monotonic() - since
            since = monotonic()
            yield said
            if filing.worked > (most := self.plan.limits.filing_seconds):
                cause = f"it takes longer than {most:,g} seconds"
                raise UnfitFiling(filing.job.path, cause, ANEW, passing=True)

    def _patience(self, filing: Filing) -> float:
        """Seconds until the filing's next page must have been read or, when it has no more, all be done."""
        left = max(0.0, self.plan.limits.filing_seconds - filing.worked)
        reading = filing.opened is None or filing.read < filing.opened.pages
        return min(left, self.plan.limits.page_seconds) if reading else left

    def _told(self, worker: Worker, turn: Turn, filing: Filing) -> Iterator[Said]:
        """What the worker tells of a turn; see :mod:`flows.work.turns` and :mod:`flows.work.finishing`."""
        job, plan, folder = filing.job, self.plan, filing.folder
        do = partial(worker.each, patience=lambda: self._patience(filing))
        match turn.rank:
            case Rank.BEGIN:
                if job.cause:
                    raise UnfitFiling(job.path, job.cause, job.remedy)
                return do("flows.work.turns:begin", job, plan, folder)
            case Rank.GO_ON:
                return do("flows.work.turns:go_on", job, plan, folder, turn.first, turn.last)
            case _:
                return do("flows.work.finishing:finish", job, plan, folder, filing.opened)

    def _page_read(self, filing: Filing) -> bool:
        """Count a page; whether it was the last."""
        pages = filing.opened.pages if filing.opened else 0
        with self._lock:
            filing.read += 1
            if self.progress:
                self.progress.page(shown(str(filing.job.name)), filing.read, pages)
            return filing.read == pages

    def _deliver(self, filing: Filing, outcome: Outcome) -> None:
        with self._lock:
            if filing.through or self._stopping:
                return
            filing.through = True
        rmtree(filing.folder, ignore_errors=True)
        outcome = replace(outcome, seconds=monotonic() - filing.began)
        try:
            if self.progress:
                self.progress.filing(outcome)
            self.gate.leave(filing.job, outcome)
        finally:  # somebody waits for it
            filing.deliver(outcome)

    def _refuse(self, filing: Filing, error: Exception) -> None:
        """Write down why a filing failed, unless it was the end of the batch that broke it off."""
        from flows.work.refusal import refused

        if not self._stopping and not filing.through:
            self._deliver(filing, refused(filing.job, self.plan, error))
