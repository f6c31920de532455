"""Notes on reasons and their support, and on the other side."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from spacy.tokens import Doc

from scorer.features.argument import Stretch, argument, specifics
from scorer.features.clauses import FINITE_TAGS
from scorer.features.content import families, likeness
from scorer.features.cue_phrases import Cues
from scorer.features.lexicons.stance import FIRST_PERSON
from scorer.features.reasons import DEVELOPED_WORDS, distinct_reasons, support_words
from scorer.features.running_text import positions_of
from scorer.features.sources import own_words
from scorer.features.thesis import opening, states_position, thesis_obligation, thesis_stance_verb
from scorer.feedback.excerpts import MOST_WORDS, is_own, place_of, quoted, span, text_of, whole_sentences
from scorer.feedback.genre import is_personal, is_short_answer, speaks_of_text, tells_own_case
from scorer.feedback.notes import Note, Place, finder
from scorer.feedback.patterns import (
    CLOSING_HEADS,
    EXAMPLES,
    MORE_REASONS,
    OBJECTIONS,
    OTHER_SIDE,
    OUGHT,
    PERSONS,
    REASONED,
    SHOWS,
    SOME,
    SOURCE_WORDS,
    TURNS,
)
from scorer.feedback.position import (
    comes_soon,
    first_full,
    has_plain_thesis,
    said_plainly,
    tells_story,
    thesis_place,
)
from scorer.pipeline.annotations import Counterargument
from scorer.pipeline.view import EssayView, shared, view

SURE = 0.6
"""Confidence from which a finding is shown as what it was taken for."""
SEVERAL = 3
SHARED = 2
"""Families of words that two statements have at least where they may be the same."""
ALIKE = 0.7
"""Likeness of their words from which two reasons read alike."""
LONG_ENOUGH = 120
"""Words from which an essay has room for the other side."""
NEAR_HEAD = 3
"""Tokens before a phrase of example that are quoted with it ("Such was the case")."""
SUMMING = frozenset({"therefore", "so", "thus", "overall", "hence", "clearly", "these"})
"""First words of a sentence that sums up what stands before it."""
LEAST = 8
"""Tokens of an example that is quoted."""
SHOWN_WHOLE = 35
"""Tokens of a sentence that is praised as a whole."""
WITHIN = 12
"""Tokens before a "because" that is quoted with its sentence."""
UNREAL = frozenset({"if", "when", "imagine", "what", "let"})
"""First words of what might be."""
SAME = 0.5
"""Likeness of their words from which a sentence says again what another says."""
COPULAS = frozenset({"is", "was", "are", "were", "'s", "be"})
HEAD = 6
"""Tokens of a sentence in which a signpost stands."""


@finder
def how_many(doc: Doc) -> Iterator[Note]:
    """Reasons found, different ones, or none."""
    reasons = doc._.reasons
    story = tells_story(doc)
    if story:
        place = place_of(view(doc), story)
        yield Note("story_reasons", (place,), {"sentence": quoted(text_of(doc), place)})
        return
    if not reasons:
        yield from _none(doc)
        return
    plain = plain_reasons(doc)
    different = [reasons[k] for k in distinct_reasons(doc) if k in plain]
    if len(different) >= SEVERAL:
        one, other = different[0], different[-1]
        fields = {"one": quoted(text_of(doc), span(one)), "other": quoted(text_of(doc), span(other))}
        yield Note("reasons_several", tuple(span(reason) for reason in different), fields)
    elif len(reasons) == 1 and plain and has_plain_thesis(doc) and not _announces_more(doc):
        yield Note("reasons_single", (span(reasons[0]),), {"reason": quoted(text_of(doc), span(reasons[0]))})


def _none(doc: Doc) -> Iterator[Note]:
    """No reason was found behind a position, and no word stands that could give one."""
    made, said = view(doc), said_plainly(doc)
    if not (has_plain_thesis(doc) or said) or REASONED.found(made.lower, range(len(made))):
        return
    place = thesis_place(doc) if has_plain_thesis(doc) else place_of(made, said or first_full(doc))
    yield Note("reasons_missing", (place,), {"position": quoted(text_of(doc), place)})


@finder
def because(doc: Doc) -> Iterator[Note]:
    """The first sentence, neither long nor a question, in which a clause after "because" gives a reason."""
    made = view(doc)
    for sentence in whole_sentences(doc):
        thesis = has_plain_thesis(doc) and sentence.start in argument(doc).thesis.sentences
        if not thesis and len(sentence) <= SHOWN_WHOLE and is_own(made, sentence) and _says_why(made, sentence):
            place = place_of(made, sentence)
            yield Note("reason_signalled", (place,), {"sentence": quoted(text_of(doc), place)})
            return


def _says_why(made: EssayView, sentence: range) -> bool:
    """Whether "because" joins two full clauses."""
    k = next((k for k in sentence if made.lower[k] == "because"), None)
    if k is None or made.text[sentence.stop - 1] == "?" or not NEAR_HEAD < k - sentence.start <= WITHIN:
        return False
    verb = made.head[k]
    finite = any(made.tag[j] in FINITE_TAGS for j in (verb, *made.children[verb]))
    main = any(made.tag[j] in FINITE_TAGS for j in range(sentence.start, k))
    return (
        finite
        and main
        and made.dep[k] == "mark"
        and made.lower[k - 1] not in COPULAS | {"just", "not", "or", "and", "but"}
        and made.lower[k + 1] != "of"
    )


@finder
def alike(doc: Doc) -> Iterator[Note]:
    """Two reasons that share most of their words."""
    contents = [reason.content for reason in argument(doc).reasons]
    plain = plain_reasons(doc)
    for k, content in enumerate(contents):
        for j in range(k):
            if k not in plain or j not in plain:
                continue
            if len(content & contents[j]) >= SEVERAL and likeness(content, contents[j]) >= ALIKE:
                one, other = span(doc._.reasons[j]), span(doc._.reasons[k])
                words = {"one": quoted(text_of(doc), one), "other": quoted(text_of(doc), other)}
                same = _flat(doc, one) == _flat(doc, other)
                if _denies(doc, one) != _denies(doc, other):
                    continue
                if same or words["one"] != words["other"]:  # two quotations that look alike say nothing
                    yield Note("reasons_same" if same else "reasons_alike", (one, other), words)
                    return


def _denies(doc: Doc, place: Place) -> bool:
    """Whether a "not" stands in a stretch: what denies the other says no such thing."""
    words = text_of(doc)[slice(*place)].casefold().replace("n't", " not ").replace("n’t", " not ").split()
    return not {"not", "no", "never"}.isdisjoint(words)


def _flat(doc: Doc, place: Place) -> str:
    return " ".join(text_of(doc)[slice(*place)].casefold().split())


@finder
def support(doc: Doc) -> Iterator[Note]:
    """The reason with the most support as a strength, and one that has none, or the least."""
    reasons, words, plain = doc._.reasons, support_words(doc), plain_reasons(doc)
    if not plain:
        return
    parts = argument(doc)
    best = max(plain, key=lambda k: words[k])
    praised = None
    if words[best] >= DEVELOPED_WORDS:
        numbers = [k for k in parts.support[best] if doc._.evidence[k].start > reasons[best].start]
        pieces = [span(doc._.evidence[k]) for k in numbers]
        if numbers and _backs(doc, parts.reasons[best], parts.evidence[numbers[0]]):
            fields = {"reason": quoted(text_of(doc), span(reasons[best])), "evidence": quoted(text_of(doc), pieces[0])}
            yield Note("reason_supported", (span(reasons[best]), *pieces[:SEVERAL]), fields)
            praised = best
    bare = [k for k in plain if k != praised and not _is_shown(doc, parts.reasons[k])]
    for k in bare:
        if not words[k] and not _supported_nearby(doc, k):
            yield Note("reason_bare", (span(reasons[k]),), {"reason": quoted(text_of(doc), span(reasons[k]))})
            return
    if bare:
        least = span(reasons[min(bare, key=lambda k: (words[k], k))])
        yield Note("reason_to_develop", (least,), {"reason": quoted(text_of(doc), least)})


def _backs(doc: Doc, reason: Stretch, item: Stretch) -> bool:
    """Whether evidence follows its reason at once, in words that are neither quoted nor turn away from it."""
    made = view(doc)
    if not item.words or item.positions.start >= len(made):
        return False
    sentence = made.sentences[made.sentence[item.positions.start]]
    return (
        made.paragraph[item.positions.start] == made.paragraph[reason.positions.start]
        and made.sentence[item.positions.start] - made.sentence[reason.positions.stop - 1] <= 1
        and is_own(made, item.positions)
        and not TURNS.found(made.lower, item.positions)
        and made.tag[item.positions.start] != "VB"
        and made.text[sentence.stop - 1] != "?"
        and not _goes_on(doc, place_of(made, item.positions))
    )


def _is_shown(doc: Doc, reason: Stretch) -> bool:
    """Whether the reason, or what stands after it in its paragraph and at the head of the next, may show it in use.

    An example, a figure, quoted words or something that the writer lived through do. A reason that closes its
    paragraph, or says what should be done, is no place for an example either.
    """
    made = view(doc)
    number = made.paragraph[reason.positions.start]
    paragraph = made.paragraphs[number]
    first = reason.sentences.start
    following = made.paragraphs[number + 1 : number + 2]
    told = [s for s in made.sentences if first <= s.start < paragraph.stop]
    told += [s for p in following for s in made.sentences if s.start == p.start]
    last = reason.sentences.stop >= paragraph.stop and first > paragraph.start
    return (
        last
        or OUGHT.found(made.lower, reason.sentences)
        or any(
            SHOWS.found(made.lower, s)
            or not is_own(made, s)
            or tells_own_case(made, s)
            or any(made.text[k][0].isdigit() or "@" in made.text[k] for k in s)
            for s in told
        )
    )


@finder
def examples(doc: Doc) -> Iterator[Note]:
    """An example, a "because", or a definite detail in the evidence; or evidence without any."""
    made, parts = view(doc), argument(doc)
    evidence = parts.evidence
    begun = set(made.lower[opening(doc).start : opening(doc).stop])
    details = [_details(doc, item, begun) for item in evidence]
    for place in _from_cue(doc, EXAMPLES):
        yield Note("example_given", (place,), {"example": quoted(text_of(doc), place)})
        break
    if any(details):
        richest = max(range(len(evidence)), key=lambda k: details[k])
        place = span(doc._.evidence[richest])
        shown = range(evidence[richest].positions.start, evidence[richest].positions.stop)[:MOST_WORDS]
        if details[richest] >= 2 and _names_new(made, shown, begun):
            yield Note("detail_given", (place,), {"evidence": quoted(text_of(doc), place)})
    elif evidence and not any(text[0].isdigit() for text in made.text):
        last = made.worded_paragraphs[-1]
        ended = parts.conclusion.positions.start or (last.start if len(made.worded_paragraphs) > 1 else len(made))
        own = [
            k for k, item in enumerate(evidence) if item.words and _is_open(doc, item) and item.positions.start < ended
        ]
        particular = any(tells_own_case(made, s) or SHOWS.found(made.lower, s) for s in made.sentences)
        if not own or particular or any(_names(made, item.positions) for item in evidence):
            return
        longest = max(own, key=lambda k: evidence[k].words)
        place = span(doc._.evidence[longest])
        yield Note("evidence_general", (place,), {"evidence": quoted(text_of(doc), place)})


def _details(doc: Doc, item: Stretch, begun: set[str]) -> int:
    """Names and numbers in a piece of evidence in the writer's own words, those of the opening left out.

    ``begun``: lower-case words of the opening.
    """
    made = view(doc)
    if not item.words or not is_own(made, item.positions) or states_position(made, item.positions):
        return 0
    return specifics(made, item.positions) if _names_new(made, item.positions, begun) else 0


def _is_open(doc: Doc, item: Stretch) -> bool:
    """Whether a passage could name a case: in the writer's own words, about others, and not about a text."""
    made = view(doc)
    words = {made.lower[k] for k in item.sentences}
    return (
        is_own(made, item.positions)
        and item.positions.stop < len(made)
        and not made.is_word[item.positions.stop]
        and item.positions.start == item.sentences.start
        and made.lower[item.sentences.start] not in UNREAL
        and words.isdisjoint(FIRST_PERSON)
        and not SOURCE_WORDS.found(made.lower, item.positions)
        and not OUGHT.found(made.lower, item.positions)
    )


