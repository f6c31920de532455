"""The library's door: ``scorer.load()``, and what it promises of every assessment."""

from __future__ import annotations

import json
import pickle
import random
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from synthetic_essays import essay

import scorer
from scorer import Assessment, Engine
from scorer.assessment import CriterionResult
from scorer.rubric.load import rubric_bytes

ESSAYS = [essay(random.Random(seed), level, sentences=8) for seed, level in enumerate((0.0, 0.3, 0.7, 1.0))]
FOREIGN = (
    "Ich glaube, dass die Schule abends geöffnet bleiben sollte, weil viele Schüler zu Hause keinen ruhigen Platz "
    "haben. Außerdem könnten sie sich dort gegenseitig helfen und bessere Noten schreiben. Manche Leute meinen zwar, "
    "das wäre zu teuer, aber viele Eltern würden gerne freiwillig mitarbeiten. Deshalb sollte der Rat zustimmen."
)  # our own words
PROMPT = "Should the school stay open in the evening?"


@pytest.fixture(scope="module")
def engine() -> Engine:
    return scorer.load()


@pytest.fixture(scope="module")
def assessed(engine: Engine) -> list[Assessment]:
    return [engine.score(text) for text in ESSAYS]


def everything(assessment: Assessment) -> dict[str, object]:
    made: dict[str, object] = json.loads(assessment.model_dump_json())
    return made


def test_the_json_has_exactly_the_documented_keys(engine: Engine) -> None:
    made = everything(engine.score(ESSAYS[3], prompt=PROMPT))
    assert list(made) == [
        "schema_version", "submission", "rubric", "model", "status", "overall", "criteria", "traits", "structure",
        "corrections", "flags", "error",
    ]  # fmt: skip
    assert made["schema_version"] == "1"
    keys = {name: list(made[name]) for name in ("submission", "rubric", "model", "overall", "structure")}  # type: ignore[call-overload]
    assert keys == {
        "submission": ["id", "path", "student", "words", "sha256"],
        "rubric": ["id", "title", "sha256"],
        "model": ["id", "version", "sha256"],
        "overall": ["score", "max_score", "level", "interval"],
        "structure": [
            "prompt", "thesis", "restatements", "reasons", "counterarguments", "evidence", "conclusion", "citations",
            "quotations", "references",
        ],
    }  # fmt: skip
    for criterion in made["criteria"]:  # type: ignore[attr-defined]
        assert list(criterion) == [
            "id", "title", "status", "score", "max_score", "level", "interval", "weight", "basis", "base",
            "contributions", "feedback",
        ]  # fmt: skip
        assert all(list(item) == ["feature", "value", "points"] for item in criterion["contributions"])
        assert all(list(item) == ["kind", "message", "spans"] for item in criterion["feedback"])


def test_base_and_points_add_up_and_base_is_the_same_for_every_essay(assessed: list[Assessment]) -> None:
    bases: dict[str, set[float]] = {}
    for assessment in assessed:
        assert assessment.status in {"scored", "needs_review"}
        for result in assessment.criteria:
            assert result.score is not None
            assert abs(result.base + sum(c.points for c in result.contributions) - result.score) < 1e-6
            bases.setdefault(result.id, set()).add(result.base)
    assert all(len(values) == 1 for values in bases.values())


def test_every_trained_criterion_is_explained_by_many_features_that_differ_between_essays(
    assessed: list[Assessment],
) -> None:
    weak, strong = assessed[0], assessed[3]
    for one, other in zip(weak.criteria, strong.criteria, strict=True):
        if one.basis == "trained":
            assert min(len(one.contributions), len(other.contributions)) >= 15
            assert points(one) != points(other)


def points(result: CriterionResult) -> dict[str, float]:
    return {c.feature: c.points for c in result.contributions}


def test_scores_stand_on_their_scales_with_an_interval_around_them(assessed: list[Assessment]) -> None:
    for assessment in assessed:
        assert assessment.overall is not None
        low, high = assessment.overall.interval
        assert 1 <= low <= assessment.overall.score <= high <= assessment.overall.max_score == 4
        for result in assessment.criteria:
            assert result.interval is not None
            assert 1 <= result.interval[0] <= result.score <= result.interval[1] <= result.max_score  # type: ignore[operator]
        for trait in assessment.traits.values():
            assert 1 <= trait.interval[0] <= trait.value <= trait.interval[1] <= 5


def test_better_language_gets_a_better_score(assessed: list[Assessment]) -> None:
    weak, strong = assessed[0], assessed[3]
    for id in ("language", "conventions"):
        assert strong.criterion(id).score > weak.criterion(id).score  # type: ignore[operator]


