"""The notes at the foot of a page of bare text, whose lines a dump has kept.

They stand under a short line of dashes or underscores, or close behind the text that calls them, each after
its number; a raised number may stand alone on the line above its note (``pdftotext -layout``), or on the line
below it (``pdftotext``, which sorts it after the line that it is raised from).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import takewhile

from cleaners.line import Line
from cleaners.note_forms.bare_calls import is_called
from cleaners.note_forms.note_openings import GLUED, LABEL
from cleaners.note_forms.notes import MOST_SKIPPED, Note
from cleaners.patterns import pattern
from cleaners.terms.citations import AMID
from cleaners.terms.sentence_ends import ends_sentence

SEPARATOR = pattern(r"[ \t]*(?:[—–―─‐-]{4,}|_{4,})[ \t]*")
NUMBERED = pattern(
    r"[ \t]*(?P<mark>\d{1,3}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})(?:[ \t]+(?=[A-Z“\"‘'(\[]|https?:)|(?=[A-Z“])|[ \t]*$)"
)
STARRED = pattern(r"[ \t]*(?P<mark>\*{1,4}|[†‡]{1,3})(?!\*)(?:[ \t]*(?=[A-Z“\"‘])|[ \t]*$)")
SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")

LONE_SYMBOL = pattern(r"\*{1,4}|[†‡]{1,3}")
FOOT = 0.4
"""Without a rule above it, a note opens below this share of its page's lines."""

LONG_PAGE = 70
"""Lines that no page has: the page ends of the text were lost."""

SHORT, REST = 0.85, 8
"""The share of the page's width that a paragraph's last line fills at most; lines of text below a note."""

GAP = 2
"""Blank lines, at least, between a page's text and the rest of a note from the page before."""


def read_foot(lines: Sequence[Line], notes: list[Note], rules: Collection[int], *, last: bool) -> None:
    """Add the notes at a page's foot; ``rules`` are where typed rules were taken out, ``last`` says that the
    text ends with the page."""
    if below := _numbered_below(lines, notes):
        notes += below
        return
    only = last and lines[0].page.number == 1
    foot = _foot(lines, notes, rules, only=only)
    foot = _up_to_text(foot) if only else foot
    for index, line in enumerate(foot):
        first = not notes or notes[-1].lines[0].start < foot[0].start
        if notes and notes[-1].number and line.start <= notes[-1].number[0] <= line.end:
            notes[-1].lines.append(line)
        elif opening := _opening_at(foot, index, notes, first=first):
            notes.append(opening)
        elif notes and line.text.strip() and (line is not foot[0] or _goes_on(notes, line)):
            notes[-1].lines.append(line)


def last_number(notes: Sequence[Note]) -> Note | None:
    """The last of the notes that bears a number."""
    return next((note for note in reversed(notes) if note.printed.isdigit()), None)


def _goes_on(notes: Sequence[Note], line: Line) -> bool:
    """Whether the last note goes on in a line of its page, or of the next if that cut its sentence."""
    last = notes[-1].lines[-1] if notes else line
    if last.page is line.page:
        return bool(notes) and notes[-1].page == line.page.number
    return _is_cut(last, line) and last.page.number + 1 == line.page.number


def _is_cut(line: Line, after: Line) -> bool:
    """Whether a page's end has cut a sentence that a line of the next one ends."""
    return not ends_sentence(line.text.rstrip()) and after.text.strip()[:1].islower()


def _foot(
    lines: Sequence[Line], notes: Sequence[Note], rules: Collection[int], *, only: bool
) -> Sequence[Line]:
    """The lines of a page that are notes: from a rule on after which a note opens, from a written label, or,
    where neither stands, from a note that the page calls."""
    for index, line in enumerate(lines):
        if (typed := SEPARATOR.fullmatch(line.text)) or line.start in rules:
            rest = [part for part in lines[index + bool(typed) :] if part.text.strip()]
            if rest and (_opening(rest[0], notes, first=True) or _goes_on(notes, rest[0])):
                return rest
        if LABEL.match(line.text.lstrip()):
            return _up_to_blank(lines[index:]) if only else lines[_rest_above(lines, index, notes) :]
    calls: dict[str, int] = {}
    whole = len(lines) > LONG_PAGE
    for index, line in enumerate(lines):
        if index < (1 if whole else FOOT * len(lines)) or (whole and lines[index - 1].text.strip()):
            continue
        if note := _opening_at(lines, index, notes, first=True):
            if note.printed not in calls:
                loosely = note.number is not None or is_raised_off(line)
                calls[note.printed] = _first_call(note.printed, lines, loosely=loosely)
            if calls[note.printed] < index:
                if only or whole:
                    return _up_to_blank(lines[index:])
                return lines[_rest_above(lines, _first_above(lines, index, note), notes) :]
    return [] if only or whole else _rest_alone(lines, notes)


def is_raised_off(line: Line) -> bool:
    """Whether a note's number stands alone on its line, or touches its first word (``1Roe is``), as a raised
    one does and a sentence's number does not."""
    return line.text.strip().isdigit() or GLUED.match(line.text.lstrip()) is not None


def _first_call(printed: str, lines: Sequence[Line], *, loosely: bool) -> int:
    """The first of the lines that bears a note's number or symbol."""
    called = (i for i, line in enumerate(lines) if is_called(printed, line.text, loosely=loosely))
    return next(called, len(lines))


def _first_above(lines: Sequence[Line], index: int, note: Note) -> int:
    """Where the first note of a page opens: the one before a note that is called opens above it, whether a
    call of its own is seen or not."""
    wanted = int(note.printed) - 1 if note.printed.isdigit() else 0
    for at in range(index - 1, int(FOOT * len(lines)), -1):
        line = lines[at]
        if wanted and is_raised_off(line) and not lines[at - 1].text.strip():
            above = _opening(line, (), first=True)
            if above and above.printed == str(wanted):
                index, wanted = at, wanted - 1
    return index


