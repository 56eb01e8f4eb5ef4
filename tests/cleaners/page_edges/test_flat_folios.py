"""Folios, and the heads beside them, inside of a text that lost its lines."""

import random
from collections.abc import Callable

import pytest

from cleaners import clean

SENTENCES = (
    "The court holds that the port had no right to sell the barge.",
    "We review the dismissal of a complaint de novo; see Roe v. Doe, 793 F.2d 1072, 1078 (9th Cir. 1986).",
    "The record shows that the master of the barge was told of the sale.",
    "He argues that the court erred when it denied his motion under 28 U.S.C. § 1291.",
    "Nothing in Section 4 of the lease bars the claim, and the jury awarded $12,500 in damages.",
    "That rule applies where 12 or more persons are named in a complaint.",
)
DOCKET = "29-12345"
Edges = Callable[[int], tuple[str, str]]


def paged(edges: Edges, pages: int, seed: int) -> tuple[str, str]:
    """A decision on one line with what is printed at its pages' tops and feet, and without."""
    chance = random.Random(seed)  # noqa: S311
    words = [word for _ in range(pages * 25) for word in chance.choice(SENTENCES).split()]
    printed: list[str] = []
    at = 0
    for number in range(1, pages + 1):
        top, foot = edges(number)
        size = int(chance.gauss(260, 25)) if number < pages else 120
        printed += [*top.split(), *words[at : at + size], *foot.split()]
        at += size
    return " ".join(printed), " ".join(words[:at])


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize(
    "edges",
    [
        lambda n: ("", f"-{n}-"),
        lambda n: ("", f"- {n} -"),
        lambda n: ("", f"Page {n} of 9"),
        lambda n: ("", f"{n} {DOCKET}" if n > 1 else ""),
        lambda n: (f"{n} No. {DOCKET}" if n % 2 else f"No. {DOCKET} {n}", ""),
        lambda n: (
            (f"{n} ROE v. PORT OF HARROW" if n % 2 else f"ROE v. PORT OF HARROW {n}", "")
            if n > 1
            else ("", "")
        ),
        lambda n: (f"Case 2:28-cv-00123-ABC-DE Document 45 Filed 03/05/30 Page {n} of 9", str(n)),
        lambda n: (f"Case: {DOCKET}, 03/16/2030, ID: 11778722, DktEntry: 19-1, Page {n} of 9", str(n)),
        lambda _: ("", ""),
    ],
    ids=["-2-", "- 2 -", "Page 2 of 9", "9th", "7th", "Fed.", "ECF", "ECF appeal", "none"],
)
def test_what_is_printed_at_the_edges_goes_and_every_word_stays(edges: Edges, seed: int) -> None:
    text, bare = paged(edges, pages=5, seed=seed)
    assert clean(text).split() == bare.split()


@pytest.mark.parametrize("seed", range(3))
def test_bare_numbers_that_count_on_a_page_apart_are_folios(seed: int) -> None:
    text, bare = paged(lambda n: ("", str(n)), pages=6, seed=seed)
    left = len(clean(text).split()) - len(bare.split())
    assert left <= 1  # `under Section` / `3`, at a page's end, is the sentence's


@pytest.mark.parametrize("rule", ["", f"{'_' * 20} "])
def test_calls_and_numbers_of_notes_are_no_folios(rule: str) -> None:
    cited = "It was sold on May 3, 2029. See Roe v. Doe, 793 F.2d 1072 (9th Cir. 1986)."
    pages = [
        f"{SENTENCES[0] * 9} {cited}{n} {SENTENCES[2] * 6} {rule}{n} {SENTENCES[3] * 3} {n + 6}"
        for n in (1, 2, 3)
    ]
    text = clean(" ".join(pages))
    assert [f"1986).[^{n}] " in text and f"[^{n}]: {SENTENCES[3]}" in text for n in (1, 2, 3)] == [True] * 3


def test_a_heading_below_a_head_and_a_page_that_ends_in_a_small_word_change_nothing() -> None:
    body = f"{SENTENCES[0] * 6} {SENTENCES[3] * 4} it was found in"
    heads = ("86 ROE v. HARROW COUNSEL", "ROE v. HARROW 87", "88 ROE v. HARROW")
    stamps = [f"Case: {DOCKET} Document: 00516242060 Page: {n} Date Filed: 03/16/2030" for n in (1, 2, 3)]

    assert "ROE v." not in clean(" ".join(f"{head} {body}" for head in heads))
    assert "COUNSEL" in clean(" ".join(f"{body} {head}" for head in heads))
    assert "Document" not in clean(" ".join(f"{stamp} {body}" for stamp in stamps))


def test_a_first_page_that_begins_with_its_footer_loses_it() -> None:
    foot = "DEFENDANT’S NOTICE OF MOTION Case No. 16-CV-6794 AB (JCx)"
    stamp = "Case 2:16-cv-06794-AB-JC Document 168 Filed 02/01/19 Page {} of 3 Page ID #:359{}"
    text = " ".join(f"{stamp.format(n, n)} {n} {foot} {SENTENCES[n] * 8}" for n in (1, 2, 3))
    assert clean(text).split() == " ".join(SENTENCES[n] * 8 for n in (1, 2, 3)).split()


@pytest.mark.parametrize("between", [" ", "\n"], ids=["one line", "lines without form feeds"])
@pytest.mark.parametrize("seed", range(3))
def test_footers_below_the_last_margin_number_go_where_the_numbers_begin_anew(
    between: str, seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311
    words = [word for _ in range(90) for word in chance.choice(SENTENCES).split()][: 11 * (28 * 3 + 9)]
    lines = [words[at : at + 11] for at in range(0, len(words), 11)]
    pages = [lines[at : at + 28] for at in range(0, len(lines), 28)]
    printed = [
        between.join(
            [*(f"{n} {' '.join(line)}" for n, line in enumerate(page, 1)), f"MOTION TO DISMISS - {number}"]
        )
        for number, page in enumerate(pages, 1)
    ]
    assert clean(between.join(printed)).split() == words


def test_a_number_before_the_next_pages_stamp_is_the_folio_of_the_page_that_ended() -> None:
    stamp = "Case 3:29-cv-02843 Document 1 Filed 05/23/29 Page"
    said = f"{' '.join(SENTENCES)} The port sold the barge to one million owners worldwide"
    assert clean(f"{stamp} 1 of 15 {said} 1 {stamp} 2 of 15 as it says.\n") == f"{said} as it says.\n"
    cited = f"{said}, as alleged under Rule 1 {stamp} 2 of 15 and as it says.\n"
    assert "under Rule 1 and as" in clean(cited)


def test_folios_go_where_the_margin_numbers_of_a_page_stand_in_a_heap() -> None:
    column = " ".join(map(str, range(1, 26)))
    pages = [SENTENCES[n] * 8 for n in (1, 2, 3)]
    text = " ".join(f"{column} {page} - {n} -" for n, page in enumerate(pages, 1))
    assert clean(text).split() == " ".join(pages).split()
