"""How often each noun stands bare in the singular, without an article or another determiner: its countability."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from scorer.training.corrections.counts import MIN_ESSAYS, Essay, Sentence

INSIDE = frozenset({"JJ", "JJR", "JJS", "NN", "NNS", "VBG", "VBN", "HYPH", "RB"})
DETERMINING = frozenset({"DT", "PRP$", "POS", "CD", "WP$", "WDT", "PDT", "NNP", "NNPS", "$"})
MIN_USES = 15


def bare_shares(essays: Iterable[Essay]) -> dict[str, tuple[int, float]]:
    """For each noun: its uses in the singular as the last word of a phrase, and the share of them that is bare."""
    uses: Counter[str] = Counter()
    bare: Counter[str] = Counter()
    holders: dict[str, set[int]] = defaultdict(set)
    for number, essay in enumerate(essays):
        for sentence in essay:
            for noun, is_bare in _singulars(sentence):
                uses[noun] += 1
                bare[noun] += is_bare
                holders[noun].add(number)
    return {
        noun: (count, bare[noun] / count)
        for noun, count in sorted(uses.items())
        if count >= MIN_USES and len(holders[noun]) >= MIN_ESSAYS and noun.isalpha()
    }


def _singulars(sentence: Sentence) -> Iterator[tuple[str, bool]]:
    tags = sentence.tags
    for k, tag in enumerate(tags):
        if tag != "NN" or (k + 1 < len(tags) and tags[k + 1] in {"NN", "NNS", "NNP", "HYPH", "POS"}):
            continue
        first = k - 1
        while first >= 0 and tags[first] in INSIDE:
            first -= 1
        yield sentence.words[k].lower(), first < 0 or tags[first] not in DETERMINING
