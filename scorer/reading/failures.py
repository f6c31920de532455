"""Why a submission cannot be read: one sentence and one code per reason."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from scorer.errors import ReadingError
from scorer.reading.formats import LISTED

# reason -> (code, sentence); {name} is the file's name in quotes
REASONS = {
    "missing": ("not_found", "There is no file {name}: check the name and the folder."),
    "permission": ("unreadable", "{name} may not be opened: ask for permission to read it."),
    "folder": ("unreadable", "{name} is a folder, not an essay: name a file inside it."),
    "device": ("unreadable", "{name} is not an ordinary file: save the essay as a file first."),
    "system": ("unreadable", "{name} could not be read from the disk ({detail}): copy it again and retry."),
    "damaged": (
        "unreadable",
        "{name} is damaged or incomplete: open it in the program that made it and save it again.",
    ),
    "mislabelled": (
        "unreadable",
        "{name} is not the {detail} file that its name says: save it again in that format, or correct its ending.",
    ),
    "dtd": ("unreadable", "{name} holds XML declarations that no word processor writes: save it again as a new file."),
    "unknown": ("unsupported_format", "{name} is of no format that can be read: save it as {formats}."),
    "old_word": ("unsupported_format", "{name} is an old Word file (.doc): open it in Word and save it as .docx."),
    "archive": ("unsupported_format", "{name} is not a document with text: save the essay as {formats}."),
    "encrypted": ("encrypted", "{name} is protected by a password: save it again without one."),
    "empty": ("empty", "{name} is empty: check that the right file was handed in."),
    "no_text": (
        "no_text",
        "{name} holds no text that can be read, perhaps only pictures of pages: hand in the document itself.",
    ),
    "not_text": ("not_text", "{name} does not hold text: save the essay as {formats}."),
    "bytes": ("too_large", "{name} is larger than the limit of {detail}: remove pictures, or split it."),
    "inflated": ("too_large", "{name} unpacks to far more than an essay holds: save it again as a new file."),
    "pages": ("too_large", "{name} has more than {detail} pages: hand in the essay's own pages."),
    "drawing": ("too_large", "{name} has pages that are too complex to read: hand in the essay as .docx or text."),
    "markup": ("too_large", "{name} holds far more formatting than an essay needs: hand it in as .docx or text."),
    "words": ("too_large", "{name} has more than {detail} words: hand in one essay per file."),
    "characters": ("too_large", "{name} has more than {detail} characters: hand in one essay per file."),
    "word": (
        "too_large",
        "{name} holds more than {detail} characters without a space: check that it is the essay, as it was written.",
    ),
    "unsafe_name": ("unsafe_path", "{name} would lead out of the zip's own folder: it is not read."),
    "not_ordinary": ("unsafe_path", "{name} is a link or device inside the zip, not a file: it is not read."),
    "nested": (
        "nested_archive",
        "{name} is an archive inside the folder or zip: unpack it, or give a zip of essays to the command by itself.",
    ),
    "ratio": ("too_large", "{name} would unpack to far more than an essay holds: it is not read."),
    "method": ("unreadable", "{name} is packed in a way that is not read: unpack the zip and pack it again."),
    "members": ("too_large", "{name} holds more than {detail} files: split it."),
    "total": ("too_large", "{name} would unpack to far more than a class hands in: it is not read."),
    "no_essay": ("empty", "{name} holds no file that can be an essay: check that the right zip was downloaded."),
    "link": (
        "link_only",
        "{name} is a link to a page, which is not followed: ask the student for the essay itself.",
    ),
    "nothing_typed": ("empty", "{name} says that nothing was typed or attached: ask the student for the essay."),
    "memory": ("too_large", "{name} needs more memory than there is: hand in the essay as plain text."),
}


def reading_error(reason: str, name: str, detail: str | int = "") -> ReadingError:
    """The error for one of ``REASONS``."""
    code, sentence = REASONS[reason]
    number = f"{detail:,}" if isinstance(detail, int) else detail
    return ReadingError(code, sentence.format(name=f'"{printable(name)}"', detail=number, formats=LISTED))


def printable(name: str) -> str:
    """A file's name with ``?`` for every character that a terminal could act on."""
    return "".join(c if c.isprintable() else "?" for c in name)


@contextmanager
def damaged_if_it_fails(name: str) -> Iterator[None]:
    """Run a format's library: whatever it raises means that the file is damaged.

    The libraries promise no family of exceptions: damaged input makes them raise ``KeyError``, ``TypeError``,
    ``AssertionError``, ``RecursionError``, ``zlib.error`` and more.
    """
    try:
        yield
    except ReadingError:
        raise
    except MemoryError as error:
        raise reading_error("memory", name) from error
    except Exception as error:
        raise reading_error("damaged", name) from error
