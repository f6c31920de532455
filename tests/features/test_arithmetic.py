"""Numbers that are worked out the quick way, held to the plain one."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorer.features.arithmetic import quantile
from scorer.features.diversity import mattr_of
from scorer.features.phraseology import by_first_word, phrases_at

WORDS = st.lists(st.sampled_from("abcd"), min_size=1, max_size=30)


@given(st.lists(st.floats(-20, 20), max_size=30), st.sampled_from([0.0, 0.1, 0.25, 0.5, 0.9, 1.0]))
def test_a_quantile_is_that_of_numpy(values: list[float], share: float) -> None:
    assert quantile(sorted(values), share) == (np.quantile(values, share) if values else 0.0)


@given(WORDS, st.integers(1, 12))
def test_the_type_token_ratio_of_windows_is_the_mean_of_each(words: list[str], window: int) -> None:
    starts = range(max(1, len(words) - window + 1))
    ratios = [len(set(words[k : k + window])) / len(words[k : k + window]) for k in starts]
    assert mattr_of(words, window) == pytest.approx(sum(ratios) / len(ratios))


@given(WORDS, st.lists(st.lists(st.sampled_from("abcd"), min_size=1, max_size=3).map(" ".join), unique=True))
def test_the_longest_phrase_is_found_and_none_overlap(words: list[str], phrases: list[str]) -> None:
    expected, k = [], 0
    while k < len(words):
        fits = [size for size in (3, 2, 1) if k + size <= len(words) and " ".join(words[k : k + size]) in phrases]
        if fits:
            expected.append((k, tuple(words[k : k + fits[0]])))
        k += fits[0] if fits else 1
    assert phrases_at(words, by_first_word(phrases)) == expected
