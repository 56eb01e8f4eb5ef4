"""Clean text as JSON Lines: a block a line, with its kind and where it is to be cited; for search indexes and
language models."""

import json
from collections.abc import Iterator
from typing import Any

from flows.records import Record


def as_jsonl(record: Record) -> str:
    """One JSON object a block and line, in the order of the clean text."""
    return "".join(f"{json.dumps(block, ensure_ascii=False)}\n" for block in blocks_of(record))


def blocks_of(record: Record) -> Iterator[dict[str, Any]]:
    """The blocks: ``kind`` and ``text``; ``page`` (physical), ``folio``, ``lines`` and ``citation`` of where
    it begins and ends; ``start`` and ``end`` in the clean text; the ``filing`` and its ``docket_number``."""
    for start, end, kind in record.blocks:
        cited = record.cite(start, end)
        yield {
            "filing": record.source.name,
            "docket_number": record.facts.docket_number,
            "kind": kind,
            "text": record.text[start:end],
            "page": cited.page,
            "folio": cited.folio,
            "lines": cited.lines,
            "citation": str(cited),
            "start": start,
            "end": end,
        }
