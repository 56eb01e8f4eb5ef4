"""A run over filings: what is done is skipped, the rest goes to the workshop. No server is behind it."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import ExitStack, suppress
from os import PathLike, fsencode
from threading import Lock
from time import monotonic, sleep
from typing import NamedTuple, Self
from zlib import crc32

from flows.bounds.limits import Limits
from flows.bounds.set_limits import limits_in
from flows.boxes.claims import Claims
from flows.boxes.inbox import Job, settled
from flows.boxes.ledger import Ledger
from flows.boxes.outbox import Outbox
from flows.errors import shown
from flows.outcome import Outcome, Progress
from flows.work.copies import copied
from flows.work.plan import Plan
from flows.work.triage import Triage, triage
from flows.work.workshop import Workshop

LOOKS = 1.0
"""Seconds between looks at what another run is at."""

SAVES = 60.0
"""Seconds after which what is known is saved, so that a run that is killed leaves it behind."""


class Share(NamedTuple):
    """One of several runs over an inbox, counted from 0, that are to begin with different filings."""

    number: int = 0
    of: int = 1

    def first(self, jobs: Sequence[Job]) -> list[Job]:
        """The jobs, this share's own first. The others' follow from their far end, in case one of those is
        slow or dies."""
        own = [job for job in jobs if crc32(fsencode(str(job.name))) % self.of == self.number]
        mine = {job.name for job in own}
        return own + [job for job in reversed(jobs) if job.name not in mine]


ALL = Share()


class Batch:
    """A run over filings, in a ``with`` block.

    ``outcomes`` are those that need no work: done or failed before, or not yet there as a whole. ``waiting``
    are the filings to clean, by :meth:`clean`, all at once or in groups from several threads. :meth:`rest`
    comes last.

    Several runs may be at the same filings at the same time, here or on other machines: each filing is
    cleaned by one of them. A ``share`` says which a run begins with.

    Raises OSError if the outbox cannot be read.
    """

    def __init__(  # noqa: PLR0913 - all but three by name only
        self,
        jobs: Sequence[Job],
        plan: Plan,
        progress: Progress | None = None,
        *,
        settle: float = 0.0,
        again: bool = False,
        retry: bool = False,
        anew: bool = False,
        share: Share = ALL,
    ) -> None:
        self._plan, self._progress = plan, progress
        jobs, arriving = settled(jobs, settle)
        self._ledger = Ledger(plan.outbox)
        found = Triage(list(jobs))
        if anew:
            self._ledger.read(str(job.name) for job in jobs)  # what stands there is no other run's news
        else:
            left, wanted = plan.leave_out, plan.formats
            found = triage(jobs, self._ledger, again=again, retry=retry, leave_out=left, formats=wanted)
        self.waiting, self._copies = share.first(found.waiting), found.copies
        self.outcomes = found.outcomes
        self.outcomes += [
            Outcome(shown(str(job.name)), "waiting", cause="it is still arriving", remedy="run again later")
            for job in arriving
        ]
        self._postponed: list[Job] = []
        self._elsewhere: list[Outcome] = []
        self._lock, self._saved = Lock(), monotonic()
        self._claims = Claims(plan.outbox.store)
        self._shop = Workshop(plan, self, progress)
        self._open = ExitStack()

    def __enter__(self) -> Self:
        for outcome in self.outcomes:
            self._tell(outcome)
        if self.waiting or self._copies:
            self._open.enter_context(self._claims)
            self._ledger.sweep()
            self._open.enter_context(self._shop)
        return self

    def __exit__(self, *error: object) -> None:
        self._open.close()
        with suppress(OSError):  # what is not saved is read again
            self._ledger.save()

    def clean(self, jobs: Sequence[Job]) -> Iterator[Outcome]:
        """Clean filings; the outcomes come as they are through. Those that another run is at are put off.

        Raises:
            NoWorker: worker processes cannot be started.
            Closed: the ``with`` block was left meanwhile, in another thread.
        """
        for outcome in self._shop.clean(jobs):
            with self._lock:
                if monotonic() > self._saved + SAVES:
                    self._ledger.save()
                    self._saved = monotonic()
            yield outcome

    def rest(self) -> Iterator[Outcome]:
        """What can be done only now: copies of other filings, and what another run was at. That one is waited
        for, or its filings are taken over if it dies. Raises like :meth:`clean`."""
        yield from self._put_off()
        changed = []
        for copy in self._copies:
            if self.enter(copy.job):
                if outcome := copied(copy, self._plan):
                    self.leave(copy.job, outcome)
                    self._tell(outcome)
                    yield outcome
                else:
                    self._claims.release(str(copy.job.name))
                    changed.append(copy.job)
        yield from self.clean(changed)
        yield from self._put_off()

    def _put_off(self) -> Iterator[Outcome]:
        while True:
            jobs, self._postponed = self._postponed, []
            yield from self.clean(jobs)
            done, self._elsewhere = self._elsewhere, []
            for outcome in done:
                self._tell(outcome)
                yield outcome
            if not self._postponed:
                return
            sleep(LOOKS)

    def enter(self, job: Job) -> bool:
        """Whether a filing may be cleaned now: no other run is at it, nor has done it in the meantime."""
        name = str(job.name)
        if not self._claims.take(name):
            self._postponed.append(job)
            return False
        if done := self._ledger.news(name):
            self._claims.release(name)
            self._elsewhere.append(done.outcome)
        return not done

    def leave(self, job: Job, outcome: Outcome) -> None:
        """A filing is through."""
        with self._lock:
            self._ledger.note(job, outcome, self._plan.leave_out)
        with suppress(OSError):  # else the claim lapses with this run
            self._claims.release(str(job.name))

    def _tell(self, outcome: Outcome) -> None:
        if self._progress:
            self._progress.filing(outcome)


def clean_batch(  # noqa: PLR0913 - all but three by name only
    jobs: Sequence[Job],
    outbox: str | PathLike[str],
    progress: Progress | None = None,
    *,
    settle: float = 0.0,
    again: bool = False,
    retry: bool = False,
    anew: bool = False,
    leave_out: Collection[str] = (),
    formats: Collection[str] = (),
    limits: Limits | None = None,
) -> list[Outcome]:
    """Clean filings side by side, in worker processes; those that are done already are skipped.

    ``settle`` is for how many seconds a file must have been left alone to count as whole. ``again`` cleans
    also what other rules than today's have cleaned, ``retry`` what failed before, ``anew`` everything.
    ``formats`` name those of :data:`flows.formats.by_name.FORMATS` that are written besides text and record;
    the ``limits`` are the environment's, unless they are given.

    A filing that fails is told of by its outcome and by an error record in the outbox; the others go on.

    Raises:
        UnusablePlace: the outbox cannot be meant.
        OSError: the outbox cannot be read.
        NoWorker: worker processes cannot be started.
    """
    plan = Plan(Outbox(outbox), leave_out, formats, limits or limits_in())
    with Batch(jobs, plan, progress, settle=settle, again=again, retry=retry, anew=anew) as batch:
        outcomes = [*batch.outcomes, *batch.clean(batch.waiting), *batch.rest()]
    return sorted(outcomes, key=lambda outcome: outcome.name)
