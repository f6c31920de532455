"""``score --draft FILE``: a new file is written for the teacher, one that is there is read back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import typer

from scorer.assessment import Assessment
from scorer.drafts import Draft, applied, check_draft_path, read_draft, released, write_draft
from scorer.reading.downloads.hand_in import HandIn
from scorer.reading.failures import printable
from scorer.reports.audience import Audience
from scorer.reports.labels import name_of


def with_draft(path: Path | None, handed: list[HandIn]) -> tuple[list[HandIn], Draft | None]:
    """The essays without the draft itself, which may lie in their folder, and the draft where it is there already.

    Raises ``ScorerError``.
    """
    if path is None:
        return handed, None
    check_draft_path(path)
    own = path.resolve()
    essays = [one for one in handed if [Path(file).resolve() for file in one.files] != [own]]
    return essays, read_draft(path) if path.exists() else None


class DraftFile:
    """An output that is the draft: written, whole, when the last of ``count`` essays is there."""

    done = 0
    failed = 0

    def __init__(self, path: Path, count: int, inputs: list[str], quiet: bool) -> None:
        self._path, self._count, self._inputs, self._quiet = path, count, inputs, quiet
        self._assessments: list[Assessment] = []

    def write(self, assessment: Assessment) -> None:
        """Keep one."""
        self._assessments.append(assessment)

    def close(self) -> None:
        """Write the draft and say what comes next. Raises ``ScorerError``."""
        if len(self._assessments) < self._count:
            return
        write_draft(self._path, self._assessments, self._inputs)
        if not self._quiet:
            typer.echo(f"{self._path}: edit it, write yes after “Approved”, and run the same command again.", err=True)


def redrafted(
    assessments: Iterable[Assessment], draft: Draft, audience: Audience, with_text: bool, quiet: bool
) -> Iterator[Assessment]:
    """The assessments with the teacher's words; a student's reports have none that are not approved.

    What the draft does not fit is told on stderr.
    """
    waiting: list[str] = []
    for assessment in assessments:
        essay, made, name = draft.of(assessment), assessment, printable(name_of(assessment))
        if essay:
            made = applied(assessment, essay)
        elif assessment.error is None and not quiet:
            typer.echo(f"draft: {_missing(draft, assessment, name)}", err=True)
        if assessment.error is None and audience is Audience.student:
            made = released(made, essay)
            if essay is None or not essay.approved:
                waiting.append(name)
        yield made if with_text else made.model_copy(update={"text": None})
    if waiting and not quiet:
        typer.echo(f"draft: no feedback went to {_listed(waiting)}, since it is not approved.", err=True)


def _missing(draft: Draft, assessment: Assessment, name: str) -> str:
    if draft.is_outdated(assessment):
        return f"{name}'s essay has changed since the draft was made; the program's own words are used."
    return f"{name} is not in the draft; the program's own words are used."


def _listed(names: list[str]) -> str:
    shown = ", ".join(names[:5])
    return f"{shown} and {len(names) - 5} more" if len(names) > 5 else shown
