"""Clean text as Markdown: headings, lists, quotations, tables and footnotes, as chunkers know them.

Footnotes are those of Pandoc and GitHub (``[^1]`` and ``[^1]: ...``), which the clean text has already.
"""

import re
from collections.abc import Iterator

from flows.records import Record

SPECIAL = re.compile(r"\[\^[^\]\s]{1,4}\]|([\\`*_<>|~])")
"""What Markdown would take for its own; the calls of footnotes are to be."""
OPENING = re.compile(r"([#+-])(?=\s)|(?<=\d)([.)])(?=\s)")
LEVELS = (
    (re.compile(r"[IVXL]+\. "), 2),
    (re.compile(r"[A-Z][.)] "), 3),
    (re.compile(r"\d+[.)] "), 4),
    (re.compile(r"(?:\(?[a-z]+[.)]|\(\d+\)) "), 5),
)
"""A heading's level by its number, as briefs count: I., A., 1., a."""
BULLET = re.compile(r"[•·▪●○■] *")
SPEAKER = re.compile(r"[QA]\.(?= )|[A-Z][A-Z.'’ -]*:")


def as_markdown(record: Record) -> str:
    """The filing in Markdown; its words are the clean text's, in its order."""
    parts: list[str] = []
    before = ""
    for start, end, kind in record.blocks:
        text = record.text[start:end]
        follows = kind == before == "item" or (kind == before == "footnote" and not text.startswith("[^"))
        parts.append(_block(text, kind, follows=follows))
        before = kind
    return "\n\n".join(parts) + "\n" if parts else ""


def _block(text: str, kind: str, *, follows: bool) -> str:
    if kind == "table":
        return "\n".join(_table(text))
    lines = [_escaped(line) for line in text.split("\n")]
    broken = "\\\n"  # a line end that stays one
    match kind:
        case "heading":
            made = f"{'#' * _level(text)} {' '.join(lines)}"
        case "item":
            made = BULLET.sub("- ", broken.join(lines))
        case "quotation":
            made = "\n".join(f"> {line}" for line in lines)
        case "footnote":
            made = "    " * follows + f"{broken}    ".join(lines)
        case "speech":
            made = SPEAKER.sub(r"**\g<0>**", broken.join(lines), count=1)
        case _:
            made = broken.join(map(_opened, lines))
    return made


def _table(text: str) -> Iterator[str]:
    """Rows of one width under a header that is empty: which row names the columns, the page does not say."""
    rows = [[_escaped(cell) for cell in line.split("\t")] for line in text.split("\n")]
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
    """A line that is no item, kept from looking like one: ``1986. The``, ``# 4``."""
    match = OPENING.search(line[:6])
    return f"{line[: match.start()]}\\{line[match.start() :]}" if match and _is_first(line, match) else line


def _is_first(line: str, match: re.Match[str]) -> bool:
    return line[: match.start()].isdigit() or match.start() == 0
