"""Lines low on a page that are its text: of a note, or of what runs on below the last margin number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from statistics import median

from cleaners.lexicon import is_word
from cleaners.line import Line
from cleaners.patterns import pattern
from cleaners.typesetting.pairs import DANGLING

FEWEST_SMALL = 7
"""Words in small letters; no footer has so many."""

SOLID = 0.8
"""Type sizes between two lines of single-spaced text at most."""
FEWEST_OVER = 3
"""Lines over another that tell how the text is set."""
SAME_SIZE, FLUSH, EVEN = 0.6, 3.0, 0.1
"""Points by which lines of one text differ at most in size and at the left; the share of their distance."""
SAME_READ = 0.25
"""The share of its size by which OCR's boxes of a line may be higher than those of the line above: they end
with the ink, so a line without tall letters is lower."""

FEWEST_BELOW = 4
"""Words of a sentence's end that a dump has put below the last number of bare text; a footer is a title."""

LONGEST_SMALL = 3
"""Letters of the small words of a title (``and``, ``for``); a shorter scrap may be a typist's."""

SENTENCE = pattern(r"[a-z)”\"][.;,:]+[”\"]?(?=\s|$)")
CITED = pattern(r"\b\d{4}\)+[.,;]")
"""How a citation ends (``Poe v. Doe, 20 Cal. 3d 25, 48 (1977)).``), and no footer does."""


def solid_blocks(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Lines in runs that no gap parts."""
    run: list[Line] = []
    for line in lines:
        if run and line.words and not _is_solid(run[-1], line):
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _is_solid(above: Line, line: Line) -> bool:
    """Whether no gap parts a line from the one above."""
    return line.top - above.bottom <= SOLID * line.size


def is_prose(text: str, *, fewest: int = 7) -> bool:
    """Whether text runs in sentences: most words in small letters, and a stop or comma among them."""
    small, words = _small_words(text)
    return words >= fewest and small > 0.55 * words and SENTENCE.search(text) is not None


def runs_small(text: str) -> bool:
    """Whether hardly a word of many is a name's or a title's."""
    small, words = _small_words(text)
    return small >= FEWEST_SMALL and small > 0.8 * words


def _small_words(text: str) -> tuple[int, int]:
    """How many words of two letters or more are in small letters, and how many there are."""
    words: list[str] = re.findall(r"[^\W\d_]{2,}", text)
    return sum(word.islower() for word in words), len(words)


def is_sentence(text: str) -> bool:
    """Whether a line is a sentence's, its middle or last words too: no footer begins with a small letter, and
    one that breaks off (``Motion for`` / ``Judgment``) has capitals but in small words."""
    words = text.split()
    begins = words[0].isalpha() and words[0].islower()
    if begins and len(words[0]) > LONGEST_SMALL and len(words) > 1 and is_word(words[0]):
        return True
    if DANGLING.search(text) and any(w.isalpha() and w.islower() and len(w) > LONGEST_SMALL for w in words):
        return True
    ended = words[-1].endswith((".", ";", ",", ":")) and any(w.isalpha() and w.islower() for w in words)
    cited = CITED.search(text) is not None
    return is_prose(text, fewest=FEWEST_BELOW) or (len(words) >= FEWEST_BELOW and (begins or ended or cited))


def are_alike(one: Line, two: Line) -> bool:
    """Whether two lines are set in type of one size."""
    return abs(one.size - two.size) < SAME_SIZE


def goes_on(line: Line, text: Sequence[Line], pitch: float) -> bool:
    """Whether a line goes on below lines of the text, in their type, from where they begin and as far down as
    they do, or as the page's numbers, and no farther than these: ``pitch``, in points, 0 if unknown."""
    over = [one for one in text if line.words and one.left < line.right and line.left < one.right]
    if len(over) < FEWEST_OVER:
        return False
    *_, third, second, above = over
    starts = [word.left for one in (third, second, above) for word in one.words[:2]]  # a number before
    flush = any(abs(line.left - start) < FLUSH for start in starts)
    feet = [median(word.bottom for word in one.words) for one in (second, above, line)]
    down = feet[2] - feet[1]
    even = any(abs(down - step) < EVEN * step for step in (feet[1] - feet[0], pitch))
    if pitch and down > (1 + EVEN) * pitch:
        return False
    read = line.page.method == "ocr" and abs(line.size - above.size) < SAME_READ * line.size
    return even and flush and (read or are_alike(line, above)) and above.top < line.top
