"""How likely words are in company: n-gram statistics of student essays and treebanks, and what a change would gain.

Two models stand side by side, each with backed-off conditional probabilities (Brants et al. 2007, "stupid backoff"):

- ``words``: sequences of up to four lower-case words;
- ``classes``: sequences of up to five in which words with meaning of their own give way to their tag, so that "many
  NN of the NNS" is known whatever the nouns.

What a change gains is the logarithm of how much likelier the sentence is with it, by either model. It is evidence, not
a judgement: thresholds per code are fitted on the even rows of the learners' sentences.

    statistics().log_odds(["they", "should"], ["of"], ["have"], ["gone", "home"])  # about 6: "have" is likelier

N-grams that fewer than five essays share, and names, are not kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from scorer.bundle import find_bundle, verify
from scorer.pipeline.view import EssayView
from scorer.pipeline.words import listed
from scorer.remembered import WORDS

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Halves = NDArray[np.float16]

START, END, UNKNOWN, NUMBER, NAME = "<s>", "</s>", "<unk>", "<num>", "<name>"
SPECIAL = ("<pad>", START, END, UNKNOWN, NUMBER, NAME)
PAD = 0
HALF = 16
"""Bits that the number of a class takes."""
WORD_ORDER, CLASS_ORDER = 4, 5
BACKOFF = float(np.log(0.4))
HOPELESS = -1.5
"""Log-odds by classes below which a change is given up, to save time."""
RAREST = -16.0
"""Log probability of what no list has."""
EVIDENCE = (
    "words gain", "words length before", "words length after",
    "classes gain", "classes length before", "classes length after",
)  # fmt: skip
"""Log-odds of a change, and mean lengths of the sequences found without and with it, by both models."""
NAME_TAGS = frozenset({"NNP", "NNPS"})
CLOSED_TAGS = frozenset({
    "DT", "IN", "TO", "MD", "PRP", "PRP$", "CC", "WDT", "WP", "WP$", "WRB", "EX", "RP", "PDT", "POS", ",", ".", ":",
    "``", "''", "-LRB-", "-RRB-", "HYPH",
})  # fmt: skip
"""Tags whose words stand for themselves among the classes."""
KEPT_LEMMAS = listed("""
be have do not n't many much few more most less least one other another each every very too so such same all
some any lot also just only even than then there here when how as to go get make let help want need like
""")
"""Words of open tags that stand for themselves too, with their tag: "is/VBZ"."""


class Change(NamedTuple):
    """New words for the tokens ``first`` to ``stop`` (excluded) of a view; an empty range puts in words there.

    ``tags``: Penn tags of the new words.
    """

    first: int
    stop: int
    words: tuple[str, ...]
    tags: tuple[str, ...]


def word_class(word: str, tag: str) -> str:
    """The class of a lower-case word: itself for closed tags, itself with its tag for a few more, else the tag."""
    if tag in CLOSED_TAGS:
        return word
    return f"{word}/{tag}" if word in _KEPT_FORMS else tag


_KEPT_FORMS = KEPT_LEMMAS | listed("""
is are was were been being am 's 're 'm has had having does did done doing goes went going gone gets got getting
makes made making lets helps helped helping wants wanted needs needed likes liked ones others lots
""")


class Grams:
    """One model: sorted keys of n-grams, packed item by item, and log conditional probabilities.

    Of an n-gram that is in the list, every end ("the NNS" of "of the NNS") is in it too.
    """

    def __init__(self, items: Sequence[str], keys: Ints, logs: Halves, order: int, bits: int) -> None:
        self._ids = {name: number for number, name in enumerate(items)}
        self.order, self._bits = order, bits
        borders = np.searchsorted(keys, [1 << bits * length for length in range(1, order)])
        self._parts = list(zip(np.split(keys, borders), np.split(logs, borders), strict=True))
        self._single = np.full(len(items), np.nan, dtype=np.float16)
        self._single[self._parts[0][0]] = self._parts[0][1]

    def id(self, item: str) -> int:
        """The item's number, that of ``<unk>`` for an unknown one."""
        return self._ids.get(item, 3)

    def knows(self, item: str) -> bool:
        """Whether the item is in the vocabulary."""
        return item in self._ids

    def scores(self, rows: Ints) -> tuple[Floats, Floats]:
        """Log probability of each row's items from position ``order - 1`` on, and mean length of what was found.

        Rows hold ``order - 1`` items of context first; ``PAD`` items count nothing. Shape (n, width) to (n,) each. The
        length is that of the longest sequence in the list that ends with the item: high where the words keep company.
        The sums are those of numbers in half precision, which the judge was fitted on.
        """
        keys = self.keys(rows)
        counted = keys[0] != PAD
        found, lengths = backed_off(*self.every_length(keys.reshape(self.order, -1)), self.order)
        logs = np.where(counted, found.reshape(counted.shape), 0.0)
        return logs.sum(axis=1), lengths.reshape(counted.shape).sum(axis=1) / counted.sum(axis=1)

    def keys(self, rows: Ints) -> Ints:
        """Keys of the sequences of each length that end with each item from position ``order - 1`` on.

        Shape (..., width) to (``order``, ..., width - ``order`` + 1).
        """
        reach = self.order - 1
        count = max(0, rows.shape[-1] - reach)
        keys = np.empty((self.order, *rows.shape[:-1], count), dtype=np.int64)
        keys[0] = rows[..., reach : reach + count]
        for before in range(1, self.order):
            first = reach - before
            np.left_shift(rows[..., first : first + count], self._bits * before, out=keys[before])
            keys[before] |= keys[before - 1]
        return keys

    def every_length(self, keys: Ints) -> tuple[Halves, Ints]:
        """Log probability of the last item by the sequence of each length, and the length of the longest one known.

        ``keys`` have shape (``order``, n), and so have the logs: NaN where a sequence is not known. Lengths (n,) are 0
        where nothing is known.
        """
        logs = np.full(keys.shape, np.nan, dtype=np.float16)
        logs[0] = self._single[keys[0]]
        found = ~np.isnan(logs[0])
        lengths, left = found.astype(np.int64), np.flatnonzero(found)
        for length in range(1, self.order):
            known, values = self._parts[length]
            wanted = keys[length, left]
            row = wanted.argsort()  # looked up in order, each is near the last
            wanted, left = wanted[row], left[row]
            at = np.minimum(known.searchsorted(wanted), len(known) - 1)
            hit = known[at] == wanted
            left, at = left[hit], at[hit]
            logs[length, left] = values[at]
            lengths[left] = length + 1
        return logs, lengths


