"""The words of a PDF's text layer, as poppler reads them."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from cleaners.page import Token
from flows.errors import UnfitFiling
from flows.pages.tsv import tokens_by_page

TOGETHER = 64
"""Pages that poppler is asked for at a time: to read the words of 1,000 full ones took 195 MiB at once, and
takes 17 so. Asked for each page by itself poppler takes seven times as long."""

TIMEOUT = 600
"""Seconds after which poppler is taken to hang."""

WRONG = "Syntax Error"
"""How poppler begins a line about what it cannot make sense of; sound files draw warnings at most."""

REINSTALL = "install poppler again: apt-get install --reinstall poppler-utils"
REPRINT = "print the PDF to a new PDF and try that"


class Words(NamedTuple):
    """The words of some pages by their number, and the first thing that poppler says is wrong with them."""

    tokens: dict[int, list[Token]]
    damage: str


def text_layers(path: Path, first: int, last: int) -> Iterator[tuple[list[Token], str]]:
    """The words of each page from ``first`` to ``last``, and what poppler says is wrong with the page, if
    anything. Raises UnfitFiling where poppler fails."""
    for start in range(first, last + 1, TOGETHER):
        end = min(last, start + TOGETHER - 1)
        words = _words(path, start, end)
        for number in range(start, end + 1):
            # Which of the pages is damaged, poppler does not say.
            damage = words.damage and _words(path, number, number).damage
            yield words.tokens.pop(number, []), damage


def without_poppler(path: Path) -> UnfitFiling:
    """What to raise where it is not there."""
    return UnfitFiling(path, "poppler is not installed", "install it: apt-get install poppler-utils")


def _words(path: Path, first: int, last: int) -> Words:
    span = "-f", str(first), "-l", str(last)
    try:
        done = subprocess.run(
            ["pdftotext", "-tsv", "-cropbox", "-enc", "UTF-8", *span, str(path.resolve()), "-"],
            capture_output=True,
            timeout=TIMEOUT,
            check=False,
        )
    except FileNotFoundError as error:
        raise without_poppler(path) from error
    except subprocess.TimeoutExpired as error:
        raise UnfitFiling(path, "its text layer takes too long to read", REPRINT) from error
    if done.returncode:
        told = f"signal {-done.returncode}" if done.returncode < 0 else f"exit code {done.returncode}"
        raise UnfitFiling(path, f"poppler gave up on its text layer ({told})", REPRINT)
    try:
        tokens = tokens_by_page(done.stdout.decode("utf-8", errors="replace"))
    except ValueError as error:
        raise UnfitFiling(path, f"poppler cannot be understood: {error}", REINSTALL) from error
    faults = [line for line in done.stderr.decode(errors="replace").splitlines() if line.startswith(WRONG)]
    return Words(tokens, re.sub(r" \(\d+\)", "", faults[0])[:80] if faults else "")
