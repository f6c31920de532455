"""Files that no student handed in, and files that are no essay but were handed in as one."""

from __future__ import annotations

from pathlib import PurePosixPath

_NAMES = frozenset({"__macosx", "thumbs.db", "desktop.ini"})

ARCHIVES = frozenset({".zip", ".rar", ".7z", ".tar", ".gz", ".tgz", ".bz2", ".xz"})
DOCUMENTS = frozenset({".doc", ".dot", ".pages", ".wpd", ".wps", ".gdoc"})
"""Endings of word processors' files that are not read: in a folder they are somebody's essay all the same."""
MEDIA = frozenset(
    {
        ".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".bmp", ".heic", ".tif", ".tiff", ".mp3", ".m4a", ".wav",
        ".mp4", ".mov",
    }
)  # fmt: skip
"""Endings of pictures and recordings, which illustrate an essay."""


def is_clutter(path: str) -> bool:
    """Whether a part of the path is hidden, an editor's lock file or what an operating system leaves behind."""
    return any(part.startswith((".", "~$")) or part.casefold() in _NAMES for part in PurePosixPath(path).parts)


def ending(path: str) -> str:
    """The ending of a file's name in small letters, with its dot; empty where there is none."""
    return PurePosixPath(path).suffix.lower()
