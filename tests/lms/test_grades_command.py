"""``scorer grades``: files in, files out, and what is said of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from made_assessments import RUBRIC, assessment, criterion, failed
from test_filling_gradebooks import CANVAS
from typer.testing import CliRunner, Result

from scorer.assessment import Assessment
from scorer.cli.grades import grades_app


def grades(*arguments: object) -> Result:
    result = CliRunner().invoke(grades_app, [str(argument) for argument in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert "Traceback" not in result.output
    return result


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "gradebook.csv").write_bytes(CANVAS.encode())
    given = [assessment("1001", "doejane", 3.5), assessment("1002"), assessment("zed", "Zed"), failed("1005")]
    lines = (one.model_dump_json() + "\n" for one in given)
    (tmp_path / "class.jsonl").write_text("".join(lines), encoding="utf-8", newline="")
    return tmp_path


def test_fill_writes_the_file_and_says_what_it_did(folder: Path) -> None:
    result = grades(
        "fill", folder / "gradebook.csv", folder / "class.jsonl", "-o", folder / "out.csv", "--assignment", "77"
    )
    assert result.exit_code == 1, "one grade found no place"
    assert result.stdout == ""
    assert result.stderr.splitlines() == [
        "Canvas gradebook. Grades entered: 1; left as they are: 2; without a place: 1; students without an essay: 2.",
        "",
        "Entered",
        "  Doe, Jane: 87.5",
        "",
        "Left",
        "  Roe, John: there is a grade already: --overwrite replaces it",
        '  Student, Test: not scored: "1005.txt" is empty: check that the right file was handed in.',
        "",
        "Without a place",
        "  Zed: no student has this id or name",
        "",
        "Without an essay",
        "  O'Brien-Smith, Ana María; Lee, Kim",
    ]
    assert (folder / "out.csv").read_bytes().decode() == CANVAS.replace('"A, and B",,,', '"A, and B",,87.5,')
    assert (folder / "gradebook.csv").read_bytes() == CANVAS.encode()


def test_a_dry_run_writes_nothing(folder: Path) -> None:
    before = sorted(folder.iterdir())
    result = grades("fill", folder / "gradebook.csv", folder / "class.jsonl", "--dry-run", "--assignment", "77")
    assert "Grades that would be entered: 1;" in result.stderr
    assert sorted(folder.iterdir()) == before


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["gradebook.csv", "class.jsonl"], "no_path: Say where to write"),
        (["gradebook.csv", "class.jsonl", "-o", "gradebook.csv"], "unwritable: "),
        (["gradebook.csv", "class.jsonl", "-o", "none/out.csv", "--assignment", "77"], "unwritable: "),
        (["none.csv", "class.jsonl", "-o", "out.csv"], "data_not_found: "),
        (["gradebook.csv", "none.jsonl", "-o", "out.csv", "--assignment", "77"], "data_not_found: "),
        (["gradebook.csv", "gradebook.csv", "-o", "out.csv", "--assignment", "77"], "data_invalid: Line 1 of "),
        (["class.jsonl", "class.jsonl", "-o", "out.csv"], "gradebook_invalid: "),
        (["gradebook.csv", "class.jsonl", "-o", "out.csv"], "assignment_unknown: Say which column"),
    ],
)
def test_what_cannot_be_done_is_a_sentence_and_status_2(folder: Path, arguments: list[str], sentence: str) -> None:
    before = {path: path.read_bytes() for path in folder.iterdir()}
    filled = [str(folder / one) if one.endswith(("csv", "jsonl")) else one for one in arguments]
    result = grades("fill", *filled)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(sentence) and len(result.stderr.splitlines()) == 1
    assert {path: path.read_bytes() for path in folder.iterdir()} == before


def override(folder: Path, **changes: Any) -> Result:
    asked = {"student": "1001", "criterion": "thesis", "score": 4, "reason": "The claim is in the title."} | changes
    options = [part for name, value in asked.items() for part in (f"--{name}", value)]
    return grades("override", folder / "class.jsonl", *options)


def test_override_keeps_the_machines_score_and_follows_the_weights(folder: Path) -> None:
    before = (folder / "class.jsonl").read_bytes().split(b"\n")
    result = override(folder)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.startswith(
        "Thesis: 4 instead of 3.5, set by the teacher: The claim is in the title.\nOverall: "
    )
    after = (folder / "class.jsonl").read_bytes().split(b"\n")
    assert after[1:] == before[1:], "the other lines are as they were"
    made = Assessment.model_validate_json(after[0])
    thesis = made.criterion("thesis")
    assert (thesis.score, thesis.level, thesis.interval) == (4.0, "Advanced", (4.0, 4.0))
    assert thesis.base + sum(c.points for c in thesis.contributions) == pytest.approx(4.0, abs=1e-6)
    assert thesis.base + sum(c.points for c in thesis.contributions if c.feature != "override") == pytest.approx(3.5)
    weights = {asked.id: asked.weight for asked in RUBRIC.criteria}
    shares = {one.id: (one.score or 0) - RUBRIC.criteria[0].lowest for one in made.criteria}
    mean = sum(weights[id] * shares[id] for id in weights) / sum(weights.values()) / 3
    assert made.overall is not None
    low, high = RUBRIC.scale.low, RUBRIC.scale.high
    assert made.overall.score == pytest.approx(low + mean * (high - low), abs=1e-3)
    assert [(flag.code, flag.severity) for flag in made.flags] == [("override", "info")]
    assert not [path for path in folder.iterdir() if path.name.startswith(".")], "no temporary file is left"


def test_a_second_thought_replaces_the_score_and_leaves_both_reasons(folder: Path) -> None:
    override(folder)
    override(folder, student="DOEJANE", criterion="Thesis", score=2.5, reason="On reflection.")
    made = json.loads((folder / "class.jsonl").read_bytes().split(b"\n")[0])
    (thesis,) = [one for one in made["criteria"] if one["id"] == "thesis"]
    assert [c["points"] for c in thesis["contributions"] if c["feature"] == "override"] == [-1.0]
    assert [flag["message"][-15:] for flag in made["flags"]] == ["s in the title.", " On reflection."]


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"student": "nobody"}, "student_unknown: No submission is by 'nobody'"),
        ({"criterion": "charm"}, "override_refused: The score was not changed: no criterion is called 'charm'"),
        ({"score": 9}, "override_refused: The score was not changed: Thesis goes from 1 to 4."),
        ({"score": "nan"}, "override_refused: "),
        ({"reason": "  "}, "override_refused: The score was not changed: --reason is empty"),
        ({"student": "1005"}, "override_refused: The score was not changed: this essay was not read"),
        ({"rubric": "ellipse"}, "override_refused: The score was not changed: the rubric is not the one"),
        ({"rubric": "none-such"}, "rubric_not_found: "),
    ],
)
def test_what_cannot_be_overridden_changes_nothing(folder: Path, changes: dict[str, Any], sentence: str) -> None:
    before = (folder / "class.jsonl").read_bytes()
    result = override(folder, **changes)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(sentence)
    assert (folder / "class.jsonl").read_bytes() == before


@pytest.mark.parametrize(
    ("asked", "hint"), [("doejan", "file, such as 'doejane'."), ("101", "file, such as '1001'."), ("x", "in the file.")]
)
def test_a_student_who_is_not_there_is_told_with_the_nearest_one(folder: Path, asked: str, hint: str) -> None:
    assert override(folder, student=asked).stderr.strip().endswith(hint)


def test_an_essay_that_was_held_back_gets_the_teachers_score_and_stays_for_review(folder: Path) -> None:
    held = assessment(
        "9", status="not_scored", overall=None, criteria=tuple(criterion(asked.id, None) for asked in RUBRIC.criteria)
    )
    (folder / "class.jsonl").write_text(held.model_dump_json() + "\n", encoding="utf-8")
    assert override(folder, student="9").exit_code == 0
    made = Assessment.model_validate_json((folder / "class.jsonl").read_bytes().strip())
    assert (made.status, made.overall and made.overall.score) == ("needs_review", 4.0)
    assert "Thesis: 4 instead of no score" in made.flags[0].message


def test_pages_show_what_the_teacher_changed(folder: Path) -> None:
    given = [json.loads(line) for line in (folder / "class.jsonl").read_text(encoding="utf-8").splitlines()]
    given[0]["text"] = "Cities should plant more trees. Shade is worth its price."
    changed = "".join(json.dumps(one) + "\n" for one in given)
    (folder / "class.jsonl").write_text(changed, encoding="utf-8", newline="")
    assert override(folder).exit_code == 0
    result = grades("pages", folder / "class.jsonl", "-o", folder / "pages", "--for", "student")
    assert result.exit_code == 0
    assert f"of {len(given)} pages are without the essay" in result.stderr
    page = next(path for path in (folder / "pages").glob("*.html") if "plant more trees" in path.read_text("utf-8"))
    thesis = json.loads((folder / "class.jsonl").read_text(encoding="utf-8").splitlines()[0])["criteria"][0]
    assert f"{thesis['score']:.1f}" in page.read_text("utf-8")
    assert len(list((folder / "pages").glob("*.html"))) == len(given) + 1


def test_pages_never_replace_the_file_of_assessments(folder: Path) -> None:
    before = (folder / "class.jsonl").read_bytes()
    assert grades("pages", folder / "class.jsonl", "-o", folder / "class.jsonl").exit_code != 0
    assert (folder / "class.jsonl").read_bytes() == before
