"""Names of the files that reports are written to."""

from __future__ import annotations

import re
from collections.abc import Collection

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]')
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)", re.IGNORECASE)
LONGEST = 80
"""Characters of a name, its ending not counted; 240 bytes of UTF-8 at most, which every file system holds."""


def file_name(id: str, ending: str, taken: Collection[str]) -> str:
    """A name for a submission's report that every system can hold, different from all ``taken`` ones.

    ``taken`` names are in lower case: some systems take ``Ann.html`` and ``ann.html`` for the same file.
    """
    name = _FORBIDDEN.sub("_", id).strip(" .") or "essay"
    name = name[:LONGEST].encode()[:240].decode(errors="ignore").rstrip(" .")
    if _DEVICES.match(name) or name.startswith(("-", "~$")):
        name = f"_{name}"
    number, made = 1, f"{name}{ending}"
    while made.lower() in taken:
        number += 1
        made = f"{name} ({number}){ending}"
    return made
