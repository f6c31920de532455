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

from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from scorer.bundle import find_bundle, verify
from scorer.pipeline.view import EssayView
from scorer.pipeline.words import listed

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

START, END, UNKNOWN, NUMBER, NAME = "<s>", "</s>", "<unk>", "<num>", "<name>"
SPECIAL = ("<pad>", START, END, UNKNOWN, NUMBER, NAME)
PAD = 0
REMEMBERED = 50_000
"""Tagged words whose numbers are kept."""
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
    """One model: sorted keys of n-grams, packed item by item, and log conditional probabilities."""

    def __init__(self, items: Sequence[str], keys: Ints, logs: NDArray[np.float16], order: int, bits: int) -> None:
        self._ids = {item: number for number, item in enumerate(items)}
        self._keys, self._logs = keys, logs
        self.order, self._bits = order, bits
        self._tagged: dict[tuple[str, str], int] = {}

    def id(self, item: str) -> int:
        """The item's number, that of ``<unk>`` for an unknown one."""
        return self._ids.get(item, 3)

    def tagged(self, pairs: Sequence[tuple[str, str]], item: Callable[[str, str], str]) -> list[int]:
        """The number of each word with its tag, given what item the two make; words seen before are remembered."""
        known = self._tagged
        new = set(pairs).difference(known)
        if len(known) + len(new) > REMEMBERED:
            known = self._tagged = {}
            new = set(pairs)
        known.update({pair: self.id(item(*pair)) for pair in new})
        return list(map(known.__getitem__, pairs))

    def knows(self, item: str) -> bool:
        """Whether the item is in the vocabulary."""
        return item in self._ids

    def scores(self, rows: Ints) -> tuple[Floats, Floats]:
        """Log probability of each row's items from position ``order - 1`` on, and mean length of what was found.

        Rows hold ``order - 1`` items of context first; ``PAD`` items count nothing. Shape (n, width) to (n,) each. The
        length is that of the longest sequence in the list that ends with the item: high where the words keep company.
        """
        count = rows.shape[1] - self.order + 1
        windows = np.lib.stride_tricks.sliding_window_view(rows, self.order, axis=1).reshape(-1, self.order)
        found, lengths = self.last_items(windows)
        shape = (len(rows), count)
        counted = windows[:, -1] != PAD
        return found.reshape(shape).sum(axis=1), lengths.reshape(shape).sum(axis=1) / counted.reshape(shape).sum(axis=1)

    def last_items(self, windows: Ints) -> tuple[Floats, Floats]:
        """Log probability of each window's last item, and length of the longest sequence known that ends with it.

        Windows have shape (n, ``order``); a last item ``PAD`` has 0 and 0.
        """
        counted = windows[:, -1] != PAD
        found = np.where(counted, RAREST + BACKOFF * self.order, 0.0)
        lengths = np.zeros(len(windows))
        left = np.flatnonzero(counted)  # windows whose item is not found yet
        whole = self._packed(windows)[left]
        for length in range(self.order, 0, -1):
            keys = whole & ((1 << self._bits * length) - 1)
            row = np.argsort(keys)  # looked up in order, each is near the last
            at = np.empty_like(row)
            at[row] = np.minimum(np.searchsorted(self._keys, keys[row]), len(self._keys) - 1)
            hit = self._keys[at] == keys
            known, at = left[hit], at[hit]
            found[known] = self._logs[at] + BACKOFF * (self.order - length)
            lengths[known] = length
            left, whole = left[~hit], whole[~hit]
            if not len(left):
                break
        return found, lengths

    def every_length(self, windows: Ints) -> Floats:
        """Log probability of each window's last item by the sequence of each length, shape (``order``, n).

        NaN where that sequence is not known. Windows have shape (n, ``order``), none with a last item ``PAD``.
        """
        keys = np.empty((self.order, len(windows)), dtype=np.int64)
        keys[0] = windows[:, -1]
        for length in range(1, self.order):
            keys[length] = (windows[:, -1 - length] << (self._bits * length)) | keys[length - 1]
        distinct, again = np.unique(keys, return_inverse=True)
        at = np.minimum(np.searchsorted(self._keys, distinct), len(self._keys) - 1)
        logs = np.where(self._keys[at] == distinct, self._logs[at].astype(np.float64), np.nan)
        return logs[again].reshape(keys.shape)

    def _packed(self, items: Ints) -> Ints:
        keys = np.zeros(len(items), dtype=np.int64)
        for column in items.T:
            keys = (keys << self._bits) | column
        return keys


