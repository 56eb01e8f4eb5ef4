import pytest

from cleaners.page import Token
from cleaners.reading_order.stickers import READ, find_stickers
from tests.cleaners.pages import Run, document, tokens

BODY: list[Run] = [(72, 100 + 24 * n, "The motion is granted in part and denied") for n in range(26)]


def stacked(*lines: str, axis: float = 530.0, top: float = 690.0) -> list[Token]:
    """Lines in type of 10 points, one under another on an axis."""
    runs: list[Run] = [(axis - 3 * len(text), top + 12 * n, text) for n, text in enumerate(lines)]
    return tokens(*runs, size=10.0)


def found(*lines: str, axis: float = 530.0, top: float = 690.0) -> list[str]:
    page = [*tokens(*BODY), *stacked(*lines, axis=axis, top=top)]
    return sorted(token.text for token in find_stickers(page, 612.0))


@pytest.mark.parametrize(
    "lines",
    [
        ("EXHIBIT", "B"),
        ("Exhibit", "14"),
        ("PLAINTIFF\u2019S", "EXHIBIT", "14"),
        ("Deposition", "Exhibit", "A-3"),
    ],
)
def test_a_sticker_says_whose_exhibit_it_is_and_which(lines: tuple[str, ...]) -> None:
    assert found(*lines) == sorted(lines)


@pytest.mark.parametrize(
    "lines",
    [("EXHIBIT", "A", "B"), ("EXHIBIT", "LIST"), ("EXHIBIT",), ("Exhibits", "14")],
    ids=["a column of exhibits", "a heading", "alone", "no title"],
)
def test_what_is_no_sticker_stays(lines: tuple[str, ...]) -> None:
    assert found(*lines) == []


def test_a_title_in_the_middle_and_words_of_a_line_stay() -> None:
    assert found("EXHIBIT", "B", axis=306.0) == []
    assert found("EXHIBIT", "B", top=700.0) == []  # level with a line of the text


def test_words_that_ocr_boxes_a_little_off_their_line_stay() -> None:
    page = [*tokens(*BODY), *stacked("EXHIBIT", "B", top=696.0)]
    assert find_stickers(page, 612.0, READ) == []
    assert [token.text for token in find_stickers(page, 612.0)] == ["EXHIBIT", "B"]


def test_a_cover_sheet_keeps_its_words() -> None:
    assert find_stickers([*tokens(*BODY[:3]), *stacked("EXHIBIT", "B")], 612.0) == []


def test_a_sticker_leaves_the_lines_it_lies_over() -> None:
    page = [*tokens(*BODY), *stacked("EXHIBIT", "B", top=690.0)]
    read = document(page)
    assert [zone.kind for zone in read.pages[0].zones] == ["sticker"]
    assert read.source.endswith("\n\nEXHIBIT\nB")
