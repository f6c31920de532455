"""Whether a text makes sense as language: measures that tell essays from text made by drawing or filling in words.

Markov chains keep pairs of words and break sentences; salads break both; frames filled from a lexicon keep the grammar
and break what words have to do with each other and with the sentences around them. Each measure sees one of these.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from scorer.corrections.statistics import BACKOFF, CLASS_ORDER, WORD_ORDER, statistics
from scorer.embeddings import Floats, sums_of, unit
from scorer.flags.grammar import GRAMMAR, grammar
from scorer.flags.quantiles import quantiles
from scorer.flags.sentences import sentences
from scorer.pipeline.view import EssayView

Values = NDArray[np.float64]

GAINS = (
    "gain", "gain_of_third", "gain_of_fourth", "lost_triples", "pairs_log", "triples_below_2", "triples_below_4",
    "triples_below_6", "fours_known_after", "rare_triples", "losses", "wins",
)  # fmt: skip
MEASURES = (
    "class_length", "class_log", "word_length", "word_log", "word_triples", "strange_classes", "rare", "zipf",
    "grammar_words", "finite_roots", "neighbours", "centre", "company_in_sentence", "again", "reach", "commas",
    "recurring_frames", "length_spread", "again_rare", "class_log_low",
    "pairs_known", "triples_known", "fours_known", "triples_of_pairs", "fours_of_triples",
    "class_pairs_known", "class_triples_known", "class_fours_known", "class_fives_known", "class_fives_of_fours",
    "class_log_5", "class_log_10", "runs_again",
    *(f"{model}_{name}" for model in ("word", "class") for name in GAINS), *GRAMMAR,
)  # fmt: skip
FUNCTION = frozenset({"DET", "ADP", "PRON", "AUX", "CCONJ", "SCONJ", "PART"})
FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
RARE = 3.5
"""Zipf frequency below which a content word is rare in school essays."""
RUN = 5
"""Words in a row that a writer seldom says twice."""
FRAME = 6
"""Items of grammar in a row that make a frame."""


def measures(made: EssayView) -> Values:
    """The values of ``MEASURES``, shape (measures,). Zeros for a text without words.

    ``class_length, word_length``: mean length of the known sequence of classes and words that ends with a token;
    ``class_log, word_log``: mean log probability; ``word_triples``: share of words that end a known run of three;
    ``strange_classes``: share of tokens after which fewer than three classes in a row are known; ``rare``: share of
    content words below Zipf 3.5; ``zipf``: mean; ``grammar_words``: share of function words; ``finite_roots``: share of
    sentences with a finite verb; ``neighbours, centre``: mean cosine of a sentence with the next and with the rest;
    ``company_in_sentence``: mean cosine of content words of one sentence minus that of all content words; ``again``:
    share of content words whose lemma another sentence has; ``reach``: mean distance to the head; ``recurring_frames``:
    share of runs of six classes that come again; ``length_spread``: variation of sentence length; ``again_rare``: as
    ``again``, of words below Zipf 5; ``..._known``: share of tokens that end a known run of so many; ``..._of_...``: of
    those that end a known shorter one; ``class_log_low, class_log_5, class_log_10``: mean of the lowest fifth of log
    probabilities, and their lowest quantiles; ``runs_again``: share of
    words in runs of five that stood before; ``word_..., class_...`` of ``GAINS``: what a wider context tells. The rest
    are in ``grammar``.
    """
    if not made.spelled or not made.worded_sentences:
        return np.zeros(len(MEASURES))
    known = statistics()
    by_words, by_classes = (
        [known.company(made, grams, n) for n in (grams.order, 3, 2)] for grams in (known.words, known.classes)
    )
    (word_logs, word_lengths), (class_logs, class_lengths) = by_words[0], by_classes[0]
    parted = sentences(made)
    frequency = np.array([made.zipf[k] for k in parted.content] or [0.0])
    lengths = np.array(made.sentence_lengths, dtype=float)
    lemmas = [made.lemma[k].lower() for k in parted.content]
    where: dict[str, set[int]] = {}
    for lemma, owner in zip(lemmas, parted.owner.tolist(), strict=True):
        where.setdefault(lemma, set()).add(owner)
    again = [len(where[lemma]) > 1 for lemma in lemmas]
    rare_again = [a for a, z in zip(again, frequency.tolist(), strict=False) if z < 5.0]
    return np.array([
        class_lengths.mean(),
        class_logs.mean(),
        word_lengths.mean(),
        word_logs.mean(),
        _mean(word_lengths >= 3),
        _mean(class_lengths < 3),
        _mean(frequency < RARE),
        frequency.mean(),
        sum(made.pos_counts[pos] for pos in FUNCTION) / len(made),
        _share([not FINITE.isdisjoint(made.tag[span.start : span.stop]) for span in parted.spans]),
        _neighbours(parted.means),
        _centre(parted.means),
        _company(parted.vectors, parted.owner),
        _share(again),
        sum([abs(head - k) for k, head in enumerate(made.head)]) / len(made),
        made.text.count(",") / len(made),
        _frames(made),
        lengths.std() / max(1.0, lengths.mean()),
        _share(rare_again),
        np.mean(np.sort(class_logs)[: max(1, len(class_logs) // 5)]),
        *_known(word_lengths, (2, 3, 4), ((3, 2), (4, 3))),
        *_known(class_lengths, (2, 3, 4, 5), ((5, 4),)),
        *quantiles(class_logs, 0.05, 0.1),
        _runs_again(made.words),
        *_gains(by_words, WORD_ORDER), *_gains(by_classes, CLASS_ORDER),
        *grammar(made),
    ])  # fmt: skip


def _runs_again(words: list[str]) -> float:
    """Share of words inside a run of ``RUN`` words that stood before."""
    runs = list(zip(*(words[n:] for n in range(RUN)), strict=False))
    if len(set(runs)) == len(runs):
        return 0.0
    seen: set[tuple[str, ...]] = set()
    again = np.zeros(len(words), dtype=bool)
    for k, run in enumerate(runs):
        if run in seen:
            again[k : k + RUN] = True
        seen.add(run)
    return _mean(again)


def _known(lengths: Values, runs: tuple[int, ...], pairs: tuple[tuple[int, int], ...]) -> list[float]:
    """Shares of tokens that end a known run of each length, and of the longer among the shorter of each pair."""
    shares = {run: _mean(lengths >= run) for run in {*runs, *(n for pair in pairs for n in pair)}}
    return [shares[run] for run in runs] + [shares[one] / max(shares[other], 1e-3) for one, other in pairs]


def _gains(company: Sequence[tuple[Values, Values]], order: int) -> list[float]:
    """What a wider context adds to each item's log probability, as ``GAINS``; ``company`` by whole, threes and pairs.

    In a text drawn pair by pair the item two before tells nothing: the gain over pairs, which any writer has whatever
    the errors, is missing.
    """
    (full, length), (third, known), (pair, paired) = (
        (found - BACKOFF * (order - lengths), lengths) for found, lengths in company
    )
    frequent, triples = (pair > -3) & (paired >= 2), known >= 3
    return [
        float((full - pair).mean()), float((third - pair).mean()), float((full - third).mean()),
        _mean(length[frequent] < 3), float(pair.mean()), *(_mean(length[pair < at] >= 3) for at in (-2, -4, -6)),
        _mean(length[triples] >= 4), _mean(third[triples] < -5), _mean(full - pair < -0.5), _mean(full - pair > 1),
    ]  # fmt: skip


def _mean(found: NDArray[np.bool_]) -> float:
    return np.count_nonzero(found) / len(found) if len(found) else 0.0


def _share(found: Sequence[bool]) -> float:
    return sum(found) / len(found) if found else 0.0


def _neighbours(means: Floats) -> float:
    return float((means[:-1] * means[1:]).sum(axis=1).mean()) if len(means) > 1 else 0.0


def _centre(means: Floats) -> float:
    """Mean cosine of a sentence with the sum of the others."""
    others = unit(means.sum(axis=0, keepdims=True) - means)
    return float((means * others).sum(axis=1).mean())


def _company(vectors: Floats, owner: NDArray[np.intp]) -> float:
    """Mean cosine of content words of one sentence, above that of any two of the essay."""
    if len(vectors) < 3:
        return 0.0
    units = unit(vectors)
    count = len(units)
    everywhere = (float(np.square(units.sum(axis=0)).sum()) - count) / (count * (count - 1))
    sums = sums_of(units, owner, int(owner.max()) + 1)
    sizes = np.bincount(owner, minlength=len(sums))
    pairs = float((sizes * (sizes - 1)).sum())
    return (float(np.square(sums).sum()) - count) / pairs - everywhere if pairs else 0.0


def _frames(made: EssayView) -> float:
    """Share of the runs of ``FRAME`` classes inside sentences that come more than once."""
    items = [
        lower if pos in FUNCTION or pos == "PUNCT" else tag
        for lower, pos, tag in zip(made.lower, made.pos, made.tag, strict=True)
    ]
    runs = [tuple(items[k : k + FRAME]) for span in made.sentences for k in range(span.start, span.stop - FRAME + 1)]
    return 1 - len(set(runs)) / len(runs) if runs else 0.0
