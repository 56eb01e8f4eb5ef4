"""What runs show in Prefect's UI, as Markdown. Nothing that came from a filing is ever markup there."""

import re

MOST_SHOWN = 20_000
"""Characters of a text: what an eye takes in; the outbox has the rest."""


def fenced(text: str) -> str:
    """A text as it is, whatever it holds: the fence around it is longer than any in it."""
    fence = "`" * max(3, 1 + max(map(len, re.findall("`+", text)), default=0))
    cut = text if len(text) <= MOST_SHOWN else text[:MOST_SHOWN] + "\n[...]"
    return f"{fence}text\n{cut}\n{fence}"


def before_and_after(before: str, after: str) -> str:
    """Two texts, one below the other."""
    return f"## Before\n\n{fenced(before)}\n\n## After\n\n{fenced(after)}\n"
