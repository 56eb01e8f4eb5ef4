"""An inbox with what is no filing: pipes, sockets, devices, links that lead out or in a ring, odd names."""

from __future__ import annotations

import os
import socket
import stat
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from benchmarks.faults.files import WORDS
from benchmarks.faults.runs import Result, judged, run
from fixtures.forge.hostile.objects import LINES

NAMES = (
    b"two\nlines.txt", b"'quotes' and \"more\".txt", b"--out=elsewhere.txt", b"-rf.txt", b"a..b...txt",
    b"$(touch owned).txt", b"\x1b[2J.txt", b"gar\xe7on.txt", b"a" * 251 + b".txt", b"; reboot #.txt",
    b"<script>alert(1)<script>.txt", b"C:\\windows.txt",
)  # fmt: skip
"""Names that a shell, a terminal, an option parser, a browser or a disk could take for something else."""


def odd_inbox(folder: Path) -> Iterator[Result]:
    """What is no file is refused and told of, an odd name is only a name, and nothing outside is touched."""
    inbox, outbox, outside = folder / "inbox", folder / "outbox", folder / "outside"
    for place in (inbox, outside):
        place.mkdir(parents=True)
    (outside / "secret.txt").write_text("never read")
    for name in NAMES:
        (inbox / os.fsdecode(name)).write_text("\n".join(LINES))
    odd = list(_odd_things(inbox, outside))
    ended = run(inbox, outbox, "--format", "markdown", "--review")
    if ended.returncode not in (0, 1) or "Traceback" in ended.stderr:
        yield Result("the run", "crash", ended.stderr[-500:])
    for thing in odd:
        result = judged(thing, outbox, Counter())
        yield result if result.fate == "refused" else result._replace(fate="wrong", note="it was not refused")
    for name in NAMES:
        short = next((p.name[:-4] for p in outbox.glob("*~*.txt.txt")), "") if len(name) > 200 else ""
        yield judged(short or os.fsdecode(name), outbox, WORDS)
    written = b"".join(path.read_bytes() for path in outbox.rglob("*") if path.is_file())
    others = {path.name for place in (folder, outside) for path in place.iterdir()}
    sound = b"never read" not in written and others == {"inbox", "outbox", "outside", "secret.txt"}
    yield Result("what lies outside", "whole" if sound else "wrong", str(others))


def _odd_things(inbox: Path, outside: Path) -> Iterator[str]:
    """Put them into an inbox; their names."""
    os.mkfifo(inbox / "pipe.pdf")
    with socket.socket(socket.AF_UNIX) as listening:
        here = os.open(inbox, os.O_RDONLY)
        listening.bind(f"/proc/self/fd/{here}/socket.txt")  # an address is short
        os.close(here)
    links = {"out.txt": outside / "secret.txt", "all": outside, "gone.pdf": inbox / "no.pdf"}
    links["ring.txt"] = inbox / "ring.txt"
    for name, to in links.items():
        (inbox / name).symlink_to(to)
    with suppress(OSError):  # it takes root
        os.mknod(inbox / "null.txt", stat.S_IFCHR | 0o600, os.makedev(1, 3))
        yield "null.txt"
    (inbox / "loop").symlink_to(inbox)  # it leads to what is in the inbox anyway
    yield from ("pipe.pdf", "socket.txt", *links)
