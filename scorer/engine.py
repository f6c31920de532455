"""The engine: essay text in, assessment out. One loaded engine serves any number of threads."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

import numpy as np
from joblib import Parallel, delayed
from spacy.language import Language
from spacy.tokens import Doc

from scorer.assessment import (
    Assessment,
    CriterionResult,
    ErrorInfo,
    Flag,
    ModelInfo,
    RubricInfo,
    Status,
    Structure,
    Submission,
    TraitScore,
)
from scorer.bundle import Card, find_bundle
from scorer.corrections import corrections
from scorer.errors import RubricError, ScorerError
from scorer.examination import examine
from scorer.features import registered
from scorer.feedback import feedback_for, groups_of, next_level
from scorer.pipeline.load import load_pipeline
from scorer.reading import Submission as Reading
from scorer.reading import read_text
from scorer.rubric import DEFAULT, Criterion, Rubric, load_rubric, parse_rubric
from scorer.rubric.measures import unknown_measures
from scorer.scoring import store
from scorer.scoring.criteria import CriterionScore, overall, score_criterion
from scorer.scoring.deductions import deducted
from scorer.scoring.doubts import doubts
from scorer.scoring.requirements import Unmet, capped, remarks, unmet
from scorer.scoring.standing import standing
from scorer.scoring.traits import Prediction, TraitModel
from scorer.structure import structure_of

DEFAULT_MODEL = "traits"
AHEAD = 4
"""Texts handed out per worker before their results are asked for."""


@dataclass(frozen=True)
class Settings:
    """What an engine was loaded from; enough to load the same one elsewhere.

    ``content`` is that of a rubric that is in no file; ``rubric`` is then what its errors call it.
    """

    model: str
    rubric: str
    content: bytes | None = None


class Engine:
    """Scores essays against one rubric with one model. Make it with :func:`load`.

    Pickles as its settings alone: another process loads its own copy.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.rubric: Rubric = _rubric(settings)
        self._model, self._card = store.load(find_bundle(settings.model))
        self._nlp: Language = load_pipeline()
        self._lock = Lock()  # spaCy's vocabulary is shared; one document is read at a time
        check_rubric(self.rubric, self._model)

    def __reduce__(self) -> tuple[type[Engine], tuple[Settings]]:
        return type(self), (self.settings,)

    def with_rubric(self, rubric: str | Path, content: bytes | None = None) -> Engine:
        """An engine for another rubric that shares this one's model and pipeline: nothing is loaded again.

        ``rubric`` is a built-in name or a ``.toml`` file, or else the name for ``content``, the bytes of one. Raises
        ``RubricError``.
        """
        other = object.__new__(type(self))
        other.__dict__.update(self.__dict__)
        other.settings = Settings(self.settings.model, str(rubric), content)
        other.rubric = _rubric(other.settings)
        check_rubric(other.rubric, self._model)
        return other

    @property
    def card(self) -> Card:
        """The card of the scoring model."""
        return self._card

    def read(self, text: str, prompt: str | None = None, sources: Sequence[str] = ()) -> Structure:
        """The extraction alone: thesis, reasons, evidence, sources. Raises ``ReadingError`` (``empty``)."""
        with self._lock:
            examined = examine(self._nlp, read_text(text).text, prompt, sources)
            return examined.located(structure_of(examined.doc))

    def score(
        self, text: str, prompt: str | None = None, include_text: bool = False, sources: Sequence[str] = ()
    ) -> Assessment:
        """Assess one essay in memory. ``prompt`` is the assignment, if the text does not begin with it.

        ``sources`` are the texts that the essay was to use: what it copies from them is marked.

        Never raises for what a text holds: an empty one gives an assessment with ``error``.
        """
        try:
            reading = read_text(text)
        except ScorerError as error:
            return self.failed(None, error)
        return self.assess(reading, prompt, include_text, sources)

    def score_many(
        self,
        texts: Iterable[str],
        prompt: str | None = None,
        jobs: int = 1,
        include_text: bool = False,
        sources: Sequence[str] = (),
    ) -> Iterator[Assessment]:
        """Assess essays one after the other, lazily and in order; results do not depend on ``jobs``."""
        if jobs == 1:
            yield from (self.score(text, prompt, include_text, sources) for text in texts)
            return
        tasks = (delayed(_score)(self.settings, text, prompt, include_text, sources) for text in texts)
        yield from Parallel(n_jobs=jobs, return_as="generator", pre_dispatch=f"{AHEAD}*n_jobs")(tasks)

    def assess(
        self, reading: Reading, prompt: str | None = None, include_text: bool = False, sources: Sequence[str] = ()
    ) -> Assessment:
        """Assess a submission that was read from a file or stream."""
        with self._lock:
            examined = examine(self._nlp, reading.text, prompt, sources)
            doc, flags = examined.doc, examined.flags
            prediction = self._model.predict(doc)
            flags = (*flags, *doubts(self._model, prediction))
            missing = unmet(self.rubric, doc)
            scores = {
                c.id: deducted(
                    capped(score_criterion(c, doc, self._model, prediction, self.rubric.id), missing.get(c.id, ())),
                    examined.deductions,
                    asks_what_is_said(c),
                )
                for c in self.rubric.criteria
            }
            blocked = examined.blocked
            given = [] if blocked else [score for score in scores.values() if score]
            assessment = Assessment(
                submission=_submission(reading, examined.words),
                rubric=self._rubric_info(),
                model=self._model_info(),
                status=_status(flags, given),
                overall=overall(self.rubric, given, self._model, prediction),
                criteria=tuple(
                    self._result(doc, c, scores[c.id], blocked, missing.get(c.id, ())) for c in self.rubric.criteria
                ),
                traits=self._traits(prediction) if given else {},
                structure=structure_of(doc),
                corrections=corrections(doc),
                text=reading.text if include_text else None,
            )
            return examined.located(assessment).model_copy(update={"flags": flags})

    def failed(self, path: str | None, error: ScorerError, id: str | None = None) -> Assessment:
        """The row of a submission that could not be read; its ``sha256`` is that of no bytes.

        ``id`` is the file's name without its ending unless given.
        """
        id = id or (Path(path).stem if path else "text")
        return Assessment(
            submission=Submission(id=id, path=path, student=None, words=0, sha256=hashlib.sha256(b"").hexdigest()),
            rubric=self._rubric_info(),
            model=self._model_info(),
            status="not_scored",
            overall=None,
            error=ErrorInfo(code=error.code, message=error.message),
        )

    def _result(
        self,
        doc: Doc,
        criterion: Criterion,
        computed: CriterionScore | None,
        blocked: bool,
        missing: Sequence[Unmet],
    ) -> CriterionResult:
        score = None if blocked else computed
        told = () if blocked else remarks(criterion, missing)
        said = feedback_for(doc, groups_of(criterion), standing(criterion, score)) if score else ()
        above = next_level(doc, criterion, score.score) if score else ()
        return CriterionResult(
            id=criterion.id,
            title=criterion.title,
            status="scored" if score else "not_scored",
            score=score.score if score else None,
            max_score=criterion.highest,
            level=score.level.title if score else None,
            interval=score.interval if score else None,
            weight=criterion.weight,
            basis=score.basis if score else "trained" if criterion.traits else "rule",
            base=computed.base if computed else 0.0,
            contributions=score.contributions if score else (),
            feedback=(*told, *said, *above),
        )

    def _traits(self, prediction: Prediction) -> dict[str, TraitScore]:
        traits = {}
        for column, (trait, scale) in enumerate(zip(self._model.traits, self._model.scales, strict=True)):
            if trait in self._model.calibrated:
                continue
            span = scale.high - scale.low
            only = np.eye(len(self._model.traits))[column]
            radius = span * self._model.radius(only, prediction)
            value = min(max(scale.low + span * float(prediction.values[column]), scale.low), scale.high)
            low, high = max(scale.low, value - radius), min(scale.high, value + radius)
            traits[trait] = TraitScore(value=round(value, 4), interval=(round(low, 4), round(high, 4)))
        return traits

    def _rubric_info(self) -> RubricInfo:
        return RubricInfo(id=self.rubric.id, title=self.rubric.title, sha256=self.rubric.sha256)

    def _model_info(self) -> ModelInfo:
        return ModelInfo(id=self._card.id, version=self._card.version, sha256=self._card.sha256)


