"""What a renderer of Markdown shows of it."""

from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

RENDERER = MarkdownIt("commonmark").enable("table").use(footnote_plugin)
"""CommonMark with the tables and footnotes of GitHub."""


def words(markdown: str) -> list[str]:
    """The words as they are shown, numbers of lists and labels of notes too, notes at the end; bullets are
    none. Whatever else than text is made of them (code, a link, a rule, a tag) is named in angle brackets."""
    return " ".join(part for token in RENDERER.parse(markdown) for part in _shown(token)).split()


def _shown(token: Token) -> Iterator[str]:
    match token.type:
        case "inline":
            yield "".join(_inline(child) for child in token.children or ())
        case "html_block" | "fence" | "code_block" | "hr":
            yield f"<{token.type}>"
        case "list_item_open" if token.info:
            yield token.info + token.markup
        case "footnote_open":
            yield f"[^{token.meta['label']}]:"


def _inline(token: Token) -> str:
    match token.type:
        case "text" | "text_special":
            return token.content
        case "softbreak" | "hardbreak":
            return " "
        case "footnote_ref":
            return f"[^{token.meta['label']}]"
        case "html_inline" | "image" | "link_open" | "code_inline":
            return f"<{token.type}>"
    return ""