def test_every_criterion_says_something_about_the_essay(assessed: list[Assessment]) -> None:
    for text, assessment in zip(ESSAYS, assessed, strict=True):
        for result in assessment.criteria:
            assert result.feedback, result.id
            for item in result.feedback:
                assert all(0 <= place.start < place.end <= len(text) for place in item.spans)


def test_offsets_reproduce_the_text_and_hold_no_white_space_at_their_ends(assessed: list[Assessment]) -> None:
    for text, assessment in zip(ESSAYS, assessed, strict=True):
        structure = assessment.structure
        spans = [*structure.reasons, *structure.evidence, *structure.restatements, *structure.citations]
        for span in [*spans, *(s for s in (structure.thesis, structure.conclusion) if s)]:
            assert text[span.start : span.end] == span.text == span.text.strip()


def test_a_criterion_is_found_by_its_id(assessed: list[Assessment]) -> None:
    assert assessed[0].criterion("thesis").title == "Thesis"
    with pytest.raises(KeyError):
        assessed[0].criterion("elegance")


@pytest.mark.parametrize("text", ["", " \n\t ", "\N{NO-BREAK SPACE}\n"])
def test_an_empty_text_is_an_error_with_a_code_and_no_exception(engine: Engine, text: str) -> None:
    assessment = engine.score(text)
    assert assessment.status == "not_scored"
    assert assessment.error is not None
    assert assessment.error.code == "empty"
    assert assessment.overall is None
    with pytest.raises(scorer.ReadingError):
        engine.read(text)


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("Dogs are nice. We should allow them.", "too_short"),
        (FOREIGN, "not_english"),
        ("qwrt zxcvp lkjhg mnbvq " * 20, "not_english"),
        ("12345 67890 " * 60, "too_short"),
        ("...", "too_short"),
    ],
)
def test_what_no_score_can_be_given_for_is_flagged_and_not_scored(engine: Engine, text: str, flag: str) -> None:
    assessment = engine.score(text)
    assert assessment.status == "not_scored"
    assert (assessment.overall, assessment.error, assessment.traits) == (None, None, {})
    assert flag in [item.code for item in assessment.flags if item.severity == "block"]
    assert [result.status for result in assessment.criteria] == ["not_scored"] * 6
    assert all(result.score is None and not result.contributions for result in assessment.criteria)


def test_a_withheld_score_still_shows_the_bundles_base(engine: Engine, assessed: list[Assessment]) -> None:
    withheld = engine.score("Dogs are nice.")
    assert [r.base for r in withheld.criteria] == [r.base for r in assessed[0].criteria]


def test_the_flag_counts_words_as_the_report_does(engine: Engine) -> None:
    text = "I don't know. " * 15  # 45 words, 60 tokens with a letter
    assessment = engine.score(text)
    assert assessment.submission.words == 45
    assert any("45 words" in flag.message for flag in assessment.flags if flag.code == "too_short")


@pytest.mark.parametrize(("prompt", "flagged"), [(None, True), (PROMPT, False)])
def test_a_missing_assignment_is_mentioned(engine: Engine, prompt: str | None, flagged: bool) -> None:
    codes = {flag.code for flag in engine.score(ESSAYS[3], prompt=prompt).flags}
    assert ("no_prompt" in codes) is flagged


@pytest.mark.parametrize("include", [False, True])
def test_the_text_is_in_the_json_when_asked_for_and_only_then(engine: Engine, include: bool) -> None:
    text = ESSAYS[3].replace("\n", "\r\n")
    assessment = engine.score(text, include_text=include)
    assert assessment.text == (ESSAYS[3] if include else None)
    assert ("text" in everything(assessment)) is include


def test_reading_alone_finds_the_same_structure(engine: Engine, assessed: list[Assessment]) -> None:
    assert engine.read(ESSAYS[3]) == assessed[3].structure


def test_many_are_assessed_in_order_whatever_the_number_of_jobs(engine: Engine, assessed: list[Assessment]) -> None:
    texts = [ESSAYS[3], "", ESSAYS[0], "Too short."]
    one = list(engine.score_many(texts, jobs=1))
    assert [everything(a) for a in engine.score_many(iter(texts), jobs=2)] == [everything(a) for a in one]
    assert (one[0], one[2]) == (assessed[3], assessed[0])
    assert one[1].error is not None


def test_many_are_assessed_lazily(engine: Engine) -> None:
    drawn = []

    def texts() -> object:
        for number in range(1000):
            drawn.append(number)
            yield f"Essay number {number}."

    assert len(list(islice(engine.score_many(texts()), 2))) == 2  # type: ignore[arg-type]
    assert len(drawn) <= 3


