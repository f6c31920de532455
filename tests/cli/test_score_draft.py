"""``score --draft``: written the first time, read back the next."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from synthetic_essays import essay
from test_score_command import LOADED, score

STRONG, WEAK = (essay(random.Random(5), level, sentences=8) for level in (1.0, 0.0))


@pytest.fixture(autouse=True)
def surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.setattr("scorer.cli.score.load", LOADED)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "class"
    folder.mkdir()
    (folder / "ann.txt").write_text(STRONG)
    (folder / "ben.txt").write_text(WEAK)
    return folder


def test_a_class_is_drafted_edited_approved_and_reported(folder: Path, tmp_path: Path) -> None:
    draft = folder / "feedback.md"  # beside the essays, and no essay itself
    first = score(folder, "--draft", draft)
    assert (first.exit_code, first.stdout) == (0, "")
    assert "run the same command again" in first.stderr
    text = draft.read_text()
    assert text.count("\n## ") == 2
    ann, ben = text.split("\n## ben")
    line = next(line for line in ann.splitlines() if line.startswith("- "))
    ann = ann.replace(line, "- strength 1: Ann, this is good.").replace("\nApproved: no", "\nApproved: yes")
    draft.write_text(f"{ann}\n## ben{ben}")
    again = score(folder, "--draft", draft, "--format", "html", "-o", tmp_path / "out", "--for", "student")
    said = {name: advice(tmp_path / "out" / f"{name}.html") for name in ("ann", "ben")}
    assert said["ann"][0].startswith("Works well: Ann, this is good.")
    assert said["ben"] == []
    assert "remarks are still to come" in (tmp_path / "out" / "ben.html").read_text()
    assert "no feedback went to ben, since it is not approved" in again.stderr
    assert draft.read_text() == f"{ann}\n## ben{ben}"  # it is never written over


def advice(page: Path) -> list[str]:
    """The sentences of feedback on a page."""
    read = BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser")
    return [sentence.get_text() for sentence in read.select(".advice li")]


def test_data_has_the_words_of_the_draft_and_no_text_unless_asked_for(folder: Path) -> None:
    draft = folder / "feedback.md"
    score(folder / "ann.txt", "--draft", draft)
    draft.write_text(draft.read_text().replace(" 1: ", " 1: Ann, "))
    made = json.loads(score(folder / "ann.txt", "--draft", draft, "--format", "json").stdout)
    assert made["criteria"][0]["feedback"][0]["message"].startswith("Ann, ")
    assert "text" not in made


def test_the_teacher_sees_what_is_not_approved(folder: Path) -> None:
    draft = folder / "feedback.docx"
    score(folder / "ann.txt", "--draft", draft)
    shown = score(folder / "ann.txt", "--draft", draft, "--no-color").stdout
    assert shown == score(folder / "ann.txt", "--no-color").stdout


def test_a_changed_essay_and_a_new_one_are_told(folder: Path) -> None:
    draft = folder / "feedback.md"
    score(folder, "--draft", draft)
    (folder / "ann.txt").write_text(f"{STRONG} One more sentence stands here.")
    (folder / "cem.txt").write_text(STRONG)
    told = score(folder, "--draft", draft).stderr
    assert "ann's essay has changed since the draft was made" in told
    assert "cem is not in the draft" in told
    assert "ben" not in told


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("feedback.txt", None, "draft_format: A draft is Markdown or Word"),
        ("feedback.md", "## ann\n", "draft_invalid: Line 1 of feedback.md"),
        ("feedback.docx", "no zip", "unreadable: "),
    ],
)
def test_a_draft_that_cannot_be_used_is_told_before_any_essay_is_read(
    folder: Path, name: str, content: str | None, told: str
) -> None:
    if content:
        (folder / name).write_text(content)
    result = score(folder, "--draft", folder / name)
    assert result.exit_code == 2
    assert result.stderr.startswith(told)
    assert len(result.stderr.splitlines()) == 1
