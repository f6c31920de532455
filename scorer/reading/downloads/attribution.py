"""What a download's file names say about a file."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Kind = Literal["file", "stdin", "typed", "record", "link", "aside"]
"""``stdin``: not a file but standard input; ``typed``: what the LMS saved from its text box; ``record``: Blackboard's
description of an attempt, which holds what was typed; ``link``: a page that stands for an address;
``aside``: what goes with a submission and holds nothing of it."""

Read = Callable[[str], bytes]
"""The bytes of another file of the same download, by its path. Raises ``ReadingError``."""


@dataclass(frozen=True)
class Attribution:
    """Whose file it is.

    ``group``: files of one group are one submission. ``id`` is the LMS's for the student, ``student`` the name as
    the LMS writes it. ``name`` is the file's name as the student gave it; its ending tells the format.
    ``order``: parts are joined by rising order. ``replaced``: a later attempt took its place.
    """

    group: str
    id: str
    student: str
    name: str
    kind: Kind = "file"
    order: tuple[object, ...] = ()
    late: bool = False
    replaced: bool = False


def natural(name: str) -> tuple[tuple[int, int, str], ...]:
    """A sort key by which "part 2" stands before "part 10"."""
    pieces = re.split(r"(\d+)", name.casefold())
    return tuple((1, int(piece), "") if piece.isdecimal() else (0, 0, piece) for piece in pieces)
