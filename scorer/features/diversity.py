"""Variety of words: measures of lexical diversity that depend little on length.

All count lower-case whole words (contractions in one piece) unless they say lemmas. A ratio over nothing is 0.0.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from math import lgamma, log, sqrt

import numpy as np
from spacy.tokens import Doc

from scorer.features.arithmetic import ratio
from scorer.features.registry import feature
from scorer.pipeline.view import EssayView, shared, view

MTLD_THRESHOLD = 0.72
HDD_SAMPLE = 42
_MCCARTHY = "McCarthy & Jarvis 2010"
_COVINGTON = "Covington & McFall 2010"
_LU = "Lu 2012"


def mtld_of(words: Sequence[str]) -> float:
    """MTLD of a sequence: mean of a forward and a backward pass; see :func:`mtld`."""
    return (_mtld_pass(words) + _mtld_pass(words[::-1])) / 2


def _mtld_pass(words: Sequence[str]) -> float:
    factors, types, length = 0.0, set[str](), 0
    for word in words:
        types.add(word)
        length += 1
        if len(types) / length <= MTLD_THRESHOLD:
            factors, length = factors + 1, 0
            types.clear()
    if length:
        factors += (1 - len(types) / length) / (1 - MTLD_THRESHOLD)
    return len(words) / factors if factors else float(len(words))


def mattr_of(words: Sequence[Hashable], window: int) -> float:
    """Mean type-token ratio of every window of the given length; the plain ratio of a shorter text."""
    if len(words) <= window:
        return ratio(len(set(words)), len(words))
    # A word counts in the windows that begin after its previous use; sum those windows over all words.
    last_start = len(words) - window
    latest_use: dict[Hashable, int] = {}
    previous = []
    for k, word in enumerate(words):
        previous.append(latest_use.get(word, -1))
        latest_use[word] = k
    places = np.arange(len(words))
    before = np.maximum(previous, places - window)  # the last start of a window in which this use does not count
    total = int(np.maximum(np.minimum(places, last_start) - before, 0).sum())
    return total / window / (last_start + 1)


@shared
def _counts(made: EssayView) -> Counter[str]:
    return Counter(made.spelled)


@shared
def _lemmas_by_pos(made: EssayView) -> dict[str, list[str]]:
    """Lemmas of content words by universal part of speech."""
    lemmas: dict[str, list[str]] = {pos: [] for pos in ("NOUN", "VERB", "ADJ", "ADV")}
    for k in made.content_at:
        if made.pos[k] in lemmas:
            lemmas[made.pos[k]].append(made.lower_lemma[k])
    return lemmas


@feature(group="language", label="variety of words (MTLD)", unit="words", direction="higher", source=_MCCARTHY)
def mtld(doc: Doc) -> float:
    """Mean number of words in a row that keep the type-token ratio above .72, forwards and backwards.

    0 to the number of words, mostly 30 to 120; high: words seldom repeat, low: the same words come back.
    """
    return mtld_of(view(doc).spelled)


@feature(group="language", label="variety of content words (MTLD)", unit="words", direction="higher", source=_MCCARTHY)
def mtld_content(doc: Doc) -> float:
    """MTLD over content lemmas alone. 0 to their number; high: new things are named, low: few topics repeat."""
    return mtld_of(view(doc).content_lemmas)


@feature(
    group="language", label="variety of words within 50 words", unit="share", direction="higher", source=_COVINGTON
)
def mattr_50(doc: Doc) -> float:
    """Mean type-token ratio of every run of 50 words. 0 to 1; high: varied, low: repetitive."""
    return mattr_of(view(doc).spelled, 50)


@feature(group="language", label="variety of words (HD-D)", unit="share", direction="higher", source=_MCCARTHY)
def hdd(doc: Doc) -> float:
    """Expected type-token ratio of 42 words drawn without replacement (hypergeometric).

    0 to 1; high: varied, low: repetitive. Texts shorter than 42 words: their own type-token ratio.
    """
    counts = _counts(doc)
    total = sum(counts.values())
    if total <= HDD_SAMPLE:
        return ratio(len(counts), total)
    spectrum = Counter(counts.values())
    whole = _log_choose(total, HDD_SAMPLE)
    expected = 0.0
    for frequency, types in spectrum.items():
        left = total - frequency
        absent = 2.718281828459045 ** (_log_choose(left, HDD_SAMPLE) - whole) if left >= HDD_SAMPLE else 0.0
        expected += types * (1 - absent)
    return expected / HDD_SAMPLE


def _log_choose(n: int, k: int) -> float:
    return lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1)


@feature(
    group="language",
    label="different words for the essay's length",
    unit="types per root word",
    direction="higher",
    source="Guiraud 1954",
)
def root_ttr(doc: Doc) -> float:
    """Guiraud's index: types / sqrt(words). 0 to about 15; high: wide vocabulary, low: narrow or short."""
    counts = _counts(doc)
    return ratio(len(counts), sqrt(sum(counts.values())))


