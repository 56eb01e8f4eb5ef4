"""Pages that hold words which nobody sees, in every format that is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from benchmarks.faults.files import WORDS
from benchmarks.faults.runs import Result, judged, run
from fixtures.forge.hostile.leaks import LEAKS, SECRET, Leak

FORMATS = ("--format", "markdown", "--format", "jsonl", "--format", "hocr", "--review")


def leaking_files(folder: Path, cases: tuple[Leak, ...] = LEAKS) -> Iterator[Result]:
    """Whether the hidden words stand in any byte of what is written for a page, the sound words come out, and
    the record warns where the file gives the hidden ones away."""
    inbox, outbox = folder / "inbox", folder / "outbox"
    inbox.mkdir(parents=True)
    for case in cases:
        (inbox / case.name).write_bytes(case.make())
    ended = run(inbox, outbox, *FORMATS)
    if ended.returncode or "Traceback" in ended.stderr:
        yield Result("the run", "crash", ended.stderr[-500:])
    secret = [word.encode() for word in SECRET.split()]
    for case in cases:
        written = {p: p.read_bytes() for p in outbox.rglob(f"*{case.name}*")}
        told = [p.name for p, content in written.items() if any(word in content for word in secret)]
        result = judged(case.name, outbox, Counter(WORDS))
        warned = b"that nobody sees" in written.get(outbox / f"{case.name}.json", b"")
        if told:
            yield Result(case.name, "wrong", f"the hidden words stand in {told}")
        elif warned != case.warned:
            yield Result(case.name, "wrong", "no warning" if case.warned else "a warning without cause")
        elif len(written) < 6:
            yield Result(case.name, "wrong", f"not all is written: {sorted(p.name for p in written)}")
        else:
            yield result
