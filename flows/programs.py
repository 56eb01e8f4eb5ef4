"""The outside programs: which there are, and in which version."""

import re
import subprocess
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path

ANSWER, ONCE_MORE = 10.0, 2.0
"""Seconds in which a program says its version, and which it has after that: this process may have been
stopped meanwhile, or the machine asleep, and a clock that ran on says nothing of the program."""

LIBRARY = "import tesserocr; print(tesserocr.tesseract_version())"


@cache
def version_of(program: str) -> str | None:
    """The version that ``tesseract``, ``pdftoppm`` or ``pdftotext`` gives; None if it does not run."""
    said = _said(program, "-v")
    number = re.search(r"\d+(?:\.\d+)+", said)
    return number[0] if number else None


@cache
def engine_version() -> str:
    """The version of the engine that reads. A worker that only finishes a filing has not loaded the library,
    which takes 10 MiB, and asks it in a process of its own."""
    loaded = sys.modules.get("tesserocr")
    said = loaded.tesseract_version() if loaded else _said(sys.executable, "-P", "-c", LIBRARY)
    number = re.match(r"tesseract (\d+(?:\.\d+)+)", said)
    return f"{number[1]} (tesserocr)" if number else version_of("tesseract") or "unknown"


def tesseract_languages() -> frozenset[str]:
    """The languages that Tesseract finds models for; ``osd`` is the one that tells which way is up."""
    return frozenset(_said("tesseract", "--list-langs").splitlines()[1:])


def models_folder() -> Path | None:
    """Where Tesseract's models lie, as the program says; None if it does not run."""
    said = re.match(r'List of available languages in "(.+)"', _said("tesseract", "--list-langs"))
    return Path(said[1]) if said else None


def _said(program: str, *options: str) -> str:
    try:
        process = subprocess.Popen(
            [program, *options], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
    except OSError:
        return ""
    with process:
        for patience in (ANSWER, ONCE_MORE):
            with suppress(subprocess.TimeoutExpired):
                return process.communicate(timeout=patience)[0].decode(errors="replace")
        _end(process.pid)
        return ""


def _end(pid: int) -> None:
    """Kill a program and what it has started, which would else go on and keep its output open."""
    import psutil  # noqa: PLC0415 - for a program that hangs alone

    process = psutil.Process(pid)
    for one in [process, *process.children(recursive=True)]:
        with suppress(psutil.NoSuchProcess):
            one.kill()
