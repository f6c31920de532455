"""The audit log and the pseudonyms: what they hold, and what they never hold."""

from __future__ import annotations

import csv
import json
import random
import re
from functools import cache
from pathlib import Path

import pytest
from synthetic_essays import essay
from typer.testing import CliRunner, Result

from scorer.cli.score import app
from scorer.cli.workbench import app as workbench
from scorer.engine import load

LOADED = cache(load)
NAMES = ("Ana Vidal", "Bert Ohm", "Cleo Tan")


@pytest.fixture(autouse=True)
def engines(monkeypatch: pytest.MonkeyPatch) -> None:
    """Engines are loaded once for all tests."""
    monkeypatch.setattr("scorer.cli.score.load", LOADED)


@pytest.fixture
def essays(tmp_path: Path) -> Path:
    """A download of Moodle's: two essays, the second in two files, an empty one, a link that leads nowhere."""
    folder = tmp_path / "download"
    for number, name in enumerate(NAMES):
        place = folder / f"{name}_{900 + number}_assignsubmission_file"
        place.mkdir(parents=True)
        (place / f"{name} essay.txt").write_text(essay(random.Random(number), 0.8) if number < 2 else "")
    (folder / "Bert Ohm_901_assignsubmission_file" / "bert more.txt").write_text(essay(random.Random(9), 0.8))
    (folder / "Dora Pym.txt").symlink_to(folder / "nowhere" / "Dora Pym")
    return folder


def score(*arguments: object) -> Result:
    result = CliRunner().invoke(app, [str(argument) for argument in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_the_log_tells_who_scored_what_and_holds_no_word_and_no_name(essays: Path, tmp_path: Path) -> None:
    log, output = tmp_path / "audit.jsonl", tmp_path / "grades.jsonl"
    score(essays, "--format", "jsonl", "-o", output, "--audit", log)
    said, made = lines(log), lines(output)
    assert [line["event"] for line in said] == ["run", "score", "score", "score", "score", "end"]
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+00:00", str(line["time"])) for line in said)
    for line, row in zip(said[1:-1], made, strict=True):
        assert line["input_sha256"] == row["submission"]["sha256"]  # type: ignore[index]
        assert line["model"] == row["model"]
        assert (line["status"], line["error"] is None) == (row["status"], row["error"] is None)
    assert {"scorer", "spacy", "python"} <= set(said[0]["versions"])  # type: ignore[arg-type]
    assert said[-1] | {"time": ""} == {"time": "", "event": "end", "done": 4, "failed": 2}
    text = log.read_text(encoding="utf-8")
    assert not any(word in text for name in (*NAMES, "Dora Pym", "opinion school") for word in name.split())


def test_a_teachers_change_is_logged_with_its_reason(essays: Path, tmp_path: Path) -> None:
    log, output = tmp_path / "audit.jsonl", tmp_path / "grades.jsonl"
    score(essays, "--format", "jsonl", "-o", output)
    result = CliRunner().invoke(
        workbench,
        ["grades", "override", str(output), "--student", "900", "--criterion", "Thesis", "--score", "4",
         "--reason", "It is in the title.", "--audit", str(log)],
    )  # fmt: skip
    assert result.exit_code == 0, result.output
    (line,) = lines(log)
    assert (line["event"], line["criterion"], line["after"]) == ("override", "thesis", 4.0)
    assert line["reason"] == "It is in the title."
    assert line["before"] != 4.0


@pytest.mark.parametrize("format", ["jsonl", "csv", "html", "docx"])
def test_no_output_has_a_name_and_the_key_leads_back(format: str, essays: Path, tmp_path: Path) -> None:
    output, key = tmp_path / "grades", tmp_path / "key.csv"
    result = score(essays, "--format", format, "-o", output, "--pseudonyms", key)
    assert result.exit_code == 1
    files = [output] if output.is_file() else sorted(output.iterdir())
    everything = result.stderr + "".join(file.name + file.read_text("utf-8", "replace") for file in files)
    for name in (*NAMES, "Dora Pym", "bert"):
        assert not any(re.search(rf"\b{word}\b", everything) for word in name.split()), name
    rows = list(csv.DictReader(key.read_text(encoding="utf-8").splitlines()))
    assert [(row["id"], row["student"]) for row in rows][:2] == [("900", "Ana Vidal"), ("901", "Bert Ohm")]
    for row in rows:
        assert re.fullmatch(r"student-[a-z0-9]{6}", row["pseudonym"])
        assert row["pseudonym"] in everything


def test_the_key_is_kept_and_rows_come_in_the_order_of_pseudonyms(essays: Path, tmp_path: Path) -> None:
    key = tmp_path / "key.csv"
    first = score(essays, "--format", "jsonl", "--pseudonyms", key).stdout
    before = key.read_bytes()
    assert score(essays, "--format", "jsonl", "--pseudonyms", key).stdout == first
    assert key.read_bytes() == before
    ids = [json.loads(line)["submission"]["id"] for line in first.splitlines()]
    assert ids == sorted(ids)
    (essays / "=new.txt").write_text(essay(random.Random(5), 0.5))
    score(essays, "--format", "jsonl", "--pseudonyms", key)
    assert key.read_bytes().startswith(before)
    score(essays, "--format", "jsonl", "--pseudonyms", key)
    assert len(key.read_bytes().splitlines()) == len(before.splitlines()) + 1
