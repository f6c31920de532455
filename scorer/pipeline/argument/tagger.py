"""Two chains: one finds where components begin and end, the other tells which kind each is.

Between them a chooser decides which of the first chain's probable readings of a sentence is right, with trees that tell
whether a sentence argues at all.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate, pairwise
from math import exp
from pathlib import Path
from statistics import fmean

from spacy.tokens import Doc

from scorer import trees
from scorer.numbered import Features
from scorer.pipeline.argument import word_classes
from scorer.pipeline.argument.boundaries import TEMPLATES, boundary_features
from scorer.pipeline.argument.components import Component
from scorer.pipeline.argument.labels import NOTHING, plain
from scorer.pipeline.argument.odds import log_odds
from scorer.pipeline.argument.parse import Parse
from scorer.pipeline.argument.parts import Sentence, places_of
from scorer.pipeline.argument.readings import Chooser, Reading, likely_readings, undecided
from scorer.pipeline.argument.segments import Segment, segment_features
from scorer.pipeline.argument.word_classes import NO_CLASSES, WordClasses
from scorer.pipeline.chain import storage
from scorer.pipeline.chain.crf import Crf
from scorer.pipeline.chain.sentences import marginals
from scorer.pipeline.chain.templates import Weights
from scorer.trees import Trees

BOUNDARIES, READINGS, KINDS, CALIBRATION = "boundaries", "readings.json", "kinds", "calibration.json"
ARGUING, CLASSES = "arguing", "classes.tsv"

Calibration = Mapping[str, tuple[float, float, float]]
"""For each label the constant and the weights of the two chains' log-odds."""

UNCALIBRATED = (0.0, 1.0, 0.0)
"""For a label of which training saw too little to fit anything: the second chain's own probability."""


@dataclass(frozen=True)
class Tagged:
    """A segment with what the chains think of it: ``inside`` is the first chain's mean probability that its tokens
    belong to a component, ``kinds`` the second chain's probabilities of its kinds."""

    segment: Segment
    label: str
    inside: float
    kinds: dict[str, float]

    def evidence(self, label: str) -> tuple[float, float]:
        """Log-odds of the label and of the segment, what ``Calibration`` weighs."""
        return log_odds(self.kinds.get(label, 0.0)), log_odds(self.inside)


@dataclass(frozen=True)
class Tagging:
    """Every segment of an essay, and how much of each sentence argues: the first chain's mean probability that its
    tokens belong to a component."""

    segments: list[Tagged]
    argues: list[float]


