"""Essays sentence by sentence, as the models of sentences learn from them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from scorer.pipeline.argument.parts import Sentence, place_of, sentences_of, unbroken
from scorer.pipeline.argument.sentence_features import Features, sentence_features
from scorer.pipeline.load import annotate
from scorer.training.argument.corpus import read_aae
from scorer.training.argument.data import Read, flattened, read
from scorer.training.argument.marked import Marked, Span
from scorer.training.argument.written import components_of
from scorer.training.authored.corpus import read_authored

AUTHORED = Path(__file__).parents[3] / "training_data" / "authored"
"""What the project wrote itself."""


@dataclass(frozen=True)
class Form:
    """The sentences of an essay as it may be handed in: what is known of each, and what each does.

    ``states``: the position; ``gives``: a reason for it; ``opposes``: what the other side holds. The last two are None
    where nobody marked them.
    """

    rows: list[Features]
    states: list[bool]
    gives: list[bool] | None
    opposes: list[bool] | None


@dataclass(frozen=True)
class Example:
    """An essay as it is, and ``flat``: as one paragraph. ``group`` stays in one fold."""

    body: str
    group: str
    whole: Form
    flat: Form


def read_examples(nlp: Language, aae: Sequence[Path], marked: Iterable[Marked]) -> list[Example]:
    """All that the models of sentences learn from: the files of AAE, the marked essays, and the authored ones."""
    essays = [aae_example(read(nlp, essay), read(nlp, flattened(essay))) for essay in read_aae(*aae)]
    return [*essays, *other_examples(nlp, marked, AUTHORED)]


def aae_example(whole: Read, flat: Read) -> Example:
    """An essay of Argument Annotated Essays and its copy as one paragraph (``flattened``)."""
    return Example("AAE", whole.essay.id, _aae_form(whole), _aae_form(flat))


def _aae_form(essay: Read) -> Form:
    """Major claims state the position, claims give reasons or oppose."""
    parts = essay.essay.components
    major = [(c.start, c.end) for c in parts if c.label == "MajorClaim"]
    claims = [[(c.start, c.end) for c in parts if c.label == "Claim" and (c.stance == "Against") == against]
              for against in (False, True)]  # fmt: skip
    return _form(essay.rows, essay.sentences, major, *claims)


def other_examples(nlp: Language, marked: Iterable[Marked], authored: Path) -> Iterator[Example]:
    """The marked essays of other corpora, and the develop half of the authored ones."""
    for essay in marked:
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


def _example(doc: Doc, body: str, group: str, *spans: Sequence[Span] | None) -> Example:
    """The essay as it is, and the same sentences parted as those of one paragraph are."""
    sentences = sentences_of(doc)
    forms = (_form(sentence_features(doc, form), sentences, *spans) for form in (sentences, unbroken(sentences)))
    return Example(body, group, *forms)


def _form(
    rows: list[Features],
    sentences: Sequence[Sentence],
    positions: Sequence[Span] | None,
    reasons: Sequence[Span] | None,
    against: Sequence[Span] | None,
) -> Form:
    """A sentence does what a span is marked for if it shares more than half of the shorter of the two with it."""
    places = [place_of(sentence) for sentence in sentences]
    states = [_lies(place, positions or ()) for place in places]
    gives, opposes = (spans if spans is None else [_lies(p, spans) for p in places] for spans in (reasons, against))
    return Form(rows, states, gives, opposes)


def _lies(place: Span, spans: Iterable[Span]) -> bool:
    start, end = place
    return any(2 * (min(end, b) - max(start, a)) > min(end - start, b - a) for a, b in spans)
