"""Every feature of many essays, as a table."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from scorer.batch.collect import STDIN, collect
from scorer.errors import ScorerError
from scorer.features import measure, registered
from scorer.pipeline.load import annotate, load_pipeline
from scorer.reading import read_path, read_stdin
from scorer.reports.data import cell, csv_line
from scorer.reports.output import opened


def write_features(paths: Iterable[str], output: Path, prompt: str | None, tell: Callable[[ScorerError], None]) -> int:
    """Write ``id``, ``path`` and one column per feature; the number of files that could not be read.

    Raises ``ScorerError`` (``unwritable``).
    """
    names = tuple(registered())
    failed = 0
    files = list(collect(paths))
    with opened(output, files) as table:
        nlp = load_pipeline()
        table.write(csv_line(["id", "path", *names]))
        for path in files:
            try:
                reading = read_stdin() if path == STDIN else read_path(path)
            except ScorerError as error:
                failed += 1
                tell(error)
                continue
            values = measure(annotate(nlp, reading.text, prompt), names)
            table.write(csv_line([cell(reading.id), cell(path), *(f"{value:.6g}" for value in values)]))
    return failed