def _names(made: EssayView, positions: range) -> bool:
    """Whether anything in a passage may be a name: a capital inside a sentence, or a sign that stands for one."""
    firsts = {made.sentences[made.sentence[k]].start for k in positions}
    return any(
        (made.text[k][0].isupper() and k not in firsts and made.lower[k] != "i") or "@" in made.text[k]
        for k in positions
    )


def _names_new(made: EssayView, positions: range, begun: set[str]) -> bool:
    named = [k for k in positions if made.pos[k] == "PROPN" or made.text[k][0].isdigit()]
    return any(made.lower[k] not in begun for k in named)


@finder
def other_side(doc: Doc) -> Iterator[Note]:
    """An objection that is answered, or none at all."""
    made = view(doc)
    for item, stretch in zip(doc._.counterarguments, argument(doc).counterarguments, strict=True):
        if item.rebuttal and stretch.words and _is_answered(doc, item, stretch):
            places = span(item), span(item.rebuttal)
            fields = {"objection": quoted(text_of(doc), places[0]), "answer": quoted(text_of(doc), places[1])}
            yield Note("objection_answered", places, fields)
            return
    silent = not (doc._.counterarguments or OTHER_SIDE.found(made.lower, range(len(made))) or _others_speak(made))
    argues = has_plain_thesis(doc) and comes_soon(doc) and (thesis_obligation(doc) or thesis_stance_verb(doc))
    argues = argues and not (speaks_of_text(doc) or is_short_answer(doc) or is_personal(doc))
    if silent and argues and len(made.spelled) >= LONG_ENOUGH:
        place = thesis_place(doc)
        yield Note("objection_missing", (place,), {"thesis": quoted(text_of(doc), place)})


