"""The expected share of right words."""

from cleaners import Document, clean_document
from cleaners.findings.quality import filing_quality, page_qualities
from cleaners.page import Page, Word

GOOD = "The court finds that the motion to compel is granted in part and denied in part. "
BAD = "Tle cowrt flnds thqt tbe motlon lo compcl ls grqnted in pqrt amd denicd in pqrt. "


def read(text: str, confidence: float) -> Document:
    """A page read by OCR, every word with the same confidence."""
    words, at = [], 0
    for index, word in enumerate(text.split()):
        start = text.index(word, at)
        at = start + len(word)
        left, top = 72 + 40 * (index % 10), 72 + 14 * (index // 10)
        words.append(Word(start, at, left, top, left + 35, top + 10, confidence))
    page = Page(1, 0, len(text), 612, 792, tuple(words), method="ocr")
    return Document.from_pages(text, [page])


def told(document: Document) -> float:
    (page,) = page_qualities(document)
    assert page.expected is not None
    return page.expected


def test_a_page_in_good_words_is_told_of_as_right() -> None:
    assert told(Document.from_text(20 * GOOD)) > 0.97
    assert told(read(20 * GOOD, 0.96)) > 0.97


def test_words_in_no_dictionary_and_doubt_both_count_against_a_page() -> None:
    assert told(Document.from_text(10 * GOOD + 2 * BAD)) < told(Document.from_text(12 * GOOD))
    shares = [told(read(20 * GOOD, confidence)) for confidence in (0.95, 0.85, 0.7, 0.4)]
    assert shares == sorted(shares, reverse=True)
    assert shares[-1] < 0.5
    assert told(read(20 * BAD, 0.7)) < told(read(20 * GOOD, 0.7))


def test_names_and_citations_are_no_misreadings() -> None:
    cases = "See Marrable v. Tidewell, 793 F.2d 1072, 1078-79 (9th Cir. 1986). "
    others = "28 U.S.C. § 1447(c); No. 1:29-cv-00799."
    assert told(Document.from_text(cases + others)) > 0.97


def test_a_page_to_look_at_says_why_and_a_good_one_says_nothing() -> None:
    (good,) = page_qualities(read(20 * GOOD, 0.96))
    (bad,) = page_qualities(read(20 * GOOD, 0.6))
    assert good.doubts == ()
    assert bad.doubts == ("the OCR engine is 60% sure of its words on average",)


def test_a_filing_is_the_mean_of_its_words() -> None:
    document = clean_document(Document.from_text(f"{30 * GOOD}\f{GOOD}\f"))
    pages = page_qualities(document)
    assert [page.expected is None for page in pages] == [False, False, True]
    whole = filing_quality(pages)
    assert whole is not None
    assert abs(whole - sum(p.words * (p.expected or 0) for p in pages) / sum(p.words for p in pages)) < 1e-9
    assert filing_quality([]) is None
