"""Which mark in the body calls a note.

What proves a call differs: a raised number is one; a number glued to a word (``the motion,2``) is one where
it is the number of a note on that page; a stroke too many at the end of an OCR sentence (``granted.’``) only
where a note lacks its call and the calls before and after it are known. A number that can be read as part of
the text (``at 2.7 miles``, ``Rule 26.1``) never is.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from cleaners.document import Document
from cleaners.line import Line
from cleaners.note_forms.note_openings import RAISED
from cleaners.note_forms.notes import Note
from cleaners.patterns import pattern

Span = tuple[int, int]

GLUED = pattern(
    r"(?P<before>.*?[a-zA-Z.,;:!?”\"’')\]])(?P<mark>\d{1,3}|\*{1,4}|[†‡]{1,3})(?P<after>[,;:.—–]?)"
)
NOT_BEFORE = pattern(
    r"[/@]|(?:^|\W)(?:Nos?|Exs?|Dkt|Doc|Docs|Arts?|Secs?|Figs?|Vols?|Chs?|pp?|Cir|Supp|Ed|R|v|Ver|nn?)\.$|"
    r"^\W*[A-Za-z]{1,2}$|\(\w{1,4}\)$|[A-Z]$|\d[,:]$|[a-z]{2,}-?[A-Z]",
)
"""What a number is glued to without being a call: an abbreviation, a letter, a subsection, a web address."""

BARE_NUMBER = pattern(r"\d\.$|^[\W\d]*$(?<!\d{4}\))(?<!\d{4}\)[.,;])")
"""A number of the text's own, or its first part (``2.7``, ``$1,500``); a year in brackets ends a citation."""

NUMBERED = pattern(
    r"(?:Rules?|§+|[Ss]ections?|R\.|L\.R\.|Nos?\.|Exhibits?|Version|Items?|Parts?|Tables?|Reg\.)"
)
"""What stands before a number with a decimal point."""

MISREAD_END = pattern(r"(?P<before>.*[.,;:!?”\")\]])(?P<mark>['’‘][!?°®*\d]|[!?°®*>'’‘\"”]|\d)")
DOUBLE = '"”'
QUOTES = "'’‘" + DOUBLE
OPEN_DOUBLE = (pattern(r"“|(?<!\S)[(\[]?\"(?=\w)"), pattern(r"”|(?<=\S)\""))
OPEN_SINGLE = (pattern(r"‘(?=\w)|(?<!\S)[(\[]?'(?=\w)"), pattern(r"[’']"))
REACH = 700
"""So far back an opening quotation mark is looked for, in characters."""

TOP = 300
"""What is quoted in a page's first characters may have been opened on the page before."""


class _Word(NamedTuple):
    """A word of the body with what is known of its surroundings."""

    text: str
    start: int
    end: int
    line: Line
    place: int
    before: str = ""
    after: str = ""


def find_calls(document: Document, notes: Sequence[Note]) -> Iterator[tuple[Note, Span]]:
    """The notes that the body calls, each with the span of its call; those of a labelled note are labels."""
    notes = [n for n in notes if not (n.marker and document.text.startswith("[^", n.marker[0]))]
    pages = _body(document, notes)
    calls: dict[int, Span] = {}
    last = -1
    for index, note in enumerate(notes):
        found = note.call or _first(note, pages.get(note.page, []), last, (_raised, _glued, _after_number))
        if found is None and note.page > 1:
            found = _first(note, pages.get(note.page - 1, []), last, (_raised,))
        if found:
            calls[index] = found
            last = found[1] if note.printed.isdigit() else last
    for run in _runs(notes, calls):
        low = max((span[1] for i, span in calls.items() if i < run[0]), default=-1)
        high = min((span[0] for i, span in calls.items() if i > run[-1]), default=len(document.text))
        words = [word for word in pages.get(notes[run[0]].page, []) if low < word.start < high]
        calls |= dict(zip(run, _misread(words, document.text, len(run)), strict=False))
    yield from ((notes[index], span) for index, span in calls.items())


def _runs(notes: Sequence[Note], calls: Mapping[int, Span]) -> list[list[int]]:
    """Numbered notes of one page, one after another, that lack their calls."""
    runs: list[list[int]] = []
    for index, note in enumerate(notes):
        if index in calls or not note.printed.isdigit():
            continue
        if runs and runs[-1][-1] == index - 1 and notes[index - 1].page == note.page:
            runs[-1].append(index)
        else:
            runs.append([index])
    return runs


def _body(document: Document, notes: Iterable[Note]) -> dict[int, list[_Word]]:
    """The words of each page that has notes (and of the one before), the notes' own left out."""
    wanted = {page for note in notes if not note.call for page in (note.page, note.page - 1)}
    taken = {(line.start, line.end) for note in notes for line in note.lines}
    spans = sorted(taken)
    pages: dict[int, list[_Word]] = {}
    for line in document.lines:
        if line.page.number in wanted and (line.start, line.end) not in taken:
            words = [word for word in _words(line) if not _is_inside(spans, word)]
            pages.setdefault(line.page.number, []).extend(words)
    return {page: _neighboured(words) for page, words in pages.items()}


