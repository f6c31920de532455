"""The Word document that an essay was read from."""

from __future__ import annotations

import hashlib
from pathlib import Path

from scorer.assessment import Assessment
from scorer.errors import ReadingError
from scorer.reading.archives import Archive
from scorer.reading.limits import Limits
from scorer.reading.read import ordinary_bytes
from scorer.reading.sniff import kind_by_content

_LIMITS = Limits()


def original_of(assessment: Assessment) -> bytes | None:
    """The bytes of the .docx at ``submission.path``, on disk or in a zip; None where that is no longer the same file,
    or never was one of this format."""
    path = assessment.submission.path
    if path is None or assessment.text is None:
        return None
    try:
        data = _bytes_at(path)
        same = data is not None and hashlib.sha256(data).hexdigest() == assessment.submission.sha256
        return data if same and data and kind_by_content(data, path) == "docx" else None
    except ReadingError:
        return None


def _bytes_at(path: str) -> bytes | None:
    for parent in Path(path).parents:
        if parent.suffix.lower() == ".zip" and parent.is_file():
            with Archive(str(parent)) as archive:
                inside = path[len(str(parent)) + 1 :]
                return next(
                    (archive.read(m.index, _LIMITS.file_bytes) for m in archive.members if m.name == inside), None
                )
    return ordinary_bytes(Path(path))
