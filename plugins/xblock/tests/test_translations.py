"""Every sentence can be translated: the catalog that translators get is complete, and a language is used."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from essay_scorer_xblock.words import NAMES

from scorer.reports.kinds import KINDS
from scorer.reports.phrases import KINDS_OF_FEEDBACK

PACKAGE = Path(__file__).parents[1] / "essay_scorer_xblock"
CATALOG = PACKAGE / "translations" / "text.pot"


def test_the_catalog_is_what_the_sources_hold(tmp_path: Path) -> None:
    pytest.importorskip("babel", reason="babel is not installed: pip install plugins/xblock[translate]")
    made = tmp_path / "text.pot"
    script = (PACKAGE.parent / "translations.sh").read_text(encoding="utf-8")
    options = script.split("pybabel -q extract")[1].split("-o ")[0].replace("\\\n", " ").split()
    command = [sys.executable, "-m", "babel.messages.frontend", "-q", "extract", *options, "-o", str(made), "."]
    subprocess.run(command, cwd=PACKAGE, check=True)
    assert made.read_text(encoding="utf-8") == CATALOG.read_text(encoding="utf-8")


def test_names_that_the_scorer_gives_are_in_it() -> None:
    given = {kind.title for kind in KINDS} | set(KINDS_OF_FEEDBACK.values())
    assert given == set(NAMES)
    catalog = CATALOG.read_text(encoding="utf-8")
    for words in (*NAMES, "Hand in", "This is for the teachers of the course.", "Feedback on attempt %(n)s"):
        assert f'msgid "{words}"' in catalog
