"""Signal phrases: sources named in the writer's own sentence."""

from __future__ import annotations

from spacy.tokens import Doc

from scorer.features.lexicons import attribution
from scorer.features.registry import feature
from scorer.pipeline.view import EssayView, shared

ENOUGH_PHRASES = 5


@feature(
    group="sources",
    label="sources named in the sentence",
    unit="count",
    direction="higher",
    source="after Hyland 1999 (academic attribution)",
)
def signal_phrases(doc: Doc) -> float:
    """Phrases that hand over to a source: *according to*, or a reporting verb with a name or *the author* as subject.

    0 to 5 (the cap); high: the reader knows who speaks, low: sources stay in brackets, or there are none.
    """
    return float(min(len(signal_phrases_at(doc)), ENOUGH_PHRASES))


@shared
def signal_phrases_at(made: EssayView) -> list[int]:
    """Subjects of reporting verbs that are sources, and the beginnings of "according to" and the like, in order."""
    named = [k for k, dep in enumerate(made.dep) if dep.startswith("nsubj") and _reports(made, k)]
    return sorted([*named, *attribution.ACCORDING.starts(made.lower, range(len(made)))])


def _reports(made: EssayView, subject: int) -> bool:
    """Whether the subject is a source and its verb reports.

    "said" after a name is mostly a story's dialogue and does not count.
    """
    verb, kind = made.head[subject], made.lower_lemma[subject] in attribution.SOURCE_NOUNS
    name = made.pos[subject] == "PROPN"
    reporting = made.lower_lemma[verb]
    if reporting in attribution.SPEECH:
        return kind or (name and made.tag[verb] == "VBZ")
    return (kind or name) and reporting in attribution.REPORTING
