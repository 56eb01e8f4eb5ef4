"""Texts that break the cleaning, looked for under the guidance of the code they reach (Atheris).

python -m benchmarks.fuzz --seconds 600. A text that is found is written to fuzz/, and the exit code is not 0.
"""

import argparse
import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["cleaners"]):
    from cleaners import Document, clean_document

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures"
LONGEST = 4_000
"""Bytes of a text that is tried: two pages."""


def one_text(data: bytes) -> None:
    """Clean a text through all steps, and have it back."""
    text = data.decode("utf-8", errors="replace")
    if clean_document(Document.from_text(text)).restored() != text:
        raise AssertionError("the source does not come back")


def main() -> None:
    """Look for so many seconds, from the fixtures' texts on."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=600)
    parser.add_argument("--out", type=Path, default=Path("fuzz"))
    asked = parser.parse_args()
    seeds = asked.out / "seeds"
    seeds.mkdir(parents=True, exist_ok=True)
    for path in [*FIXTURES.glob("clean/*.txt"), *FIXTURES.glob("filings/*.txt")]:
        text = path.read_bytes()
        for start in range(0, len(text), LONGEST):
            (seeds / f"{path.name}.{start}").write_bytes(text[start : start + LONGEST])
    time, size = f"-max_total_time={asked.seconds}", f"-max_len={LONGEST}"
    atheris.Setup([sys.argv[0], time, size, f"-artifact_prefix={asked.out}/", str(seeds)], one_text)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