@feature(group="language", label="sameness of words (Maas)", unit="index", direction="lower", source="Maas 1972")
def maas(doc: Doc) -> float:
    """Maas' a² = (ln words - ln types) / (ln words)². 0 to 1, mostly .02 to .1; high: repetitive, low: varied."""
    counts = _counts(doc)
    total = sum(counts.values())
    return (log(total) - log(len(counts))) / log(total) ** 2 if total > 1 else 0.0


@feature(group="language", label="words used only once", unit="share", direction="higher", source=_COVINGTON)
def hapax_share(doc: Doc) -> float:
    """Words that occur once / different words. 0 to 1; high: words are fresh, low: most come again."""
    counts = _counts(doc)
    return ratio(sum(count == 1 for count in counts.values()), len(counts))


@feature(group="language", label="leaning on one content word", unit="share", direction="lower", source="this project")
def commonest_lemma_share(doc: Doc) -> float:
    """Uses of the commonest content lemma / content words. 0 to 1; high: one word carries the essay."""
    lemmas = view(doc).content_lemmas
    return ratio(max(Counter(lemmas).values(), default=0), len(lemmas))


@feature(group="language", label="variety of verbs", unit="types per root verb", direction="higher", source=_LU)
def verb_variation(doc: Doc) -> float:
    """Corrected verb variation: different verb lemmas / sqrt(2 × verbs). 0 to about 6; high: many actions named."""
    return _corrected(_lemmas_by_pos(doc)["VERB"])


@feature(group="language", label="variety of nouns", unit="types per root noun", direction="higher", source=_LU)
def noun_variation(doc: Doc) -> float:
    """Different noun lemmas / sqrt(2 × nouns). 0 to about 7; high: many things named, low: few."""
    return _corrected(_lemmas_by_pos(doc)["NOUN"])


@feature(
    group="language", label="variety of adjectives", unit="types per root adjective", direction="higher", source=_LU
)
def adjective_variation(doc: Doc) -> float:
    """Different adjective lemmas / sqrt(2 × adjectives). 0 to about 5; high: qualities told apart, low: few."""
    return _corrected(_lemmas_by_pos(doc)["ADJ"])


@feature(group="language", label="variety of adverbs", unit="types per root adverb", direction="higher", source=_LU)
def adverb_variation(doc: Doc) -> float:
    """Different adverb lemmas / sqrt(2 × adverbs). 0 to about 4; high: manner and degree vary, low: few."""
    return _corrected(_lemmas_by_pos(doc)["ADV"])


def _corrected(lemmas: list[str]) -> float:
    return ratio(len(set(lemmas)), sqrt(2 * len(lemmas)))


@feature(group="language", label="share of content words", unit="share", source="Ure 1971; Lu 2012")
def lexical_density(doc: Doc) -> float:
    """Content words / words (as tokens). 0 to 1, mostly .4 to .6; high: dense, written style, low: chatty."""
    made = view(doc)
    return ratio(len(made.content_lemmas), len(made.words))
