"""What stands beside a column of numbers: whether that is a margin, and what else of it is the margin's."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from cleaners.margin_numbers.clocks import Numbers, times_before
from cleaners.margin_numbers.printed_numbers import printed_number
from cleaners.page import Token


class Numbered(Numbers, Protocol):
    """A column of margin line numbers, of which each stands at a height of its own."""

    def height_of(self, number: int) -> float: ...


def is_margin(column: Numbers, numbers: Sequence[Token], words: Sequence[Token]) -> bool:
    """Whether the column is a margin, not a column of a table or the numbers of a list: nearly no other word
    beside it reaches into it or ends just left of it, the time stamps of a transcript aside."""
    own = {*numbers, *times_before(column, words)}
    near = (w for w in words if w.left < column.right and column.top <= w.middle <= column.bottom)
    beside = [w for w in near if w not in own]
    inside = sum(w.right > column.left and len(w.text) > 3 for w in beside)
    before = sum(column.left - 14 < w.right <= column.left and len(w.text) > 1 for w in beside)
    return inside + before <= max(2, len(numbers) // 6)


def in_band(column: Numbered, words: Sequence[Token], fenced: Sequence[Token]) -> list[Token]:
    """What else stands in the column's band, the time stamps left of it, and all figures ``fenced`` off left
    of a pleading rule: of times and of letters up the margin OCR makes figures too."""
    low, high = column.top - column.pitch, column.bottom + column.pitch
    beside = [w for w in words if w.right <= column.right + 6 and _is_banded(w, column)]
    return [w for w in (*beside, *times_before(column, words), *fenced) if low <= w.middle <= high]


def _is_banded(word: Token, column: Numbered) -> bool:
    """Of what ends at the numbers' right: short words that are no number (misread ones, bits of the rule), a
    number at its own height that OCR made wider by a speck left of it."""
    if word.left >= column.left - 6 and len(word.text) <= 3:
        return True
    value = printed_number(word.text)
    at_its_height = value and abs(word.middle - column.height_of(value)) <= 0.3 * column.pitch
    return bool(at_its_height) and word.left > column.left - 24 and word.right > column.left
