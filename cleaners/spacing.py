"""Blanks where none were printed, and none where one was.

Letter-spaced headings come out of a text layer as letters (``C O U R T``), small capitals and kerned type
as pieces (``APPE ALS``), OCR drops a blank (``ofthe``) or sets one before a comma. Blanks are added or
taken away only on a word list's evidence: a court's words, names and citations are not to be guessed at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import pairwise

from cleaners.document import Document, cleaned
from cleaners.lexicon import common, is_word
from cleaners.pagination.run_together import find_line_ends
from cleaners.patterns import on_lines, pattern, places
from cleaners.pieces import Edit, apart
from cleaners.word_spacing.ellipses import find_ellipses
from cleaners.word_spacing.glued import (
    FUNCTION,
    LONGEST_WORD,
    find_glued,
    find_read_close,
    may_be_glued,
    misparted,
    parted,
    printed_apart,
)
from cleaners.word_spacing.tokens import judged

# A text is searched for what is rare in it: forms begin with that, and look behind for what precedes it.
_RUN = pattern(r"[ \t](?:[ \t]+|(?=[\n\f]|\Z))")
_AFTER_BLANK = pattern(
    r"[,;.](?:(?<!\.)(?=\s|\Z)|(?<=\.)(?=(?:[ \n]+[A-Z“\"]|[ \t]*(?:[\n\f]|\Z))(?!\s*\.)))"
)
# `U .S. C` is a blank out of place; `U. S. Reports` and `J. R. Roe` are how they are printed.
_INITIALS = pattern(r"[A-Z](?=[ .])(?<![\w.].)(?: \.[A-Z]|\.[A-Z](?= \.)| \. [A-Z](?= ?\.))+(?: ?\.)?(?!\w)")
_AFTER_LETTER = pattern(  # what follows the first of single letters
    r" (?<=[A-Za-z] )(?<![^\s(“\"\[][A-Za-z] )[ ]{0,7}[A-Za-z](?:[ ]{1,8}[A-Za-z])+(?![^\s,.;:)\]”\"])"
)
_ALONE = r"(?<![^\s(“\"‘\[–—])(?:%s)(?![^\s,.;:)\]”\"’?!–—]|[.:]\w)"
_WORD = pattern(_ALONE % "[A-Za-z]+")
_BROKEN = pattern(_ALONE % "[A-Za-z]{2,}|[A-Za-z](?= [A-Za-z]{2})")
"""A word, or its first letter: a letter before another is letter-spacing."""
_LOOKS_ON = 3
"""Characters behind a token that it asks for."""
# `841 (b) (1)`, `13-106 (A) -DOC`, `order. ”`: typewriter faces and kerning part what was printed close.
_SUBSECTIONS = pattern(r"\d(?<!\w.)\d{0,4}[a-z]?(?: ?\((?:\d{1,2}|[A-Za-z]|[ivx]{1,5})\)){2,}")
_DOCKET_TAIL = pattern(
    r" (?:(?=\([A-Z]\) ?-[A-Z]{2,4}\b)(?<=\d )|(?=-[A-Z]{2,4}\b)(?:(?<=\d\([A-Z]\) )|(?<=\d \([A-Z]\) )))"
)
_AT = pattern(r"@(?:(?<=[\w-]@)|(?<=[\w-] @)) ?(?=[\w-]+(?:\.[\w-]+)+)")
_AFTER_QUOTED = pattern(r"”(?<=[^\s.][.,] .)")
_MOST_PIECES = 4
_NAMES_LETTER = pattern(
    r"(?:\b(?i:exhibits?|exs?\.|exhs?\.|appendix|appendices|attachments?|att\.|annex|addend(?:um|a)|schedules?|tabs?|"
    r"parts?|class(?:es)?|counts?|divisions?|groups?|items?|lots?|parcels?|phases?|plan|sections?|tracts?|type|"
    r"units?|[md]rs?\.|ms\.)|(?<![\w.])[A-Z],? (?:and|or|to|through|&)) $"
)
"""What stands before a letter that is a name: of an exhibit, the next one, who is called by an initial."""


def repair_spacing(text: str) -> str:
    """Text with one blank between words and none inside them.

    Runs of blanks become one (a tab in them stays, alone: it parts cells), blanks at a line's end go.
    Letter-spaced words close up where that makes words; a word in pieces where the whole is a word and a
    piece is not; two words run together part where both are common and the whole is none.

    Left alone: an indent, which shows where a paragraph begins; initials and abbreviations, names,
    citations, ellipses (``. . .``), lists of letters (``Exhibits A B C``), whatever holds a figure.

    >>> repair_spacing("U .S. C O U R T OF APPE ALS  for the Ninth Circuit ,")
    'U.S. COURT OF APPEALS for the Ninth Circuit,'
    >>> repair_spacing("the terms ofthe lease . . . bind K. M. POOL; Exhibits A B C and D")
    'the terms of the lease . . . bind K. M. POOL; Exhibits A B C and D'
    """
    return cleaned(text, find_spacing, by="spacing")


def find_spacing(document: Document) -> Iterator[Edit]:
    """The blanks to change, and where one is to be put in; of letter-spaced words the whole. What is known of
    the letters beside a gap goes before what is known of its width."""
    text = document.text
    gaps: dict[int, Edit] = {}
    for edit in (
        *_runs(text, celled=document.pages[0].has_boxes),
        *_closed(text),
        *_words(document),
        *find_read_close(document),
        *find_ellipses(document),
        *_initials(text),
    ):
        gaps[edit.start] = edit
    yield from apart((*find_line_ends(document), *_letter_spaced(text), *gaps.values()))


def _runs(text: str, *, celled: bool) -> Iterator[Edit]:
    """Blanks at line ends and runs of them; where words have places, two tabs stand about an empty cell."""
    for match in on_lines(_RUN, f"{text}\n", "  ", "\t", " \n", " \f"):
        closes = text[match.end() : match.end() + 1] in ("", "\n", "\f")
        if not closes and text[match.start() - 1 : match.start()] in ("", "\n", "\f"):
            continue  # an indent
        if celled and not closes and not match[0].strip("\t"):
            continue
        insert = "" if closes else "\t" if "\t" in match[0] else " "
        yield Edit(*match.span(), insert, "blanks at a line end" if closes else "run of blanks")
    for at in places(text, " ,", " ;", " ."):
        if not _AFTER_BLANK.match(text, at + 1):
            continue
        start = end = at + 1
        while text[start - 1 : start] == " ":
            start -= 1
        before, mark = text[start - 1 : start], text[end]
        closed = before.isalpha() or before in ")]”_"
        if not (closed or (mark != "." and (before.isalnum() or before == "’"))):
            continue
        yield Edit(start, end, "", "blank before punctuation")


def _closed(text: str) -> Iterator[Edit]:
    """Blanks inside a section's number or an e-mail address, before a docket number's initials or a quote."""
    for match in on_lines(_SUBSECTIONS, text, ") (", ")("):
        for blank in re.finditer(r" ", match[0]):
            start = match.start() + blank.start()
            yield Edit(start, start + 1, "", "blank inside a section number")
    for match in on_lines(_DOCKET_TAIL, text, ")-", ") -"):
        yield Edit(match.start(), match.end(), "", "blank inside a docket number")
    for match in _AT.finditer(text):
        for start, end in ((match.start() - 1, match.start()), (match.start() + 1, match.end())):
            if text[start:end] == " ":
                yield Edit(start, end, "", "blank inside an e-mail address")
    for match in _AFTER_QUOTED.finditer(text):
        yield Edit(match.start() - 1, match.start(), "", "blank before punctuation")


def _initials(text: str) -> Iterator[Edit]:
    """``U .S.``, ``U . S . C .``: initials with blanks before their points."""
    for match in on_lines(_INITIALS, text, " ."):
        if " ." in match[0] and match[0].count(".") >= 2:
            for blank in re.finditer(r" ", match[0]):
                at = match.start() + blank.start()
                yield Edit(at, at + 1, "", "letter-spacing")


# -- letter-spacing ------------------------------------------------------------------------------------


def _letter_spaced(text: str) -> Iterator[Edit]:
    """The words that are spelled in single letters, each as a whole, and the gaps between them."""
    for match in _AFTER_LETTER.finditer(text):
        first = match.start() - 1
        run = text[first : match.end()]
        letters = [at for at, c in enumerate(run, first) if c != " "]
        spelled = run.replace(" ", "")
        ends = _word_ends(spelled, letters)
        for begin, end in pairwise((0, *sorted(ends))):
            start, stop = letters[begin], letters[end - 1] + 1
            if stop - start > end - begin:
                yield Edit(start, stop, spelled[begin:end], "letter-spacing")
            if end < len(letters) and letters[end] - stop > 1:
                yield Edit(stop, letters[end], " ", "letter-spacing")


def _word_ends(spelled: str, places: list[int]) -> frozenset[int]:
    """After how many of the letters, which stand at these places, each word ends; empty where they are no
    words. Where the gaps are of two widths the wider ones part words."""
    if not (spelled.isupper() or spelled[1:].islower()):
        return frozenset()
    gaps = [two - one for one, two in pairwise(places)]
    narrow = min(gaps)
    cuts = [0, *(count for count, gap in enumerate(gaps, 1) if gap > narrow), len(spelled)]
    if len(cuts) > 2 and all(b - a >= 2 or spelled[a:b] in "AaI" for a, b in pairwise(cuts)):
        return frozenset(cuts[1:])
    if len(spelled) == 3 and not (common(spelled) and not _in_order(spelled)):
        return frozenset()
    return _segmented(spelled) if len(cuts) == 2 and not _in_order(spelled) else frozenset()


def _in_order(spelled: str) -> bool:
    """Letters of a list: A B C D."""
    return all(ord(two) - ord(one) == 1 for one, two in pairwise(spelled))


@lru_cache(maxsize=1 << 12)
def _segmented(spelled: str) -> frozenset[int]:
    """Where the words end that ``spelled`` is made of: as few as possible, none a lone letter but A and I."""
    best: list[tuple[float, int]] = [(0.0, 0), *[(_NO_WORD, 0)] * len(spelled)]
    for start in range(len(spelled)):
        so_far = best[start][0]
        if so_far == _NO_WORD:
            continue
        for end in range(start + 1, min(start + LONGEST_WORD, len(spelled)) + 1):
            cost = so_far + _cost(spelled[start:end])
            if cost < best[end][0]:
                best[end] = cost, start
    if best[-1][0] == _NO_WORD:
        return frozenset()
    ends, at = set(), len(spelled)
    while at:
        ends.add(at)
        at = best[at][1]
    return frozenset(ends)


_NO_WORD = float("inf")


@lru_cache(maxsize=1 << 16)
def _cost(word: str) -> float:
    if not is_word(word):
        return _NO_WORD
    return (1.0 if common(word) else 1.6) + (1.0 if len(word) == 1 else 0.5 if len(word) == 2 else 0.0)


# -- words in pieces, words run together ---------------------------------------------------------------


def _words(document: Document) -> Iterator[Edit]:
    """``APPE ALS``, ``juris diction``, ``S TATES``: pieces on one line whose whole is a word. ``ofthe``: two
    common words that make no word together."""
    text = document.text
    by_ocr = document.has_ocr
    unknown: dict[str, int] = {}
    glued: set[str] = set()

    def is_odd(token: str) -> bool:
        odd = [word for word in _WORD.findall(token) if not is_word(word)]
        unknown.update((word, parted(word)) for word in odd)
        glued.update((token,) if may_be_glued(token) else ())
        return bool(odd) or token in glued

    tokens, places = judged(text, is_odd)
    for start, end in places if glued else ():
        if text[start:end] in glued:
            yield from find_glued(text, start, end)
    apart = printed_apart(text, tokens, [word for word, at in unknown.items() if not at])
    unknown |= apart
    done = 0
    for match in _broken(text, places, unknown.keys()):
        if match.start() < done:
            continue
        whole = _whole(text, match, done)
        for one, two in pairwise(whole):
            yield Edit(one.end(), two.start(), "", "word in pieces")
            done = two.end()
        if match[0] in apart and _method(document, match.start()) == "text layer":
            continue  # a ``dataset``, whatever stands apart elsewhere
        at = unknown[match[0]]
        kept = text.startswith((" @", "]"), match.end())  # an address; an l (``origina]``)
        if by_ocr and not at and not kept and _method(document, match.start()) == "ocr":
            at = misparted(match[0])
        if not whole and at:
            yield Edit(match.start() + at, match.start() + at, " ", "glued words")


def _broken(
    text: str, places: Sequence[tuple[int, int]], unknown: AbstractSet[str]
) -> Iterator[re.Match[str]]:
    """The unknown words of the tokens that stand there; most are such a word by themselves."""
    for start, end in places:
        if text[start:end] in unknown:
            found = _BROKEN.match(text, start)
            yield from (found,) if found else ()
            continue
        for match in _BROKEN.finditer(text, start, end + _LOOKS_ON):
            if match.start() < end and match[0] in unknown:
                yield match


def _method(document: Document, offset: int) -> str:
    """How the page was read on which a character stands."""
    return document.page_at(document.source_at(offset)).method


def _whole(text: str, match: re.Match[str], first: int) -> list[re.Match[str]]:
    """The pieces round a token that make a word, the longest if there are several; empty if none do."""
    words, index = _neighbours(text, match, first)
    pieces = [word[0] for word in words]
    windows = [
        words[start:end]
        for start in range(index + 1)
        for end in range(max(index + 1, start + 2), min(len(words), start + _MOST_PIECES) + 1)
        if is_word("".join(pieces[start:end]))
        and _is_whole(pieces[start:end])
        and not (end - start == 2 and _is_letter(text, words[start], words[end - 1][0]))
    ]
    return max(windows, key=lambda w: w[-1].end() - w[0].start(), default=[])


def _is_letter(text: str, letter: re.Match[str], following: str) -> bool:
    """Whether a lone capital before a word is a letter of its own (``Exhibit B and``, ``Mr. W as well``):
    small change follows it, of which only ``T his`` can be nothing else, or what is lettered is named
    before it."""
    if len(letter[0]) > 1 or not is_word(following):
        return False
    small = following in FUNCTION and (letter[0] + following).casefold() != "this"
    return small or _NAMES_LETTER.search(text, max(0, letter.start() - 24), letter.start()) is not None


def _neighbours(text: str, match: re.Match[str], first: int) -> tuple[list[re.Match[str]], int]:
    """The tokens a single blank apart round a token that is no word, as many as a word may be in pieces, and
    its index. One of the pieces may be a word by itself: what stands behind a second is not asked for.
    No letter of a word is large but the first, or all are."""
    words, known = [match], 0
    capitals = match[0].isupper()
    if not (capitals or match[0].islower()):
        first = match.start()
    while len(words) < _MOST_PIECES and (start := _before(text, words[0].start(), first)) is not None:
        before = _WORD.match(text, start)
        if before is None or before.end() != words[0].start() - 1:
            break
        known += is_word(before[0])
        if known > 1:
            break
        words.insert(0, before)
    index, known = len(words) - 1, 0
    while len(words) - index < _MOST_PIECES and text[words[-1].end() : words[-1].end() + 1] == " ":
        after = _WORD.match(text, words[-1].end() + 1)
        if after is None or len(after[0]) > LONGEST_WORD:
            break
        if not (after[0].islower() or (capitals and after[0].isupper())):
            break
        known += is_word(after[0])
        if known > 1:
            break
        words.append(after)
    return words, index


def _before(text: str, at: int, first: int) -> int | None:
    """Where the token that ends one blank before ``at`` starts, if it may be a piece of a word."""
    if at - 1 <= first or text[at - 1] != " ":
        return None
    low = max(first, at - 1 - LONGEST_WORD)
    start = text.rfind(" ", low, at - 1) + 1 or low
    if text[start : at - 1].isalpha():
        return start
    start = at - 1
    while start > low and text[start - 1].isalpha():
        start -= 1
    return start if start < at - 1 else None


def _is_whole(pieces: list[str]) -> bool:
    """Whether the pieces, which make a word, are one. A lone letter that is a word, or small change such as
    ``of``, may stand before or after a name that no list holds; more is asked of it."""
    word = "".join(pieces)
    if not (word.isupper() or word[1:].islower()):
        return False
    if len(pieces[-1]) == 1 or (len(word) < 4 and not common(word, 100)):
        return False
    known = [p for p in pieces if is_word(p)]
    single = any(len(p) == 1 for p in pieces)
    if single and not common(word, 20_000):
        return False
    if any(len(p) == 1 and not p.isupper() for p in pieces) and not common(word):
        return False
    return len(known) <= 1 and not any(p.casefold() in FUNCTION for p in known if not common(word))
