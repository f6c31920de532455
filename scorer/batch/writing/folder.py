"""A folder of reports, one for each essay, with the report of the class, that can go on where a run was stopped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from scorer.assessment import Assessment
from scorer.batch.writing.journal import Entry, Journal, kept
from scorer.reports.audience import Audience
from scorer.reports.class_report import ClassEntry, class_entry, class_page
from scorer.reports.names import file_name
from scorer.reports.output import new_folder, spare, unwritable, write_file
from scorer.reports.pages import page

INDEX = "index.html"
JOURNAL = ".progress"


class ReportFolder:
    """A folder of ``html`` or ``docx`` reports. ``done`` of the submissions have theirs from an earlier run, ``failed``
    of them without a score. ``names`` are what the reports are called, without endings.

    A report is written whole before it gets its name. No file of ``inputs`` is overwritten.
    Raises ``ScorerError`` (``unwritable``).
    """

    def __init__(
        self,
        folder: Path,
        format: str,
        audience: Audience,
        settings: str,
        submissions: Sequence[str],
        names: Sequence[str],
        resume: bool,
        inputs: Iterable[str] = (),
    ) -> None:
        new_folder(folder)
        inputs = list(inputs)
        spare(folder / INDEX, inputs)
        self._folder, self._format, self._audience = folder, format, audience
        self._submissions, self._names = submissions, names
        resolved = folder.resolve()
        self._taken = {INDEX, *(path.name.lower() for path in map(Path, inputs) if path.parent.resolve() == resolved)}
        found = (kept(folder / JOURNAL, settings, submissions) or []) if resume else []
        self._entries = _present(folder, found)
        self._taken.update(entry.file.lower() for entry in self._entries)
        self._journal = Journal(folder / JOURNAL, settings, found[: self.done])

    @property
    def done(self) -> int:
        """Submissions that have their report."""
        return len(self._entries)

    @property
    def failed(self) -> int:
        """Those of them that have no score."""
        return sum(not entry.overall for entry in self._entries)

    def write(self, assessment: Assessment) -> None:
        """Write the report of the next submission. Raises ``ScorerError`` (``disk_full``, ``unwritable``)."""
        number = self.done
        name = file_name(self._names[number], f".{self._format}", self._taken)
        write_file(self._folder / name, page(assessment, self._format, self._audience))
        entry = class_entry(assessment, name)
        failed = not entry.overall
        try:
            self._journal.add(Entry(self._submissions[number], failed, entry.model_dump(mode="json")))
        except OSError as error:
            raise unwritable(self._folder, error, "disk") from error
        self._taken.add(name.lower())
        self._entries.append(entry)

    def close(self) -> None:
        """Write the report of the class, of all submissions or of those so far. Raises ``ScorerError``."""
        missing = len(self._submissions) - self.done
        try:
            made = class_page(self._entries, self._audience, missing)
            write_file(self._folder / INDEX, made.encode("utf-8", "replace"))
        finally:
            self._journal.close(done=not missing)


def _present(folder: Path, entries: Sequence[Entry]) -> list[ClassEntry]:
    """The entries of earlier reports, up to the first that is gone."""
    made: list[ClassEntry] = []
    for entry in entries:
        told = _class_entry(entry.notes)
        if not told or not (folder / told.file).is_file():
            break
        made.append(told)
    return made


def _class_entry(notes: dict[str, Any]) -> ClassEntry | None:
    try:
        return ClassEntry.model_validate(notes)
    except ValidationError:
        return None