def _is_answered(doc: Doc, item: Counterargument, stretch: Stretch) -> bool:
    """Whether the objection is handed to others, and its answer, close by, turns against it."""
    made, answer = view(doc), item.rebuttal
    if answer is None or min(item.confidence, answer.confidence) < SURE:
        return False
    first, last = made.sentence[stretch.positions.start], made.sentence[positions_of(made, answer).start]
    between = range(stretch.lead, positions_of(made, answer).stop)
    handed = OBJECTIONS.found(made.lower, range(made.sentences[first].start, stretch.positions.stop))
    return handed and last - first <= 2 and TURNS.found(made.lower, between)


def _others_speak(made: EssayView) -> bool:
    """Whether "some students", "other people" or the like stand somewhere."""
    return any(
        lower in SOME and any(made.lemma[j].lower() in PERSONS for j in range(k + 1, min(k + 3, len(made))))
        for k, lower in enumerate(made.lower)
    )


def _from_cue(doc: Doc, cues: Cues) -> Iterator[Place]:
    """Sentences from such a phrase on, or as a whole where it stands at their head."""
    made, own = view(doc), own_words(doc)
    for sentence in made.worded_sentences:
        for k in cues.starts(made.lower, sentence):
            if own[k]:
                first = sentence.start if k - sentence.start <= NEAR_HEAD else k
                set_off = first == sentence.start or made.text[k - 1] in {",", ";", "-", "—"}
                told = any(made.tag[j] in FINITE_TAGS for j in range(k, sentence.stop))
                whole = is_own(made, sentence) and not _says_again(made, sentence)
                if sentence.stop - first >= LEAST and set_off and told and whole:
                    yield place_of(made, range(first, sentence.stop))
                break


