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
    pytest.mark.browser, pytest.mark.prefect, pytest.mark.slow, pytest.mark.xdist_group("served"),
    pytest.mark.timeout(4 * PATIENCE),
]  # fmt: skip

T = TypeVar("T")

CUSTOM, SUBMIT = "//*[normalize-space()='Custom run']", "//button[@type='submit']"

EVIL_TEXT = (
    "The motion is\ndenied as moot.\n````\n<script>document.title = 'owned'</script>\n"
    "<img src=x onerror=\"document.title='owned'\"> [read](javascript:document.title='owned')\n"
)

EVIL = "<img src=x onerror=\"document.title='owned'\"> [x](javascript:alert(1)).txt"


def seen(browser: Chrome, path: str, then: Callable[[WebElement], T], patience: float = PATIENCE) -> T:
    """What ``then`` gives for the first element of an XPath, once it is to be seen and lets it be done."""

    def done(driver: Chrome) -> tuple[()] | tuple[T]:
        found = next((e for e in driver.find_elements(By.XPATH, path) if e.is_displayed()), None)
        return (then(found),) if found else ()

    passing = [StaleElementReferenceException, ElementNotInteractableException]
    waiting = WebDriverWait(browser, patience, ignored_exceptions=passing)
    try:
        return waiting.until(done)[0]
    except TimeoutException:
        page = browser.find_element(By.TAG_NAME, "body").text
        raise TimeoutException(f"{path} was not to be seen on {browser.current_url}: {page}") from None


def opened(browser: Chrome, url: str, path: str, then: Callable[[WebElement], T]) -> T:
    """The same of the page at an address, which is loaded again as one does if it stays empty."""
    for _ in range(3):
        browser.get(url)
        with suppress(TimeoutException):
            return seen(browser, path, then, PATIENCE / 4)
    browser.get(url)
    return seen(browser, path, then, PATIENCE / 4)


def click(browser: Chrome, path: str) -> None:
    seen(browser, path, pressed)


def pressed(element: WebElement) -> None:
    element.parent.execute_script("arguments[0].click()", element)


def href(element: WebElement) -> str:
    return str(element.get_attribute("href"))


def press(browser: Chrome, path: str, until: Callable[[Chrome], bool]) -> None:
    """Press a button until it has its effect: it takes a page a moment to know its buttons and fields."""
    while not until(browser):
        click(browser, path)
        with suppress(TimeoutException):
            WebDriverWait(browser, 15, ignored_exceptions=[StaleElementReferenceException]).until(until)


def shows(path: str) -> Callable[[Chrome], bool]:
    return lambda driver: any(element.is_displayed() for element in driver.find_elements(By.XPATH, path))


def form_is_left(driver: Chrome) -> bool:
    return not urlsplit(driver.current_url).path.endswith("/run")


def field(title: str) -> str:
    return f"//label[contains(., '{title}')]/following::textarea[1]"


def test_a_filing_is_cleaned_from_the_form_and_its_artifacts_read(served: Served, browser: Chrome) -> None:
    filing = served.inbox.parent / EVIL
    filing.write_text(EVIL_TEXT)
    browser.get_log("performance")  # type: ignore[no-untyped-call]
    opened(browser, f"{served.ui}/deployments", "//a[normalize-space()='one filing']", pressed)
    seen(browser, "//*[normalize-space()='Upcoming']", bool)
    press(browser, "//button[normalize-space()='Run']", shows(CUSTOM))
    click(browser, CUSTOM)
    press(browser, SUBMIT, shows("//span[contains(., 'is a required property')]"))
    seen(browser, field("Filing"), lambda element: element.send_keys(str(filing)))
    press(browser, SUBMIT, form_is_left)
    run = served.wait(lambda: next(iter(served.runs("clean-filing")), None))
    assert served.finished(run["id"])["state"]["type"] == "COMPLETED"
    opened(browser, f"{served.ui}/runs/flow-run/{run['id']}", "//*[normalize-space()='Artifacts']", pressed)
    table, text = (artifact(served, run["id"], key) for key in ("filings", "before-and-after"))
    link = seen(browser, f"//a[contains(@href, '{table}')]", href)
    name = opened(browser, link, "//table//td", lambda cell: cell.text)
    assert name.replace("\u2060", "") == EVIL
    assert seen(browser, "//a[normalize-space()='read']", href).startswith("http://127.0.0.1")
    shown = opened(browser, link.replace(table, text), "//code[contains(., 'moot')]", lambda code: code.text)
    assert "<script>document.title = 'owned'</script>" in shown
    assert browser.find_elements(By.CSS_SELECTOR, "img[onerror], a[href^='javascript']") == []
    assert "owned" not in browser.title
    assert hosts(browser) == {urlsplit(served.ui).netloc}


def artifact(served: Served, run: str, key: str) -> str:
    """The one of a run that has this key."""
    wanted = {"key": {"any_": [key]}, "flow_run_id": {"any_": [run]}}
    (found,) = served.ask("artifacts/filter", artifacts=wanted)
    return str(found["id"])


def hosts(browser: Chrome) -> set[str]:
    """Whom the browser asked since it was last looked at."""
    log = browser.get_log("performance")  # type: ignore[no-untyped-call]
    told = [json.loads(entry["message"])["message"] for entry in log]
    asked = [m["params"]["request"]["url"] for m in told if m["method"] == "Network.requestWillBeSent"]
    return {urlsplit(url).netloc for url in asked if url.startswith(("http", "ws"))}
