"""A PDF's scripts, links and outside data: nothing is run, fetched or opened."""

import socket
from pathlib import Path

import pytest

from fixtures.forge.hostile.objects import LINES
from fixtures.forge.hostile.pdfs import PDFS
from flows.reading import read_filing

PORT = b"49999"


@pytest.mark.parametrize("name", ["scripts-and-links.pdf", "outside-data.pdf"])
def test_nothing_outside_the_file_is_followed(name: str, tmp_path: Path) -> None:
    (case,) = (case for case in PDFS if case.name == name)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = b"%05d" % listening.getsockname()[1]
        path = tmp_path / name
        content = case.make()
        assert PORT in content
        path.write_bytes(content.replace(PORT, port))
        document = read_filing(path)
        assert document.source.split() == " ".join(LINES).split()
        listening.settimeout(0.2)
        with pytest.raises(TimeoutError):
            listening.accept()
