"""Runs what the documents tell a reader to type.

A page's fenced ``sh`` and ``python`` blocks run in their order. Lines of ``score``, ``scorer`` and ``python FILE`` run
in this process, where the models are loaded already; all else is given to bash. Comments in the page steer that; GitHub
and the site do not show them:

``<!-- output -->`` before a ``text`` fence: it shows what the block before printed. ``<!-- exit 1 -->`` before a block:
the status that it ends with. ``<!-- not run: why -->`` before a block: it is left out.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import runpy
import shlex
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np
from spacy.language import Language
from typer.testing import CliRunner

from scorer.cli.score import app as score_app
from scorer.cli.workbench import app as workbench_app
from scorer.features import registered

PROGRAMS = {"score": score_app, "scorer": workbench_app}
WIDTH = "80"
FEW = ("words", "commas", "sentence_length", "mtld", "connectives", "unknown_words")
"""Features that a model is trained on where only the command is looked at."""
_BLOCK = re.compile(
    r"(?:^ *<!-- (?P<note>[^\n]*?) -->\n)?^(?P<indent> *)```(?P<language>sh|python|text)\n(?P<code>.*?)^ *```$",
    re.DOTALL | re.MULTILINE,
)
_SHELL = re.compile(r"[|<>;&*?$`(){}~]")
"""Signs that bash must see to."""


@dataclass(frozen=True)
class Block:
    """A fenced block: its code, from where to where in the page, and the comment before it."""

    language: str
    code: str
    start: int
    end: int
    note: str = ""
    indent: str = ""

    @property
    def status(self) -> int:
        """What the block ends with."""
        return int(self.note.removeprefix("exit ")) if self.note.startswith("exit ") else 0

    @property
    def runs(self) -> bool:
        """Whether it is to be run."""
        return self.language != "text" and not self.note.startswith("not run: ")


def blocks(page: str) -> list[Block]:
    """The page's blocks that are run or hold an output."""
    return [
        Block(
            found["language"], textwrap.dedent(found["code"]), found.start("code"), found.end("code"),
            found["note"] or "", found["indent"],
        )
        for found in _BLOCK.finditer(page)
    ]  # fmt: skip


@dataclass
class Reader:
    """Somebody who types what a page says, in the working directory. ``names`` are what Python blocks have made."""

    names: dict[str, Any] = field(default_factory=dict)

    def follow(self, page: str) -> Iterator[tuple[Block, str]]:
        """Every block that shows an output, and what was printed. Raises ``AssertionError`` where a block fails."""
        printed = ""
        for block in blocks(page):
            if block.runs:
                printed = self.python(block) if block.language == "python" else self.shell(block)
            elif block.note == "output":
                yield block, printed

    def python(self, block: Block) -> str:
        """Run a Python block."""
        said = io.StringIO()
        with contextlib.redirect_stdout(said):
            exec(compile(block.code, "<the page>", "exec"), self.names)
        return said.getvalue()

    def shell(self, block: Block) -> str:
        """Run the lines of a shell block; the last one's status is the block's."""
        lines = [line for line in block.code.replace("\\\n", " ").splitlines() if line.strip()]
        printed = ""
        for line in lines:
            words = shlex.split(line, comments=True)
            status, said = self.line(line, words) if words else (0, "")
            printed += said
            expected = block.status if line == lines[-1] else 0
            assert status == expected, f"`{line}` ended with {status}, not {expected}:\n{said}"
        return printed

    def line(self, line: str, words: list[str]) -> tuple[int, str]:
        """Status and output of one line."""
        if not _SHELL.search(line):
            if words[0] in PROGRAMS:
                result = CliRunner(env={"COLUMNS": WIDTH}).invoke(PROGRAMS[words[0]], words[1:])
                if result.exception and not isinstance(result.exception, SystemExit):
                    raise result.exception
                return result.exit_code, result.output
            if words[0] == "python" and words[1].endswith(".py"):
                return self.script(words[1:])
        done = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", line], capture_output=True, text=True, env=_environment(), check=False
        )
        return done.returncode, done.stdout + done.stderr

    @staticmethod
    def script(words: list[str]) -> tuple[int, str]:
        """``python FILE ...`` in this process."""
        said, before = io.StringIO(), sys.argv
        sys.argv = words
        try:
            with contextlib.redirect_stdout(said):
                runpy.run_path(words[0], run_name="__main__")
        finally:
            sys.argv = before
        return 0, said.getvalue()


def _environment() -> dict[str, str]:
    """As in an environment that is switched on: ``score`` and ``scorer`` are those of this Python."""
    folder = str(Path(sys.executable).parent)
    return {**os.environ, "PATH": folder + os.pathsep + os.environ.get("PATH", ""), "COLUMNS": WIDTH}


def alike(text: str) -> str:
    """An output without what may differ a little from version to version: numbers, bars, line breaks."""
    return " ".join(re.sub(r"[━┄]+", "━", re.sub(r"\d+(\.\d+)?", "0", text)).split())


def with_outputs(page: str, shown: list[tuple[Block, str]]) -> str:
    """The page with the outputs put in place of those that it shows."""
    for block, printed in reversed(shown):
        lines = [line.rstrip() for line in printed.strip("\n").splitlines()]
        text = textwrap.indent("\n".join(lines) + "\n", block.indent)
        page = page[: block.start] + text + page[block.end :]
    return page


@contextlib.contextmanager
def hurried(pipeline: Language) -> Iterator[None]:
    """The pipeline is loaded once for all; training fits few trees on few features, and keeps them in the folder."""
    known = registered()
    chosen = {name: known[name] for name in FEW}
    with contextlib.ExitStack() as changed:
        changed.enter_context(patch.dict(os.environ, {"SCORER_CACHE": str(Path("measures").resolve())}))
        for user in ("engine", "training.calibrate", "training.samples"):
            changed.enter_context(patch(f"scorer.{user}.load_pipeline", lambda: pipeline))
        changed.enter_context(patch("scorer.training.samples.registered", lambda: chosen))
        changed.enter_context(patch("scorer.training.additive.ROUNDS", 3))
        changed.enter_context(patch("scorer.training.additive.SHARES", np.linspace(0.005, 0.995, 8)))
        yield


TUTORIALS = "docs/tutorials/*.md"


def pages(root: Path) -> list[Path]:
    """The pages whose blocks are all run."""
    return [root / "README.md", root / "docs" / "index.md", *sorted(root.glob(TUTORIALS))]


def workplace(root: Path, folder: Path) -> Path:
    """A folder that looks like the project's, for what the pages write."""
    for name in ("README.md", "docs", "seeds", "training_data"):
        (folder / name).symlink_to(root / name)
    return folder
