import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, suppress
from errno import EACCES, ENOSPC, EROFS
from io import StringIO
from pathlib import Path
from uuid import uuid4

import pytest
from click.testing import CliRunner
from prefect.client.schemas.objects import FlowRun
from prefect.states import Running
from rich.console import Console

from flows.cli import dead_runs, main
from flows.cli.as_flow import Heard
from flows.cli.report import Lines
from flows.flows import clean_inbox
from flows.outcome import Outcome
from tests.served.scans import long_scan

COMMAND = [sys.executable, "-c", "from flows.cli import main; main()"]


def test_run_cleans_and_shows_where_to_look(inbox: Path, outbox: Path) -> None:
    result = CliRunner().invoke(main, ["run", str(inbox), "--out", str(outbox)])
    assert result.exit_code == 0, result.output
    assert (outbox / "order.txt.txt").exists()
    assert "2 of 2 filings are clean" in result.stdout
    assert str(outbox / "order.txt.txt") in result.stdout


def test_run_fails_if_a_filing_fails_and_names_cause_and_remedy(inbox: Path, outbox: Path) -> None:
    (inbox / "letter.docx").write_text("x")
    result = CliRunner().invoke(main, ["run", str(inbox), "--out", str(outbox)])
    assert result.exit_code == 1
    assert "letter.docx: files of type .docx are not supported; convert it to PDF" in result.stderr
    assert "2 of 3 filings are clean" in result.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ["run"],
        ["run", "no-such-file.pdf", "--out", "o"],
        ["run", ".", "--out", "."],
        ["run", ".", "--out", "o", "--leave-out", "nonsense"],
        ["text", "--only", "spacing", "--leave-out", "hyphens"],
    ],
)
def test_wrong_usage_is_told_apart_from_failure(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert CliRunner().invoke(main, arguments).exit_code == 2


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["run", "empty", "--out", "o"], "no filing in empty: put PDF, PNG, JPEG, TIFF or text files there"),
        (["run", "empty", "--out", "o", "--limit", "pages=9"], "there are max-bytes, max-pages"),
        (["run"], "For example: clean-filings run inbox --out outbox"),
        (["run", "empty"], "Missing option '--out'. The folder or URL that takes the clean texts"),
        (["run", "gone", "--out", "o"], "gone does not exist: see whether its name is spelt right"),
        (["run", ".", "--out", "brief.pdf"], "brief.pdf is a file: the outbox is a folder"),
        (["run", ".", "--out", "brief.pdf/out"], "brief.pdf is a file: the outbox is a folder"),
        (["run", ".", "--out", "o", "--settle", "long"], "'long' is not a valid number of seconds"),
        (["run", ".", "--out", "o", "--limit", "max-pages=few"], "max-pages cannot be 'few': input should"),
        (["run", ".", "--out", "o", "--passwords", "gone"], "gone cannot be read (No such file"),
        (["run", "ftp://nowhere.invalid/in", "--out", "o"], "'ftp://nowhere.invalid/in'; see whether it"),
        (["serve", "--inbox", "empty", "--outbox", "brief.pdf"], "brief.pdf is a file: the outbox is"),
        (["retry", "empty"], "no record in empty: name the folder that holds the clean texts"),
        (["retry", ".", "a.pdf"], "nothing to try again in .: no filing there is so named"),
        (["review", "empty"], "no record in empty: name the folder that holds the clean texts"),
        (["verify", "empty"], "no record in empty: name the folder that holds the clean texts"),
        (["review", "empty", "--inbox", "gone"], "gone is no folder: name the one that the filings lie in"),
        (["verify", "empty", "--inbox", "gone"], "gone is no folder: name the one that the filings lie in"),
        (["cite", "brief.pdf", "words"], "brief.pdf is no record of this version: name the .json"),
        (["cite", "gone.json", "words"], "gone.json cannot be read (No such file or directory)"),
        (["text", "brief.pdf"], "brief.pdf is no text in UTF-8; clean the file with `clean-filings run"),
        (["text", "gone.txt"], "'gone.txt': No such file or directory"),
    ],
)
def test_what_cannot_be_done_is_told_with_what_to_do(
    arguments: list[str], told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty").mkdir()
    (tmp_path / "brief.pdf").write_bytes(b"%PDF-1.7\n%\xb5\xb6\n")
    result = CliRunner().invoke(main, arguments)
    assert told in " ".join(result.stderr.split())
    assert result.exit_code in {1, 2}


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (OSError(EACCES, "denied", "/srv/sealed"), "/srv/sealed may not be read or written; give this user"),
        (OSError(EROFS, "read-only", "/srv/cd"), "/srv/cd lies where files may only be read; choose another"),
        (OSError(ENOSPC, "no space"), "what is written does not fit on its disk, which is full; make room"),
        (OSError("host unreachable"), "host unreachable; see whether it can be reached, and try again"),
    ],
)
def test_each_error_of_the_system_has_its_own_remedy(
    error: OSError, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: Path) -> None:
        raise error

    monkeypatch.setattr(os, "scandir", refuse)  # root may look anywhere
    result = CliRunner().invoke(main, ["verify", "/srv/outbox"])
    assert result.exit_code == 1
    assert told in result.stderr