def _says_again(made: EssayView, sentence: range) -> bool:
    """Whether a sentence has most of its words from the one before, and so is no example of it."""
    before = made.sentences[max(0, made.sentence[sentence.start] - 1)]
    named = families(made.doc)
    one, other = ({named[k] for k in s if named[k]} for s in (before, sentence))
    return before != sentence and likeness(frozenset(one), frozenset(other)) >= SAME


@shared
def plain_reasons(made: EssayView) -> list[int]:
    """Indices of the reasons that are sure and the writer's own, and that neither sum up nor say the thesis again.

    In an essay of several parts, the opening and the ending hold none.
    """
    doc = made.doc
    framed = len(made.worded_paragraphs) >= SEVERAL
    ending = doc._.conclusion.start if doc._.conclusion else len(text_of(doc))
    parts = argument(doc)
    said = [part.content for part in (parts.thesis, *parts.restatements) if part.words]
    return [
        k
        for k, (found, reason) in enumerate(zip(doc._.reasons, parts.reasons, strict=True))
        if found.confidence >= SURE
        and reason.words
        and not _is_example(made, reason)
        and not _sums_up(made, reason)
        and not tells_own_case(made, reason.positions)
        and not any(len(reason.content) >= SHARED and likeness(reason.content, content) >= ALIKE for content in said)
        and not OBJECTIONS.found(made.lower, _before(made, reason))
        and not (framed and (reason.positions.start in opening(doc) or found.start >= ending))
    ]


