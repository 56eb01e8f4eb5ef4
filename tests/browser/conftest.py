"""The review pages of some fixtures."""

import shutil
from pathlib import Path

import pytest

from flows.batch import clean_batch
from flows.boxes.inbox import jobs_in
from flows.review.html import write_review

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures" / "filings"
EVIL = (
    "<script>document.title = 'owned'</script> <img src=x onerror=\"document.title='owned'\"> & 'so' \"on\"\n"
)
EVIL_NAME = "evil <b onclick=x>'%23.txt"


@pytest.fixture(scope="session")
def outbox(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An outbox with its review: a pleading, a photograph, a text, an attack, and a filing that failed."""
    inbox = tmp_path_factory.mktemp("inbox")
    for name in ("pleading.pdf", "certificate.jpg", "numbered.txt"):
        shutil.copy(FIXTURES / name, inbox)
    shutil.copy(FIXTURES.parent / "unfit" / "truncated.pdf", inbox)
    (inbox / EVIL_NAME).write_text(EVIL)
    folder = tmp_path_factory.mktemp("out") / "outbox"
    clean_batch(jobs_in([inbox], folder), folder)
    write_review(folder)
    return folder
