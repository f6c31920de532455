"""What every text goes through, whatever file it came from."""

from __future__ import annotations

import re

from scorer.reading.failures import reading_error
from scorer.reading.limits import Limits

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")


def normalised(text: str) -> str:
    """``\\r\\n`` and ``\\r`` become ``\\n``; nothing else changes, except that half characters cannot stay.

    A surrogate pair becomes the character that it stands for; a lone surrogate, which no UTF-8 can hold,
    becomes U+FFFD.
    """
    if _SURROGATE.search(text):
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def is_binary(text: str) -> bool:
    """True where a NUL, or more than one control character in a hundred, says that no person typed this."""
    return "\0" in text or len(_CONTROL.findall(text)) * 100 > len(text)


def without_controls(text: str) -> str:
    """The text without control characters (tabs, line and page breaks stay)."""
    return _CONTROL.sub("", text)


def joined(blocks: list[str]) -> str:
    """Paragraphs as one text: a blank line between two, blank paragraphs left out."""
    return "\n\n".join(block.strip("\n").rstrip() for block in blocks if block.strip())


def check_markup(markup: str, opening: str, name: str, limits: Limits) -> None:
    """Raise ``too_large`` for markup that would keep its parser busy for minutes; ``opening`` begins a tag."""
    if len(markup) > limits.markup_characters or markup.count(opening) > limits.markup_tags:
        raise reading_error("markup", name)


def check_length(text: str, name: str, limits: Limits) -> None:
    """Raise ``too_large`` for a text beyond the limits."""
    if len(text) > limits.characters:
        raise reading_error("characters", name, limits.characters)
    words = text.split()
    if len(words) > limits.words:
        raise reading_error("words", name, limits.words)
    if any(len(word) > limits.word_characters for word in words):
        raise reading_error("word", name, limits.word_characters)