class Statistics:
    """Both models."""

    def __init__(self, words: Grams, classes: Grams) -> None:
        self.words, self.classes = words, classes

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
        by_classes = self._evidence(made, changes, self.classes)
        by_words = np.zeros_like(by_classes)
        by_words[:, 0] = by_classes[:, 0]
        hopeful = np.flatnonzero(by_classes[:, 0] > HOPELESS)
        if len(hopeful):
            by_words[hopeful] = self._evidence(made, [changes[n] for n in hopeful.tolist()], self.words)
        return np.concatenate([by_words, by_classes], axis=1)

    def company(self, made: EssayView, grams: Grams, longest: int | None = None) -> tuple[Floats, Floats]:
        """Log probability of every token of the view after those before it, and length of the sequence known there.

        ``longest``: items of a sequence at most.
        """
        logs, is_token = self._every_length(made, grams)
        return _backed_off(logs[:longest, is_token], grams.order)

    def usual(self, made: EssayView, grams: Grams) -> tuple[Floats, Floats]:
        """The same of every token and of the end of every sentence."""
        return _backed_off(self._every_length(made, grams)[0], grams.order)

    def _every_length(self, made: EssayView, grams: Grams) -> tuple[Floats, NDArray[np.bool_]]:
        """What each sequence says of tokens and ends, in order, and which are tokens; made once per document."""
        key = f"statistics.{grams.order}.every_length"
        if key not in made.memo:
            flat, _ = self.flat(made, grams)
            if len(flat) < grams.order:
                return np.zeros((grams.order, 0)), np.zeros(0, dtype=bool)
            windows = np.lib.stride_tricks.sliding_window_view(flat, grams.order)
            windows = windows[~np.isin(windows[:, -1], (PAD, grams.id(START)))]
            made.memo[key] = grams.every_length(windows), windows[:, -1] != grams.id(END)
        return made.memo[key]  # type: ignore[no-any-return]

    def _evidence(self, made: EssayView, changes: Sequence[Change], grams: Grams) -> Floats:
        flat, offsets = self.flat(made, grams)
        reach = grams.order - 1
        firsts = np.array([offsets[change.first] for change in changes], dtype=np.int64)[:, None]
        old = np.array([change.stop - change.first for change in changes], dtype=np.int64)[:, None]
        new = np.array([len(change.words) for change in changes], dtype=np.int64)[:, None]
        widest = int(max(old.max(), new.max()))
        put_in = np.full((len(changes), widest), PAD, dtype=np.int64)
        for n, change in enumerate(changes):
            for m, (word, tag) in enumerate(zip(change.words, change.tags, strict=True)):
                put_in[n, m] = grams.id(word if grams is self.words else word_class(word, tag))
        column = np.arange(2 * reach + widest)[None, :]
        at = firsts - reach + column
        as_is = np.where(column < 2 * reach + old, flat[np.minimum(at, len(flat) - 1)], PAD)
        behind = flat[np.minimum(at - new + old, len(flat) - 1)]
        middle = np.take_along_axis(put_in, np.clip(column - reach, 0, widest - 1).repeat(len(changes), 0), axis=1)
        changed = np.where(column < reach, as_is, np.where(column < reach + new, middle, behind))
        changed = np.where(column < 2 * reach + new, changed, PAD)
        _, distinct, again = np.unique(firsts * len(flat) + old, return_index=True, return_inverse=True)
        scores, lengths = grams.scores(np.concatenate([as_is[distinct], changed]))
        before, length_before = scores[again.ravel()], lengths[again.ravel()]
        after, length_after = scores[len(distinct) :], lengths[len(distinct) :]
        return np.stack([after - before, length_before, length_after], axis=1)

    def flat(self, made: EssayView, grams: Grams) -> tuple[Ints, list[int]]:
        """The essay's items with padding around each sentence, and the place of every token; made once per document."""
        key = f"statistics.{grams.order}"
        if key not in made.memo:
            item = word_item if grams is self.words else class_item
            reach = grams.order - 1
            opening, closing = [grams.id(START)] * reach, [grams.id(END), *[PAD] * reach]
            pairs = list(zip(made.lower, made.tag, strict=True))
            ids = grams.tagged(pairs, item)
            flat: list[int] = []
            offsets: list[int] = []
            for sentence in made.sentences:
                flat += opening
                offsets += range(len(flat), len(flat) + len(sentence))
                flat += ids[sentence.start : sentence.stop]
                flat += closing
            made.memo[key] = (np.array(flat, dtype=np.int64), offsets)
        return made.memo[key]  # type: ignore[no-any-return]


def _backed_off(logs: Floats, order: int) -> tuple[Floats, Floats]:
    """From the rows of each length, shortest first: the log probability by the longest known, and that length."""
    found = np.full(logs.shape[1], RAREST + BACKOFF * order)
    lengths = np.zeros(logs.shape[1])
    for length, row in enumerate(logs, start=1):
        known = ~np.isnan(row)
        found[known] = row[known] + BACKOFF * (order - length)
        lengths[known] = length
    return found, lengths


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
