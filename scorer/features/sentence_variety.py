"""Variety of sentences: how they open, what patterns they follow, what they do. Over nothing 0.0."""

from __future__ import annotations

import itertools
from collections import Counter

from spacy.tokens import Doc

from scorer.features.arithmetic import entropy, ratio, share_of
from scorer.features.diversity import mattr_of
from scorer.features.registry import feature
from scorer.pipeline.view import EssayView, shared, view

_COHMETRIX = "Graesser et al. 2011 (Coh-Metrix)"


@shared
def openings(made: EssayView) -> list[int]:
    """Position of the first word of each worded sentence."""
    return [next(k for k in sentence if made.is_word[k]) for sentence in made.worded_sentences]


@shared
def _pos_pairs(made: EssayView) -> list[tuple[str, str]]:
    """Pairs of parts of speech inside sentences; punctuation takes part."""
    return [
        pair
        for sentence in made.worded_sentences
        for pair in itertools.pairwise(made.pos[sentence.start : sentence.stop])
    ]


@feature(
    group="language", label="variety of word-class patterns", unit="bits", direction="higher", source="after Lu 2010"
)
def pos_pair_entropy(doc: Doc) -> float:
    """Entropy of pairs of parts of speech. 0 to about 7; high: sentences are built in many ways."""
    return entropy(Counter(_pos_pairs(doc)).values())


@feature(
    group="language",
    label="variety of word-class patterns within 50 words",
    unit="share",
    direction="higher",
    source="Covington & McFall 2010",
)
def pos_pair_mattr(doc: Doc) -> float:
    """Different pairs of parts of speech in every run of 50, on average. 0 to 1; high: varied, low: repetitive."""
    return mattr_of(_pos_pairs(doc), 50)


@feature(group="language", label="variety of sentence openings", unit="bits", direction="higher", source="this project")
def opening_entropy(doc: Doc) -> float:
    """Entropy of the part of speech that opens a sentence. 0 to about 3.5; high: sentences open in many ways."""
    made = view(doc)
    return entropy(Counter(made.pos[k] for k in openings(doc)).values())


@feature(
    group="language",
    label="different words that open sentences",
    unit="share",
    direction="higher",
    source="this project",
)
def opening_variety(doc: Doc) -> float:
    """Different first words / sentences. 0 to 1; high: each sentence opens anew, low: the same word opens many."""
    made = view(doc)
    first = [made.lower[k] for k in openings(doc)]
    return ratio(len(set(first)), len(first))


@feature(
    group="language",
    label="neighbouring sentences that open alike",
    unit="share",
    direction="lower",
    source="this project",
)
def repeated_openings(doc: Doc) -> float:
    """Sentences that begin with the same word as the one before / neighbouring pairs. 0 to 1; high: monotone."""
    made = view(doc)
    first = [made.lower[k] for k in openings(doc)]
    return share_of(one == other for one, other in itertools.pairwise(first))


@feature(group="language", label="sentences that open with a pronoun", unit="share", source="this project")
def pronoun_openings(doc: Doc) -> float:
    """Sentences whose first word is a pronoun / sentences. 0 to 1; high: I, they, it open most sentences."""
    made = view(doc)
    return share_of(made.pos[k] == "PRON" for k in openings(doc))


@feature(
    group="language",
    label='sentences that open with "and", "but", "or", "so", "because"',
    unit="share",
    direction="lower",
    source="this project",
)
def loose_openings(doc: Doc) -> float:
    """Sentences that open with and, but, or, so, because or cause / sentences. 0 to 1; high: spoken style."""
    made = view(doc)
    return share_of(made.lower[k] in {"and", "but", "or", "so", "because", "cause", "cuz"} for k in openings(doc))


@feature(
    group="language",
    label="sentences that open with a subordinate clause or phrase",
    unit="share",
    direction="higher",
    source="this project",
)
def fronted_openings(doc: Doc) -> float:
    """Sentences that open with a preposition, subordinator, adverb, "to" or -ing form / sentences. 0 to 1.

    High: openings set the scene, low: subject first every time.
    """
    made = view(doc)
    return share_of(made.pos[k] in {"ADP", "SCONJ", "ADV", "PART"} or made.tag[k] == "VBG" for k in openings(doc))


@feature(group="language", label="questions", unit="share", source="this project")
def questions(doc: Doc) -> float:
    """Sentences that hold a question mark / sentences. 0 to 1; high: many (mostly rhetorical) questions."""
    made = view(doc)
    return share_of("?" in made.text[sentence.start : sentence.stop] for sentence in made.worded_sentences)


@feature(
    group="language",
    label="sentence structures that resemble each other",
    unit="share",
    direction="lower",
    source=_COHMETRIX,
)
def structure_similarity(doc: Doc) -> float:
    """Mean overlap (Jaccard) of the relations used in neighbouring sentences. 0 to 1; high: built alike."""
    made = view(doc)
    kinds = [set(made.dep[one.start : one.stop]) - {"punct"} for one in made.worded_sentences]
    pairs = list(itertools.pairwise(kinds))
    return ratio(sum(ratio(len(one & other), len(one | other)) for one, other in pairs), len(pairs))
