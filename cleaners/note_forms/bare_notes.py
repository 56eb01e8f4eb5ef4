"""Footnotes in a filing that is known only as text.

A dump keeps its lines: the notes stand at the end of a page, under a short line of dashes or underscores,
each after its number. Flattened text has no lines: a circuit's memorandum shows its two or three symbol
notes in the middle of a sentence, where the page ended.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import groupby, zip_longest
from typing import NamedTuple

from cleaners.document import Document, Line
from cleaners.note_forms.bare_calls import CITED, call_apart, glued_call, is_called, symbol_call
from cleaners.note_forms.note_openings import LABEL
from cleaners.note_forms.notes import MOST_SKIPPED, Note
from cleaners.patterns import pattern
from cleaners.terms.citations import AMID
from cleaners.terms.front_matter import DISTRICT_COURT, FRONT, column_of_stars
from cleaners.terms.sentence_ends import SENTENCE_END, is_within

Span = tuple[int, int]

SEPARATOR = pattern(r"[ \t]*(?:[—–―─‐-]{4,}|_{4,})[ \t]*")
NUMBERED = pattern(r"[ \t]*(?P<mark>\d{1,3}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})(?:[ \t]+(?=[A-Z“\"‘'(\[])|(?=[A-Z“])|[ \t]*$)")
STARRED = pattern(r"[ \t]*(?P<mark>\*{1,4}|[†‡]{1,3})(?!\*)(?:[ \t]*(?=[A-Z“\"‘])|[ \t]*$)")
FOOT = 0.4
"""Without a rule above it, a note opens below this share of its page's lines."""

LONG_PAGE = 70
"""Lines that no page has: the page ends of the text were lost."""

FLAT = 250
"""No printed line is so long, in characters: the text has lost its lines."""

STUB = 2
"""So few words on a note's first line and the raised marker has pushed the others to the next."""

IN_FLAT = pattern(
    r"(?P<mark>[\[*†‡0-9⁰¹²³⁴⁵⁶⁷⁸⁹](?<!\S.)"
    r"(?:(?<=\[)\^[^\]\s]{1,4}\]:(?= )|(?<=\*)\*{0,3}|(?<=[†‡])[†‡]{0,2}|(?<=\d)\d{0,2}"
    r"|(?<=[⁰¹²³⁴⁵⁶⁷⁸⁹])[⁰¹²³⁴⁵⁶⁷⁸⁹]{0,2}))(?:(?<=:)|(?<=[*†‡])(?=[A-Z])|\s{1,2}(?=[“\"‘(\[]{0,2}[A-Z]))"
)
CALLED = pattern(r"\[\^[^\]\s]{1,4}\](?!:)")
"""A call that the source itself has written as a label: notes after the last one stand at the end already."""

SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
HIGHEST_FIRST = 99
"""An excerpt may begin at any note; a number of three digits is a page's sooner."""
CALL_REACH = 6000
"""Characters from a call to its note: a page of single-spaced type holds 4,500."""
LONGEST, SYMBOLS = 3000, 600
"""Characters of a note, at most, up to its page's end; of a symbol's, which a dump may put amid the page."""
PAGE_ENDS, RULED = frozenset({"folio", "ECF stamp", "running head", "running footer"}), "ruled line"
"""Reasons of what was taken out at the edge of a page, and above notes."""
FOLIO = pattern(r"\s+\d{1,3}(?=\s|$)")


def find_bare_notes(document: Document) -> list[Note]:
    """The footnotes of the pages without boxes, in their order."""
    notes: list[Note] = []
    written = [m.end() for m in CALLED.finditer(document.text)] if "[^" in document.source else []
    # Without form feeds a page's end shows by the folio, stamp or head that was taken out there.
    ends = sorted({at for at, _ in document.removed(PAGE_ENDS)})
    ends += [len(document.text)] if ends else []
    rules = {at for at, _ in document.removed({RULED})}
    for lines in _pages(document, ends):
        if any(len(line.text) > FLAT for line in lines):
            found = _run_together(document.text, lines, notes, ends)
            last = written[-1] if written else len(document.text)
            notes += (note for note in found if not _is_at_end(note, document.text, last))
        else:
            before = len(notes)
            _read(lines, notes, rules, last=lines[-1].end == len(document.text))
            for note in notes[before:]:
                note.call = _call_above(document.text, lines[0].start, note)
    seen: Counter[str] = Counter()
    for note in notes:
        if not note.printed.isdigit() and not LABEL.match(note.lines[0].text.lstrip()):
            note.series = seen[note.printed]
            seen[note.printed] += 1
    return notes


