"""Small filings, and ways to run them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas

PLEADING = "\n".join(
    f"{number} {words}"
    for number, words in enumerate(
        ["Plaintiff Acme Widgets moves for summary", "judgment on its claim. The motion is", "GRANTED."], 1
    )
)


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """A folder with two text filings, one of them in a subfolder."""
    folder = tmp_path / "inbox"
    (folder / "motions").mkdir(parents=True)
    (folder / "order.txt").write_text(PLEADING)
    (folder / "motions" / "brief.txt").write_text(PLEADING.replace("GRANTED", "DENIED"))
    return folder


@pytest.fixture
def outbox(tmp_path: Path) -> Path:
    return tmp_path / "outbox"


@pytest.fixture
def make_pdf() -> Callable[[Path, int], Path]:
    """Writes a born-digital PDF of so many pages."""

    def make(path: Path, pages: int) -> Path:
        canvas = Canvas(str(path), pagesize=letter)
        for number in range(1, pages + 1):
            canvas.drawString(
                72, 700, f"Page {number} of the order says that the motion to compel is granted."
            )
            canvas.drawString(72, 684, "The parties shall confer about the schedule within fourteen days.")
            canvas.showPage()
        canvas.save()
        return path

    return make
