import os
from pathlib import Path, PurePosixPath

import pytest

from flows.inbox import jobs_in
from flows.stores import UnusablePlace


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
