"""Notes on the thesis: where it stands, how it is put, and whether the ending returns to it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from scorer.corrections import marks
from scorer.corrections.places import token_at
from scorer.features.argument import argument
from scorer.features.clauses import FINITE_TAGS
from scorer.features.lexicons.stance import FIRST_PERSON
from scorer.features.thesis import (
    opening,
    thesis_in_opening,
    thesis_obligation,
    thesis_previewed_reasons,
    thesis_question,
    thesis_restated_at_end,
    thesis_stance_verb,
)
from scorer.feedback.excerpts import denies, number, place_of, quoted, quoted_word, span, text_of, words_in
from scorer.feedback.flaws import is_model
from scorer.feedback.genre import is_answer, is_narrative, names_text, speaks_of_text
from scorer.feedback.notes import Note, finder
from scorer.feedback.patterns import BECAUSE, OBJECTIONS, OUGHT, PURPOSES, REASONED, UNSURE
from scorer.feedback.plain_thesis import has_plain_thesis, is_certain, tells_story
from scorer.feedback.position import (
    answered,
    comes_soon,
    end_of_opening,
    introduced,
    may_state,
    only_announces,
    opened,
    opening_may_state,
    opening_place,
    stated,
    taken_up,
    thesis_place,
)
from scorer.pipeline.view import EssayView, view

LONG_ENOUGH = 150
"""Words from which a text is an essay that takes a side, and no answer to a question on a text."""
MAY_STATE = 0.3
"""Chance of stating the position from which a sentence may well do so."""
SHORT_WORDS = 7
FULL_WORDS = 30
"""Words of a sentence that has no room for more."""
SHARED = 2
"""Families of words that an ending shares with the thesis where it takes it up."""
TURNING = frozenset({"however", "but", "although", "though", "still", "yet"})
"""First words of a sentence that answers something else than the thesis."""
HEAD = 8
"""Tokens in which a hedge bears on the whole thesis."""


@finder
def unclear(doc: Doc) -> Iterator[Note]:
    """No plain thesis, in a text that is no story: an announcement, what the opening says all the same, or nothing.

    What the opening states in so many words is shown, not doubted; where it only may state something, the student is
    asked which sentence does, if none is likely to.
    """
    if has_plain_thesis(doc) or tells_story(doc):
        return
    made, thesis = view(doc), argument(doc).thesis
    first = answered(doc)
    if first and FIRST_PERSON.isdisjoint(made.lower[first.start : first.stop]) and _goes_on(made, first):
        place = place_of(made, first)
        yield Note("answer_first", (place,), {"sentence": quoted(text_of(doc), place)})
    elif thesis.words and only_announces(doc) and not OUGHT.found(made.lower, thesis.sentences):
        place = place_of(made, thesis.sentences)
        yield Note("thesis_announcement", (place,), {"sentence": quoted(text_of(doc), place)})
    elif len(made.spelled) >= LONG_ENOUGH and not (
        opening_may_state(doc)
        or taken_up(doc)
        or speaks_of_text(doc)
        or is_narrative(doc)
        or is_answer(doc)
        or stated(doc)
        or may_state(made, made.worded_sentences[-1])
    ):
        place = opening_place(doc)
        yield Note("thesis_missing", (place,), {"opening": quoted(text_of(doc), place)})
    elif (
        len(made.spelled) >= LONG_ENOUGH
        and _hardly_stated(doc)
        and not (stated(doc) or speaks_of_text(doc) or is_narrative(doc) or is_answer(doc))
    ):
        place = opening_place(doc)
        yield Note("thesis_unclear", (place,), {"opening": quoted(text_of(doc), place)})


def _hardly_stated(doc: Doc) -> bool:
    """Whether no thesis was found, nor a sentence that may well be one."""
    return doc._.thesis is None and all(role.states < MAY_STATE for role in doc._.roles)


@finder
def position(doc: Doc) -> Iterator[Note]:
    """A plain thesis, as praise or as one that comes late."""
    if not has_plain_thesis(doc):
        return
    place, first = thesis_place(doc), opening(doc)
    fields = {"thesis": quoted(text_of(doc), place)}
    if thesis_in_opening(doc):
        if _gives_reason(doc):
            return  # praised for that: see ``form``
        if not is_certain(doc):
            return
        sided = (thesis_obligation(doc) or thesis_stance_verb(doc)) and not thesis_question(doc)
        whole = is_model(view(doc), argument(doc).thesis.sentences)
        yield Note("thesis_early" if sided and whole else "thesis_found", (place,), fields)
    elif not (
        is_narrative(doc)
        or opening_may_state(doc)
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
    elif thesis_previewed_reasons(doc) or not is_certain(doc):
        return  # the reason in that sentence may be somebody else's
    elif not thesis_in_opening(doc):
        return  # it should come sooner: see ``position``
    elif thesis.words <= SHORT_WORDS and not _reasons_near(doc):
        bare = span(doc._.thesis)
        yield Note("thesis_short", (bare,), {"thesis": quoted(text_of(doc), bare), "words": number(thesis.words)})
    elif words_in(made, thesis.sentences) <= FULL_WORDS and not _lists(doc) and not _reasons_near(doc):
        yield Note("thesis_without_reason", (sentence,), fields)


def _goes_on(made: EssayView, first: range) -> bool:
    """Whether a sound first sentence on a text is followed by another sentence on it."""
    following = [s for s in made.worded_sentences if s.start >= first.stop][:2]
    return is_model(made, first) and (not following or any(names_text(made, s) for s in following))


def _gives_reason(doc: Doc) -> bool:
    """Whether the thesis is followed by its reason, or the sentence begins with it."""
    made, sentence = view(doc), argument(doc).thesis.sentences
    after = range(introduced(doc).start, sentence.stop)
    if "reason" in made.lower[sentence.start : sentence.start + HEAD] or not thesis_previewed_reasons(doc):
        return False
    return any(
        _is_reason(made, k, sentence)
        for k in (*BECAUSE.starts(made.lower, after), *BECAUSE.starts(made.lower, sentence[:1]))
    )


def _is_reason(made: EssayView, k: int, sentence: range) -> bool:
    """Whether a clause follows a "because", or a noun a "due to"; "since" may only tell from when on."""
    timely = made.lower[k] == "since" and any(made.tag[j] == "VBD" for j in range(k, sentence.stop))
    careless = made.lower[k + 1 : k + 2] == ["i"] and denies(made, range(k, sentence.stop))  # "because i don't care"
    return not (timely or careless) and sentence.stop - k > 3


def _is_much(common: frozenset[str], whole: frozenset[str]) -> bool:
    """Whether two statements that have these families of words in common may say the same."""
    return len(common) >= SHARED and 2 * len(common) >= len(whole)


def _reasons_near(doc: Doc) -> bool:
    """Whether words that may give a reason stand in the sentence of the thesis, in the next one, or in the opening."""
    made, sentence = view(doc), argument(doc).thesis.sentences
    following = made.sentences[made.sentence[sentence.stop - 1] + 1 :][:1]
    if any(made.text[s.start : s.stop].count(",") > 1 for s in following):
        return True  # it may go through them
    near = (sentence, *following, *opened(doc))
    return (
        PURPOSES.found(made.lower, range(introduced(doc).start, sentence.stop))
        or any(REASONED.found(made.lower, s) for s in near[1:])
        or any(token_at(made, start) in s for start in _misspelled_because(doc) for s in near)
    )


def _misspelled_because(doc: Doc) -> list[int]:
    """Where words stand that are marked as a misspelled "because"."""
    return [mark.start for mark in marks(doc).get("spelling", ()) if "because" in mark.suggestions]


def _lists(doc: Doc) -> bool:
    """Whether the sentence of the thesis goes through several things, or goes on after a mark."""
    made, sentence = view(doc), argument(doc).thesis.sentences
    inside = range(introduced(doc).start, sentence.stop)
    told = [k for k in inside if made.text[k] in {",", ";", ":", "-", "—"}]
    on = any(made.tag[j] in FINITE_TAGS for k in told[:1] for j in range(k, sentence.stop))
    return on or sum(made.text[k] in {",", ";"} for k in sentence) >= 2


@finder
def return_to_it(doc: Doc) -> Iterator[Note]:
    """Whether the ending takes a plain thesis up."""
    made, parts = view(doc), argument(doc)
    thesis, conclusion = parts.thesis, parts.conclusion
    if not is_certain(doc) or conclusion.positions.start <= thesis.positions.start:
        return
    place = thesis_place(doc)
    again = parts.restatements[-1] if parts.restatements else None
    if again and made.lower[again.sentences.start] in TURNING:
        return
    same = again is not None and denies(made, again.positions) == denies(made, introduced(doc))
    if again and made.lower[again.sentences.start] in {"if", "because", "when"}:
        return  # a piece of a sentence
    if again and same and thesis_restated_at_end(doc) and _is_much(again.content & thesis.content, thesis.content):
        others = OBJECTIONS.found(made.lower, range(again.sentences.start, again.positions.start))
        first = again.positions.start if others else again.sentences.start
        last = place_of(made, range(first, again.positions.stop))
        fields = {"restatement": quoted(text_of(doc), last), "thesis": quoted(text_of(doc), place)}
        yield Note("thesis_restated", (last, place), fields)
    elif not again and thesis.content and not thesis.content & conclusion.content and not taken_up(doc):
        ending = span(doc._.conclusion)
        fields = {"ending": quoted(text_of(doc), ending), "thesis": quoted(text_of(doc), place)}
        yield Note("thesis_not_restated", (ending, place), fields)
