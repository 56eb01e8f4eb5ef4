"""A citation as the command line tells it."""

import json

from cleaners.findings.citing import Citation
from flows.records import Record


def as_fields(found: Citation) -> str:
    """The citation as one line of JSON; offsets are of the clean text, boxes in points."""
    fields = {
        "page": found.page,
        "folio": found.folio,
        "lines": found.lines,
        "citation": str(found),
        "start": found.start,
        "end": found.end,
        "last_page": found.last_page,
        "ecf": found.ecf,
        "confidence": None if found.confidence is None else round(found.confidence, 3),
        "similarity": round(found.similarity, 3),
        "boxes": [[box.page, *(round(place, 1) for place in box[1:])] for box in found.boxes],
    }
    return json.dumps(fields, ensure_ascii=False)


def described(record: Record, found: Citation, quote: str | None) -> str:
    """The citation in words: the form to copy, then what stands there and how sure that is."""
    text = record.text[found.start : found.end]
    told = [found.ecf or str(found), f"  page {found.page}: {text}"]
    if found.similarity < 1:
        told.append(f"  the nearest to the words given ({found.similarity:.0%} alike)")
    others = [str(other) for other in record.occurrences(quote or "") if other.start != found.start]
    if others:
        told.append(f"  also at {', '.join(others)}")
    return "\n".join(told)
