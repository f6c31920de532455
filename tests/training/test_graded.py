"""A teacher's table of grades, as spreadsheets of several languages save it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from scorer.errors import DataError
from scorer.rubric import load_rubric
from scorer.training.graded import read_graded


@pytest.mark.parametrize(
    "table",
    [
        "text,language,thesis\nOne essay.,3.5,2\nAnother.,,1\n",
        "text;language;thesis\nOne essay.;3,5;2\nAnother.;;1\n",
        "text\tLanguage\tThesis\nOne essay.\t3,5\t2\nAnother.\t\t1\n",
        "\ufefftext;Language;Thesis\r\nOne essay.;3,5;2\r\nAnother.;;1\r\n",
    ],
)
def test_commas_semicolons_and_tabs_part_the_cells(tmp_path: Path, table: str) -> None:
    path = tmp_path / "graded.csv"
    path.write_bytes(table.encode())
    made = read_graded(path, load_rubric("argument-with-sources"))
    assert made.texts == ("One essay.", "Another.")
    assert made.columns == ("thesis", "language")
    np.testing.assert_array_equal(made.grades, [[2, 3.5], [1, np.nan]])


def test_a_column_that_is_no_criterion_is_not_a_grade(tmp_path: Path) -> None:
    path = tmp_path / "graded.csv"
    path.write_text("text;organisation\nOne essay.;3\n", encoding="utf-8")
    with pytest.raises(DataError, match="no column of grades"):
        read_graded(path, load_rubric("argument-with-sources"))