def _goes_on(doc: Doc, piece: Place) -> bool:
    """Whether the sentence of a passage announces the next point, and so supports none before it."""
    made = view(doc)
    k = max(0, bisect_left(made.start, piece[0] + 1) - 1)
    sentence = made.sentences[made.sentence[k]]
    return (
        MORE_REASONS.found(made.lower, sentence[:HEAD]) or "reason" in made.lower[sentence.start : sentence.start + 4]
    )


def _sums_up(made: EssayView, reason: Stretch) -> bool:
    """Whether the sentence of a reason begins as a summing up."""
    first = made.sentences[made.sentence[reason.lead]].start
    return made.lower[first] in SUMMING or (CLOSING_HEADS.opens(made.lower, first, 1) and made.lower[first] != "lastly")


def _is_example(made: EssayView, reason: Stretch) -> bool:
    head = made.lower[reason.positions.start : reason.positions.start + 3]
    return head[0] == "like" or any(word.startswith(("exampl", "instanc")) for word in head)


def _before(made: EssayView, reason: Stretch) -> range:
    """The head of a reason with what leads to it in its sentence."""
    first = min(made.sentences[made.sentence[reason.positions.start]].start, reason.lead)
    return range(first, min(max(reason.lead, reason.positions.start) + HEAD, reason.positions.stop))


def _announces_more(doc: Doc) -> bool:
    """Whether a sentence of the essay announces one of several points."""
    made = view(doc)
    return made.lower.count("because") > 1 or any(
        MORE_REASONS.found(made.lower, sentence[:HEAD]) for sentence in made.sentences
    )


def _supported_nearby(doc: Doc, number: int) -> bool:
    """Whether evidence begins in the sentence of the reason, the one before or the one after."""
    made, parts = view(doc), argument(doc)
    reason = parts.reasons[number]
    if not reason.words:
        return True
    first, last = made.sentence[reason.positions.start], made.sentence[reason.positions.stop - 1]
    following = made.sentences[last : last + 3]
    if made.lower[reason.positions.start] == "if" or any(EXAMPLES.found(made.lower, s) for s in following):
        return True
    return any(item.words and first - 1 <= made.sentence[item.positions.start] <= last + 1 for item in parts.evidence)
