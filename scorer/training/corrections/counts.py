"""N-gram counts over annotated sentences, and the two models of ``scorer.corrections.statistics`` made of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from scorer.corrections.statistics import (
    CLASS_ORDER,
    END,
    SPECIAL,
    START,
    WORD_ORDER,
    class_item,
    word_item,
)

MIN_ESSAYS = 5
"""An n-gram of fewer essays could tell whose words it was; it is never kept."""


@dataclass(frozen=True)
class Sentence:
    """Words as written and their Penn tags."""

    words: tuple[str, ...]
    tags: tuple[str, ...]


Essay = Sequence[Sentence]
Item = Callable[[str, str], str]


def write_models(folder: Path, essays: Sequence[Essay], most: dict[str, tuple[int, ...]]) -> dict[str, int]:
    """Count, prune and write both models; how many n-grams were kept. ``most``: the limit for each length, by model."""
    kept = {}
    for name, order, item in (("words", WORD_ORDER, word_item), ("classes", CLASS_ORDER, class_item)):
        vocabulary = _vocabulary(essays, item, 60 // order)
        ids = {entry: number for number, entry in enumerate(vocabulary)}
        coded = [[_coded(sentence, ids, item, order) for sentence in essay] for essay in essays]
        keys, logs = _grams(coded, order, 60 // order, most[name])
        (folder / f"{name}.txt").write_text("\n".join(vocabulary), encoding="utf-8")
        np.save(folder / f"{name}_keys.npy", keys)
        np.save(folder / f"{name}_logs.npy", logs)
        kept[name] = len(keys)
    return kept


def _vocabulary(essays: Iterable[Essay], item: Item, bits: int) -> list[str]:
    """Items of at least ``MIN_ESSAYS`` essays, the most frequent first, behind the special ones."""
    uses: Counter[str] = Counter()
    in_essays: Counter[str] = Counter()
    for essay in essays:
        found = Counter(
            item(w.lower(), t) for sentence in essay for w, t in zip(sentence.words, sentence.tags, strict=True)
        )
        uses.update(found)
        in_essays.update(found.keys())
    plain = [entry for entry, _ in uses.most_common() if in_essays[entry] >= MIN_ESSAYS and entry not in SPECIAL]
    return [*SPECIAL, *plain][: 2**bits]


def _coded(sentence: Sentence, ids: dict[str, int], item: Item, order: int) -> list[int]:
    unknown = ids["<unk>"]
    items = [ids.get(item(w.lower(), t), unknown) for w, t in zip(sentence.words, sentence.tags, strict=True)]
    return [ids[START]] * (order - 1) + items + [ids[END]]


def _grams(
    coded: list[list[list[int]]], order: int, bits: int, most: tuple[int, ...]
) -> tuple[NDArray[np.int64], NDArray[np.float16]]:
    """Keys and log conditional probabilities of the kept n-grams, by key."""
    flat = np.array([code for essay in coded for sentence in essay for code in sentence], dtype=np.int64)
    lengths = [[len(sentence) for sentence in essay] for essay in coded]
    essay_of = np.repeat(np.arange(len(coded)), [sum(each) for each in lengths])
    sentence_of = np.repeat(np.arange(sum(map(len, lengths))), [n for each in lengths for n in each])
    place = (
        np.arange(len(flat)) - np.concatenate([[0], np.cumsum([n for each in lengths for n in each])[:-1]])[sentence_of]
    )
    predicted = place >= order - 1  # what stands in the padding is never predicted
    all_keys, all_logs = [], []
    for length in range(1, order + 1):
        keys = np.zeros(len(flat), dtype=np.int64)
        context = np.zeros(len(flat), dtype=np.int64)
        for back in range(length - 1, -1, -1):
            shifted = np.roll(flat, back)
            keys = (keys << bits) | shifted
            if back:
                context = (context << bits) | shifted
        grams, contexts, essays = keys[predicted], context[predicted], essay_of[predicted]
        unique, inverse, counts = np.unique(grams, return_inverse=True, return_counts=True)
        _, context_inverse, context_counts = np.unique(contexts, return_inverse=True, return_counts=True)
        total = np.zeros(len(unique))
        total[inverse] = context_counts[context_inverse]
        pairs = np.unique(inverse.astype(np.int64) * len(coded) + essays)
        in_essays = np.bincount(pairs // len(coded), minlength=len(unique))
        shared = np.flatnonzero(in_essays >= MIN_ESSAYS)
        best = shared[np.argsort(-counts[shared], kind="stable")[: most[length - 1]]]
        all_keys.append(unique[best])
        all_logs.append(np.log(counts[best] / total[best]))
    keys_, logs_ = np.concatenate(all_keys), np.concatenate(all_logs)
    order_ = np.argsort(keys_)
    return keys_[order_], logs_[order_].astype(np.float16)