def _is_at_end(note: Note, text: str, last_call: int) -> bool:
    start = note.lines[0].start
    return start >= last_call and text[start - 1 : start] in ("", "\n", "\f")


def _pages(document: Document, ends: Sequence[int]) -> Iterator[list[Line]]:
    """The lines of each page; where lines run on over page ends, all of them are one page's."""
    for page, of_page in groupby(document.lines, key=lambda line: line.page):
        lines = list(of_page)
        if page.has_boxes:
            continue
        if any(len(line.text) > FLAT for line in lines):
            yield lines
        else:
            for _, part in groupby(lines, key=lambda line: bisect_right(ends, line.start)):
                yield list(part)


def _read(lines: Sequence[Line], notes: list[Note], rules: Collection[int], *, last: bool) -> None:
    """Add the notes at a page's foot; ``rules`` are where typed rules were taken out."""
    foot = _foot(lines, notes, rules, only=last and lines[0].page.number == 1)
    for line in foot:
        opening = _opening(line, notes, first=not notes or notes[-1].lines[0].start < foot[0].start)
        if opening:
            notes.append(opening)
        elif notes and line.text.strip() and (line is not foot[0] or _goes_on(notes, line)):
            notes[-1].lines.append(line)


def _goes_on(notes: Sequence[Note], line: Line) -> bool:
    """Whether the last note goes on in a line of its page, or of the next if that cut its sentence."""
    last = notes[-1].lines[-1] if notes else line
    if last.page is line.page:
        return bool(notes) and notes[-1].page == line.page.number
    cut = SENTENCE_END.search(last.text.rstrip()[-12:]) is None and line.text.strip()[:1].islower()
    return cut and last.page.number + 1 == line.page.number


def _call_above(text: str, low: int, note: Note) -> Span | None:
    """The call of a numbered note on its page, where a blank sets it off and none is glued."""
    start = note.lines[0].start
    if not note.printed.isdigit() or glued_call(note.printed, text, low, start):
        return None
    return call_apart(note.printed, text, low, start, loosely=note.lines[0].text.strip().isdigit())


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
            return _up_to_blank(lines[index:]) if only else lines[index:]
    calls: dict[str, int] = {}
    whole = len(lines) > LONG_PAGE
    for index, line in enumerate(lines):
        if index < (1 if whole else FOOT * len(lines)) or (whole and lines[index - 1].text.strip()):
            continue
        if note := _opening(line, notes, first=True):
            if note.printed not in calls:
                calls[note.printed] = _first_call(note.printed, lines, loosely=line.text.strip().isdigit())
            if calls[note.printed] < index:
                return _up_to_blank(lines[index:]) if only or whole else lines[index:]
    return []


def _first_call(printed: str, lines: Sequence[Line], *, loosely: bool) -> int:
    """The first of the lines that bears a note's number or symbol."""
    called = (i for i, line in enumerate(lines) if is_called(printed, line.text, loosely=loosely))
    return next(called, len(lines))


def _up_to_blank(lines: Sequence[Line]) -> Sequence[Line]:
    """Labelled notes in a text of one page end where a paragraph without a label begins."""
    taken: list[Line] = []
    for index, line in enumerate(lines):
        after_blank = index > 0 and not lines[index - 1].text.strip()
        if after_blank and line.text.strip() and not LABEL.match(line.text.lstrip()):
            break
        taken.append(line)
    return taken


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
    before = _last_number(notes)
    after = int(before.printed) if before else 0
    printed = match["mark"].translate(SUPERSCRIPTS)
    again = first and int(printed) == 1 and before is not None
    if before and not again and not after < int(printed) <= after + (MOST_SKIPPED if first else 1):
        return None
    series = (before.series if before else 0) + again
    return Note(printed, marker, [line], series)


def _last_number(notes: Sequence[Note]) -> Note | None:
    return next((note for note in reversed(notes) if note.printed.isdigit()), None)


