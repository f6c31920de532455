"""Which sentences of an essay may hold the writer's position, and how the thesis is quoted."""

from __future__ import annotations

import re
from collections.abc import Callable

from spacy.tokens import Doc

from scorer.features.argument import argument
from scorer.features.capitals import FINAL_MARKS
from scorer.features.clauses import FINITE_TAGS
from scorer.features.content import families
from scorer.features.lexicons.stance import EVALUATION, FIRST_PERSON, REASON_CUES, STANCE_VERBS
from scorer.features.thesis import opening, states_position, thesis_stance_verb
from scorer.feedback.excerpts import is_own, place_of, text_of, words_in
from scorer.feedback.genre import tells_own_case
from scorer.feedback.notes import Place
from scorer.feedback.patterns import (
    ANALYSED,
    ANNOUNCEMENTS,
    CHOICES,
    DECREES,
    JUDGING,
    MORE_REASONS,
    OBJECTIONS,
    ONE_TEXT,
    OUGHT,
    SOURCE_WORDS,
    STATED,
    SUBORDINATE_OPENERS,
)
from scorer.pipeline.view import EssayView, shared, view

LEAD = 8
"""Words of introduction that are quoted with the thesis."""
HEAD = 8
"""Tokens in which a sentence is handed to others."""
JOINING = frozenset({"and", "but", "so", "or", "because", ","})
UNREAL = frozenset({"if", "when"})
"""First words of sentences about what might be."""
PAST = frozenset({"thought", "believed", "felt"})
OTHERWISE = frozenset({"hold", "side", "object", "maintain", "encourage", "urge"})
"""Verbs of stance that mostly mean something else in a story."""
SPOKEN = STANCE_VERBS - OTHERWISE
VIEWS = frozenset({"opinion", "view", "perspective"})
ASIDE = frozenset({"also", "another"})
"""First words of one more thing that the writer thinks."""
THINK_SO = ["i", "think", "that", "because"]
"""The head of a reason for the sentence before."""
_STOP = re.compile(r"(?<=[a-z0-9]{3})[.!?](?=\s+[A-Z])|(?<=\s[0-9])[.!?](?=\s+[A-Z])")
"""The end of a sentence that the parser ran over."""
FULL = 20
"""Words that an opening has at least."""
ENDING = 4
"""Last sentences of the last paragraph in which a main point comes back."""
NAMED = 12
"""First tokens of a sentence in which it names the text that it is about."""
POINTING = frozenset({"they", "it", "he", "she", "this", "that", "these", "those"})
RIVALS = 10
"""Sentences from the first on among which another may be the main point."""
SOON = 60
"""Words after which a thesis does not come late."""
SHARED = 2
"""Families of words that a sentence shares with the thesis where it may say the same."""
TELLING = 5
"""Words of a sentence after which a thesis could be set; shorter ones are names and headings."""


def only_announces(doc: Doc) -> bool:
    """Whether the sentence of the thesis says what the essay will do, and not what the writer thinks."""
    return ANNOUNCEMENTS.found(view(doc).lower, argument(doc).thesis.sentences) and not thesis_stance_verb(doc)


def introduced(doc: Doc) -> range:
    """The positions of the thesis with the words that introduce it, where they are few or say "I believe"."""
    made, thesis = view(doc), argument(doc).thesis
    first = start = thesis.positions.start
    while start > thesis.sentences.start and made.is_word[start - 1]:
        start -= 1
    while start < first and made.lower[start] in JOINING:
        start += 1
    near = range(start if first - start <= LEAD else first, thesis.positions.stop)
    if states(made, near) or not states(made, range(thesis.sentences.start, thesis.positions.stop)):
        return near
    return next(  # from the last "I" that states it
        part
        for k in range(first, thesis.sentences.start - 1, -1)
        if states(made, part := range(k, thesis.positions.stop))
    )


def thesis_place(doc: Doc) -> Place:
    """Offsets of the thesis with its introduction, up to the end of its first sentence."""
    start, end = place_of(view(doc), introduced(doc))
    stop = _STOP.search(text_of(doc), start, end)
    return start, stop.end() if stop else end


def states(made: EssayView, stretch: range) -> bool:
    return states_position(made, stretch) or STATED.found(made.lower, stretch)


