"""Words and boxes out of TSV, the form that both Tesseract and ``pdftotext -tsv`` print.

Both give a row a word (level 5) with the same columns; they differ in the unit (pixels or points), in the
scale of ``conf`` and in the order of the block and paragraph numbers, which serve only to tell lines apart.
"""

from cleaners.page import Token
from cleaners.tuple_makers import maker

BLANKS = " \t\r\xa0"
"""What may stand round a word. Of the control characters that Python counts as blanks some are letters in
fonts that say nothing of their codes (``\\x1c``, TeX's fi)."""

_token = maker(Token)


def tokens_by_page(tsv: str, scale: float = 1.0) -> dict[int, list[Token]]:
    """The words of each page (counted from 1), boxes multiplied by ``scale`` to be points.

    Raises ValueError for what is no such TSV: a program that printed nothing has not found an empty page.
    """
    if not tsv.startswith("level\t"):
        raise ValueError("it printed what is no table of words")
    pages: dict[int, list[Token]] = {}
    rows: dict[tuple[str, ...], int] = {}
    for line in tsv.split("\n"):
        if not line.startswith("5\t"):
            continue
        cells = line.split("\t", 11)
        if len(cells) < 12 or not (text := cells[11].strip(BLANKS)):
            continue
        _, page, block, paragraph, number, _, left, top, width, height, confidence, _ = cells
        x, y = float(left) * scale, float(top) * scale
        right, bottom = x + float(width) * scale, y + float(height) * scale
        row = rows.setdefault((page, block, paragraph, number), len(rows) + 1)
        token = _token((text, x, y, right, bottom, max(0.0, float(confidence)) / 100, row))
        pages.setdefault(int(page), []).append(token)
    return pages
