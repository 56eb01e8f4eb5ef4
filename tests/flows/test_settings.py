from datetime import timedelta
from pathlib import Path

import pytest

from flows.settings import Settings, UnusableSettings, settings_for_serving, settings_table


def served(**given: object) -> Settings:
    return settings_for_serving(given)


@pytest.mark.parametrize(
    ("span", "meant"),
    [("90s", timedelta(seconds=90)), ("15m", timedelta(minutes=15)), ("1h30m", timedelta(minutes=90))],
)
def test_a_span_is_given_as_one_says_it(span: str, meant: timedelta) -> None:
    assert Settings(every=span).every == meant


def test_the_command_line_goes_before_the_environment(
    inbox: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLEAN_FILINGS_INBOX", "/nowhere")
    monkeypatch.setenv("CLEAN_FILINGS_EVERY", "1h")
    settings = served(inbox=str(inbox), outbox=str(tmp_path / "out"), every=None)
    assert settings.inbox == str(inbox)
    assert settings.every == timedelta(hours=1)


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"every": "now and then"}, "every: 'now and then' is no span: say 90s, 15m or 1h30m"),
        ({"every": "1s"}, "every"),
        ({"every": "1h", "cron": "0 2 * * *"}, "exclude each other"),
        ({"port": "0"}, "port"),
        ({"inbox": "/nowhere/at/all"}, "no folder"),
        ({"outbox": "."}, "another outbox"),
        ({"outbox": "/dev/null/out"}, "may not write to the outbox /dev/null/out: give it permission"),
    ],
)
def test_what_cannot_be_meant_is_refused(
    wrong: dict[str, str | None], told: str, inbox: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UnusableSettings, match=told):
        served(**{"inbox": str(inbox), "outbox": str(tmp_path / "out"), **wrong})


def test_an_inbox_and_an_outbox_may_be_urls() -> None:
    settings = served(inbox="s3://court/inbox", outbox="s3://court/outbox")
    assert (settings.inbox, settings.outbox) == ("s3://court/inbox", "s3://court/outbox")


def test_the_documented_settings_are_those_there_are() -> None:
    told = (Path(__file__).parents[2] / "docs" / "operations.md").read_text("utf-8")
    assert f"<!-- settings -->\n{settings_table()}\n<!-- /settings -->" in told
