"""The heads of the Connecticut Law Journal, in which that state's courts publish what they decide.

Each page has two: the journal's, and below it that of the official reports, whose pages the journal prints
(Conn. Practice Book § 71-4): folio, month and citation, under them the name of the case. A slip that is not
yet set has zeros for what is not known (``0, 0``, ``0 Conn. App. 1``).
"""

from __future__ import annotations

from collections.abc import Iterator

from cleaners.page_edges.head_words import WINDOW, in_common, words_of
from cleaners.patterns import pattern
from cleaners.terms.months import MONTH

Span = tuple[int, int]

JOURNAL = "CONNECTICUT LAW JOURNAL"
_DAY = rf"(?:{MONTH} \d{{1,2}}, \d{{4}}|0, 0)"
_CITED = r"\d{1,3} Conn\.(?: (?:App|Supp)\.)? \d{1,4}"
_MONTH = rf"(?:{MONTH.upper()}, \d{{4}}|,0)"
HEAD = pattern(
    rf"(?<!\S)(?:Page \d{{1,4}}[A-Z]?\s+{JOURNAL}\s+{_DAY}|{_DAY}\s+{JOURNAL}\s+Page \d{{1,4}}[A-Z]?)(?!\S)"
    rf"(?P<report>\s+(?:\d{{1,4}}\s+{_MONTH}\s+{_CITED}|{_CITED}\s+{_MONTH}\s+\d{{1,4}})(?!\S))?"
)
NAME = pattern(r"\s*\n[ \t]*(?P<name>(?:\S[^\n]{1,100} v\. [^\n]{2,100}|In re [^\n]{2,100}))(?=\n|$)")
"""The name of the case on a line of its own."""


def journal_heads(text: str) -> Iterator[Span]:
    """The spans of the heads, in order; the name of the case is known by its line or, in lines that were run
    together, by standing below another head too.

    >>> head = "Page 4 CONNECTICUT LAW JOURNAL 0, 0\\n4 ,0 0 Conn. 1\\nRoe v. Doe\\nThe lessor"
    >>> [head[end:] for _, end in journal_heads(head)]
    ['\\nThe lessor']
    """
    heads = list(HEAD.finditer(text)) if JOURNAL in text else []
    below = [words_of(text, head.end(), head.end() + WINDOW) if head["report"] else [] for head in heads]
    for index, head in enumerate(heads):
        own, others = below[index], (*below[:index], *below[index + 1 :])
        name = NAME.match(text, head.end()) if own else None
        shared = max((in_common(own, other, exact=True) for other in others), default=0)
        end = name.end() if name else own[shared - 1].end if shared else head.end()
        yield head.start(), end