class _Numbers(dict[tuple[str, str], int]):
    """The numbers of lower-case words with their tags, that among the words above ``HALF``, that of the class below it.

    ``WORDS`` of them are kept.
    """

    def __init__(self, words: Grams, classes: Grams) -> None:
        super().__init__()
        self._words, self._classes = words, classes

    def __missing__(self, tagged: tuple[str, str]) -> int:
        if len(self) >= WORDS:
            self.clear()
        number = self._words.id(word_item(*tagged)) << HALF | self._classes.id(class_item(*tagged))
        return self.setdefault(tagged, number)


class _Changes(NamedTuple):
    """Changes in columns: (n,) the first token and how many are ``old`` and ``new``, (n, most) numbers to put in."""

    first: Ints
    old: Ints
    new: Ints
    put_in: Ints

    def some(self, chosen: Ints) -> _Changes:
        """Some of the changes."""
        return _Changes(*(column[chosen] for column in self))


class Statistics:
    """Both models."""

    def __init__(self, words: Grams, classes: Grams) -> None:
        self.words, self.classes = words, classes
        self._numbers = _Numbers(words, classes)

    def log_odds(self, before: Sequence[str], old: Sequence[str], new: Sequence[str], after: Sequence[str]) -> float:
        """How much likelier, as a logarithm, lower-case words are with ``new`` for ``old`` between these neighbours.

        Give three words before and after, or fewer at the borders of a sentence. By the model of words alone.
        """
        ids = [[self.words.id(word) for word in part] for part in (before, old, new, after)]
        width = max(len(old), len(new))
        rows = np.array([_row(ids[0], part, ids[3], self.words.order, width, self.words) for part in (ids[1], ids[2])])
        scores, _ = self.words.scores(rows)
        return float(scores[1] - scores[0])

    def evidence(self, made: EssayView, changes: Sequence[Change]) -> Floats:
        """What speaks for each change against what stands there: a row of ``EVIDENCE``. Shape (changes, 6).

        Where the classes speak against a change by more than ``HOPELESS`` the words are not asked: its gain by words is
        given as the same.
        """
        if not changes:
            return np.zeros((0, len(EVIDENCE)))
        first, stop, new = np.array([(change.first, change.stop, len(change.words)) for change in changes]).T
        put_in = np.full((len(changes), new.max()), PAD)
        put_in[np.arange(new.max()) < new[:, None]] = [
            self._numbers[tagged] for change in changes for tagged in zip(change.words, change.tags, strict=True)
        ]
        columns = _Changes(first, stop - first, new, put_in)
        by_classes = self._evidence(made, columns, self.classes)
        by_words = np.zeros_like(by_classes)
        by_words[:, 0] = by_classes[:, 0]
        hopeful = np.flatnonzero(by_classes[:, 0] > HOPELESS)
        if len(hopeful):
            by_words[hopeful] = self._evidence(made, columns.some(hopeful), self.words)
        return np.concatenate([by_words, by_classes], axis=1)

    def company(self, made: EssayView, grams: Grams, longest: int | None = None) -> tuple[Floats, Floats]:
        """Log probability of every token of the view after those before it, and length of the sequence known there.

        ``longest``: items of a sequence at most.
        """
        logs, lengths, is_token = self._every_length(made, grams)
        return backed_off(logs[:longest, is_token], lengths[is_token], grams.order)

    def usual(self, made: EssayView, grams: Grams) -> tuple[Floats, Floats]:
        """The same of every token and of the end of every sentence."""
        logs, lengths, _ = self._every_length(made, grams)
        return backed_off(logs, lengths, grams.order)

    def _every_length(self, made: EssayView, grams: Grams) -> tuple[Floats, Ints, NDArray[np.bool_]]:
        """What ``every_length`` tells of tokens and ends, in order, and which are tokens; made once per document."""
        key = f"statistics.{grams.order}.every_length"
        if key not in made.memo:
            keys = grams.keys(self._flat(made, grams)[0])
            keys = keys[:, (keys[0] != PAD) & (keys[0] != grams.id(START))]
            logs, lengths = grams.every_length(keys)
            made.memo[key] = logs.astype(np.float64), lengths, keys[0] != grams.id(END)
        return made.memo[key]  # type: ignore[no-any-return]

    def _evidence(self, made: EssayView, changes: _Changes, grams: Grams) -> Floats:
        flat, offsets = self._flat(made, grams)
        reach = grams.order - 1
        firsts, old, new = offsets[changes.first][:, None], changes.old[:, None], changes.new[:, None]
        widest = int(max(old.max(), new.max()))
        column = np.arange(2 * reach + widest)
        at = firsts - reach + column
        as_is = np.where(column < 2 * reach + old, flat[np.minimum(at, len(flat) - 1)], PAD)
        behind = flat[np.minimum(at - new + old, len(flat) - 1)]
        changed = np.where(column < reach, as_is, behind)
        put_in = self._own_half(changes.put_in[:, : new.max()], grams)
        middle = changed[:, reach : reach + put_in.shape[1]]
        middle[...] = np.where(column[: put_in.shape[1]] < new, put_in, middle)
        changed = np.where(column < 2 * reach + new, changed, PAD)
        scores, lengths = grams.scores(np.concatenate([as_is, changed]))
        (before, after), (length_before, length_after) = scores.reshape(2, -1), lengths.reshape(2, -1)
        return np.stack([after - before, length_before, length_after], axis=1)

    def _numbered(self, made: EssayView) -> Ints:
        """The numbers of every token, packed for both models; made once per document."""
        key = "statistics.numbered"
        if key not in made.memo:
            tagged = zip(made.lower, made.tag, strict=True)
            made.memo[key] = np.fromiter(map(self._numbers.__getitem__, tagged), np.int64, len(made))
        return made.memo[key]  # type: ignore[no-any-return]

    def _own_half(self, numbers: Ints, grams: Grams) -> Ints:
        """Of packed numbers those of one model."""
        return numbers >> HALF if grams is self.words else numbers & ((1 << HALF) - 1)

    def _flat(self, made: EssayView, grams: Grams) -> tuple[Ints, Ints]:
        """The essay's items with padding around each sentence, and the place of every token; made once per document."""
        key = f"statistics.{grams.order}"
        if key not in made.memo:
            reach, count = grams.order - 1, len(made)
            around = 2 * reach + 1  # a beginning, an end, and what fills up to the next sentence
            flat = np.full(count + around * len(made.sentences), PAD, dtype=np.int64)
            place = np.arange(count) + around * np.array(made.sentence, dtype=np.int64) + reach
            flat[place] = self._own_half(self._numbered(made), grams)
            borders = np.array([(span.start, span.stop - 1) for span in made.sentences], dtype=np.int64).reshape(-1, 2)
            flat[place[borders[:, :1]] - np.arange(1, reach + 1)] = grams.id(START)
            flat[place[borders[:, 1]] + 1] = grams.id(END)
            made.memo[key] = flat, place
        return made.memo[key]  # type: ignore[no-any-return]


