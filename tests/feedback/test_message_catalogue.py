"""The catalogue is complete, well formed, and in step with what it names."""

from __future__ import annotations

import re
from importlib.resources import files
from string import Formatter

import pytest

from scorer.features import registered
from scorer.feedback.catalogue import Message, messages
from scorer.feedback.groups import TOPICS

CODES = sorted(messages())
FINDERS = (
    "thesis", "reasons", "support", "objections", "sources", "quotations",
    "organization", "language", "conventions", "slips", "slip_kinds", "next_level", "left_out",
)  # fmt: skip
HARSH = re.compile(r"\b(?:wrong|bad|poor|terrible|lazy|obviously|simply|careless|fail\w*|stupid)\b", re.IGNORECASE)


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("code", CODES)
def test_a_message_is_well_formed(code: str) -> None:
    message = messages()[code]
    assert set(message.serves) <= set(TOPICS)
    assert 3 <= len(set(message.texts)) == len(message.texts)
    assert set(message.features) <= registered().keys()
    for text in message.texts:
        assert placeholders(text), f"nothing in {text!r} is about this essay"
        assert text.rstrip().endswith((".", "?")) or text.rstrip().endswith("}")
        assert not HARSH.search(text)


@pytest.mark.parametrize("code", CODES)
def test_texts_are_easy_to_read(code: str) -> None:
    """Sentences stay short: at most 30 words, placeholders counted as one."""
    for text in messages()[code].texts:
        assert max(len(sentence.split()) for sentence in re.split(r"(?<=[.?:])\s", text)) <= 30, text


GRADE = 8.0


def grade(text: str) -> float:
    """Flesch-Kincaid grade (Kincaid et al. 1975), a syllable for each group of vowels, a final silent "e" left out."""
    words = re.findall(r"[A-Za-z’']+", text)
    sentences = max(1, len(re.findall(r"[.?:;](?=\s|$)", text)))
    syllables = sum(max(1, len(re.findall(r"[aeiouy]+", re.sub(r"(?<=[^aeiouyl])es?$", "", w.lower())))) for w in words)
    return 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59


def test_the_catalogue_reads_at_grade_eight() -> None:
    """Each text with a word of the essay for each placeholder; the mean of a message, and all of them together."""
    grades = {
        code: [grade(re.sub(r"\{\w+\}", "word", text)) for text in message.texts]
        for code, message in messages().items()
        if code != "next_level"
    }
    assert {code: sum(g) / len(g) for code, g in grades.items() if sum(g) / len(g) > GRADE} == {}
    assert sum(map(sum, grades.values())) / sum(map(len, grades.values())) < GRADE - 2


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [("The cat sat on the mat.", -2, 1), ("Institutional considerations necessitate circumspection.", 15, 40)],
)
def test_the_formula_tells_easy_from_hard(text: str, low: float, high: float) -> None:
    assert low < grade(text) < high


@pytest.mark.parametrize("code", CODES)
def test_the_student_is_spoken_to(code: str) -> None:
    """In the second person or the imperative: never "the student", "the writer", "he or she"."""
    assert not re.search(r"\b(?:the student|the writer|he or she|his or her)\b", " ".join(messages()[code].texts), re.I)


def test_every_message_has_a_finder_and_every_finder_a_message() -> None:
    source = "".join((files("scorer.feedback") / f"{name}.py").read_text(encoding="utf-8") for name in FINDERS)
    assert [code for code in CODES if f'"{code}"' not in source] == []
    assert set(re.findall(r'Note\(\s*"(\w+)"', source)) <= set(CODES)


@pytest.mark.parametrize("topic", TOPICS)
def test_every_topic_has_something_to_say(topic: str) -> None:
    kinds = {message.kind for message in messages().values() if topic in message.serves}
    assert kinds & {"improve", "fix"}


def test_an_unknown_field_is_refused() -> None:
    with pytest.raises(ValueError, match="colour"):
        Message(kind="fix", serves=("grammar",), priority=1, texts=("a", "b", "c"), colour="red")  # type: ignore[call-arg]
