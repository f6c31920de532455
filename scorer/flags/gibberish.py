"""Text that means nothing: words drawn at random, broken sentences, learned-sounding frames, keys hit at random."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from spacy.tokens import Doc

from scorer.assessment import Flag
from scorer.features.arithmetic import ratio
from scorer.flags.finding import Finding, cut, percent, places, words_in
from scorer.flags.linear import linear
from scorer.flags.punctuation import lacks_full_stops
from scorer.flags.sense import MEASURES, measures
from scorer.flags.sentences import stop_words
from scorer.pipeline.annotations import text_of
from scorer.pipeline.view import EssayView, view

KINDS = {
    "salad": "the words do not form sentences",
    "chain": "phrases follow each other, but the sentences do not hold together",
    "frames": "the sentences have a form, but their words have nothing to do with each other",
}
"""Kinds of nonsense -> what is seen. The weights were fitted on essays against each kind (``tests/gaming/fit.py``)."""
FEWEST_WORDS = {"salad": 60, "chain": 150, "frames": 150}
"""Words below which the statistics of a text are too rough to judge it."""
ENOUGH_WORDS = 150
"""Words below which such a text is scored all the same, and loses nothing: a beginner's few lines may look like it."""
HEAP_WORDS = 8
HEAP_GRAMMAR = 0.12
"""Share of grammatical words up to which a sentence of ``HEAP_WORDS`` and more is a heap of words (essays: 3 in 10,000
sentences, mostly lists)."""
SAID_GRAMMAR, SAID_AGAIN, SAID_WORDS, SAID_RUN = 0.35, 0.15, 6, 4
"""With more words of grammar it is a heap where it says its words again: share of its other words that it had before,
so many of them at least, and a run of them without grammar (6 in 10,000 sentences of essays, before names and commas
are looked at; 86% of heaps of an assignment's words)."""
LISTED_AGAIN = 0.1
"""The same share from which commas do not make a list of it."""
MASHED = 0.6
"""Share of unknown words from which a sentence of four words or more was typed at random, or in no known language."""
MASHED_WORDS = 4
PARTLY = 2
"""Such sentences from which a teacher should look."""


def gibberish(doc: Doc) -> Iterator[Finding]:
    """The whole text, where it makes no sense; else its sentences that are heaps of words."""
    made = view(doc)
    words = len(made.spelled)
    # without full stops, phrases that belong together look as if they did not
    stopped = not lacks_full_stops(made)
    kinds = [k for k in KINDS if words >= FEWEST_WORDS[k] and (k == "salad" or stopped)]
    if kinds:
        values = measures(made)
        scores = {kind: linear("sense", kind, MEASURES) for kind in kinds}
        found = {kind: model.log_odds(values) - model.thresholds["review"] for kind, model in scores.items()}
        kind = max(found, key=found.__getitem__)
        if found[kind] > 0:
            enough = words >= ENOUGH_WORDS
            sure = enough and found[kind] > scores[kind].thresholds["block"] - scores[kind].thresholds["review"]
            yield Finding(
                Flag(
                    code="gibberish",
                    severity="block" if sure else "review",
                    message=(
                        f"The text could not be read as an essay: {KINDS[kind]}, so it was not scored."
                        if sure
                        else f"Please read this text yourself before trusting the score: {KINDS[kind]}."
                    ),
                    spans=places(made, made.paragraphs),
                ),
                unclear=float(enough),
            )
            return
    yield from _heaps(doc, made)


def _heaps(doc: Doc, made: EssayView) -> Iterator[Finding]:
    heaps = [span for span in made.worded_sentences if is_heap(made, span)]
    if len(heaps) >= PARTLY:
        found = places(made, heaps)
        share = words_in(made, heaps) / len(made.spelled)
        yield Finding(
            Flag(
                code="gibberish",
                severity="review",
                message=f"{len(heaps)} sentences ({percent(share)} of the words) are rows of words that form no "
                "statement; they were not counted.",
                spans=found,
            ),
            cut(text_of(doc), found),
        )


def is_heap(made: EssayView, span: range) -> bool:
    """Whether a sentence is words in a row: hardly a word of grammar, or hardly a word that English has."""
    words = [k for k in span if made.is_word[k]]
    unknown = len([k for k in words if made.zipf[k] < 1.5])
    if len(words) >= MASHED_WORDS and unknown >= MASHED * len(words):
        return not any(made.text[k].isdigit() for k in span)
    again = _said_again(made, words) if len(words) >= HEAP_WORDS else None
    if again is None:
        return False
    names = sum(made.text[k][0].isupper() for k in words)
    commas = sum(made.text[k] in {",", ";", ":"} for k in span)
    return names <= 0.3 * len(words) and (commas <= 0.15 * len(words) or again >= LISTED_AGAIN)


def _said_again(made: EssayView, words: list[int]) -> float | None:
    """Share of a heap's words without grammar that it had before; None for a sentence that is no heap: of a heap hardly
    one word is grammar, or few are and the others are said again and again."""
    stops = stop_words(made.doc)
    grammar = [stops[k] for k in words]
    share = grammar.count(True) / len(words)
    if share > SAID_GRAMMAR:
        return None
    other = [made.lower_lemma[k] for k, stop in zip(words, grammar, strict=True) if not stop]
    run = max((len(list(group)) for stop, group in groupby(grammar) if not stop), default=0)
    again = ratio(len(other) - len(set(other)), len(other))
    said = len(other) >= SAID_WORDS and run >= SAID_RUN and again >= SAID_AGAIN
    return again if said or share <= HEAP_GRAMMAR else None
