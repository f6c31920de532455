"""The essay's whole words and marks in a row, and patterns over them.

A pattern is one line: what stands before, the words in brackets with what was meant, what stands after.

    would|could|should [of > have] !course|the

Each item around the brackets is a choice of words (lower case, "don't" is one word), Penn Treebank tags (upper case),
marks, ``^`` (a sentence or paragraph begins here: only as the first item) and ``$`` (a final mark, or the end of the
paragraph). ``!`` before an item turns it round. ``%NAME`` stands for a list of words given beside the patterns.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from scorer.corrections.ground import own_words
from scorer.pipeline.annotations import text_of
from scorer.pipeline.view import EssayView, shared

_LINE = re.compile(r"(?P<before>[^\[]*)\[(?P<written>[^>]+) > (?P<meant>[^\]]+)\](?P<after>.*)")
_TAG = re.compile(r"[A-Z]+\$?")
_FINAL = frozenset(".!?")
_NO_TAG = ""


@dataclass(frozen=True)
class Item:
    """What may stand at one place: any of the words or tags, or (``negated``) anything else."""

    words: frozenset[str]
    tags: frozenset[str]
    start: bool = False
    end: bool = False
    negated: bool = False


@dataclass(frozen=True)
class Pattern:
    """Words that are taken for others where they stand between these neighbours."""

    written: tuple[str, ...]
    meant: str
    before: tuple[Item, ...]
    after: tuple[Item, ...]


@dataclass
class Stream:
    """Parallel lists over whole words and marks, in text order; ``at`` is the first token's position in the view.

    ``word``: lower case, straight apostrophes; ``tag``: of the first token, empty for marks; ``opens``: a sentence or
    paragraph begins here; ``own``: the student's own words (``outside_titles``).
    """

    word: list[str]
    tag: list[str]
    at: list[int]
    start: list[int]
    end: list[int]
    opens: list[bool]
    own: list[bool]

    @cached_property
    def where(self) -> dict[str, list[int]]:
        """Places of each word."""
        places: defaultdict[str, list[int]] = defaultdict(list)
        for n, word in enumerate(self.word):
            places[word].append(n)
        return dict(places)

    def is_mark(self, n: int) -> bool:
        """Whether a mark, not a word, stands at a place."""
        return self.tag[n] == _NO_TAG


@shared
def outside_titles(made: EssayView) -> list[bool]:
    """``own_words``, and not in a title that a sentence names: "a story called “Its a Dogs Life”"."""
    own = list(own_words(made.doc))
    for found in made.doc._.citations:
        if found.style == "narrative" and found.title:
            start = text_of(made.doc).find(found.title, found.start, found.end)
            if start >= 0:
                stop = bisect_left(made.start, start + len(found.title))
                first = bisect_left(made.start, start)
                own[first:stop] = [False] * (stop - first)
    return own


@shared
def stream(made: EssayView) -> Stream:
    """The document's whole words and marks."""
    own, tags, begins = outside_titles(made.doc), made.tag, made.start
    firsts = {sentence.start for sentence in made.sentences} | {paragraph.start for paragraph in made.paragraphs}
    whole = dict(zip(made.spelled_at, made.spelled, strict=True))
    # the tail of a contraction belongs to the word before it
    at = [k for k, word in enumerate(made.is_word) if not word or k in whole]
    lasts = [stop - 1 if k in whole else k for k, stop in pairwise([*at, len(made)])]
    return Stream(
        word=[whole.get(k) or made.text[k] for k in at],
        tag=[tags[k] or "X" if k in whole or made.text[k][0].isdigit() else _NO_TAG for k in at],
        at=at,
        start=[begins[k] for k in at],
        end=[begins[k] + len(made.text[k]) for k in lasts],
        opens=[k in firsts for k in at],
        own=[own[k] for k in at],
    )


def patterns(text: str, lists: Mapping[str, frozenset[str]] | None = None) -> tuple[Pattern, ...]:
    """The patterns of a text, one a line; a line that begins with ``#`` is a comment."""
    lines = [line.strip() for line in text.splitlines() if line.strip() and not line.strip().startswith("#")]
    return tuple(made for line in lines for made in _pattern(line, lists or {}))


def _pattern(line: str, lists: Mapping[str, frozenset[str]]) -> Iterator[Pattern]:
    found = _LINE.fullmatch(line)
    if found is None:
        raise ValueError(f"no pattern: {line!r}")
    before = tuple(_item(part, lists) for part in found["before"].split())
    after = tuple(_item(part, lists) for part in found["after"].split())
    for written in found["written"].split("|"):
        yield Pattern(tuple(written.split()), found["meant"].replace("_", " "), before, after)


def _item(part: str, lists: Mapping[str, frozenset[str]]) -> Item:
    negated = part.startswith("!") and len(part) > 1
    choices = part[1:].split("|") if negated else part.split("|")
    words = frozenset().union(*(lists[c[1:]] if c[0] == "%" and len(c) > 1 else {c} for c in choices))
    tags = frozenset(choice for choice in choices if _TAG.fullmatch(choice))
    return Item(words - tags - {"^", "$"}, tags, "^" in choices, "$" in choices, negated)


class Matcher:
    """Finds patterns, looking only where one of their first words stands."""

    def __init__(self, made: tuple[Pattern, ...]) -> None:
        self._by_word: dict[str, list[Pattern]] = {}
        for pattern in made:
            self._by_word.setdefault(pattern.written[0], []).append(pattern)

    def find(self, row: Stream) -> Iterator[tuple[Pattern, int, int]]:
        """Each match of the student's own words once: the pattern, the first and the last place; in text order."""
        found = []
        for word in self._by_word.keys() & row.where.keys():
            for n in row.where[word]:
                if row.own[n]:
                    for pattern in self._by_word[word]:
                        if _fits(pattern, row, n):
                            found.append((n, pattern))
                            break
        for n, pattern in sorted(found, key=lambda one: one[0]):
            yield pattern, n, n + len(pattern.written) - 1


def _fits(pattern: Pattern, row: Stream, n: int) -> bool:
    written = pattern.written
    stop = n + len(written)
    if len(written) > 1:
        if tuple(row.word[n:stop]) != written or any(row.opens[n + 1 : stop]):
            return False
        if "'" in written and row.end[stop - 2] != row.start[stop - 1]:  # "its'", not a mark that opens a quotation
            return False
    for step, item in enumerate(pattern.after, start=stop):
        if not _stands(item, row, step, step):
            return False
    for step, item in enumerate(reversed(pattern.before), start=1):
        if not _stands(item, row, n - step, n - step + 1):
            return False
    return True


def _stands(item: Item, row: Stream, n: int, border: int) -> bool:
    """Whether the item is at ``n``; ``border``: where the sentence must not begin for it to be a neighbour."""
    outside = not 0 <= n < len(row.word) or (border < len(row.word) and row.opens[border])
    if outside:
        return (item.start if n < border else item.end) != item.negated
    word = row.word[n]
    there = word in item.words or row.tag[n] in item.tags or (item.end and word[0] in _FINAL)
    return there != item.negated


def cased(written: str, right: str) -> str:
    """``right`` with a capital where ``written`` begins with one."""
    return right[0].upper() + right[1:] if written[:1].isupper() else right
