"""What a program that embeds the library relies on: threads, limits, memory, logs, the schema."""

from __future__ import annotations

import gc
import json
import logging
import random
import re
import threading
import time
import tracemalloc
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import jsonschema
import pytest
from conftest import ROOT
from schema_check import VALIDATOR
from synthetic_essays import essay

import scorer
from scorer import Engine, StoppedError
from scorer.assessment import Assessment
from scorer.schema import assessment_schema

ESSAYS = [essay(random.Random(seed), seed / 8, sentences=6) for seed in range(8)]
LONG = "\n\n".join(essay(random.Random(seed), 0.6, sentences=25) for seed in range(12))
PROMPT = "Should the school stay open in the evening?"


@pytest.fixture(scope="module")
def engine() -> Engine:
    return scorer.load()


class After:
    """A switch that is set at the given look at it."""

    def __init__(self, looks: int) -> None:
        self.left = looks

    def is_set(self) -> bool:
        self.left -= 1
        return self.left < 0


def invented(seed: int) -> str:
    """An essay every third word of which no other essay has."""
    draw = random.Random(seed)
    words = essay(draw, 0.5, sentences=8).split(" ")
    for place in range(0, len(words), 3):
        words[place] = "".join(draw.choice("bdfgklmnprstvz") + draw.choice("aeiou") for _ in range(draw.randint(3, 5)))
    return " ".join(words)


def test_eight_threads_get_what_one_would(engine: Engine) -> None:
    alone = [engine.score(text, prompt=PROMPT) for text in ESSAYS]
    read = [engine.read(text) for text in ESSAYS]
    with ThreadPoolExecutor(8) as pool:
        scored = [pool.submit(engine.score, text, PROMPT) for text in ESSAYS * 2]
        structures = [pool.submit(engine.read, text) for text in ESSAYS]
        assert [future.result() for future in scored] == alone * 2
        assert [future.result() for future in structures] == read


def test_an_engine_forgets_the_words_of_an_essay(engine: Engine) -> None:
    for seed in range(3):
        engine.score(invented(seed), prompt=PROMPT, sources=[invented(seed + 100)])
    strings = engine._nlp.vocab.strings
    known = set(strings)
    for seed in range(3, 6):
        engine.score(invented(seed), prompt=PROMPT, sources=[invented(seed + 100)])
        engine.read(invented(seed + 200))
    assert {word for word in strings if word not in known} == set()


def test_memory_does_not_grow_with_the_essays(engine: Engine) -> None:
    texts = [invented(seed) for seed in range(4)]
    for text in texts:
        engine.score(text)
    tracemalloc.start()
    try:
        sizes = []
        for _ in range(3):
            for text in texts:
                engine.score(text)
            gc.collect()
            sizes.append(tracemalloc.get_traced_memory()[0])
    finally:
        tracemalloc.stop()
    assert sizes[2] - sizes[1] < 20_000  # bytes; one document takes over a million


def test_a_time_limit_ends_the_call_in_any_thread_and_says_so(engine: Engine) -> None:
    with ThreadPoolExecutor(1) as pool:
        for made in (engine.score(LONG, time_limit=0.02), pool.submit(engine.score, LONG, time_limit=0.02).result()):
            assert made.status == "not_scored"
            assert made.error is not None
            assert (made.error.code, "0.02 seconds" in made.error.message) == ("timed_out", True)
    with pytest.raises(StoppedError) as caught:
        engine.read(LONG, time_limit=0.02)
    assert caught.value.code == "timed_out"


def test_waiting_for_another_thread_counts_and_an_engine_goes_on_after_a_limit(engine: Engine) -> None:
    whole = engine.score(ESSAYS[0])
    with engine._lock:
        started = time.monotonic()
        made = engine.score(ESSAYS[0], time_limit=0.1)
        assert time.monotonic() - started < 2
    assert made.error is not None
    assert made.error.code == "timed_out"
    assert engine.score(ESSAYS[0], time_limit=600) == whole


def test_a_limit_that_is_none_is_a_mistake_of_the_program(engine: Engine) -> None:
    for limit in (0, -1, float("nan")):
        with pytest.raises(ValueError, match="time_limit"):
            engine.score("Text.", time_limit=limit)


