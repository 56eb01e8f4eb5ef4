"""The passwords that open encrypted PDFs.

They stand in a file that the environment names, one a line, and are read from there only when a PDF asks for
one: none is in a command line, a record, a log, or what Prefect knows of a run.
"""

import os
from contextlib import suppress
from pathlib import Path

import pikepdf
from pikepdf import StreamDecodeLevel

from flows.bounds.limits import PREFIX, Limits
from flows.errors import AGAIN, UnfitFiling
from flows.kinds import PDF
from flows.pages.damage import warned

PASSWORDS = f"{PREFIX}PASSWORDS"
"""The variable that names the file."""


def set_passwords(file: str) -> None:
    """Put the file's place into this process's environment, where all that it starts finds it. Raises OSError
    and ValueError for a file that cannot be read."""
    _lines(file)
    os.environ[PASSWORDS] = str(Path(file).absolute())


def unlocked(path: Path, folder: Path, limits: Limits) -> Path:
    """The file as it is; or a copy without its password in ``folder``, if it is a PDF that opens with one of
    the known passwords. Raises UnfitFiling for one that none of them opens."""
    known = os.environ.get(PASSWORDS)
    if not known or path.suffix.lower() not in PDF or not _asks(path, limits):
        return path
    copy = folder / "unlocked" / path.name
    if copy.exists():
        return copy
    try:
        passwords = _lines(known)
    except (OSError, ValueError) as error:
        cause = f"the PDF is encrypted, and the file of passwords cannot be read ({error})"
        raise UnfitFiling(path, cause, f"see to {known}", passing=True) from error
    for password in passwords:
        with suppress(pikepdf.PasswordError), pikepdf.open(path, password=password) as pdf:
            copy.parent.mkdir(parents=True, exist_ok=True)
            draft = copy.with_suffix(".draft")
            pdf.save(draft, compress_streams=False, stream_decode_level=StreamDecodeLevel.none)
            if warned(pdf):  # the copy would not show it
                raise UnfitFiling(path, "the PDF is damaged, and encrypted besides", AGAIN)
            return draft.replace(copy)
    raise UnfitFiling(
        path,
        f"the PDF is encrypted, and none of the known passwords ({len(passwords)}) opens it",
        f"add its password to {known}, and have it tried again (clean-filings retry)",
    )


def _asks(path: Path, limits: Limits) -> bool:
    """Whether a PDF that is not too large opens with a password only."""
    try:
        if path.stat().st_size > limits.max_bytes:
            return False
        pikepdf.open(path).close()
    except pikepdf.PasswordError:
        return True
    except (pikepdf.PdfError, RuntimeError, OSError):
        pass  # whoever reads it will say what is wrong
    return False


def _lines(file: str) -> list[str]:
    return [line for line in Path(file).read_text("utf-8-sig").splitlines() if line]
