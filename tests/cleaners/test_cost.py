"""What cleaning costs, in calls: unlike seconds they are the same whenever they are counted, and a rule that
looks at every line, or at every line above each line, shows in them when it lands."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import TYPE_CHECKING

import pytest

from cleaners import Document, clean
from cleaners.paragraph_rules.title_pages import captions
from cleaners.typesetting.setting import settings_of

if TYPE_CHECKING:
    from _typeshed import TraceFunction

BODY = "\n".join(
    [
        "The lessor asks the court to hold the lessee to the terms of",
        "the lease that both of them signed in March of that year, and",
        "to award the rent that fell due while the dock stood idle by",
        "order of the harbor board. The lessee answers that the board",
        "had no power to close it, and that rent was paid under protest.",
    ]
    * 5
)


def plain(pages: int) -> str:
    return "\f".join(f"Osterly Dock Co. v. Roe, No. 29-3045\n\n{BODY}\n\n  {n}" for n in range(1, pages + 1))


def numbered(pages: int) -> str:
    lines = [f"{number:2}  {line}" for number, line in enumerate(BODY.split("\n"), 1)]
    return "\f".join("\n".join([*lines, "", f"  {n}"]) for n in range(1, pages + 1))


def noted(pages: int) -> str:
    return "\f".join(
        f"{BODY}{n}\n\n{n} See Roe v. Doe, 12 F.3d at {n}.\n\n  {n}" for n in range(1, pages + 1)
    )


def on_one_line(pages: int) -> str:
    return " ".join(f"{' '.join(BODY.split())} {n}" for n in range(1, pages + 1))


def letter_spaced(pages: int) -> str:
    return "\n".join(
        "  ".join(" ".join(word) for word in line.upper().split()) for line in plain(pages).split("\n")
    )


def numbers_alone(pages: int) -> str:
    return "1\n" * 100 * pages


def heads_alone(pages: int) -> str:
    return "ROE v. DOE 1 " * 40 * pages


def calls(text: str) -> int:
    """The calls of functions, Python's own among them, that it takes to clean a text."""
    clean(text)  # what is worked out once is not counted
    count = 0

    def counted(_: FrameType, event: str, __: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        clean(text)
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize(
    "form", [plain, numbered, noted, on_one_line, letter_spaced, numbers_alone, heads_alone]
)
def test_twice_the_text_takes_twice_the_calls(form: Callable[[int], str]) -> None:
    assert calls(form(8)) < 2.2 * calls(form(4))


@pytest.mark.parametrize(
    ("form", "most"),
    [
        (plain, 8.1),
        (numbered, 10),
        (noted, 11.7),
        (on_one_line, 1),
        (letter_spaced, 7.8),
        (numbers_alone, 260),
        (heads_alone, 9.9),
    ],
)
def test_a_character_takes_few_calls(form: Callable[[int], str], most: float) -> None:
    """A tenth above what it was: where a new rule goes beyond it, look for what is rare in its form first
    (``patterns.on_lines``, ``patterns.starting``)."""
    text = form(8)
    assert calls(text) < most * len(text)


def lines_run(captioned: int) -> int:
    """The lines of Python that run, those of a loop each time, to find so many captions in a text."""
    caption = "ROE,\nPlaintiff,\nv.\nDOE,\nDefendant.\n\nThe Court has read the papers.\n\n"
    settings = settings_of(Document.from_text(caption * captioned))
    captions(settings)  # patterns are compiled when they are first used
    count = 0

    def counted(_: FrameType, event: str, __: object) -> "TraceFunction":
        nonlocal count
        count += event == "line"
        return counted

    before = sys.gettrace()
    sys.settrace(counted)
    try:
        assert len(captions(settings)) == captioned
    finally:
        sys.settrace(before)
    return count


def test_a_caption_is_not_compared_with_all_before() -> None:
    assert lines_run(200) < 2.2 * lines_run(100)
