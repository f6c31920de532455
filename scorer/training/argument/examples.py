"""Essays sentence by sentence, as the models of sentences learn from them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from scorer.pipeline.argument.parts import place_of, sentences_of, unbroken
from scorer.pipeline.argument.sentence_features import Features, sentence_features
from scorer.pipeline.load import annotate
from scorer.training.argument.corpus import read_aae
from scorer.training.argument.data import Read, read
from scorer.training.argument.marked import Marked, Span
from scorer.training.argument.pairs import read_pairs
from scorer.training.argument.written import components_of
from scorer.training.authored.corpus import read_authored

AUTHORED = Path(__file__).parents[3] / "training_data" / "authored"
"""What the project wrote itself."""


@dataclass(frozen=True)
class Example:
    """An essay: for each sentence its features, and what it does. ``group`` stays in one fold.

    ``flat`` are the features without paragraphs, from which the models learn as well. ``states``: the position;
    ``gives``: a reason for it; ``opposes``: what the other side holds. The last two are None where nobody marked them.
    """

    body: str
    group: str
    rows: list[Features]
    flat: list[Features]
    states: list[bool]
    gives: list[bool] | None
    opposes: list[bool] | None


def read_examples(nlp: Language, aae: Sequence[Path], marked: Iterable[Marked]) -> list[Example]:
    """All that the models of sentences learn from: the files of AAE, the marked essays, and the authored ones."""
    essays = [aae_example(read(nlp, essay)) for essay in read_aae(*aae)]
    return [*essays, *other_examples(nlp, marked, AUTHORED)]


def aae_example(essay: Read) -> Example:
    """An essay of Argument Annotated Essays: major claims state the position, claims give reasons or oppose."""
    parts = essay.essay.components
    major = [(c.start, c.end) for c in parts if c.label == "MajorClaim"]
    claims = [[(c.start, c.end) for c in parts if c.label == "Claim" and (c.stance == "Against") == against]
              for against in (False, True)]  # fmt: skip
    return _example(essay.doc, "AAE", essay.essay.id, major, *claims)


def other_examples(nlp: Language, marked: Iterable[Marked], authored: Path) -> Iterator[Example]:
    """The marked essays of other corpora, the pairs that are for this, and the develop half of the authored ones."""
    pairs = (side.marks for pair in read_pairs("sentences") for side in pair)
    for essay in (*marked, *pairs):
        support = (essay.support.giving, essay.support.against) if essay.support else (None, None)
        doc = annotate(nlp, essay.text)
        yield _example(doc, essay.corpus, f"{essay.corpus} {essay.id}", essay.positions, *support)
    for written in read_authored(authored):
        if written.gold.split == "develop":
            parts = components_of(written.gold.structure)
            spans = [
                [(c.start, c.end) for c in parts if (c.label, c.stance) == kind]
                for kind in (("MajorClaim", None), ("Claim", "For"), ("Claim", "Against"))
            ]
            yield _example(annotate(nlp, written.text), "authored", written.gold.prompt, *spans)


def _example(
    doc: Doc,
    body: str,
    group: str,
    positions: Sequence[Span],
    reasons: Sequence[Span] | None,
    against: Sequence[Span] | None,
) -> Example:
    """A sentence does what a span is marked for if it shares more than half of the shorter of the two with it."""
    sentences = sentences_of(doc)
    places = [place_of(sentence) for sentence in sentences]
    states = [_lies(place, positions) for place in places]
    gives, opposes = (spans if spans is None else [_lies(p, spans) for p in places] for spans in (reasons, against))
    rows, flat = (sentence_features(doc, form) for form in (sentences, unbroken(sentences)))
    return Example(body, group, rows, flat, states, gives, opposes)


def _lies(place: Span, spans: Iterable[Span]) -> bool:
    start, end = place
    return any(2 * (min(end, b) - max(start, a)) > min(end - start, b - a) for a, b in spans)
