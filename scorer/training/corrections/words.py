"""The list of words that exist, American and British, from two published word lists.

- the English list of ``symspellpy`` (MIT): 82,765 words that stand in both SCOWL and Google Books;
- the American dictionary of Hunspell as shipped with ``spylls`` (SCOWL, BSD-like terms), its affixes expanded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files

from spylls.hunspell import Dictionary
from spylls.hunspell.data.dic import Word

from scorer.pipeline.frequency import zipf

_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")


def known_words() -> tuple[list[str], list[str]]:
    """Words, and names that are no words too, in lower case, the most frequent first; possessives are left out.

    The first list is in lower case throughout; what the second has with a capital alone is a name.
    """
    american = {word for word in _hunspell() if not word.endswith("'s")}
    words = {word for word in american if _WORD.fullmatch(word) and len(word) > 1} | {"a", "i"}
    names = {word.lower() for word in american if word[:1].isupper()} - words
    words |= {word for word in _symspell() if _WORD.fullmatch(word) and len(word) > 1 and word not in names}
    return _by_frequency(words), _by_frequency({name for name in names if _WORD.fullmatch(name) and len(name) > 1})


def _by_frequency(words: set[str]) -> list[str]:
    return sorted(words, key=lambda word: (-zipf(word), word))


def _symspell() -> Iterator[str]:
    text = files("symspellpy").joinpath("frequency_dictionary_en_82_765.txt").read_text(encoding="utf-8-sig")
    return (line.split()[0] for line in text.splitlines() if line)


def _hunspell() -> Iterator[str]:
    """Stems and their forms by the affix rules; compounds are left out."""
    dictionary = Dictionary.from_files(str(files("spylls.hunspell").joinpath("data/en/en_US")))
    for entry in dictionary.dic.words:
        suffixed = list(_suffixed(dictionary, entry))
        yield entry.stem
        yield from (form for form, _ in suffixed)
        for flag in entry.flags or ():
            for prefix in dictionary.aff.PFX.get(flag, ()):
                yield prefix.add + entry.stem
                if prefix.crossproduct:
                    yield from (prefix.add + form for form, crosses in suffixed if crosses)


def _suffixed(dictionary: Dictionary, entry: Word) -> Iterator[tuple[str, bool]]:
    for flag in entry.flags or ():
        for suffix in dictionary.aff.SFX.get(flag, ()):
            if suffix.cond_regexp.search(entry.stem):
                yield entry.stem[: len(entry.stem) - len(suffix.strip)] + suffix.add, suffix.crossproduct
