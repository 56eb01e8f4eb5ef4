"""Pages to look at: the page pictures at the left, output against gold at the right, differences marked; and
an index with the figures by document and by kind, and what has changed since the last recorded run."""

import html
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from pdf2image import convert_from_path
from PIL import Image
from rapidfuzz.distance import Levenshtein

from benchmarks.corpus import MEASURES, GoldFiling
from cleaners import Document

BETTER_HIGH = {"blocks", "cites"}
"""Measures of which more is better."""

Scores = Mapping[str, Mapping[str, float]]

STYLE = """body{font:15px/1.5 Georgia,serif;margin:0}table{border-collapse:collapse;margin:2rem}
td,th{padding:.2rem .8rem;text-align:right;border-bottom:1px solid #ddd}td:first-child{text-align:left}
.better{color:#176b2c}.worse{color:#b3261e}.filing{display:grid;grid-template-columns:1fr 1fr}
main{padding:1rem 2rem;white-space:pre-wrap;overflow:auto;height:100vh;box-sizing:border-box}
aside{overflow:auto;height:100vh;background:#777}img{width:100%;display:block;margin-bottom:4px}
del{background:#ffc9c9}ins{background:#bfe8bf;text-decoration:none}nav{font:13px system-ui}
:target{outline:3px solid #e0a100}"""


def write_pages(
    folder: Path,
    filings: Sequence[GoldFiling],
    documents: Mapping[str, Document],
    scores: Scores,
    last: Scores,
) -> None:
    """Write one page a filing and an index: what the gold has and the output lacks is struck through in red,
    what the output has beyond the gold stands in green. ``scores`` are by filing and by kind, ``last`` those
    of the last recorded run."""
    folder.mkdir(parents=True, exist_ok=True)
    kinds = {filing.name: filing.kind for filing in filings}
    for filing in filings:
        pictures = _pictures(folder, filing.path)
        images = "".join(f'<img loading="lazy" alt="page {n}" src="{p}">' for n, p in enumerate(pictures, 1))
        marked, count = _marked(filing.gold, documents[filing.name].text)
        figures = " · ".join(
            f"{measure} {_figure(scores, last, filing.name, measure)}" for measure in MEASURES
        )
        leads = f'<a href="index.html">all</a> · {figures} · <a href="#d1">{count} differences</a>'
        body = f'<div class="filing"><aside>{images}</aside><main><nav>{leads}</nav>{marked}</main></div>'
        _write(folder / f"{filing.name}.html", filing.name, body)
    heads = "".join(f"<th>{measure}</th>" for measure in ("", "words", *MEASURES))
    rows = "".join(_row(name, kinds.get(name), scores, last) for name in scores)
    _write(folder / "index.html", "Output against gold", f"<table><tr>{heads}</tr>{rows}</table>")


def _write(path: Path, title: str, body: str) -> None:
    page = (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{title}</title><style>{STYLE}</style>'
    )
    path.write_text(page + body, "utf-8")


def _row(name: str, kind: str | None, scores: Scores, last: Scores) -> str:
    """A document, with a link to its page, or a kind of documents."""
    told = f'<a href="{name}.html">{name}</a> ({kind})' if kind else f"<b>{name}</b>"
    cells = "".join(f"<td>{_figure(scores, last, name, measure)}</td>" for measure in MEASURES)
    return f"<tr><td>{told}</td><td>{scores[name]['words']:.0f}</td>{cells}</tr>"


def _figure(scores: Scores, last: Scores, name: str, measure: str) -> str:
    value, before = scores[name][measure], last.get(name, {}).get(measure)
    if before is None or abs(value - before) < 0.00005:
        return f"{value:.4f}"
    way = "better" if (value > before) == (measure in BETTER_HIGH) else "worse"
    return f'{value:.4f} <span class="{way}">{value - before:+.4f}</span>'


def _pictures(folder: Path, path: Path) -> Iterator[str]:
    if path.suffix == ".txt":
        return
    pages = convert_from_path(path, 80) if path.suffix == ".pdf" else [Image.open(path).convert("L")]
    for number, page in enumerate(pages, 1):
        name = f"{path.stem}-{number}.jpg"
        page.thumbnail((1000, 1400))
        page.save(folder / name, quality=70)
        yield name


def _marked(gold: str, text: str) -> tuple[str, int]:
    """Both texts in one, word by word, block ends counted as words, and how many differences there are; each
    leads to the next."""
    one, two = (t.replace("\n\n", " ¶ ").replace("\n", " ⏎ ").split(" ") for t in (gold, text))
    parts, count = [], 0
    for op in Levenshtein.opcodes(one, two):
        was, now = " ".join(one[op.src_start : op.src_end]), " ".join(two[op.dest_start : op.dest_end])
        if op.tag == "equal":
            parts.append(html.escape(now))
            continue
        count += 1
        both = f"<del>{html.escape(was)}</del>" * bool(was) + f"<ins>{html.escape(now)}</ins>" * bool(now)
        parts.append(f'<span id="d{count}">{both}<a href="#d{count + 1}">›</a></span>')
    return " ".join(parts).replace("¶", "\n\n").replace("⏎", "\n"), count
