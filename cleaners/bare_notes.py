"""Footnotes in a filing that is known only as text.

A dump keeps its lines: the notes stand at the end of a page, under a short line of dashes or underscores,
each after its number. Flattened text has no lines: a circuit's memorandum shows its two or three symbol
notes in the middle of a sentence, where the page ended.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from cleaners.document import Document, Line
from cleaners.note_openings import LABEL
from cleaners.notes import Note

SEPARATOR = re.compile(r"[ \t]*(?:[—–―─‐-]{4,}|_{4,})[ \t]*")
NUMBERED = re.compile(r"[ \t]*(?P<mark>\d{1,3})(?:[ \t]+(?=[A-Z“\"‘'(\[])|(?=[A-Z“])|[ \t]*$)")
STARRED = re.compile(r"[ \t]*(?P<mark>\*{1,4}|[†‡]{1,3})(?!\*)[ \t]*(?=[A-Z“\"‘])")
FOOT = 0.4
"""Without a rule above it, a note opens below this share of its page's lines."""

FLAT = 600
"""No printed line is so long, in characters: the text has lost its lines."""

STUB = 2
"""So few words on a note's first line and the raised marker has pushed the others to the next."""

IN_FLAT = re.compile(r"(?<=\s)(?P<mark>\*{1,4}|[†‡]{1,3})\s(?=[A-Z“][a-z])|(?P<label>\[\^[*†‡]{1,4}\]: )")
SENTENCE_END = re.compile(r"(?P<word>\S*?)[.!?][”’\"')\]]*(?=\s|$)")
ABBREVIATION = re.compile(
    r"(?:.*\W)?(?:[A-Z]|[A-Za-z](?:\.[A-Za-z])+|Cir|Fed|App|Civ|Crim|Bankr|Evid|Proc|Prac|Ct|Cl|Dist|Div|No|Nos|"
    r"Inc|Corp|Co|Ltd|v|vs|Mr|Mrs|Ms|Dr|Hon|St|Jr|Sr|Supp|Rev|Stat|Const|Reg|Gen|Gov|Sen|Rep|Dep|Ass|Op|Ex|"
    r"Cal|Wash|Ariz|Nev|Or|Mont|Haw|Tex|Fla|Ill|Ind|Mich|Minn|Mo|Pa|Tenn|Va|Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec)",
)
CITING = re.compile(r"\s+(?:See|Cf|Accord|Id|But see)\b")
FOLIO = re.compile(r"\s+\d{1,3}(?=\s|$)")


def find_bare_notes(document: Document) -> list[Note]:
    """The footnotes of the pages without boxes, in their order."""
    notes: list[Note] = []
    for lines in _pages(document):
        if any(len(line.text) > FLAT for line in lines):
            for line in lines:
                notes += _flat(line)
        else:
            _read(lines, notes, last=lines[-1].end == len(document.text))
    seen: Counter[str] = Counter()
    for note in notes:
        if not note.printed.isdigit() and not LABEL.match(note.lines[0].text.lstrip()):
            note.series = seen[note.printed]
            seen[note.printed] += 1
    return notes


def _pages(document: Document) -> Iterator[list[Line]]:
    pages: dict[int, list[Line]] = {}
    for line in document.lines:
        if not line.page.has_boxes:
            pages.setdefault(line.page.number, []).append(line)
    yield from pages.values()


def _read(lines: Sequence[Line], notes: list[Note], *, last: bool) -> None:
    """Add the notes at a page's foot."""
    foot = _foot(lines, notes, only=last and lines[0].page.number == 1)
    for line in foot:
        opening = _opening(line, notes, first=not notes or notes[-1].lines[0].start < foot[0].start)
        if opening:
            notes.append(opening)
        elif notes and line.text.strip() and (notes[-1].page == line.page.number or line is not foot[0]):
            notes[-1].lines.append(line)


def _foot(lines: Sequence[Line], notes: Sequence[Note], *, only: bool) -> Sequence[Line]:
    """The lines of a page that are notes: from a rule on after which a note opens, from a written label, or,
    where neither stands, from a note that the page calls."""
    for index, line in enumerate(lines):
        if SEPARATOR.fullmatch(line.text):
            rest = [part for part in lines[index + 1 :] if part.text.strip()]
            if rest and _opening(rest[0], notes, first=True):
                return rest
        if LABEL.match(line.text.lstrip()):
            return _up_to_blank(lines[index:]) if only else lines[index:]
    calls: dict[str, int] = {}
    for index, line in enumerate(lines):
        if index >= FOOT * len(lines) and (note := _opening(line, notes, first=True)):
            if note.printed not in calls:
                calls[note.printed] = _first_call(note.printed, lines)
            if calls[note.printed] < index:
                return _up_to_blank(lines[index:]) if only else lines[index:]
    return []


def _first_call(printed: str, lines: Sequence[Line]) -> int:
    """The first of the lines that bears a note's number or symbol at the end of a word."""
    return next((i for i, line in enumerate(lines) if _is_called(printed, line.text)), len(lines))


def _is_called(printed: str, body: str) -> bool:
    if not printed.isdigit():
        return re.search(rf"(?<=\S)[ \t]?(?<![*†‡]){re.escape(printed)}(?=[\s,;.])", body) is not None
    return re.search(rf"(?:[a-z]{{3}}[.,;:!?]?|[.,;:!?)][”’\"')]*[”’\")]){printed}(?=\s|$)", body) is not None


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
    if match is None:
        return None
    marker = (line.start + match.start("mark"), line.start + match.end("mark"))
    if not match["mark"].isdigit():
        return Note(match["mark"], marker, [line])
    before = next((note for note in reversed(notes) if note.printed.isdigit()), None)
    expected = int(before.printed) + 1 if before else 1
    again = first and int(match["mark"]) == 1 and before is not None
    if int(match["mark"]) != expected and not again:
        return None
    series = (before.series if before else 0) + again
    return Note(match["mark"], marker, [line], series)


def _flat(line: Line) -> Iterator[Note]:
    """The symbol notes of a text without lines: of each symbol's uses the first calls, the second opens."""
    called: set[str] = set()
    for match in IN_FLAT.finditer(line.text):
        if match["label"]:
            printed, start, end = match["label"][2:-3], match.start(), match.end() - 1
        else:
            printed, (start, end) = match["mark"], match.span("mark")
            if printed in called or line.text[:start].rstrip()[-1:] in "*†‡":
                continue
            if not re.search(rf"(?<![*†‡]){re.escape(printed)}(?![*†‡])", line.text[:start]):
                continue
        called.add(printed)
        stop = _end(line.text, end)
        part = line._replace(start=line.start + start, end=line.start + stop, text=line.text[start:stop])
        yield Note(printed, (line.start + start, line.start + end), [part])


def _end(text: str, start: int) -> int:
    """Where the note ends: at its sentence's end; a sentence that cites belongs to it."""
    for match in SENTENCE_END.finditer(text, start):
        if ABBREVIATION.fullmatch(match["word"]) or CITING.match(text, match.end()):
            continue
        return match.end()
    return len(text)


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
