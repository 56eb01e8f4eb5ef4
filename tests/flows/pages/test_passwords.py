"""Encrypted PDFs: read with a known password, refused without; and no password is told to anybody."""

from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from fixtures.forge.hostile.objects import LINES
from fixtures.forge.hostile.pdfs import encrypted
from flows.cli import main
from flows.errors import UnfitFiling
from flows.pages.passwords import PASSWORDS
from flows.reading import read_filing
from flows.records import load_record

RIGHT, WRONG = "Öffne dich 7!", "wide shut"


@pytest.fixture(autouse=True)
def _no_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a test sets is gone after it."""
    monkeypatch.setenv(PASSWORDS, "")


@pytest.fixture
def filing(tmp_path: Path) -> Path:
    path = tmp_path / "inbox" / "sealed.pdf"
    path.parent.mkdir()
    path.write_bytes(encrypted(RIGHT))
    return path


def listed(tmp_path: Path, *passwords: str) -> Path:
    """A file of passwords."""
    file = tmp_path / "passwords.txt"
    file.write_text("".join(f"{password}\n" for password in passwords), "utf-8")
    return file


def run(command: str, *arguments: object) -> Result:
    return CliRunner().invoke(main, [command, *map(str, arguments)])


def everything_told(outbox: Path, *said: Result) -> bytes:
    files = b"".join(path.read_bytes() for path in outbox.rglob("*") if path.is_file())
    return files + "".join(result.output for result in said).encode()


def test_a_pdf_is_read_with_the_password_that_opens_it(filing: Path, outbox: Path, tmp_path: Path) -> None:
    before = filing.read_bytes()
    done = run("run", filing, "--out", outbox, "--passwords", listed(tmp_path, WRONG, RIGHT), "--review")
    assert done.exit_code == 0, done.output
    assert (outbox / "sealed.pdf.txt").read_text("utf-8").split() == " ".join(LINES).split()
    assert load_record(outbox / "sealed.pdf.json").source.sha256 == sha256(before).hexdigest()
    assert "data:image/webp" in (outbox / "review" / "sealed.pdf.html").read_text("utf-8")
    assert filing.read_bytes() == before
    told = everything_told(outbox, done)
    assert not [word for password in (RIGHT, WRONG) for word in password.split() if word.encode() in told]


def test_without_it_the_pdf_is_refused_and_can_be_tried_again(
    filing: Path, outbox: Path, tmp_path: Path
) -> None:
    unasked = run("run", filing, "--out", outbox)
    assert "the PDF is encrypted; put its password into a file" in unasked.output
    wrong = run("retry", outbox, "--passwords", listed(tmp_path, WRONG, "shut"))
    assert (unasked.exit_code, wrong.exit_code) == (1, 1)
    assert "none of the known passwords (2) opens it" in wrong.output
    assert "clean-filings retry" in wrong.output
    assert WRONG.encode() not in everything_told(outbox, unasked, wrong)
    assert run("retry", outbox, "--passwords", listed(tmp_path, RIGHT)).exit_code == 0


def test_one_that_anybody_may_open_needs_none(filing: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filing.write_bytes(encrypted("", may=0))
    monkeypatch.setenv(PASSWORDS, "/no/such/file")
    assert read_filing(filing).source.split() == " ".join(LINES).split()


def test_passwords_that_cannot_be_read_are_no_fault_of_the_pdf(
    filing: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(PASSWORDS, "/no/such/file")
    with pytest.raises(UnfitFiling, match="file of passwords cannot be read") as caught:
        read_filing(filing)
    assert caught.value.passing


def test_a_file_of_passwords_that_is_missing_is_told_of_at_once(filing: Path, outbox: Path) -> None:
    done = run("run", filing, "--out", outbox, "--passwords", outbox / "none.txt")
    assert (done.exit_code, "cannot be read" in done.output) == (2, True)
    assert not outbox.exists()
