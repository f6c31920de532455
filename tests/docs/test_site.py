"""What the site adds to MkDocs: pages from the project's top, links that leave docs/, pages that may not be there."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from conftest import ROOT

pytest.importorskip("mkdocs", reason="the site needs the extra docs")

import hooks
import yaml


@pytest.mark.parametrize(
    ("page", "markdown", "shown"),
    [
        ("lms.md", "see [the tool](../plugins/lti/README.md)", "see the tool (`plugins/lti/README.md`)"),
        ("tutorials/a.md", "[x](../../plugins/lti/README.md#y)", "x (`plugins/lti/README.md`)"),
        ("lms.md", "[classes](classes.md), [web](https://example.org), ![p](../p.png)", None),
        ("tutorials/a.md", "[here](#there), [up](../lms.md)", None),
        ("contributing.md", "[train](tutorials/train.md) [gone](nowhere.md)", None),
    ],
)
def test_links_out_of_the_documents_become_names(page: str, markdown: str, shown: str | None) -> None:
    files = SimpleNamespace(get_file_from_path=lambda path: path if (ROOT / "docs" / path).exists() else None)
    made = hooks.on_page_markdown(markdown, SimpleNamespace(file=SimpleNamespace(src_uri=page)), None, files)
    assert made == (shown or markdown)


def test_optional_pages_leave_the_menu_where_they_are_not_there() -> None:
    nav = [{"Guides": [{"A": "a.md"}, {"The library": "library.md"}]}, {"Home": "index.md"}]
    assert hooks._without(nav, {"library.md"}) == [{"Guides": [{"A": "a.md"}]}, {"Home": "index.md"}]
    assert hooks._without(nav, set()) == nav


def test_every_page_stands_in_the_menu() -> None:
    settings = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    named = set(_names(settings["nav"]))
    pages = {path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs").rglob("*.md")}
    assert pages - named == set()
    assert named - pages <= hooks.OPTIONAL | set(hooks.FROM_TOP)


def _names(nav: object) -> list[str]:
    if isinstance(nav, dict):
        return [name for below in nav.values() for name in _names(below)]
    return [name for entry in nav for name in _names(entry)] if isinstance(nav, list) else [str(nav)]
