"""What the command line shows of a batch: a bar while it runs, a table when it is through."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from threading import Lock

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from flows.errors import shown
from flows.outcome import Outcome


class PageBar:
    """Pages done and the time that is left. How many pages a filing has is known once it is opened; those
    not opened yet are taken to be as long as the others are on average."""

    def __init__(self, bar: Progress, filings: int) -> None:
        self._bar, self._filings = bar, filings
        self._task: TaskID = bar.add_task("", total=None, filings=f"0/{filings}")
        self._pages: dict[str, tuple[int, int]] = {}
        self._finished = 0
        self._lock = Lock()

    def page(self, name: str, done: int, total: int) -> None:
        """A page of the filing ``name`` has been read."""
        with self._lock:
            self._pages[name] = done, total
            self._update()

    def filing(self, outcome: Outcome) -> None:
        """A filing is through; it has no page left."""
        with self._lock:
            self._pages[outcome.name] = outcome.pages, outcome.pages
            self._finished += 1
            self._update()

    def _update(self) -> None:
        done = sum(d for d, _ in self._pages.values())
        known = sum(t for _, t in self._pages.values())
        unopened = self._filings - len(self._pages)
        total = known + round(unopened * known / len(self._pages))
        self._bar.update(self._task, completed=done, total=total, filings=f"{self._finished}/{self._filings}")


class Lines:
    """A line a filing, for logs: a bar would fill them with itself. What is done before is not told of: of
    ten thousand filings that would be all there is to read, and take longer than to find it out."""

    def __init__(self, console: Console) -> None:
        self._console = console

    def page(self, name: str, done: int, total: int) -> None:
        """Pages are not told of."""

    def filing(self, outcome: Outcome) -> None:
        """A filing is through."""
        if outcome.state == "done before":
            return
        self._console.print(f"{outcome.state}: {outcome.name}", markup=False, highlight=False, soft_wrap=True)


@contextmanager
def shown_progress(filings: int) -> Iterator[PageBar | Lines]:
    """On standard error: a bar on a terminal, else a line a filing."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield Lines(console)
        return
    columns = (
        TextColumn("filings {task.fields[filings]}"),
        BarColumn(),
        TextColumn("pages {task.completed}/{task.total}"),
        TimeRemainingColumn(),
        TextColumn("left"),
    )
    with Progress(*columns, console=console, transient=True) as bar:
        yield PageBar(bar, filings)


def print_table(outcomes: Sequence[Outcome]) -> None:
    """The table of filings, on standard output; as wide as it needs to be where no terminal sets a width. Of
    what is done before there is but the number."""
    new = [outcome for outcome in outcomes if outcome.state != "done before"]
    if len(new) < len(outcomes):
        click.echo(f"{len(outcomes) - len(new)} filings were done before.")
    if not new:
        return
    console = Console()
    if not console.is_terminal:
        console.width = 200
    table = Table("filing", "state", box=None, header_style="bold", pad_edge=False)
    for heading in ("pages", "read by", "words right", "seconds"):
        table.add_column(heading, justify="right")
    table.add_column("clean text", overflow="fold")
    for o in new:
        table.add_row(
            Text(o.name, overflow="fold"),
            Text(o.state, style="red" if o.failed else "green"),
            str(o.pages or ""),
            o.read,
            "" if o.quality is None else f"{o.quality:.0%}",
            f"{o.seconds:.1f}",
            Text(shown(o.text)),
        )
    console.print(table)
