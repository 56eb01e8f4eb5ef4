"""Line ends of text that was run together, where its margin numbers had stood."""

from itertools import count

from cleaners import clean

SENTENCE = (
    "The owner of the barge says that the port had no right to sell what it had raised from the harbor, and "
    "that the master was not told of the sale until the cargo of grain had been sold as well as the sails."
)
PARAGRAPHS = (
    SENTENCE,
    "Standard of Review",
    f"{SENTENCE} It is so.",
    f"The motion is granted. {SENTENCE} This was found below.",
    f"{SENTENCE} {SENTENCE} The clerk is to close the case.",
)


def printed(paragraphs: tuple[str, ...], width: int = 84) -> list[str]:
    """The lines that paragraphs make on paper of a width in characters, with an empty one above and below."""
    lines = ["", "", ""]
    for paragraph in paragraphs:
        lines.append("")
        for word in paragraph.split():
            if len(lines[-1]) + len(word) < width:
                lines[-1] = f"{lines[-1]} {word}".strip()
            else:
                lines.append(word)
    return [*lines, ""]


def on_one_line(lines: list[str]) -> str:
    return " ".join(f"{n} {line}".strip() for n, line in zip(count(1), lines, strict=False)) + "\n"


def test_paragraphs_end_where_their_last_numbered_line_does() -> None:
    lines = printed(PARAGRAPHS)
    assert clean(on_one_line(lines)).rstrip("\n").split("\n\n") == list(PARAGRAPHS)


def test_a_heap_of_numbers_ends_no_line() -> None:
    text = f"{SENTENCE} {SENTENCE} of {' '.join(str(n) for n in range(1, 29))} the lock. {SENTENCE}\n"
    assert clean(text) == f"{SENTENCE} {SENTENCE} of the lock. {SENTENCE}\n"


def test_a_page_without_numbers_is_told_by_its_words() -> None:
    page = on_one_line(printed(PARAGRAPHS)).strip()
    heading = "II. DISCUSSION"
    text = f"{page} {' '.join([SENTENCE] * 9)} {heading} {SENTENCE} {' '.join([SENTENCE] * 9)}\n"
    assert heading in clean(text).split("\n\n")
