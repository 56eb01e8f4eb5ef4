"""How lines are set: where each begins and ends, how far apart they stand, where the margins are.

On pages with boxes all measures are points. In bare text they are columns of a typewriter page, so that the
same rules serve: a character is 6 points wide, a line 12 points high, a blank line is a larger gap.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from cleaners.document import Document, Line

WIDE, HIGH = 6.0, 12.0

INK = 0.72
"""The median height of the ink of words to their type size: OCR boxes ink, a text layer the type."""


@dataclass(frozen=True)
class Setting:
    """A filled line and its place. ``top`` and ``left`` are those of its first word, ``end`` and ``last_top``
    of its last (a line that a rejoined hyphen made of two spans both)."""

    line: Line
    text: str
    left: float
    end: float
    top: float
    last_top: float
    size: float

    @property
    def page(self) -> int:
        return self.line.page.number

    @property
    def zone(self) -> str:
        return self.line.zone.kind if self.line.zone else "page"

    @property
    def second(self) -> float:
        """Where the second word begins: a hanging indent's text."""
        return self.line.words[1].left if len(self.line.words) > 1 else self.left

    @property
    def first_width(self) -> float:
        """The width of the first word, for what would have fitted on the line before."""
        words = self.line.words
        return words[0].right - words[0].left if words else WIDE * len(self.text.split()[0])

    @property
    def center(self) -> float:
        return (self.left + self.end) / 2


@dataclass(frozen=True)
class Margins:
    """The left and right margin of a page's (or column's) text, and its usual leading, in points."""

    left: float
    right: float
    leading: float


def settings_of(document: Document) -> list[Setting]:
    """The filled lines with their places, in the text's order."""
    return [
        _placed(line) if line.words else _typed(line, index)
        for index, line in enumerate(document.lines)
        if line.text.strip()
    ]


def _placed(line: Line) -> Setting:
    first, last = line.words[0], line.words[-1]
    size = line.size
    row = [w for w in line.words if abs(w.middle - first.middle) < size / 2]
    last_row = [w for w in line.words if abs(w.middle - last.middle) < size / 2]
    return Setting(
        line, line.text.strip(), first.left, last.right,
        median(w.middle for w in row), median(w.middle for w in last_row),
        size / INK if line.page.method == "ocr" else size,
    )


def _typed(line: Line, index: int) -> Setting:
    body = line.text.expandtabs().rstrip()
    left = (len(body) - len(body.lstrip())) * WIDE
    return Setting(line, line.text.strip(), left, len(body) * WIDE, index * HIGH, index * HIGH, HIGH)


def margins_of(settings: Sequence[Setting]) -> dict[tuple[int, str], Margins]:
    """The margins of each page and kind of zone."""
    groups: dict[tuple[int, str], list[Setting]] = {}
    for setting in settings:
        groups.setdefault((setting.page, setting.zone), []).append(setting)
    return {key: _margins(own) for key, own in groups.items()}


def _margins(own: Sequence[Setting]) -> Margins:
    ends = sorted(s.end for s in own)
    right = ends[min(len(ends) - 1, int(0.85 * len(ends)))]
    full = [s for s in own if s.end > right - 36] or list(own)
    lefts = Counter(round(s.left / 4) * 4 for s in full)
    most = max(lefts.values())
    left = min(x for x, count in lefts.items() if count >= max(1, 0.3 * most))
    gaps = [b.top - a.last_top for a, b in zip(own, own[1:], strict=False) if 0 < b.top - a.last_top < 40]
    return Margins(float(left), right, _usual(gaps))


def _usual(gaps: Sequence[float]) -> float:
    if not gaps:
        return HIGH
    common = Counter(round(g) for g in gaps).most_common(1)[0][0]
    return median(g for g in gaps if abs(g - common) <= 1.5)
