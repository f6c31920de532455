"""Draft files: Markdown or Word, by the name's ending."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from scorer.assessment import Assessment
from scorer.drafts.lines import draft_lines
from scorer.drafts.model import Draft
from scorer.drafts.parse import Parser
from scorer.errors import DraftError
from scorer.reports.output import write_file

MARKDOWN, WORD = (".md", ".markdown"), ".docx"
MOST_BYTES = 50_000_000


def check_draft_path(path: Path) -> None:
    """Raise ``DraftError`` (``draft_format``) where the name says no format that a draft can have."""
    if path.suffix.lower() not in (*MARKDOWN, WORD):
        raise DraftError("draft_format", f"A draft is Markdown or Word: name it .md or .docx, not {path.name}.")
    if path.is_dir():
        raise DraftError("draft_format", f"{path} is a folder: name a file, such as feedback.md.")


def write_draft(path: Path, assessments: Iterable[Assessment], inputs: Sequence[str] = ()) -> None:
    """Write the feedback of the essays to a new draft; none of ``inputs`` is overwritten.

    Raises ``DraftError`` (``draft_format``) and ``ScorerError`` (``unwritable``).
    """
    check_draft_path(path)
    lines = draft_lines(assessments)
    if path.suffix.lower() == WORD:
        from scorer.drafts.word import to_word  # here, to keep start-up fast

        write_file(path, to_word(lines), inputs)
    else:
        write_file(path, ("\n".join(lines) + "\n").encode(), inputs)


def read_draft(path: Path) -> Draft:
    """The draft as the teacher left it.

    Raises ``DraftError`` (``draft_format draft_invalid draft_unreadable``) and ``ReadingError``.
    """
    check_draft_path(path)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise DraftError("draft_unreadable", f"{path} cannot be read ({error.strerror}): check the name.") from error
    if len(data) > MOST_BYTES:
        raise DraftError("draft_unreadable", f"{path.name} is larger than any draft: check that it is the right file.")
    if path.suffix.lower() == WORD:
        from scorer.drafts.word import from_word

        return Parser(path.name, "Paragraph").read(from_word(data, path.name))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DraftError("draft_unreadable", f"{path.name} is not UTF-8 text: save it as UTF-8.") from error
    return Parser(path.name, "Line").read(text.splitlines())
