"""The months as filings write them out in dates."""

from __future__ import annotations

MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
