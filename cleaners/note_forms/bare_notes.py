"""Footnotes in a filing that is known only as text.

A dump keeps its lines: the notes stand at the end of a page (``bare_feet``). Flattened text has no lines: a
circuit's memorandum shows its two or three symbol notes in the middle of a sentence, where the page ended.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import dropwhile, groupby, zip_longest
from typing import NamedTuple

from cleaners.document import Document
from cleaners.line import Line
from cleaners.note_forms.bare_calls import CITED, call_apart, glued_call, stop_call, symbol_call
from cleaners.note_forms.bare_feet import SUPERSCRIPTS, is_raised_off, last_number, read_foot
from cleaners.note_forms.note_openings import LABEL
from cleaners.note_forms.notes import MOST_SKIPPED, Note
from cleaners.page import LONGEST_LINE
from cleaners.patterns import pattern
from cleaners.terms.front_matter import DISTRICT_COURT, FRONT, column_of_stars
from cleaners.terms.sentence_ends import SENTENCE_END, is_within

Span = tuple[int, int]

STUB = 2
"""So few words on a note's first line and the raised marker has pushed the others to the next."""

IN_FLAT = pattern(
    r"(?P<mark>[\[*†‡0-9⁰¹²³⁴⁵⁶⁷⁸⁹](?<!\S.)"
    r"(?:(?<=\[)\^[^\]\s]{1,4}\]:(?= )|(?<=\*)\*{0,3}|(?<=[†‡])[†‡]{0,2}|(?<=\d)\d{0,2}"
    r"|(?<=[⁰¹²³⁴⁵⁶⁷⁸⁹])[⁰¹²³⁴⁵⁶⁷⁸⁹]{0,2}))(?:(?<=:)|(?<=[*†‡])(?=[A-Z])|\s{1,2}(?=[“\"‘(\[]{0,2}[A-Z]))"
)
CALLED = pattern(r"\[\^[^\]\s]{1,4}\](?!:)")
"""A call that the source itself has written as a label: notes after the last one stand at the end already."""

HIGHEST_FIRST = 99
"""An excerpt may begin at any note; a number of three digits is a page's sooner."""
CALL_REACH = 6000
"""Characters from a call to its note: a page of single-spaced type holds 4,500."""
LONGEST, SYMBOLS = 3000, 600
"""Characters of a note, at most, up to its page's end; of a symbol's, which a dump may put amid the page."""
PAGE_ENDS, RULED = frozenset({"folio", "ECF stamp", "running head", "running footer"}), "ruled line"
"""Reasons of what was taken out at the edge of a page, and above notes."""
ON_CITING = pattern(
    r" (?:(?:The|This) (?:case|appeal|cause) is therefore (?:ordered )?submitted|"
    r"Thus, the (?:appeal|case) is submitted|This order and judgment is not|It may be cited, however|"
    r"(?:See )?F(?:ed|ED)\. ?R\. ?A(?:pp|PP)\. ?P\. ?3[24])"
)
"""How the circuits' notes on argument and on citing go on (10th Cir. R. 32.1, 7th Cir. R. 34)."""
BELOW_LABEL = pattern(r"[ \t]*\n{1,2}(?P<note>[^\n\f]+)(?=\s*\Z|\s*\n[ \t]*(?:\d{1,3}|[*†‡]{1,3})[ \t]*\n)")
"""The note below a number that stands alone, if the text ends with it or the next number stands below."""
FILLED = pattern(r"\S[^\n]*")
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
        if any(len(line.text) > LONGEST_LINE for line in lines):
            found = _run_together(document.text, lines, notes, ends)
            last = written[-1] if written else len(document.text)
            notes += (note for note in found if not _is_at_end(note, document.text, last))
        else:
            before = len(notes)
            read_foot(lines, notes, rules, last=lines[-1].end == len(document.text))
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
        if any(len(line.text) > LONGEST_LINE for line in lines):
            yield lines
        else:
            for _, part in groupby(lines, key=lambda line: bisect_right(ends, line.start)):
                yield list(part)


def _call_above(text: str, low: int, note: Note) -> Span | None:
    """The call of a numbered note on its page that the note alone shows to be one: a blank sets it off and
    none is glued, or it is glued to a heading in capitals or to a number that ends a sentence."""
    start = note.lines[0].start
    if not note.printed.isdigit():
        return None
    if glued := glued_call(note.printed, text, low, start):
        return glued if text[glued[0] - 1].isupper() else None
    loosely = note.number is not None or is_raised_off(note.lines[0])
    apart = call_apart(note.printed, text, low, start, loosely=loosely)
    return apart or (stop_call(note.printed, text, low, start) if loosely else None)


def _run_together(
    text: str, lines: Sequence[Line], notes: Sequence[Note], ends: Sequence[int]
) -> Iterator[Note]:
    """The notes of a text whose lines are paragraphs, pages or all of it; ``notes`` are those before."""
    starts = [line.start for line in lines]
    before = last_number(notes)
    openings = list(_openings(text, starts[0], lines[-1].end, ends, int(before.printed) if before else 0))
    for one, after in zip_longest(openings, openings[1:]):
        line = lines[bisect_right(starts, one.start) - 1]
        stop = _stop(text, line, one, ends)
        stop = min(stop, after.start) if after else stop
        stop = one.end + len(text[one.end : stop].rstrip())
        parts = [
            line._replace(start=start, end=end, text=text[start:end])
            for start, end in _filled(text, one.start, stop)
        ]
        yield Note(one.printed, (one.start, one.end), parts, call=one.call)


def _filled(text: str, start: int, stop: int) -> Iterator[Span]:
    """The filled lines of a note: one, or that of its label and that of its text."""
    return (match.span() for match in FILLED.finditer(text, start, stop))


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
            call = glued_call(mark, text, low_call, start) or stop_call(mark, text, low_call, start)
            call = call or _call_apart(mark, text, low_call, start, ends)
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
    one sentence or a circuit's known ones, unless its page ends close behind it, or the caption begins."""
    start, end = opening.start, opening.end
    numbered = any(c.isdigit() for c in opening.printed)
    index = bisect_right(ends, end)
    longest = LONGEST if numbered else SYMBOLS
    if index < len(ends) and ends[index] <= min(line.end, end + longest):
        return ends[index]
    if line.end < end + LONGEST and not text[line.start : start].strip():
        below = None if text[end : line.end].strip() else BELOW_LABEL.match(text, end)
        return below.end("note") if below else line.end
    high = min(line.end, end + LONGEST)
    if court := None if numbered else DISTRICT_COURT.search(text, end, high):
        high = court.start()
    ended = (m for m in SENTENCE_END.finditer(text, end, high) if m["word"].lstrip("(") != "Id")
    stops = [m.end() for m in ended if not is_within(text, m)]
    cut = numbered and not SENTENCE_END.search(text[max(line.start, start - 40) : start].rstrip()[-12:])
    going_on = (at for at in stops if cut and text[at : at + 2].strip()[:1].islower())
    rest = high if court or line.end < end + LONGEST else end
    if not numbered:
        stops = list(dropwhile(lambda at: ON_CITING.match(text, at), stops))
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
