"""``scorer rubric``: what a teacher sees, and what her files become."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner, Result

from scorer.cli.workbench import app
from scorer.rubric import builtin_names, load_rubric
from scorer.rubric.load import rubric_bytes

FILES = Path(__file__).parent.parent / "rubric" / "files"
CANVAS = FILES / "argument-essay.csv"


def rubric_command(*arguments: object, width: int = 120, **more: str) -> Result:
    """The command's result in a terminal of so many columns."""
    result = CliRunner().invoke(app, ["rubric", *map(str, arguments)], env={"COLUMNS": str(width)}, **more)  # type: ignore[arg-type]
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def written(name: str, folder: Path) -> Path:
    """A built-in rubric as a file of the teacher's."""
    made = folder / f"{name}.toml"
    source = Path(sys.modules["scorer.rubric"].__path__[0]) / "builtin" / f"{name}.toml"
    made.write_bytes(source.read_bytes())
    return made


def test_the_built_in_rubrics_are_listed() -> None:
    lines = rubric_command("list").stdout.splitlines()
    assert [line.split()[0] for line in lines] == builtin_names()
    assert all(load_rubric(name).description in line for name, line in zip(builtin_names(), lines, strict=True))


@pytest.mark.parametrize("width", [60, 80, 120])
def test_a_rubric_is_shown_within_the_columns_that_there_are(width: int) -> None:
    shown = rubric_command("show", "argument-with-sources", width=width).stdout
    assert max(map(len, shown.splitlines())) <= width
    shown = " ".join(shown.split())
    assert shown.startswith("Argument with sources argument-with-sources · overall 1 to 4 An argumentative essay")
    assert "Use of sources 17% of the score · by 6 rules" in shown
    assert "trained: vocabulary, phraseology, syntax" in shown
    assert "1 Beginning No sources are cited." in shown


def test_requirements_and_unscored_criteria_are_shown(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(
        'id = "mine"\ntitle = "Mine [red]"\nscale = { low = 0, high = 1 }\n'
        '[requirements]\nmin_words = { value = 300, criterion = "poster", cap = 3 }\n'
        'reference_list = { criterion = "poster" }\n[[criteria]]\nid = "poster"\ntitle = "Poster"\n'
        '[[criteria.levels]]\npoints = 0\ntitle = "Not"\n[[criteria.levels]]\npoints = 5\ntitle = "Done"\n'
    )
    shown = rubric_command("show", file).stdout
    assert shown.startswith("Mine [red]  mine")
    assert "left to you: not scored" in shown
    assert "  min words: 300 (poster, at most 3 points if unmet)" in shown
    assert "  reference list: yes (poster, a remark if unmet)" in shown
    assert rubric_command("validate", file).stdout == "mine: 1 criterion, valid; left to you: poster\n"


@pytest.mark.parametrize("name", builtin_names())
def test_a_built_in_rubric_is_valid_as_a_file(name: str, tmp_path: Path) -> None:
    result = rubric_command("validate", written(name, tmp_path))
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith(f"{name}: ")


def test_every_fault_is_a_line_of_its_own(tmp_path: Path) -> None:
    file = written("argument", tmp_path)
    text = file.read_text().replace('title = "Thesis"', "titel = 3", 1).replace("high = 4", 'high = "four"')
    file.write_text(text)
    result = rubric_command("validate", file)
    lines = result.stderr.splitlines()
    assert (result.exit_code, result.stdout, len(lines)) == (2, "", 3)
    assert lines[0] == f"rubric_invalid: {file}, line 11: 'high' of 'scale' must be a number."
    assert "no setting 'titel': write 'title'" in "".join(lines)


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ('features = [{ name = "elegance", knots = [[0, 0], [1, 1]], typical = 0 }]', "which is not measured"),
        ("traits = { elegance = 1 }", "the model has cohesion, syntax"),
    ],
)
def test_what_is_not_measured_is_a_fault_with_its_line(line: str, sentence: str, tmp_path: Path) -> None:
    file = tmp_path / "odd.toml"
    file.write_text(
        f'id = "odd"\ntitle = "Odd"\nscale = {{ low = 0, high = 1 }}\n[[criteria]]\nid = "a"\ntitle = "A"\n{line}\n'
        '[[criteria.levels]]\npoints = 0\ntitle = "Low"\n[[criteria.levels]]\npoints = 1\ntitle = "High"\n'
    )
    result = rubric_command("validate", file)
    assert result.exit_code == 2
    assert f"{file}, line 7: the criterion 'a' asks for the" in result.stderr
    assert sentence in result.stderr


