"""Names of feedback files: as Canvas and Moodle take them back, by their own rules."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from scorer.batch.collect import collect
from scorer.reading.downloads.feedback_names import feedback_stem

ESSAY = "The school should stay open in the evening, because many students have no quiet room at home."


def canvas_numbers(name: str) -> list[str]:
    """What Canvas reads from a name: student and upload."""
    return [piece for piece in name.split("_") if re.fullmatch(r"\d+", piece)][:2]


def moodle_parts(name: str) -> list[str]:
    """What Moodle reads from a name: student's name, number, plugin and file."""
    return name.split("_", 4)


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (
            ["doejane_1001_50001_my_essay 2.docx.txt", "obrien_LATE_1002_50002_essay.txt", "roe_1003_text.html"],
            ["doejane_1001_50001_my_essay 2.docx", "obrien_LATE_1002_50002_essay", "1003"],
        ),
        (
            ["Jane Doe_4711_assignsubmission_file/essay.txt", "Zoë O'Hara_4712_assignsubmission_file_/a/b.txt"],
            ["Jane Doe_4711_assignsubmission_file_essay", "Zoë O'Hara_4712_assignsubmission_file_b"],
        ),
        (
            ["Jane Doe_4711_assignsubmission_file_essay.txt", "Participant_4712_assignsubmission_onlinetext_x.html"],
            ["Jane Doe_4711_assignsubmission_file_essay", "Participant_4712_assignsubmission_file_x"],
        ),
        (["ann.txt", "class_7_2_b.txt"], ["ann", "class_7_2_b"]),
    ],
    ids=["canvas", "moodle folders", "moodle flat", "no download"],
)
def test_names_are_those_of_the_download(files: list[str], expected: list[str], tmp_path: Path) -> None:
    for name in files:
        (tmp_path / "in" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "in" / name).write_text(ESSAY)
    assert sorted(map(feedback_stem, collect([str(tmp_path / "in")]))) == sorted(expected)


def test_the_systems_read_them_as_they_do_their_own() -> None:
    assert canvas_numbers("doejane_1001_50001_my_essay 2.docx.html") == ["1001", "50001"]
    assert moodle_parts("Jane Doe_4711_assignsubmission_file_essay.html") == [
        "Jane Doe", "4711", "assignsubmission", "file", "essay.html",
    ]  # fmt: skip
