"""What the README and the tutorials tell a reader to type works, and prints what they show."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from blocks import Block, Reader, alike, blocks, hurried, pages, with_outputs, workplace
from conftest import ROOT
from joblib.externals.loky import get_reusable_executor
from spacy.language import Language

PAGES = pages(ROOT)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return workplace(ROOT, tmp_path_factory.mktemp("reader"))


@pytest.fixture
def at_work(folder: Path, nlp: Language, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    get_reusable_executor().shutdown(wait=True)  # worker processes of other tests stand in another folder
    monkeypatch.chdir(folder)
    with hurried(nlp):
        yield


@pytest.mark.usefixtures("at_work")
@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_a_page_can_be_followed(path: Path) -> None:
    for block, printed in Reader().follow(path.read_text(encoding="utf-8")):
        assert alike(printed) == alike(block.code), "if that is right: python docs/tools/refresh.py"


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_every_block_that_is_left_out_says_why(path: Path) -> None:
    left_out = [block for block in blocks(path.read_text(encoding="utf-8")) if block.language != "text"]
    assert all(block.runs or len(block.note) > len("not run: ") for block in left_out)


def test_blocks_are_read_with_their_notes() -> None:
    page = "a\n\n<!-- exit 1 -->\n```sh\nfalse\n```\n\n<!-- output -->\n```text\nold\n```\n\n```toml\nx = 1\n```\n"
    page += "1. a\n\n    <!-- output -->\n    ```text\n    in\n    ```\n"
    found = blocks(page)
    assert [(block.language, block.code, block.note) for block in found] == [
        ("sh", "false\n", "exit 1"),
        ("text", "old\n", "output"),
        ("text", "in\n", "output"),
    ]
    refreshed = with_outputs(page, [(found[1], "new\nlines  \n"), (found[2], "a\n\n b\n")])
    assert refreshed == page.replace("old", "new\nlines").replace("    in\n", "    a\n\n     b\n")


@pytest.mark.parametrize(
    ("code", "status", "printed"),
    [
        ("echo one && echo two", 0, "one\ntwo\n"),
        ("score --version", 0, "score "),
        ("scorer model show nothing-here", 2, "model_not_found"),
        ("false", 1, ""),
    ],
)
def test_lines_run(code: str, status: int, printed: str) -> None:
    assert printed in Reader().shell(Block("sh", code + "\n", 0, 0, f"exit {status}"))


def test_a_line_that_fails_is_told() -> None:
    with pytest.raises(AssertionError, match="ended with 3, not 0"):
        Reader().shell(Block("sh", "exit 3\necho never\n", 0, 0))
