"""One inbox that is served, for all tests here."""

import signal
from collections.abc import Iterator

import pytest

from tests.served.server import PATIENCE, Served


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    given = Served(tmp_path_factory.mktemp("served"))
    (given.inbox / "motions").mkdir()
    (given.inbox / "motions" / "brief.txt").write_text("The motion is\ndenied as moot.\n")
    (given.inbox / "order.txt").write_text("The motion is\ngranted.\n")
    (given.inbox / "empty.pdf").touch()
    given.start()
    yield given
    if given.process.poll() is None:
        given.process.send_signal(signal.SIGINT)
        given.process.wait(PATIENCE)
