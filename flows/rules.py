"""Which rules a filing is cleaned by, as a fingerprint: another one may give another text, the same gives the
same.

A new version of the program need not clean anything differently. What decides is the source code of all that
reads and cleans, to the byte (a comment counts, which errs on the safe side), and the version of every
library and program that has a part in it. Text files have a fingerprint of their own: no change to OCR
touches them.
"""

import hashlib
import re
from functools import cache
from importlib.metadata import version
from pathlib import Path

import cleaners
from flows.kinds import TEXTS
from flows.programs import version_of

CLEANING = ("ftfy", "rapidfuzz")
READING_TEXT = ("charset-normalizer",)
READING_PAGES = ("pypdfium2", "opencv-python-headless", "pillow", "numpy")

_IMPORT = re.compile(r"^\s*from flows\.([\w.]+) import", re.MULTILINE)


@cache
def rules(suffix: str) -> str:
    """The fingerprint of the rules for files of a kind: 16 hexadecimal digits."""
    text = suffix.lower() in TEXTS
    digest = hashlib.sha256()
    for path in [*_cleaning(), *_modules("textfile" if text else "reading")]:
        digest.update(path.read_bytes())
    for name in CLEANING + (READING_TEXT if text else READING_PAGES):
        digest.update(f"{name} {version(name)}\n".encode())
    return digest.hexdigest()[:16]


def outdated(made_by: dict[str, str], name: str) -> bool:
    """Whether the filing ``name``, made by these versions, might come out differently today."""
    programs = {"tesseract": "tesseract", "poppler": "pdftotext"}
    return made_by.get("rules") != rules(Path(name).suffix) or any(
        made_by[part] != version_of(program) for part, program in programs.items() if part in made_by
    )


def _cleaning() -> list[Path]:
    home = Path(cleaners.__file__).parent
    return sorted(path for path in home.rglob("*") if path.suffix in {".py", ".txt"})


def _modules(first: str) -> list[Path]:
    """A module of this package and all of its modules that it imports, at any depth."""
    found, waiting = set[str](), {first}
    while waiting:
        name = waiting.pop()
        found.add(name)
        waiting |= set(_IMPORT.findall(_file(name).read_text("utf-8"))) - found
    return [_file(name) for name in sorted(found)]


def _file(name: str) -> Path:
    return (Path(__file__).parent / name.replace(".", "/")).with_suffix(".py")
