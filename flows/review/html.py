"""Pages to look at: what was read beside what came out, for each filing of an outbox, and an index of them.

Each page is one file that needs nothing beside it: styles, script, word boxes and page pictures are in it, so
it can be kept or sent as it is, and it asks for nothing over a network. Its content policy forbids all but
that one script, by its hash. A picture becomes an image only when its page comes near the window, so that
hundreds of pages open at once.
"""

import base64
import hashlib
import os
from collections import Counter
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cache, partial
from importlib.resources import files
from itertools import groupby
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from cleaners.findings.quality import DOUBTFUL
from cleaners.page import Page
from flows.boxes.inbox import Job
from flows.boxes.outbox import ERROR, RECORD, Outbox
from flows.boxes.sources import source_of, unchanged
from flows.records import ErrorRecord, PageRecord, Record
from flows.review.fragments import STEPS, Fragments, Part, Unit
from flows.review.pictures import Undrawable, page_pictures
from flows.storage.stores import NO_RECORD, Store, UnusablePlace
from flows.work.workshop import PROCESSORS

FOLDER = "review"
"""Where in the outbox the pages are written."""

INDEX = f"{FOLDER}/index.html"

GOOD, FAIR = 0.97, 0.9
"""Expected shares of right words from which a score is shown as good, and as fair."""


@dataclass(frozen=True)
class Entry:
    """A filing in the index. ``doubtful`` counts its doubtful words, ``look`` are the pages to look at; one
    that could not be cleaned has ``cause`` and ``remedy`` only."""

    name: str
    href: str = ""
    title: str = ""
    pages: int = 0
    read: str = ""
    quality: float | None = None
    doubtful: int = 0
    edits: Counter[str] = field(default_factory=Counter)
    removed: Counter[str] = field(default_factory=Counter)
    look: tuple[PageRecord, ...] = ()
    cause: str = ""
    remedy: str = ""


@dataclass(frozen=True)
class Sheet:
    """A page to show. ``parts`` are its text as read, where there is no picture to show; ``taken`` names the
    units that were taken out, with their step's colour. ``data`` is what the script knows of it: its size in
    points, the boxes of its units (left, top, right, bottom in tenths of a point, and state: 0 kept, 1
    doubtful, from 2 on taken out, by the step of that number), and from which unit on it prints which line
    and folio."""

    page: Page
    folio: str | None
    quality: float | None
    picture: str
    parts: tuple[Part, ...]
    taken: Mapping[str, int]
    data: dict[str, Any]


def write_review(where: str | os.PathLike[str], inbox: str | None = None) -> str:
    """Write a page for each filing of the outbox at a path or URL, and an index; say where that lies.

    ``inbox`` is the path or URL of the folder that holds the filings; if it is not given they are looked for
    where they were cleaned from. One that is not there any more is shown without pictures. A page that is
    there already and was made of the same record is left as it is.

    Raises:
        OSError: the outbox cannot be read or written.
        UnusablePlace: there is no record, or a URL cannot be meant.
    """
    outbox = Outbox(where)
    files = sorted(f"{name}{suffix}" for suffix in (RECORD, ERROR) for name in outbox.names(suffix))
    files = [file for file in files if not file.startswith(f"{FOLDER}/")]
    if not files:
        raise UnusablePlace(NO_RECORD.format(where))
    with ThreadPoolExecutor(PROCESSORS) as threads:
        entries = list(threads.map(partial(_entry, outbox, inbox), files))
    cleaned = [entry for entry in entries if not entry.cause]
    index = _rendered(
        "batch",
        entries=entries,
        pages=sum(entry.pages for entry in cleaned),
        failed=[entry for entry in entries if entry.cause],
        doubtful=sorted(_pages_to_look_at(cleaned), key=lambda page: page["quality"] or 0.0),
        steps=list(_summed(cleaned)),
    )
    outbox.store.write({INDEX: index.encode()})
    return outbox.store.url(INDEX)


def _entry(outbox: Outbox, inbox: str | None, file: str) -> Entry:
    """The index entry of a record, its page written beside."""
    try:
        if file.endswith(ERROR):
            error = ErrorRecord.model_validate_json(outbox.store.read(file))
            return Entry(error.name, cause=error.cause, remedy=error.remedy)
        name = file.removesuffix(RECORD)
        record = outbox.load(name)
        _write_page(outbox.store, name, record, source_of(name, record, outbox, inbox))
    except ValueError as error:
        cause = f"its record cannot be read ({type(error).__name__})"
        return Entry(file, cause=cause, remedy="clean it again")
    return _listed(record, quote(os.fsencode(f"{name}.html")))


def _listed(record: Record, href: str) -> Entry:
    methods = Counter(page.method for page in record.pages)
    return Entry(
        name=record.source.name,
        href=href,
        title=record.facts.title or "",
        pages=len(record.pages),
        read=", ".join(f"{method} {count}" for method, count in sorted(methods.items())),
        quality=record.quality,
        doubtful=sum(word.confidence < DOUBTFUL for page in record.document.pages for word in page.words),
        edits=Counter({step.name: step.edits for step in record.steps}),
        removed=Counter({step.name: step.removed for step in record.steps}),
        look=tuple(page for page in record.pages if page.doubts),
    )


