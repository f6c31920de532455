"""Which row of a gradebook is whose: by id, else by name, and never by guessing."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from scorer.assessment import Assessment
from scorer.lms.gradebooks.model import Row
from scorer.reading.downloads.people import index_keys, lookup_key


@dataclass(frozen=True)
class Match:
    """The row of an assessment, as an index; or None, and ``why`` not."""

    row: int | None
    why: str = ""


def matched(assessments: Sequence[Assessment], rows: Sequence[Row]) -> list[Match]:
    """A match for each assessment, in order. Two assessments that come to one row are both refused."""
    found = _Index(rows)
    matches = [found.match(assessment) for assessment in assessments]
    claims = Counter(match.row for match in matches if match.row is not None)
    return [
        Match(None, "another assessment is for the same student")
        if match.row is not None and claims[match.row] > 1
        else match
        for match in matches
    ]


class _Index:
    def __init__(self, rows: Sequence[Row]) -> None:
        self._ids: dict[str, set[int]] = defaultdict(set)
        self._names: dict[str, set[int]] = defaultdict(set)
        for number, row in enumerate(rows):
            for id in row.ids:
                self._ids[_key(id)].add(number)
            for name in row.names:
                for key in index_keys(name):
                    self._names[key].add(number)

    def match(self, assessment: Assessment) -> Match:
        submission = assessment.submission
        by_id = self._ids.get(_key(submission.id), set())
        by_name = self._named(submission.student)
        if len(by_id) > 1:
            return Match(None, "several students have this id")
        if by_id:
            # an id of another system may happen to be one of this gradebook's
            if by_name and not by_name & by_id:
                return Match(None, "the id and the name are those of two students")
            return Match(next(iter(by_id)))
        by_name = by_name or self._named(submission.id)  # a file called by its student's name
        if len(by_name) > 1:
            return Match(None, "several students have this name")
        return Match(next(iter(by_name))) if by_name else Match(None, "no student has this id or name")

    def _named(self, name: str | None) -> set[int]:
        key = lookup_key(name or "")
        return self._names.get(key, set()) if key else set()


def _key(id: str) -> str:
    return id.strip().casefold()
