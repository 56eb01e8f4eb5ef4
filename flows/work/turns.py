"""What a worker process does for a filing at a time: read some of its pages.

A short filing is read and finished in its first turn. Of a longer one each turn reads as many pages as its
time allows and lays them down in a folder, and a last one puts them together (:mod:`flows.work.finishing`):
so several workers can read one filing, and no more than a page's picture is ever in memory.
"""

from collections.abc import Iterator
from pathlib import Path
from time import monotonic

import cv2

from cleaners.reading_order.layout import Sheet
from flows.assembly import put_together
from flows.boxes.inbox import Job
from flows.pages.passwords import unlocked
from flows.reading import pages_in, read_sheets, read_text
from flows.work.finishing import finished, lay_down, local
from flows.work.plan import Opened, PageRead, Plan, Said

cv2.setNumThreads(1)  # there is a worker for each core: OpenCV's own threads cost a sixth more CPU a picture

FIRST, LATER = 0.5, 2.0
"""Seconds after which the first turn of a filing, and a later one, ends with the page it is at. A turn begins
by opening the file, which takes 60 ms of a born-digital PDF of 2,000 pages, and 12 ms a page: with later
turns of half a second such a filing took half as much again of the processors' time."""


def begin(job: Job, plan: Plan, folder: Path) -> Iterator[Said]:
    """The first turn of a filing; ``folder`` takes its sheets if it needs more, and the file if it lies
    elsewhere."""
    seen, path = job.seen_now(), local(job, folder)
    read = unlocked(path, folder, plan.limits)
    pages = pages_in(read, plan.limits)
    yield Opened(pages or 0, seen)
    if pages is None:
        yield finished(job, plan, path, seen, lambda: read_text(path, plan.limits))
        return
    sheets = []
    for sheet in _within(FIRST, read_sheets(read, 1, pages, plan.limits)):
        sheets.append(sheet)
        yield PageRead(sheet.number)
    if len(sheets) < pages:
        lay_down(folder, sheets)
    else:
        yield finished(job, plan, path, seen, lambda: put_together(path, sheets, plan.limits))


def go_on(job: Job, plan: Plan, folder: Path, first: int, last: int) -> Iterator[Said]:
    """Read the pages from ``first`` to ``last``, or as many of them as the time of a turn allows."""
    path = unlocked(local(job, folder), folder, plan.limits)
    for sheet in _within(LATER, read_sheets(path, first, last, plan.limits)):
        lay_down(folder, [sheet])
        yield PageRead(sheet.number)


def _within(seconds: float, sheets: Iterator[Sheet]) -> Iterator[Sheet]:
    ends = monotonic() + seconds
    for sheet in sheets:
        yield sheet
        if monotonic() > ends:
            return
