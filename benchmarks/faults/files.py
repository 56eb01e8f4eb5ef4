"""Hostile files, and good files that were damaged in seeded ways, through one run."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks.faults.runs import FILINGS, Result, copied, judged, run
from fixtures.forge.hostile.case import Fate, Hostile
from fixtures.forge.hostile.objects import LINES

WORDS = Counter(" ".join(LINES).split())

GOOD = ("certificate.jpg", "hearing.pdf", "numbered.txt")
"""Filings that lie among the bad ones, and must come out as if they were alone."""

BORN_DIGITAL = ("authorities.pdf", "hearing.pdf", "memorandum.pdf", "opinion.pdf", "pleading.pdf")
SCANS = ("authorities-scan.tiff", "blank-between.tif", "certificate.jpg", "motion-scan.pdf")


def hostile_files(
    cases: Iterable[Hostile], folder: Path, good: tuple[str, ...] = GOOD, **limits: str
) -> Iterator[Result]:
    """Each case's result, from a run over all of them with good filings in between."""
    cases = list(cases)
    inbox, outbox = copied(good, folder / "inbox"), folder / "outbox"
    for case in cases:
        (inbox / case.name).write_bytes(case.make())
    ended = run(inbox, outbox, **limits)
    if ended.returncode not in (0, 1) or "Traceback" in ended.stderr:
        yield Result("the run", "crash", ended.stderr[-500:])
    for case in cases:
        result = judged(case.name, outbox, WORDS)
        yield result if _is_meant(case, result) else result._replace(fate="wrong")
    for name in good:
        gold = (FILINGS.parent / "clean" / f"{name}.txt").read_text("utf-8")
        yield judged(name, outbox, Counter(gold.split()))


def _is_meant(case: Hostile, result: Result) -> bool:
    if result.fate == "refused":
        return case.fate is not Fate.WHOLE and case.says in result.note
    return case.fate is not Fate.REFUSED or not result.sound


def damaged_files(count: int, seed: int, folder: Path, names: tuple[str, ...]) -> Iterator[Result]:
    """Results of fixtures cut short at every tenth, with bits flipped, with blocks lost, doubled, blanked."""
    draw = random.Random(seed)  # noqa: S311 - to be repeated, not to be secret
    inbox, outbox = folder / "inbox", folder / "outbox"
    inbox.mkdir(parents=True)
    sources = {}
    for number in range(count):
        name = names[number % len(names)]
        whole = (FILINGS / name).read_bytes()
        path = inbox / f"{number:04}-{name}"
        path.write_bytes(_cut(whole, number, len(names)) if number < 9 * len(names) else _worn(whole, draw))
        sources[path.name] = name
    ended = run(inbox, outbox)
    if ended.returncode not in (0, 1) or "Traceback" in ended.stderr:
        yield Result("the run", "crash", ended.stderr[-500:])
    undisturbed = folder / "undisturbed"
    run(copied(names, folder / "good"), undisturbed)
    for name, source in sources.items():
        words = Counter((undisturbed / f"{source}.txt").read_text("utf-8").split())
        yield judged(name, outbox, words)


def _cut(whole: bytes, number: int, names: int) -> bytes:
    return whole[: len(whole) * (1 + number // names) // 10]


def _worn(whole: bytes, draw: random.Random) -> bytes:
    """The file with some bits flipped or with a block lost, doubled or zeroed."""
    worn = bytearray(whole)
    way = draw.randrange(4)
    if way == 0:
        for _ in range(draw.choice((1, 3, 30))):
            worn[draw.randrange(len(worn))] ^= 1 << draw.randrange(8)
        return bytes(worn)
    start = draw.randrange(len(worn))
    block = worn[start : start + draw.choice((16, 512, 4096))]
    worn[start : start + len(block)] = (b"", block * 2, bytes(len(block)))[way - 1]
    return bytes(worn)
