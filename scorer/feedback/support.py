"""Notes on what backs up the reasons: support that follows, support that is missing, examples and definite details."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from scorer.corrections.dictionary import dictionary
from scorer.corrections.places import token_at
from scorer.features.argument import Stretch, argument, specifics
from scorer.features.clauses import FINITE_TAGS
from scorer.features.content import families, likeness
from scorer.features.cue_phrases import Cues
from scorer.features.lexicons.stance import FIRST_PERSON
from scorer.features.reasons import DEVELOPED_WORDS, support_words
from scorer.features.sources import own_words
from scorer.features.thesis import opening, states_position
from scorer.feedback.excerpts import MOST_WORDS, is_own, place_of, quoted, span, text_of
from scorer.feedback.flaws import is_model, is_sound
from scorer.feedback.genre import speaks_of_text, tells_own_case
from scorer.feedback.notes import Note, Place, finder
from scorer.feedback.patterns import (
    EXAMPLES,
    GENERAL,
    MORE_REASONS,
    OUGHT,
    POSSIBLE,
    SHOWS,
    SOURCE_WORDS,
    TURNS,
)
from scorer.feedback.position import may_state
from scorer.feedback.reasons import HEAD, SEVERAL, plain_reasons
from scorer.pipeline.view import EssayView, view

NEAR_HEAD = 3
"""Tokens before a phrase of example that are quoted with it ("Such was the case")."""
LEAST = 8
"""Tokens of an example that is quoted."""
ADDRESSED = frozenset({"senator", "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "principal", "dear", "sir"})
"""Words that speak to the reader, and name nobody."""
PARTS_OF_TEXT = frozenset({"paragraph", "paragraphs", "line", "lines", "page", "pages", "source", "sources"})
UNREAL = frozenset({"if", "when", "imagine", "what", "let"})
"""First words of what might be."""
CLAIMING = frozenset({"key", "best", "important", "only", "main", "benefit", "better"})
CLAIM_HEAD = 8
"""Words near the head of a sentence that claims something again, and tokens that they are looked for in."""
SAME = 0.5
"""Likeness of their words from which a sentence says again what another says."""


@finder
def support(doc: Doc) -> Iterator[Note]:
    """The reason with the most support as a strength, and one that has none, or the least."""
    reasons, words, plain = doc._.reasons, support_words(doc), plain_reasons(doc)
    if not plain:
        return
    parts = argument(doc)
    best = max(plain, key=lambda k: words[k])
    praised = None
    if words[best] >= DEVELOPED_WORDS and is_sound(doc):
        numbers = [k for k in parts.support[best] if doc._.evidence[k].start > reasons[best].start]
        pieces = [span(doc._.evidence[k]) for k in numbers]
        if numbers and _backs(doc, parts.reasons[best], parts.evidence[numbers[0]]):
            fields = {"reason": quoted(text_of(doc), span(reasons[best])), "evidence": quoted(text_of(doc), pieces[0])}
            yield Note("reason_supported", (span(reasons[best]), *pieces[:SEVERAL]), fields)
            praised = best
    bare = [k for k in plain if k != praised and not _is_shown(doc, parts.reasons[k])]
    for k in bare:
        lone = not words[k] and not _supported_nearby(doc, k) and _stands_bare(doc, k)
        if lone and is_model(view(doc), parts.reasons[k].sentences):
            yield Note("reason_bare", (span(reasons[k]),), {"reason": quoted(text_of(doc), span(reasons[k]))})
            return


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
        and not OUGHT.found(made.lower, item.positions)
        and made.tag[item.positions.start] != "VB"
        and made.lower[sentence.start] not in UNREAL
        and is_model(made, sentence)
        and not (doc._.conclusion and made.start[item.positions.start] >= doc._.conclusion.start)
        and _is_particular(made, item.positions)
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


def _stands_bare(doc: Doc, k: int) -> bool:
    """Whether the reason is all of its paragraph, or the next sentence surely gives another: nothing shows it there."""
    made, parts = view(doc), argument(doc).reasons
    paragraph = made.paragraphs[made.paragraph[parts[k].positions.start]]
    if paragraph.stop <= parts[k].sentences.stop:
        return True
    return any(parts[other].sentences.start == parts[k].sentences.stop for other in plain_reasons(doc) if other != k)


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
    elif evidence and not speaks_of_text(doc) and not any(text[0].isdigit() for text in made.text):
        last = made.worded_paragraphs[-1]
        ended = parts.conclusion.positions.start or (last.start if len(made.worded_paragraphs) > 1 else len(made))
        own = [
            k for k, item in enumerate(evidence) if item.words and _is_open(doc, item) and item.positions.start < ended
        ]
        particular = any(tells_own_case(made, s) or SHOWS.found(made.lower, s) for s in made.sentences)
        body = [s for s in made.sentences if s.start >= opening(doc).stop]
        named = any(_names(made, stretch) for stretch in (*body, *(item.positions for item in evidence)))
        if not own or particular or named:
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
    first = made.sentences[made.sentence[item.positions.start]]
    if not is_model(made, first) or POSSIBLE.found(made.lower, first):
        return 0  # nothing definite
    if not PARTS_OF_TEXT.isdisjoint(made.lower[item.positions.start : item.positions.stop]):
        return 0  # the number is that of a place in the text
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
        and item.words >= LEAST
        and made.text[item.positions.start][0].isupper()
        and made.lower[item.sentences.start] not in UNREAL
        and words.isdisjoint(FIRST_PERSON)
        and not SOURCE_WORDS.found(made.lower, item.positions)
        and any(made.dep[k].startswith("nsubj") and made.dep[made.head[k]] == "ROOT" for k in item.positions)
        and not may_state(made, item.sentences)
    )


def _names(made: EssayView, positions: range) -> bool:
    """Whether anything in a passage may be a name: a capital inside a sentence, or a sign that stands for one."""
    firsts = {made.sentences[made.sentence[k]].start for k in positions}
    return any(
        (made.text[k][0].isupper() and k not in firsts and made.lower[k] != "i")
        or "@" in made.text[k]
        or made.tag[k] == "CD"
        for k in positions
    )


def _names_new(made: EssayView, positions: range, begun: set[str]) -> bool:
    named = [k for k in positions if (made.pos[k] == "PROPN" and _is_name(made.lower[k])) or made.text[k][0].isdigit()]
    return any(made.lower[k] not in begun for k in named)


def _is_name(word: str) -> bool:
    """Whether a lower-case word names somebody or something, and is no common noun with a capital: "a High School"."""
    known = dictionary()
    return word not in ADDRESSED and (word in known.names or word not in known.words)


def _from_cue(doc: Doc, cues: Cues) -> Iterator[Place]:
    """Sentences from such a phrase on, or as a whole where it stands at their head."""
    made, own = view(doc), own_words(doc)
    if not is_sound(doc):
        return
    for sentence in made.worded_sentences:
        k = next((k for k in cues.starts(made.lower, sentence) if own[k]), None)
        if k is None:
            continue
        first = sentence.start if k - sentence.start <= NEAR_HEAD else k
        set_off = first == sentence.start or made.text[k - 1] in {",", ";", "-", "—"}
        if set_off and sentence.stop - first >= LEAST and _illustrates(made, sentence, range(k, sentence.stop)):
            yield place_of(made, range(first, sentence.stop))


def _illustrates(made: EssayView, sentence: range, told: range) -> bool:
    """Whether a sound sentence tells a case from its phrase of example on, and neither asks nor claims anything."""
    claims = (
        any(made.lower[j] in CLAIMING for j in sentence[:CLAIM_HEAD])
        or GENERAL.found(made.lower, told)
        or _is_verb_next(made, told.start)
        or _says_again(made, sentence)
    )
    asks = made.text[sentence.stop - 1] == "?"
    return is_own(made, sentence) and is_model(made, sentence) and _is_particular(made, told) and not (claims or asks)


def _is_particular(made: EssayView, stretch: range) -> bool:
    """Whether a stretch tells what happened or what is the writer's own, or holds a name or a number."""
    return _names(made, stretch) or any(made.tag[k] in {"VBD", "CD"} or made.lower[k] == "my" for k in stretch)


def _is_verb_next(made: EssayView, k: int) -> bool:
    """Whether a verb goes on behind the phrase: "Mars, for instance, could be"."""
    after = next((j for j in range(k + 2, min(k + 5, len(made))) if made.is_word[j]), None)
    return after is not None and made.tag[after] in FINITE_TAGS


def _says_again(made: EssayView, sentence: range) -> bool:
    """Whether a sentence has most of its words from the one before, and so is no example of it."""
    before = made.sentences[max(0, made.sentence[sentence.start] - 1)]
    named = families(made.doc)
    one, other = ({named[k] for k in s if named[k]} for s in (before, sentence))
    return before != sentence and likeness(frozenset(one), frozenset(other)) >= SAME


def _goes_on(doc: Doc, piece: Place) -> bool:
    """Whether the sentence of a passage announces the next point, and so supports none before it."""
    made = view(doc)
    sentence = made.sentences[made.sentence[token_at(made, piece[0])]]
    return (
        MORE_REASONS.found(made.lower, sentence[:HEAD])
        or made.lower[sentence.start] == "then"
        or "reason" in made.lower[sentence.start : sentence.start + 4]
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
