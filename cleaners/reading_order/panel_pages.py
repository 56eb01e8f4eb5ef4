"""A page of a condensed transcript: one of full size made small, whose title page has a caption, too."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from cleaners.margin_numbers.margins import NumberColumn
from cleaners.page import Token
from cleaners.reading_order.rows import Row

PAPER = (612.0, 792.0)
PITCH = 24.0
"""Points: the width and height of paper, and from line to line of a transcript of 25 lines a page."""

LEFT = 86.0
"""Points from the left edge to where its line numbers end."""

Zones = list[tuple[str, list[Row]]]
"""Kinds of zones, each with its rows."""


def in_full_size(
    words: Sequence[Token], column: NumberColumn, zones_of: Callable[[list[Token]], Zones]
) -> Zones | None:
    """The zones of a panel's words as ``zones_of`` finds them on the page in full size, if it has cells side
    by side: what runs across such a page is the panel's own."""
    scale = PITCH / column.pitch
    grown = {_grown(word, column.right, scale): word for word in words}
    zones = zones_of(list(grown)) if len(grown) == len(words) else []
    if all(kind != "cell" for kind, _ in zones):
        return None
    back = [[[[grown[t] for t in segment] for segment in row.segments] for row in rows] for _, rows in zones]
    return [
        ("panel" if kind == "page" else kind, [Row(segments) for segments in rows])
        for (kind, _), rows in zip(zones, back, strict=True)
    ]


def _grown(word: Token, edge: float, scale: float) -> Token:
    return word._replace(
        left=(word.left - edge) * scale + LEFT,
        right=(word.right - edge) * scale + LEFT,
        top=word.top * scale,
        bottom=word.bottom * scale,
    )
