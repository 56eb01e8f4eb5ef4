"""The outbox as links in Prefect's UI lead to it: to read, with a browser on this machine alone."""

import io
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import BinaryIO, Self

from flows.serving.local_server import HOST


class OutboxServer:
    """Shows a folder while its ``with`` lasts, at the port, or at another if that is taken."""

    def __init__(self, outbox: Path, port: int) -> None:
        handler = partial(_Handler, directory=str(outbox))
        try:
            self._server = ThreadingHTTPServer((HOST, port), handler)
        except (OSError, OverflowError):
            self._server = ThreadingHTTPServer((HOST, 0), handler)
        self.address = f"http://{HOST}:{self._server.server_port}"

    def __enter__(self) -> Self:
        Thread(target=self._server.serve_forever, name="outbox", daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()


class _Handler(SimpleHTTPRequestHandler):
    """Files and folders as they are; text is UTF-8."""

    extensions_map = {  # noqa: RUF012 - as the standard library has it
        **SimpleHTTPRequestHandler.extensions_map,
        **dict.fromkeys((".txt", ".md", ".jsonl"), "text/plain; charset=utf-8"),
        ".json": "application/json; charset=utf-8",
    }

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        # A page on the internet could have its own name lead here (DNS rebinding).
        if self.headers.get("Host", "").split(":")[0] not in {HOST, "localhost"}:
            self.send_error(403)
            return None
        return super().send_head()

    def end_headers(self) -> None:
        """Nothing that a filing holds is taken for a page."""
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """What is read is nobody's business."""
