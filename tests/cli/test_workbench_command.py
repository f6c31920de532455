"""``scorer``: training, measuring and looking things up, on essays made by a seeded generator."""

from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from synthetic_essays import TRAITS, as_ellipse, graded, write_table
from typer.testing import CliRunner, Result

import scorer
from scorer.bundle import read_card, verify
from scorer.cli.workbench import app
from scorer.features import registered
from scorer.scoring import store

MEASURED = ("words", "unknown_words", "contractions", "commas", "sentence_length", "mtld", "sentences", "connectives")
ROW = ["n", "qwk", "pearson", "rmse", "smd", "human_qwk", "degradation", "prmse", "coverage90", "length_only_qwk"]
SIX = ["cohesion", "syntax", "vocabulary", "phraseology", "grammar", "conventions", "general"]


def scorer_command(*arguments: object) -> Result:
    result = CliRunner().invoke(app, [str(argument) for argument in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def made_quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Training on few features with few trees."""
    known = registered()
    monkeypatch.setattr("scorer.training.samples.registered", lambda: {name: known[name] for name in MEASURED})
    monkeypatch.setattr("scorer.training.additive.ROUNDS", 3)
    monkeypatch.setattr("scorer.training.additive.SHARES", np.linspace(0.005, 0.995, 8))


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    made_quick(monkeypatch)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Fifty-four graded essays: as ELLIPSE has them, and as a teacher's table with one trait."""
    folder = tmp_path_factory.mktemp("graded")
    rows = graded(54, sentences=4)
    write_table(folder / "ellipse.csv.gz", as_ellipse(rows))
    write_table(folder / "mine.csv", [{name: row[name] for name in ("id", "text", "group", "grammar")} for row in rows])
    return folder


@pytest.fixture(scope="module")
def bundle(data: Path) -> Path:
    """A bundle trained by the command itself."""
    with pytest.MonkeyPatch.context() as patch:
        made_quick(patch)
        result = scorer_command(
            "train", data / "ellipse.csv.gz", "--corpus", "ellipse", "-o", data / "learnt", "--seed", 4
        )
    assert (result.exit_code, result.stdout) == (0, f"learnt 0.1.0: {data / 'learnt'}\n")
    return data / "learnt"


def test_a_trained_bundle_has_a_whole_card(bundle: Path) -> None:
    card = verify(bundle)
    assert (card.id, card.kind) == ("learnt", "traits")
    assert card.command == "scorer train ellipse.csv.gz --corpus ellipse --seed 4 -o learnt"
    assert card.licence == card.trained_on[0].licence == "CC BY-NC-SA 4.0"
    assert card.trained_on[0].rows == 54
    assert {"numpy", "scikit-learn", "spacy"} <= card.libraries.keys()
    assert card.settings["seed"] == 4
    assert card.metrics["command"].startswith(
        "scorer cross-validate ellipse.csv.gz --corpus ellipse --folds 5 --seed 4"
    )
    assert list(card.metrics["cross_validation"]["traits"]) == SIX


def test_a_trained_bundle_grades(bundle: Path) -> None:
    rows = graded(9, seed=99, sentences=8)
    engine = scorer.load(model=bundle, rubric="ellipse")
    weak, strong = (engine.score(rows[place]["text"]) for place in (0, 8))
    assert strong.overall.score > weak.overall.score + 0.5  # type: ignore[union-attr]
    assert strong.model.id == "learnt"


def test_the_trained_vocabulary_holds_no_rare_ngrams(bundle: Path) -> None:
    model, _ = store.load(bundle)
    assert model.features == MEASURED
    assert all(0 < len(view.vocabulary) < 40_000 for view in model.views)


def test_training_again_replaces_the_bundle(data: Path, bundle: Path, quick: None, tmp_path: Path) -> None:
    again = tmp_path / "again"
    shutil.copytree(bundle, again)
    (again / "stale.bin").write_bytes(b"left over")
    assert scorer_command("train", data / "mine.csv", "-o", again).exit_code == 0
    assert list(verify(again).files) == ["CARD.md", "traits.npz"]
    assert store.load(again)[0].traits == ("grammar",)


def test_training_never_clears_a_folder_that_holds_other_files(data: Path, tmp_path: Path, quick: None) -> None:
    (tmp_path / "thesis.docx").write_text("years of work")
    result = scorer_command("train", data / "mine.csv", "-o", tmp_path)
    assert result.exit_code == 2
    assert "holds other files than a model's: choose a new folder." in result.stderr
    assert (tmp_path / "thesis.docx").read_text() == "years of work"


def test_evaluating_prints_the_fixed_keys(data: Path, bundle: Path, quick: None, tmp_path: Path) -> None:
    target = tmp_path / "agreement.json"
    arguments = ("evaluate", bundle, data / "mine.csv", "--by", "group", "--format", "json")
    assert scorer_command(*arguments, "-o", target).stdout == ""
    made = json.loads(target.read_text())
    assert list(made) == ["n", "traits", "mean", "groups"]
    assert (made["n"], list(made["traits"]), list(made["groups"])) == (54, ["grammar"], ["east", "north", "south"])
    assert list(made["traits"]["grammar"]) == ROW
    assert made["traits"]["grammar"]["qwk"] > 0.5


def test_a_part_of_the_range_in_the_table_does_not_bend_the_models_scale(
    data: Path, bundle: Path, quick: None, tmp_path: Path
) -> None:
    middle = [row for row in graded(54, sentences=4) if 2 <= row["grammar"] <= 4]
    table = write_table(
        tmp_path / "some.csv", [{name: row[name] for name in ("id", "text", "grammar")} for row in middle]
    )
    made = json.loads(scorer_command("evaluate", bundle, table, "--format", "json").stdout)
    assert abs(made["traits"]["grammar"]["smd"]) < 0.5
    assert made["traits"]["grammar"]["rmse"] < 0.9


def test_cross_validating_prints_the_fixed_keys(data: Path, quick: None) -> None:
    arguments = ("cross-validate", data / "mine.csv", "--folds", 3, "--by", "group", "--format", "json")
    made = json.loads(scorer_command(*arguments).stdout)
    assert list(made) == ["n", "traits", "mean", "groups"]
    assert list(made["mean"]) == ["qwk", "pearson", "rmse"]
    assert (made["n"], list(made["traits"]), list(made["groups"])) == (54, ["grammar"], ["east", "north", "south"])
    assert made["traits"]["grammar"]["pearson"] > 0.5


def test_leaving_one_group_out_as_lines_to_read(data: Path, quick: None) -> None:
    lines = scorer_command("cross-validate", data / "mine.csv", "--leave-one-out", "group").stdout.splitlines()
    assert lines[0] == "54 essays"
    assert [line.split()[:2] for line in lines[1:]] == [["all", "grammar"], ["mean", "QWK"]]


def test_a_group_that_is_left_out_may_be_seen_without_grades_and_with_some(data: Path, quick: None) -> None:
    left_out = ("cross-validate", data / "mine.csv", "--leave-one-out", "group", "--format", "json")
    plain, seen, taught = (
        json.loads(scorer_command(*left_out, *more).stdout)
        for more in ((), ("--unlabelled-batch",), ("--unlabelled-batch", "--calibrate-with", 6))
    )
    assert (plain["n"], seen["n"], taught["n"]) == (54, 54, 36)  # six essays of each group were given with grades
    assert plain["traits"] != seen["traits"]
    assert min(made["traits"]["grammar"]["pearson"] for made in (plain, seen, taught)) > 0.5


def test_a_head_for_each_group_trains_scores_and_is_evaluated(data: Path, quick: None, tmp_path: Path) -> None:
    rows = [{name: row[name] for name in ("id", "text", "group", "grammar")} for row in graded(150, sentences=3)]
    table = write_table(tmp_path / "three.csv", rows)
    result = scorer_command("train", table, "--within", "group", "-o", tmp_path / "heads")
    assert [line.split(" ")[0] for line in result.stdout.splitlines()] == ["east", "north", "south"]
    assert verify(tmp_path / "heads" / "north").trained_on[0].rows == 50
    made = json.loads(scorer_command("evaluate", tmp_path / "heads", table, "--by", "group", "--format", "json").stdout)
    assert (made["n"], list(made["groups"])) == (150, ["east", "north", "south"])


def test_an_evaluation_as_one_page_names_the_essays_that_disagree_most(
    data: Path, bundle: Path, quick: None, tmp_path: Path
) -> None:
    page = tmp_path / "agreement.html"
    arguments = ("evaluate", bundle, data / "mine.csv", "--by", "length_band", "--format", "html", "-o", page)
    assert scorer_command(*arguments).exit_code == 0
    text = page.read_text()
    assert text.count("<figure>") == 3
    assert "1 shortest quarter" in text and "sentence patterns" in text
    assert text.count('<details id="essay-') == text.count('<a href="#essay-') == 20
    assert "http:" not in text and "https:" not in text and "<script" not in text


@pytest.fixture(scope="module")
def calibrated(data: Path, bundle: Path) -> tuple[Path, str]:
    """A bundle calibrated on 20 essays that a teacher graded two points lower than others would, and what was said."""
    rows = graded(20, seed=5, sentences=6)
    graded_low = [{"text": row["text"], "Grammar": max(row["grammar"] - 2, 1), "overall": ""} for row in rows]
    table = write_table(data / "graded.csv", graded_low)
    result = scorer_command("calibrate", table, "--model", bundle, "--rubric", "ellipse", "-o", data / "hers")
    assert result.exit_code == 0, result.stderr
    return data / "hers", result.stdout


def test_a_calibrated_bundle_grades_as_the_teacher_does(bundle: Path, calibrated: tuple[Path, str]) -> None:
    text = graded(9, seed=99, sentences=8)[8]["text"]
    general = scorer.load(model=bundle, rubric="ellipse").score(text)
    hers = scorer.load(model=calibrated[0], rubric="ellipse").score(text)
    before, after = general.criterion("grammar"), hers.criterion("grammar")
    assert after.score is not None and before.score is not None
    assert after.score < before.score - 0.7
    assert (after.basis, hers.criterion("syntax").basis) == ("calibrated", "trained")
    assert after.base + sum(c.points for c in after.contributions) == pytest.approx(after.score, abs=1e-6)
    assert hers.criterion("syntax").score == general.criterion("syntax").score
    assert set(hers.traits) == set(general.traits)


def test_calibrating_says_what_it_came_to(calibrated: tuple[Path, str]) -> None:
    folder, said = calibrated
    assert said.startswith("grammar: 20 graded essays. On the scale from 1 to 5 a score is off by ")
    assert "more" in said
    made = verify(folder).metrics["calibration"]["grammar"]
    assert made["n"] == 20
    assert made["rmse_left_out"] < made["rmse_before"]


def test_overall_grades_alone_calibrate_the_overall_score(bundle: Path, data: Path, tmp_path: Path) -> None:
    rows = graded(12, seed=6, sentences=5)
    table = write_table(tmp_path / "overall.csv", [{"text": r["text"], "overall": 1} for r in rows])
    (tmp_path / "batch").mkdir()
    for number, row in enumerate(graded(5, seed=8)):
        (tmp_path / "batch" / f"{number}.txt").write_text(row["text"])
    result = scorer_command(
        "calibrate", table, "--model", bundle, "--rubric", "ellipse", "--with-batch", tmp_path / "batch",
        "-o", tmp_path / "hers",
    )  # fmt: skip
    assert result.stdout.startswith("overall: 12 graded essays.")
    overall = scorer.load(model=tmp_path / "hers", rubric="ellipse").score(rows[4]["text"]).overall
    assert overall is not None
    assert overall.score < 2
    assert overall.interval[0] <= overall.score <= overall.interval[1]


def test_given_folds(data: Path, quick: None, tmp_path: Path) -> None:
    ids = [f"e{number}" for number in range(54)]
    folds = {"a": {"train": ids[18:], "test": ids[:18]}}
    (tmp_path / "folds.json").write_text(json.dumps(folds))
    arguments = ("cross-validate", data / "mine.csv", "--fold-file", tmp_path / "folds.json", "--format", "json")
    assert json.loads(scorer_command(*arguments).stdout)["n"] == 18


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["train", "{data}/none.csv", "-o", "{tmp}/new"], "data_not_found: The file none.csv cannot be read"),
        (["train", "{tmp}/few.csv", "-o", "{tmp}/new"], "data_invalid: 20 graded essays are too few to train on"),
        (["train", "{data}/mine.csv", "-o", "{tmp}/few.csv"], "unwritable: "),
        (
            ["cross-validate", "{data}/mine.csv", "--corpus", "ellipse"],
            "data_invalid: mine.csv has no column 'text_id'",
        ),
        (["cross-validate", "{tmp}/few.csv", "--folds", "11"], "data_invalid: 20 essays cannot be cut into 11 folds"),
        (
            ["cross-validate", "{tmp}/few.csv", "--leave-one-out", "colour"],
            "data_invalid: The essays have no column 'colour'",
        ),
        (["cross-validate", "{tmp}/few.csv", "--within", "group"], "data_invalid: "),
        (
            ["cross-validate", "{tmp}/few.csv", "--fold-file", "{tmp}/few.csv"],
            "data_invalid: few.csv is no file of folds",
        ),
        (
            ["cross-validate", "{tmp}/few.csv", "--fold-file", "x.json", "--leave-one-out", "group"],
            "data_invalid: --fold-file and --leave-one-out cannot be used together",
        ),
        (["cross-validate", "{tmp}/few.csv", "--calibrate-with", "9"], "data_invalid: --unlabelled-batch and --cali"),
        (["calibrate", "{tmp}/none.csv", "-o", "{tmp}/new"], "data_not_found: The file none.csv cannot be read"),
        (["calibrate", "{tmp}/few.csv", "-o", "{tmp}/new"], "data_invalid: few.csv has no column of grades"),
        (
            ["calibrate", "{tmp}/few.csv", "--rubric", "ellipse", "-o", "{data}"],
            "unwritable: ",
        ),
        (["evaluate", "none-such", "{tmp}/few.csv"], "model_not_found: "),
        (["evaluate", "argument", "{tmp}/few.csv"], "model_not_found: 'argument' is not a scoring model"),
        (
            ["evaluate", "en_essay", "{tmp}/few.csv", "--corpus", "aae"],
            "data_invalid: few.csv is not a file of annotated",
        ),
        (["evaluate", "traits", "{tmp}/style.csv"], "data_invalid: The model's traits ("),
        (["model", "show", "none-such"], "model_not_found: "),
        (["model", "verify", "none-such"], "model_not_found: "),
        (["features", "{tmp}/few.csv", "-o", "{tmp}/none/table.csv"], "unwritable: "),
    ],
)
def test_what_cannot_be_done_is_a_sentence_and_status_2(
    data: Path, tmp_path: Path, quick: None, arguments: list[str], sentence: str
) -> None:
    rows = graded(20, sentences=3)
    write_table(
        tmp_path / "few.csv", [{name: row[name] for name in ("id", "text", "group", "grammar")} for row in rows]
    )
    write_table(tmp_path / "style.csv", [{"text": row["text"], "style": row["grammar"]} for row in rows])
    result = scorer_command(*(argument.format(data=data, tmp=tmp_path) for argument in arguments))
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith(sentence)
    assert len(result.stderr.splitlines()) == 1


