"""The form that a court's minutes begin with: the case, the day, who was there, a row for each.

Its title (``CIVIL MINUTES - GENERAL``) stands above, and below it what was done (``Proceedings:``). Each of
its rows has cells of its own, few of which begin below another.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from cleaners.patterns import pattern

MINUTES, DONE = pattern(r"\bMINUTES\b"), pattern(r"proceedings?:", re.IGNORECASE)

MOST_ROWS = 16
"""Rows of the form; the government's attorneys and the defendants have one each."""


def form_rows(lines: Sequence[str]) -> range:
    """Which of a page's lines are the form's.

    >>> form_rows(["CIVIL MINUTES", "Case No.  31-1", "Title  Roe v. Doe", "Proceedings: ORDER"])
    range(1, 3)
    """
    title = next((n for n, line in enumerate(lines) if MINUTES.search(line)), len(lines))
    done = next((n for n, line in enumerate(lines) if n > title and DONE.match(line)), 0)
    return range(title + 1, done if done - title <= MOST_ROWS else 0)
