"""Folders with what is no ordinary file: each ends in its row, and nothing waits or runs in circles."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from scorer.batch.collect import collect
from scorer.errors import ReadingError
from scorer.reading.downloads.read import read_hand_in

GOOD = "The school should stay open in the evening, because many students have no quiet room at home."


def rows(folder: Path) -> list[tuple[str, str | None]]:
    made: list[tuple[str, str | None]] = []
    for one in collect([str(folder)]):
        try:
            read_hand_in(one)
        except ReadingError as error:
            made.append((one.id, error.code))
        else:
            made.append((one.id, None))
    return made


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "class").mkdir()
    (tmp_path / "class" / "bob.txt").write_text(GOOD)
    return tmp_path / "class"


def test_a_folder_called_like_an_essay(folder: Path) -> None:
    (folder / "ann.txt").mkdir()
    (folder / "ann.txt" / "cem.txt").write_text(GOOD)
    assert rows(folder) == [("ann", "unreadable"), ("cem", None), ("bob", None)]


def test_a_folder_that_may_not_be_entered(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "ann").mkdir()
    (folder / "ann" / "essay.txt").write_text(GOOD)
    look = os.scandir

    def closed(path: str | Path) -> object:  # for the superuser no folder is closed
        if Path(path).name == "ann":
            raise PermissionError(13, "Permission denied", str(path))
        return look(path)

    monkeypatch.setattr(os, "scandir", closed)
    assert rows(folder) == [("ann", "unreadable"), ("bob", None)]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no FIFOs here")
def test_a_fifo_is_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "ann.txt")
    assert rows(folder) == [("ann", "unreadable"), ("bob", None)]


@pytest.mark.skipif(not hasattr(os, "symlink") or os.name == "nt", reason="links need rights here")
def test_links_that_lead_nowhere_or_in_circles(folder: Path) -> None:
    (folder / "ann.txt").symlink_to(folder / "ann.txt")
    (folder / "cem.txt").symlink_to(folder / "none")
    (folder / "loop").symlink_to(folder, target_is_directory=True)
    assert rows(folder) == [("ann", "unreadable"), ("bob", None), ("cem", "not_found")]


def test_a_zip_in_a_folder_is_named_and_not_passed_over(folder: Path) -> None:
    (folder / "download.zip").write_bytes(b"PK\5\6" + bytes(18))
    assert rows(folder) == [("bob", None), ("download", "nested_archive")]
