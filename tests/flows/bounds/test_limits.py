"""What passes a limit is refused with that as the cause; environment and options set limits."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from PIL import Image

from cleaners.page import Page
from fixtures.forge.hostile.images import png_in_colours
from flows.batch import clean_batch
from flows.bounds.checked_limits import Settable
from flows.bounds.limits import Limits
from flows.bounds.set_limits import limits_in, set_limits
from flows.boxes.inbox import jobs_in
from flows.cli import main
from flows.errors import UnfitFiling
from flows.reading import read_filing
from flows.review.pictures import Undrawable, page_pictures


@pytest.mark.parametrize(
    ("limits", "cause"),
    [
        (Limits(max_bytes=100), "bytes, more than 100;"),
        (Limits(max_pages=2), "it has 3 pages, more than 2;"),
        (Limits(max_characters=50), "characters, more than 50;"),
    ],
)
def test_a_filing_that_passes_a_limit_is_refused(
    make_pdf: Callable[[Path, int], Path], tmp_path: Path, limits: Limits, cause: str
) -> None:
    path = make_pdf(tmp_path / "order.pdf", 3)
    assert read_filing(path).pages[2].number == 3
    with pytest.raises(UnfitFiling, match=cause) as caught:
        read_filing(path, limits=limits)
    assert "CLEAN_FILINGS_MAX_" in caught.value.remedy


def test_an_image_of_too_many_dots_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "page.png"
    Image.new("1", (400, 300), 1).save(path)
    with pytest.raises(UnfitFiling, match="400 x 300 pixels"):
        read_filing(path, limits=Limits(max_pixels=100_000))


def test_a_filing_that_takes_too_long_in_all_is_refused(
    make_pdf: Callable[[Path, int], Path], outbox: Path, tmp_path: Path
) -> None:
    path = make_pdf(tmp_path / "order.pdf", 3)
    (outcome,) = clean_batch(jobs_in([path], outbox), outbox, limits=Limits(filing_seconds=1e-6))
    assert "takes longer than 1e-06 seconds" in outcome.cause


def test_the_environment_sets_limits() -> None:
    given = {"CLEAN_FILINGS_MAX_PAGES": "7", "CLEAN_FILINGS_MEMORY": "2GiB", "CLEAN_FILINGS_INBOX": "/in"}
    assert limits_in(given) == Limits(max_pages=7, memory=2 << 30)
    assert limits_in({}) == Limits()


def test_every_limit_may_be_set() -> None:
    assert Limits(**Settable().model_dump()) == Limits()


@pytest.mark.parametrize("wrong", ["pages=7", "max-pages=none", "max-pages=0", "memory=1MB", "max-pages"])
def test_a_limit_that_is_none_is_told_of(wrong: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "environ", dict(os.environ))
    with pytest.raises(ValueError, match=r"no such limit: pages|limit (max-pages|memory) cannot be"):
        set_limits([wrong])


def test_an_option_sets_limits(inbox: Path, outbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLEAN_FILINGS_MAX_CHARACTERS", "100000")
    command = ["run", str(inbox), "--out", str(outbox), "--limit", "max-characters=20"]
    done = CliRunner().invoke(main, command)
    assert done.exit_code == 1
    assert "characters, more than 20" in done.output
    wrong = CliRunner().invoke(main, [*command, "--limit", "max-words=20"])
    assert (wrong.exit_code, "no such limit: max-words" in wrong.output) == (2, True)


LARGE = pytest.mark.xdist_group("large")


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("large") / "large.png"
    path.write_bytes(png_in_colours())
    return path


@LARGE
def test_reading_from_python_takes_no_more_memory_than_it_may(large: Path) -> None:
    with pytest.raises(UnfitFiling, match="needs more memory than 1 GiB"):
        read_filing(large, limits=Limits(memory=1 << 30))


@LARGE
def test_drawing_pages_to_look_at_takes_no_more_memory_than_it_may(
    large: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLEAN_FILINGS_MEMORY", "1GiB")
    with pytest.raises(Undrawable, match="needs more memory than 1 GiB"):
        page_pictures(large, [Page(1, 0, 0, 612, 792)])
