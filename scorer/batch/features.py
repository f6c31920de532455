"""Every feature of many essays, as a table."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from scorer.batch.collect import collect
from scorer.batch.fetch import fetched
from scorer.errors import ScorerError
from scorer.features import measure, registered
from scorer.pipeline.load import annotate, load_pipeline
from scorer.reading import Limits
from scorer.reading.downloads.read import read_hand_in
from scorer.reports.data import cell, csv_line
from scorer.reports.output import opened


def write_features(paths: Iterable[str], output: Path, prompt: str | None, tell: Callable[[ScorerError], None]) -> int:
    """Write ``id``, ``path`` and one column per feature; the number of submissions that could not be read.

    Raises ``ScorerError`` (``unwritable``).
    """
    names = tuple(registered())
    failed = 0
    handed = collect(paths)
    with opened(output, [file for one in handed for file in one.files]) as table:
        nlp = load_pipeline()
        table.write(csv_line(["id", "path", *names]))
        for one in fetched(handed, Limits()):
            try:
                reading, _ = read_hand_in(one)
            except ScorerError as error:
                failed += 1
                tell(error)
                continue
            values = measure(annotate(nlp, reading.text, prompt), names)
            table.write(csv_line([cell(reading.id), cell(one.path), *(f"{value:.6g}" for value in values)]))
    return failed