def test_threads_share_one_engine(engine: Engine, assessed: list[Assessment]) -> None:
    with ThreadPoolExecutor(4) as pool:
        results = list(pool.map(engine.score, ESSAYS * 2))
    assert results == assessed * 2


def test_an_engine_pickles_as_its_settings(engine: Engine, assessed: list[Assessment]) -> None:
    packed = pickle.dumps(engine)
    assert len(packed) < 500
    copy = pickle.loads(packed)
    assert copy.settings == engine.settings
    assert copy.score(ESSAYS[0]) == assessed[0]
    assert pickle.loads(pickle.dumps(assessed[0])) == assessed[0]


def test_another_rubric_shares_the_model_and_pickles_with_its_content(engine: Engine) -> None:
    content = rubric_bytes("argument").replace(b'title = "Thesis"', b'title = "Standpoint"', 1)
    other = engine.with_rubric("standpoints", content)
    assert (other._model, other._nlp, other._lock) == (engine._model, engine._nlp, engine._lock)
    made = other.score(ESSAYS[3])
    assert made.criterion("thesis").title == "Standpoint"
    copy = pickle.loads(pickle.dumps(other))
    assert (copy.settings, copy.rubric) == (other.settings, other.rubric)
    assert engine.with_rubric("ellipse").score(ESSAYS[3]) == scorer.load(rubric="ellipse").score(ESSAYS[3])
    assert engine.rubric.id == "argument-with-sources"
    with pytest.raises(scorer.RubricError, match="asks for the trait 'charm'"):
        engine.with_rubric("standpoints", content.replace(b"cohesion = 1", b"charm = 1", 1))


def test_the_same_text_is_always_assessed_alike(engine: Engine, assessed: list[Assessment]) -> None:
    assert engine.score(ESSAYS[1]).model_dump_json() == assessed[1].model_dump_json()


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text(max_size=300)
    | st.lists(st.sampled_from(["(", ")", '"', "“", "Nau", "2015", "p. 3", ".", "\n", "\ud800", "é"]), max_size=60).map(
        " ".join
    )
)
def test_no_text_whatever_raises(engine: Engine, text: str) -> None:
    assessment = engine.score(text, include_text=True)
    json.loads(assessment.model_dump_json())
    if assessment.error:
        assert assessment.error.code in {"empty", "not_text"}
    for span in [*assessment.structure.citations, *assessment.structure.quotations]:
        assert assessment.text is not None
        assert assessment.text[span.start : span.end] == span.text


@pytest.mark.parametrize(
    ("rubric", "criteria"),
    [
        ("argument", ["thesis", "reasons", "organization", "language", "conventions"]),
        ("ellipse", ["cohesion", "syntax", "vocabulary", "phraseology", "grammar", "conventions"]),
        ("holistic-6", ["quality"]),
    ],
)
def test_other_rubrics_give_other_criteria(rubric: str, criteria: list[str]) -> None:
    assessment = scorer.load(rubric=rubric).score(ESSAYS[3])
    assert assessment.rubric.id == rubric
    assert [result.id for result in assessment.criteria] == criteria
    assert all(result.status == "scored" for result in assessment.criteria)


def test_a_criterion_that_nothing_measures_is_left_to_the_teacher(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(
        'id = "mine"\ntitle = "Mine"\nscale = { low = 0, high = 100 }\n'
        + "".join(
            f'[[criteria]]\nid = "{id}"\ntitle = "T"\n{line}\n'
            + "".join(f'[[criteria.levels]]\npoints = {p}\ntitle = "L{p}"\n' for p in (0, 5))
            for id, line in (("drawing", ""), ("grammar", "traits = { grammar = 1 }"))
        )
    )
    assessment = scorer.load(rubric=file).score(ESSAYS[3])
    drawing, grammar = assessment.criteria
    assert (drawing.status, drawing.score, drawing.feedback) == ("not_scored", None, ())
    assert assessment.overall is not None
    assert assessment.overall.score == pytest.approx(20 * grammar.score, abs=1e-3)  # type: ignore[operator]


@pytest.mark.parametrize(
    ("how", "error", "code"),
    [
        ({"model": "no-such-model"}, scorer.ModelError, "model_not_found"),
        ({"model": "en_essay"}, scorer.ModelError, "model_not_found"),
        ({"rubric": "no-such-rubric"}, scorer.RubricError, "rubric_not_found"),
    ],
)
def test_loading_says_what_is_not_there(how: dict[str, str], error: type[scorer.ScorerError], code: str) -> None:
    with pytest.raises(error) as caught:
        scorer.load(**how)
    assert caught.value.code == code
