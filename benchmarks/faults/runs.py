"""Runs of ``clean-filings run``, whole or broken off, and what they leave behind."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Literal, NamedTuple

from flows.boxes.outbox import ERROR, RECORD, TEXT
from flows.records import load_record

COMMAND = [sys.executable, "-c", "from flows.cli import main; main()", "run"]
ROOT = Path(__file__).resolve().parents[2]
FILINGS = ROOT / "fixtures" / "filings"

SLACK = 0.02
"""Share of a filing's words that may be misread, or changed by a flipped bit in the words themselves, which
nothing can tell."""


class Result(NamedTuple):
    """What became of a thing that was tried: ``whole`` (all its words came out), ``refused`` with cause and
    remedy, ``told`` (words are missing, and the record says that they may be), or one of the three that must
    not be: ``lost`` (words are missing in silence), ``wrong`` and ``crash``."""

    what: str
    fate: Literal["whole", "refused", "told", "lost", "wrong", "crash"]
    note: str = ""

    @property
    def sound(self) -> bool:
        """Whether that may be."""
        return self.fate in ("whole", "refused", "told")


def environment(**more: str) -> dict[str, str]:
    """This process's environment without a Prefect server, and more."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")}
    return {**clean, "PYTHONPATH": str(ROOT), "PREFECT_PROFILES_PATH": os.devnull, **more}


def run(inbox: Path, outbox: Path, *options: str, **more: str) -> subprocess.CompletedProcess[str]:
    """A run to its end."""
    return subprocess.run(
        [*COMMAND, str(inbox), "--out", str(outbox), *options],
        env=environment(**more), capture_output=True, text=True, timeout=3600, check=False,
    )  # fmt: skip


def begun(inbox: Path, outbox: Path, **more: str) -> subprocess.Popen[bytes]:
    """A run that has begun."""
    return subprocess.Popen(
        [*COMMAND, str(inbox), "--out", str(outbox)],
        env=environment(**more), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip


def outputs(outbox: Path) -> dict[str, bytes]:
    """All that stands in an outbox, drafts and what its keeper notes for itself aside."""
    files = (path for path in sorted(outbox.rglob("*")) if path.is_file())
    found = {str(path.relative_to(outbox)): path for path in files}
    return {name: path.read_bytes() for name, path in found.items() if not _is_hidden(name)}


def _is_hidden(name: str) -> bool:
    return any(part.startswith(".") for part in Path(name).parts)


def compared(what: str, wanted: Mapping[str, bytes], found: Mapping[str, bytes]) -> Result:
    """Whether two outboxes are equal, byte for byte."""
    missing, more = wanted.keys() - found.keys(), found.keys() - wanted.keys()
    other = [name for name in wanted.keys() & found.keys() if wanted[name] != found[name]]
    if missing:
        return Result(what, "lost", f"missing: {' '.join(sorted(missing))}")
    if more or other:
        return Result(what, "wrong", f"too many: {sorted(more)}, different: {sorted(other)}")
    return Result(what, "whole")


def halves(outbox: Path) -> list[str]:
    """The records in an outbox that are not whole, or stand beside a text that is not theirs."""
    bad = []
    for path in outbox.rglob(f"*{RECORD}"):
        if _is_hidden(str(path.relative_to(outbox))):
            continue
        text = path.with_name(path.name.removesuffix(RECORD) + TEXT)
        try:
            if path.name.endswith(ERROR):
                json.loads(path.read_bytes())
            elif load_record(path).text.encode() != text.read_bytes():
                bad.append(path.name)
        except (OSError, ValueError) as error:
            bad.append(f"{path.name} ({error})")
    return bad


def judged(name: str, outbox: Path, words: Counter[str]) -> Result:
    """What became of a filing whose words are known."""
    text, record, error = (outbox / f"{name}{suffix}" for suffix in (".txt", ".json", ".error.json"))
    if error.is_file():
        told = json.loads(error.read_text("utf-8"))
        if told["trace"]:
            return Result(name, "crash", told["cause"])
        sound = told["cause"] and told["remedy"] and not (text.exists() or record.exists())
        return Result(name, "refused" if sound else "wrong", told["cause"])
    if not (record.is_file() and text.is_file()):
        return Result(name, "crash", "neither record nor error record")
    missing = words - Counter(text.read_text("utf-8").split())
    if missing.total() <= SLACK * words.total():
        return Result(name, "whole")
    note = f"{missing.total()} of {words.total()} words are missing"
    pages = json.loads(record.read_text("utf-8"))["pages"]
    doubts = [doubt for page in pages for doubt in page.get("doubts", ())]
    return Result(name, "told" if doubts else "lost", f"{note}; {'; '.join(doubts)[:200]}")


def copied(names: tuple[str, ...], inbox: Path) -> Path:
    """An inbox with some of the fixtures."""
    inbox.mkdir(parents=True, exist_ok=True)
    for name in names:
        shutil.copy(FILINGS / name, inbox)
    return inbox
