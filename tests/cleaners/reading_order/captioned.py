"""Pages with a caption, and the cells that are found on a page."""

from cleaners.page import Rule, Token
from tests.cleaners.pages import Run, document

PARTIES: list[Run] = [
    (72.0, 200.0, "JANE ROE,"),
    (120.0, 214.0, "Plaintiff,"),
    (100.0, 228.0, "v."),
    (72.0, 242.0, "ACME CORP.,"),
    (120.0, 256.0, "Defendant."),
]
LEFT = "JANE ROE,\nPlaintiff,\nv.\nACME CORP.,\nDefendant."
NUMBER: Run = (360.0, 214.0, "No. 30-cv-1234")
COLUMN: list[Run] = [(310.0, middle, ")") for _, middle, _ in PARTIES]


def cells(page: list[Token], *rules: Rule, kind: str = "cell") -> list[str]:
    read = document(page, rules=rules)
    return [read.source[z.start : z.end] for z in read.pages[0].zones if z.kind == kind]


def rows(top: float, across: tuple[float, ...], *texts: str, pitch: float = 14.0) -> list[Run]:
    """Lines of cells that stand at these left edges, parted by bars; an empty one is a gap."""
    return [
        (left, top + pitch * number, text)
        for number, line in enumerate(texts)
        for left, text in zip(across, line.split("|"), strict=False)
        if text
    ]
