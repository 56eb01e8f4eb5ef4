import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaners.document import Document
from cleaners.ecf_stamps import find_ecf_stamps, strip_ecf_stamps
from cleaners.page import Page, Word
from cleaners.stamp_forms.ecf_forms import EcfStamp, read_ecf_stamp

STAMP = "Case 2:15-cv-00208-ABC Document 209 Filed 04/22/20 Page 1 of 5"


def page_of(*rows: tuple[float, str]) -> Document:
    """A letter page; each row is its top in points and its text, set in 6-point steps from the left."""
    source, words = "", []
    for top, text in rows:
        left, start = 72.0, len(source)
        for word in text.split(" "):
            right = left + 6 * len(word)
            words.append(Word(start, start + len(word), left, top, right, top + 11, 1.0))
            left, start = right + 4, start + len(word) + 1
        source += text + "\n"
    return Document.from_pages(source, [Page(1, 0, len(source), 612, 792, tuple(words))])


def cleaned(document: Document) -> str:
    return document.edited(find_ecf_stamps(document), by="ECF stamps").text


@pytest.mark.parametrize(
    "row",
    [
        STAMP,
        "{Cage 2:16-cv-03086-AB-CDE Documentl29 Fiied 10/09/19 Page 1lof5",
        "Case Case 3:04-cv-00098-AB 3:04-cv-00098-AB Document Document 7 81 Filed 10/11/2006 Page Page 1",
        "CasCSa8e04-0980098-SIDocumerent 37531 FiledFil0dd0 Pag1 of12of 2",
        "Case 4:08-cv-02214-SBADocument2627 Filed",
    ],
)
def test_a_misread_or_overprinted_stamp_goes_from_the_edge(row: str) -> None:
    assert cleaned(page_of((20, row), (100, "The motion is denied."))) == "The motion is denied.\n"


def test_a_stamp_cut_into_lines_goes_whole() -> None:
    document = page_of(
        (20, "Case: 21-50498"), (20, "Document: 00516242060"), (20, "Page: 1"), (100, "Opinion")
    )
    wide = [
        w._replace(left=w.left + 150 * (i // 2), right=w.right + 150 * (i // 2))
        for i, w in enumerate(document.pages[0].words)
    ]
    document = Document.from_pages(document.source, [Page(1, 0, len(document.source), 612, 792, tuple(wide))])
    assert cleaned(document) == "Opinion\n"


def test_a_document_that_the_page_cites_in_its_first_words_is_not_the_stamps() -> None:
    stamp = "Case 1:31-cv-00653-QRL Document 252 Filed 03/04/33 Page 2 of 2"
    assert strip_ecf_stamps(f"relied on\n{stamp}\nDkt. No. 41 at 2") == "relied on\nDkt. No. 41 at 2"


def test_its_second_row_goes_too() -> None:
    document = page_of((20, STAMP + " Page ID"), (32, "#:98940"), (100, "ACME LLP"))
    assert cleaned(document) == "ACME LLP\n"


def test_the_row_that_goes_on_with_what_an_attachment_is_goes_too() -> None:
    stamp = "Case 8:30-bk-11234-ABC Doc 33-1 Filed 05/02/31 Entered 05/02/31 10:11:12 Desc"
    document = page_of((20, stamp), (32, "Exhibit A - Lease Page 2 of 9"), (100, "The lease ends."))
    assert cleaned(document) == "The lease ends.\n"


def test_a_file_stamp_printed_over_it_is_left_for_its_own_step() -> None:
    assert cleaned(page_of((20, STAMP + " Page ID FILED #:2070"), (100, "Body"))) == "FILED\nBody\n"


@pytest.mark.parametrize(
    "row",
    [
        "Case No. 3:18-cv-04954-ABC",
        "UNITED STATES DISTRICT COURT",
        "2 ROE v. DOE, No. 07-55393",
        "January 19, 2023",
    ],
)
def test_other_heads_stay(row: str) -> None:
    document = page_of((20, row), (100, "Body"))
    assert cleaned(document) == document.text


def test_a_misread_stamp_in_the_middle_of_a_page_stays() -> None:
    document = page_of(
        (20, "Body"), (400, "{Cage 2:16-cv-03086-AB-CDE Documentl29 Fiied 10/09/19 Page 1lof5")
    )
    assert cleaned(document) == document.text


@pytest.mark.parametrize(
    ("stamp", "read"),
    [
        (STAMP, EcfStamp("2:15-cv-00208-ABC", "209", "2020-04-22", 1, 5)),
        (
            "Case: 20-16276, 08/05/2020, ID: 11778722, DktEntry: 19, Page 1 of 15",
            EcfStamp("20-16276", None, "2020-08-05", 1, 15),
        ),
        (
            "Case 17-3510, Document 1-1, 10/31/2017, 2161300, Page1 of 2",
            EcfStamp("17-3510", "1-1", "2017-10-31", 1, 2),
        ),
        (
            "Case 20-12345-abc Doc 12 Filed 01/02/20 Entered 01/03/20 Desc\nMain Document Page 1 of 9",
            EcfStamp("20-12345-abc", "12", "2020-01-02", 1, 9),
        ),
        (
            "Case 2:15-cv-00208-ABC Document 209 Filed 13/45/20 Page 1 of 5",
            EcfStamp("2:15-cv-00208-ABC", "209", None, 1, 5),
        ),
        ("The motion of April 22, 2020", None),
    ],
)
def test_what_a_stamp_says(stamp: str, read: EcfStamp | None) -> None:
    assert read_ecf_stamp(stamp) == read


@given(
    st.lists(
        st.sampled_from(
            [STAMP, "Case 17-3510, ", "Page 1 of 2", "the court", "\n", "\f", " ", "Filed 01/02/20", "1"]
        ),
        max_size=20,
    ).map("".join)
)
def test_it_only_deletes(text: str) -> None:
    rest = iter(text)
    assert all(character in rest for character in strip_ecf_stamps(text))


@given(st.text(st.sampled_from("the motion is, denied.\n\f"), max_size=200))
def test_prose_stays(text: str) -> None:
    assert strip_ecf_stamps(text) == text
