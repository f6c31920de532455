"""Moodle: ``{Full Name}_{number}_assignsubmission_{plugin}[_]/...`` and, flat, ``..._{plugin}_{file name}``.

The number is that of ``Participant N`` in the grading worksheet; graded blindly, the name is the word
"Participant" in the site's language. Source: ``mod/assign/locallib.php`` of moodle.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePosixPath

from scorer.reading.downloads.attribution import Attribution, natural

_MARK = re.compile(
    r"(?P<name>.+?)_(?P<id>\d+)_assignsubmission_(?P<plugin>[a-z]+)(?:_(?P<file>.*))?", re.S
)  # Moodle takes underscores out of names
_PLUGINS = {"onlinetext": 0, "file": 1}
"""The order in which Moodle itself shows what was handed in."""
_BLIND = frozenset(
    {
        "participant", "participante", "partecipante", "teilnehmer", "teilnehmerin", "teilnehmer-in", "deelnemer",
        "deltagare", "deltager", "deltaker", "osallistuja", "uczestnik", "účastník", "résztvevő", "участник",
        "katılımcı", "参加者",
    }
)  # fmt: skip


def attribute(paths: Sequence[str]) -> dict[str, Attribution]:
    """Every file whose name, or a folder's name above it, carries Moodle's mark."""
    return {path: made for path in paths if (made := _attribution(path))}


def returned(path: str, id: str) -> str | None:
    """The name, without its ending, of a file of feedback that Moodle takes back for the submission at ``path``, with
    ``id`` as its student; None where that is not of a download of Moodle.

    Moodle reads name, number and plugin from its beginning ("Upload multiple feedback files in a zip"). Source:
    ``mod/assign/feedback/file/importziplib.php``.
    """
    made = _attribution(path)
    if not made or made.id != id:
        return None
    name = next(match["name"] for part in PurePosixPath(path).parts if (match := _MARK.fullmatch(part)))
    stem = PurePosixPath(made.name).stem
    return f"{name}_{id}_assignsubmission_file_{stem}"


def _attribution(path: str) -> Attribution | None:
    parts = PurePosixPath(path).parts
    for depth, part in enumerate(parts):
        match = _MARK.fullmatch(part)
        if not match:
            continue
        flat = depth == len(parts) - 1
        if flat and not match["file"]:
            continue
        name, plugin = match["name"], match["plugin"]
        own = match["file"] if flat else "/".join(parts[depth + 1 :])
        blind = name.rpartition("-")[2].casefold() in _BLIND or name.casefold() in _BLIND
        return Attribution(
            group="/".join((*parts[:depth], name, match["id"])),
            id=match["id"],
            student=f"{name} {match['id']}" if blind else name,
            name=own,
            kind="typed" if plugin == "onlinetext" and own.lower().endswith((".html", ".htm")) else "file",
            order=(_PLUGINS.get(plugin, len(_PLUGINS)), natural(own)),
        )
    return None
