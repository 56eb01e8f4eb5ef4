"""Cleaning filings: one, or many side by side. Plain functions, with no server behind them."""

import os
import traceback
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from statistics import mean
from threading import Event
from time import monotonic
from typing import Literal, Protocol

from cleaners.standard import clean_document
from flows.errors import UnfitFiling, shown
from flows.inbox import Job
from flows.outbox import RECORD, TEXT, finished, write_error, write_formats, write_outputs
from flows.reading import read_filing
from flows.records import ErrorRecord, Receipt, load_record, record_of, source_of, versions

PROCESSORS = os.cpu_count() or 1


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a filing. ``read`` says how many pages were read in which way; ``confidence`` is the
    mean over its pages, in [0, 1]; ``quality`` is the share of its words that are expected to be right, and
    ``look`` says which pages to look at, and why; ``seconds`` is wall time; ``text`` is where the clean text
    lies."""

    name: str
    state: Literal["cleaned", "done before", "failed"]
    pages: int = 0
    read: str = ""
    confidence: float | None = None
    quality: float | None = None
    look: tuple[str, ...] = ()
    seconds: float = 0.0
    text: str = ""
    cause: str = ""
    remedy: str = ""

    @property
    def failed(self) -> bool:
        """Whether the filing could not be cleaned."""
        return self.state == "failed"


class Progress(Protocol):
    """One who is told how far a batch is, from several threads."""

    def page(self, name: str, done: int, total: int) -> None:
        """A page of the filing ``name`` has been read."""

    def filing(self, outcome: Outcome) -> None:
        """A filing is through, well or not."""


class Workshop:
    """What the filings of a batch share.

    There is one thread for OCR a processor, for all filings together: a long filing leaves no processor
    idle, many filings do not crowd them. The OCR itself runs in a child process for each page.
    """

    def __init__(
        self, outbox: Path, leave_out: Collection[str], progress: Progress | None, formats: Collection[str]
    ) -> None:
        self.outbox, self.leave_out, self.progress, self.formats = outbox, leave_out, progress, formats
        self.ocr = ThreadPoolExecutor(PROCESSORS, thread_name_prefix="ocr")
        self.stopping = Event()


@contextmanager
def workshop(
    outbox: Path,
    leave_out: Collection[str] = (),
    progress: Progress | None = None,
    formats: Collection[str] = (),
) -> Iterator[Workshop]:
    """A workshop that is closed afterwards. Left by an error or Ctrl-C, it begins no page any more, and what
    the stop breaks off is not taken for the filing's fault."""
    shop = Workshop(outbox, leave_out, progress, formats)
    try:
        yield shop
    except BaseException:
        shop.stopping.set()
        raise
    finally:
        shop.ocr.shutdown(cancel_futures=True)


def clean_batch(  # noqa: PLR0913 - the last three by name only
    jobs: Sequence[Job],
    outbox: Path,
    progress: Progress | None = None,
    *,
    again: bool = False,
    leave_out: Collection[str] = (),
    formats: Collection[str] = (),
) -> list[Outcome]:
    """Clean filings side by side; those that are done already are skipped, unless ``again``. ``formats`` name
    those of :data:`flows.formats.FORMATS` that are written besides text and record.

    A filing that fails is told of by its outcome and by an error record in the outbox; the others go on.
    """
    waiting, done = (jobs, []) if again else still_to_do(jobs, outbox, leave_out, formats)
    if progress:
        for outcome in done:
            progress.filing(outcome)
    with (
        ThreadPoolExecutor(2 * PROCESSORS, thread_name_prefix="filing") as threads,
        workshop(outbox, leave_out, progress, formats) as shop,
    ):
        done += threads.map(partial(clean_job, shop=shop), waiting)
    return sorted(done, key=lambda outcome: outcome.name)


def still_to_do(
    jobs: Sequence[Job], outbox: Path, leave_out: Collection[str] = (), formats: Collection[str] = ()
) -> tuple[list[Job], list[Outcome]]:
    """The jobs that are not done yet, and the outcomes of those that are; what these lack of the formats is
    written from their records."""
    waiting, done = [], []
    for job in jobs:
        receipt = None if job.cause else finished(outbox, job.name, job.path, leave_out)
        if receipt:
            if formats:
                record = load_record(outbox / f"{job.name}{RECORD}")
                write_formats(outbox, job.name, job.path, record, formats)
            done.append(_outcome(receipt, "done before", outbox / f"{job.name}{TEXT}"))
        else:
            waiting.append(job)
    return waiting, done


def clean_job(job: Job, shop: Workshop) -> Outcome:
    """Read a filing, clean it, and write its text and record; or else its error record."""
    began = monotonic()
    try:
        outcome = _cleaned(job, shop)
    except Exception as error:
        if shop.stopping.is_set():
            raise
        outcome = _refused(job, shop.outbox, error)
    outcome = replace(outcome, seconds=monotonic() - began)
    if shop.progress:
        shop.progress.filing(outcome)
    return outcome


def _cleaned(job: Job, shop: Workshop) -> Outcome:
    if job.cause:
        raise UnfitFiling(job.path, job.cause, job.remedy)
    before = job.path.stat()
    source = source_of(job.path, job.name, shop.outbox)
    on_page = partial(shop.progress.page, source.name) if shop.progress else None
    document = read_filing(job.path, on_page=on_page, ocr=shop.ocr)
    after = job.path.stat()
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise UnfitFiling(job.path, "the file changed while it was read", "run again once it has arrived")
    clean = clean_document(document, leave_out=shop.leave_out)
    record = record_of(clean, source, shop.leave_out)
    write_outputs(shop.outbox, job.name, job.path, record, shop.formats)
    return _outcome(record, "cleaned", shop.outbox / f"{job.name}{TEXT}")


def _refused(job: Job, outbox: Path, error: Exception) -> Outcome:
    """The outcome of a filing that failed, with its error record where one can be written."""
    name, trace = shown(str(job.name)), ""
    if isinstance(error, UnfitFiling):
        cause, remedy = error.cause, error.remedy
    elif isinstance(error, OSError):
        cause, remedy = f"it could not be read or written ({error})", "check permissions and free space"
    else:
        cause = f"an error in clean-filings ({type(error).__name__}: {error})"
        remedy, trace = "report it, with the error record", "".join(traceback.format_exception(error))
    source = None
    if job.path.is_file():
        with suppress(OSError):
            source = source_of(job.path, job.name)
    record = ErrorRecord(
        name=name, source=source, versions=versions(), cause=cause, remedy=remedy, trace=trace
    )
    with suppress(OSError, UnfitFiling):  # the outcome tells of it all the same
        write_error(outbox, job.name, job.path, record)
    return Outcome(name, "failed", cause=cause, remedy=remedy)


def _outcome(receipt: Receipt, state: Literal["cleaned", "done before"], text: Path) -> Outcome:
    methods = Counter(page.method for page in receipt.pages)
    confidences = [page.confidence for page in receipt.pages if page.confidence is not None]
    return Outcome(
        name=receipt.source.name,
        state=state,
        pages=len(receipt.pages),
        read=", ".join(f"{method} {count}" for method, count in sorted(methods.items())),
        confidence=mean(confidences) if confidences else None,
        quality=receipt.quality,
        look=tuple(f"look at page {p.number}: {'; '.join(p.doubts)}" for p in receipt.pages if p.doubts),
        text=str(text),
    )
