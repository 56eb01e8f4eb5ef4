import sys

import pytest

from flows import programs


def test_a_program_has_answered_though_the_clock_ran_out_while_this_process_was_stopped(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(programs, "ANSWER", 0.0)
    monkeypatch.setattr(programs, "ONCE_MORE", 60.0)
    assert programs.models_folder() is not None


def test_a_library_that_is_not_loaded_tells_its_version_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    tesserocr = pytest.importorskip("tesserocr")
    loaded = programs.engine_version.__wrapped__()
    assert loaded == f"{tesserocr.tesseract_version().split()[1]} (tesserocr)"
    monkeypatch.delitem(sys.modules, "tesserocr")
    assert programs.engine_version.__wrapped__() == loaded


def test_without_the_library_the_program_tells_its_version(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "tesserocr", raising=False)
    monkeypatch.setattr(programs, "LIBRARY", "import none_of_this_name")
    assert programs.engine_version.__wrapped__() == programs.version_of("tesseract")
