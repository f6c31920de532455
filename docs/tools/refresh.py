"""Bring the documents up to date: ``python docs/tools/refresh.py``.

Writes the generated pages, follows the README and the tutorials, and writes the outputs that they show.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import blocks
import generated

from scorer.pipeline.load import load_pipeline

ROOT = Path(__file__).parents[2]


def main() -> None:
    """Write every page that is not as it should be, and name it."""
    generated.write()
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(blocks.workplace(ROOT, Path(folder)))
        with blocks.hurried(load_pipeline()):
            for path in blocks.pages(ROOT):
                page = path.read_text(encoding="utf-8")
                refreshed = blocks.with_outputs(page, list(blocks.Reader().follow(page)))
                if refreshed != page:
                    path.write_text(refreshed, encoding="utf-8")
                    print(path.relative_to(ROOT))
        os.chdir(ROOT)


if __name__ == "__main__":
    main()
