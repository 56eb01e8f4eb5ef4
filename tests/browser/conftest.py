"""A real browser without a head, and the review pages of some fixtures."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.service import Service

from flows.batch import clean_batch
from flows.inbox import jobs_in
from flows.review import write_review

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures" / "filings"
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update", "--window-size=1500,950",
)  # fmt: skip

EVIL = (
    "<script>document.title = 'owned'</script> <img src=x onerror=\"document.title='owned'\"> & 'so' \"on\"\n"
)
EVIL_NAME = "evil <b onclick=x>'%23.txt"


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    chromium, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not (chromium and driver):
        pytest.skip("no chromium and chromedriver are installed (apt-get install chromium chromium-driver)")
    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    for flag in (*FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    started = webdriver.Chrome(options=options, service=Service(driver))
    yield started
    started.quit()


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