def _write_page(store: Store, name: str, record: Record, source: Job | None) -> None:
    """Write a filing's page, unless the one that is there was made of the same record, file and templates."""
    page = f"{FOLDER}/{name}.html"
    seen = f"{source.place} {source.seen}" if source else ""
    digest = hashlib.sha256(f"{record.model_dump_json()}{seen}".encode() + _templates()).hexdigest()
    if store.seen(page) and digest.encode() in store.read(page)[:2000]:
        return
    fragments = Fragments(record)
    pictures, no_pictures = _pictures(record, source)
    shown = _rendered(
        "filing",
        record=record,
        digest=digest,
        home="../" * name.count("/") + "index.html",
        blocks=fragments.blocks(),
        sheets=list(_sheets(record, fragments, pictures)),
        no_pictures=no_pictures,
    )
    store.write({page: shown.encode()})


def _pictures(record: Record, source: Job | None) -> tuple[list[str], str]:
    """The page pictures of a filing, and in words why there are none if there should be."""
    pages = record.document.pages
    none = [""] * len(pages)
    if not any(page.words for page in pages):
        return none, ""
    with unchanged(source, record) as path:
        if path is None:
            return none, "There are no pictures of its pages: the filing was not found, or has changed since."
        try:
            return page_pictures(path, pages), ""
        except Undrawable as error:
            return none, f"There are no pictures of its pages: they could not be drawn ({error})."


def _sheets(record: Record, fragments: Fragments, pictures: list[str]) -> Iterator[Sheet]:
    taken = {
        part.unit.name: fragment.colour
        for shown in fragments.blocks()
        for fragment in shown.fragments
        if fragment.kind == "removed"
        for part in fragment.parts
        if part.unit
    }
    units = {number: list(own) for number, own in groupby(fragments.units, lambda unit: unit.page)}
    for page, told, picture in zip(record.document.pages, record.pages, pictures, strict=True):
        own = units.get(page.number, [])
        data = {
            "size": (page.width, page.height),
            "boxes": [number for unit in own for number in _box(unit, taken)],
            "lines": list(_lines(own, told.folio)),
        }
        parts = () if page.words else fragments.source_parts(page)
        yield Sheet(page, told.folio, told.quality, picture, parts, taken, data)


def _box(unit: Unit, taken: Mapping[str, int]) -> tuple[int, ...]:
    if unit.box is None:
        return ()
    state = taken[unit.name] + 2 if unit.name in taken else int(unit.doubtful)
    return (*(round(10 * edge) for edge in unit.box), state)


def _lines(units: list[Unit], folio: str | None) -> Iterator[tuple[int, int | None, str | None]]:
    """From which unit on the page prints which line number and folio."""
    last = None
    for index, unit in enumerate(units):
        if (unit.line, unit.folio) != last:
            yield index, unit.line, unit.folio
            last = unit.line, unit.folio
    if not units:
        yield 0, None, folio


def _pages_to_look_at(entries: list[Entry]) -> Iterator[dict[str, Any]]:
    for entry in entries:
        for page in entry.look:
            yield {
                "name": entry.name, "href": entry.href, "number": page.number, "quality": page.quality,
                "doubts": page.doubts,
            }  # fmt: skip


def _summed(entries: list[Entry]) -> Iterator[dict[str, Any]]:
    for name in STEPS:
        edits = sum(entry.edits[name] for entry in entries)
        if edits:
            removed = sum(entry.removed[name] for entry in entries)
            filings = sum(entry.edits[name] > 0 for entry in entries)
            yield {"name": name, "edits": edits, "removed": removed, "filings": filings}


def _rendered(kind: str, **values: Any) -> str:  # noqa: ANN401 - a template takes anything
    style, script = _asset("review.css"), _asset(f"{kind}.js")
    policy = (
        f"default-src 'none'; img-src data:; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    page = _environment().get_template(f"{kind}.html")
    return page.render(policy=policy, style=Markup(style), script=Markup(script), **values)  # noqa: S704 - our own


def _hash(content: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()


@cache
def _environment() -> Environment:
    """Everything is escaped that a template is given; nothing in a filing is ever markup."""
    environment = Environment(
        loader=PackageLoader("flows"), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    environment.globals.update(
        percent=lambda share: f"{100 * share:.0f}\u2009%",
        grade=lambda value: "good" if value >= GOOD else "fair" if value >= FAIR else "poor",
        colour=lambda step: STEPS.get(step, len(STEPS)),
        tag=lambda kind: "h2" if kind == "heading" else "blockquote" if kind == "quotation" else "p",
    )
    return environment


def _asset(name: str) -> str:
    return files("flows").joinpath("templates", name).read_text("utf-8")


@cache
def _templates() -> bytes:
    return "".join(map(_asset, ("filing.html", "macros.html", "review.css", "filing.js"))).encode()
