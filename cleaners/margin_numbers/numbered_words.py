"""Words after which a number is the sentence's own: ``Rule 12``, ``Exhibit 3``, ``May 7``."""

from __future__ import annotations

NUMBERED = (
    r"(?:Nos?|Rules?|R|P|§+|¶+|Art|Article|Ch|Chapter|Vol|Dkt|Doc|Exs?|at|pp?|nn?|Part|Title|Counts?|Claims?|Exhibits?|"
    r"Sections?|Pages?|Lines?|Room|Suite|than|Level|Tier|"
    r"Jan\w*|Feb\w*|Mar\w*|Apr\w*|May|June?|July?|Aug\w*|Sept?\w*|Oct\w*|Nov\w*|Dec\w*)"
)
"""Written in capitals or small letters, their points and commas apart."""
