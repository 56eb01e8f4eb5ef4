"""The forge: what it says is on the page is on the page, and it says the same each time."""

from __future__ import annotations

import itertools
import os
import re
import subprocess
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from PIL import Image, ImageSequence

from fixtures.forge import dump, scan
from fixtures.forge.blocks import Paragraph
from fixtures.forge.catalogue import CATALOGUE, Fixture
from fixtures.forge.cipher import SHIFT
from fixtures.forge.paper import Filing, Sheet
from fixtures.forge.pleadings import ORDER, motion
from fixtures.forge.unfit import UNFIT
from tests.forge.strategies import paragraphs

FIXTURES = Path(__file__).parents[2] / "fixtures"
FILINGS, CLEAN, UNFIT_FILES = (FIXTURES / folder for folder in ("filings", "clean", "unfit"))
BORN_DIGITAL = ("pleading.pdf", "memorandum.pdf", "opinion.pdf", "hearing.pdf", "authorities.pdf")


def layer(name: str | Path, *options: str) -> str:
    """The text layer of a filing, as poppler reads it."""
    done = subprocess.run(["pdftotext", *options, FILINGS / name, "-"], capture_output=True, check=True)
    return done.stdout.decode()


def squeezed(text: str) -> str:
    """The text without what line ends change: blanks and hyphens."""
    return re.sub(r"[\s\u00ad-]+", "", text)


def is_broken(word: str, printed: str) -> bool:
    """Whether the word stands in two halves, the first at a line end with its hyphen."""
    return any(f"{word[:n].rstrip('-')}-\n" in printed and word[n:] in printed for n in range(1, len(word)))


@pytest.mark.parametrize("fixture", CATALOGUE, ids=lambda fixture: fixture.name)
def test_a_fixture_is_the_same_each_time_and_as_shipped(fixture: Fixture) -> None:
    made = fixture.make()
    assert made == fixture.make()
    assert (CLEAN / f"{fixture.name}.txt").read_text(encoding="utf-8") == fixture.clean()
    shipped = (FILINGS / fixture.name).read_bytes()
    if fixture.name.endswith(".txt"):
        assert made == shipped
    else:
        # Compressors differ in their bytes from machine to machine, not in the kind of file they make.
        assert made[:4] == shipped[:4]


@pytest.mark.parametrize(
    ("name", "complaint"),
    [
        ("empty.pdf", "stream is empty"),
        ("truncated.pdf", "trailer"),
        ("encrypted.pdf", "password"),
        ("web-page.pdf", "not be a PDF"),
        ("brief.docx", "not be a PDF"),
        ("broken.png", "not be a PDF"),
    ],
)
def test_an_unfit_file_cannot_be_opened(name: str, complaint: str) -> None:
    done = subprocess.run(["pdftotext", UNFIT_FILES / name, "-"], capture_output=True, check=False)
    assert done.returncode != 0
    assert complaint in done.stderr.decode()


def test_unfit_images_and_blank_pages_are_what_they_claim() -> None:
    assert layer(UNFIT_FILES / "blank.pdf") == "\f\f"
    with (
        pytest.raises(OSError, match=r"broken|identify|truncated"),
        Image.open(UNFIT_FILES / "broken.png") as image,
    ):
        image.load()


def test_unfit_files_are_as_made_and_each_has_its_message() -> None:
    assert {path.name for path in UNFIT_FILES.iterdir()} == {unfit.name for unfit in UNFIT}
    assert all(unfit.make() == unfit.make() and unfit.says for unfit in UNFIT)


def test_nothing_else_is_shipped_and_it_is_small() -> None:
    assert {path.name for path in FILINGS.iterdir()} == {fixture.name for fixture in CATALOGUE}
    assert {path.name for path in CLEAN.iterdir()} == {f"{fixture.name}.txt" for fixture in CATALOGUE}
    assert sum(path.stat().st_size for path in FILINGS.iterdir()) < 3_000_000


@pytest.mark.parametrize("name", BORN_DIGITAL)
def test_every_word_of_the_clean_text_is_on_the_page(name: str) -> None:
    printed = layer(name, "-layout")
    clean = re.sub(r"\[\^[^\]]+\]:?", " ", (CLEAN / f"{name}.txt").read_text(encoding="utf-8"))
    missing = [word for word in clean.split() if word not in printed and not is_broken(word, printed)]
    assert missing == []


