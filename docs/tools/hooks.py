"""What the site does beyond MkDocs: pages from the project's top, and links that leave ``docs/``."""

from __future__ import annotations

import re
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

ROOT = Path(__file__).parents[2]
FROM_TOP = {"contributing.md": "CONTRIBUTING.md", "changes.md": "CHANGELOG.md"}
"""Page of the site -> file at the project's top."""
OPTIONAL = {"library.md", "xblock.md"}
"""Pages that stand in the menu once they are there."""
_LINK = re.compile(r"(?<!!)\[(?P<text>[^\]]*)\]\((?P<target>(?![a-z]+:|#)[^)\s]+)\)")


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Leave optional pages that are not there out of the menu."""
    folder = Path(config.docs_dir)
    config.nav = _without(config.nav, {name for name in OPTIONAL if not (folder / name).exists()})
    return config


def _without(nav: Any, missing: set[str]) -> Any:
    if isinstance(nav, list):
        return [_without(entry, missing) for entry in nav if not missing & set(map(str, _values(entry)))]
    return {title: _without(below, missing) for title, below in nav.items()} if isinstance(nav, dict) else nav


def _values(entry: Any) -> list[Any]:
    return [value for value in entry.values() if isinstance(value, str)] if isinstance(entry, dict) else [entry]


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages from the top; their links into docs/ are made links of the site."""
    for name, source in FROM_TOP.items():
        content = (ROOT / source).read_text(encoding="utf-8").replace("](docs/", "](")
        files.append(File.generated(config, name, content=content))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """A link to a file outside docs/ becomes its name: the site does not hold it."""

    def replaced(found: re.Match[str]) -> str:
        target = found["target"].partition("#")[0]
        inside = normpath(join(dirname(page.file.src_uri), target))
        if page.file.src_uri in FROM_TOP and files.get_file_from_path(inside) is None:
            return f"{found['text']} (`{target}`)" if (ROOT / target).exists() else found[0]
        if not inside.startswith("../"):
            return found[0]
        return f"{found['text']} (`{normpath(join('docs', inside))}`)"

    return _LINK.sub(replaced, markdown)
