"""Sentences on another subject than the essay's."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from scorer.assessment import Flag
from scorer.flags.finding import Finding, cut, percent, places, words_in
from scorer.flags.foreign import foreign, subjects
from scorer.flags.second_subject import second_subject
from scorer.pipeline.annotations import text_of
from scorer.pipeline.view import view


def unrelated_text(doc: Doc) -> Iterator[Finding]:
    """The part of the essay that speaks of something else."""
    said = subjects(doc)
    if said is None:
        return
    found = second_subject(said, foreign(doc))
    if not found.doubt:
        return
    made = view(doc)
    away, doubted = (
        [span for span, far in zip(made.worded_sentences, mask, strict=True) if far]
        for mask in (found.other, found.doubted)
    )
    sure = found.doubt == 1
    spots, doubts = places(made, away), places(made, doubted)
    more = len(doubted) > len(away)
    share = words_in(made, away) / len(made.spelled)
    surely = f"About {percent(share)} of the words seem to be on another subject than the rest; they were not counted."
    yield Finding(
        Flag(
            code="unrelated_text",
            severity="review" if sure else "info",
            message=(surely + " What else may be on it does not raise the score." if more else surely)
            if sure
            else "Some sentences may be on another subject than the rest; what they add to the score counts in part, "
            "or not at all.",
            spans=spots if sure else doubts,
        ),
        set_aside=cut(text_of(doc), spots) if sure else (),
        doubted=cut(text_of(doc), doubts) if more or not sure else (),
        doubt=min(1.0, 2 * found.doubt),  # certain half way to where a teacher should look
        unclear=found.doubt,
    )
