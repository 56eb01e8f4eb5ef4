"""Clean text as Markdown: headings, lists, quotations, tables and footnotes, as chunkers know them.

Footnotes are those of Pandoc and GitHub (``[^1]`` and ``[^1]: ...``), which the clean text has already.
"""

import re
from collections.abc import Iterator

from flows.records import Record

SPECIAL = re.compile(r"\[\^[^\]\s]{1,4}\]|([\\`*_<>|~]|&(?=#?\w+;)|\](?=[(\[:]))")
"""What Markdown would take for its own, a link's and a definition's bracket too; the calls of footnotes are
to be."""
OPENING = re.compile(
    r"^(\d{1,9}(?=[.)](?:\s|$))|(?=\[\^[^\]\s]{1,4}\]:|#{1,6}(?:\s|$)|[+-](?:\s|$)|-[-\s]*$|=+$))"
)
"""At a line's start, what would make a list, a heading, a rule or a note of it: ``1986. The``, ``# 4``."""
CLOSING = re.compile(r"(#+)$")
"""At the end of a heading, what Markdown would drop."""
NOTE = re.compile(r"\[\^[^\]\s]{1,4}\](?=:)")
CALL = re.compile(r"\[\^[^\]\s]{1,4}\](?!:)")
NUMBERED = re.compile(r"(\d{1,9})([.)])\s+")
LEVELS = (
    (re.compile(r"[IVXL]+\. "), 2),
    (re.compile(r"[A-Z][.)] "), 3),
    (re.compile(r"\d+[.)] "), 4),
    (re.compile(r"(?:\(?[a-z]+[.)]|\(\d+\)) "), 5),
)
"""A heading's level by its number, as briefs count: I., A., 1., a."""
BULLET = re.compile(r"[•·▪●○■] +")
MARKS = {
    "item": re.compile(rf"{NUMBERED.pattern}|{BULLET.pattern}"),
    "footnote": re.compile(r"\[\^[^\]\s]{1,4}\]: +"),
    "speech": re.compile(r"[QA]\.(?= )|[A-Z][A-Z.'’ -]*:"),
}
"""What blocks of a kind begin with."""


def as_markdown(record: Record) -> str:
    """The filing in Markdown; its words are the clean text's, in its order.

    A number stays the one that is printed: a list counts on by itself, so an item whose number does not
    follow from the one before is none. A note that nothing calls stays in the text: renderers drop it.
    """
    called = set(CALL.findall(record.text))
    parts: list[str] = []
    last, in_note = "", False
    for start, end, kind in record.blocks:
        lines = [line for line in map(str.strip, record.text[start:end].split("\n")) if line]
        counts = kind == "item" and _counts_on(lines[0], last)
        if label := NOTE.match(lines[0]):
            in_note = label[0] in called
        stands = {"item": counts, "footnote": in_note}.get(kind, True)
        parts.append(_block(lines, kind if stands else "paragraph"))
        last = lines[0] if counts else ""
    return "\n\n".join(parts) + "\n" if parts else ""


def _counts_on(item: str, last: str) -> bool:
    """Whether an item is the next after ``last``, or begins a list."""
    one, two = NUMBERED.match(last), NUMBERED.match(item)
    if not two:
        return BULLET.match(item) is not None
    return not one or (int(two[1]), two[2]) == (int(one[1]) + 1, one[2])


def _block(lines: list[str], kind: str) -> str:
    if kind == "table":
        return "\n".join(_table(lines))
    if kind == "heading":
        text = CLOSING.sub(r"\\\1", " ".join(map(_escaped, lines)))
        return f"{'#' * _level(text)} {text}"
    mark = MARKS[kind].match(lines[0]) if kind in MARKS else None
    opens = mark[0] if mark else ""
    first, *others = [lines[0][len(opens) :], *lines[1:]]
    hangs = ""
    match kind:
        case "quotation":
            opens = hangs = "> "
        case "item":
            opens = "- " if BULLET.match(opens) else opens
            hangs = " " * len(opens)
        case "footnote":
            hangs = "    "
            opens = opens or hangs
        case "speech" if opens:
            opens = f"**{_escaped(opens)}**"
    body = first if kind == "speech" and mark else _opened(first)
    return opens + f"\\\n{hangs}".join([body, *map(_opened, others)])


def _table(lines: list[str]) -> Iterator[str]:
    """Rows of one width under a header that is empty: which row names the columns, the page does not say."""
    rows = [[_escaped(cell) for cell in line.split("\t")] for line in lines]
    width = max(map(len, rows))
    yield "|" + "   |" * width
    yield "|" + " - |" * width
    for row in rows:
        yield "| " + " | ".join(row + [""] * (width - len(row))) + " |"


def _level(text: str) -> int:
    return next((level for form, level in LEVELS if form.match(text)), 2)


def _escaped(text: str) -> str:
    return SPECIAL.sub(lambda m: f"\\{m[1]}" if m[1] else m[0], text)


def _opened(line: str) -> str:
    """A line escaped, and kept from looking like the beginning of something else."""
    return OPENING.sub(r"\1\\", _escaped(line), count=1)
