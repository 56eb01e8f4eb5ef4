import os
import socket
from pathlib import Path, PurePosixPath

import pytest

from flows.batch import clean_batch
from flows.boxes.inbox import jobs_in
from flows.boxes.outbox import Outbox
from flows.errors import UnfitFiling
from flows.formats.by_name import FORMATS
from flows.storage.stores import UnusablePlace
from flows.work.plan import Plan
from flows.work.refusal import refused
from flows.work.turns import begin


def names(*sources: Path, outbox: Path = Path("/nowhere")) -> list[str]:
    return [str(job.name) for job in jobs_in(sources, outbox)]


def test_a_folder_gives_its_filings_by_their_place_below_it(inbox: Path) -> None:
    assert names(inbox) == ["motions/brief.txt", "order.txt"]


def test_a_file_is_named_by_its_own_name(inbox: Path) -> None:
    assert names(inbox / "motions" / "brief.txt") == ["brief.txt"]


def test_a_filing_named_twice_is_one_job(inbox: Path) -> None:
    assert names(inbox, inbox / "order.txt", inbox / "motions") == ["motions/brief.txt", "order.txt"]


def test_filings_of_the_same_name_are_told_apart_by_their_folders(tmp_path: Path) -> None:
    for case in ("roe", "doe"):
        (tmp_path / case).mkdir()
        (tmp_path / case / "order.txt").write_text(case)
    assert names(tmp_path / "roe", tmp_path / "doe") == ["doe/order.txt", "roe/order.txt"]


def test_telling_apart_takes_no_name_that_another_filing_has(tmp_path: Path) -> None:
    for place in ("one/order.txt", "two/order.txt", "three/two/order.txt"):
        (tmp_path / place).parent.mkdir(parents=True)
        (tmp_path / place).write_text(place)
    found = names(tmp_path / "one", tmp_path / "two", tmp_path / "three")
    assert len(set(found)) == 3
    assert all(name.endswith("order.txt") for name in found)


def test_hidden_files_litter_and_the_outbox_are_left_out(inbox: Path) -> None:
    (inbox / ".DS_Store").write_text("x")
    (inbox / "Thumbs.db").write_text("x")
    (inbox / ".git").mkdir()
    (inbox / ".git" / "a.txt").write_text("x")
    (inbox / "out").mkdir()
    (inbox / "out" / "order.txt.txt").write_text("x")
    assert names(inbox, outbox=inbox / "out") == ["motions/brief.txt", "order.txt"]


def test_an_unsupported_file_is_listed_with_cause_and_remedy(inbox: Path) -> None:
    (inbox / "brief.docx").write_text("x")
    (job,) = [job for job in jobs_in([inbox], Path("/nowhere")) if job.cause]
    assert job.name == PurePosixPath("brief.docx")
    assert ".docx" in job.cause
    assert "PDF" in job.remedy


def test_the_suffix_may_be_in_capitals(inbox: Path) -> None:
    (inbox / "ORDER.TXT").write_text("x")
    assert not any(job.cause for job in jobs_in([inbox], Path("/nowhere")))


def test_a_pipe_is_not_waited_for(inbox: Path) -> None:
    os.mkfifo(inbox / "pipe.txt")
    assert [job.cause for job in jobs_in([inbox], Path("/nowhere")) if job.cause] == ["not a regular file"]


def test_links_out_of_the_folder_are_not_followed_but_told_of(inbox: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.mkdir()
    (secret / "key.txt").write_text("x")
    (inbox / "key.txt").symlink_to(secret / "key.txt")
    (inbox / "all").symlink_to(secret)
    jobs = jobs_in([inbox], Path("/nowhere"))
    assert {str(job.name) for job in jobs if job.cause} == {"key.txt", "all"}
    assert not any(job.path.resolve().is_relative_to(secret) for job in jobs if not job.cause)


def test_a_link_within_the_folder_gives_no_second_job(inbox: Path) -> None:
    (inbox / "again.txt").symlink_to(inbox / "order.txt")
    (inbox / "loop").symlink_to(inbox)
    assert names(inbox) == ["motions/brief.txt", "order.txt"]


@pytest.mark.parametrize("inside", ["", "motions"])
def test_a_source_in_the_outbox_is_refused(inbox: Path, inside: str) -> None:
    with pytest.raises(UnusablePlace, match="outbox"):
        jobs_in([inbox / inside], inbox)


def test_a_missing_source_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnusablePlace, match="does not exist"):
        jobs_in([tmp_path / "none.pdf"], tmp_path / "out")


