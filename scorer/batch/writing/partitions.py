"""A folder of files with so many assessments each, for more essays than one file is good for."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from itertools import takewhile
from pathlib import Path
from typing import Any

from scorer.assessment import Assessment
from scorer.batch.writing.form import form_of
from scorer.batch.writing.journal import Entry, Journal, kept
from scorer.batch.writing.lines import LineFile
from scorer.errors import ScorerError
from scorer.reports import data
from scorer.reports.output import new_folder, unwritable

JOURNAL = ".progress"
ROWS = 1000


class Partitions:
    """Files ``part-00000.jsonl``, ``.csv`` or ``.parquet`` of ``rows`` assessments in ``folder``. ``done`` of the
    submissions are in them from an earlier run, ``failed`` of them without a score.

    A file of Parquet has the columns of the CSV, with their types, and ``assessment``, the JSON; it is made from lines
    of JSON when its last row is there. Raises ``ScorerError`` (``unwritable``, ``parquet_missing``).
    """

    def __init__(
        self,
        folder: Path,
        format: str,
        criteria: Sequence[str],
        settings: str,
        submissions: Sequence[str],
        rows: int,
        resume: bool,
    ) -> None:
        if format == "parquet":
            _arrow()
        new_folder(folder)
        self._folder, self._format, self._criteria, self._settings = folder, format, criteria, settings
        self._parts = [submissions[start : start + rows] for start in range(0, len(submissions), rows)]
        digests = [hashlib.sha256("".join(part).encode()).hexdigest()[:32] for part in self._parts]
        self._digests = digests
        found = (kept(folder / JOURNAL, settings, digests) or []) if resume else []
        whole = takewhile(lambda pair: _size(self._path(pair[0])) == pair[1].notes["bytes"], enumerate(found))
        self._entries = [entry for _, entry in whole]
        self._journal = Journal(folder / JOURNAL, settings, self._entries)
        self._resume = resume
        self._part = self._opened()
        self._finish_whole()  # a run that was stopped after the last row of a file

    @property
    def done(self) -> int:
        """Submissions that the files have."""
        whole = sum(len(part) for part in self._parts[: len(self._entries)])
        return whole + (self._part.done if self._part else 0)

    @property
    def failed(self) -> int:
        """Those of them that have no score."""
        whole = sum(entry.notes["failed"] for entry in self._entries)
        return int(whole) + (self._part.failed if self._part else 0)

    def write(self, assessment: Assessment) -> None:
        """Add the assessment of the next submission. Raises ``ScorerError``."""
        assert self._part is not None
        self._resume = False  # what later files hold is of rows that come again
        self._part.write(assessment)
        self._finish_whole()

    def close(self) -> None:
        """End the files, whether every submission is in them or the next run adds the rest."""
        self._finish_whole()
        if self._part:
            self._part.close()
        self._journal.close(done=self._part is None)

    def _finish_whole(self) -> None:
        number = len(self._entries)
        if not self._part or self._part.done < len(self._parts[number]):
            return
        if self._format == "parquet":
            _write_parquet(self._lines(number), self._path(number), self._criteria)
        entry = Entry(self._digests[number], False, {"failed": self._part.failed, "bytes": _size(self._path(number))})
        try:
            self._journal.add(entry)
        except OSError as error:
            raise unwritable(self._folder, error, "disk") from error
        self._entries.append(entry)
        self._part.close()
        if self._format == "parquet":
            self._lines(number).unlink()
        self._part = self._opened()

    def _opened(self) -> LineFile | None:
        number = len(self._entries)
        if number == len(self._parts):
            return None
        lines = "csv" if self._format == "csv" else "jsonl"
        form = form_of(lines, self._criteria)
        return LineFile(self._lines(number), form, self._settings, self._parts[number], self._resume)

    def _path(self, number: int) -> Path:
        return self._folder / f"part-{number:05}.{self._format}"

    def _lines(self, number: int) -> Path:
        """Where the rows are written as they are made."""
        return self._folder / f".part-{number:05}.jsonl" if self._format == "parquet" else self._path(number)


def _size(path: Path) -> int:
    return path.stat().st_size if path.is_file() else -1


def _write_parquet(lines: Path, target: Path, criteria: Sequence[str]) -> None:
    arrow, parquet = _arrow()
    texts = [line for line in lines.read_text(encoding="utf-8").split("\n") if line]
    header = data.csv_header(criteria)
    numbers = {"overall", "low", "high", *criteria}
    types = [arrow.int64() if c == "words" else arrow.float64() if c in numbers else arrow.string() for c in header]
    rows = [data.values(Assessment.model_validate(json.loads(text)), criteria) for text in texts]
    columns = [arrow.array(column, type=type) for column, type in zip(zip(*rows, strict=True), types, strict=True)]
    table = arrow.table([*columns, arrow.array(texts, type=arrow.string())], names=[*header, "assessment"])
    temporary = target.with_name(f".{target.name}.new")
    try:
        parquet.write_table(table, temporary, compression="zstd")
        temporary.replace(target)
    except OSError as error:
        raise unwritable(target, error, "disk") from error


def _arrow() -> tuple[Any, Any]:
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise ScorerError(
            "parquet_missing",
            "--format parquet needs pyarrow: install it with `pip install 'essay-rubric-scorer[cloud]'`.",
        ) from error
    return pyarrow, pyarrow.parquet
