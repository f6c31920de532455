"""Notes on the thesis: where it stands, how it is put, and whether the ending returns to it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from scorer.features.argument import argument
from scorer.features.thesis import (
    opening,
    thesis_announcement,
    thesis_in_opening,
    thesis_previewed_reasons,
    thesis_question,
    thesis_restated_at_end,
    thesis_stance,
)
from scorer.features.view import view
from scorer.feedback.excerpts import number, place_of, quoted, quoted_word, sentence_at, span
from scorer.feedback.notes import Note, Place, finder
from scorer.feedback.patterns import UNSURE
from scorer.pipeline.annotations import Found

SURE = 0.6
"""Confidence from which the finding is shown as the thesis without asking."""
SHORT_WORDS = 7


@finder
def missing(doc: Doc) -> Iterator[Note]:
    """No thesis was found: where it is expected."""
    if doc._.thesis is None:
        place = _end_of_opening(doc)
        yield Note("thesis_missing", (place,), {"opening": quoted(doc.text, place)})


@finder
def found(doc: Doc) -> Iterator[Note]:
    """The thesis, as praise, as a doubt, or as one that comes late."""
    thesis = doc._.thesis
    if not argument(doc).thesis.words:
        return
    place = _thesis(doc)
    fields = {"thesis": quoted(doc.text, place)}
    if thesis.confidence < SURE:
        yield Note("thesis_doubtful", (place,), fields)
    elif thesis_in_opening(doc):
        code = "thesis_early" if thesis_stance(doc) else "thesis_found"
        yield Note(code, (place,), fields)
    elif not any(_opens(doc, again) for again in doc._.restatements):
        end = _end_of_opening(doc)
        yield Note("thesis_late", (place, end), fields | {"opening": quoted(doc.text, end)})


@finder
def form(doc: Doc) -> Iterator[Note]:
    """What the sentence of the thesis does instead of stating a position, or leaves out."""
    made, thesis = view(doc), argument(doc).thesis
    if not thesis.words or doc._.thesis.confidence < SURE:
        return
    sentence, place = place_of(made, thesis.sentences), _thesis(doc)
    fields = {"sentence": quoted(doc.text, sentence), "thesis": quoted(doc.text, place)}
    if thesis_question(doc):
        yield Note("thesis_question", (sentence,), fields)
    elif thesis_announcement(doc) and not thesis_stance(doc):
        yield Note("thesis_announcement", (sentence,), fields)
    for k in UNSURE.starts(made.lower, thesis.introduced):
        yield Note("thesis_unsure", (place_of(made, [k]), place), fields | {"hedge": quoted_word(made.text[k])})
        break
    if thesis_previewed_reasons(doc):
        yield Note("thesis_with_reason", (sentence,), fields)
    elif thesis.words <= SHORT_WORDS:
        yield Note("thesis_short", (place,), fields | {"words": number(thesis.words)})
    else:
        yield Note("thesis_without_reason", (sentence,), fields)


@finder
def return_to_it(doc: Doc) -> Iterator[Note]:
    """Whether the ending takes the thesis up."""
    parts = argument(doc)
    thesis, conclusion = parts.thesis, parts.conclusion
    if not thesis.words or conclusion.positions.start <= thesis.positions.start:
        return
    if thesis_restated_at_end(doc):
        last = doc._.restatements[-1]
        fields = {"restatement": quoted(doc.text, span(last)), "thesis": quoted(doc.text, _thesis(doc))}
        yield Note("thesis_restated", (span(last), _thesis(doc)), fields)
    elif not thesis.content & conclusion.content and thesis.content:
        places = span(doc._.conclusion), _thesis(doc)
        fields = {"ending": quoted(doc.text, places[0]), "thesis": quoted(doc.text, places[1])}
        yield Note("thesis_not_restated", places, fields)


def _thesis(doc: Doc) -> Place:
    """The thesis with the words that introduce it since the last comma ("I believe that")."""
    made, thesis = view(doc), argument(doc).thesis
    start = thesis.positions.start
    while start > thesis.lead and made.is_word[start - 1]:
        start -= 1
    return place_of(made, range(start, thesis.positions.stop))


def _opens(doc: Doc, item: Found) -> bool:
    made, stretch = view(doc), opening(doc)
    return bool(stretch) and item.start <= made.start[stretch.stop - 1]


def _end_of_opening(doc: Doc) -> Place:
    """The last sentence of the opening."""
    made, stretch = view(doc), opening(doc)
    return place_of(made, sentence_at(made, stretch.stop - 1 if stretch else 0))
