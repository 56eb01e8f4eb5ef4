"""Whatever stands wherever on a page: nothing fails, and nothing is lost."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from cleaners import Rule, Sheet, Token, case_facts, clean_document, read_in_order

NASTY = (
    "1 2 3 28 | || ) : x X _ __ ____ — -- * ** † [^1]: ' ? . ... ...... FILED RECEIVED CLERK, v. vs. "
    "Q. A. QO. YES NO THE COURT: MR. ROE: No. 2:15-cv-00208 Case Document Filed Page of 1. (a) I. ¶ § "
    "☐ \uf8fe \ue000 the court order1 review.2 retire-ment non- 894- 95 793 F.2d 1072 Plaintiff, Defendant. "
    "Dated: By: /s/ //// [REDACTED] UNITED STATES DISTRICT COURT APPEALS 10:13AM TOP SECRET////NOFORN "
    "jane@roe.example ofthe C O U R T ﬁ "
)
"""Words that the steps look for, and what OCR makes of strokes."""

TEXTS = st.one_of(
    st.sampled_from(NASTY.split()),
    st.text(min_size=1, max_size=6).filter(lambda text: text.strip() == text and not text.isspace()),
)
LEFTS = st.one_of(st.sampled_from((60.0, 74.0, 104.0, 340.0)), st.floats(0, 600))


@st.composite
def tokens(draw: st.DrawFn) -> Token:
    text, left = draw(TEXTS), draw(LEFTS)
    top = draw(st.one_of(st.integers(2, 30).map(lambda n: 24.0 * n), st.floats(0, 780)))
    wide, high = draw(st.floats(1, 120)), draw(st.sampled_from((5.0, 7.2, 10.8, 12.0, 40.0)))
    row, confidence = draw(st.integers(0, 5)), draw(st.floats(0, 1))
    return Token(text, left, top, left + wide, top + high, confidence, row)


@st.composite
def rules(draw: st.DrawFn) -> Rule:
    left, top = draw(st.floats(0, 600)), draw(st.floats(0, 780))
    long = draw(st.floats(10, 700))
    return (
        Rule(left, top, left + 1, top + long)
        if draw(st.booleans())
        else Rule(left, top, left + long, top + 1)
    )


@st.composite
def sheets(draw: st.DrawFn) -> list[Sheet]:
    return [
        Sheet(
            number,
            612.0,
            792.0,
            draw(st.lists(tokens(), max_size=40)),
            draw(st.lists(rules(), max_size=5)),
            draw(st.sampled_from(("ocr", "text layer"))),
        )
        for number in range(1, draw(st.integers(1, 3)) + 1)
    ]


@settings(max_examples=150)
@given(sheets())
@example([Sheet(1, 612.0, 792.0, [Token("0\f0", 60.0, 700.0, 80.0, 712.0, 0.9, 0)], [], "ocr")])
@example(
    [Sheet(1, 612.0, 792.0, [Token("_|", 60, 50, 70, 60, 0.1), Token("|", 590, 50, 595, 60, 0.1)], (), "ocr")]
)
@example(
    [
        Sheet(
            1,
            612.0,
            792.0,
            [
                Token("1", 60, 48, 61, 53, 0),
                Token("1", 60, 240, 61, 245, 0, 1),
                Token("QO.", 60, 238, 61, 243, 0, 1),
                Token("0\f0", 60, 48, 61, 53, 0),
            ],
            (),
            "ocr",
        )
    ]
)
def test_any_page_is_cleaned_and_given_back(pages: list[Sheet]) -> None:
    document = read_in_order(pages)
    assert all(token.text in document.source for page in pages for token in page.tokens)
    cleaned = clean_document(document)
    assert cleaned.restored() == document.source
    case_facts(cleaned)
