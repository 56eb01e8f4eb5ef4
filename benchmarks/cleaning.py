"""How fast bare text is cleaned, how that grows with its length, and which step takes how much of it.

    python -m benchmarks.cleaning [CORPUS] [--most 100]

The text is the corpus's gold transcriptions, or else the clean text of the fixtures, again and again. The
machine's speed differs from day to day by half, so the first table has ratios: a megabyte is cleaned, and put
through ``ftfy.fix_text``, in turn in one process. Then each text is cleaned in a process of its own, on 1, 10
and 100 MB (``--most``); the slope is that of the logarithm of the time over that of the length: 1 is linear.
Real dumps are the corpus's PDFs by ``pdftotext``, each a text of its own, where the corpus is there.
The tables go to benchmarks/RESULTS.md.
"""

import re
import resource
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import pairwise
from math import log
from multiprocessing import get_context
from pathlib import Path
from time import process_time
from typing import NamedTuple, ParamSpec, TypeVar

import click
import ftfy

from benchmarks.corpus import DEFAULT
from benchmarks.race import publish, spread
from benchmarks.raw import pdftotext_dump
from cleaners import STANDARD, Document, clean
from cleaners.lexicon import is_word
from flows.collecting import collect_seldom

P = ParamSpec("P")
T = TypeVar("T")

MB = 1_000_000

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures" / "filings"

SHOWN = 0.03
"""The least share of the time that is worth a place in the table."""


def _garbled(text: str) -> str:
    """Typographic signs as they look when UTF-8 was read as Windows' Latin."""
    return text.replace("'", "’").encode().decode("cp1252", errors="ignore")


def _spaced(text: str) -> str:
    """All in letter-spaced capitals, line by line."""
    return "\n".join("  ".join(" ".join(word.upper()) for word in line.split()) for line in text.split("\n"))


