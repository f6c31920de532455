"""Notes on reasons and their support, and on the other side."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from scorer.features.argument import argument, specifics
from scorer.features.content import likeness
from scorer.features.lexicons.support import EXAMPLES
from scorer.features.reasons import DEVELOPED_WORDS, SAME_REASON, distinct_reasons, support_words
from scorer.features.view import view
from scorer.feedback.excerpts import place_of, quoted, sentence_at, span
from scorer.feedback.notes import Note, Place, finder
from scorer.feedback.patterns import MORE_REASONS, OTHER_SIDE

SURE = 0.6
"""Confidence from which a finding is shown as what it was taken for."""
SEVERAL = 3
LONG_ENOUGH = 120
"""Words from which an essay has room for the other side."""
NEAR_HEAD = 3
"""Tokens before a phrase of example that are quoted with it ("Such was the case")."""
HEAD = 6
"""Tokens of a sentence in which a signpost stands."""


@finder
def how_many(doc: Doc) -> Iterator[Note]:
    """Reasons found, different ones, or none."""
    reasons = doc._.reasons
    if not reasons:
        place = _about(doc)
        yield Note("reasons_missing", (place,), {"position": quoted(doc.text, place)})
        return
    different = [reasons[k] for k in distinct_reasons(doc) if reasons[k].confidence >= SURE]
    if len(different) >= SEVERAL:
        one, other = different[0], different[-1]
        fields = {"one": quoted(doc.text, span(one)), "other": quoted(doc.text, span(other))}
        yield Note("reasons_several", tuple(span(reason) for reason in different), fields)
    elif len(reasons) == 1 and not _announces_more(doc, reasons[0].start):
        yield Note("reasons_single", (span(reasons[0]),), {"reason": quoted(doc.text, span(reasons[0]))})


@finder
def alike(doc: Doc) -> Iterator[Note]:
    """Two reasons that share most of their words."""
    contents = [reason.content for reason in argument(doc).reasons]
    for k, content in enumerate(contents):
        for j in range(k):
            if len(content & contents[j]) >= SEVERAL and likeness(content, contents[j]) >= SAME_REASON:
                one, other = span(doc._.reasons[j]), span(doc._.reasons[k])
                yield Note("reasons_alike", (one, other), {"one": quoted(doc.text, one), "other": quoted(doc.text, other)})
                return


@finder
def support(doc: Doc) -> Iterator[Note]:
    """The reason with the most support as a strength, and one that has none, or the least."""
    reasons, words = doc._.reasons, support_words(doc)
    if not reasons:
        return
    best = max(range(len(reasons)), key=lambda k: words[k])
    if words[best] >= DEVELOPED_WORDS and reasons[best].confidence >= SURE:
        pieces = [span(doc._.evidence[k]) for k in argument(doc).support[best]]
        fields = {"reason": quoted(doc.text, span(reasons[best])), "evidence": quoted(doc.text, pieces[0])}
        yield Note("reason_supported", (span(reasons[best]), *pieces[:3]), fields)
    for k, reason in enumerate(reasons):
        if not words[k] and reason.confidence >= SURE and not _supported_nearby(doc, k):
            yield Note("reason_bare", (span(reason),), {"reason": quoted(doc.text, span(reason))})
            return
    least = min(range(len(reasons)), key=lambda k: (words[k], k))
    fields = {"reason": quoted(doc.text, span(reasons[least]))}
    yield Note("reason_to_develop", (span(reasons[least]),), fields)


@finder
def examples(doc: Doc) -> Iterator[Note]:
    """An example or a definite detail in the evidence, or evidence without any."""
    made, evidence = view(doc), argument(doc).evidence
    details = [specifics(made, item.positions) for item in evidence]
    for item in evidence:
        for k in EXAMPLES.starts(made.lower, item.introduced):
            first = item.lead if k - item.lead <= NEAR_HEAD else k
            place = place_of(made, range(first, item.positions.stop))
            yield Note("example_given", (place,), {"example": quoted(doc.text, place)})
            return
    if any(details):
        richest = max(range(len(evidence)), key=lambda k: details[k])
        if details[richest] >= 2:
            place = span(doc._.evidence[richest])
            yield Note("detail_given", (place,), {"evidence": quoted(doc.text, place)})
    elif evidence:
        longest = max(range(len(evidence)), key=lambda k: evidence[k].words)
        place = span(doc._.evidence[longest])
        yield Note("evidence_general", (place,), {"evidence": quoted(doc.text, place)})


@finder
def other_side(doc: Doc) -> Iterator[Note]:
    """An objection that is answered, or none at all."""
    made = view(doc)
    for item in doc._.counterarguments:
        if item.rebuttal and min(item.confidence, item.rebuttal.confidence) >= SURE:
            places = span(item), span(item.rebuttal)
            fields = {"objection": quoted(doc.text, places[0]), "answer": quoted(doc.text, places[1])}
            yield Note("objection_answered", places, fields)
            return
    silent = not doc._.counterarguments and not OTHER_SIDE.found(made.lower, range(len(made)))
    if silent and doc._.thesis and len(made.spelled) >= LONG_ENOUGH:
        place = span(doc._.thesis)
        yield Note("objection_missing", (place,), {"thesis": quoted(doc.text, place)})


def _announces_more(doc: Doc, start: int) -> bool:
    """Whether a sentence after the only reason announces one more point."""
    made = view(doc)
    return any(
        MORE_REASONS.found(made.lower, sentence[:HEAD]) for sentence in made.sentences if made.start[sentence.start] > start
    )


def _supported_nearby(doc: Doc, number: int) -> bool:
    """Whether evidence begins in the sentence of the reason, the one before or the one after."""
    made, parts = view(doc), argument(doc)
    reason = parts.reasons[number]
    if not reason.words:
        return True
    first, last = made.sentence[reason.positions.start], made.sentence[reason.positions.stop - 1]
    return any(
        item.words and first - 1 <= made.sentence[item.positions.start] <= last + 1 for item in parts.evidence
    )


def _about(doc: Doc) -> Place:
    """What a reason would have to support: the thesis, else the first sentence."""
    made = view(doc)
    return span(doc._.thesis) if doc._.thesis else place_of(made, sentence_at(made, made.worded_sentences[0].start))
