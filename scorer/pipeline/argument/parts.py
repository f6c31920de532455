"""The parts of an essay: its paragraphs, or the turns that an unbroken text marks in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span, Token

from scorer.pipeline.annotations import text_of, tokens_of
from scorer.pipeline.argument.patterns import TURNS
from scorer.pipeline.argument.words import among, words_of
from scorer.pipeline.references.patterns import HEADING

Sentence = tuple[int, list[Token]]
"""The number of the part that a sentence is in, and its tokens without white space."""

LONGEST_HEADING, LONGEST_WITH_SUBTITLE = 12, 20
"""Tokens of a title line at most, and of one with a colon inside."""

ENDINGS = frozenset('.!?:,;…"”')

UNBROKEN = 8
"""An essay of one paragraph with at least this many sentences is read in the parts that its own words mark."""


def sentences_of(doc: Doc) -> list[Sentence]:
    """The essay's sentences: inside its paragraphs, before the list of references."""
    found = list(_sentences(doc))
    return found if found and found[-1][0] else unbroken(found)


def place_of(sentence: Sentence) -> tuple[int, int]:
    """Where a sentence begins and ends in the text."""
    _, tokens = sentence
    return tokens[0].idx, tokens[-1].idx + len(tokens[-1])


def _sentences(doc: Doc) -> Iterator[Sentence]:
    """(paragraph number, tokens) of each sentence; headings, also that of a list, are left out and not counted."""
    end = doc._.references[0].start if doc._.references else len(text_of(doc)) + 1
    spans = [doc.char_span(p.start, p.end, alignment_mode="expand") for p in doc._.paragraphs if p.start < end]
    if doc._.references and spans and HEADING.fullmatch(spans[-1].text):
        spans.pop()
    for number, span in enumerate(span for span in spans if span is spans[-1] or not _is_heading(span)):
        sentence: list[Token] = []
        for token in span:
            if token.is_sent_start and sentence:
                yield number, sentence
                sentence = []
            if not token.is_space:
                sentence.append(token)
        if sentence:
            yield number, sentence


def _is_heading(paragraph: Span) -> bool:
    """A short line without a mark at its end, whose longer words mostly begin with capitals: a title, a name."""
    words = [token for token in paragraph if not token.is_space]
    longest = LONGEST_WITH_SUBTITLE if any(token.text == ":" for token in words) else LONGEST_HEADING
    if not 0 < len(words) <= longest or words[-1].text in ENDINGS:
        return False
    long = [token for token in words if len(token) >= 4 and token.is_alpha]
    return bool(2 * sum(token.text[0].isupper() for token in long) > len(long))


def unbroken(sentences: Sequence[Sentence]) -> list[Sentence]:
    """The sentences as if there were no paragraphs: a part begins where the writer turns to a new point."""
    if len(sentences) < UNBROKEN:
        return [(0, tokens) for _, tokens in sentences]
    part = 0
    numbered = []
    for count, (_, sentence) in enumerate(sentences):
        opening = " ".join(token.lower_ for token in sentence[:4])
        part += bool(count and TURNS.match(opening))
        numbered.append((part, sentence))
    return numbered


def places_of(sentences: Sequence[Sentence]) -> list[dict[str, str]]:
    """Where each sentence stands: in which kind of part, how far from its ends and from the essay's."""
    sizes = Counter(part for part, _ in sentences)
    last_part = max(sizes, default=0)
    result = []
    previous, place = -1, 0
    for count, (part, _) in enumerate(sentences):
        place = place + 1 if part == previous else 0
        previous = part
        size = sizes[part]
        kind = kind_of(part, last_part)
        where = "only" if size == 1 else "first" if place == 0 else "last" if place == size - 1 else "inner"
        result.append(
            {
                "part": kind,
                "place": where,
                "part|place": f"{kind}|{where}",
                "part|from start": f"{kind}|{min(place, 4)}",
                "part|from end": f"{kind}|{min(size - 1 - place, 3)}",
                "parts": str(min(last_part + 1, 6)),
                "part size": str(min(size, 8)),
                "tenth": str(10 * count // len(sentences)),
                "part|tenth": f"{kind}|{10 * count // len(sentences)}",
                "essay start": str(min(count, 4)),
                "essay end": str(min(len(sentences) - 1 - count, 3)),
            }
        )
    return result


def kind_of(part: int, last: int) -> str:
    """``only``, ``first``, ``last`` or ``body``."""
    return "only" if last == 0 else "first" if part == 0 else "last" if part == last else "body"


def content_words(tokens: Sequence[Token]) -> set[str]:
    """Lemmas that carry meaning."""
    return set(filter(None, among(words_of(tokens[0].doc).content, tokens))) if tokens else set()


def prompt_words(doc: Doc) -> set[str]:
    """The content words of the prompt that stands at the head of the text; none where none does."""
    return content_words(list(tokens_of(doc, doc._.prompt))) if doc._.prompt else set()
