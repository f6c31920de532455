"""The formats that are read, and the endings of file names that promise them."""

from __future__ import annotations

from typing import Literal

Kind = Literal["plain", "docx", "pdf", "odt", "rtf", "html"]

SUFFIXES: dict[str, Kind] = {
    ".txt": "plain",
    ".md": "plain",
    ".docx": "docx",
    ".pdf": "pdf",
    ".odt": "odt",
    ".rtf": "rtf",
    ".htm": "html",
    ".html": "html",
}
LISTED = " or ".join(", ".join(SUFFIXES).rsplit(", ", 1))
