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
    "thesis", "reasons", "sources", "organization", "language", "conventions", "slips", "slip_kinds", "next_level",
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
