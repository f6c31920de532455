"""Sources through the library's door and the command: what was copied is flagged, and never an error of ours."""

from __future__ import annotations

import json
import random
from functools import cache
from pathlib import Path

import pytest
from docx import Document
from synthetic_essays import essay
from typer.testing import CliRunner, Result

import scorer
from scorer import Assessment
from scorer.cli.score import app

OWN = essay(random.Random(7), 0.7, sentences=8)
SOURCE = (
    "In 1987 the town council closed the old tannery and planted willows along both banks of the river. Within ten "
    "years the otters had come back and fishermen could see the bottom again. Nobody in the valley had believed that "
    "such a small law would change so much for so many animals, and the neighbours soon asked how it was done."
)
LOADED = cache(scorer.load)
PASSAGE = SOURCE.split(". ")[1]


@pytest.fixture(autouse=True)
def engine(monkeypatch: pytest.MonkeyPatch) -> scorer.Engine:
    """One engine for all tests, and a wide terminal."""
    monkeypatch.setenv("COLUMNS", "160")
    monkeypatch.setattr("scorer.cli.score.load", LOADED)
    return LOADED()


def codes(assessment: Assessment) -> dict[str, str]:
    return {flag.code: flag.severity for flag in assessment.flags if flag.code.startswith("copied")}


@pytest.mark.parametrize(
    ("text", "sources", "expected"),
    [
        (OWN, (), {}),
        (OWN, (SOURCE,), {}),
        (f"{OWN} {PASSAGE}.", (), {}),
        (f"{OWN} {PASSAGE}.", (SOURCE,), {"copied_source": "info"}),
        (f"{OWN} {PASSAGE}.", ("Nothing of the kind.", SOURCE), {"copied_source": "info"}),
        (f"{OWN} {PASSAGE}.", SOURCE, {"copied_source": "info"}),
        (f'{OWN} It says, "{PASSAGE}."', (SOURCE,), {}),
        (f"Rivers matter to me a lot. {SOURCE} I like that.", (SOURCE,), {"copied_source": "review"}),
    ],
)
def test_copying_is_flagged_by_its_share(
    engine: scorer.Engine, text: str, sources: tuple[str, ...], expected: dict[str, str]
) -> None:
    made = engine.score(text, sources=sources)
    assert codes(made) == expected
    for flag in made.flags:
        if flag.code == "copied_source":
            assert all(text[span.start : span.end] in SOURCE for span in flag.spans)
            assert "% of the words are copied" in flag.message
            serious = any(other.severity == "review" for other in made.flags)
            assert made.status == ("needs_review" if serious else "scored")


def test_a_repeated_prompt_is_flagged(engine: scorer.Engine) -> None:
    task = "Many towns keep their schools open at night and their neighbours are glad of the company. Do you like that?"
    made = engine.score(f"{task.split('. ')[0]}. {OWN}", prompt=task)
    assert codes(made) == {"copied_prompt": "info"}


def test_sources_reach_every_worker(engine: scorer.Engine) -> None:
    texts = [f"{OWN} {PASSAGE}.", OWN]
    one = list(engine.score_many(texts, sources=[SOURCE]))
    two = list(engine.score_many(texts, sources=[SOURCE], jobs=2))
    assert one == two
    assert [codes(made) for made in one] == [{"copied_source": "info"}, {}]


def test_reading_alone_takes_sources_too(engine: scorer.Engine) -> None:
    text = f"{OWN} {PASSAGE}."
    assert engine.read(text, sources=[SOURCE]) == engine.score(text, sources=[SOURCE]).structure


def score(*arguments: object) -> Result:
    result = CliRunner().invoke(app, [str(argument) for argument in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.fixture
def files(tmp_path: Path) -> Path:
    (tmp_path / "essay.txt").write_text(f"{OWN} {PASSAGE}. About 62% of teens swim in rivers.")
    (tmp_path / "other.txt").write_text("The cats of the harbour sleep on the roofs of boats.")
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "sheet.xlsx").write_bytes(b"PK")
    document = Document()
    document.add_paragraph(SOURCE)
    document.save(str(tmp_path / "source.docx"))
    return tmp_path


def test_the_command_takes_several_sources_of_any_format(files: Path) -> None:
    arguments = (files / "essay.txt", "--source", files / "other.txt", "--source", files / "source.docx")
    made = json.loads(score(*arguments, "--format", "json").stdout)
    assert "copied_source" in [flag["code"] for flag in made["flags"]]
    report = " ".join(score(*arguments).stdout.split())
    assert "of the words are copied from a given source without quotation marks" in report
    assert "To mend in the text" in report
    assert ("uncited_claim", "About 62% of teens swim in rivers.") in [
        (c["code"], c["text"]) for c in made["corrections"]
    ]


def test_the_report_of_an_essay_without_corrections_has_no_such_heading(files: Path) -> None:
    (files / "essay.txt").write_text("Rivers matter to me. I like them a lot, and my friends like them too.")
    assert "To mend in the text" not in score(files / "essay.txt").stdout


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("nowhere.txt", "not_found: There is no file"),
        ("empty.txt", "empty: "),
        ("sheet.xlsx", "unsupported_format: "),
        (".", "unreadable: "),
        (None, "no_path: --source names no file"),
    ],
)
def test_a_source_that_cannot_be_read_is_a_sentence_and_status_2(
    files: Path, source: str | None, sentence: str
) -> None:
    result = score(files / "essay.txt", "--source", "" if source is None else files / source)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(sentence)
    assert len(result.stderr.splitlines()) == 1


def test_help_names_the_option() -> None:
    assert "--source" in score("--help").stdout
