"""Lines to paragraphs: a paragraph or heading is one line, set lines keep theirs, pages leave no trace."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from operator import attrgetter

from cleaners.document import Document, cleaned
from cleaners.page import LONGEST_LINE
from cleaners.paragraph_rules.bare_blocks import bare_gaps, dated_gaps, leading_gaps
from cleaners.paragraph_rules.ties import ties_of
from cleaners.patterns import pattern
from cleaners.pieces import Edit, Piece
from cleaners.reading_order.cells import RIGHT_CELL
from cleaners.terms.front_matter import block_gaps
from cleaners.terms.roles import PARTY
from cleaners.typesetting.pairs import Tie
from cleaners.typesetting.setting import Setting, settings_of

FEWEST_BRACKETS = 3
"""Brackets of a caption's column in one place: a heap, not one of a line's two cells."""

GOES_ON = pattern(rf" (?:{PARTY}s?[,.;]|vs?\.|and\b|(?:(?<= v\. )|(?<= vs\. ))(?!(?i:case|civil|nos?\.)|\d))")
"""What stands below a party in its own cell: its role, ``v.``, the other party."""

_REASON: Callable[[Piece], str] = attrgetter("reason")

ADDRESS = pattern(r"(?:https?://|www\.)\S+[^\W_]$")
"""The end of a line amid a web address, which goes on below with a slash."""


def join_lines(text: str) -> str:
    """Join the lines of each paragraph; a blank line parts the blocks.

    >>> print(join_lines("The court finds that the motion was filed\\nwithin the time.\\n\\n"
    ...                  "Accordingly, the motion is granted in its\\nentirety.\\n"))
    The court finds that the motion was filed within the time.
    <BLANKLINE>
    Accordingly, the motion is granted in its entirety.
    <BLANKLINE>
    """
    return cleaned(text, find_paragraphs, by="paragraphs")


def find_paragraphs(document: Document) -> Iterator[Edit]:
    """For each line end whether it becomes a blank, stays, or ends a block; indents and blank lines go."""
    settings = settings_of(document)
    text = document.text
    if not settings:
        return
    bare: list[tuple[int, int]] = []
    if not document.pages[0].has_boxes:
        bare += [*_bare_gaps(document), *_ruled_gaps(document), *dated_gaps(text)]
    for start, end in sorted({*bare, *block_gaps(text)}):
        if text[start - 1 : start].strip() and text[end : end + 1].strip():
            yield Edit(start, end, "\n\n", "block")
    yield from _replaced(text, 0, settings[0].start, "", "space before the text")
    celled = _celled(document, settings)
    for (one, two), told in zip(pairwise(settings), ties_of(settings), strict=True):
        within = one.start in celled and two.start in celled
        tie = Tie.SET if told is Tie.BREAK and within else told
        reason = "line end" if tie is Tie.JOIN else "block"
        close = tie is Tie.JOIN and (two.text[0] == "," != one.text[-1] or _at_slash(one.text, two.text))
        insert = "" if close else tie.value
        yield from _replaced(text, one.stop, two.start, insert, reason)
    yield from _replaced(text, settings[-1].stop, len(text), "\n", "end of the text")


def _at_slash(one: str, two: str) -> bool:
    """Whether a line broke before or behind a slash, where no blank was: ``and/`` / ``or``, an address."""
    behind = one[-1] == "/" and one[-2:-1].isalnum() and two[0].isalnum()
    return behind or (two[0] == "/" and two[1:2].isalnum() and ADDRESS.search(one) is not None)


def _celled(document: Document, settings: Sequence[Setting]) -> set[int]:
    """Where the lines begin that steps have moved as those of a caption's right cell."""
    found = set[int]()
    if RIGHT_CELL not in map(_REASON, document.pieces):
        return found
    at = 0
    for piece in document.pieces:
        end = at + len(piece.text)
        if piece.reason == RIGHT_CELL and piece.text.strip():
            first = bisect_right(settings, at, key=attrgetter("stop"))
            last = bisect_left(settings, end, key=attrgetter("start"))
            found.update(setting.start for setting in settings[first:last])
        at = end
    return found


def _bare_gaps(document: Document) -> Iterator[tuple[int, int]]:
    """Where blocks begin in lines that are long in the source, too: a broken word that was rejoined makes one
    line of two, and several a long one."""
    parted = bool(document.line_ends_found)
    for start, end in bare_gaps(document.text, parted=parted):
        row = document.row_at(document.source_at(start))
        if document.row_at(row + LONGEST_LINE) == row:
            yield start, end
    if parted:
        yield from leading_gaps(document.text)


def _ruled_gaps(document: Document) -> Iterator[tuple[int, int]]:
    """The blanks at which a typed rule stood amid a line, or a caption's column in a heap, as a dump on one
    line puts it between the cells (``Defendant. ) ) ) No. 3``)."""
    text = document.text
    for at, _ in document.removed({"ruled line"}):
        if text[at - 1 : at] == " ":
            yield at - 1, at
    for at, brackets in Counter(at for at, _ in document.removed({"caption column"})).items():
        if brackets >= FEWEST_BRACKETS and text[at : at + 1] == " " and not GOES_ON.match(text, at):
            yield at, at + 1


def _replaced(text: str, start: int, end: int, insert: str, reason: str) -> Iterator[Edit]:
    if text[start:end] != insert:
        yield Edit(start, end, insert, reason)
