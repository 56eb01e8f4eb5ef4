"""The review pages in a real browser: what an eye, a pointer, a keyboard and a screen reader find there."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest
from selenium.webdriver import ActionChains, Chrome, Keys
from selenium.webdriver.common.actions.action_builder import ActionBuilder
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait

from flows.records import load_record

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

SELECT = """
const [first, last] = arguments, range = document.createRange();
range.setStart(first.firstChild, 0); range.setEnd(last.firstChild, last.firstChild.length);
getSelection().removeAllRanges(); getSelection().addRange(range);
"""


def show(browser: Chrome, outbox: Path, name: str) -> None:
    browser.get((outbox / "review" / f"{name}.html").as_uri())


def told(browser: Chrome) -> list[str]:
    return [entry["message"] for entry in browser.get_log("browser")]  # type: ignore[no-untyped-call]


@pytest.fixture(autouse=True)
def _nothing_told_yet(browser: Chrome) -> None:
    told(browser)  # of the pages that other tests have opened in it


def word(browser: Chrome, text: str) -> WebElement:
    path = f"//article//span[@data-w and normalize-space()={json.dumps(text)}]"
    return browser.find_element(By.XPATH, path)


def wait(browser: Chrome, until: Callable[[Chrome], object]) -> None:
    WebDriverWait(browser, 120).until(until)


def centre_of_hit(browser: Chrome) -> list[float]:
    """Of the lit box, in points of its page."""
    centre: list[float] = browser.execute_script(
        "const b = document.querySelector('svg .hit').getBBox();"
        "return [b.x + b.width / 2, b.y + b.height / 2]"
    )
    return centre


def test_hovering_a_word_lights_its_box(browser: Chrome, outbox: Path) -> None:
    show(browser, outbox, "pleading.pdf")
    seen = word(browser, "hail")
    browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", seen)
    ActionChains(browser).move_to_element(seen).perform()
    wait(browser, lambda b: b.find_elements(By.CSS_SELECTOR, "svg .hit"))
    page, index = map(int, str(seen.get_attribute("data-w")).split("."))
    boxed = load_record(outbox / "pleading.pdf.json").document.pages[page - 1].words[index]
    x, y = centre_of_hit(browser)
    assert abs(x - (boxed.left + boxed.right) / 2) < 1
    assert abs(y - boxed.middle) < 1


def test_hovering_the_picture_lights_the_word(browser: Chrome, outbox: Path) -> None:
    show(browser, outbox, "certificate.jpg")
    wait(browser, lambda b: b.execute_script("return document.querySelector('.paper img').naturalWidth > 0"))
    record = load_record(outbox / "certificate.jpg.json")
    page, source = record.document.pages[0], record.document.source
    boxed = next(word for word in page.words if source[word.start : word.end] == "CERTIFICATE")
    paper = browser.find_element(By.CSS_SELECTOR, ".paper svg").rect
    across = paper["x"] + (boxed.left + boxed.right) / 2 / page.width * paper["width"]
    down = paper["y"] + boxed.middle / page.height * paper["height"]
    pointer = ActionBuilder(browser)
    pointer.pointer_action.move_to_location(round(across), round(down))  # type: ignore[no-untyped-call]
    pointer.perform()
    wait(browser, lambda b: b.find_elements(By.CSS_SELECTOR, "article .hit"))
    assert browser.find_element(By.CSS_SELECTOR, "article .hit").text == "CERTIFICATE"


def test_what_was_taken_out_is_struck_through_with_its_reason(browser: Chrome, outbox: Path) -> None:
    show(browser, outbox, "pleading.pdf")
    stamp = browser.find_element(By.CSS_SELECTOR, "article del")
    assert "Case 2:31-cv-09418-QRL-TVW Document 87 Filed 06/12/33" in stamp.text
    assert "line-through" in stamp.value_of_css_property("text-decoration")
    ActionChains(browser).move_to_element(stamp.find_element(By.CSS_SELECTOR, "span")).perform()
    tip = browser.find_element(By.ID, "tip")
    wait(browser, lambda _: tip.is_displayed())
    assert tip.text.startswith("Taken out by ECF stamps")
    browser.find_element(By.ID, "show-removed").click()
    assert not stamp.is_displayed()
    article = browser.find_element(By.CSS_SELECTOR, "article").text
    assert "adjusters’ field books for in-camera reading.[^1] (ECF No. 79.)" in article


def test_a_selection_is_cited_as_the_record_cites_it(browser: Chrome, outbox: Path) -> None:
    show(browser, outbox, "pleading.pdf")
    record = load_record(outbox / "pleading.pdf.json")
    browser.execute_script(SELECT, word(browser, "hail"), word(browser, "in-camera"))
    wait(browser, lambda b: b.find_element(By.ID, "copy").is_enabled())
    quoted = "hail insurers”) were told to bring their adjusters’ field books for in-camera"
    cited = record.locate(quoted)
    assert cited is not None
    assert browser.find_element(By.ID, "citation").text == cited.ecf
    browser.find_element(By.ID, "quote").click()
    wait(browser, lambda b: b.find_element(By.ID, "citation").text.startswith("Copied"))
    assert browser.find_element(By.ID, "citation").text == f"Copied: “{quoted}” {cited.ecf}"


def test_what_comes_from_a_filing_is_never_run(browser: Chrome, outbox: Path) -> None:
    names = [path.name for path in (outbox / "review").iterdir() if path.name.startswith("evil")]
    for url in ("index.html", *map(quote, names)):
        browser.get(f"{(outbox / 'review').as_uri()}/{url}")
        assert "owned" not in browser.title.split(" – ")
        assert browser.find_elements(By.CSS_SELECTOR, "img[onerror], b[onclick]") == []
        assert told(browser) == []
    article = browser.find_element(By.CSS_SELECTOR, "article").text
    assert "<script>document.title = 'owned'</script>" in article


def test_a_script_that_got_in_would_not_run(browser: Chrome, outbox: Path, tmp_path: Path) -> None:
    page = (outbox / "review" / "numbered.txt.html").read_text("utf-8")
    broken = tmp_path / "broken.html"
    script = "<script>document.title = 'owned'</script>"
    broken.write_text(page.replace("<article", f"{script}<article", 1), "utf-8")
    browser.get(broken.as_uri())
    assert browser.title != "owned"
    assert any("Content Security Policy" in message for message in told(browser))


@pytest.mark.parametrize("name", ["index", "pleading.pdf", "certificate.jpg", "numbered.txt"])
def test_nothing_is_asked_of_any_network(browser: Chrome, outbox: Path, name: str) -> None:
    browser.get_log("performance")  # type: ignore[no-untyped-call]
    show(browser, outbox, name)
    log = browser.get_log("performance")  # type: ignore[no-untyped-call]
    asked = [json.loads(entry["message"])["message"] for entry in log]
    urls = [m["params"]["request"]["url"] for m in asked if m["method"] == "Network.requestWillBeSent"]
    assert urls
    assert all(url.startswith(("file:", "data:")) for url in urls)
    assert told(browser) == []


def test_pictures_wait_until_they_are_near(browser: Chrome, outbox: Path) -> None:
    show(browser, outbox, "pleading.pdf")
    wait(browser, lambda b: b.execute_script("return document.querySelector('.paper img').naturalWidth > 0"))
    drawn = "return [...document.querySelectorAll('.paper img')].map(i => Boolean(i.getAttribute('src')))"
    before = browser.execute_script(drawn)
    assert before[0]
    assert not before[-1]
    browser.execute_script("document.getElementById('page-4').scrollIntoView()")
    wait(browser, lambda b: b.execute_script(drawn)[-1])


def test_it_can_be_gone_through_by_keyboard(browser: Chrome, outbox: Path) -> None:
    show(browser, outbox, "certificate.jpg")
    browser.find_element(By.TAG_NAME, "body").send_keys(Keys.TAB)
    assert browser.switch_to.active_element.text == "Skip to the clean text"
    for _ in range(20):
        if browser.switch_to.active_element.get_attribute("id") == "after":
            break
        browser.switch_to.active_element.send_keys(Keys.TAB)
    browser.switch_to.active_element.send_keys(Keys.ENTER)
    where = browser.find_element(By.ID, "where")
    wait(browser, lambda _: where.text)
    assert re.fullmatch(r"1 of \d+", where.text)
    assert "confidence" in str(where.get_attribute("aria-label"))
    lit = browser.find_element(By.CSS_SELECTOR, "article .hit")
    assert "doubt" in str(lit.get_attribute("class"))


def test_a_screen_reader_finds_its_way(browser: Chrome, outbox: Path) -> None:
    show(browser, outbox, "pleading.pdf")
    parts = ("header", "main", "#pictures", "article")
    landmarks = [browser.find_element(By.CSS_SELECTOR, css) for css in parts]
    assert [mark.aria_role for mark in landmarks] == ["banner", "main", "region", "article"]
    assert all(mark.accessible_name for mark in landmarks[1:])
    controls = browser.find_elements(By.CSS_SELECTOR, "button, input, select, a")
    assert [c.get_attribute("outerHTML") for c in controls if not c.accessible_name] == []
    assert browser.find_element(By.TAG_NAME, "html").get_attribute("lang") == "en"


def test_the_index_lists_sorts_and_leads_on(browser: Chrome, outbox: Path) -> None:
    show(browser, outbox, "index")
    assert "truncated.pdf: the PDF is damaged" in browser.find_element(By.CSS_SELECTOR, ".failed").text
    head = browser.find_elements(By.CSS_SELECTOR, ".sortable th button")[2]
    head.click()
    head.click()
    first = browser.find_element(By.CSS_SELECTOR, ".sortable tbody a")
    assert first.text == "pleading.pdf"
    first.click()
    assert browser.find_element(By.TAG_NAME, "h1").text == "pleading.pdf"
    browser.find_element(By.LINK_TEXT, "All filings").click()
    assert browser.find_element(By.TAG_NAME, "h1").text == "Review of 5 filings"
