"""Print the page of features: ``python -m scorer.features > docs/features.md``."""

from __future__ import annotations

from scorer.features.registry import registered

HEAD = """# Features

Every named measure of an essay, from the registry in `scorer/features/`. "Better" says which way is better, all else
equal. This page is generated: `python -m scorer.features > docs/features.md`.
"""


def page() -> str:
    """The whole page as Markdown."""
    lines = [HEAD]
    group = ""
    for feature in sorted(registered().values(), key=lambda feature: feature.group):
        if feature.group != group:
            group = feature.group
            lines += [
                f"## {group.capitalize()}",
                "",
                "| feature | what it says | unit | better | source |",
                "| --- | --- | --- | --- | --- |",
            ]
        cells = (f"`{feature.name}`", feature.description, feature.unit, feature.direction, feature.source)
        lines.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    print(page(), end="")
