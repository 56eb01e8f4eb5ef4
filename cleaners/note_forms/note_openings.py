"""How a line opens a footnote: a raised number, a symbol, a written label, or what OCR makes of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from cleaners.line import Line
from cleaners.page import Word
from cleaners.patterns import pattern

LABEL = pattern(r"\[\^([^\]\s]{1,4})\]:")
SYMBOL = pattern(r"\*{1,4}(?!\w*\*)|[†‡]{1,3}")
"""No section sign: a note's own lines begin with one (``42 U.S.C. / § 1983``), and no court has been seen
to mark a note with it."""

NUMBER = pattern(r"\d{1,3}(?=\D|$)")
GLUED = pattern(r"\d{1,3}(?=[A-Z“\"‘'])")
MISREAD = pattern(r"[^\w\s(){}—–\-|_/\\§¶•$#]{1,3}|['’‘\"“”°*]?[a-zA-Z\d]")
"""What Tesseract makes of a raised number: ``'``, ``?``, ``!``, ``°``, ``®``, ``'?`` for 12, or a letter."""

NOT_MISREAD = frozenset("IAa")

STROKE = pattern(r"[|\]\[!](?=\s+[A-Z“\"‘'(\[])")
"""What Tesseract makes of a note's 1 that is not raised; no sentence begins with it."""

MISREAD_GLUED = pattern(r"(?:['’‘\"“”°*]{2,3}|(?P<quote>[“\"‘']))(?=[A-Z])")
OPENED = pattern(r"(?<![\w.,;:!?])[“\"‘'](?=\w)")
CLOSED = {
    "“": pattern(r"(?<=[\w.,;:!?)\]])[”\"](?!\w)"),
    "‘": pattern(r"(?<=[\w.,;:!?)\]])[’'](?!\w)"),
}
CONTINUED = pattern(r".{0,6}\(?[. ,]{0,6}continued[. ]{0,5}[)|. ]{0,4}", re.IGNORECASE)
"""WordPerfect's notices on a note that runs over the page end: ``(continued...)``, ``7(...continued)``."""

BLANK = 0.22
"""A blank's width to its line's height is more (0.28 in Times); a call follows its word without one, by 0.2
where a bent page is stretched."""

RAISED = 0.84
"""A marker's height to its line's: Word sets superscripts at 0.67, OCR boxes of digits in text reach 0.95."""


def is_raised(line: Line) -> bool:
    """Whether the line begins with a number smaller and higher than what follows it."""
    if len(line.words) < 2 or not NUMBER.fullmatch(line.text_of(line.words[0])):
        return False
    return _is_small_and_high(line)


def _is_small_and_high(line: Line) -> bool:
    first, *others = line.words
    second = next((w for w in others if any(map(str.isalnum, line.text_of(w)))), others[0])  # no speck
    return first.height < RAISED * second.height and first.bottom < second.bottom - 0.1 * second.height


def symbol_of(line: Line) -> str | None:
    """The symbol that the line begins with, if words follow it (``* * *`` marks an omission)."""
    match = SYMBOL.match(line.text_of(line.words[0])) if line.words else None
    if match is None:
        return None
    rest = line.text[line.words[0].start - line.start + match.end() :].lstrip()
    return match[0] if re.match(r"[A-Z“\"‘'(\[]", rest) else None


def misread_marker(line: Line) -> Word | None:
    """The first word of an OCR line, if it is a raised number that was misread."""
    if line.page.method != "ocr" or len(line.words) < 2:
        return None
    first = line.words[0]
    text = line.text_of(first)
    low = median(word.bottom for word in line.words[1:])
    small = first.height < 0.8 * line.size and first.bottom < low - 1.5
    return first if small and MISREAD.fullmatch(text) and text not in NOT_MISREAD else None


def marker_end(line: Line, lines: Sequence[Line]) -> int | None:
    """Where the misread marker of a note ends that an OCR line opens, one of these lines of its page."""
    if word := misread_marker(line):
        return word.end
    if is_stroke(line):
        return line.words[0].end
    signs = _glued_signs(line, lines)
    return line.words[0].start + signs if signs else None


def is_stroke(line: Line) -> bool:
    """Whether an OCR line opens with a stroke, which can only be a 1."""
    return line.page.method == "ocr" and bool(line.words) and STROKE.match(line.text) is not None


def _glued_signs(line: Line, lines: Sequence[Line]) -> int:
    """How many signs a misread number has at the word that it is run into: two, or a quotation mark that
    nothing closes before the next opens (``“The motion says it was “timely filed.”``)."""
    match = MISREAD_GLUED.match(line.text_of(line.words[0])) if line.page.method == "ocr" else None
    if match is None:
        return 0
    if match["quote"]:
        begin = line.words[0].start - line.start + match.end()
        rest = line.text[begin:] + " ".join(after.text for after in lines if after.top > line.top)
        closing = CLOSED["“" if match["quote"] in '“"' else "‘"]
        opened, closed = OPENED.search(rest), closing.search(rest)
        if closed and (opened is None or closed.start() < opened.start()):
            return 0
    return match.end()


def called_numbers(line: Line, lines: Sequence[Line]) -> list[int]:
    """The raised numbers at the ends of words in the lines of a page above a line, in order."""
    return [
        int(other.text_of(word))
        for other in lines
        if other.words and other.top < line.top
        for before, word in pairwise(other.words)
        if word.bottom < before.bottom
        and word.height < RAISED * other.size
        and word.left - before.right < BLANK * other.size
        and NUMBER.fullmatch(other.text_of(word))
    ]


def is_called_above(symbol: str, note: Line, lines: Sequence[Line]) -> bool:
    """Whether a line above ends a word with the mark; OCR drops a star too often to ask for it."""
    if note.page.method == "ocr" and not symbol.isdigit():
        return True
    for line in lines:
        for index, word in enumerate(line.words):
            text = line.text_of(word)
            if line.top < note.top and text.rstrip(",;.").endswith(symbol) and (index or text != symbol):
                return True
    return False


def opens_with_marker(line: Line) -> bool:
    """Whether a line begins with what can only be a note's marker, whatever its number."""
    return bool(LABEL.match(line.text) or symbol_of(line)) or is_raised(line)


def is_unfinished(line: Line) -> bool:
    """Whether a note's last line on a page ends within a sentence."""
    ending = re.search(r"[.!?][”’\"')\]]*$", line.text.rstrip())
    return ending is None or CONTINUED.fullmatch(line.text.strip()) is not None


def is_smaller(part: Sequence[Line], lines: Sequence[Line]) -> bool:
    """Whether a page's last lines are set in smaller type or closer together than those before them."""
    body = [line for line in lines if line.top < part[0].top and len(line.words) > 4]
    if not body:
        return True
    small = median(line.size for line in part) < 0.95 * median(line.size for line in body)
    return small or (len(part) > 1 and len(body) > 1 and _leading(part) < 0.8 * _leading(body))


def _leading(lines: Sequence[Line]) -> float:
    return median(two.top - one.top for one, two in pairwise(lines))