def test_sockets_and_devices_are_not_opened(inbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(inbox)  # a socket's address is short
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("socket.pdf")
        (inbox / "null.txt").symlink_to("/dev/null")
        (inbox / "gone.txt").symlink_to(inbox / "nowhere.txt")
        (inbox / "ring.txt").symlink_to(inbox / "ring.txt")
        causes = {str(job.name): job.cause for job in jobs_in([inbox], Path("/nowhere")) if job.cause}
    assert causes == {
        "socket.pdf": "not a regular file",
        "null.txt": "a symbolic link out of its folder",
        "gone.txt": "a symbolic link that leads nowhere",
        "ring.txt": "a symbolic link that leads nowhere",
    }
    with pytest.raises(UnusablePlace):
        jobs_in([inbox / "gone.txt"], Path("/nowhere"))
    (job,) = jobs_in([Path("/dev/null")], Path("/nowhere"))
    assert job.cause == "not a regular file"


@pytest.mark.parametrize("name", ["ä" * 125 + ".txt", "a" * 251 + ".txt", "\udce7" * 240 + ".TXT"])
def test_a_name_leaves_room_for_the_suffixes_of_its_outputs(name: str, inbox: Path, outbox: Path) -> None:
    (inbox / name).write_text("The motion is denied.")
    for text in ("The motion is denied.", "The motion is granted."):  # the first is kept in .versions
        (inbox / name).write_text(text)
        (job,) = (job for job in jobs_in([inbox], outbox) if "~" in job.name.name)
        assert job.name.suffix == job.path.suffix
        assert len(os.fsencode(job.name)) <= 220
        (outcome,) = clean_batch([job], outbox, formats=FORMATS)
        assert (outcome.state, outcome.cause) == ("cleaned", "")
    assert list((outbox / ".versions").iterdir())


def test_a_filing_that_changes_while_it_is_read_is_refused_and_read_by_the_next_run(
    inbox: Path, outbox: Path
) -> None:
    job, *_ = jobs_in([inbox / "order.txt"], outbox)
    plan = Plan(Outbox(outbox))
    turn = begin(job, plan, inbox.parent / "sheets")
    next(turn)
    job.path.write_text("Another order takes its place.")
    with pytest.raises(UnfitFiling, match="changed while it was read") as caught:
        list(turn)
    assert refused(job, plan, caught.value).passing
    assert [path.name for path in outbox.iterdir()] == ["order.txt.error.json"]
    (outcome,) = clean_batch(jobs_in([inbox / "order.txt"], outbox), outbox)
    assert outcome.state == "cleaned"
    assert (outbox / "order.txt.txt").read_text().strip() == "Another order takes its place."


@pytest.mark.parametrize("opened", [False, True])
def test_a_filing_that_vanishes_is_refused_and_the_others_go_on(
    *, opened: bool, inbox: Path, outbox: Path
) -> None:
    jobs, plan = jobs_in([inbox], outbox), Plan(Outbox(outbox))
    (job,) = (job for job in jobs if job.path.name == "order.txt")
    turn = begin(job, plan, inbox.parent / "sheets")
    if opened:
        next(turn)
    job.path.unlink()
    with pytest.raises(UnfitFiling, match=r"is gone|no such file"):
        list(turn)
    states = {outcome.name: outcome.state for outcome in clean_batch(jobs, outbox)}
    assert states == {"motions/brief.txt": "cleaned", "order.txt": "failed"}
    assert (outbox / "order.txt.error.json").is_file()
