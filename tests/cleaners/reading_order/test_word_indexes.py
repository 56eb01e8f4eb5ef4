"""The word index at a transcript's end."""

from tests.cleaners.pages import Run, document, tokens

WORDS = [
    f"{letter}{rest}" for letter in "abcd" for rest in ("lder", "irch", "oak", "fir", "ivy", "elm", "yew")
]


def column(left: float, words: list[str]) -> list[Run]:
    """A column of entries, the second line of each set in; each third one has a third line."""
    runs: list[Run] = []
    for n, word in enumerate(words):
        runs += [(left, 80 + 20.0 * n, f"{word} (4)"), (left + 10, 90 + 20.0 * n, f"{n}:1,{n}:12,{n}:25")]
    return runs


def test_its_columns_are_read_one_after_the_other_an_entry_a_line() -> None:
    halves = WORDS[:14], WORDS[14:]
    over: Run = (
        60.0,
        40.0,
        "Deposition of Ada Quent taken on May 3 in the matter of the Sable Barge Company",
    )
    runs = [over, *(run for n in (0, 1, 2) for run in column(60.0 + 160 * n, halves[n % 2]))]
    read = document(tokens(*runs, size=8))
    assert {zone.kind for zone in read.pages[0].zones} == {"table"}
    lines = read.source.split("\n")
    assert lines[0] == over[2]
    assert lines[2] == "alder (4)\t0:1,0:12,0:25"
    first = [line.split()[0] for line in lines[2:] if line]
    assert first == [*halves[0], *halves[1], *halves[0]]


def test_places_that_lines_go_on_with_stay_with_their_word() -> None:
    runs = [
        *column(60.0, WORDS),
        *((280.0, 80 + 10.0 * n, f"{n}:12,{n}:14" if n % 4 else f"word{n} (9)") for n in range(40)),
    ]
    source = document(tokens(*runs, size=8)).source
    assert "word0 (9)\t1:12,1:14 2:12,2:14 3:12,3:14\nword4 (9)" in source


def test_a_brief_that_cites_a_record_has_no_index() -> None:
    prose = [
        (72.0, 80 + 12.0 * n, f"he said it at {n}:12 and again to the clerk at {n}:14 of that day")
        for n in range(1, 30)
    ]
    assert not document(tokens(*prose)).pages[0].zones


def test_a_sheet_of_hours_is_no_index() -> None:
    hours = [(left, 80 + 12.0 * n, f"{8 + n % 9}:15") for n in range(40) for left in (60.0, 160.0, 260.0)]
    assert "8:15 8:15" in document(tokens(*hours)).source.replace("\t", " ")
