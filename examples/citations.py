"""The authorities that a filing cites, each with where: eyecite finds them, the record says page and line.

python examples/citations.py outbox/brief.pdf.json

2:14-15  Marrable v. Tidewell, 793 F.2d 1072, 1078-79 (9th Cir. 1986)
"""

import sys
from collections.abc import Iterator

from eyecite import get_citations

from flows.records import Record, load_record


def cited(record: Record) -> Iterator[tuple[str, str]]:
    """Page and line of each citation, and its text, in the order of the clean text."""
    for found in get_citations(record.text):
        start, end = found.full_span()
        yield str(record.cite(start, end)), " ".join(record.text[start:end].split())


if __name__ == "__main__":
    for path in sys.argv[1:]:
        for place, authority in cited(load_record(path)):
            print(f"{place}\t{authority}")
