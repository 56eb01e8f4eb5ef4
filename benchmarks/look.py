"""Pages to look at: the page pictures at the left, output against gold at the right, differences marked."""

import html
from pathlib import Path

from pdf2image import convert_from_path
from PIL import Image
from rapidfuzz.distance import Levenshtein

from benchmarks.corpus import GoldFiling
from cleaners import Document

STYLE = """body{font:15px/1.5 Georgia,serif;margin:0;display:grid;grid-template-columns:1fr 1fr}
main{padding:1rem 2rem;white-space:pre-wrap;overflow:auto;height:100vh;box-sizing:border-box}
aside{overflow:auto;height:100vh;background:#777}img{width:100%;display:block;margin-bottom:4px}
del{background:#ffc9c9}ins{background:#bfe8bf;text-decoration:none}a{display:block}"""


def write_pages(folder: Path, filings: list[GoldFiling], documents: dict[str, Document]) -> None:
    """Write one page a filing and an index: what the gold has and the output lacks is struck through in red,
    what the output has beyond the gold stands in green."""
    folder.mkdir(parents=True, exist_ok=True)
    links = []
    for filing in filings:
        pictures = _pictures(folder, filing.path)
        images = "".join(f'<img loading="lazy" alt="page {n}" src="{p}">' for n, p in enumerate(pictures, 1))
        body = _marked(filing.gold, documents[filing.name].text)
        page = f"<!doctype html><meta charset=utf-8><title>{filing.name}</title><style>{STYLE}</style>"
        (folder / f"{filing.name}.html").write_text(
            f"{page}<aside>{images}</aside><main>{body}</main>", "utf-8"
        )
        links.append(f'<a href="{filing.name}.html">{filing.name} ({filing.kind})</a>')
    (folder / "index.html").write_text(f"<!doctype html><meta charset=utf-8>{''.join(links)}", "utf-8")


def _pictures(folder: Path, path: Path) -> list[str]:
    if path.suffix == ".txt":
        return []
    pages = convert_from_path(path, 80) if path.suffix == ".pdf" else [Image.open(path).convert("L")]
    names = []
    for number, page in enumerate(pages, 1):
        names.append(f"{path.stem}-{number}.jpg")
        page.thumbnail((1000, 1400))
        page.save(folder / names[-1], quality=70)
    return names


def _marked(gold: str, text: str) -> str:
    """Both texts in one, word by word; block ends count as words."""
    one, two = (t.replace("\n\n", " ¶ ").replace("\n", " ⏎ ").split(" ") for t in (gold, text))
    parts = []
    for op in Levenshtein.opcodes(one, two):
        was, now = " ".join(one[op.src_start : op.src_end]), " ".join(two[op.dest_start : op.dest_end])
        if op.tag == "equal":
            parts.append(html.escape(now))
            continue
        parts += [f"<del>{html.escape(was)}</del>"] if was else []
        parts += [f"<ins>{html.escape(now)}</ins>"] if now else []
    return " ".join(parts).replace("¶", "\n\n").replace("⏎", "\n")
