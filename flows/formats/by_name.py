"""The forms in which clean text is written besides text and record, each made from the record alone."""

from pkgutil import resolve_name
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flows.records import Record

FORMATS = {
    "markdown": (".md", "flows.formats.markdown:as_markdown"),
    "jsonl": (".jsonl", "flows.formats.jsonlines:as_jsonl"),
    "hocr": (".hocr", "flows.formats.hocr:as_hocr"),
}
"""By name: the suffix of the file, and what writes it, which is loaded with the first filing."""


def written(record: "Record", form: str) -> tuple[str, str]:
    """The suffix and the text of a record in a form."""
    suffix, writes = FORMATS[form]
    return suffix, resolve_name(writes)(record)