def test_import_shows_what_each_criterion_would_be_scored_by_and_why(tmp_path: Path) -> None:
    result = rubric_command("import", CANVAS, "-o", tmp_path / "mine.toml")
    assert result.exit_code == 0
    rows = {line.split("  ")[0]: line for line in result.stderr.splitlines()}
    assert "thesis" in rows["Thesis/Claim"] and "sure" in rows["Thesis/Claim"] and "“Claim”" in rows["Thesis/Claim"]
    assert "left to you" in rows["MLA format"] and "not measured" in rows["MLA format"]
    last = "6 criteria, 0 scored; 4 proposed in comments: uncomment them, or import with --yes"
    assert result.stderr.endswith(f"{tmp_path / 'mine.toml'}: {last}\n")
    assert not any(criterion.scored for criterion in load_rubric(tmp_path / "mine.toml").criteria)


def test_yes_accepts_what_is_proposed_and_leaves_the_rest(tmp_path: Path) -> None:
    result = rubric_command("import", CANVAS, "--yes", "-o", tmp_path / "mine.toml")
    assert result.stderr.endswith("6 criteria, 4 scored\n")
    scored = {criterion.id: criterion.scored for criterion in load_rubric(tmp_path / "mine.toml").criteria}
    assert [id for id, is_scored in scored.items() if not is_scored] == ["mla-format", "voice"]
    assert rubric_command("validate", tmp_path / "mine.toml").exit_code == 0


def test_a_teacher_is_asked_about_each_proposal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scorer.cli.rubrics._can_ask", lambda: True)
    result = rubric_command("import", CANVAS, "-o", tmp_path / "mine.toml", input="y\nn\n\nn\n")
    assert "Score “Thesis/Claim” by thesis? [Y/n]" in result.stderr
    assert "Score “Évidence & Support” by reasons and evidence? [y/N]" in result.stderr
    scored = [criterion.id for criterion in load_rubric(tmp_path / "mine.toml").criteria if criterion.scored]
    assert scored == ["thesis-claim", "organization"]


@pytest.mark.parametrize("width", [80, 120])
def test_proposals_fit_the_columns_that_there_are(width: int, tmp_path: Path) -> None:
    result = rubric_command("import", CANVAS, "-o", tmp_path, width=width)
    table = result.stderr.splitlines()[:-1]
    assert max(map(len, table)) <= width


def test_what_was_imported_is_exported_as_it_was(tmp_path: Path) -> None:
    for name in ("argument-essay.csv", "analytical-essay.json"):
        toml = tmp_path / "mine.toml"
        rubric_command("import", FILES / name, "-o", toml, "--yes", "--force")
        result = rubric_command("export", toml, "-o", tmp_path / name)
        assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
    assert (tmp_path / "argument-essay.csv").read_bytes() == CANVAS.read_bytes()
    assert json.loads((tmp_path / "analytical-essay.json").read_text(encoding="utf-8")) == json.loads(
        (FILES / "analytical-essay.json").read_text(encoding="utf-8")
    )


def test_a_built_in_rubric_is_exported_as_a_copy_to_change(tmp_path: Path) -> None:
    copy = tmp_path / "mine.toml"
    assert rubric_command("export", "argument", "-o", copy).exit_code == 0
    assert copy.read_bytes() == rubric_bytes("argument")
    assert rubric_command("export", "argument", "-o", copy).exit_code == 2  # the teacher's changes stay
    assert rubric_command("export", "argument", "ellipse", "-o", tmp_path / "two.toml").exit_code == 2


def test_several_rubrics_become_several_files(tmp_path: Path) -> None:
    result = rubric_command("import", FILES / "two-rubrics.csv", "-o", tmp_path / "rubrics")
    assert result.exit_code == 0
    assert sorted(path.name for path in (tmp_path / "rubrics").iterdir()) == [
        "aufsatz-fur-und-wider.toml",
        "rubric.toml",
    ]
    exported = rubric_command("export", *sorted((tmp_path / "rubrics").iterdir()), "-o", tmp_path / "again.csv")
    assert exported.exit_code == 0
    rows = (FILES / "two-rubrics.csv").read_bytes().replace(b"\n", b"\r\n").splitlines()
    assert len((tmp_path / "again.csv").read_bytes().splitlines()) == len(rows)


