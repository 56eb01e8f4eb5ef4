"""Which versions had a part in a result."""

import platform
from collections.abc import Collection
from functools import cache
from importlib.metadata import version
from pathlib import PurePosixPath

from flows.programs import engine_version, version_of
from flows.rules import rules


def versions(name: str = "", methods: Collection[str] = ()) -> dict[str, str]:
    """The versions that had a part in the result: of the programs only those that read the file ``name``."""
    found = {
        "clean-filings": _own_version(),
        "python": platform.python_version(),
        "rules": rules(PurePosixPath(name).suffix),
    }
    if "ocr" in methods:
        found["tesseract"] = engine_version()
    if name.lower().endswith(".pdf"):
        found["poppler"] = version_of("pdftotext") or "unknown"
    return found


@cache
def _own_version() -> str:
    """Found among all that is installed, which takes 0.3 ms: as long as some steps take for a page."""
    return version("clean-filings")
