"""Is everything there that cleaning needs? What is missing, is said with what to do about it."""

import platform
import re
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires, version
from typing import NamedTuple

from flows.programs import tesseract_languages, version_of
from flows.server import answers, configured_server


class Finding(NamedTuple):
    """What was looked for, what was found, and, unless all is well, what to do."""

    what: str
    found: str
    remedy: str = ""


def findings() -> Iterator[Finding]:
    """Everything that is looked at. A finding with a remedy is something needed that is missing."""
    yield Finding("clean-filings", version("clean-filings"))
    yield Finding("Python", f"{platform.python_version()} ({sys.executable})")
    yield from _libraries()
    yield _program("Tesseract", "tesseract", "tesseract-ocr", "scans cannot be read")
    yield from _languages()
    yield _program("Poppler's pdftotext", "pdftotext", "poppler-utils", "PDFs cannot be read")
    yield _program("Poppler's pdftoppm", "pdftoppm", "poppler-utils", "PDF pages cannot be drawn for OCR")
    yield _server()


def _libraries() -> Iterator[Finding]:
    for requirement in requires("clean-filings") or ():
        if "extra ==" in requirement:
            continue
        name = re.split(r"[^\w.-]", requirement, maxsplit=1)[0]
        try:
            yield Finding(name, version(name))
        except PackageNotFoundError:
            yield Finding(name, "missing", "install the locked environment again: make run")


def _program(what: str, program: str, package: str, without: str) -> Finding:
    found = version_of(program)
    if found:
        return Finding(what, found)
    return Finding(what, "missing", f"without it {without}: apt-get install {package}")


def _languages() -> Iterator[Finding]:
    if not version_of("tesseract"):
        return
    installed = tesseract_languages()
    for code, use in (("eng", "English"), ("osd", "which way is up")):
        what = f"Tesseract's model for {use}"
        if code in installed:
            yield Finding(what, code)
        else:
            yield Finding(what, "missing", f"apt-get install tesseract-ocr-{code}")


def _server() -> Finding:
    server = configured_server()
    if not server:
        return Finding("Prefect server", "none configured: filings are cleaned at once, without one")
    if answers(server):
        return Finding("Prefect server", f"{server} answers")
    remedy = "start it (prefect server start), or unset PREFECT_API_URL to clean without one"
    return Finding("Prefect server", f"{server} does not answer", remedy)
