"""Notes on the thesis: where it stands, how it is put, and whether the ending returns to it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from scorer.features.argument import argument
from scorer.features.clauses import FINITE_TAGS
from scorer.features.thesis import (
    opening,
    thesis_in_opening,
    thesis_obligation,
    thesis_previewed_reasons,
    thesis_question,
    thesis_restated_at_end,
    thesis_stance_verb,
)
from scorer.feedback.excerpts import number, place_of, quoted, quoted_word, span, text_of, words_in
from scorer.feedback.notes import Note, finder
from scorer.feedback.patterns import BECAUSE, UNSURE
from scorer.feedback.position import (
    closest,
    comes_soon,
    end_of_opening,
    has_plain_thesis,
    introduced,
    only_announces,
    opened,
    opening_may_state,
    opening_place,
    tells_story,
    thesis_place,
)
from scorer.pipeline.view import EssayView, view

CERTAIN = 0.75
"""Confidence from which the thesis is praised as a position."""
LIKELY = 0.4
"""Confidence from which a finding in the opening is asked about."""
SHORT_WORDS = 7
FULL_WORDS = 30
"""Words of a sentence that has no room for more."""
SHARED = 2
"""Families of words that an ending shares with the thesis where it takes it up."""
HEAD = 8
"""Tokens in which a hedge bears on the whole thesis."""


@finder
def unclear(doc: Doc) -> Iterator[Note]:
    """No plain thesis: an announcement, the sentence that comes closest, or where one is expected."""
    if has_plain_thesis(doc):
        return
    made, thesis, near = view(doc), argument(doc).thesis, closest(doc)
    story = tells_story(doc)
    if story:
        place = place_of(made, story)
        yield Note("story_thesis", (place,), {"sentence": quoted(text_of(doc), place)})
    elif thesis.words and only_announces(doc):
        place = place_of(made, thesis.sentences)
        yield Note("thesis_announcement", (place,), {"sentence": quoted(text_of(doc), place)})
    elif near or _may_be_meant(doc):
        place = place_of(made, near) if near else thesis_place(doc)
        yield Note("thesis_doubtful", (place,), {"thesis": quoted(text_of(doc), place)})
    else:
        place = opening_place(doc)
        yield Note("thesis_missing", (place,), {"opening": quoted(text_of(doc), place)})


@finder
def position(doc: Doc) -> Iterator[Note]:
    """A plain thesis, as praise or as one that comes late."""
    if not has_plain_thesis(doc):
        return
    place, first = thesis_place(doc), opening(doc)
    fields = {"thesis": quoted(text_of(doc), place)}
    if thesis_in_opening(doc):
        sided = (thesis_obligation(doc) or thesis_stance_verb(doc)) and not thesis_question(doc)
        plain = sided and doc._.thesis.confidence >= CERTAIN
        yield Note("thesis_early" if plain else "thesis_found", (place,), fields)
    elif not (
        opening_may_state(doc)
        or comes_soon(doc)
        or any(item.positions.start in first for item in argument(doc).restatements)
    ):
        end = end_of_opening(doc)
        yield Note("thesis_late", (place, end), fields | {"opening": quoted(text_of(doc), end)})


@finder
def form(doc: Doc) -> Iterator[Note]:
    """What a plain thesis leaves open."""
    if not has_plain_thesis(doc):
        return
    made, thesis = view(doc), argument(doc).thesis
    sentence, place = place_of(made, thesis.sentences), thesis_place(doc)
    fields = {"sentence": quoted(text_of(doc), sentence), "thesis": quoted(text_of(doc), place)}
    if thesis_question(doc):
        yield Note("thesis_question", (sentence,), fields)
    hedge = next((k for k in introduced(doc)[:HEAD] if made.lower[k] in UNSURE), None)
    if hedge is not None:
        yield Note("thesis_unsure", (place_of(made, [hedge]), place), fields | {"hedge": quoted_word(made.text[hedge])})
    if _gives_reason(doc):
        yield Note("thesis_with_reason", (sentence,), fields)
    elif thesis_previewed_reasons(doc):
        return  # the reason in that sentence may be somebody else's
    elif not thesis_in_opening(doc):
        return  # it should come sooner: see ``position``
    elif thesis.words <= SHORT_WORDS:
        bare = span(doc._.thesis)
        yield Note("thesis_short", (bare,), {"thesis": quoted(text_of(doc), bare), "words": number(thesis.words)})
    elif words_in(made, thesis.sentences) <= FULL_WORDS and not _lists(doc) and not _goes_on(made, thesis.sentences):
        yield Note("thesis_without_reason", (sentence,), fields)


def _may_be_meant(doc: Doc) -> bool:
    """Whether the thesis that was found is likely enough to be asked about: early, and not all too unsure."""
    thesis = argument(doc).thesis
    early = any(thesis.positions.start in sentence for sentence in opened(doc)) if thesis.words else False
    return early and doc._.thesis.confidence >= LIKELY and any(view(doc).tag[k] in FINITE_TAGS for k in introduced(doc))


def _gives_reason(doc: Doc) -> bool:
    """Whether the thesis is followed by its reason, or the sentence begins with it."""
    made, sentence = view(doc), argument(doc).thesis.sentences
    after = range(introduced(doc).start, sentence.stop)
    if "reason" in made.lower[sentence.start : sentence.start + HEAD] or not thesis_previewed_reasons(doc):
        return False
    return BECAUSE.found(made.lower, after) or BECAUSE.found(made.lower, sentence[:1])


def _goes_on(made: EssayView, sentence: range) -> bool:
    """Whether the next sentence begins with the reason."""
    return sentence.stop < len(made) and BECAUSE.opens(made.lower, sentence.stop, 2)


def _lists(doc: Doc) -> bool:
    """Whether the sentence of the thesis goes through several things, which may be its reasons."""
    made = view(doc)
    return sum(made.text[k] in {",", ";"} for k in argument(doc).thesis.sentences) >= 2


@finder
def return_to_it(doc: Doc) -> Iterator[Note]:
    """Whether the ending takes a plain thesis up."""
    parts = argument(doc)
    thesis, conclusion = parts.thesis, parts.conclusion
    if not has_plain_thesis(doc) or conclusion.positions.start <= thesis.positions.start:
        return
    place = thesis_place(doc)
    again = parts.restatements[-1] if parts.restatements else None
    if again and thesis_restated_at_end(doc) and len(again.content & thesis.content) >= SHARED:
        last = span(doc._.restatements[-1])
        fields = {"restatement": quoted(text_of(doc), last), "thesis": quoted(text_of(doc), place)}
        yield Note("thesis_restated", (last, place), fields)
    elif not again and thesis.content and not thesis.content & conclusion.content:
        ending = span(doc._.conclusion)
        fields = {"ending": quoted(text_of(doc), ending), "thesis": quoted(text_of(doc), place)}
        yield Note("thesis_not_restated", (ending, place), fields)
