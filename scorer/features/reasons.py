"""The reasons: how many different ones, how they are introduced, spread and supported, and whether objections are met.

What counts reasons has a cap or counts distinct ones only, so that saying the same again gains nothing; where
a rubric rewards pieces of evidence, its knots set the cap. Ratios and means over nothing are 0.0.
"""

from __future__ import annotations

from math import log2

from spacy.tokens import Doc

from scorer.features.argument import Stretch, argument
from scorer.features.arithmetic import entropy, mean, ratio, share_of
from scorer.features.content import families, likeness, share_named, topics
from scorer.features.lexicons import support
from scorer.features.registry import feature
from scorer.features.running_text import running, words_before
from scorer.pipeline.view import EssayView, shared, view

_COMPONENTS = "after Stab & Gurevych 2017 (argument components)"
_STRENGTH = "after Persing & Ng 2015 (argument strength)"
_MIX = "after Wachsmuth, Al-Khatib & Stein 2016 (argument flow)"
_OBJECTIONS = "after Stapleton & Wu 2015 (counterarguments and rebuttals)"
ENOUGH_REASONS = 4
SAME_REASON = 0.5  # likeness from which two reasons are one
DEVELOPED_WORDS = 30  # about two sentences of evidence
QUARTERS = 4
STRETCH = 40  # content words of a stretch in which new ones are counted


@feature(group="reasons", label="number of reasons", unit="count", source=_COMPONENTS)
def reasons_count(doc: Doc) -> float:
    """Number of reasons found. 0 upwards, mostly 2 to 6; high: many claims, which may be thinly supported."""
    return float(len(doc._.reasons))


@feature(group="reasons", label="different reasons", unit="count", direction="higher", source=_COMPONENTS)
def reasons_distinct(doc: Doc) -> float:
    """Reasons that share less than half of their word families (Jaccard) with every reason counted before.

    0 to 4 (the cap); high: several different reasons, low: none, one, or one said again and again.
    """
    return float(min(len(distinct_reasons(doc)), ENOUGH_REASONS))


@feature(group="reasons", label="how different the reasons are", unit="share", direction="higher")
def reasons_variety(doc: Doc) -> float:
    """1 - mean Jaccard similarity of the word families of every two reasons.

    0 to 1; high: each reason is about something else, low: the same words return. 0.0 for fewer than two reasons.
    """
    contents = [reason.content for reason in argument(doc).reasons]
    pairs = [likeness(one, other) for k, one in enumerate(contents) for other in contents[:k]]
    return 1 - mean(pairs) if pairs else 0.0


@feature(group="reasons", label="length of a reason", unit="words")
def reasons_mean_words(doc: Doc) -> float:
    """Mean number of words of a reason. 0 upwards, mostly 8 to 25; low: bare labels, high: rambling claims."""
    return mean([reason.words for reason in argument(doc).reasons])


@feature(group="reasons", label="how clearly the reasons read as reasons", unit="probability", direction="higher")
def reasons_confidence(doc: Doc) -> float:
    """Mean confidence of the finder in the reasons. 0 to 1; low: hard to tell from the sentences around them."""
    return mean([reason.confidence for reason in doc._.reasons])


@feature(group="reasons", label="reasons backed by evidence", unit="share", direction="higher", source=_STRENGTH)
def reasons_supported_share(doc: Doc) -> float:
    """Reasons with at least one piece of evidence / reasons. 0 to 1; low: claims that stand alone."""
    return share_of(bool(items) for items in argument(doc).support)


@feature(group="reasons", label="reasons developed at length", unit="count", direction="higher", source=_STRENGTH)
def reasons_developed(doc: Doc) -> float:
    """Distinct reasons with 30 words of evidence or more. 0 to 4 (the cap); high: several reasons are worked out."""
    words = support_words(doc)
    return float(min(sum(words[k] >= DEVELOPED_WORDS for k in distinct_reasons(doc)), ENOUGH_REASONS))


@feature(group="reasons", label="pieces of evidence per reason", unit="ratio", direction="higher", source=_STRENGTH)
def reasons_evidence_ratio(doc: Doc) -> float:
    """Evidence that supports a reason / reasons. 0 upwards, mostly 1 to 3; low: claims without support."""
    items = argument(doc).support
    return ratio(sum(map(len, items)), len(items))


@feature(group="reasons", label="words of evidence per reason", unit="words", direction="higher", source=_STRENGTH)
def reasons_support_words(doc: Doc) -> float:
    """Words of the evidence that supports reasons / reasons. 0 upwards, mostly 15 to 80; low: undeveloped."""
    return mean(support_words(doc))


@feature(group="reasons", label="evenness of support", unit="share", direction="higher")
def reasons_support_evenness(doc: Doc) -> float:
    """Entropy of the support's words over the reasons / its maximum, log2 of the number of reasons (Pielou).

    0 to 1; high: every reason is worked out alike, low: one has it all. 0.0 for fewer than two reasons.
    """
    words = support_words(doc)
    return entropy(words) / log2(len(words)) if len(words) > 1 else 0.0


