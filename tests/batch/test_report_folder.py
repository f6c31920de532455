"""Folders of reports: names, the class's report, and what is never overwritten."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from made_runs import assessment, contents

from scorer.assessment import Assessment
from scorer.batch.writing.folder import ReportFolder
from scorer.batch.writing.stream import Page
from scorer.errors import ScorerError
from scorer.reports.audience import Audience


def written(
    made: Sequence[Assessment], format: str, folder: Path, inputs: Sequence[str] = (), who: Audience = Audience.teacher
) -> list[str]:
    """The names in the folder after a run."""
    names = [one.submission.id for one in made]
    output = ReportFolder(folder, format, who, "settings", names, names, True, inputs)
    for one in made:
        output.write(one)
    output.close()
    return sorted(contents(folder))


def test_many_essays_are_a_folder_with_an_index(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "reports"
    made = [assessment("ann"), assessment("Ann"), assessment("b & c?"), assessment("dot", None)]
    assert written(made, "html", folder) == ["Ann (2).html", "ann.html", "b & c_.html", "dot.html", "index.html"]
    index = BeautifulSoup((folder / "index.html").read_text(encoding="utf-8"), "html.parser")
    links = [link["href"] for link in index.select("table a")]
    assert links == ["./ann.html", "./Ann%20%282%29.html", "./b%20%26%20c_.html", "./dot.html"]
    assert '"dot.txt" is empty.' in index.get_text()


def test_word_documents_have_an_index_too(tmp_path: Path) -> None:
    assert written([assessment("ann"), assessment("ben")], "docx", tmp_path) == ["ann.docx", "ben.docx", "index.html"]


def test_an_essay_is_never_overwritten(tmp_path: Path) -> None:
    essay = tmp_path / "ann.docx"
    essay.write_bytes(b"the essay")
    made = [assessment("ann"), assessment("ben")]
    assert written(made, "docx", tmp_path, [str(essay)]) == ["ann (2).docx", "ann.docx", "ben.docx", "index.html"]
    assert essay.read_bytes() == b"the essay"
    with pytest.raises(ScorerError, match="is one of the essays"):
        Page(essay, "docx", Audience.teacher, (str(essay),)).write(assessment("ann"))
    with pytest.raises(ScorerError, match="is one of the essays"):
        written(made, "html", tmp_path, [str(tmp_path / "index.html")])
