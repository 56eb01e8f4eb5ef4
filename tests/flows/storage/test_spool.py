"""Temporary folders: gone with their run, or with the next one; those of runs that live are left alone."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from flows.storage.spool import YOUNG, spool

HOLDING = """
import sys
from flows.storage.spool import spool
with spool() as folder:
    (folder / "sheet").write_text("x")
    print(folder, flush=True)
    sys.stdin.read()
"""


@pytest.fixture(autouse=True)
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return tmp_path


def holder() -> tuple[subprocess.Popen[str], Path]:
    """Another run, and its folder, made long ago."""
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])}
    run = subprocess.Popen(
        [sys.executable, "-c", HOLDING],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment,
        text=True,
    )
    assert run.stdout
    folder = Path(run.stdout.readline().strip())
    age(folder)
    return run, folder


def age(folder: Path) -> None:
    long_ago = folder.stat().st_mtime - 2 * YOUNG
    os.utime(folder, (long_ago, long_ago))


def test_a_folder_is_gone_with_its_run(scratch: Path) -> None:
    with spool() as folder:
        (folder / "sheet").write_text("x")
        assert list(scratch.iterdir()) == [folder]
    assert not list(scratch.iterdir())


def test_the_folder_of_a_killed_run_goes_with_the_next(scratch: Path) -> None:
    run, folder = holder()
    with run:
        with spool():
            assert (folder / "sheet").exists()
        run.kill()
    assert folder.exists()
    with spool() as own:
        assert list(scratch.iterdir()) == [own]


def test_what_is_another_thing_is_left_alone(scratch: Path) -> None:
    precious, own = scratch / "precious", "clean-filings.run-"
    precious.mkdir()
    (precious / "file").write_text("keep")
    (scratch / f"{own}link").symlink_to(precious)
    (scratch / f"{own}file").write_text("keep")
    (scratch / f"{own}new").mkdir()  # its run may be about to lock it
    for path in scratch.iterdir():
        os.utime(path, (1, 1), follow_symlinks=False)
    os.utime(scratch / f"{own}new")
    with spool():
        pass
    assert {p.name for p in scratch.iterdir()} == {"precious", f"{own}link", f"{own}file", f"{own}new"}
    assert (precious / "file").read_text() == "keep"
