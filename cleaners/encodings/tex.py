r"""TeX that a converter (Mathpix, Nougat) wrote for a page: commands for headings, formulas for signs.

``\section{II. Costs}`` is a heading, ``\(\S 1920\)`` a section sign and ``\({ }^{2}\)`` the call of a note.
What stands in a command's braces stays; commands, braces and the signs round a formula go.
"""

from __future__ import annotations

from collections.abc import Iterator

from cleaners.patterns import pattern
from cleaners.pieces import Edit

REASON = "markup"

GATE = pattern(r"\\(?:[({]|[a-z]{2,}\*?\s*\{)")

COMMAND = pattern(
    r"\\(?:title|author|date|(?:sub)*section|paragraph|caption|footnotetext|text(?:bf|it|rm|sc|tt)?|"
    r"math(?:rm|bf|it|sf)|operatorname|underline|emph)\*?\s*\{"
)
LONGEST = 600
"""Characters in a command's braces: a heading's, at most."""

FORMULA = pattern(r"\\\((?P<inside>(?:(?!\\[()])[^\n]){1,200}?)\\\)")
CALL = pattern(r" ?(?:\{ ?\})?\s?\^\s?\{\s?(?P<mark>\d{1,3}|[*†‡]{1,3}|st|nd|rd|th)\s?\}")
SIGNS = pattern(r"\\(?P<letter>[SP])(?![a-zA-Z])")

SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def tex_edits(text: str) -> Iterator[Edit]:
    """What TeX wrote, to be taken out or to become the sign that it stands for."""
    if not GATE.search(text):
        return
    for match in COMMAND.finditer(text):
        if end := _closing(text, match.end()):
            yield Edit(*match.span(), "", REASON)
            yield Edit(end, end + 1, "", REASON)
    for match in FORMULA.finditer(text):
        start, low = match.span()[0], match.start("inside")
        calls = list(CALL.finditer(text, low, match.end("inside")))
        alone = calls and not text[low : calls[0].start()].strip()
        before = text[start - 1 : start] if alone else ""
        yield Edit(start - (before == " "), low, "", REASON)
        yield Edit(match.end("inside"), match.end(), "", REASON)
        for call in calls:
            opens = alone and before in ("", "\n") and text[match.end() : match.end() + 1] != " "
            insert = call["mark"].translate(SUPERSCRIPTS) + (" " if opens else "")
            yield Edit(*call.span(), insert, "raised in the text")
        for sign in SIGNS.finditer(text, low, match.end("inside")):
            yield Edit(*sign.span(), "§" if sign["letter"] == "S" else "¶", "sign")


def _closing(text: str, at: int) -> int:
    """Where the brace is closed that was opened before ``at``; 0 if it is not."""
    depth = 1
    for index in range(at, min(len(text), at + LONGEST)):
        depth += (text[index] == "{") - (text[index] == "}")
        if not depth:
            return index
    return 0
