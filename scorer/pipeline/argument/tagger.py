"""Two chains: one finds where components begin and end, the other tells which kind each is.

Between them a chooser decides which of the first chain's probable readings of a sentence is right.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import exp, log
from pathlib import Path

import numpy as np
from spacy.tokens import Doc

from scorer.pipeline.argument.boundaries import boundary_features
from scorer.pipeline.argument.labels import NOTHING, plain
from scorer.pipeline.argument.parse import Parse
from scorer.pipeline.argument.parts import Sentence, places_of
from scorer.pipeline.argument.readings import Chooser, Reading, likely_readings
from scorer.pipeline.argument.second_reading import Component
from scorer.pipeline.argument.segments import Segment, segment_features
from scorer.pipeline.chain import columns, storage
from scorer.pipeline.chain.crf import Crf

BOUNDARIES, READINGS, KINDS, CALIBRATION = "boundaries", "readings.json", "kinds", "calibration.json"

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
        return _log_odds(self.kinds.get(label, 0.0)), _log_odds(self.inside)


@dataclass(frozen=True)
class Tagger:
    """The chains, the chooser between them, and what makes their probabilities true shares (Platt 1999)."""

    boundaries: Crf
    kinds: Crf
    calibration: Calibration
    readings: Chooser = field(default_factory=Chooser)

    def components(self, doc: Doc, sentences: Sequence[Sentence]) -> list[Component]:
        """Every component in text order.

        A confidence is the share of spans, among those that look alike, that overlap a component of that kind by
        more than half: fitted on essays that the chains had not seen.
        """
        tokens = [token for _, sentence in sentences for token in sentence]
        found = []
        for tagged in self.tagged(doc, sentences):
            if tagged.label == NOTHING:
                continue
            first, last = tokens[tagged.segment.first], tokens[tagged.segment.last - 1]
            found.append(
                Component(
                    tagged.label,
                    first.idx,
                    last.idx + len(last),
                    self.confidence(tagged, tagged.label),
                    tagged.segment.part,
                    tagged.kinds.get("MajorClaim", 0.0),
                )
            )
        return found

    def confidence(self, tagged: Tagged, label: str) -> float:
        """How sure the segment would be as a component of this kind, 0 to 1."""
        constant, of_kind, of_segment = self.calibration.get(label, UNCALIBRATED)
        kind, inside = tagged.evidence(label)
        return 1 / (1 + exp(-(constant + of_kind * kind + of_segment * inside)))

    def tagged(self, doc: Doc, sentences: Sequence[Sentence]) -> list[Tagged]:
        """Every segment of the first chain, with what the second one calls it."""
        segments, inside = find_segments(self.boundaries, doc, sentences, self.readings)
        if not segments:
            return []
        scores = self.kinds.scores(segment_features(doc, sentences, segments))
        labels = [plain(self.kinds.labels[k]) for k in self.kinds.best(scores)]
        found = []
        for segment, sure, label, row in zip(segments, inside, labels, self.kinds.marginals(scores), strict=True):
            kinds: dict[str, float] = {}
            for name, probability in zip(self.kinds.labels, row, strict=True):
                kinds[plain(name)] = kinds.get(plain(name), 0.0) + float(probability)
            found.append(Tagged(segment, label, sure, kinds))
        return found


def find_segments(
    boundaries: Crf, doc: Doc, sentences: Sequence[Sentence], chooser: Chooser
) -> tuple[list[Segment], list[float]]:
    """The segments, and the first chain's mean probability for each that its tokens are no one else's."""
    if not sentences:
        return [], []
    parses = [Parse(tokens) for _, tokens in sentences]
    features = boundary_features(doc, sentences, parses)
    scores = columns.scores(boundaries, features)
    outside = columns.marginals(boundaries, scores, features.lengths)[:, boundaries.labels.index("O")]
    likely = likely_readings(boundaries, scores, features.lengths)
    chosen = [chooser.best(*sentence) for sentence in zip(parses, places_of(sentences), likely, strict=True)]
    segments = placed_segments(chosen, sentences)
    return segments, [1 - float(np.mean(outside[s.first : s.last])) for s in segments]


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


def load(folder: Path) -> Tagger:
    """Read what ``save`` wrote; nothing in it is executed."""
    calibration = json.loads((folder / CALIBRATION).read_text(encoding="utf-8"))
    readings = json.loads((folder / READINGS).read_text(encoding="utf-8"))
    return Tagger(
        storage.load(folder / BOUNDARIES),
        storage.load(folder / KINDS),
        {label: (float(a), float(b), float(c)) for label, (a, b, c) in calibration.items()},
        Chooser({name: float(weight) for name, weight in readings["weights"].items()}, float(readings["of_chain"])),
    )


def _write(path: Path, content: object) -> None:
    path.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n")


def _log_odds(probability: float) -> float:
    bounded = min(max(probability, 1e-4), 1 - 1e-4)
    return log(bounded / (1 - bounded))
