"""A sentence's parse as lists."""

from __future__ import annotations

from spacy.tokens import Token

from scorer.pipeline.argument.patterns import FINITE, JOINTS, Cues
from scorer.pipeline.argument.word_classes import NO_CLASSES, NOT_KNOWN, Classes, WordClasses
from scorer.pipeline.argument.words import among, words_of

CLAUSES = frozenset({"ROOT", "ccomp", "advcl", "acl", "acl:relcl", "conj", "parataxis", "xcomp", "csubj"})
"""Relations of the heads of clauses."""


class Parse:
    """A sentence as parallel lists, and what is found once for it: reading them is cheap, reading tokens is not.

    ``left`` and ``right`` name for each token the head of the largest phrase that begins, or ends, with it (or None);
    ``clause`` the nearest head of a clause at or above it. ``end`` is behind the last token that is no mark. ``finite``
    are the places of finite verbs, ``joints`` of words where a sentence could be cut. ``classes`` are for each grain
    the words' (``word_classes``), and ``subject`` is the place of the main verb's one of the ``subjects``, or None.
    """

    def __init__(self, tokens: list[Token], classes: WordClasses = NO_CLASSES) -> None:
        words = words_of(tokens[0].doc)
        self.lower = among(words.lower, tokens)
        self.tag = among(words.tag, tokens)
        self.pos = among(words.pos, tokens)
        self.dep = among(words.dep, tokens)
        self.lemma = among(words.lemma, tokens)
        self.content = among(words.content, tokens)
        self.size = len(tokens)
        place = {token.i: k for k, token in enumerate(tokens)}
        self.head = [place.get(head, k) for k, head in enumerate(among(words.head, tokens))]
        self.root = next((k for k, dep in enumerate(self.dep) if dep == "ROOT"), 0)
        self.classes = list(zip(*map(classes.of, self.lower), strict=True))
        self.subjects = [k for k, dep in enumerate(self.dep) if dep.startswith("nsubj")]
        self.subject = next((k for k in self.subjects if self.head[k] == self.root), None)
        self.marks = [pos == "PUNCT" for pos in self.pos]
        self.clause = [k if dep in CLAUSES else self._clause(k) for k, dep in enumerate(self.dep)]
        self.first, self.last = self._edges()
        self.left, self.right = self._phrases()
        self.since = self._since()
        self.cues = Cues(self.lower)
        self.finite = [k for k, tag in enumerate(self.tag) if tag in FINITE]
        self.joints = [k for k, word in enumerate(self.lower) if word in JOINTS]
        self.end = next((k + 1 for k in range(self.size - 1, -1, -1) if not self.marks[k]), 0)

    def content_words(self, first: int = 0, last: int | None = None) -> set[str]:
        """Lemmas that carry meaning, among the tokens from ``first`` up to ``last``."""
        return set(filter(None, self.content[first:last]))

    def classes_at(self, place: int | None) -> Classes:
        """The classes of the word there; those of an unknown word for None."""
        return NOT_KNOWN if place is None else tuple(classes[place] for classes in self.classes)

    def _clause(self, k: int) -> int:
        for _ in range(12):
            if self.dep[k] in CLAUSES:
                break
            k = self.head[k]
        return k

    def _edges(self) -> tuple[list[int], list[int]]:
        first, last = list(range(self.size)), list(range(self.size))
        for k, above in enumerate(self.head):
            while not first[above] <= k <= last[above]:  # what is above that has it already
                if k < first[above]:
                    first[above] = k
                else:
                    last[above] = k
                above = self.head[above]
        return first, last

    def _phrases(self) -> tuple[list[int | None], list[int | None]]:
        left: list[int | None] = [None] * self.size
        right: list[int | None] = [None] * self.size
        lengths = [last - first for first, last in zip(self.first, self.last, strict=True)]
        for k in sorted(range(self.size), key=lengths.__getitem__):
            left[self.first[k]] = right[self.last[k]] = k
        return left, right

    def _since(self) -> list[int]:
        """Tokens since the last mark, or since the start."""
        since, seen = [], -1
        for k, mark in enumerate(self.marks):
            since.append(k - seen)
            seen = k if mark else seen
        return since
