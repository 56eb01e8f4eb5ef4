"""What is wrong with a filing, in words that say what to do about it."""

from pathlib import Path

AGAIN = "fetch the filing again from the court"
ANEW = "look at it there, and print or scan it anew; limits can be raised (clean-filings run --help)"
"""Remedies: for what was damaged on its way, and for what a reader cannot get through."""


class UnfitFiling(Exception):
    """A filing that cannot be cleaned: which, why, and what its owner can do. ``passing`` says that the fault
    is not the filing's, so that the next run tries again: a program is missing, the disk is full.

    >>> str(UnfitFiling(Path("in/brief.pdf"), "is empty", "Copy it again."))
    'brief.pdf: is empty; Copy it again.'
    """

    def __init__(self, path: Path, cause: str, remedy: str, *, passing: bool = False) -> None:
        self.path, self.cause, self.remedy, self.passing = path, cause, remedy, passing
        super().__init__(f"{shown(path.name)}: {cause}; {remedy}")

    def __reduce__(self) -> tuple[type, tuple[Path, str, str], dict[str, bool]]:
        """Lets the error cross to another process, which the message alone would not."""
        return type(self), (self.path, self.cause, self.remedy), {"passing": self.passing}


def gone(path: Path) -> UnfitFiling:
    """What to raise for a filing that was there a moment ago."""
    return UnfitFiling(path, "the file is gone", "put it back, or leave it out", passing=True)


def shown(name: str) -> str:
    r"""A file name safe to print: line ends, control characters and stray bytes are spelt out.

    A name is not to be trusted with the terminal, nor can UTF-8 hold every name that a disk can.

    >>> shown("brief\n\x1b[2J.pdf")
    'brief\\n\\x1b[2J.pdf'
    """
    return "".join(c if c.isprintable() else repr(c)[1:-1] for c in name)