def _rest_above(lines: Sequence[Line], index: int, notes: Sequence[Note]) -> int:
    """Where a page's notes begin: a wide gap above its first note may part the rest of the last one from the
    text, that the page before has cut."""
    filled = list(takewhile(lambda line: line.text.strip(), reversed(lines[:index])))
    begin = index - len(filled)
    blank = sum(1 for _ in takewhile(lambda line: not line.text.strip(), reversed(lines[:begin])))
    follows = notes and notes[-1].lines[-1].start < lines[0].start
    if filled and follows and blank >= GAP and begin > blank and _is_cut(notes[-1].lines[-1], lines[begin]):
        return begin
    return index


def _rest_alone(lines: Sequence[Line], notes: Sequence[Note]) -> Sequence[Line]:
    """The rest of the note that the page before has cut, where no other opens below it."""
    if not notes or notes[-1].lines[-1].page.number + 1 != lines[0].page.number:
        return []
    blank = sum(1 for _ in takewhile(lambda line: not line.text.strip(), reversed(lines)))
    return lines[_rest_above(lines, len(lines) - blank, notes) : len(lines) - blank]


def _numbered_below(lines: Sequence[Line], notes: Sequence[Note]) -> list[Note]:
    """The notes of a page each of which stands above its number: they count on, and such a page ends with the
    last one's. A note begins behind a blank line; where none is left, its beginning is not known."""
    filled = [line for line in lines if line.text.strip()]
    ends = [n for n, line in enumerate(lines) if line.text.strip().isdigit() and n > FOOT * len(lines)]
    if not ends or lines[ends[-1]] is not filled[-1] or len(lines) > LONG_PAGE:
        return []
    before = last_number(notes)
    found: list[Note] = []
    for value, index in enumerate(ends, int(before.printed) + 1 if before else 1):
        text = list(takewhile(lambda line: line.text.strip(), reversed(lines[:index])))[::-1]
        note = _opening(lines[index], (), first=True)
        if not text or note is None or note.printed != str(value):
            return []
        if _first_call(note.printed, lines, loosely=True) >= index:
            return []
        if len(text) < index:
            start = text[0].end - len(text[0].text.lstrip())
            series = before.series if before else 0
            parts = [*text, lines[index]]
            found.append(Note(note.printed, (start, start), parts, series, number=note.marker))
    return found


def _up_to_blank(lines: Sequence[Line]) -> Sequence[Line]:
    """Labelled notes in a text of one page end where a paragraph without a label begins: a line of its own
    above a blank one is the label of what stands below that."""
    labelled = False
    for index, line in enumerate(lines):
        text = line.text.strip()
        after_blank = index > 0 and not lines[index - 1].text.strip()
        if after_blank and text and not (labelled or _is_label(text)):
            return lines[:index]
        labelled = _is_alone(text) if text else labelled
    return lines


def _up_to_text(lines: Sequence[Line]) -> Sequence[Line]:
    """The notes of a text that has lost its pages' ends and blank lines: more stands below than a note has,
    behind a short line on which a sentence ends."""
    texts = [LABEL.sub("", line.text.strip()) for line in lines]
    width = max(map(len, texts), default=0)
    for index in range(1, len(lines) - REST):
        above = texts[index - 1]
        ended = 0 < len(above) < SHORT * width and ends_sentence(above)
        if ended and texts[index] and _opening(lines[index], (), first=True) is None:
            return lines[:index]
    return lines


def _is_label(text: str) -> bool:
    return LABEL.match(text) is not None or _is_alone(text)


def _is_alone(text: str) -> bool:
    """Whether a line is nothing but a note's number or symbol."""
    return text.isdigit() or LONE_SYMBOL.fullmatch(text) is not None


def _opening_at(lines: Sequence[Line], index: int, notes: Sequence[Note], *, first: bool) -> Note | None:
    """The note that a line opens, with its marker or, where ``pdftotext -layout`` has put this on the next
    line, without."""
    line = lines[index]
    if index + 2 >= len(lines) or (index and lines[index - 1].text.strip()) or not line.text.strip():
        return _opening(line, notes, first=first)
    alone = lines[index + 1].text.strip()
    after = next((below.text.strip() for below in lines[index + 2 :] if below.text.strip()), "")
    if not (alone.isdigit() or LONE_SYMBOL.fullmatch(alone)) or not after[:1].islower():
        return _opening(line, notes, first=first)
    note = None if ends_sentence(line.text.rstrip()) else _opening(lines[index + 1], notes, first=first)
    if note is None:
        return _opening(line, notes, first=first)
    start = line.end - len(line.text.lstrip())
    return Note(note.printed, (start, start), [line], note.series, number=note.marker)


def _opening(line: Line, notes: Sequence[Note], *, first: bool) -> Note | None:
    if match := LABEL.match(line.text.lstrip()):
        start = line.end - len(line.text.lstrip())
        return Note(match[1], (start, start + match.end()), [line])
    match = STARRED.match(line.text) or NUMBERED.match(line.text)
    if match is None or AMID.match(line.text):
        return None
    marker = (line.start + match.start("mark"), line.start + match.end("mark"))
    if STARRED.match(line.text):
        return Note(match["mark"], marker, [line])
    before = last_number(notes)
    after = int(before.printed) if before else 0
    printed = match["mark"].translate(SUPERSCRIPTS)
    again = first and int(printed) == 1 and before is not None
    if before and not again and not after < int(printed) <= after + (MOST_SKIPPED if first else 1):
        return None
    series = (before.series if before else 0) + again
    return Note(printed, marker, [line], series)
