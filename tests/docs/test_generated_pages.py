"""Pages that are made from the code are what the code says."""

from __future__ import annotations

import tomllib

import pytest
from conftest import ROOT
from generated import PAGES, flag_codes

DOCS = ROOT / "docs"


@pytest.mark.parametrize("name", PAGES)
def test_a_generated_page_is_up_to_date(name: str) -> None:
    assert (DOCS / name).read_text(encoding="utf-8") == PAGES[name](), "run: python docs/tools/refresh.py"


def test_the_page_of_flags_knows_every_flag_that_can_be_raised() -> None:
    told = tomllib.loads((DOCS / "tools" / "flags.toml").read_text(encoding="utf-8"))
    assert set(told) == flag_codes()
    assert all(set(flag) == {"severity", "seen", "do"} for flag in told.values())


def test_commands_have_their_own_names_for_options() -> None:
    page = PAGES["reference/commands.md"]()
    assert "| `-o, --output OUTPUT` |" in page and "| `--for student\\|teacher` |" in page
    assert "## scorer grades fill" in page
