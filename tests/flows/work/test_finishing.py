"""How a filing is finished whose pages are read."""

from collections.abc import Iterable
from pathlib import Path
from weakref import ReferenceType, ref

import pytest

from cleaners.document import Document
from cleaners.findings.quality import PageQuality, page_qualities
from cleaners.page import Page, Word
from flows import recording
from flows.boxes.inbox import jobs_in
from flows.boxes.outbox import Outbox
from flows.packing import pack_words
from flows.work.finishing import finished
from flows.work.plan import Plan


def test_of_what_was_read_and_what_was_cleaned_no_more_stays_in_memory_than_is_needed(
    inbox: Path, outbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The words of a thousand pages take 60 MiB, those of a document's lines as much again."""
    job, *_ = jobs_in([inbox / "order.txt"], outbox)
    read: list[ReferenceType[Document]] = []
    cleaned: list[ReferenceType[Document]] = []
    packed: list[int] = []

    def put_together() -> Document:
        page = Page(1, 0, 14, words=(Word(0, 6, 72, 72, 110, 84, 1.0), Word(7, 14, 114, 72, 160, 84, 1.0)))
        document = Document.from_pages("Motion  DENIED", [page])
        read.append(ref(document))
        return document

    def judged(document: Document) -> list[PageQuality]:
        assert read[0]() is None
        cleaned.append(ref(document))
        return page_qualities(document)

    def pack(words: Iterable[Word], start: int) -> list[int]:
        assert cleaned[0]() is None
        packed.append(start)
        return pack_words(words, start)

    monkeypatch.setattr(recording, "page_qualities", judged)
    monkeypatch.setattr(recording, "pack_words", pack)
    plan = Plan(Outbox(outbox))
    assert finished(job, plan, job.path, job.seen_now(), put_together).state == "cleaned"
    assert packed == [0]
    assert (outbox / "order.txt.txt").read_text() == "Motion DENIED\n"
