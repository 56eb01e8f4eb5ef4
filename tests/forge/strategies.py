"""Hypothesis strategies: paragraphs as courts write them, made of an invented legal vocabulary.

They hold what cleaners are apt to harm: citations, pin cites, section signs, docket numbers, true hyphens,
numbers at the margin, curly quotes, abbreviations that look like the end of a sentence.
"""

from __future__ import annotations

from hypothesis import strategies as st

NAMES = (
    "Tarn",
    "Quillon",
    "Marrable",
    "Osterly",
    "Vandermoor",
    "Okonjo-Lisle",
    "McKellen",
    "D’Arcy",
    "St. Clair",
)
REPORTERS = ("U.S.", "F.2d", "F.3d", "F. Supp. 2d", "F.R.D.", "S. Ct.", "Cal. App. 4th")
COURTS = ("9th Cir.", "2d Cir.", "N.D. Cal.", "D. Or.", "S.D.N.Y.")
SUBJECTS = (
    "The court",
    "Plaintiff",
    "Defendant",
    "The magistrate judge",
    "Counsel",
    "The moving party",
    "This action",
)
VERBS = (
    "denies",
    "granted",
    "does not reach",
    "relies upon",
    "has reserved",
    "concerns",
    "dismissed",
    "construes",
)
OBJECTS = (
    "the motion for summary judgment",
    "a non-dispositive order",
    "the question of jurisdiction",
    "the second amended complaint",
    "an in-camera review of the file",
    "plaintiff’s cross-motion",
    "the “escort defendants”",
    "3 witnesses and 14 exhibits",
    "the official information privilege",
)
ADVERBIALS = (
    "without prejudice",
    "in its discretion",
    "for want of jurisdiction",
    "within 28 days",
    "on the record before it",
    "over a well-founded objection",
    "as set forth below",
)


@st.composite
def citations(draw: st.DrawFn) -> str:
    """``Tarn v. Quillon, 793 F.2d 1072, 1078-79 (9th Cir. 1986)``, with or without the pin cite."""
    names = st.sampled_from(NAMES)
    page = draw(st.integers(1, 1499))
    pin = page + draw(st.integers(0, 40))
    pins = draw(st.sampled_from(("", f", {pin}", f", {pin}-{(pin + 1) % 100:02}")))
    volume, reporter = draw(st.integers(1, 999)), draw(st.sampled_from(REPORTERS))
    court, year = draw(st.sampled_from(COURTS)), draw(st.integers(1951, 2033))
    return f"{draw(names)} v. {draw(names)}, {volume} {reporter} {page}{pins} ({court} {year})"


def docket_numbers() -> st.SearchStrategy[str]:
    initials = st.text("ABCDEFGHJKLMNPRSTVW", min_size=2, max_size=3)
    return st.builds(
        lambda office, year, number, one, two: f"{office}:{year:02}-cv-{number:05}-{one}-{two}",
        st.integers(1, 8),
        st.integers(0, 33),
        st.integers(1, 99999),
        initials,
        initials,
    )


def statutes() -> st.SearchStrategy[str]:
    return st.builds(
        lambda title, section, letter: f"{title} U.S.C. § {section}({letter})",
        st.integers(1, 54),
        st.integers(1, 2999),
        st.sampled_from("abc"),
    )


def short_citations() -> st.SearchStrategy[str]:
    """Rules, the record, notes, opinions in databases: citations full of stops and small numbers."""
    form = st.sampled_from(
        (
            "Fed. R. Civ. P. {0}(b)",
            "Local Rule {0}-{1}",
            "U.S. Const. amend. XIV, § {1}",
            "{2} C.F.R. § {0}.{1}",
            "{2} F.4th {0}, {3} n.{1}",
            "{2} U.S. at {3} n. {1}",
            "2031 WL {4}, at *{1}",
            "Ex. B at {1}",
            "Marrable Decl. ¶ {0}",
            "Compl. ¶¶ {1}-{0}",
            "Dkt. No. {0} at {1}",
            "Tr. at {0}:{1}-{3}:{1}",
        )
    )
    few, number = st.integers(1, 9), st.integers(10, 99)
    return st.builds(str.format, form, number, few, number, st.integers(100, 999), st.integers(10**5, 10**7))


def statements() -> st.SearchStrategy[str]:
    """``The court denies the motion for summary judgment without prejudice.``"""
    parts = (st.sampled_from(words) for words in (SUBJECTS, VERBS, OBJECTS, ADVERBIALS))
    return st.tuples(*parts).map(lambda drawn: " ".join(drawn) + ".")


def sentences() -> st.SearchStrategy[str]:
    """Statements, and sentences that cite."""
    return st.one_of(
        statements(),
        statements(),
        st.builds("See {}.".format, citations()),
        st.builds("It is governed by {}.".format, statutes()),
        st.builds("It follows from {}.".format, short_citations()),
        st.builds("See {}, and {}.".format, short_citations(), short_citations()),
        st.builds("(ECF No. {}.)".format, st.integers(1, 300)),
        st.builds("The related case is No. {}.".format, docket_numbers()),
    )


def paragraphs(fewest: int = 1, most: int = 6) -> st.SearchStrategy[list[str]]:
    """A filing's paragraphs. Each begins with a statement, as paragraphs do, and not with a citation or a
    number: an indented first line is all that tells one from the next."""
    paragraph = st.builds(
        lambda first, others: " ".join([first, *others]), statements(), st.lists(sentences(), max_size=7)
    )
    return st.lists(paragraph, min_size=fewest, max_size=most)


SPEAKERS = ("Q.", "A.", "Q.", "A.", "THE COURT:", "MS. LANDRY:", "MR. JUBB:", "THE WITNESS:")
SAID = (
    "No.",
    "I don't recall.",
    "Objection. Foundation.",
    "25 crates, or 26.",
    "14. I counted them twice.",
    "In the log. Page 12, I believe.",
    "At 9:30 a.m., on the 3rd of March, 2031.",
    "About $1,500.25, plus 12 percent.",
    "That's Docket No. 41, at page 2, lines 4 through 13.",
    "We keep all of them -- every one -- in a binder by year.",
)
"""Answers with what a transcript's margin and its edges have too: numbers, times, short words."""


def speeches(fewest: int = 26, most: int = 45) -> st.SearchStrategy[list[tuple[str, str]]]:
    """Questions, answers and speeches: who speaks, and what he says."""
    cited = st.builds("See {}, Your Honor.".format, citations())
    sentence = st.one_of(st.sampled_from(SAID), statements(), cited)
    words = st.lists(sentence, min_size=1, max_size=4).map(" ".join)
    return st.lists(st.tuples(st.sampled_from(SPEAKERS), words), min_size=fewest, max_size=most)