def _run_together(
    text: str, lines: Sequence[Line], notes: Sequence[Note], ends: Sequence[int]
) -> Iterator[Note]:
    """The notes of a text whose lines are paragraphs, pages or all of it; ``notes`` are those before."""
    starts = [line.start for line in lines]
    before = _last_number(notes)
    openings = list(_openings(text, starts[0], lines[-1].end, ends, int(before.printed) if before else 0))
    for one, after in zip_longest(openings, openings[1:]):
        line = lines[bisect_right(starts, one.start) - 1]
        stop = _stop(text, line, one, ends)
        stop = min(stop, after.start) if after else stop
        stop = one.end + len(text[one.end : stop].rstrip())
        part = line._replace(start=one.start, end=stop, text=text[one.start : stop])
        yield Note(one.printed, (one.start, one.end), [part], call=one.call)


class _Opening(NamedTuple):
    """What opens a note: the printed mark, its span, and the span of its call where that is known."""

    printed: str
    start: int
    end: int
    call: Span | None = None


def _openings(text: str, low: int, high: int, ends: Sequence[int], number: int) -> Iterator[_Opening]:
    """The openings of a stretch of text, after note ``number``. A symbol has been used before; a number has
    been called before and is the next one."""
    last_call = low
    stars: set[str] = set()
    column = {end for _, end in column_of_stars(text)} if low < FRONT else set()
    for match in IN_FLAT.finditer(text, low, high):
        start, end = match.span("mark")
        if end in column:
            continue
        if match["mark"].startswith("["):
            yield _Opening(match["mark"][2:-2], start, end)
            continue
        mark = match["mark"].translate(SUPERSCRIPTS)
        first = mark.isdigit() and not number and MOST_SKIPPED < int(mark) <= HIGHEST_FIRST
        if mark.isdigit() and not (first or number < int(mark) <= number + MOST_SKIPPED or int(mark) == 1):
            continue
        if first and CITED.match(text, end):
            continue
        low_call = max(last_call, start - CALL_REACH)
        if not mark.isdigit():
            if mark in stars or text[low_call:start].rstrip(" \t")[-1:] in "*†‡":
                continue
            call = symbol_call(mark, text, low_call, start)
            stars |= {mark} if call else set()
        else:
            call = glued_call(mark, text, low_call, start) or _call_apart(mark, text, low_call, start, ends)
            if call and first and not any(c.isalpha() for c in text[call[0] - 2 : call[0]]):
                call = None
            number, last_call = (int(mark), call[1]) if call else (number, last_call)
        if call:
            yield _Opening(mark, start, end, call)


def _call_apart(mark: str, text: str, low: int, high: int, ends: Sequence[int]) -> Span | None:
    """A call that a dump has set off by a blank. Then the note must stand at the foot of a page."""
    index = bisect_right(ends, high)
    if index == len(ends) or ends[index] > high + LONGEST:
        return None
    return call_apart(mark, text, low, high)


def _stop(text: str, line: Line, opening: _Opening, ends: Sequence[int]) -> int:
    """Where a note ends that opens in a long line: with its page, with its line if it opens that, or where
    the sentence goes on that it had cut. A symbol's note (who a judge is, what the rule on citing says) is
    one sentence, unless its page ends close behind it, or the caption begins."""
    start, end = opening.start, opening.end
    numbered = any(c.isdigit() for c in opening.printed)
    index = bisect_right(ends, end)
    longest = LONGEST if numbered else SYMBOLS
    if index < len(ends) and ends[index] <= min(line.end, end + longest):
        return ends[index]
    if line.end < end + LONGEST and not text[line.start : start].strip():
        return line.end
    high = min(line.end, end + LONGEST)
    if court := None if numbered else DISTRICT_COURT.search(text, end, high):
        high = court.start()
    ended = (m for m in SENTENCE_END.finditer(text, end, high) if m["word"].lstrip("(") != "Id")
    stops = [m.end() for m in ended if not is_within(text, m)]
    cut = numbered and not SENTENCE_END.search(text[max(line.start, start - 40) : start].rstrip()[-12:])
    going_on = (at for at in stops if cut and text[at : at + 2].strip()[:1].islower())
    rest = high if court or line.end < end + LONGEST else end
    return next(going_on, stops[0] if stops else rest)


def stub_gap(note: Note) -> tuple[int, int] | None:
    """The blank between a marker that stands alone and the note's first line proper."""
    if len(note.lines) < 2 or len(note.lines[0].text.split()) > STUB or note.lines[0].words:
        return None
    first, second = note.lines[:2]
    return first.end, second.end - len(second.text.lstrip())


def folio_after(text: str, end: int) -> int:
    """The end of the page number that follows a note in flattened text (its page ended there)."""
    match = FOLIO.match(text, end)
    return match.end() if match else end