def test_what_is_no_cron_expression_is_refused_before_anything_is_started(tmp_path: Path) -> None:
    refused = subprocess.run(
        [*COMMAND, "serve", "--inbox", tmp_path, "--outbox", tmp_path / "out", "--cron", "at two"],
        env={**os.environ, "PREFECT_HOME": str(tmp_path / "prefect")},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (refused.returncode, refused.stdout) == (1, "")
    assert "'at two' is no cron expression" in refused.stderr


def test_the_list_of_commands_cuts_no_sentence_off() -> None:
    listed = CliRunner().invoke(main, ["--help"]).output.partition("Commands:")[2]
    assert "run" in listed
    assert "..." not in listed


def test_a_name_cannot_speak_to_the_terminal(inbox: Path, outbox: Path) -> None:
    (inbox / "\x1b]0;owned\x07[red]x.docx").write_text("x")
    result = CliRunner().invoke(main, ["run", str(inbox), "--out", str(outbox)], color=True)
    assert "\x1b]0" not in result.output
    assert "[red]x.docx" in result.output


def test_a_server_that_does_not_answer_is_named(
    inbox: Path, outbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PREFECT_API_URL", "http://127.0.0.1:9/api")
    result = CliRunner().invoke(main, ["run", str(inbox), "--out", str(outbox)])
    assert result.exit_code == 1
    assert "http://127.0.0.1:9/api does not answer" in result.stderr


def test_text_cleans_standard_input() -> None:
    given = "The motion is denied with-\nout prejudice.\n"
    result = CliRunner().invoke(main, ["text"], input=given)
    assert result.stdout == "The motion is denied without prejudice.\n"


def test_text_cleans_a_file(tmp_path: Path) -> None:
    (tmp_path / "dump.txt").write_text("The motion is denied with-\nout prejudice.\n")
    result = CliRunner().invoke(main, ["text", str(tmp_path / "dump.txt")])
    assert result.stdout == "The motion is denied without prejudice.\n"


def test_text_may_leave_steps_out_or_take_some_alone() -> None:
    given = "The motion is denied with-\nout  prejudice.\n"
    left_out = CliRunner().invoke(
        main, ["text", "--leave-out", "hyphens", "--leave-out", "paragraphs"], input=given
    )
    assert "with-\nout" in left_out.stdout
    alone = CliRunner().invoke(main, ["text", "--only", "hyphens"], input=given)
    assert "without  prejudice" in alone.stdout


def test_text_says_what_to_do_about_another_encoding() -> None:
    result = CliRunner().invoke(main, ["text"], input=b"Se\xf1or")
    assert result.exit_code == 1
    assert "clean-filings run" in result.stderr


def test_doctor_names_what_is_missing_and_what_to_do(tmp_path: Path) -> None:
    done = subprocess.run(
        [*COMMAND, "doctor"],
        env={**os.environ, "PATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "apt-get install tesseract-ocr" in done.stdout
    assert "apt-get install poppler-utils" in done.stdout


def test_doctor_is_content_where_all_is_there() -> None:
    result = CliRunner().invoke(main, ["doctor"])
    assert result.exit_code == 0, result.output
    assert "Tesseract" in result.stdout


def test_a_closed_pipe_is_no_crash() -> None:
    run = subprocess.Popen(
        [*COMMAND, "text"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert run.stdin
    assert run.stdout
    assert run.stderr
    run.stdout.close()
    run.stdin.write(b"The motion is denied.\n" * 10_000)
    run.stdin.close()
    assert b"Traceback" not in run.stderr.read()
    run.wait(120)
    run.stderr.close()


def start(inbox: Path, outbox: Path, *options: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [*COMMAND, "run", str(inbox), "--out", str(outbox), *options],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
    )  # fmt: skip


def wait_for(path: Path) -> None:
    end = time.monotonic() + 120
    while not path.exists():
        assert time.monotonic() < end, f"{path} never came"
        time.sleep(0.01)


@pytest.fixture
def long_inbox(inbox: Path) -> Path:
    """Two short filings, and one that is read for an hour: a run is stopped in its midst."""
    long_scan(inbox / "long.pdf")
    return inbox


@pytest.mark.slow
@pytest.mark.parametrize("stop", [signal.SIGKILL, signal.SIGINT])
def test_a_stopped_run_goes_on_where_it_stopped(long_inbox: Path, outbox: Path, stop: signal.Signals) -> None:
    run = start(long_inbox, outbox)
    for name in ("order.txt.json", "motions/brief.txt.json"):
        wait_for(outbox / name)
    os.killpg(run.pid, stop)
    _, said = run.communicate(timeout=120)
    assert not (outbox / "long.pdf.json").exists()
    assert not (outbox / "long.pdf.error.json").exists()
    if stop is signal.SIGINT:
        assert run.returncode == 130
        assert "Traceback" not in said
        assert "goes on from there" in said
    before = (outbox / "order.txt.json").stat().st_mtime_ns
    (long_inbox / "long.pdf").unlink()
    result = CliRunner().invoke(main, ["run", str(long_inbox), "--out", str(outbox)])
    assert "2 filings were done before" in result.stdout
    assert (outbox / "order.txt.json").stat().st_mtime_ns == before


@pytest.fixture
def prefect_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of Prefect's for the embedded server, which no run has had."""
    monkeypatch.setenv("PREFECT_HOME", str(home := tmp_path / "prefect"))
    return home


def flow_stopped_amid(long_inbox: Path, outbox: Path, stop: signal.Signals) -> tuple[int, str]:
    """Stop a flow when its first filing is done: its exit code, and what it said on standard error."""
    run = start(long_inbox, outbox, "--flow")
    wait_for(outbox / "order.txt.json")
    os.killpg(run.pid, stop)
    _, said = run.communicate(timeout=120)
    return run.returncode, said


def states_of_runs(prefect_home: Path) -> list[str]:
    """The states of flow runs in the embedded server's database, the first run first."""
    with closing(sqlite3.connect(prefect_home / "prefect.db")) as database:
        return [name for (name,) in database.execute("SELECT state_name FROM flow_run ORDER BY created")]


@pytest.mark.slow
@pytest.mark.prefect
@pytest.mark.timeout(600)
def test_a_flow_on_the_embedded_server_stops_and_the_server_knows_of_it(
    long_inbox: Path, outbox: Path, prefect_home: Path
) -> None:
    """Ctrl-C in a terminal reaches all processes; the embedded server must hear first how the run ended."""
    code, said = flow_stopped_amid(long_inbox, outbox, signal.SIGINT)
    assert code == 130
    assert "goes on from there" in said
    assert "Traceback" not in said
    assert not (outbox / "long.pdf.error.json").exists()
    assert states_of_runs(prefect_home) == ["Crashed"]


@pytest.mark.slow
@pytest.mark.prefect
@pytest.mark.timeout(600)
def test_a_flow_that_is_killed_is_known_to_have_died_once_the_next_one_runs(
    long_inbox: Path, outbox: Path, prefect_home: Path
) -> None:
    flow_stopped_amid(long_inbox, outbox, signal.SIGKILL)
    (long_inbox / "long.pdf").unlink()
    for _ in range(2):  # what is settled is settled
        again = start(long_inbox, outbox, "--flow")
        assert "2 filings were done before" in again.communicate(timeout=120)[0]
    assert not list(dead_runs.home().iterdir())
    assert states_of_runs(prefect_home) == ["Crashed", "Completed", "Completed"]


@pytest.mark.prefect
@pytest.mark.usefixtures("prefect_home")
def test_a_flow_that_broke_off_is_looked_at_by_the_next() -> None:
    """It may be that its server was gone, and that nobody was told how it ended."""
    done, broken = (FlowRun(flow_id=uuid4()) for _ in range(2))
    with dead_runs.noted() as note:
        note(clean_inbox, done, Running())
    with suppress(ConnectionError), dead_runs.noted() as note:
        note(clean_inbox, broken, Running())
        raise ConnectionError
    assert [path.name for path in dead_runs.home().iterdir()] == [str(broken.id)]


def test_of_a_run_that_goes_on_without_its_server_the_news_of_both_parts_are_kept() -> None:
    said = StringIO()
    heard = Heard(Lines(Console(file=said)))
    heard.filing(Outcome("b.pdf", "cleaned", pages=3))
    heard.filing(Outcome("a.pdf", "failed", passing=True))
    heard.filing(Outcome("b.pdf", "done before"))
    heard.filing(Outcome("a.pdf", "cleaned"))
    assert [(o.name, o.state) for o in heard.outcomes] == [("a.pdf", "cleaned"), ("b.pdf", "cleaned")]
    assert said.getvalue().splitlines() == ["cleaned: b.pdf", "failed: a.pdf", "cleaned: a.pdf"]
