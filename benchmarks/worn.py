"""Filings whose every word is known, worn as photocopiers, fax machines and cameras wear them."""

import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from PIL import Image

from benchmarks.known import words_by_page
from cleaners import clean_document
from fixtures.forge import scan
from fixtures.forge.appeals import MEMORANDUM, OPINION
from fixtures.forge.district import CERTIFICATE, COMPLAINT, DECLARATION
from fixtures.forge.pleadings import AUTHORITIES, ORDER
from fixtures.forge.transcripts import DEPOSITION, HEARING
from flows.reading import read_filing

Wear = Callable[[Image.Image], Image.Image]

WEARS: dict[str, tuple[int, Wear]] = {
    "good scan": (200, lambda page: scan.photocopied(scan.skewed(page, 0.4))),
    "fax": (100, lambda page: scan.photocopied(page, 150)),
    "coarse": (75, lambda page: page),
    "thumbnail": (60, lambda page: page),
    "out of focus": (150, lambda page: scan.blurred(page, 2.2)),
    "starved": (150, lambda page: scan.photocopied(scan.blurred(page, 1.2), 75)),
    "filled in": (150, lambda page: scan.photocopied(scan.blurred(page, 1.4), 215)),
    "grainy": (120, lambda page: scan.grainy(page, 3, 30.0)),
    "dirty": (150, lambda page: scan.photocopied(scan.speckled(page, 7, 4000))),
    "crooked": (120, lambda page: scan.grainy(scan.skewed(page, 2.5), 4, 25.0)),
    "ruined": (90, lambda page: scan.photocopied(scan.grainy(scan.blurred(page, 0.8), 5, 45.0), 150)),
}
"""Ways of wear: dots per inch of the scan, and what befalls each page."""

SHEETS = {
    "pleading": (ORDER, ("good scan", "thumbnail", "starved", "ruined")),
    "memorandum": (MEMORANDUM, ("filled in", "grainy", "dirty", "ruined")),
    "opinion": (OPINION, ("good scan", "coarse", "crooked", "starved")),
    "hearing": (HEARING, ("good scan", "grainy", "out of focus", "dirty")),
    "deposition": (DEPOSITION, ("crooked", "out of focus", "dirty", "starved")),
    "authorities": (AUTHORITIES, ("good scan", "coarse", "grainy", "starved")),
    "complaint": (COMPLAINT, ("filled in", "thumbnail", "crooked", "starved")),
    "declaration": (DECLARATION, ("filled in", "thumbnail", "grainy", "dirty", "ruined")),
    "certificate": (CERTIFICATE, ("good scan", "fax", "filled in", "out of focus", "ruined")),
}
"""The filings that are worn, one of each kind of paper, and the ways in which each is."""


def worn_fixtures() -> Iterator[tuple[str, str, Path, dict[int, Counter[str]]]]:
    """Name, wear, file and the words of each page, for each filing under its wears. A file lives until the
    next is asked for."""
    with tempfile.TemporaryDirectory() as folder:
        for name, (filing, wears) in SHEETS.items():
            path = Path(folder, "filing.pdf")
            pdf = filing.pdf()
            path.write_bytes(pdf)
            known = words_by_page(clean_document(read_filing(path)))
            for wear in wears:
                dpi, wearing = WEARS[wear]
                path.write_bytes(scan.image_pdf(wearing(page) for page in scan.page_images(pdf, dpi)))
                yield name, wear, path, known