def _neighboured(words: list[_Word]) -> list[_Word]:
    texts = ["", *(word.text for word in words), ""]
    return [w._replace(before=texts[i], after=texts[i + 2]) for i, w in enumerate(words)]


def _is_inside(spans: Sequence[Span], word: _Word) -> bool:
    """Whether a word is a note's (in flattened text a line holds the whole filing)."""
    index = bisect_right(spans, (word.start, sys.maxsize)) - 1
    return index >= 0 and word.start < spans[index][1]


def _words(line: Line) -> Iterator[_Word]:
    if line.words:
        texts = [(line.text_of(w), w.start, w.end) for w in line.words]
    else:
        texts = [(m[0], line.start + m.start(), line.start + m.end()) for m in re.finditer(r"\S+", line.text)]
    for index, (text, start, end) in enumerate(texts):
        yield _Word(text, start, end, line, index)


def _first(
    note: Note, words: Sequence[_Word], last: int, kinds: Sequence[Callable[[Note, _Word], Span | None]]
) -> Span | None:
    """The first word, in reading order after the last call, of the best kind of evidence."""
    symbol = not note.printed.isdigit()
    for kind in kinds:
        for word in words:
            span = kind(note, word)
            if span and (span[0] > last or symbol):
                return span
    return None


def _raised(note: Note, word: _Word) -> Span | None:
    """A word of its own, smaller than its line and above its base, beside the word before it (a page number
    of the contents is far from it); a symbol, wherever it follows a word."""
    if word.text.rstrip(",;.") != note.printed or word.place == 0:
        return None
    end = word.start + len(note.printed)
    if not note.printed.isdigit():
        return (word.start - _gap(word), end) if word.before[-1:] not in "*†‡" else None
    if not word.line.words:
        return None
    if not re.search(r"[\w.,;:!?”\"’')\]]$", word.before):
        return None
    box, base = word.line.words[word.place], word.line.words[word.place - 1]
    near = box.left - base.right < word.line.size
    if near and box.height < RAISED * word.line.size and box.bottom < base.bottom:
        return word.start - _gap(word), end
    return None


def _gap(word: _Word) -> int:
    """The blanks between a marker and the word it follows."""
    text = word.line.text[: word.start - word.line.start]
    return len(text) - len(text.rstrip(" "))


def _glued(note: Note, word: _Word) -> Span | None:
    match = GLUED.fullmatch(word.text)
    if not match or match["mark"] != note.printed:
        return None
    before = match["before"]
    if note.printed.isdigit() and (NOT_BEFORE.search(before) or BARE_NUMBER.search(before)):
        return None
    return word.start + match.start("mark"), word.start + match.end("mark")


def _after_number(note: Note, word: _Word) -> Span | None:
    """``at 216.1 Aside``: after a number that ends its sentence."""
    match = re.fullmatch(r"(?P<before>.*\d\.)(?P<mark>\d{1,3})", word.text)
    if not match or match["mark"] != note.printed or not _begins_sentence(word.after):
        return None
    if NUMBERED.fullmatch(word.before) or word.before.endswith("$") or match["before"].startswith(("$", "§")):
        return None
    return word.start + match.start("mark"), word.end


def _begins_sentence(word: str) -> bool:
    return re.match(r"[“\"‘'(\[]*[A-Z]", word) is not None


def _misread(words: Sequence[_Word], text: str, most: int) -> list[Span]:
    """The ``most`` likeliest misread calls among an OCR page's words, in reading order: likeliest what no
    sentence ends with after its full stop, then a digit, then a closing quotation mark nothing opened."""
    found: list[tuple[int, Span]] = []
    for word in words:
        match = MISREAD_END.fullmatch(word.text) if word.line.page.method == "ocr" else None
        if match is None:
            continue
        at = word.start + match.start("mark")
        if match["mark"].isdigit():
            rank = 1 if _ends_before_digit(word, match["before"]) else None
        elif match["mark"] in QUOTES:
            early = match["mark"] in DOUBLE and at - words[0].start < TOP
            rank = None if early or _is_open(text[max(0, at - REACH) : at], match["mark"]) else 2
        else:
            rank = 0
        if rank is not None:
            found.append((rank, (at, word.end)))
    return sorted(span for _, span in sorted(found)[:most])


def _ends_before_digit(word: _Word, before: str) -> bool:
    """Whether a digit follows what ends a clause; 1, 2 and 7 are read for one another."""
    if NUMBERED.fullmatch(word.before):
        return False
    if re.search(r"\d\.$", before):
        return _begins_sentence(word.after)
    return re.search(r"[A-Za-z][.,;:!?”\")\]]+$", before) is not None and not NOT_BEFORE.search(before)


def _is_open(text: str, mark: str) -> bool:
    """Whether a quotation that ``mark`` would close is open at the end of ``text``, which starts anywhere."""
    opening, closing = OPEN_DOUBLE if mark in DOUBLE else OPEN_SINGLE
    opened = [m.end() for m in opening.finditer(text)]
    return bool(opened) and closing.search(text, opened[-1]) is None
