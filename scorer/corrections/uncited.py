"""Statements that lean on facts or numbers and do not say where they come from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from spacy.tokens import Doc

from scorer.corrections import patterns
from scorer.corrections.registry import Mark, check
from scorer.pipeline.annotations import Found, text_of
from scorer.pipeline.view import view

CONFIDENCE = 0.9
"""Probability that a mark is right: a fixed estimate, from reading marks (``docs/extraction.md``)."""

LONGEST = 350
"""Characters above which not the sentence is marked, a run-on most likely, but the phrase alone."""

BEFORE, FURTHEST = 2, 5
"""Sentences before a statement where its source may stand; more only where line breaks cut a sentence in pieces."""
STOPS = '.!?…)"”'

PROMPT_FIGURE = re.compile(r"\d[\d,.]*\d|\d")


class Claim(NamedTuple):
    """A phrase that leans on a finding; ``kind`` is a key of ``patterns.CLAIMS``."""

    kind: str
    start: int
    end: int


class Sentence(NamedTuple):
    """A sentence of the essay, by offsets, and the number of its paragraph."""

    start: int
    end: int
    paragraph: int


@check("uncited_claim")
def uncited_claims(doc: Doc) -> Iterator[Mark]:
    """Statistics, studies and large counts without a citation, a named source or a pointer to one nearby.

    One mark a sentence. The writer's own experience, hypotheticals, questions, marks at school, the prompt's figures,
    and what is quoted or copied need no source here.
    """
    text = text_of(doc)
    sentences = _sentences(doc)
    said = dict.fromkeys(patterns.CLAIMS, 0)
    plain = text.lower()
    cues = [cue for cue in patterns.CUES if cue in plain]
    for number, sentence in enumerate(sentences):
        claim = next((c for c in _claims(text, sentence, cues) if _needs_source(doc, c, sentences, number)), None)
        if not claim:
            continue
        messages = patterns.MESSAGES[claim.kind]
        message = messages[said[claim.kind] % len(messages)]
        said[claim.kind] += 1
        place = sentence if sentence.end - sentence.start <= LONGEST else claim
        phrase = " ".join(text[claim.start : claim.end].split())
        yield Mark(place.start, place.end, message.format(phrase=phrase), confidence=CONFIDENCE)


def _claims(text: str, sentence: Sentence, cues: Sequence[str]) -> list[Claim]:
    """The sentence's phrases that lean on findings, in text order. ``cues`` are those that the text has."""
    start, end = sentence.start, sentence.end
    words = text[start:end].lower()
    if not (patterns.DIGIT.search(words) or any(cue in words for cue in cues)):
        return []
    found = [
        Claim(kind, *match.span())
        for kind, group in patterns.CLAIMS.items()
        for needed, pattern in zip(patterns.NEEDED[kind], group, strict=True)
        if any(cue in words for cue in needed)
        for match in pattern.finditer(text, start, end)
        if "percent" not in pattern.groupindex or _is_share(text, match)
    ]
    return sorted(found, key=lambda claim: (claim.start, claim.kind))


def _is_share(text: str, match: re.Match[str]) -> bool:
    """Whether a percentage tells a share of people or things, or a change, and is no figure of speech."""
    if match[0].rstrip("%percntPERCNT \n") in patterns.ROUND:
        return False
    before = text[max(0, match.start() - 40) : match.start()]
    return bool(patterns.OF_WHOM.match(text, match.end()) or patterns.BY_HOW_MUCH.search(before))


def _sentences(doc: Doc) -> list[Sentence]:
    made = view(doc)
    return [
        Sentence(made.start[span[0]], made.start[span[-1]] + len(made.text[span[-1]]), made.paragraph[span[0]])
        for span in made.sentences
    ]


def _needs_source(doc: Doc, claim: Claim, sentences: list[Sentence], number: int) -> bool:
    text, sentence = text_of(doc), sentences[number]
    words = text[sentence.start : sentence.end]
    if words.endswith("?") or _touches(claim, doc._.quotations) or _touches(sentence, doc._.copied):
        return False
    if claim.kind == "number":
        reach_back, reach_on = patterns.REACH
        unreal = patterns.UNREAL.search(text, max(sentence.start, claim.start - reach_back), claim.end)
        supposed = patterns.SUPPOSED.search(text, claim.end, min(sentence.end, claim.end + reach_on))
        unreal = unreal or patterns.CONDITION.match(words)
        own = patterns.PERSONAL.search(words) or patterns.MARKS.search(words)
        if unreal or supposed or own or _in_prompt(doc, text[claim.start : claim.end]):
            return False
    elif patterns.OWN_STUDY.search(words) or patterns.DENIED.search(text[sentence.start : claim.start]):
        return False
    return not any(_has_source(doc, text, sentences[near]) for near in _around(text, sentences, number))


def _around(text: str, sentences: list[Sentence], number: int) -> Iterator[int]:
    """The sentence, the one after and the two before in its paragraph; of a broken sentence, all pieces before it."""
    yield number
    if number + 1 < len(sentences):
        following = sentences[number + 1]
        if following.paragraph == sentences[number].paragraph or text[following.start] == "(":
            yield number + 1
    for before in range(number - 1, max(-1, number - 1 - FURTHEST), -1):
        later = sentences[before + 1]
        broken = not text[later.start].isupper() or text[sentences[before].end - 1] not in STOPS
        in_reach = number - before <= BEFORE and sentences[before].paragraph == sentences[number].paragraph
        if not (broken or in_reach):
            return
        yield before


def _has_source(doc: Doc, text: str, sentence: Sentence) -> bool:
    words = text[sentence.start : sentence.end]
    cited = _touches(sentence, doc._.citations) or _touches(sentence, doc._.quotations)
    return bool(cited or patterns.POINTER.search(words) or patterns.NAMED.search(words))


def _touches(place: Claim | Sentence, found: list[Found]) -> bool:
    return any(one.start < place.end and place.start < one.end for one in found)


def _in_prompt(doc: Doc, phrase: str) -> bool:
    """Whether the prompt gives the phrase's figure."""
    head = text_of(doc)[doc._.prompt.start : doc._.prompt.end] if doc._.prompt else ""
    figures = set(PROMPT_FIGURE.findall(f"{head} {doc._.given_prompt or ''}"))
    return not figures.isdisjoint(PROMPT_FIGURE.findall(phrase))
