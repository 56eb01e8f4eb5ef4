"""Two cells side by side as the rows show them, and what tells their rows apart."""

from __future__ import annotations

from dataclasses import dataclass

from cleaners.rows import Row


@dataclass(frozen=True)
class Region:
    """Rows ``first`` to ``last`` are two cells, left and right of ``gutter`` (points from the left)."""

    first: int
    last: int
    gutter: float


def is_free(row: Row, gutter: float) -> bool:
    """No word of the row stands across the gutter."""
    return not any(t.left < gutter - 1 and t.right > gutter + 1 for t in row.tokens)


def text_of(row: Row) -> str:
    """The row's words, joined by blanks."""
    return " ".join(token.text for token in row.tokens)


def near(one: Row, two: Row, most: float = 2.6) -> bool:
    """Whether a row stands at most so many type sizes below another."""
    return two.middle - one.middle <= most * max(one.height, two.height)
