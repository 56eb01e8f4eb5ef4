"""What is broken in a PDF where its readers say nothing.

Poppler and PDFium make the best of a file. Of a page whose content cannot be found, or of a table of objects
that had to be put together anew, they show what is left, and are silent. qpdf tells of such; and what is
packed by Flate carries a sum of what it unpacks to, which is looked at here: 0.1 ms a page. Scans are
unpacked as what they are, JPEG or fax.
"""

import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Self

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, PdfError, Stream
from pikepdf.settings import set_qpdf_limits

from flows.pages.fax import fax_damage
from flows.pages.jpeg import jpeg_damage

MOST_UNPACKED = 1 << 28
"""Bytes that are unpacked of a stream. Nothing is said of one that has more: poppler draws it, or runs into a
limit."""

set_qpdf_limits(flate_max_memory=MOST_UNPACKED)

HARMLESS = "common error handled correctly"
"""What qpdf says of that which many programs write and every reader understands."""

FAILURES = (PdfError, RuntimeError, ValueError, TypeError, AttributeError, zlib.error)
"""How qpdf fails, and pikepdf where an object is not what it should be."""


class Examined:
    """A PDF under qpdf, in a ``with`` block; ``pages`` is how many pages PDFium finds in it."""

    def __init__(self, path: Path, pages: int) -> None:
        self._sound: set[tuple[int, int]] = set()
        self._pdf: pikepdf.Pdf | None = None
        self._wrong = ""
        try:
            self._pdf = pikepdf.open(path)
            found = len(self._pdf.pages)
            self._wrong = warned(self._pdf)
        except FAILURES as error:
            self._wrong = _plain(str(error))
            return
        if not self._wrong and found != pages:
            self._wrong = f"one reader finds {pages} pages, another {found}"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._pdf:
            self._pdf.close()

    def fault(self, number: int, *, scanned: bool) -> str:
        """What is wrong with a page, or with the whole file, if anything is: with what its words come from
        and, where it is ``scanned``, with its pictures."""
        if self._wrong or self._pdf is None:
            return self._wrong
        try:
            return self._fault(self._pdf, self._pdf.pages[number - 1].obj, scanned=scanned)
        except FAILURES as error:
            return _plain(str(error))

    def _fault(self, pdf: pikepdf.Pdf, page: Object, *, scanned: bool) -> str:
        given = _contents(page)
        content = [stream for stream in given if isinstance(stream, Stream)]
        if len(content) < len(given):
            return "its content is missing"
        if not content and _has_orphans(pdf):
            return "it has no content, while the file holds some that belongs nowhere"
        for stream in [*content, *_resources(page, scanned=scanned)]:
            if stream.objgen not in self._sound:
                if not _unpacks(pdf, stream):
                    return "what is packed in it is not what was packed"
                self._sound.add(stream.objgen)
        return warned(pdf)


def warned(pdf: pikepdf.Pdf) -> str:
    """What qpdf has warned of since it was last asked; empty if of nothing that does harm."""
    return next((_plain(warning) for warning in pdf.get_warnings() if HARMLESS not in warning), "")


def _plain(warning: str) -> str:
    """What qpdf says, without the file's name."""
    return warning.rpartition(": ")[2][:80]


def _contents(page: Object) -> list[Object]:
    """What should be the streams of a page's content."""
    return _many(page.get("/Contents"))


def _resources(page: Object, *, scanned: bool) -> Iterator[Stream]:
    """What else a page's words come from: the forms drawn on it, their fonts' maps to characters, and the
    pictures of one that is scanned."""
    waiting: list[Object] = [page]
    seen: set[tuple[int, int]] = set()
    while waiting:
        holder = waiting.pop()
        for font in _resource(holder, "/Font"):
            if isinstance(meaning := font.get("/ToUnicode"), Stream):
                yield meaning
        for thing in _resource(holder, "/XObject"):
            form = thing.get("/Subtype") == Name.Form
            if isinstance(thing, Stream) and thing.objgen not in seen and (form or scanned):
                seen.add(thing.objgen)
                yield thing
                if form:
                    waiting.append(thing)


def _resource(holder: Object, kind: str) -> list[Object]:
    """The resources of a kind that a page or a form has."""
    return list(holder.get("/Resources", Dictionary()).get(kind, Dictionary()).values())


def _unpacks(pdf: pikepdf.Pdf, stream: Stream) -> bool:
    """Whether a stream unpacks to its end and to what was packed. Raises what qpdf and zlib do."""
    packed = stream.read_raw_bytes()
    if not (filters := _many(stream.get("/Filter"))):
        return True
    *outer, last = filters
    if outer:
        packed = pdf.make_stream(packed, Filter=Array(outer)).read_bytes()
    if last in {Name.FlateDecode, Name.Fl}:
        return _inflates(packed)
    if last in {Name.DCTDecode, Name.DCT}:
        return not jpeg_damage(packed)
    if last in {Name.CCITTFaxDecode, Name.CCF}:
        return _is_whole_fax(stream, packed)
    return True


def _is_whole_fax(stream: Stream, packed: bytes) -> bool:
    """Whether a fax is sound; nothing is said of those of Group 3, which scanners have not made for long."""
    told = (_many(stream.get("/DecodeParms")) or [Dictionary()])[-1]
    if told.get("/K", 0) >= 0 or told.get("/EncodedByteAlign", False):
        return True
    return not fax_damage(packed, int(told.get("/Columns", 1728)), int(stream.get("/Height", 0)))


def _many(given: Object | None) -> list[Object]:
    """What may be one thing, a list of them, or nothing."""
    return list(given) if isinstance(given, Array) else [] if given is None else [given]


def _inflates(packed: bytes) -> bool:
    """Whether all of it is there, and its sum (Adler-32) is right, which zlib holds it to."""
    inflating, size = zlib.decompressobj(), 0
    while packed and not inflating.eof and size < MOST_UNPACKED:
        size += len(inflating.decompress(packed, 1 << 20))
        packed = inflating.unconsumed_tail
    return inflating.eof or size >= MOST_UNPACKED


def _has_orphans(pdf: pikepdf.Pdf) -> bool:
    """Whether the file holds content that nothing refers to, or a page by a name that means nothing; apart
    from what is the file's own table."""
    named: set[tuple[int, int]] = set()
    waiting: list[Object] = [pdf.trailer]
    while waiting:
        for part in _parts(waiting.pop()):
            if part.objgen not in named:
                if part.is_indirect:
                    named.add(part.objgen)
                waiting.append(part)
    streams = (thing for thing in pdf.objects if isinstance(thing, Stream))
    return any(s.objgen not in named and not {"/Type", "/Subtype", "/S"} & s.keys() for s in streams)


def _parts(thing: Object) -> list[Object]:
    """The objects in an object that may refer to others."""
    if isinstance(thing, Array):
        parts = list(thing)
    elif thing.get("/Type") == Name.Page:
        parts = [part for name, part in thing.items() if name == "/Contents" or not _is_content(part)]
    else:
        parts = list(thing.values())
    return [part for part in parts if isinstance(part, Array | Dictionary | Stream)]


def _is_content(part: Object) -> bool:
    """Whether it could be a page's content."""
    first = part[0] if isinstance(part, Array) and len(part) else part
    return isinstance(first, Stream)
