"""Edits of every kind, at the worst places: what a step might ask of a document."""

from hypothesis import strategies as st

from cleaners import Document, Edit

TEXTS = st.text(st.sampled_from("ab1- \t\n\f§“"), max_size=60)
REASONS = st.sampled_from(("", "a reason", "another"))


@st.composite
def edits_of(draw: st.DrawFn, text: str, *, moves: bool = True) -> list[Edit]:
    """Edits that do not overlap: deletions, replacements (also by the same words), insertions (also of
    nothing) and, if wanted, moves: also into what is moved or taken out, and several to one place."""
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    places = st.one_of(st.sampled_from([*cuts, 0, len(text)]), st.integers(0, len(text)))
    found = []
    for start, end in zip(cuts[::2], cuts[1::2], strict=False):
        kind = draw(st.sampled_from(("delete", "replace", "insert", "move")))
        reason = draw(REASONS)
        if kind == "move" and moves:
            found.append(Edit(start, end, draw(st.sampled_from(("", "\n"))), reason, draw(places)))
        elif kind == "replace":
            new = draw(st.one_of(st.just(text[start:end]), st.text("xy ", max_size=3)))
            found.append(Edit(start, end, new, reason))
        elif kind == "insert":
            found.append(Edit(start, start, draw(st.sampled_from(("", "[^1]", text[:2]))), reason))
        else:
            found.append(Edit(start, end, "", reason))
    return found


@st.composite
def documents(draw: st.DrawFn, texts: st.SearchStrategy[str] = TEXTS) -> Document:
    """A document after several steps."""
    document = Document.from_text(draw(texts))
    for step in draw(st.lists(st.sampled_from(("one", "two", "three")), max_size=5)):
        document = document.edited(draw(edits_of(document.text)), by=step)
    return document
