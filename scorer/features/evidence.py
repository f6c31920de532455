"""The evidence: whether it is concrete, explained, to the point and new.

Evidence is looked at with its introduction ("For example, ..."), the words of its sentence that belong to no other
part of the argument. Bracketed citations count for nothing here: they belong to the features of sources. Ratios
and means over nothing are 0.0.
"""

from __future__ import annotations

from spacy.tokens import Doc

from scorer.features.argument import Stretch, argument, specifics
from scorer.features.arithmetic import mean, ratio, share_of
from scorer.features.content import share_named
from scorer.features.lexicons import support
from scorer.features.registry import feature
from scorer.features.running_text import words_before
from scorer.pipeline.view import EssayView, shared, view

_STRENGTH = "after Persing & Ng 2015 (argument strength)"
_COMPONENTS = "after Stab & Gurevych 2017 (argument components)"


@feature(group="reasons", label="pieces of evidence", unit="count", source=_COMPONENTS)
def evidence_count(doc: Doc) -> float:
    """Pieces of evidence found. 0 upwards, mostly 4 to 15; high: much support, or support in small pieces."""
    return float(len(doc._.evidence))


@feature(group="reasons", label="length of a piece of evidence", unit="words", source=_COMPONENTS)
def evidence_mean_words(doc: Doc) -> float:
    """Mean number of words of a piece of evidence. 0 upwards, mostly 12 to 30; low: mere mentions."""
    return mean([item.words for item in argument(doc).evidence])


@feature(group="reasons", label="share of the essay that is evidence", unit="share", direction="higher")
def evidence_share(doc: Doc) -> float:
    """Words of evidence / words of the essay. 0 to 1, mostly .3 to .6; low: claims prevail."""
    return ratio(sum(item.words for item in argument(doc).evidence), words_before(doc)[-1])


@feature(group="reasons", label="evidence tied to a claim", unit="share", direction="higher", source=_COMPONENTS)
def evidence_linked_share(doc: Doc) -> float:
    """Evidence that supports a reason or counterargument / evidence. 0 to 1; low: facts that bear on nothing."""
    return share_of(item.supports is not None for item in doc._.evidence)


@feature(group="reasons", label="evidence to the point of its reason", unit="share", direction="higher")
def evidence_relevance(doc: Doc) -> float:
    """Mean share of a reason's word families that its evidence takes up, over reasons with evidence.

    0 to 1; high: the evidence speaks of what the reason claims, low: it speaks of something else.
    """
    found = argument(doc)
    return mean(
        [
            share_named(reason.content, frozenset[str]().union(*(found.evidence[k].content for k in items)))
            for reason, items in zip(found.reasons, found.support, strict=True)
            if items
        ]
    )


@feature(group="reasons", label="evidence that adds something", unit="share", direction="higher")
def evidence_new_share(doc: Doc) -> float:
    """Mean share of the word families of a piece of evidence that no part of the argument before it has named.

    0 to 1, mostly .5 to .8; high: each piece brings something new, low: the same is said again.
    """
    return mean(_newness(doc))


@feature(group="reasons", label="evidence with examples", unit="share", direction="higher", source=_STRENGTH)
def evidence_example_share(doc: Doc) -> float:
    """Evidence introduced by, or holding, *for example, such as ...* / evidence. 0 to 1; low: it stays general."""
    return share_of(_illustrated(doc))


@feature(group="reasons", label="reasons with an example", unit="share", direction="higher", source=_STRENGTH)
def reasons_example_share(doc: Doc) -> float:
    """Reasons that have evidence with *for example, such as ...* / reasons. 0 to 1; low: nothing is illustrated."""
    illustrated = _illustrated(doc)
    return share_of(any(illustrated[k] for k in items) for items in argument(doc).support)


@feature(group="reasons", label="explaining in the evidence", unit="per 100 words", direction="higher")
def evidence_causes(doc: Doc) -> float:
    """Causal and conditional phrases (*because, as a result, leads to, if*) per 100 words of evidence.

    0 upwards, mostly 1 to 5; high: it says how and why, low: it lists.
    """
    return 100 * ratio(sum(_causes(doc)), sum(item.words for item in argument(doc).evidence))


@feature(group="reasons", label="evidence that explains", unit="share", direction="higher")
def evidence_explained_share(doc: Doc) -> float:
    """Evidence with at least one causal or conditional phrase / evidence. 0 to 1; low: assertions and lists."""
    return share_of(count > 0 for count in _causes(doc))


@feature(group="reasons", label="concrete evidence", unit="share", direction="higher", source=_STRENGTH)
def evidence_concrete_share(doc: Doc) -> float:
    """Evidence with at least one name, number or date / evidence. 0 to 1; high: facts, low: generalities."""
    return share_of(count > 0 for count in _specifics(doc))


@feature(group="reasons", label="names, numbers and dates in the evidence", unit="per 100 words")
def evidence_specifics(doc: Doc) -> float:
    """Names, numbers and dates per 100 words of evidence. 0 upwards, mostly 0 to 8; high: full of particulars."""
    return 100 * ratio(sum(_specifics(doc)), sum(item.words for item in argument(doc).evidence))


@feature(group="reasons", label="reasons with concrete evidence", unit="share", direction="higher", source=_STRENGTH)
def reasons_concrete_share(doc: Doc) -> float:
    """Reasons that have evidence with a name, number or date / reasons. 0 to 1; low: backed by opinion alone."""
    counts = _specifics(doc)
    return share_of(any(counts[k] for k in items) for items in argument(doc).support)


@feature(group="reasons", label="evidence from the writer's own life", unit="share")
def evidence_personal_share(doc: Doc) -> float:
    """Evidence with *I, me, my* / evidence. 0 to 1; high: anecdotes, low: evidence about the world at large."""
    return share_of(_holds(view(doc), item, support.SELF) for item in argument(doc).evidence)


@feature(group="reasons", label="overgeneralised evidence", unit="share", direction="lower", source=_STRENGTH)
def evidence_overgeneralized_share(doc: Doc) -> float:
    """Evidence with *everyone, always, never ...* / evidence. 0 to 1; high: claims too much to be evidence."""
    lower = view(doc).lower
    return share_of(support.OVERGENERALIZED.found(lower, item.positions) for item in argument(doc).evidence)


@shared
def _specifics(made: EssayView) -> list[int]:
    """Names, numbers and dates of every piece of evidence."""
    return [specifics(made, item.positions) for item in argument(made.doc).evidence]


@shared
def _illustrated(made: EssayView) -> list[bool]:
    """Whether each piece of evidence has a phrase of example."""
    return [support.EXAMPLES.found(made.lower, item.introduced) for item in argument(made.doc).evidence]


@shared
def _causes(made: EssayView) -> list[int]:
    """Causal and conditional phrases of every piece of evidence."""
    return [support.CAUSES.count(made.lower, item.introduced) for item in argument(made.doc).evidence]


@shared
def _newness(made: EssayView) -> list[float]:
    """Share of fresh word families of every piece of evidence that has content words."""
    found = argument(made.doc)
    evidence = {id(item) for item in found.evidence}
    parts = (found.thesis, *found.restatements, *found.reasons, *found.counterarguments, *found.evidence)
    said: set[str] = set()
    fresh = []
    for part in sorted(parts, key=lambda part: part.positions.start):
        if part.content and id(part) in evidence:
            fresh.append(len(part.content - said) / len(part.content))
        said |= part.content
    return fresh


def _holds(made: EssayView, item: Stretch, words: frozenset[str]) -> bool:
    return not words.isdisjoint(made.lower[item.positions.start : item.positions.stop])
