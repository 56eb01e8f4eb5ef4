"""Where a page's footnotes stand, and which marker calls each.

The notes stand at the foot, under a short rule (Word draws two inches, WordPerfect the same, a printer the
width of the text) or at least in smaller type, each after its raised number or symbol. A note that goes on
over the page end stands first under the next page's rule, without a marker.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from statistics import median

from cleaners.document import Document, Line, Rule, Word

SYMBOLS = "*†‡§"
LABEL = re.compile(r"\[\^([^\]\s]{1,4})\]:")
DIGITS = re.compile(r"\d{1,3}")
SYMBOL = re.compile(r"\*{1,4}|[†‡§]{1,3}")
MISREAD = re.compile(r"['’‘`´\"“”!|?°*•~^tTlI\]\[;:.,><]{1,2}|[a-zA-Z]{1}")
"""What Tesseract makes of a raised 1, 2 or 7: ``'``, ``?``, ``!``, ``°``, or a single letter."""

RAISED = 0.84
"""A marker's height to its line's: Word sets superscripts at 0.67, OCR boxes of digits in text reach 0.95."""


@dataclass
class Note:
    """A footnote: its label, its marker at the note's beginning (None on a continuation whose beginning the
    document lacks), and its lines."""

    label: str
    marker: tuple[int, int] | None
    lines: list[Line] = field(default_factory=list)

    @property
    def page(self) -> int:
        return self.lines[0].page.number


def find_notes(document: Document) -> list[Note]:
    """The footnotes in their order on the pages."""
    notes: list[Note] = []
    for lines in _pages(document):
        foot, ruled = _foot(lines, bool(notes))
        for line in foot:
            opening = _opening(line, notes, ruled, first=line is foot[0])
            if opening:
                notes.append(Note(opening[0], opening[1], [line]))
            elif notes:
                notes[-1].lines.append(line)
    return notes


def _pages(document: Document) -> Iterator[list[Line]]:
    pages: dict[int, list[Line]] = {}
    for line in document.lines:
        if line.words and line.text.strip() and not (line.zone and line.zone.kind == "sideways"):
            pages.setdefault(line.page.number, []).append(line)
    for lines in pages.values():
        yield sorted(lines, key=lambda line: line.top)


def _foot(lines: list[Line], continued: bool) -> tuple[list[Line], bool]:
    """The lines of a page that are notes, and whether a rule stands above them."""
    page = lines[0].page
    if any(line.zone and line.zone.kind == "column" for line in lines):
        return [], False  # a condensed transcript: four pages on a sheet, and none has footnotes
    wide = [line for line in lines if len(line.words) > 4]
    margin = min((line.left for line in wide), default=0.0)
    for rule in sorted((r for r in page.rules if not r.upright), key=lambda r: r.top):
        below = [line for line in lines if line.top > rule.top - 3]
        if not below or below[0].zone or not _is_separator(rule, lines, margin):
            continue
        raised = _is_raised(below[0]) or LABEL.match(below[0].text)
        if raised or (_looks_like_marker(below[0]) or continued) and _is_smaller(below, lines):
            return below, True
    for index, line in enumerate(lines):
        if line.top > 0.3 * page.height and _is_raised(line) and _is_smaller(lines[index:], lines):
            return lines[index:], False
        if LABEL.match(line.text):
            return lines[index:], False
    return [], False


def _is_separator(rule: Rule, lines: Sequence[Line], margin: float) -> bool:
    """A rule at the left margin, in the lower part of the page, that underlines nothing."""
    page = lines[0].page
    if rule.top < 0.25 * page.height or abs(rule.left - margin) > 14 or rule.right - rule.left < 40:
        return False
    if any(side.upright and side.top < rule.top + 4 and side.bottom > rule.top - 4 and side.left - rule.right < 8
           and rule.left - side.right < 8 for side in page.rules):
        return False  # the side of a box
    above = [line for line in lines if line.left < rule.right and line.right > rule.left and line.top < rule.top]
    return not any(rule.top - line.bottom < 1.5 and line.right < rule.right + 12 for line in above)


def _is_smaller(part: Sequence[Line], lines: Sequence[Line]) -> bool:
    """Whether a page's last lines are set in smaller type or closer together than those before them."""
    body = [line for line in lines if line.top < part[0].top and len(line.words) > 4]
    if not body:
        return True
    small = median(line.size for line in part) < 0.95 * median(line.size for line in body)
    return small or (len(part) > 1 and len(body) > 1 and _leading(part) < 0.8 * _leading(body))


def _leading(lines: Sequence[Line]) -> float:
    return median(two.top - one.top for one, two in zip(lines, lines[1:], strict=False))


def _word_text(line: Line, word: Word) -> str:
    return line.text[word.start - line.start : word.end - line.start]


def _is_raised(line: Line) -> bool:
    """Whether the line begins with a raised number or with a symbol."""
    first = line.words[0]
    text = _word_text(line, first)
    if SYMBOL.match(text):
        return True
    if not DIGITS.fullmatch(text) or len(line.words) < 2:
        return False
    second = line.words[1]
    return first.height < RAISED * second.height and first.bottom < second.bottom - 0.1 * second.height


def _looks_like_marker(line: Line) -> bool:
    text = _word_text(line, line.words[0])
    glued = re.match(r"\d{1,2}(?=[A-Z“\"])", text)
    return bool(
        DIGITS.fullmatch(text.rstrip(".")) or SYMBOL.match(text) or glued
        or (line.page.method == "ocr" and MISREAD.fullmatch(text))
    )


def _opening(line: Line, notes: list[Note], ruled: bool, *, first: bool) -> tuple[str, tuple[int, int]] | None:
    """The label and the marker of the note that a line begins, if it begins one."""
    if match := LABEL.match(line.text):
        return match[1], (line.start, line.start + match.end())
    word = line.words[0]
    text = _word_text(line, word)
    numbers = [int(note.label) for note in notes if note.label.isdigit()]
    expected = numbers[-1] + 1 if numbers else 0
    if match := SYMBOL.match(text):
        return match[0], (word.start, word.start + match.end())
    if match := re.match(r"\d{1,3}(?=\D|$)", text):
        value = int(match[0])
        plausible = value == expected or (not numbers and (first or _is_raised(line)))
        if _is_raised(line) and (not numbers or 0 < value - numbers[-1] <= 3) or ruled and plausible:
            return match[0], (word.start, word.start + match.end())
    misread = line.page.method == "ocr" and MISREAD.fullmatch(text) and text not in ("I", "A", "a")
    if ruled and misread and (first or _stands_off(line, notes)):
        return str(expected or 1), (word.start, word.end)
    return None


def _stands_off(line: Line, notes: list[Note]) -> bool:
    """Whether a line is parted from the note's line before it like a new note, or its first word is raised."""
    word, rest = line.words[0], line.words[1:]
    raised = bool(rest) and word.bottom < median(w.bottom for w in rest) - 1.5
    before = notes[-1].lines[-1] if notes else None
    return raised or (before is not None and line.top - before.bottom > 0.5 * line.size)
