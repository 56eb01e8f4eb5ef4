"""What Prefect's UI is given: nothing that came from a filing may become markup there."""

import base64
import re
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from flows.outcome import Outcome
from flows.showing.tables import before_and_after, failures, fenced, plain, table
from flows.showing.trend import HEIGHT, Figures, figures_of, trend

EVIL = "<img src=x onerror=alert(1)> [x](javascript:alert(1)) *b* `c` | d\n# e"


class Words(HTMLParser):
    def __init__(self, markup: str) -> None:
        super().__init__()
        self.tags, self.words = 0, ""
        self.feed(markup)
        self.close()

    def handle_starttag(self, *_: object) -> None:
        self.tags += 1

    def handle_data(self, data: str) -> None:
        self.words += data


# Control characters never get this far: flows.errors.shown spells them out.
@given(st.text(st.characters(exclude_categories=["Cc", "Cs"])))
def test_a_plain_text_is_shown_to_the_letter_and_is_no_markup(text: str) -> None:
    html = Words(MarkdownIt("js-default").render(f"- {plain(text)}"))
    assert html.words.split() == text.split()
    assert html.tags == 2 if text.strip() else True


@given(st.text(alphabet="`~a\n<", max_size=200))
def test_a_fence_is_longer_than_any_in_the_text(text: str) -> None:
    first, *inside, last = fenced(text).split("\n")
    assert first == f"{last}text"
    assert not any(line.strip().startswith(last) for line in inside)
    assert "\n".join(inside) == text


def test_a_row_shows_the_name_as_it_is_and_links_to_the_text() -> None:
    (row,) = table([Outcome(EVIL, "cleaned", text="out")], "http://127.0.0.1:4201/")
    assert Words(str(row["filing"])).tags == 0
    assert not re.search(r"\]\(", str(row["filing"]))
    assert str(row["filing"]).replace("\u2060", "") == EVIL
    assert str(row["clean text"]).startswith("[read](http://127.0.0.1:4201/%3Cimg")
    assert str(row["clean text"]).count(")") == 1


def test_without_an_address_for_the_outbox_there_is_no_link() -> None:
    assert table([Outcome("a.pdf", "cleaned", text="out")])[0]["clean text"] == ""


def test_what_wants_attention_comes_first() -> None:
    given = [
        Outcome("a", "done before"),
        Outcome("b", "cleaned"),
        Outcome("c", "cleaned", look=("look at page 3: x",)),
        Outcome("d", "failed", cause="the file is empty"),
    ]
    rows = table(given)
    assert [row["filing"] for row in rows] == ["d", "c", "b", "a"]
    assert [row["note"] for row in rows] == ["the file is empty", "look at page 3", "", ""]


def test_failures_stand_by_cause_with_their_remedy() -> None:
    told = failures([Outcome(n, "failed", cause="the file is empty", remedy="copy it again") for n in "ab"])
    assert told.count("the file is empty") == 1
    assert told.index("copy it again") < told.index("- a")


def test_before_and_after_hold_the_texts_as_they_are() -> None:
    assert EVIL in before_and_after(EVIL, "clean")


@pytest.mark.parametrize("batches", [1, 2, 30])
def test_the_trend_is_a_picture_of_every_batch(batches: int) -> None:
    figures = figures_of([Outcome("a", "cleaned", pages=4, quality=0.98)], 60.0, "2031-05-06 07:08")
    assert (figures.pages_a_minute, figures.quality) == (4.0, 0.98)
    picture = trend([figures] * batches)
    svg = base64.b64decode(picture.split("base64,")[1].rstrip(")\n")).decode()
    assert len(ET.fromstring(svg).findall(".//{*}circle")) == 3 * batches  # noqa: S314 - our own


def test_the_trend_shows_a_small_change_as_a_small_one_and_a_batch_without_failures_at_the_bottom() -> None:
    good, better = (Figures("2031-05-06", 4, 0, 8, quality, 50.0) for quality in (0.984, 0.99))
    svg = base64.b64decode(trend([good, better]).split("base64,")[1].rstrip(")\n")).decode()
    heights = [float(point.attrib["cy"]) for point in ET.fromstring(svg).findall(".//{*}circle")]  # noqa: S314 - our own
    right, speed, failed = heights[:2], heights[2:4], heights[4:]
    assert 0 < right[0] - right[1] < HEIGHT / 10
    assert (speed, failed) == ([0, 0], [HEIGHT, HEIGHT])