@pytest.mark.parametrize("fixture", CATALOGUE, ids=lambda fixture: fixture.name)
def test_clean_text_keeps_the_standard(fixture: Fixture) -> None:
    clean = fixture.clean()
    assert clean.endswith("\n")
    assert not clean.endswith("\n\n")
    assert "\n\n\n" not in clean
    assert "  " not in clean
    assert not re.search(
        r"[ \t]\n|<[ib/]|[\u00ad\ufb00-\ufb06]|Page \d+ of \d+|////|^FILED", clean, re.MULTILINE
    )


def test_pleading_numbers_stand_24_points_apart_flush_right() -> None:
    rows = [line.split("\t") for line in layer("pleading.pdf", "-tsv").splitlines()[1:]]
    words = [(int(r[1]), float(r[6]), float(r[7]), float(r[8]), r[11]) for r in rows if r[0] == "5"]
    for page in (1, 2, 3, 4):
        column = sorted(
            (top, left + width, text) for p, left, top, width, text in words if p == page and left < 96
        )
        assert [text for _, _, text in column] == [str(n) for n in range(1, 29)]
        assert {round(right) for _, right, _ in column} == {94}
        assert {round(b[0] - a[0]) for a, b in itertools.pairwise(column)} == {24}


def test_a_long_note_goes_on_at_the_foot_of_the_next_page() -> None:
    pages = layer("pleading.pdf", "-layout").split("\f")
    assert "Plaintiff’s agronomist relies on two almanacs" in pages[1]
    assert "reviewed in camera." in pages[2]
    assert "reviewed in camera." not in pages[1]


def test_a_citation_is_broken_by_a_margin_number() -> None:
    assert re.search(r"793 F\.2d\s+8\s+1072", layer("pleading.pdf", "-layout"))


def test_words_are_broken_at_a_page_end_and_running_heads_change_sides() -> None:
    pages = layer("opinion.pdf", "-layout").split("\f")
    assert pages[1].rstrip().endswith("con-")
    assert re.search(r"2086 +COLBECK v. HARTIGAN", pages[1])
    assert re.search(r"COLBECK v. HARTIGAN +2087", pages[2])


def test_the_clerks_stamp_stands_among_the_lines_of_the_heading() -> None:
    text = layer("memorandum.pdf", "-layout")
    parts = ("FILED", "QUINONES", "UNITED STATES COURT", "C O U R T", "FOR THE NINTH")
    order = [text.index(part) for part in parts]
    assert order == sorted(order)


@pytest.mark.parametrize("name", ["motion-scan.pdf", "turned-scan.pdf"])
def test_a_scan_has_no_text_layer(name: str) -> None:
    assert layer(name).split() == []


def test_the_stamp_trap_has_the_stamp_and_nothing_else() -> None:
    lines = [line for line in layer("motion-stamped-scan.pdf").replace("\f", "\n").splitlines() if line]
    assert len(lines) == 2
    assert all(line.startswith("Case 8:32-cv-01261") for line in lines)


def test_the_cipher_is_a_shift_by_29() -> None:
    text = layer("cipher.pdf")
    assert "WKH" in text
    assert "the" not in text
    assert "preliminary" in "".join(chr(ord(character) + SHIFT) for character in text)


def test_mixed_pages_are_a_scan_and_then_text() -> None:
    first, *rest = layer("mixed.pdf").split("\f")
    assert first.split() == []
    assert "Charge No. 410-2032-00913" in "".join(rest)


def test_tiffs_hold_their_pages_and_the_blank_one() -> None:
    with Image.open(FILINGS / "blank-between.tif") as image:
        black = [page.convert("L").histogram()[0] for page in ImageSequence.Iterator(image)]
    assert len(black) == 3
    assert black[1] < 400 < min(black[0], black[2])
    with Image.open(FILINGS / "authorities-scan.tiff") as image:
        assert len(list(ImageSequence.Iterator(image))) == 2


