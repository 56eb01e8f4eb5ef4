import pytest

from flows import programs


def test_a_program_has_answered_though_the_clock_ran_out_while_this_process_was_stopped(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(programs, "ANSWER", 0.0)
    monkeypatch.setattr(programs, "ONCE_MORE", 60.0)
    assert programs.models_folder() is not None