def test_features_of_every_essay_and_a_sentence_for_each_that_has_none(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Dogs bark. Cats do not.")
    (tmp_path / "b.txt").write_text("")
    result = scorer_command("features", tmp_path, "-o", tmp_path / "table.csv")
    assert result.exit_code == 1
    assert result.stderr == 'empty: "b.txt" is empty: check that the right file was handed in.\n'
    table = list(csv.DictReader(io.StringIO((tmp_path / "table.csv").read_text())))
    assert [row["id"] for row in table] == ["a"]
    assert list(table[0]) == ["id", "path", *registered()]
    assert (float(table[0]["words"]), float(table[0]["sentences"])) == (5, 2)


def test_the_schema_describes_what_score_prints() -> None:
    schema: dict[str, Any] = json.loads(scorer_command("schema").stdout)
    assert {"schema_version", "submission", "criteria", "structure", "flags"} <= schema["properties"].keys()
    assert schema["properties"]["schema_version"]["const"] == "1"


def test_models_can_be_listed_shown_and_verified(bundle: Path) -> None:
    listed = {line.split()[0]: line.split()[2] for line in scorer_command("model", "list").stdout.splitlines()}
    plain = {name: name for name in ("argument", "corrections", "embeddings", "references", "traits")}
    assert listed == {**plain, "en_essay": "syntax"}
    shown = scorer_command("model", "show", "traits").stdout
    assert json.loads(shown[: shown.index("\n}\n") + 2])["id"] == "traits"
    assert "CC BY-NC-SA" in shown
    result = scorer_command("model", "verify", bundle)
    assert (result.exit_code, result.stdout) == (0, "learnt 0.1.0: 2 files as they should be\n")


def test_a_harmed_bundle_is_noticed(data: Path, bundle: Path, tmp_path: Path) -> None:
    harmed = tmp_path / "harmed"
    harmed.mkdir()
    for file in bundle.iterdir():
        (harmed / file.name).write_bytes(file.read_bytes() + (b" " if file.suffix == ".npz" else b""))
    result = scorer_command("model", "verify", harmed)
    assert result.exit_code == 2
    assert result.stderr == "model_damaged: The file traits.npz of the model 'learnt' was changed: install it again.\n"
    assert read_card(harmed).id == "learnt"


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"], ["train", "--help"], ["cross-validate", "--help"], ["evaluate", "--help"], ["features", "--help"],
        ["schema", "--help"], ["rubric", "--help"], ["model", "--help"],
    ],
)  # fmt: skip
def test_every_command_explains_itself(arguments: list[str]) -> None:
    result = scorer_command(*arguments)
    assert result.exit_code == 0
    assert "Usage:" in result.stdout


@pytest.mark.parametrize(
    "arguments", [["none-such"], ["train"], ["evaluate", "traits"], ["cross-validate", "x", "--folds", "1"]]
)
def test_wrong_usage_is_status_2(arguments: list[str]) -> None:
    assert scorer_command(*arguments).exit_code == 2


def test_the_package_runs_as_the_workbench() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "scorer", "--version"], capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, f"scorer {scorer.__version__}", "")


def test_the_six_traits_of_the_generator_are_those_of_ellipse() -> None:
    assert [*TRAITS, "general"] == SIX