def _glued(text: str) -> str:
    """Lines broken at a typewriter's width, each third word run into the next, zeros for letters."""
    words = re.sub(r"(\w+) (\w+) (\w+) ", r"\1 \2\3 ", text).replace("o", "0", len(text) // 200)
    return re.sub(r"(.{60,72}) ", r"\1\n", words)


KINDS: dict[str, Callable[[str], str]] = {
    "clean prose": str,
    "mojibake": _garbled,
    "words run together, lines broken": _glued,
    "letter-spaced capitals": _spaced,
}
"""What the text is made into."""

HOSTILE: dict[str, Callable[[str], str]] = {
    "one line of 50 MB": lambda text: lengthened(" ".join(text.split()) + " ", 50 * MB),
    "100,000 lines of 1": lambda _: "1\n" * 100_000,
    "letter-spaced without a wider gap": lambda text: lengthened(" ".join("".join(text.split()).upper()), MB),
    "one word of 10 MB": lambda _: "x" * 10 * MB,
    "heads of slip opinions alone": lambda _: lengthened("ROE v. DOE 1 ", MB),
}
"""What would take a quadratic step for ever."""


DUMPS = "real dumps"

ROUNDS = 7


class Took(NamedTuple):
    """CPU seconds, the share of each step, and the peak of memory in MiB."""

    size: int
    seconds: float
    shares: dict[str, float]
    peak: float

    @property
    def row(self) -> list[str]:
        """Size, speed, memory, and the steps that take most."""
        most = sorted(self.shares.items(), key=lambda share: -share[1])
        steps = ", ".join(f"{name} {share:.0%}" for name, share in most if share >= SHOWN)
        rate = f"{self.size / MB / self.seconds:.2f}"
        return [f"{self.size / MB:.1f}", rate, f"{self.seconds:.1f}", f"{self.peak:.0f}", steps]


HEAD = ["MB", "MB/s", "CPU s", "peak MiB", "of which"]


@click.command(help=__doc__)
@click.argument("folder", type=click.Path(path_type=Path), default=DEFAULT)
@click.option("--most", default=100, show_default=True, help="MB of the longest text.")
def main(folder: Path, most: int) -> None:
    """Measure."""
    text = prose(folder)
    dumps = [pdftotext_dump(path) for path in sorted(folder.rglob("*.pdf"))]
    if not dumps:
        click.echo(f"no {DUMPS}: no PDFs in {folder}", err=True)
    rows = [["", "CPU, ftfy = 1", "CPU s", "ftfy's"]]
    for kind in KINDS:
        rows.append([kind, *_in_process(_compared, kind, text)])
        click.echo(" ".join(rows[-1]), err=True)
    if dumps:
        rows.append([DUMPS, *_in_process(_against_ftfy, dumps)])
    publish("Cleaning of a megabyte of bare text against ftfy", rows)
    rows = [["", *HEAD, "slope"]]
    for kind in KINDS:
        before = None
        for size in (size for size in (1, 10, 100) if size <= most):
            took = _in_process(_cleaned, kind, text, size * MB)
            longer = log(took.size / before.size) if before else 0.0
            slope = f"{log(took.seconds / before.seconds) / longer:.2f}" if before else ""
            rows.append([kind, *took.row, slope])
            before = took
            click.echo(" ".join(rows[-1]), err=True)
    if dumps:
        rows.append([DUMPS, *_in_process(_took, dumps).row, ""])
    publish("Cleaning of bare text", rows)
    rows = [["", *HEAD]]
    for kind in HOSTILE:
        rows.append([kind, *_in_process(_cleaned, kind, text, 0).row])
        click.echo(" ".join(rows[-1]), err=True)
    publish("Cleaning of hostile text", rows)


def prose(folder: Path) -> str:
    """The text that all others are made of: the corpus's gold transcriptions, or the fixtures' clean text."""
    gold = sorted((folder / "gold").glob("*.gold.txt"))
    if gold:
        return "\n\n".join(path.read_text("utf-8") for path in gold)
    return "\n\n".join(clean(pdftotext_dump(path)) for path in sorted(FIXTURES.glob("*.pdf")))


def _in_process(measure: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """What is measured in a fresh process, whose memory is its own."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(measure, *args, **kwargs).result()


def _compared(kind: str, text: str) -> list[str]:
    return _against_ftfy([lengthened(KINDS[kind](text), MB)])


def _against_ftfy(texts: Sequence[str]) -> list[str]:
    """How long texts take to clean, ftfy's time being 1; the least seconds of both."""
    collect_seldom()
    times: list[tuple[float, float]] = []
    for _ in range(ROUNDS + 1):  # in the first words are looked up and patterns compiled
        stops = [process_time()]
        for clean_text in (clean, ftfy.fix_text):
            for text in texts:
                clean_text(text)
            stops.append(process_time())
        ours, theirs = (after - before for before, after in pairwise(stops))
        times.append((ours, theirs))
    least = [min(side) for side in zip(*times[1:], strict=True)]
    return [spread([ours / theirs for ours, theirs in times[1:]]), *(f"{seconds:.2f}" for seconds in least)]


def _cleaned(kind: str, text: str, size: int) -> Took:
    return _took([lengthened(KINDS[kind](text), size) if kind in KINDS else HOSTILE[kind](text)])


def _took(texts: Sequence[str]) -> Took:
    is_word("the")  # the word list is loaded once, whatever the length
    collect_seldom()  # as the command does, and the workers
    spent = dict.fromkeys(STANDARD, 0.0)
    for text in texts:
        document = Document.from_text(text)
        for name, find in STANDARD.items():
            began = process_time()
            document = document.edited(find(document), by=name)
            spent[name] += process_time() - began
    seconds = sum(spent.values())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Took(sum(map(len, texts)), seconds, {name: own / seconds for name, own in spent.items()}, peak)


def lengthened(text: str, size: int) -> str:
    """The text again and again, so many characters of it."""
    return (text * (size // len(text) + 1))[:size]


if __name__ == "__main__":
    main()
