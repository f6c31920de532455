"""Distances and depth in the dependency tree: how much a reader has to hold. Means over nothing are 0.0."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from scorer.features.arithmetic import mean, ratio, share_of
from scorer.features.registry import feature
from scorer.pipeline.view import EssayView, shared

_LIU = "Liu 2008"
_COHMETRIX = "Graesser et al. 2004 (Coh-Metrix)"


@dataclass(frozen=True)
class Trees:
    """What one walk over the trees finds; ``depths`` and ``longest`` have one number per worded sentence."""

    distances: list[int]
    leftward: int
    depths: list[int]
    longest: list[int]


@shared
def trees(made: EssayView) -> Trees:
    """Distance in tokens of every word to its head, and the depth of every sentence (a root alone: 1)."""
    head, places = np.array(made.head, dtype=np.intp), np.arange(len(made))
    ahead = np.where(made.is_word, head - places, 0)
    distances, depths = np.abs(ahead).tolist(), _depths(head).tolist()
    return Trees(
        distances=[distance for distance in distances if distance],
        leftward=int((ahead > 0).sum()),
        depths=[max(depths[one.start : one.stop]) for one in made.worded_sentences],
        longest=[max(distances[one.start : one.stop]) for one in made.worded_sentences],
    )


def _depths(head: NDArray[np.intp]) -> NDArray[np.intp]:
    """Depth of every token, 1 for a root."""
    depths, at = np.ones_like(head), head
    below = np.arange(len(head))
    while (moved := at != below).any():
        depths += moved
        below, at = at, head[at]
    return depths


@shared
def _preverbs(made: EssayView) -> list[int]:
    """Words before the main verb (or other root) of each worded sentence."""
    found = []
    for sentence in made.worded_sentences:
        relations = made.dep[sentence.start : sentence.stop]
        before = relations.index("ROOT") if "ROOT" in relations else 0
        found.append(sum(made.is_word[sentence.start : sentence.start + before]))
    return found


@feature(group="language", label="distance between words that belong together", unit="tokens", source=_LIU)
def dependency_distance(doc: Doc) -> float:
    """Mean distance from a word to its head, in tokens. 0 and up, mostly 2 to 3.5; high: hard to hold together."""
    return mean(trees(doc).distances)


@feature(group="language", label="longest stretch held open in a sentence", unit="tokens", source=_LIU)
def longest_dependency(doc: Doc) -> float:
    """Mean over sentences of the longest distance to a head. 0 and up; high: long or run-on sentences."""
    return mean(trees(doc).longest)


@feature(group="language", label="depth of sentences", unit="levels", source="this project, after Yngve 1960")
def tree_depth(doc: Doc) -> float:
    """Mean depth of the sentences' trees. 0 and up, mostly 4 to 8; high: embedded, low: flat sentences."""
    return mean(trees(doc).depths)


@feature(group="language", label="deepest sentence", unit="levels", source="this project, after Yngve 1960")
def deepest_tree(doc: Doc) -> float:
    """Depth of the deepest sentence. 0 and up; high: at least one sentence is embedded far."""
    return float(max(trees(doc).depths, default=0))


@feature(group="language", label="words that lean forward", unit="share", direction="higher", source=_LIU)
def left_branching(doc: Doc) -> float:
    """Words that stand before their head / words with a head. 0 to 1; high: modifiers and openers come first."""
    found = trees(doc)
    return ratio(found.leftward, len(found.distances))


@feature(group="language", label="words before the main verb", unit="words", source=_COHMETRIX)
def words_before_main_verb(doc: Doc) -> float:
    """Mean words before the main verb of a sentence. 0 and up, mostly 3 to 7; high: long openings (SYNLE)."""
    return mean(_preverbs(doc))


@feature(group="language", label="sentences that come to the verb late", unit="share", source=_COHMETRIX)
def late_main_verbs(doc: Doc) -> float:
    """Sentences with more than ten words before the main verb / sentences. 0 to 1; high: much goes in front."""
    return share_of(count > 10 for count in _preverbs(doc))
