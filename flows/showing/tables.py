"""What a run shows in Prefect's UI, as Markdown and rows of tables. Nothing that came from a filing, its name
included, is ever markup there."""

import re
from collections import Counter
from collections.abc import Sequence
from urllib.parse import quote

from flows.outcome import Outcome

MOST_ROWS = 500
"""Rows of a table, what wants attention first. The outbox has them all."""

MOST_SHOWN = 5_000
"""Characters of a text: what an eye takes in; the outbox has the rest."""

JOINER = "\u2060"
"""A character of no width, at which no line breaks."""

ORDER = ("failed", "failed before", "waiting", "cleaned", "done before")
"""Of states: what wants attention first."""


def plain(text: str) -> str:
    r"""A text that Markdown shows as it is: a backslash stands before all that could be a mark.

    >>> print(plain("<b>*Doe* v. Roe"))
    \<b\>\*Doe\* v\. Roe
    """
    return " ".join(re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", text).split())


def cell(text: str) -> str:
    r"""A text for the cell of a table, which Prefect shows as it is unless it looks like a tag or a link: so
    an invisible character stands where it would begin to.

    >>> cell("<b>Doe</b> [v.](Roe)").encode("unicode_escape").decode()
    '<\\u2060b>Doe<\\u2060/b> [v.]\\u2060(Roe)'
    """
    return text.replace("<", f"<{JOINER}").replace("](", f"]{JOINER}(")


def fenced(text: str) -> str:
    """A text as it is, in lines; the fence around it is longer than any in it."""
    fence = "`" * max(3, 1 + max(map(len, re.findall("`+", text)), default=0))
    cut = text if len(text) <= MOST_SHOWN else f"{text[:MOST_SHOWN]}\n[...]"
    return f"{fence}text\n{cut}\n{fence}"


def before_and_after(before: str, after: str) -> str:
    """Two texts, one below the other."""
    return f"## Before\n\n{fenced(before)}\n\n## After\n\n{fenced(after)}\n"


def table(outcomes: Sequence[Outcome], links: str = "") -> list[dict[str, str | int | float]]:
    """A row a filing, what is asked first at the left: more does not fit beside Prefect's own columns.
    ``links`` is the address under which a browser finds the outbox, if one does."""
    rows = sorted(outcomes, key=lambda o: (ORDER.index(o.state), not o.look, o.name))
    return [
        {
            "filing": cell(o.name),
            "outcome": o.state,
            "clean text": linked("read", o.name, ".txt", links) if o.text else "",
            "words right": "" if o.quality is None else f"{o.quality:.1%}",
            "note": cell(o.cause) or _pages_to_look_at(o.look),
            "pages": o.pages or "",
            "read by": o.read,
            "seconds": round(o.seconds, 1) or "",
        }
        for o in rows[:MOST_ROWS]
    ]


def _pages_to_look_at(look: Sequence[str]) -> str:
    return f"look at page {', '.join(re.findall(r'(?<=page )[0-9]+', ' '.join(look)))}" if look else ""


def linked(shown: str, name: str, suffix: str, links: str) -> str:
    """A link to an output of the filing ``name``; the words alone where a browser cannot reach it."""
    return f"[{shown}]({links.rstrip('/')}/{quote(name + suffix)})" if links else ""


def failures(outcomes: Sequence[Outcome]) -> str:
    """Those that failed, by cause: what to do, and for which filings."""
    groups: dict[tuple[str, str], list[str]] = {}
    for outcome in outcomes:
        groups.setdefault((outcome.cause, outcome.remedy), []).append(outcome.name)
    lines = []
    for (cause, remedy), names in sorted(groups.items(), key=lambda group: -len(group[1])):
        lines += [f"### {plain(cause)}", "", f"**What to do:** {plain(remedy)}", ""]
        lines += [f"- {plain(name)}" for name in sorted(names)[:100]]
        lines += [f"- and {len(names) - 100} more"] * (len(names) > 100) + [""]
    return "\n".join(lines)


def counted(outcomes: Sequence[Outcome]) -> str:
    """What became of filings, in a line.

    >>> counted([Outcome("a", "cleaned"), Outcome("b", "failed before"), Outcome("c", "cleaned")])
    '3 filings: 1 failed before, 2 cleaned'
    """
    states = Counter(outcome.state for outcome in outcomes)
    told = ", ".join(f"{states[state]} {state}" for state in sorted(states, key=ORDER.index))
    return f"{len(outcomes)} filings: {told or 'none'}"


def summed_up(outcomes: Sequence[Outcome], seconds: float) -> str:
    """A batch in a line.

    >>> summed_up([Outcome("a", "cleaned", pages=3), Outcome("b", "failed")], 12.34)
    '2 filings: 1 failed, 1 cleaned; 3 pages in 12.3 s'
    """
    pages = sum(outcome.pages for outcome in outcomes if outcome.state == "cleaned")
    return f"{counted(outcomes)}; {pages} pages in {seconds:.1f} s"