@feature(group="reasons", label="reasons with a signpost", unit="share", direction="higher", source=_STRENGTH)
def reasons_signposted_share(doc: Doc) -> float:
    """Reasons that *first, another, moreover ...* introduces (before it or in its first three tokens) / reasons.

    0 to 1; high: the reader is told when a reason begins, low: reasons must be looked for.
    """
    lower = view(doc).lower
    return share_of(support.SIGNPOSTS.found(lower, _opening(reason)) for reason in argument(doc).reasons)


@feature(group="reasons", label="reasons that speak to the thesis", unit="share", direction="higher", source=_STRENGTH)
def reasons_thesis_share(doc: Doc) -> float:
    """Reasons that name, themselves or in their evidence, a word family of the thesis / reasons.

    0 to 1; high: reasons bear on the thesis, low: they are about something else. Where no thesis is found (the
    features of the thesis say so), the ten families that the essay uses most stand for it.
    """
    found = argument(doc)
    wanted = found.thesis.content or topics(doc)
    return share_of(
        bool(wanted & reason.content.union(*(found.evidence[k].content for k in items)))
        for reason, items in zip(found.reasons, found.support, strict=True)
    )


@feature(group="reasons", label="words that reasons share with the thesis", unit="share", source=_STRENGTH)
def reasons_thesis_overlap(doc: Doc) -> float:
    """Mean share of the word families of the thesis that a reason names. 0 to 1; high: says the thesis again."""
    found = argument(doc)
    return mean([share_named(found.thesis.content, reason.content) for reason in found.reasons])


@feature(group="reasons", label="new words all through the essay", unit="share", direction="higher")
def content_renewal(doc: Doc) -> float:
    """Different content-word families in a stretch of forty content words / 40, mean of all such stretches.

    0 to 1, mostly .6 to .9; high: the essay goes on, low: it says the same again. A shorter text is one stretch. After
    the moving-average type-token ratio (Covington & McFall 2010).
    """
    named = [name for name in families(doc) if name]
    last = max(0, len(named) - STRETCH)
    before: dict[str, int] = {}
    different = 0
    for k, name in enumerate(named):  # a word is new in the stretches that begin behind where it stood before
        different += max(0, min(k, last) + 1 - max(before.get(name, -1) + 1, k - STRETCH + 1))
        before[name] = k
    return different / (STRETCH * (last + 1))


@feature(group="reasons", label="parts of the essay that argue", unit="share", direction="higher", source=_MIX)
def reasons_spread(doc: Doc) -> float:
    """Quarters of the essay that hold the beginning of a reason or of evidence / 4. 0 to 1; low: bunched up."""
    found, before = argument(doc), words_before(doc)
    starts = {before[part.positions.start] for part in (*found.reasons, *found.evidence) if part.words}
    return len({start * QUARTERS // before[-1] for start in starts}) / QUARTERS


@feature(group="reasons", label="paragraphs with reasons", unit="share", source=_MIX)
def reasons_paragraph_ratio(doc: Doc) -> float:
    """Paragraphs in which a reason begins / reasons. 0 to 1; 1.0: each has its own, low: crowded into few."""
    paragraph = view(doc).paragraph
    starts = [paragraph[reason.positions.start] for reason in argument(doc).reasons if reason.words]
    return ratio(len(set(starts)), len(starts))


@feature(group="reasons", label="share of the essay that argues", unit="share", direction="higher", source=_MIX)
def argument_share(doc: Doc) -> float:
    """Words of thesis, restatements, reasons, counterarguments and evidence / words. 0 to 1; low: filler."""
    found = argument(doc)
    parts = (found.thesis, *found.restatements, *found.reasons, *found.counterarguments, *found.evidence)
    inside, counted = {k for part in parts for k in part.positions}, running(doc)
    return ratio(sum(counted[k] for k in inside), words_before(doc)[-1])


@feature(group="reasons", label="the other side is heard", unit="yes/no", direction="higher", source=_OBJECTIONS)
def counterargument_present(doc: Doc) -> float:
    """1.0 if there is a counterargument, else 0.0."""
    return float(bool(doc._.counterarguments))


@feature(group="reasons", label="the other side is answered", unit="share", direction="higher", source=_OBJECTIONS)
def counterarguments_rebutted_share(doc: Doc) -> float:
    """Counterarguments with a rebuttal / counterarguments. 0 to 1; low: objections are left standing, or none is."""
    return share_of(item.rebuttal is not None for item in doc._.counterarguments)


@shared
def distinct_reasons(made: EssayView) -> list[int]:
    """Indices of the reasons that differ from every one kept before."""
    contents = [reason.content for reason in argument(made.doc).reasons]
    kept: list[int] = []
    for k, content in enumerate(contents):
        if content and all(likeness(content, contents[other]) < SAME_REASON for other in kept):
            kept.append(k)
    return kept


@shared
def support_words(made: EssayView) -> list[int]:
    """Words of evidence of every reason."""
    found = argument(made.doc)
    return [sum(found.evidence[k].words for k in items) for items in found.support]


def _opening(reason: Stretch) -> range:
    return range(reason.lead, min(reason.positions.start + support.SIGNPOST_REACH, reason.positions.stop))
