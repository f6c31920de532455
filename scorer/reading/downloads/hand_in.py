"""A student's files, found but not yet read, and how a list of files becomes a list of those."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from scorer.errors import ReadingError
from scorer.reading.downloads import blackboard, canvas, moodle, ora
from scorer.reading.downloads.attribution import Attribution, Kind, Read, natural
from scorer.reading.downloads.notes import Note, note
from scorer.reading.text import normalised, without_controls


@dataclass(frozen=True)
class Part:
    """One file. ``path`` is as a reader may see it: of a file in a zip, the zip's path, "/" and the file's in it.

    ``name`` tells the format and stands in messages. ``archive`` and ``member`` find a file in a zip; ``data`` are
    its bytes once they are fetched; ``repeated``: the zip has an earlier file of the same name. ``error`` is why it
    cannot be read, where that is known beforehand.
    """

    path: str
    name: str
    kind: Kind = "file"
    archive: str | None = None
    member: int = 0
    data: bytes | None = field(default=None, repr=False)
    repeated: bool = False
    error: ReadingError | None = None


@dataclass(frozen=True)
class HandIn:
    """What one student handed in: ``parts`` in the order in which they are joined, at least one.

    ``id`` is the LMS's for the student, or the name of the file without its ending; ``student`` is None for a file
    that was named by itself, outside any download.
    """

    parts: tuple[Part, ...]
    id: str
    student: str | None = None
    notes: tuple[Note, ...] = ()

    @property
    def path(self) -> str | None:
        """The path of the first part, as JSON can hold it; None for standard input."""
        first = self.parts[0]
        return None if first.kind == "stdin" else normalised(first.path)

    @property
    def files(self) -> tuple[str, ...]:
        """The files on disk that hold the parts."""
        return tuple(part.archive or part.path for part in self.parts if part.kind != "stdin")


def recognised(paths: Sequence[str], read: Read) -> dict[str, Attribution]:
    """What the layouts say of paths ("/" between folders) of one download; other files are not in the result."""
    return {
        **canvas.attribute(paths),
        **ora.attribute(paths, read),
        **blackboard.attribute(paths, read),
        **moodle.attribute(paths),
    }


def hand_ins(files: Mapping[str, Part], said: Mapping[str, Attribution], named: bool = True) -> list[HandIn]:
    """Put the files of each student together, in the order in which their first files come.

    ``files`` are paths with what they stand for, ``said`` what the layouts say of them. A file that no layout
    knows is a submission of its own, by a student of its name if ``named``.
    """
    groups: dict[str, list[tuple[Attribution | None, Part]]] = {}
    for path, part in files.items():
        made = said.get(path)
        part = replace(part, name=made.name, kind=made.kind) if made else part
        groups.setdefault(f"group {made.group}" if made else f"file {path}", []).append((made, part))
    return [_hand_in(group, named) for group in groups.values()]


def _hand_in(group: list[tuple[Attribution | None, Part]], named: bool) -> HandIn:
    attributed = [(made, part) for made, part in group if made and made.kind != "aside"]
    if not attributed:
        ((_, part),) = group
        stem = _clean(PurePosixPath(part.name).stem)
        return HandIn((part,), id=stem, student=stem if named else None)
    attributed.sort(key=lambda pair: (pair[0].order, natural(pair[0].name)))
    current = [(made, part) for made, part in attributed if not made.replaced]
    earlier = [made.name for made, _ in attributed if made.replaced]
    first = current[0][0]
    notes = [note("late")] if any(made.late for made, _ in current) else []
    notes += [note("earlier_attempt", earlier)] if earlier else []
    return HandIn(tuple(part for _, part in current), _clean(first.id), _clean(first.student), tuple(notes))


def _clean(name: str) -> str:
    """A name that JSON and a table can hold."""
    return without_controls(normalised(name)).replace("\n", " ").strip() or "?"