@shared
def stated(made: EssayView) -> range | None:
    """The first sentence, of the opening if possible, in which the writer says what he or she thinks."""
    return _first(made, opened(made.doc), _says) or _first(made, made.worded_sentences, _says)


@shared
def answered(made: EssayView) -> range | None:
    """The first sentence, where it says something of the text that the essay is about."""
    return _first(made, opened(made.doc)[:1], _analyses)


@shared
def meant(made: EssayView) -> range | None:
    """What may be the main point: the sentence of the opening that the ending takes up most, where it takes a side.

    None where the writer says elsewhere what he or she thinks, or where what the ending takes up takes no side.
    """
    if stated(made.doc) is not None:
        return None
    best = taken_up(made.doc)
    if best is None or _is_aside(made, best) or _has_rival(made, best):
        return None
    return _first(made, [best], _demands)


def _has_rival(made: EssayView, best: range) -> bool:
    """Whether another sentence early on may have as good a claim: the best says nothing of what should be done."""
    early = [s for s in made.worded_sentences[:RIVALS] if s.start != best.start]
    if made.lower[best.start] in POINTING or not _demands(made, best):
        return True
    return any(ANNOUNCEMENTS.found(made.lower, s) or made.lower[s.start] == "here" for s in early)


@shared
def taken_up(made: EssayView) -> range | None:
    """The sentence of the opening that shares most words with the ending; None where they share hardly any."""
    named = families(made.doc)
    last = made.worded_paragraphs[-1]
    tail = [s for s in made.worded_sentences if s.start >= last.start][-ENDING:]
    ended = {named[k] for sentence in tail for k in sentence if named[k]}
    counts = {
        s: len({named[k] for k in s if named[k]} & ended)
        for s in opened(made.doc)
        if s not in tail and made.text[s.stop - 1] != "?"
    }
    best = max(counts, key=lambda s: counts[s], default=None)
    return best if best is not None and counts[best] >= SHARED else None


def _is_aside(made: EssayView, sentence: range) -> bool:
    """Whether a sentence gives one of several points, tells the writer's own case, or speaks of a text."""
    head = sentence[:HEAD]
    return (
        made.lower[sentence.start] in SUBORDINATE_OPENERS
        or MORE_REASONS.found(made.lower, head)
        or "reason" in made.lower[head.start : head.stop]
        or tells_own_case(made, sentence)
        or SOURCE_WORDS.found(made.lower, sentence)
    )


def _judges(made: EssayView, sentence: range) -> bool:
    return made.lower[sentence.start] not in UNREAL and any(made.lemma[k].lower() in EVALUATION for k in sentence)


@shared
def demanded(made: EssayView) -> range | None:
    """The last sentence of the opening that says what should be done."""
    return _first(made, opened(made.doc)[::-1], _demands)


def first_full(doc: Doc) -> range:
    """The first sentence that is more than a name or a heading."""
    made = view(doc)
    return next((s for s in made.worded_sentences if words_in(made, s) >= TELLING), made.worded_sentences[0])


@shared
def said_plainly(made: EssayView) -> range | None:
    """The sentence in which the writer says what he or she thinks, or what should be done."""
    return _first(made, opened(made.doc), _says) or demanded(made.doc) or _first(made, made.worded_sentences, _says)


def opening_may_state(doc: Doc) -> bool:
    """Whether a sentence of the opening says what should be, judges or gives a reason, and so may be the thesis."""
    return any(may_state(view(doc), sentence) for sentence in opened(doc))


def may_state(made: EssayView, sentence: range) -> bool:
    """Whether a sentence, no question, takes a side in any of the ways that are known here."""
    return made.text[sentence.stop - 1] != "?" and (
        _says(made, sentence)
        or OUGHT.found(made.lower, sentence)
        or any(made.lemma[k].lower() in EVALUATION | JUDGING for k in sentence)
        or REASON_CUES.found(made.lower, sentence)
        or CHOICES.found(made.lower, sentence)
    )


def comes_soon(doc: Doc) -> bool:
    """Whether the thesis stands in the opening, greeting and questions before it left out, or what it says does."""
    made, thesis = view(doc), argument(doc).thesis
    begun = opened(doc)
    if any(thesis.positions.start in sentence for sentence in begun):
        return True
    if words_in(made, range(thesis.positions.start)) <= SOON:
        return True
    named = families(doc)
    return any(len(thesis.content & {named[k] for k in sentence if named[k]}) >= SHARED for sentence in begun)


