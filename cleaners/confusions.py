"""Letters that OCR confuses, where nothing else could have been printed.

Court filings print neither upright bars nor braces in their sentences. A bar that stands for a word is the
pronoun, braces are parentheses, and in a transcript ``QO.`` is the question's Q; between ``a.`` and ``c.`` of
a list stands ``b.``. Nothing else is changed: a letter that merely looks unlikely is left as read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaners.document import Document, cleaned
from cleaners.lexicon import is_word
from cleaners.list_letters import find_list_letters
from cleaners.pieces import Edit

REASON = "OCR confusion"

BAR = re.compile(r"(?<![|\\\w])\\?\|(?P<rest>[a-z’']+)?(?![|\w])")
BRACE = re.compile(r"[{}]")
BRACES = str.maketrans("{}", "()")
NEXT = re.compile(r"[ \t]+[a-z]")
SPEECH = re.compile(r"^(?P<q>QO|Qo|OQ|Q0)\.(?=[ \t]+[A-Z])", re.MULTILINE)
QUESTIONS = re.compile(r"^[ \t]*Q\.[ \t]", re.MULTILINE)
VERSUS = re.compile(r"^[ \t]*(?P<v>Vv|VV|vV)\.(?=[ \t]*$)", re.MULTILINE)


def fix_confusions(text: str) -> str:
    """Put right the letters that OCR confuses beyond doubt.

    >>> fix_confusions("and | know that |f the motion {as filed} is granted")
    'and I know that If the motion (as filed) is granted'

    Left alone: a bar between columns or at a line's end, and digits and names whatever they look like.

    >>> fix_confusions("Roe | 1 | Doe |\\nIlIston")
    'Roe | 1 | Doe |\\nIlIston'
    """
    return cleaned(text, find_confusions, by="confusions")


def find_confusions(document: Document) -> Iterator[Edit]:
    """Bars and braces; on pages with boxes only where they were read by OCR."""
    letters = {edit.start: edit for edit in find_list_letters(document)}
    yield from letters.values()
    questions = len(QUESTIONS.findall(document.text)) > 2
    for line in document.lines:
        if line.page.has_boxes and line.page.method != "ocr":
            continue
        if line.words and line.words[0].start in letters:
            continue
        if "|" in line.text:
            yield from _bars(line.text, line.start)
        for brace in BRACE.finditer(line.text):
            at = line.start + brace.start()
            yield Edit(at, at + 1, brace[0].translate(BRACES), REASON)
        if questions and (match := SPEECH.match(line.text.lstrip())):
            at = line.start + len(line.text) - len(line.text.lstrip())
            yield Edit(at, at + match.end("q"), "Q", REASON)
        if match := VERSUS.match(line.text):
            yield Edit(line.start + match.start("v"), line.start + match.end("v"), "v", REASON)


def _bars(text: str, start: int) -> Iterator[Edit]:
    for match in BAR.finditer(text):
        rest = match["rest"] or ""
        begin = start + match.start()
        if not rest:
            if NEXT.match(text, match.end()):
                yield Edit(begin, start + match.end(), "I", REASON)
        elif rest[0] in "’'" or is_word("i" + rest):
            yield Edit(begin, start + match.start("rest"), "I", REASON)
        elif is_word(rest):
            yield Edit(begin, start + match.start("rest"), "I ", REASON)