def test_a_call_can_be_cancelled_between_its_stages(engine: Engine) -> None:
    switch = After(1_000_000)
    engine.score(ESSAYS[0], cancel=switch)
    looks = 1_000_000 - switch.left
    assert looks > 20
    for at in (0, looks // 2, looks - 1):
        with pytest.raises(StoppedError) as caught:
            engine.score(ESSAYS[0], cancel=After(at))
        assert caught.value.code == "cancelled"
    assert engine.score(ESSAYS[0], cancel=After(looks)).error is None


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_class_can_be_cancelled_and_an_iterator_closed(engine: Engine, jobs: int) -> None:
    drawn = []

    def texts() -> Iterator[str]:
        for number in range(1000):
            drawn.append(number)
            yield f"Essay number {number}."

    cancel = threading.Event()
    made = engine.score_many(texts(), jobs=jobs, cancel=cancel)
    assert next(made).status == "not_scored"
    cancel.set()
    with pytest.raises(StoppedError):
        next(made)
    closed = engine.score_many(texts(), jobs=jobs)
    assert isinstance(next(closed), Assessment)
    closed.close()  # type: ignore[attr-defined]
    assert list(closed) == []
    assert len(drawn) <= 20
    slow = list(engine.score_many([LONG, ESSAYS[0]], jobs=jobs, time_limit=0.02))
    assert slow[0].error is not None
    assert slow[0].error.code == "timed_out"


def test_logs_never_hold_a_word_of_the_essay(engine: Engine, caplog: pytest.LogCaptureFixture) -> None:
    secret = "Zebulon Quillfeather and his Xanthippe"
    text = ESSAYS[0] + f" This was written by {secret}."
    with caplog.at_level(logging.DEBUG):
        made = scorer.load().score(text, prompt=f"Ask {secret}.", sources=[secret * 20])
        engine.score(text, time_limit=1e-6)
        engine.score("")
    own = [record for record in caplog.records if record.name == "scorer"]
    assert [record.levelname for record in own] == ["INFO", "DEBUG", "INFO", "INFO"]
    assert made.submission.sha256[:12] in own[1].getMessage()
    said = caplog.text + " ".join(str(vars(record)) for record in caplog.records)
    assert re.findall(r"(?i)zebulon|quillfeather|xanthippe", said) == []
    assert {record.name.split(".")[0] for record in own} == {"scorer"}


def test_without_a_configuration_nothing_is_printed() -> None:
    assert any(isinstance(handler, logging.NullHandler) for handler in logging.getLogger("scorer").handlers)


def test_the_published_schema_is_that_of_the_program() -> None:
    published = json.loads((ROOT / "docs" / "assessment.schema.json").read_text(encoding="utf-8"))
    assert published == assessment_schema()  # after a change: scorer schema > docs/assessment.schema.json
    jsonschema.Draft202012Validator.check_schema(published)
    assert published["properties"]["schema_version"]["const"] == "1"


def test_the_schema_wants_every_key_but_the_text_and_no_other(engine: Engine) -> None:
    made = json.loads(engine.score(ESSAYS[0], include_text=True).model_dump_json())
    VALIDATOR.validate(made)
    VALIDATOR.validate({key: value for key, value in made.items() if key != "text"})
    for key in made.keys() - {"text"}:
        assert not VALIDATOR.is_valid({name: value for name, value in made.items() if name != key}), key
    assert not VALIDATOR.is_valid(made | {"grade": "A"})


def test_no_test_can_write_an_assessment_that_the_schema_refuses(engine: Engine) -> None:
    odd = engine.score("Too short.").model_copy(update={"status": "splendid"})
    with pytest.raises(jsonschema.ValidationError):
        odd.model_dump_json()


def test_what_is_returned_cannot_be_changed(engine: Engine) -> None:
    made = engine.score(ESSAYS[0])
    for part, name in (
        (made, "status"),
        (made.overall, "score"),
        (made.structure, "thesis"),
        (made.criteria[0], "score"),
    ):
        with pytest.raises(ValueError, match="frozen"):
            setattr(part, name, None)