def backed_off(logs: Floats | Halves, lengths: Ints, order: int) -> tuple[Floats, Floats]:
    """From the rows of each length, shortest first: the log probability by the longest known, and that length.

    Rows may be fewer than ``order``: ``lengths`` beyond them count as the last. Sums have the precision of ``logs``.
    """
    lengths = np.minimum(lengths, len(logs))
    found = logs[lengths - 1, np.arange(len(lengths))] + (BACKOFF * (order - lengths)).astype(logs.dtype)
    return np.where(lengths > 0, found.astype(np.float64), RAREST + BACKOFF * order), lengths.astype(np.float64)


def word_item(lower: str, tag: str) -> str:
    """What a token is in the model of words: itself, a number or a name."""
    if tag in NAME_TAGS:
        return NAME
    return NUMBER if tag == "CD" and lower[0].isdigit() else lower.replace("’", "'")


def class_item(lower: str, tag: str) -> str:
    """What a token is in the model of classes."""
    return word_class(lower.replace("’", "'"), tag)


def _row(before: list[int], middle: list[int], after: list[int], order: int, width: int, grams: Grams) -> list[int]:
    """Context, the words in the middle, and what follows, at one length; padding goes last."""
    reach = order - 1
    left = [grams.id(START)] * (reach - len(before)) + list(before[-reach:])
    right = list(after[:reach])
    if len(right) < reach:
        right.append(grams.id(END))
    row = [*left, *middle, *right]
    return row + [PAD] * (2 * reach + width - len(row))


@lru_cache(maxsize=1)
def statistics() -> Statistics:
    """The shipped statistics, read when they are first asked for. Raises ``ModelError``."""
    folder = find_bundle("corrections")
    verify(folder)
    return Statistics(read_grams(folder, "words", WORD_ORDER), read_grams(folder, "classes", CLASS_ORDER))


def read_grams(folder: Path, name: str, order: int) -> Grams:
    """One model from its files."""
    items = (folder / f"{name}.txt").read_text(encoding="utf-8").split("\n")
    keys, logs = np.load(folder / f"{name}_keys.npy"), np.load(folder / f"{name}_logs.npy")
    return Grams(items, keys, logs, order, bits=60 // order)
