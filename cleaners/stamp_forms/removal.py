"""What else goes when words go: the blank beside them, the line end of a line that is left empty."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cleaners.page import Word

_BLANKS = " \t"


def runs_of(text: str, words: Iterable[Word]) -> Iterator[tuple[int, int]]:
    """The spans of words, those parted only by blanks as one."""
    start = end = -1
    for word in sorted(words, key=lambda w: w.start):
        if end >= 0 and not text[end : word.start].strip(_BLANKS):
            end = max(end, word.end)
            continue
        if end >= 0:
            yield start, end
        start, end = word.start, word.end
    if end >= 0:
        yield start, end


def whole_spans(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    r"""The spans in order and apart, with the blanks beside them; one that fills its line takes a line end
    with it, one inside a line leaves one blank between what stood before and after.

    >>> list(whole_spans("STAMP\nThe STAMP motion", [(0, 5), (10, 15)]))
    [(0, 6), (10, 16)]
    """
    done = 0
    for start, end in sorted(spans):
        low, high = max(start, done), end
        if high <= low:
            continue
        while low > done and text[low - 1] in _BLANKS:
            low -= 1
        while high < len(text) and text[high] in _BLANKS:
            high += 1
        opens = low == 0 or text[low - 1] in "\n\f"
        closes = high == len(text) or text[high] in "\n\f"
        if opens and text[high : high + 1] == "\n":
            high += 1
        elif opens and closes and low > done and text[low - 1] == "\n":
            low -= 1
        elif not opens and not closes and low < start:
            low += 1
        yield low, high
        done = high
