"""What stands between the blanks and line ends of a text. Most of it comes again and again and need be judged
once; and the few tokens that matter are found by splitting, faster than by a pattern for words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from itertools import accumulate, compress, pairwise

_BLOCK = 1 << 15
"""Characters split at once: the tokens of a whole text would take ten times its memory."""


def judged(text: str, is_wanted: Callable[[str], bool]) -> tuple[set[str], list[tuple[int, int]]]:
    """The tokens of a text, each once, and where those start and end that are wanted, each judged once. A
    character before another is passed over: there letters are spaced out.

    >>> tokens, places = judged("the terms of\\nthe lease", lambda token: token in ("the", "lease"))
    >>> sorted(tokens), places
    (['lease', 'of', 'terms', 'the'], [(0, 3), (13, 16), (17, 22)])
    """
    tokens: set[str] = set()
    wanted: set[str] = set()
    places: list[tuple[int, int]] = []
    for at, block in _blocks(text):
        own = set(block)
        fresh = own - tokens
        tokens |= fresh
        wanted.update(filter(is_wanted, fresh))
        if max(map(len, own)) < 2:
            continue  # nothing but letters that are spaced out
        ends = enumerate(accumulate(map(len, block)), at)  # the blanks before a token, the letters to its end
        following = [*block[1:], "--"]  # a block's last is kept
        found = compress(zip(block, following, ends, strict=True), map(wanted.__contains__, block))
        places += (
            (blanks + letters - len(token), blanks + letters)
            for token, after, (blanks, letters) in found
            if len(token) > 1 or len(after) > 1
        )
    return tokens, places


def pairs_of(text: str, wanted: AbstractSet[str]) -> set[tuple[str, str]]:
    """The wanted ones of a text's tokens, each with the one that follows it.

    >>> sorted(pairs_of("the terms of\\nthe lease", {"the", "of"}))
    [('of', 'the'), ('the', 'lease'), ('the', 'terms')]
    """
    pairs: set[tuple[str, str]] = set()
    last = ""
    for _, block in _blocks(text):
        block.insert(0, last)
        pairs.update(compress(pairwise(block), map(wanted.__contains__, block)))
        last = block[-1]
    return pairs


def _blocks(text: str) -> Iterator[tuple[int, list[str]]]:
    """The tokens of a text, some thousands at once, and where the first of them starts."""
    start = 0
    while start <= len(text):
        end = text.find(" ", start + _BLOCK)
        end = len(text) if end < 0 else end
        yield start, text[start:end].replace("\n", " ").split(" ")
        start = end + 1