def test_data_goes_to_standard_output_and_the_table_elsewhere(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "scorer", "rubric"]
    made = subprocess.run([*command, "import", str(CANVAS)], capture_output=True, check=True, timeout=120)
    (tmp_path / "mine.toml").write_bytes(made.stdout)
    assert load_rubric(tmp_path / "mine.toml").title == "Argument Essay – 10th grade"
    export = [*command, "export", str(tmp_path / "mine.toml")]
    back = subprocess.run(export, capture_output=True, check=True, timeout=120)
    assert (back.stdout, back.stderr) == (CANVAS.read_bytes(), b"")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["show", "none-such"], "rubric_not_found: There is no rubric 'none-such': give a file, or one of argument, "),
        (["validate", "{tmp}/none.toml"], "rubric_not_found: "),
        (["import", "{tmp}/none.csv"], "rubric_not_found: There is no file "),
        (["import", "{tmp}"], "rubric_not_found: There is no file "),
        (["import", "{tmp}/empty.csv"], "rubric_invalid: empty.csv cannot be imported: it is empty."),
        (["import", "{tmp}/picture.png"], "rubric_format: picture.png is no rubric in a format that we know"),
        (["import", "{tmp}/picture.png", "--format", "canvas"], "rubric_invalid: picture.png cannot be imported: "),
        (["import", "{tmp}/picture.png", "--format", "ora2"], "rubric_invalid: picture.png is not UTF-8 text"),
        (["import", "{tmp}/picture.png", "--format", "ora2-xml"], "rubric_invalid: picture.png cannot be imported: "),
        (["import", "{tmp}/latin.csv"], "rubric_invalid: latin.csv cannot be imported: it is not UTF-8 text"),
        (["import", "{tmp}/large.csv"], "rubric_invalid: The rubric "),
        (
            ["import", "{files}/two-rubrics.csv"],
            "rubric_several: The file holds 2 rubrics: give a folder for them with",
        ),
        (["import", "{files}/two-rubrics.csv", "-o", "{tmp}/a.toml"], "rubric_several: "),
        (["import", "{files}/ragged.csv", "-o", "{tmp}/here.toml"], "file_exists: "),
        (["export", "argument"], "rubric_format: Which format? Give --format: canvas, ora2, ora2-xml, moodle."),
        (["export", "argument", "-o", "{tmp}/empty.csv"], "file_exists: "),
        (["export", "argument", "-o", "{tmp}/empty.csv/a.csv"], "unwritable: "),
        (
            ["export", "argument", "ellipse", "--format", "ora2"],
            "rubric_not_exportable: The rubric cannot be exported: ",
        ),
        (["export", "{tmp}/picture.png", "--format", "canvas"], "rubric_invalid: The rubric "),
    ],
)
def test_what_cannot_be_done_is_a_sentence_and_status_2(arguments: list[str], sentence: str, tmp_path: Path) -> None:
    (tmp_path / "empty.csv").write_bytes(b"")
    (tmp_path / "here.toml").write_bytes(b"")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)))
    (tmp_path / "latin.csv").write_bytes("Rubric Name,Criteria Name\nÉssai,Thèse\n".encode("latin-1"))
    (tmp_path / "large.csv").write_bytes(b"Rubric Name,Criteria Name\n" * 100_000)
    result = rubric_command(*(argument.format(tmp=tmp_path, files=FILES) for argument in arguments))
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(sentence)
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    "arguments", [[], ["import"], ["export"], ["show"], ["import", "x", "--format", "word"], ["no"]]
)
def test_wrong_usage_is_status_2(arguments: list[str]) -> None:
    assert rubric_command(*arguments).exit_code == 2


@pytest.mark.parametrize("command", ["list", "show", "validate", "import", "export"])
def test_every_command_explains_itself(command: str) -> None:
    assert "Usage:" in rubric_command(command, "--help").stdout


@given(content=st.binary(max_size=200) | st.text(max_size=100).map(lambda text: text.encode("utf-8", "replace")))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_file_at_all_makes_a_command_fall_over(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "any.toml"
    file.write_bytes(content)
    for arguments in (
        ["validate", file],
        ["show", file],
        ["export", file],
        ["import", file, "-o", tmp_path / "x", "--force"],
    ):
        result = rubric_command(*arguments)
        assert result.exit_code in (0, 2)
        if result.exit_code == 2:
            assert result.stderr.strip().endswith(".")
