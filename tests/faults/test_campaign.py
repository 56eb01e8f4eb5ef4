"""The quick part of the fault campaign: what comes in bad, or breaks, costs nothing but that filing."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from benchmarks.faults.disks import full_disk, shut_outbox
from benchmarks.faults.files import damaged_files, hostile_files
from benchmarks.faults.inboxes import odd_inbox
from benchmarks.faults.kills import killed_runs, two_at_once
from benchmarks.faults.leaks import leaking_files
from benchmarks.faults.programs import NEEDS, Need, broken_programs
from benchmarks.faults.runs import Result
from fixtures.forge.hostile.case import Hostile
from fixtures.forge.hostile.images import IMAGES
from fixtures.forge.hostile.pdfs import PDFS
from fixtures.forge.hostile.texts import TEXTS

QUICK = ("hearing.pdf", "numbered.txt", "one-line.txt")
ENDLESS = [case for case in PDFS if case.says == "longer"]
"""Pages that would be read for hours."""


def hold(results: Iterable[Result], *, at_least: int = 1) -> None:
    found = list(results)
    assert len(found) >= at_least
    assert not [result for result in found if not result.sound]


def quick(cases: Iterable[Hostile]) -> list[Hostile]:
    return [case for case in cases if not case.costly and case not in ENDLESS]


@pytest.mark.parametrize("cases", [PDFS, IMAGES, TEXTS], ids=["PDFs", "images", "texts"])
def test_a_hostile_file_is_refused_or_read_whole_and_harms_no_other(
    cases: tuple[Hostile, ...], tmp_path: Path
) -> None:
    hold(hostile_files(quick(cases), tmp_path), at_least=len(quick(cases)))


def test_a_page_that_would_take_for_ever_is_given_up(tmp_path: Path) -> None:
    case = next(case for case in ENDLESS if "tenfold" in case.name)
    hold(hostile_files([case], tmp_path, good=(), CLEAN_FILINGS_PAGE_SECONDS="4"))


def test_words_that_nobody_sees_stand_in_nothing_that_is_written(tmp_path: Path) -> None:
    hold(leaking_files(tmp_path))


def test_a_damaged_pdf_loses_no_words_in_silence(tmp_path: Path) -> None:
    hold(damaged_files(20, 5, tmp_path, ("hearing.pdf",)), at_least=20)


@pytest.mark.parametrize("way", ["is killed for memory", "says nonsense"])
@pytest.mark.parametrize("need", NEEDS, ids=lambda need: need.program)
def test_a_broken_program_fails_what_needs_it_and_nothing_else(need: Need, way: str, tmp_path: Path) -> None:
    hold(broken_programs(tmp_path, (way,), (need,)))


def test_a_program_that_hangs_is_ended_with_what_it_started(tmp_path: Path) -> None:
    hold(broken_programs(tmp_path, ("hangs and will not end",), NEEDS[:1], seconds=6))


def test_a_full_disk_leaves_nothing_half_written(tmp_path: Path) -> None:
    hold(full_disk(tmp_path, (8,)))


def test_an_outbox_that_cannot_be_written_is_told_of(tmp_path: Path) -> None:
    hold(shut_outbox(tmp_path))


def test_a_run_killed_at_any_moment_is_made_good_by_the_next(tmp_path: Path) -> None:
    hold(killed_runs(3, 3, tmp_path, QUICK), at_least=4)


def test_an_odd_inbox_harms_nothing(tmp_path: Path) -> None:
    hold(odd_inbox(tmp_path), at_least=18)


def test_two_runs_at_once_are_as_one(tmp_path: Path) -> None:
    hold(two_at_once(1, tmp_path, QUICK))
