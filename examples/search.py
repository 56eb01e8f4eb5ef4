"""Full-text search over an outbox, each hit with its citation: SQLite's FTS5, and nothing to install.

clean-filings run inbox --out outbox --format jsonl
python examples/search.py outbox "privilege NEAR logs"

order.pdf 2:13-16  ... asked for in time, and that no [privilege] was claimed for the [logs] ...
"""

import json
import sqlite3
import sys
from pathlib import Path

FOUND = """
    SELECT filing, citation, snippet(blocks, 3, '[', ']', ' ... ', 16) FROM blocks
    WHERE blocks MATCH ? ORDER BY rank
"""


def indexed(outbox: Path) -> sqlite3.Connection:
    """An index of the blocks of all filings in an outbox."""
    index = sqlite3.connect(":memory:")
    index.execute("CREATE VIRTUAL TABLE blocks USING fts5(filing UNINDEXED, citation UNINDEXED, kind, text)")
    for path in sorted(outbox.rglob("*.jsonl")):
        with path.open(encoding="utf-8") as file:
            index.executemany(
                "INSERT INTO blocks VALUES (:filing, :citation, :kind, :text)", map(json.loads, file)
            )
    return index


def search(index: sqlite3.Connection, query: str) -> list[tuple[str, str, str]]:
    """Filing, citation and snippet of each block that matches, the best first."""
    return index.execute(FOUND, (query,)).fetchall()


if __name__ == "__main__":
    for filing, citation, snippet in search(indexed(Path(sys.argv[1])), sys.argv[2]):
        print(filing, citation, "", " ".join(snippet.split()))
