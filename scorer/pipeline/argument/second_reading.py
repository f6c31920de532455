"""A second reading of the tagged components: what the tagger, which sees one place at a time, cannot know."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from scorer.pipeline.argument.parts import Sentence
from scorer.pipeline.argument.patterns import FINITE, OTHERS_SAY, REPORTED, STANCE
from scorer.pipeline.argument.words import lower_words

LATEST_OPENING = 20
"""Characters before "some say" in its sentence, and between it and what they say: "On the other hand, "."""

ANSWERS = frozenset({"but", "however", "yet"})
CONCEDING = frozenset({"although", "though", "while"})
"""Words behind which an answer stands, and words that open what is conceded."""

STORY_SHARE = 0.65
"""Share of past tense among finite verbs above which a text tells rather than argues (ours, by eye)."""


@dataclass(frozen=True)
class Component:
    """One argument component: ``label`` is MajorClaim, Claim, Against or Premise; ``part`` counts from 0.

    ``major``, ``claim`` and ``against`` are the tagger's probabilities that it is of these kinds, whatever the label.
    """

    label: str
    start: int
    end: int
    confidence: float
    part: int
    major: float = 0.0
    claim: float = 0.0
    against: float = 0.0


def read_again(components: list[Component], sentences: Sequence[Sentence]) -> list[Component]:
    """Mend the labels, one kind of slip after the other; components stay in text order and apart."""
    written = [" ".join(lower_words(sentence)) for _, sentence in sentences]
    starts = [sentence[0].idx for _, sentence in sentences]

    def sentence_of(component: Component) -> str:
        return written[bisect_right(starts, component.start) - 1]

    components = [_own_position(component, sentence_of(component)) for component in components]
    components = _others_side(components, sentences, written)
    tokens = {start: sentence for start, (_, sentence) in zip(starts, sentences, strict=True)}
    return [
        piece
        for component in components
        for piece in _answered(component, tokens[starts[bisect_right(starts, component.start) - 1]])
    ]


def _own_position(component: Component, sentence: str) -> Component:
    """What the sentence tells of someone else's position backs the writer's up, it is not it."""
    reported = component.major > 0 and REPORTED.search(sentence)
    if reported and not STANCE.search(sentence):
        label = "Premise" if component.label == "MajorClaim" else component.label
        return replace(component, label=label, major=0.0)
    return component


def _others_side(components: list[Component], sentences: Sequence[Sentence], written: Sequence[str]) -> list[Component]:
    """What "some say that" opens is the other side's, from there on; major claims stay."""
    told = {}
    for (_, sentence), words in zip(sentences, written, strict=True):
        match = OTHERS_SAY.search(words + " ")
        if match and match.start() <= LATEST_OPENING:
            count = len(words[: match.end()].split())
            if count < len(sentence):
                told[sentence[0].idx] = (sentence[count].idx, sentence[-1].idx)
    return [_told(component, told) for component in components]


def _told(component: Component, told: dict[int, tuple[int, int]]) -> Component:
    for start, (theirs, last) in told.items():
        opens = start <= component.start <= theirs + LATEST_OPENING
        if opens and theirs < component.end <= last + 1 and component.label != "MajorClaim":
            start = max(component.start, theirs)
            return replace(component, label="Against", start=start, major=0.0)
    return component


def _answered(component: Component, sentence: Sequence[Token]) -> list[Component]:
    """What the other side holds, apart from the answer in the same breath: "they say X, but Y", "although X, Y"."""
    if component.label != "Against":
        return [component]
    inside = [token for token in sentence if component.start <= token.idx < component.end]
    conceded = _opening(inside)
    finite = [k for k, token in enumerate(inside) if token.tag_ in FINITE]
    for k in range(conceded, len(inside)) if finite else ():
        turns = inside[k].text == "," if conceded else inside[k].lower_ in ANSWERS
        if turns and finite[0] < k < finite[-1]:
            theirs, own = (_without_marks(tokens) for tokens in (inside[conceded:k], inside[k + 1 :]))
            if theirs and own:
                return [_over(component, theirs), replace(_over(component, own), label="Claim")]
    return [component]


def _opening(tokens: Sequence[Token]) -> int:
    """How many words at the start concede what follows up to the next comma."""
    words = [token.lower_ for token in tokens[:2]]
    return 2 if words == ["even", "though"] else int(bool(words) and words[0] in CONCEDING)


def _without_marks(tokens: Sequence[Token]) -> list[Token]:
    words = [k for k, token in enumerate(tokens) if not token.is_punct]
    return list(tokens[words[0] : words[-1] + 1]) if words else []


def _over(component: Component, tokens: Sequence[Token]) -> Component:
    return replace(component, start=tokens[0].idx, end=tokens[-1].idx + len(tokens[-1]))


def begun_in(components: Sequence[Component], sentence: Sentence) -> list[Component]:
    """The components that begin in the sentence."""
    _, tokens = sentence
    start, end = tokens[0].idx, tokens[-1].idx + len(tokens[-1])
    return [c for c in components if start <= c.start < end]


def tells_story(sentences: Sequence[Sentence]) -> bool:
    """Whether most finite verbs stand in the past."""
    tags = [token.tag_ for _, sentence in sentences for token in sentence if token.tag_ in FINITE]
    return tags.count("VBD") > STORY_SHARE * len(tags)


def placed(components: list[Component], new: Component) -> list[Component]:
    """The components with a new one among them; what it overlaps gives way."""
    apart = [c for c in components if c.end <= new.start or c.start >= new.end]
    return sorted([*apart, new], key=lambda c: c.start)


def whole(label: str, sentence: Sentence, confidence: float) -> Component:
    """A sentence as a component, without the marks at its ends."""
    part, tokens = sentence
    words = _without_marks(tokens) or tokens
    return Component(label, words[0].idx, words[-1].idx + len(words[-1]), confidence, part)