@dataclass(frozen=True)
class Tagger:
    """The chains, the chooser between them, and what makes their probabilities true shares (Platt 1999).

    ``arguing`` tells how probable it is that a sentence holds a component; without it the chain decides alone. Both
    chains look at the ``classes`` of words.
    """

    boundaries: Crf
    kinds: Crf
    calibration: Calibration
    readings: Chooser = field(default_factory=Chooser)
    arguing: Trees | None = None
    classes: WordClasses = NO_CLASSES

    @cached_property
    def _boundary_weights(self) -> Weights:
        return Weights(self.boundaries, TEMPLATES)

    def components(self, tagged: Sequence[Tagged], sentences: Sequence[Sentence]) -> list[Component]:
        """The segments that are components, in text order.

        A confidence is the share of spans, among those that look alike, that overlap a component of that kind by
        more than half: fitted on essays that the chains had not seen.
        """
        tokens = [token for _, sentence in sentences for token in sentence]
        found = []
        for one in tagged:
            if one.label == NOTHING:
                continue
            first, last = tokens[one.segment.first], tokens[one.segment.last - 1]
            found.append(
                Component(
                    one.label,
                    first.idx,
                    last.idx + len(last),
                    self.confidence(one, one.label),
                    one.segment.part,
                    one.kinds.get("MajorClaim", 0.0),
                    one.kinds.get("Claim", 0.0),
                    one.kinds.get("Against", 0.0),
                )
            )
        return found

    def confidence(self, tagged: Tagged, label: str) -> float:
        """How sure the segment would be as a component of this kind, 0 to 1."""
        constant, of_kind, of_segment = self.calibration.get(label, UNCALIBRATED)
        kind, inside = tagged.evidence(label)
        return 1 / (1 + exp(-(constant + of_kind * kind + of_segment * inside)))

    def tagged(self, doc: Doc, sentences: Sequence[Sentence], rows: Sequence[Features]) -> Tagging:
        """Every segment of the first chain, with what the second one calls it.

        ``rows`` are the features of the sentences (``sentence_features``).
        """
        parses = [Parse(tokens, self.classes) for _, tokens in sentences]
        segments, inside = self.segments(doc, sentences, parses, rows)
        ends = list(accumulate((parse.size for parse in parses), initial=0))
        argues = [fmean(inside[first:last]) for first, last in pairwise(ends)]
        if not segments:
            return Tagging([], argues)
        scores = self.kinds.scores(segment_features(doc, sentences, parses, segments))
        names = [plain(label) for label in self.kinds.labels]
        probabilities = self.kinds.marginals(scores).tolist()
        found = []
        for segment, k, row in zip(segments, self.kinds.best(scores), probabilities, strict=True):
            kinds: dict[str, float] = {}
            for name, probability in zip(names, row, strict=True):
                kinds[name] = kinds.get(name, 0.0) + probability
            found.append(Tagged(segment, names[k], fmean(inside[segment.first : segment.last]), kinds))
        return Tagging(found, argues)

    def segments(
        self, doc: Doc, sentences: Sequence[Sentence], parses: Sequence[Parse], rows: Sequence[Features]
    ) -> tuple[list[Segment], list[float]]:
        """The segments, and the first chain's probability of each token that it belongs to one."""
        if not sentences:
            return [], []
        scores = self._boundary_weights.scores(boundary_features(doc, sentences, parses))
        lengths = [parse.size for parse in parses]
        outside = marginals(self.boundaries, scores, lengths)[:, self.boundaries.labels.index("O")]
        likely = likely_readings(self.boundaries, scores, lengths)
        argues: dict[int, float] = {}
        if self.arguing is not None:
            asked = [k for k, readings in enumerate(likely) if undecided(readings)]
            argues = dict(zip(asked, self.arguing.probabilities([rows[k] for k in asked]), strict=True))
        seen = enumerate(zip(parses, places_of(sentences), likely, strict=True))
        segments = placed_segments([self.readings.best(*sentence, argues.get(k)) for k, sentence in seen], sentences)
        return segments, (1 - outside).tolist()


def placed_segments(readings: Sequence[Reading], sentences: Sequence[Sentence]) -> list[Segment]:
    """The segments of a reading of each sentence, counted through the essay."""
    segments = []
    start = 0
    for number, (reading, (part, tokens)) in enumerate(zip(readings, sentences, strict=True)):
        segments += [Segment(start + first, start + last, number, part) for first, last in reading]
        start += len(tokens)
    return segments


def save(tagger: Tagger, folder: Path) -> None:
    """Write the chains, in half precision, the chooser and the calibration."""
    storage.save(tagger.boundaries, folder / BOUNDARIES)
    storage.save(tagger.kinds, folder / KINDS)
    rounded = {name: round(weight, 3) for name, weight in tagger.readings.weights.items()}
    _write(folder / READINGS, {"of_chain": tagger.readings.of_chain, "weights": rounded})
    _write(folder / CALIBRATION, tagger.calibration)
    word_classes.save(tagger.classes, folder / CLASSES)
    if tagger.arguing is not None:
        trees.save(tagger.arguing, folder / ARGUING)


def load(folder: Path) -> Tagger:
    """Read what ``save`` wrote; nothing in it is executed."""
    calibration = json.loads((folder / CALIBRATION).read_text(encoding="utf-8"))
    readings = json.loads((folder / READINGS).read_text(encoding="utf-8"))
    return Tagger(
        storage.load(folder / BOUNDARIES),
        storage.load(folder / KINDS),
        {label: (float(a), float(b), float(c)) for label, (a, b, c) in calibration.items()},
        Chooser({name: float(weight) for name, weight in readings["weights"].items()}, float(readings["of_chain"])),
        trees.load(folder / ARGUING) if (folder / ARGUING).is_dir() else None,
        word_classes.load(folder / CLASSES),
    )


def _write(path: Path, content: object) -> None:
    path.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n")
