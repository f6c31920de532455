"""The engine: essay text in, assessment out. One loaded engine serves any number of threads."""

from __future__ import annotations

import gc
import hashlib
import logging
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from time import perf_counter

import numpy as np
from joblib import effective_n_jobs
from spacy.language import Language
from spacy.tokens import Doc

from scorer.assessment import (
    Assessment,
    CriterionResult,
    ErrorInfo,
    Feedback,
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
from scorer.feedback import feedback_for, groups_of, left_out, next_level
from scorer.marking import Marking, marked
from scorer.pipeline.load import load_pipeline
from scorer.processes import in_processes
from scorer.reading import Submission as Reading
from scorer.reading import read_text
from scorer.rubric import DEFAULT, Criterion, Rubric, load_rubric, parse_rubric
from scorer.rubric.measures import unknown_measures
from scorer.scoring import store
from scorer.scoring.criteria import CriterionScore
from scorer.scoring.doubts import doubts
from scorer.scoring.requirements import Unmet, remarks
from scorer.scoring.standing import standing
from scorer.scoring.traits import Prediction, TraitModel
from scorer.stopping import CANCELLED, Switch, checkpoint, stoppable, turn
from scorer.structure import structure_of

DEFAULT_MODEL = "traits"
_LOG = logging.getLogger("scorer")  # says which essay by the start of its digest, and never a word of it


@dataclass(frozen=True)
class Settings:
    """What an engine was loaded from; enough to load the same one elsewhere.

    ``content`` is that of a rubric that is in no file; ``rubric`` is then what its errors call it.
    """

    model: str
    rubric: str
    content: bytes | None = None


class Engine:
    """Scores essays against one rubric with one model. Make it with ``load``.

    Any number of threads may share it; they take turns. Pickles as its settings alone: another process loads its own
    copy. What an essay adds to the vocabulary is given back when the essay is done.

    Where a method takes ``time_limit`` (seconds, above 0) and ``cancel`` (a ``threading.Event``, or anything with
    ``is_set``), the call ends early when the time is over, the wait for another thread included, or when ``cancel`` is
    set. Both are looked at between the stages of an assessment: nothing is interrupted.
    """

    def __init__(self, settings: Settings) -> None:
        started = perf_counter()
        self.settings = settings
        self.rubric: Rubric = _rubric(settings)
        self._model, self._card = store.load(find_bundle(settings.model))
        self._nlp: Language = load_pipeline()
        self._lock = Lock()  # spaCy's vocabulary is shared; one document is read at a time
        check_rubric(self.rubric, self._model)
        _LOG.info(
            "Loaded model %s %s for rubric %s in %.1f s",
            self._card.id, self._card.version, self.rubric.id, perf_counter() - started,
        )  # fmt: skip

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

    @contextmanager
    def _reading(self) -> Iterator[None]:
        """One essay at a time; the words that it adds to spaCy's vocabulary go when it is done."""
        with turn(self._lock), self._nlp.memory_zone():
            yield

    def read(
        self,
        text: str,
        prompt: str | None = None,
        sources: Sequence[str] = (),
        *,
        time_limit: float | None = None,
        cancel: Switch | None = None,
    ) -> Structure:
        """The extraction alone: thesis, reasons, evidence, sources.

        Raises ``ReadingError`` (``empty``, ``not_text``) and ``StoppedError`` (``timed_out``, ``cancelled``).
        """
        with stoppable(time_limit, cancel), self._reading():
            examined = examine(self._nlp, read_text(text).text, prompt, sources)
            return examined.shown.located(structure_of(examined.shown.doc))

    def score(
        self,
        text: str,
        prompt: str | None = None,
        include_text: bool = False,
        sources: Sequence[str] = (),
        *,
        time_limit: float | None = None,
        cancel: Switch | None = None,
    ) -> Assessment:
        """Assess one essay in memory. ``prompt`` is the assignment, if the text does not begin with it.

        ``sources`` are the texts that the essay was to use: what it copies from them is marked.

        Never raises for what a text holds: an empty one, or one that takes longer than ``time_limit``, gives an
        assessment with ``error`` (``empty``, ``not_text``, ``timed_out``). Raises ``StoppedError`` (``cancelled``).
        """
        try:
            with stoppable(time_limit, cancel):
                return self.assess(read_text(text), prompt, include_text, sources)
        except ScorerError as error:
            if error.code == CANCELLED:
                raise
            return self.failed(None, error)

    def score_many(
        self,
        texts: Iterable[str],
        prompt: str | None = None,
        jobs: int = 1,
        include_text: bool = False,
        sources: Sequence[str] = (),
        *,
        time_limit: float | None = None,
        cancel: Switch | None = None,
    ) -> Iterator[Assessment]:
        """Assess essays one after the other, lazily and in order; results do not depend on ``jobs``.

        ``jobs`` is a number of processes, -1 for one per processor; each loads its own copy of the engine at its first
        essay. ``time_limit`` is for each essay. Closing the iterator ends the work. When ``cancel`` is set the next
        result is ``StoppedError`` (``cancelled``), so that nobody takes what was done for the whole. With several jobs
        the essays that are in work then are still finished, and dropped. Raises ``ScorerError`` (``crashed``) where a
        process dies.
        """
        processes = effective_n_jobs(jobs)
        if processes == 1:
            for text in texts:
                yield self.score(text, prompt, include_text, sources, time_limit=time_limit, cancel=cancel)
            return
        errands = ((self.settings, text, prompt, include_text, sources, time_limit) for text in texts)
        yield from in_processes(_score, errands, processes, cancel)

    def assess(
        self, reading: Reading, prompt: str | None = None, include_text: bool = False, sources: Sequence[str] = ()
    ) -> Assessment:
        """Assess a submission that was read from a file or stream.

        Raises ``StoppedError`` where the call that this runs in has a limit.
        """
        started = perf_counter()
        with self._reading():
            examined = examine(self._nlp, reading.text, prompt, sources)
            checkpoint()
            marking = marked(examined, self.rubric, self._model)
            checkpoint()
            made = self._assessment(reading, marking, include_text)
        _LOG.debug(
            "Assessed %s: %s, %d words, %.2f s, flags: %s",
            reading.sha256[:12], made.status, examined.words, perf_counter() - started,
            " ".join(flag.code for flag in made.flags) or "none",
        )  # fmt: skip
        return made

    def _assessment(self, reading: Reading, marking: Marking, include_text: bool) -> Assessment:
        """What is said of the essay as it was marked, at the places of the text as read."""
        examined, shown = marking.examined, marking.examined.shown
        doc = shown.doc
        flags = (*examined.flags, *doubts(self._model, marking.prediction))
        assessment = Assessment(
            submission=_submission(reading, examined.words),
            rubric=self._rubric_info(),
            model=self._model_info(),
            status=_status(flags, marking.given),
            overall=marking.overall,
            criteria=tuple(
                self._result(doc, c, marking.scores[c.id], examined.blocked, marking.missing.get(c.id, ()))
                for c in self.rubric.criteria
            ),
            traits=self._traits(marking.prediction) if marking.given else {},
            structure=structure_of(doc),
            text=reading.text if include_text else None,
        )
        groups = {score.criterion.id: groups_of(score.criterion) for score in marking.given}
        told = left_out(doc, examined.text, examined.unhelpful, groups)
        located = shown.located(assessment)
        return located.model_copy(
            update={
                "flags": flags,
                "corrections": tuple(map(examined.located, corrections(examined.doc))),
                "criteria": tuple(_opened(result, told.get(result.id, ())) for result in located.criteria),
            }
        )

    def failed(self, path: str | None, error: ScorerError, id: str | None = None) -> Assessment:
        """The row of a submission that could not be read; its ``sha256`` is that of no bytes.

        ``id`` is the file's name without its ending unless given.
        """
        _LOG.info("Not assessed: %s", error.code)
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


def _opened(result: CriterionResult, told: tuple[Feedback, ...]) -> CriterionResult:
    """The result with more feedback in front."""
    return result.model_copy(update={"feedback": (*told, *result.feedback)}) if told else result


def _submission(reading: Reading, words: int) -> Submission:
    return Submission(id=reading.id, path=reading.path, student=reading.student, words=words, sha256=reading.sha256)


def _status(flags: tuple[Flag, ...], scores: Sequence[CriterionScore]) -> Status:
    if not scores:
        return "not_scored"
    return "needs_review" if any(flag.asks_review for flag in flags) else "scored"


def settle() -> None:
    """Tell the garbage collector that what is loaded stays: for a process whose work is to score.

    It takes a fifth of the time of scoring to look through the models again and again.
    """
    gc.collect()
    gc.freeze()


_ENGINES: dict[Settings, Engine] = {}
_LOADING = Lock()


def engine_of(settings: Settings) -> Engine:
    """The engine of a worker process, loaded at the first call."""
    with _LOADING:  # a worker of a cluster may run several threads
        if settings not in _ENGINES:
            _ENGINES[settings] = Engine(settings)
            settle()
        return _ENGINES[settings]


def _score(
    settings: Settings,
    text: str,
    prompt: str | None,
    include_text: bool,
    sources: Sequence[str],
    time_limit: float | None,
) -> Assessment:
    return engine_of(settings).score(text, prompt, include_text, sources, time_limit=time_limit)
