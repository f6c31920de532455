"""Open edX ORA: ``[1]Section, [1]Subsection, [1]Unit/[1] - {student} - prompt_0.txt`` and ``submissions.csv``.

``submissions.csv`` gives the path of every file with the student's anonymous id and the file's own name. Source:
``OraDownloadData`` in ``openassessment/data.py`` of edx-ora2.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from contextlib import suppress
from pathlib import PurePosixPath

from scorer.errors import ReadingError
from scorer.reading.downloads.attribution import Attribution, Read, natural
from scorer.reading.plain import decode

TABLE = "submissions.csv"
_FOLDER = re.compile(r"\[\d+\].*, \[\d+\].*|Removed from course", re.S)
_NAME = re.compile(r"\[(?P<block>\d+|x)\] - (?P<id>\S+?)(?: - (?P<file>.+)|(?P<bare>\.\w+))", re.S)
_RESPONSE = re.compile(r"prompt_(\d+)\.txt")


def attribute(paths: Sequence[str], read: Read) -> dict[str, Attribution]:
    """The files of ORA's folders, responses before attachments, each in its own order."""
    matches = {
        path: match
        for path in paths
        if _FOLDER.fullmatch(PurePosixPath(path).parent.name) and (match := _NAME.fullmatch(PurePosixPath(path).name))
    }
    if not matches:
        return {}
    listed = _listed([path for path in paths if PurePosixPath(path).name == TABLE], read)
    return {path: _attribution(path, match, listed.get(path)) for path, match in matches.items()}


def _attribution(path: str, match: re.Match[str], listed: tuple[int, str] | None) -> Attribution:
    place, name = listed if listed else (0, match["file"] or PurePosixPath(path).name)
    response = _RESPONSE.fullmatch(match["file"] or "")
    return Attribution(
        group=f"{PurePosixPath(path).parent}/{match['block']}/{match['id']}",
        id=match["id"],
        student=match["id"],
        name=match["file"] or name,
        order=(0, int(response[1])) if response else (1, place, natural(name)),
    )


def _listed(tables: Sequence[str], read: Read) -> dict[str, tuple[int, str]]:
    """What the tables say, by path: the row's number and the file's own name."""
    found: dict[str, tuple[int, str]] = {}
    for table in tables:
        with suppress(ReadingError, csv.Error):  # the names themselves say enough without it
            rows = csv.DictReader(io.StringIO(decode(read(table)) or "", newline=""))
            for number, row in enumerate(rows):
                path = PurePosixPath(table).parent / (row.get("file_path") or "")
                found[str(path)] = (number, row.get("name") or path.name)
    return found