def test_a_photograph_can_be_read() -> None:
    done = subprocess.run(
        ["tesseract", FILINGS / "certificate.jpg", "-", "--psm", "6"],
        capture_output=True,
        check=True,
        env={**os.environ, "OMP_THREAD_LIMIT": "1"},
    )
    found = squeezed(done.stdout.decode())
    words = (CLEAN / "certificate.jpg.txt").read_text(encoding="utf-8").split()
    assert sum(squeezed(word) in found for word in words) > 0.9 * len(words)


def test_wear_depends_on_its_seed_alone() -> None:
    paper = Image.new("L", (200, 100), 255)
    assert scan.speckled(paper, seed=3, specks=20) == scan.speckled(paper, seed=3, specks=20)
    assert scan.speckled(paper, seed=3, specks=20) != scan.speckled(paper, seed=4, specks=20)
    assert scan.grainy(paper, seed=3, deviation=5) == scan.grainy(paper, seed=3, deviation=5)
    assert set(scan.photocopied(scan.grainy(paper, seed=3, deviation=90)).tobytes()) == {0, 255}


def test_the_same_words_are_in_the_clean_text_whatever_the_scan() -> None:
    by_name = {fixture.name: fixture.clean() for fixture in CATALOGUE}
    assert by_name["motion-scan.pdf"] == by_name["motion-stamped-scan.pdf"] == motion().clean()
    assert "[^2] and the name" in ORDER.clean()
    assert ORDER.clean().count("\n\n[^2]: ") == 1


@given(paragraphs())
@settings(max_examples=40, deadline=None)
def test_pages_lose_no_word_and_keep_their_order(texts: list[str]) -> None:
    filing = Filing(Sheet(top=72, bottom=240, hyphenated=True), [Paragraph(text) for text in texts])
    printed = [m.glyphs.text for page in filing.pages() for _, row in page for m in row.marks]
    assert squeezed("".join(printed)) == squeezed("".join(texts))
    assert all(top + row.height <= 240.001 for page in filing.pages() for top, row in page)


@given(paragraphs())
@settings(max_examples=40, deadline=None)
def test_numbered_text_holds_the_paragraphs_behind_its_numbers(texts: list[str]) -> None:
    pages = dump.pleading_text(texts, stamp="Case 1:33-cv-00001 Page {page} of {pages}").split("\f")
    numbered = [line for page in pages for line in page.splitlines() if re.match(r"[ \d]\d( {5}|$)", line)]
    assert [int(line[:2]) for line in numbered] == [n for _ in pages for n in range(1, 29)]
    body = [line[7:] for line in numbered if line[7:]]
    assert sum(line.startswith(" " * 8) for line in body) == len(texts)
    assert squeezed("".join(body)) == squeezed("".join(texts))


@given(paragraphs())
@settings(max_examples=40, deadline=None)
def test_lines_keep_their_width_and_their_letters(texts: list[str]) -> None:
    lines = dump.typeset_text(texts, width=50).splitlines()
    assert max(map(len, lines)) <= 50
    assert squeezed("".join(lines)) == squeezed("".join(texts))


@given(paragraphs())
@settings(max_examples=40, deadline=None)
def test_flat_text_adds_nothing_but_folios(texts: list[str]) -> None:
    text = " ".join(texts)
    more = Counter(dump.flat_text(text, words_a_page=30).split()) - Counter(text.split())
    pages = -(-len(text.split()) // 30)
    assert more == Counter(str(n) for n in range(2, pages + 1))


@given(paragraphs())
@settings(max_examples=40, deadline=None)
def test_mojibake_can_be_read_back(texts: list[str]) -> None:
    text = "\n".join(texts)
    garbled = dump.mojibake(text)
    assert garbled != text or text.isascii()
    assert b"".join(_byte(c) for c in garbled).decode() == text


def _byte(character: str) -> bytes:
    return character.encode("latin-1") if ord(character) < 256 else character.encode("cp1252")


def test_the_readme_tells_of_every_file() -> None:
    readme = (FIXTURES / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"^\| `([\w.-]+\.(?!py)\w+)` \|", readme, re.MULTILINE))
    assert named == {fixture.name for fixture in CATALOGUE} | {unfit.name for unfit in UNFIT}
