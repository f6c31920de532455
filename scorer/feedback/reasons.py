"""Notes on reasons: how many there are, whether they differ, and a reason that is marked as one."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from scorer.corrections import Mark, marks
from scorer.features.argument import Stretch, argument
from scorer.features.clauses import FINITE_TAGS
from scorer.features.content import families, likeness
from scorer.features.reasons import distinct_reasons
from scorer.features.thesis import opening
from scorer.feedback.excerpts import denies, is_own, place_of, quoted, span, text_of, whole_sentences
from scorer.feedback.flaws import is_model, is_sound
from scorer.feedback.genre import is_answer, is_narrative, tells_own_case
from scorer.feedback.notes import Note, Place, finder
from scorer.feedback.patterns import CLOSING_HEADS, MORE_REASONS, OBJECTIONS, REASONED, SOURCE_WORDS
from scorer.feedback.plain_thesis import has_plain_thesis, is_certain, tells_story
from scorer.feedback.position import said_plainly, thesis_place
from scorer.pipeline.view import EssayView, shared, view

SURE = 0.6
"""Confidence from which a finding is shown as what it was taken for."""
SEVERAL = 3
SHARED = 2
"""Families of words that two statements have at least where they may be the same."""
ALIKE = 0.7
"""Likeness of their words from which two statements read alike."""
SUMMING = frozenset({"therefore", "so", "thus", "overall", "hence", "clearly", "these"})
"""First words of a sentence that sums up what stands before it."""
SHOWN_WHOLE = 35
"""Tokens of a sentence that is praised as a whole."""
EARLY, WITHIN = 2, 12
"""Tokens before a "because" that joins two clauses, and with which its sentence is quoted."""
NO_JOINT = frozenset(
    {"maybe", "perhaps", "probably", "is", "was", "are", "were", "'s", "be", "just", "not", "or", "and", "but"}
)
"""Words before a "because" that does not join the clause before it."""
HEAD = 6
"""Tokens of a sentence in which a signpost stands."""


@finder
def how_many(doc: Doc) -> Iterator[Note]:
    """Reasons found, different ones, or none."""
    reasons = doc._.reasons
    if tells_story(doc):
        return
    if not reasons:
        yield from _none(doc)
        return
    plain = plain_reasons(doc)
    made, parts = view(doc), argument(doc).reasons
    different = [reasons[k] for k in distinct_reasons(doc) if k in plain and is_model(made, parts[k].sentences)]
    if len(different) >= SEVERAL:
        one, other = different[0], different[-1]
        fields = {"one": quoted(text_of(doc), span(one)), "other": quoted(text_of(doc), span(other))}
        yield Note("reasons_several", tuple(span(reason) for reason in different), fields)
    elif len(reasons) == 1 and plain and is_certain(doc) and not (_announces_more(doc) or _lists(doc)):
        yield Note("reasons_single", (span(reasons[0]),), {"reason": quoted(text_of(doc), span(reasons[0]))})


def _none(doc: Doc) -> Iterator[Note]:
    """No reason was found behind a position, and no word stands that could give one."""
    made, said = view(doc), said_plainly(doc)
    if REASONED.found(made.lower, range(len(made))) or is_narrative(doc) or is_answer(doc):
        return
    if has_plain_thesis(doc):
        place = thesis_place(doc)
    elif said:
        place = place_of(made, said)
    else:
        return
    yield Note("reasons_missing", (place,), {"position": quoted(text_of(doc), place)})


@finder
def because(doc: Doc) -> Iterator[Note]:
    """Of the whole sentences in which a clause after "because" gives a reason, the one that is most about the topic."""
    made, topic = view(doc), _topic(doc)
    thesis = argument(doc).thesis.sentences if has_plain_thesis(doc) else range(0)
    told = [
        sentence
        for sentence in (whole_sentences(doc) if is_sound(doc) else ())
        if len(sentence) <= SHOWN_WHOLE
        and is_own(made, sentence)
        and _says_why(made, sentence)
        and not OBJECTIONS.found(made.lower, sentence[:HEAD])
        and is_model(made, sentence)
        and sentence.start not in thesis  # praised there, as what comes back to it is
        and sentence.start >= opening(doc).stop
        and not any(item.positions.start in sentence for item in argument(doc).restatements if item.words)
        and not any(place_of(made, sentence)[0] <= mark.start < place_of(made, sentence)[1] for mark in _doubted(doc))
    ]
    shared_words = [len(topic & {families(doc)[k] for k in sentence}) for sentence in told]
    if any(shared_words):
        place = place_of(made, told[max(range(len(told)), key=lambda k: shared_words[k])])
        yield Note("reason_signalled", (place,), {"sentence": quoted(text_of(doc), place)})


def _doubted(doc: Doc) -> tuple[Mark, ...]:
    return tuple(marks(doc).get("uncited_claim", ()))


def _topic(doc: Doc) -> set[str]:
    """Families of the words of the thesis, or of the opening where there is none."""
    made, named = view(doc), families(doc)
    if has_plain_thesis(doc):
        return set(argument(doc).thesis.content)
    first = opening(doc)
    words = {named[k] for k in range(first.start, first.stop) if named[k]}
    return words or {named[k] for k in made.worded_sentences[0] if named[k]}


def _says_why(made: EssayView, sentence: range) -> bool:
    """Whether "because" joins two full clauses."""
    k = next((k for k in sentence if made.lower[k] == "because"), None)
    if k is None or made.text[sentence.stop - 1] == "?" or not EARLY < k - sentence.start <= WITHIN:
        return False
    verb = made.head[k]
    finite = any(made.tag[j] in FINITE_TAGS for j in (verb, *made.children[verb]))
    main = any(made.tag[j] in FINITE_TAGS - {"VBD"} for j in range(sentence.start, k))
    empty = made.lower[k + 1 : k + 4] in (["it", "is", "true"], ["it", "'s", "true"])
    return (
        not empty
        and finite
        and main
        and made.dep[k] == "mark"
        and made.lower[k - 1] not in NO_JOINT
        and not denies(made, range(sentence.start, k))
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
                reasons = argument(doc).reasons
                if denies(view(doc), reasons[j].positions) != denies(view(doc), reasons[k].positions):
                    continue
                if same or words["one"] != words["other"]:  # two quotations that look alike say nothing
                    yield Note("reasons_same" if same else "reasons_alike", (one, other), words)
                    return


def _flat(doc: Doc, place: Place) -> str:
    return " ".join(text_of(doc)[slice(*place)].casefold().split())


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
        and made.text[reason.sentences.start][0].isupper()  # no rest of a sentence that a line break tore
        and not _is_example(made, reason)
        and not _sums_up(made, reason)
        and not tells_own_case(made, reason.positions)
        and not _is_of_somebody(made, reason.positions)
        and is_own(made, reason.positions)
        and not SOURCE_WORDS.found(made.lower, range(reason.sentences.start, reason.positions.stop))
        and not any(len(reason.content) >= SHARED and likeness(reason.content, content) >= ALIKE for content in said)
        and not OBJECTIONS.found(made.lower, _before(made, reason))
        and not (framed and (reason.positions.start in opening(doc) or found.start >= ending))
    ]


def _is_of_somebody(made: EssayView, stretch: range) -> bool:
    """Whether a stretch tells what somebody who is named did or does."""
    subject = next((k for k in stretch if made.dep[k].startswith("nsubj")), None)
    return subject is not None and made.pos[subject] == "PROPN" and made.tag[made.head[subject]] in FINITE_TAGS - {"MD"}


def _sums_up(made: EssayView, reason: Stretch) -> bool:
    """Whether the sentence of a reason begins as a summing up."""
    first = made.sentences[made.sentence[reason.lead]].start
    return made.lower[first] in SUMMING or (CLOSING_HEADS.opens(made.lower, first, 1) and made.lower[first] != "lastly")


def _is_example(made: EssayView, reason: Stretch) -> bool:
    first = made.sentences[made.sentence[reason.positions.start]].start
    head = made.lower[first : reason.positions.start + 3]
    return made.lower[reason.positions.start] == "like" or any(word.startswith(("exampl", "instanc")) for word in head)


def _before(made: EssayView, reason: Stretch) -> range:
    """The head of a reason with what leads to it in its sentence."""
    first = min(made.sentences[made.sentence[reason.positions.start]].start, reason.lead)
    return range(first, min(max(reason.lead, reason.positions.start) + HEAD, reason.positions.stop))


def _lists(doc: Doc) -> bool:
    """Whether the sentence of the first reason goes through several things."""
    sentence = argument(doc).reasons[0].sentences
    return view(doc).text[sentence.start : sentence.stop].count(",") > 1


def _announces_more(doc: Doc) -> bool:
    """Whether a sentence of the essay announces one of several points."""
    made = view(doc)
    return made.lower.count("because") > 1 or any(
        MORE_REASONS.found(made.lower, sentence[:HEAD]) for sentence in made.sentences
    )
