"""A way to a server that can be cut: what it leads to lives on, for whoever came by another way."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from socketserver import BaseRequestHandler, ThreadingTCPServer
from threading import Thread
from urllib.parse import urlsplit


class _Door(ThreadingTCPServer):
    daemon_threads = True
    block_on_close = False

    def __init__(self, behind: tuple[str, int], last_words: bytes) -> None:
        super().__init__(("127.0.0.1", 0), _Passage)
        self.behind, self.last_words = behind, last_words
        self.passages: set[socket.socket] = set()

    def shut(self) -> None:
        """Nobody comes in from now on, and who is in is thrown out."""
        self.shutdown()
        self.server_close()
        for passage in self.passages:
            with suppress(OSError):
                passage.shutdown(socket.SHUT_RDWR)


class _Passage(BaseRequestHandler):
    server: _Door

    def handle(self) -> None:
        with socket.create_connection(self.server.behind) as there, suppress(OSError):
            self.server.passages |= {self.request, there}
            Thread(target=_carry, args=(there, self.request), daemon=True).start()
            while said := self.request.recv(1 << 16):
                if self.server.last_words in said:
                    self.server.shut()
                    return
                there.sendall(said)


def _carry(here: socket.socket, there: socket.socket) -> None:
    with suppress(OSError):
        while said := here.recv(1 << 16):
            there.sendall(said)
    with suppress(OSError):
        there.shutdown(socket.SHUT_RDWR)  # a server hangs up on who says nothing for long, and is heard to


@contextmanager
def door(url: str, last_words: bytes) -> Iterator[str]:
    """A URL that leads where ``url`` does until somebody says the last words, which nobody hears."""
    parts = urlsplit(url)
    with _Door((str(parts.hostname), int(parts.port or 80)), last_words) as server:
        Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        yield parts._replace(netloc=f"127.0.0.1:{server.server_address[1]}").geturl()
        server.shut()
