"""Prefect's UI as an analyst uses it, in a real browser: a form, its run, what the run shows."""

import json
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar
from urllib.parse import urlsplit

import pytest
from selenium.common.exceptions import (
    ElementNotInteractableException,
    StaleElementReferenceException,
    TimeoutException,
)
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait

from tests.served.server import PATIENCE, Served

pytestmark = [
    pytest.mark.browser, pytest.mark.prefect, pytest.mark.slow, pytest.mark.xdist_group("prefect"),
    pytest.mark.timeout(4 * PATIENCE),
]  # fmt: skip

T = TypeVar("T")

EVIL = "<img src=x onerror=\"document.title='owned'\"> [x](javascript:alert(1)).txt"


def seen(browser: Chrome, path: str, then: Callable[[WebElement], T]) -> T:
    """What ``then`` gives for the first element of an XPath, once it is to be seen and lets it be done."""

    def done(driver: Chrome) -> tuple[()] | tuple[T]:
        found = next((e for e in driver.find_elements(By.XPATH, path) if e.is_displayed()), None)
        return (then(found),) if found else ()

    passing = [StaleElementReferenceException, ElementNotInteractableException]
    waiting = WebDriverWait(browser, PATIENCE, ignored_exceptions=passing)
    return waiting.until(done, f"{path} was not to be seen")[0]


def click(browser: Chrome, path: str) -> None:
    seen(browser, path, lambda element: browser.execute_script("arguments[0].click()", element))


def href(element: WebElement) -> str:
    return str(element.get_attribute("href"))


def submit(browser: Chrome) -> None:
    """Press the button until the form is left: it takes a moment to know what was typed."""

    def left(driver: Chrome) -> bool:
        return not urlsplit(driver.current_url).path.endswith("/run")

    while not left(browser):
        click(browser, "//button[@type='submit']")
        with suppress(TimeoutException):
            WebDriverWait(browser, 15).until(left)


def field(title: str) -> str:
    return f"//label[contains(., '{title}')]/following::textarea[1]"


def test_a_filing_is_cleaned_from_the_form_and_its_artifacts_read(served: Served, browser: Chrome) -> None:
    filing = served.inbox.parent / EVIL
    filing.write_text("The motion is\ndenied as moot.\n")
    browser.get_log("performance")  # type: ignore[no-untyped-call]
    browser.get(f"{served.ui}/deployments")
    click(browser, "//a[normalize-space()='one filing']")
    seen(browser, "//*[normalize-space()='Upcoming']", bool)
    click(browser, "//button[normalize-space()='Run']")
    click(browser, "//*[normalize-space()='Custom run']")
    click(browser, "//button[@type='submit']")
    seen(browser, "//span[contains(., 'is a required property')]", bool)
    seen(browser, field("Filing"), lambda element: element.send_keys(str(filing)))
    submit(browser)
    run = served.wait(lambda: next(iter(served.runs("clean-filing")), None))
    assert served.finished(run["id"])["state"]["type"] == "COMPLETED"
    browser.get(f"{served.ui}/runs/flow-run/{run['id']}")
    click(browser, "//*[normalize-space()='Artifacts']")
    browser.get(seen(browser, "//a[contains(., 'filings')]", href))
    assert seen(browser, "//table//td", lambda cell: cell.text).replace("\u2060", "") == EVIL
    assert seen(browser, "//a[normalize-space()='read']", href).startswith("http://127.0.0.1")
    assert "owned" not in browser.title
    assert hosts(browser) == {urlsplit(served.ui).netloc}


def hosts(browser: Chrome) -> set[str]:
    """Whom the browser asked since it was last looked at."""
    log = browser.get_log("performance")  # type: ignore[no-untyped-call]
    told = [json.loads(entry["message"])["message"] for entry in log]
    asked = [m["params"]["request"]["url"] for m in told if m["method"] == "Network.requestWillBeSent"]
    return {urlsplit(url).netloc for url in asked if url.startswith(("http", "ws"))}
