"""The outside programs: which there are, and in which version."""

import re
import subprocess
from functools import cache
from pathlib import Path


@cache
def version_of(program: str) -> str | None:
    """The version that ``tesseract``, ``pdftoppm`` or ``pdftotext`` gives; None if it does not run."""
    said = _said(program, "-v")
    number = re.search(r"\d+(?:\.\d+)+", said)
    return number[0] if number else None


def tesseract_languages() -> frozenset[str]:
    """The languages that Tesseract finds models for; ``osd`` is the one that tells which way is up."""
    return frozenset(_said("tesseract", "--list-langs").splitlines()[1:])


def models_folder() -> Path | None:
    """Where Tesseract's models lie, as the program says; None if it does not run."""
    said = re.match(r'List of available languages in "(.+)"', _said("tesseract", "--list-langs"))
    return Path(said[1]) if said else None


def _said(program: str, option: str) -> str:
    try:
        done = subprocess.run([program, option], capture_output=True, text=True, timeout=30, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout + done.stderr
