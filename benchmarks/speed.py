"""How fast, beside what a user would pick instead: ratios of alternating runs, whole processes, cold.

    python -m benchmarks.speed scans [CORPUS]         pages to read by OCR
    python -m benchmarks.speed text-layers [CORPUS]   born-digital pages (rivals: pip install pdfplumber)
    python -m benchmarks.speed memory [CORPUS]        a scan of 10 pages, and of 1,000 (--layers: text layers)
    python -m benchmarks.speed overhead               how soon there is something to see
    python -m benchmarks.speed again                  a run over what is done already

``--rounds`` sets how often each runs. Without the corpus the forged fixtures are measured alone. The tables
go to benchmarks/RESULTS.md.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.util import find_spec
from io import BytesIO
from itertools import cycle
from pathlib import Path
from time import perf_counter, sleep

import click
from PIL import Image
from pypdfium2 import PdfDocument

from benchmarks.corpus import DEFAULT
from benchmarks.race import publish, race, ratios, run
from flows.kinds import IMAGES, PDF
from flows.pages.inlays import places_of
from flows.pages.layers import Source, judge_layer
from flows.pages.pdf import pdf_page_count, read_pdf_pages

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures" / "filings"
OURS = [sys.executable, "-c", "from flows.cli import main; main()"]
DPI, LETTER = 300, (2550, 3300)
"""Dots an inch of a scan, and those of a letter page."""
FULL = 1400
"""Characters of a full page."""
RIVALS = [sys.executable, "-m", "benchmarks.rivals"]

corpus = click.argument("folder", type=click.Path(path_type=Path), default=DEFAULT)
rounds = click.option("--rounds", default=3, show_default=True)


@click.group(help=__doc__.split("\n\n", 1)[0] if __doc__ else None)
def main() -> None:
    """Measure."""


@main.command()
@corpus
@rounds
@click.option("--pages", default=48, show_default=True, help="At most so many.")
def scans(folder: Path, rounds: int, pages: int) -> None:
    """Pages to read by OCR: ours, naive and careful pytesseract, OCRmyPDF if it is installed, the engine."""
    with scratch() as here:
        filings = _pdfs(chosen(folder, scanned=True, most=pages), here)
        count = sum(map(pdf_page_count, filings))
        images = [image for path in filings for image in _images(path, here)]
        entrants = {
            "clean-filings": cleaning(*filings, out=here / "out"),
            "the bare engine on ready-made images": [*RIVALS, "floor", *map(str, images)],
            "careful pytesseract": [*RIVALS, "careful", *map(str, filings)],
            "naive pytesseract": [*RIVALS, "naive", *map(str, filings)],
        }
        if program := shutil.which("ocrmypdf"):
            script = (
                f'for f; do {program} -q --force-ocr --sidecar "$0.txt" --output-type pdf "$f" "$0.pdf"; done'
            )
            entrants["OCRmyPDF"] = ["sh", "-ec", script, str(here / "sidecar"), *map(str, filings)]
        publish(f"{count} scanned pages", ratios(race(entrants, rounds), count))


@main.command("text-layers")
@corpus
@rounds
def text_layers(folder: Path, rounds: int) -> None:
    """Born-digital pages without pictures, from PDF to clean text and record, on one core."""
    with scratch() as here:
        (here / "one.txt").write_text("The motion is denied.\n")
        filings = chosen(folder, scanned=False, most=400)
        count = sum(map(pdf_page_count, filings))
        named = [str(path) for path in filings]
        entrants = {
            "clean-filings": cleaning(*filings, out=here / "out"),
            "pdftotext": [*RIVALS, "pdftotext", *named],
            "clean-filings, one line of text: its start": cleaning(here / "one.txt", out=here / "out"),
        }
        if find_spec("pdfplumber"):
            entrants |= {name: [*RIVALS, name, *named] for name in ("pdfplumber", "doctor")}
        one_core = {name: ["taskset", "-c", "0", *command] for name, command in entrants.items()}
        runs = race(one_core, rounds)
        ours, start = (min(run.cpu for run in own) for own in (runs["clean-filings"], list(runs.values())[2]))
        note = f"Beyond its start clean-filings takes {(ours - start) / count * 1000:.1f} ms of CPU a page"
        publish(
            f"{count} born-digital pages on one core",
            ratios(runs, count),
            f"{note}: {count / (ours - start):.0f} pages a second.",
        )


@main.command()
@corpus
@click.option("--pages", default=1000, show_default=True, help="Of the long filing.")
@click.option("--layers", is_flag=True, help="The born-digital pages themselves, not scans of them.")
def memory(folder: Path, pages: int, *, layers: bool) -> None:
    """The most memory that a process has on a scan of 10 full pages, and on a long one."""
    rows = [["pages", "peak MiB of a process", "CPU ms a page"]]
    with scratch() as here:
        filings = chosen(folder, scanned=False, most=400)
        for length in (10, pages):
            path = (_joined if layers else _long_scan)(here / f"{length}.pdf", filings, length)
            took = run([*OURS, "run", str(path), "--out", str(here / "out")])
            rows.append([str(length), f"{took.peak:.0f}", f"{took.cpu / length * 1000:.0f}"])
    publish(f"Memory of {'born-digital pages' if layers else 'a scan, full letter pages at 300 dpi'}", rows)


@main.command()
@rounds
def overhead(rounds: int) -> None:
    """How soon there is something to see, and how soon a run is at work on its first page."""
    with scratch() as here:
        page = here / "one.pdf"
        shutil.copy(FIXTURES / "memorandum.pdf", page)
        (here / "one.txt").write_text("The motion is denied.\n")
        one_page = cleaning(page, out=here / "out")
        entrants = {
            "python -c pass": [sys.executable, "-c", "pass"],
            "import cleaners": [sys.executable, "-c", "import cleaners"],
            "from cleaners import clean": [sys.executable, "-c", "from cleaners import clean"],
            "clean-filings text": ["sh", "-c", '"$@" < "$0"', str(here / "one.txt"), *OURS, "text"],
            "clean-filings run, two pages": one_page,
        }
        runs = race(entrants, rounds)
        opened = [until_opened(one_page, page) for _ in range(rounds)]
        floor = min(run.wall for run in runs["python -c pass"])
        rows = [["", "seconds over `python -c pass`, least of the rounds", "CPU seconds"]]
        for name, own in runs.items():
            rows.append([name, f"{min(r.wall for r in own) - floor:.2f}", f"{min(r.cpu for r in own):.2f}"])
        rows.append(["clean-filings run, until it opens its first filing", f"{min(opened) - floor:.2f}", ""])
        publish("How soon there is something to see", rows)


def cleaning(*filings: Path, out: Path) -> list[str]:
    """The command that cleans filings into an outbox that it makes anew: what is done is never done twice."""
    command = [*OURS, "run", *map(str, filings), "--out", str(out)]
    return ["sh", "-c", 'rm -rf "$0" && exec "$@"', str(out), *command]


def until_opened(command: Sequence[str], path: Path) -> float:
    """Seconds until a program that is started opens a file: the time of its last access, set back before,
    changes (on disks mounted without ``noatime``)."""
    os.utime(path, (0, path.stat().st_mtime))
    began = perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as program:
        while path.stat().st_atime == 0 and program.poll() is None:
            sleep(0.001)
        return perf_counter() - began


@main.command()
@click.option("--filings", default=10_000, show_default=True)
def again(filings: int) -> None:
    """A second run over filings that are done, which finds nothing to do."""
    with scratch() as here:
        inbox = here / "inbox"
        inbox.mkdir()
        for number in range(filings):
            (inbox / f"{number:05}.txt").write_text(f"Order {number}. The motion is denied.\n")
        command = [*OURS, "run", str(inbox), "--out", str(here / "out")]
        rows = [["", "wall s", "CPU s"]]
        for name in ("first run", "second run"):
            took = run(command)
            rows.append([name, f"{took.wall:.1f}", f"{took.cpu:.1f}"])
        publish(f"{filings:,} filings of text, and again", rows)


@contextmanager
def scratch() -> Iterator[Path]:
    """A folder for the time of a race."""
    with tempfile.TemporaryDirectory(prefix="clean-filings-speed-") as name:
        yield Path(name)


def chosen(folder: Path, *, scanned: bool, most: int) -> list[Path]:
    """The filings all of whose pages are scanned, or all of which are read from their text layer alone, as
    long as there are no more pages than asked."""
    chosen, pages = [], 0
    for place in (FIXTURES, folder / "filings", folder / "more"):
        for path in sorted(place.glob("*")) if place.is_dir() else []:
            count = _pages_if(path, scanned=scanned)
            if count and pages + count <= most:
                chosen.append(path)
                pages += count
    return chosen


def _pages_if(path: Path, *, scanned: bool) -> int:
    if path.suffix in IMAGES:
        return int(getattr(Image.open(path), "n_frames", 1)) if scanned else 0
    if path.suffix not in PDF:
        return 0
    pages = pdf_page_count(path)
    read = [page for page, _ in read_pdf_pages(path, 1, pages)]
    if not scanned and any(places_of(page.pictures) for page in read):
        return 0  # they are read by OCR
    sources = {judge_layer(page).source for page in read}
    return pages if sources == ({Source.SCAN} if scanned else {Source.LAYER}) else 0


def _pdfs(paths: Sequence[Path], here: Path) -> list[Path]:
    """The filings as PDFs, which is all that OCRmyPDF takes."""
    made = []
    for path in paths:
        made.append(path)
        if path.suffix in IMAGES:
            made[-1] = here / f"{path.stem}.pdf"
            with Image.open(path) as image:
                dpi = min(image.size) / 8.5
                image.save(made[-1], save_all=True, resolution=dpi)
    return made


def _images(path: Path, here: Path) -> Iterator[Path]:
    """The pages as the engine likes them: gray, uncompressed, upright."""
    for page, paper in read_pdf_pages(path, 1, pdf_page_count(path)):
        place = here / f"{path.stem}-{page.number}.pgm"
        paper().image.save(place)
        yield place


def _long_scan(path: Path, filings: Sequence[Path], pages: int) -> Path:
    """A scan of so many pages, in black and white: the full ones of born-digital filings, drawn; when they
    come round again each is set off by some dots, so that no two are alike."""
    with PdfDocument.new() as made:
        for turn in range(pages):
            for picture in _full_pages(filings):
                sheet = Image.new("1", LETTER, 1)
                sheet.paste(picture, (7 * turn, -11 * turn))
                sheet.save(scan := BytesIO(), "PDF", resolution=DPI)
                with PdfDocument(scan) as one:
                    made.import_pages(one)
                if len(made) == pages:
                    made.save(path)
                    return path
    raise ValueError("there are no full born-digital pages")


def _full_pages(filings: Sequence[Path]) -> Iterator[Image.Image]:
    for filing in filings:
        with PdfDocument(filing) as pdf:
            for page in pdf:
                if page.get_textpage().count_chars() > FULL:
                    yield page.render(scale=DPI / 72, grayscale=True).to_pil().convert("1", dither=0)


def _joined(path: Path, filings: Sequence[Path], pages: int) -> Path:
    """A PDF of so many pages: those of the filings, again and again."""
    with PdfDocument.new() as made:
        for filing in cycle(filings):
            with PdfDocument(filing) as one:
                made.import_pages(one, range(min(len(one), pages - len(made))))
            if len(made) == pages:
                made.save(path)
                return path
    raise ValueError("there are no born-digital filings")


if __name__ == "__main__":
    main()
