"""The word index at a transcript's end: each word with its pages and lines, in columns read one by one.

No row runs across such a page, however well its lines stand beside one another. What tells it is that a
quarter of its words are places, and that these are lists (``12:7,31:15``) or stand behind a count (``(2)``):
times of the day are neither.
"""

from __future__ import annotations

from collections.abc import Sequence

from cleaners.page import Token
from cleaners.patterns import pattern
from cleaners.reading_order.rows import Row, rows_of

PLACES = pattern(r"\d{1,4}:\d{1,2}(?:[,;-]\d{1,4}(?::\d{1,2})?)*[,;]?")
COUNT = pattern(r"\(\d{1,4}\)|\[\d{1,4}\]")

FEWEST, LEAST = 40, 0.25
"""So many words of a page are places, and such a share; so many of those are lists or counted."""

GUTTER = 4.0
"""Points of white between two columns at least, all the way down."""


def find_index(tokens: Sequence[Token]) -> tuple[list[Token], list[list[Token]], list[Token]] | None:
    """What stands above a word index, its columns from left to right, what stands below; None elsewhere."""
    places = [t for t in tokens if ":" in t.text and PLACES.fullmatch(t.text)]
    if len(places) < max(FEWEST, LEAST * len(tokens)):
        return None
    told = sum("," in t.text[:-1] for t in places) + sum(COUNT.fullmatch(t.text) is not None for t in tokens)
    if told < LEAST * len(places):
        return None
    top, bottom = min(t.top for t in places), max(t.bottom for t in places)
    size = max(t.height for t in places)
    over = [t for t in tokens if t.middle < top - 1.5 * size]
    under = [t for t in tokens if t.middle > bottom]
    inside = [t for t in tokens if top - 1.5 * size <= t.middle <= bottom]
    columns: list[list[Token]] = []
    right = 0.0
    for token in sorted(inside, key=lambda t: t.left):
        if not columns or token.left - right > GUTTER:
            columns.append([])
        columns[-1].append(token)
        right = max(right, token.right)
    return (over, columns, under) if len(columns) > 1 else None


def entries(column: Sequence[Token]) -> list[Row]:
    """The entries of a column, each a row: the word and how often it was said, then all its places."""
    made: list[Row] = []
    for row in rows_of(column, []):
        tokens = row.tokens
        first = next((at for at, token in enumerate(tokens) if PLACES.fullmatch(token.text)), len(tokens))
        if first == 0 and made:
            places = made[-1].segments[1:] or [[]]
            made[-1] = Row([made[-1].segments[0], places[0] + tokens], tabbed=True)
        else:
            made.append(Row([part for part in (tokens[:first], tokens[first:]) if part], tabbed=True))
    return made
