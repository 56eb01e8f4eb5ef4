"""The forms in which clean text is written besides text and record, each made from the record alone."""

from collections.abc import Callable

from flows.hocr import as_hocr
from flows.jsonlines import as_jsonl
from flows.markdown import as_markdown
from flows.records import Record

FORMATS: dict[str, tuple[str, Callable[[Record], str]]] = {
    "markdown": (".md", as_markdown),
    "jsonl": (".jsonl", as_jsonl),
    "hocr": (".hocr", as_hocr),
}
"""By name: the suffix of the file, and what writes it."""
