"""Canvas: ``{name}[_LATE]_{user id}_{file id}_{display name}``, ``..._{user id}_text.html`` and ``_link.html``.

The name is the sortable one without anything but letters, digits and underscores (``obriensmithana``). Graded
anonymously it is ``[LATE_]anon_{id}``. Source: ``lib/content_zipper.rb`` of canvas-lms.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePosixPath
from unicodedata import category

from scorer.reading.downloads.attribution import Attribution

# the first two numbers in a row are Canvas's own: it takes numbers between underscores out of names
_UPLOAD = re.compile(r"(?P<name>[\w-]*?)_(?:(?P<late>late)_)?(?P<id>\d+)_(?P<file>\d+)_(?P<shown>.+)", re.I | re.S)
_ENTRY = re.compile(r"(?P<name>[\w-]*?)_(?:(?P<late>late)_)?(?P<id>\d+)_(?P<shown>(?:text|link)\.html)", re.I)
_ANONYMOUS = re.compile(
    r"(?:(?P<late>late)_)?(?P<id>(?P<name>anon)_[^\W_]+)_(?:(?P<file>\d+)_(?P<shown>.+)|(?P<entry>(?:text|link)\.html))",
    re.I | re.S,
)
_TITLE = re.compile(rb"<title>(.*?)</title>", re.S)
_HEADING = re.compile(rb"\s*<h1>(.*?)</h1>", re.S)
_LONE_ID_DIGITS = 3


def attribute(paths: Sequence[str]) -> dict[str, Attribution]:
    """The files of folders in which most names are Canvas's; numbers in other people's names prove nothing."""
    found = {path: made for path in paths if (made := _attribution(path))}
    folders = Counter(str(PurePosixPath(path).parent) for path in paths)
    matched = Counter(str(PurePosixPath(path).parent) for path in found)
    sure = {
        path: made
        for path, made in found.items()
        if 2 * matched[folder := str(PurePosixPath(path).parent)] >= folders[folder]
        and (matched[folder] > 1 or len(made.id) >= _LONE_ID_DIGITS)
    }
    return _latest(sure)


def returned(path: str, id: str) -> str | None:
    """The name, without its ending, of a file of feedback that Canvas takes back for the submission at ``path``, with
    ``id`` as its student; None where that is no upload of a download of Canvas.

    Canvas finds the two numbers of the original name in it ("Upload Submissions"); what was typed into its text box and
    what was handed in anonymously has none that it knows again. Source: ``infer_comment_context_from_filename``.
    """
    place = PurePosixPath(path)
    made = _attribution(path)
    return place.stem if made and made.kind == "file" and made.id == id and id.isdecimal() else None


def without_heading(page: bytes) -> bytes:
    """A text entry's page without the title that Canvas puts above it: assignment and student."""
    title = _TITLE.search(page)
    body = page.find(b"<body>")
    heading = _HEADING.match(page, body + len(b"<body>")) if title and body >= 0 else None
    if not title or not heading or title[1].strip() != heading[1].strip():
        return page
    return page[: title.start()] + page[title.end() : heading.start()] + page[heading.end() :]


def _attribution(path: str) -> Attribution | None:
    place = PurePosixPath(path)
    plain = _without_marks(place.name)
    match = _ANONYMOUS.fullmatch(plain) or _UPLOAD.fullmatch(plain) or _ENTRY.fullmatch(plain)
    if not match:
        return None
    parts = {key: place.name[slice(*match.span(key))] for key in match.groupdict()}  # empty where there is none
    shown = parts["shown"] or parts["entry"]
    entry = not parts.get("file")
    return Attribution(
        group=f"{place.parent}/{parts['id']}",
        id=parts["id"],
        student=parts["id"] if parts["name"] == "anon" else parts["name"] or parts["id"],
        name=shown,
        kind="file" if not entry else "link" if shown.lower() == "link.html" else "typed",
        order=(0,) if entry else (1, int(parts["file"])),
        late=bool(parts["late"]),
    )


def _without_marks(name: str) -> str:
    """The name with a letter for every mark (vowel signs, accents apart): of a word for Canvas, not for ``re``."""
    return "".join("x" if category(c).startswith("M") else c for c in name)


def _latest(found: dict[str, Attribution]) -> dict[str, Attribution]:
    """Mark what a later upload replaced: Canvas calls the second ``essay.docx`` of a student ``essay-1.docx``.

    ``part.docx`` and ``part-2.docx`` without a ``part-1.docx`` are two files of the student's own naming.
    """
    groups: dict[str, dict[str, str]] = defaultdict(dict)
    for path, made in found.items():
        groups[made.group][made.name] = path
    for paths in groups.values():
        for name in paths:
            earlier = paths[name]
            while (later := paths.get(_next(name, found[earlier].name))) and found[later].order > found[earlier].order:
                found[earlier] = replace(found[earlier], replaced=True)
                earlier = later
    return found


def _next(first: str, name: str) -> str:
    """What Canvas would call the next upload of ``first`` after ``name``."""
    place = PurePosixPath(first)
    copy = re.fullmatch(re.escape(place.stem) + r"-(\d+)" + re.escape(place.suffix), name)
    return f"{place.stem}-{int(copy[1]) + 1 if copy else 1}{place.suffix}"