def load(model: str | Path = DEFAULT_MODEL, rubric: str | Path = DEFAULT) -> Engine:
    """Load an engine: a bundle's name or folder, and a rubric's name or ``.toml`` file.

    Raises ``ModelError`` and ``RubricError``.
    """
    return Engine(Settings(str(model), str(rubric)))


def _rubric(settings: Settings) -> Rubric:
    if settings.content is not None:
        return parse_rubric(settings.content, settings.rubric)
    return load_rubric(settings.rubric)


def check_rubric(rubric: Rubric, model: TraitModel) -> None:
    """Raise ``RubricError`` where a rubric names a trait or feature that is not there."""
    unknown = unknown_measures(rubric, registered(), model.traits)
    if unknown:
        raise RubricError("rubric_invalid", f"The rubric {rubric.id} cannot be used: {unknown[0]}.")


def asks_what_is_said(criterion: Criterion) -> bool:
    """Whether a criterion judges position, reasons or sources, which an essay on another subject does not have."""
    known = registered()
    return any(known[rule.name].group in ("thesis", "reasons", "sources") for rule in criterion.features)


def _submission(reading: Reading, words: int) -> Submission:
    return Submission(id=reading.id, path=reading.path, student=reading.student, words=words, sha256=reading.sha256)


def _status(flags: tuple[Flag, ...], scores: list[CriterionScore]) -> Status:
    if not scores:
        return "not_scored"
    return "needs_review" if any(flag.severity == "review" for flag in flags) else "scored"


_ENGINES: dict[Settings, Engine] = {}
_LOADING = Lock()


def engine_of(settings: Settings) -> Engine:
    """The engine of a worker process, loaded at the first call."""
    with _LOADING:  # a worker of a cluster may run several threads
        if settings not in _ENGINES:
            _ENGINES[settings] = Engine(settings)
        return _ENGINES[settings]


def _score(settings: Settings, text: str, prompt: str | None, include_text: bool, sources: Sequence[str]) -> Assessment:
    return engine_of(settings).score(text, prompt, include_text, sources)
