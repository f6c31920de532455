"""Classes of words that stand in like company: what was learnt of one word in few essays then holds for its fellows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

GRAINS = (50, 200)
"""Into how many classes the words are parted, coarse and fine."""

UNKNOWN = "-"
"""The class of a word that is in none."""

Classes = tuple[str, ...]


@dataclass(frozen=True)
class WordClasses:
    """``of_word``: for each lower-case word the number of its class in each of ``GRAINS``."""

    of_word: Mapping[str, Classes] = field(default_factory=dict)

    def of(self, word: str) -> Classes:
        """The classes of a lower-case word, one for each grain."""
        return self.of_word.get(word, NOT_KNOWN)


NOT_KNOWN: Classes = (UNKNOWN,) * len(GRAINS)
NO_CLASSES = WordClasses()


def save(classes: WordClasses, path: Path) -> None:
    """Write a line a word: the word, then its classes, parted by tabs."""
    lines = ("\t".join((word, *numbers)) + "\n" for word, numbers in sorted(classes.of_word.items()))
    path.write_text("".join(lines), encoding="utf-8", newline="\n")


def load(path: Path) -> WordClasses:
    """Read what ``save`` wrote."""
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return WordClasses({word: tuple(numbers) for word, *numbers in rows})