def opening_place(doc: Doc) -> Place:
    """Offsets of the opening's sentences, from the first full one."""
    made, begun = view(doc), opened(doc)
    full = [sentence for sentence in begun if words_in(made, sentence) >= TELLING]
    return place_of(made, range(full[0].start, begun[-1].stop)) if full else place_of(made, first_full(doc))


def end_of_opening(doc: Doc) -> Place:
    """The last full sentence of the opening."""
    made = view(doc)
    full = [sentence for sentence in opened(made.doc) if words_in(made, sentence) >= TELLING]
    return place_of(made, full[-1] if full else first_full(doc))


def _first(made: EssayView, sentences: list[range], wanted: Callable[[EssayView, range], bool]) -> range | None:
    """The first wanted sentence that has a verb, is no question and hands nothing to others."""
    for sentence in sentences:
        if made.text[sentence.stop - 1] == "?" or FINITE_TAGS.isdisjoint(made.tag[sentence.start : sentence.stop]):
            continue
        if made.lower[sentence.start : sentence.start + 2] == ["for", "example"] or words_in(made, sentence) < TELLING:
            continue
        if wanted(made, sentence) and not _is_handed(made, sentence):
            return sentence
    return None


def _is_handed(made: EssayView, sentence: range) -> bool:
    """Whether a sentence is begun by others ("some say"), and not taken up by the writer behind a comma."""
    if is_decreed(made, sentence):
        return True
    if not OBJECTIONS.found(made.lower, sentence[:HEAD]):
        return False
    comma = next((k for k in sentence if made.text[k] == ","), None)
    return comma is None or not states(made, range(comma, sentence.stop))


def is_decreed(made: EssayView, sentence: range) -> bool:
    """Whether a sentence tells what others decided or want: "the council decided that"."""
    return any(
        made.dep[k].startswith("nsubj")
        and made.lemma[made.head[k]].lower() in DECREES
        and made.lower[k] not in FIRST_PERSON | {"you"}
        for k in sentence[:HEAD]
    )


@shared
def opened(made: EssayView) -> list[range]:
    """Sentences of the opening; date and greeting of a letter alone are none, so more paragraphs are taken.

    Of a last paragraph, the first third.
    """
    stop = opening(made.doc).stop
    for paragraph in made.worded_paragraphs:
        if words_in(made, range(stop)) >= FULL:
            break
        last = paragraph.stop >= made.worded_paragraphs[-1].stop
        stop = max(stop, paragraph.start + len(paragraph) // 3 if last else paragraph.stop)
    return [sentence for sentence in made.worded_sentences if sentence.start < stop]


def _says(made: EssayView, sentence: range) -> bool:
    """Whether the writer says "I believe" or the like, and does not tell what once was thought."""
    spoken = STATED.found(made.lower, sentence) or any(
        made.lemma[k].lower() in SPOKEN or made.lower[k] in VIEWS for k in sentence
    )
    if not spoken or made.lower[sentence.start] in ASIDE or explains(made, sentence):
        return False
    past = not PAST.isdisjoint(made.lower[sentence.start : sentence.stop]) or not is_own(made, sentence)
    return not past and states(made, sentence)


def explains(made: EssayView, sentence: range) -> bool:
    """Whether a sentence gives the reason for the one before: "I think that because"."""
    return made.lower[sentence.start : sentence.start + 4] in (THINK_SO, [*THINK_SO[:2], "this", "because"])


def _demands(made: EssayView, sentence: range) -> bool:
    return made.lower[sentence.start] not in UNREAL and OUGHT.found(made.lower, sentence[1:])


def _analyses(made: EssayView, sentence: range) -> bool:
    """Whether the subject of the sentence, or what stands with it, is a text, its author or a person in it."""
    marked = made.text[sentence.stop - 1] in FINAL_MARKS
    return marked and (
        ONE_TEXT.found(made.lower, sentence[:NAMED])
        or (made.lemma[sentence.start].lower() in ANALYSED and not is_own(made, sentence))
    )
