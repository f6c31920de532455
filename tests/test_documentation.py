"""What the documents say is what the program does."""

from __future__ import annotations

import re
import tomllib

import pytest
from conftest import ROOT

from scorer.bundle import find_bundle, models_folder, read_card, verify

README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = [
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md")),
    *sorted((ROOT / "docs").rglob("*.md")),
    *sorted((ROOT / "plugins").glob("*/README.md")),
]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_between_documents_lead_somewhere(path) -> None:  # type: ignore[no-untyped-def]
    links = re.findall(r"\]\((?!https?:)([^)#]+)", path.read_text(encoding="utf-8"))
    assert [link for link in links if not (path.parent / link).exists()] == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_figure_is_left_open(path) -> None:  # type: ignore[no-untyped-def]
    assert re.findall(r"@[A-Z]{3,}@", path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("name", ["en_essay", "argument", "corrections", "embeddings", "references", "traits"])
def test_every_shipped_bundle_is_whole_and_says_its_terms(name: str) -> None:
    card = verify(find_bundle(name))
    assert card.id == name
    assert card.trained_on and card.command and card.licence
    assert name in (models_folder() / "LICENSE").read_text(encoding="utf-8")


def test_figures_of_the_readme_are_those_of_the_card() -> None:
    metrics = read_card(find_bundle("traits")).metrics["cross_validation"]
    rows = re.findall(r"^\| (\w+) \| ([\d.]+) \| ([\d.]+) \| ([\d.]+) \|", README, re.MULTILINE)
    said = {trait: tuple(map(float, figures)) for trait, *figures in rows}
    card = {
        trait: tuple(round(row[name], 2 if name == "qwk" else 3) for name in ("qwk", "pearson", "rmse"))
        for trait, row in [*metrics["traits"].items(), ("mean", metrics["mean"])]
        if trait != "general"
    }
    assert said.keys() == card.keys()
    for trait, figures in said.items():
        assert figures == pytest.approx(card[trait], abs=0.0051), trait


def test_models_stay_small() -> None:
    size = sum(path.stat().st_size for path in models_folder().rglob("*") if path.is_file())
    assert size < 60e6


def test_the_wheel_carries_the_models() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert settings["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"] == {"models": "scorer/models"}
