"""Outputs that a run has left at any point, and what the next run makes of them: the same bytes as one run makes."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made_runs import assessment, contents, opened

from scorer.errors import ScorerError

NAMES = [f"student {number}" for number in range(8)]
MADE = [assessment(name, None if number == 3 else 1 + number / 4) for number, name in enumerate(NAMES)]
FORMATS = ["jsonl", "csv", "json", "html", "parts-jsonl", "parts-csv"]


def whole(format: str, folder: Path) -> dict[str, bytes]:
    target = folder / "whole" / "out"
    shutil.rmtree(folder / "whole", ignore_errors=True)
    (folder / "whole").mkdir()
    output = opened(format, target, NAMES)
    for one in MADE:
        output.write(one)
    output.close()
    return contents(target)


def gone_on(format: str, target: Path) -> int:
    """Go on to the end; how many submissions were there."""
    output = opened(format, target, NAMES)
    done = output.done
    for one in MADE[done:]:
        output.write(one)
    assert (output.done, output.failed) == (len(NAMES), 1)
    output.close()
    return done


@pytest.mark.parametrize("format", FORMATS)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(done=st.integers(0, 8), torn=st.integers(0, 600), journal=st.integers(0, 300), closed=st.booleans())
def test_left_at_any_point(
    format: str, done: int, torn: int, journal: int, closed: bool, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A run writes ``done`` submissions and is gone; the ends of its files may have been lost on their way to the disk,
    or the beginning of the next row may have arrived."""
    folder = tmp_path_factory.mktemp("run")
    target = folder / "run" / "out"
    (folder / "run").mkdir()
    output = opened(format, target, NAMES)
    for one in MADE[:done]:
        output.write(one)
    if closed and done < len(NAMES):
        output.close()
    del output
    for path in [*(target.iterdir() if target.is_dir() else target.parent.iterdir())]:
        data = path.read_bytes()
        if path.name.endswith("progress"):
            path.write_bytes(data[: max(len(data) - journal, 0)])
        elif format != "html" and torn % 3:  # a report gets its name when it is whole
            path.write_bytes(data[: max(len(data) - torn, 0)] if torn % 3 == 1 else data + b'{"torn' * (torn % 5))
    gone_on(format, target)
    assert contents(target) == whole(format, folder)


@pytest.mark.parametrize("format", FORMATS)
def test_what_is_there_is_not_done_again(format: str, tmp_path: Path) -> None:
    target = tmp_path / "run" / "out"
    (tmp_path / "run").mkdir()
    output = opened(format, target, NAMES)
    for one in MADE[:5]:
        output.write(one)
    assert gone_on(format, target) == 5


def test_files_are_whole_whenever_the_run_is_ended(tmp_path: Path) -> None:
    output = opened("json", tmp_path / "out.json", NAMES)
    for count, one in enumerate(MADE[:3]):
        output.write(one)
        output.close()
        assert len(json.loads((tmp_path / "out.json").read_text())) == count + 1
        output = opened("json", tmp_path / "out.json", NAMES)


@pytest.mark.parametrize(
    ("names", "settings", "resume", "kept"),
    [
        (NAMES, "one", True, 5),
        (NAMES, "one", False, 0),
        (NAMES, "other", True, 0),
        ([*NAMES[:2], "new", *NAMES[2:]], "one", True, 2),
        (NAMES[1:], "one", True, 0),
        ([*NAMES, "new"], "one", True, 5),
    ],
    ids=["same run", "not wanted", "other settings", "one more between", "one less", "one more"],
)
@pytest.mark.parametrize("format", ["jsonl", "html"])
def test_what_belongs_to_another_run_is_not_kept(
    format: str, names: list[str], settings: str, resume: bool, kept: int, tmp_path: Path
) -> None:
    output = opened(format, tmp_path / "out", NAMES)
    for one in MADE[:5]:
        output.write(one)
    again = opened(format, tmp_path / "out", names, resume, settings)
    assert (again.done, again.failed) == (kept, int(kept > 3))


def test_a_report_that_is_gone_is_written_again(tmp_path: Path) -> None:
    output = opened("html", tmp_path / "out", NAMES)
    for one in MADE[:5]:
        output.write(one)
    (tmp_path / "out" / "student 2.html").unlink()
    assert opened("html", tmp_path / "out", NAMES).done == 2


def test_a_finished_run_leaves_no_journal_and_the_next_one_begins_anew(tmp_path: Path) -> None:
    for format in FORMATS:
        target = tmp_path / format / "out"
        target.parent.mkdir()
        gone_on(format, target)
        assert not any("progress" in name or name.endswith(".new") for name in contents(target))
        assert opened(format, target, NAMES).done == 0


def test_a_pipe_is_written_to_without_a_journal(tmp_path: Path) -> None:
    output = opened("jsonl", Path("/dev/null"), NAMES)
    output.write(MADE[0])
    output.close()
    assert not Path("/dev/.null.progress").exists()


def test_parquet_has_typed_columns_and_the_assessments(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow (the extra cloud) is not installed")
    target = tmp_path / "out"
    output = opened("parts-parquet", target, NAMES)
    for one in MADE[:5]:
        output.write(one)
    assert gone_on("parts-parquet", target) == 5
    assert sorted(contents(target)) == ["part-00000.parquet", "part-00001.parquet", "part-00002.parquet"]
    rows = [row for path in sorted(target.iterdir()) for row in parquet.read_table(path).to_pylist()]
    assert [row["id"] for row in rows] == NAMES
    assert (rows[2]["overall"], rows[3]["overall"], rows[3]["error"]) == (1.5, None, '"student 3.txt" is empty.')
    assert [json.loads(row["assessment"]) for row in rows] == [json.loads(one.model_dump_json()) for one in MADE]


def test_a_folder_that_cannot_be_made_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for format in ("jsonl", "html", "parts-jsonl"):
        with pytest.raises(ScorerError) as caught:
            opened(format, tmp_path / "file" / "out", NAMES)
        assert caught.value.code == "unwritable"
