"""A second reading of the components: what neither the tagger nor a model of sentences can know."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Token

from scorer.pipeline.argument.components import Component, begun_in, without_marks
from scorer.pipeline.argument.parts import Sentence
from scorer.pipeline.argument.patterns import (
    ALL,
    ANSWERS,
    CONCEDING,
    FINITE,
    NOT_ONLY,
    OTHERS_SAY,
    REPORTED,
    STANCE,
    TURNED,
)
from scorer.pipeline.argument.words import lower_words

LATEST_OPENING = 20
"""Characters before "some say" in its sentence, and between it and what they say: "On the other hand, "."""

STORY_SHARE = 0.65
"""Share of past tense among finite verbs above which a text tells rather than argues (ours, by eye)."""


def read_again(components: Sequence[Component], sentences: Sequence[Sentence]) -> list[Component]:
    """Whose words they are, sentence by sentence; components stay in text order and apart.

    "Some say that" gives what follows to the other side whatever anyone thought of it; its words end where the answer
    begins, which is a claim of the writer's.
    """
    return [
        piece
        for sentence in sentences
        for component in _whose(begun_in(components, sentence), sentence)
        for piece in _answered(component, sentence[1])
    ]


def _whose(components: list[Component], sentence: Sentence) -> Iterator[Component]:
    _, tokens = sentence
    written = " ".join(lower_words(tokens))
    theirs = _told_by_others(written, tokens)
    for component in components:
        component = _own_position(component, written)
        yield _others_side(component, theirs, tokens) if theirs else component


def _own_position(component: Component, sentence: str) -> Component:
    """What the sentence tells of someone else's position backs the writer's up, it is not it."""
    reported = component.major > 0 and REPORTED.search(sentence)
    if reported and not STANCE.search(sentence):
        label = "Premise" if component.label == "MajorClaim" else component.label
        return replace(component, label=label, major=0.0)
    return component


def _told_by_others(written: str, tokens: Sequence[Token]) -> Token | None:
    """The first word of what "some say that" opens, if it opens the sentence."""
    match = OTHERS_SAY.search(written + " ")
    if not match or match.start() > LATEST_OPENING:
        return None
    count = len(written[: match.end()].split())
    return tokens[count] if count < len(tokens) else None


def _others_side(component: Component, theirs: Token, tokens: Sequence[Token]) -> Component:
    """What "some say that" opens is the other side's, from there on; major claims stay."""
    opens = component.start <= theirs.idx + LATEST_OPENING
    if opens and theirs.idx < component.end <= tokens[-1].idx + 1 and component.label != "MajorClaim":
        return replace(component, label="Against", start=max(component.start, theirs.idx), major=0.0)
    return component


def _answered(component: Component, sentence: Sequence[Token]) -> list[Component]:
    """What the other side holds, apart from the answer in the same breath: "they say X, but Y", "although X, Y"."""
    if component.label != "Against":
        return [component]
    inside = [token for token in sentence if component.start <= token.idx < component.end]
    words = [token.lower_ for token in inside]
    conceded = next((len(opening) for opening in CONCEDING if words[: len(opening)] == list(opening)), 0)
    turn = (
        _end_of_conceded(words) if conceded else next((k for k in range(1, len(words) - 1) if _turns(words, k)), None)
    )
    if turn is None:
        return [component]
    after = turn + 1 + (words[turn + 1] in ANSWERS)
    theirs, own = without_marks(inside[conceded:turn]), without_marks(inside[after:])
    if _is_clause(theirs) and _is_clause(own) and own[0].lower_ != "that" and own[0].tag_ not in FINITE:
        return [_over(component, theirs), replace(_over(component, own), label="Claim")]
    return [component]


def _end_of_conceded(words: Sequence[str]) -> int | None:
    """The comma where "although ..." ends; None where there are several, or none before the last words."""
    return words.index(",") if words.count(",") == 1 and words.index(",") < len(words) - 2 else None


def _turns(words: Sequence[str], k: int) -> bool:
    """Whether the writer answers here: not in "not only ... but", nor in "nothing but"."""
    if words[k] in ANSWERS:
        narrowed = any(pair in NOT_ONLY for pair in pairwise(words[:k]))
        return not narrowed and words[k - 1] not in ALL and words[k + 1] != "also"
    return words[k] in TURNED and words[k - 1] in {",", ";", "and"}


def _is_clause(tokens: Sequence[Token]) -> bool:
    return any(token.tag_ in FINITE for token in tokens)


def _over(component: Component, tokens: Sequence[Token]) -> Component:
    return replace(component, start=tokens[0].idx, end=tokens[-1].idx + len(tokens[-1]))


def tells_story(sentences: Sequence[Sentence]) -> bool:
    """Whether most finite verbs stand in the past."""
    tags = [token.tag_ for _, sentence in sentences for token in sentence if token.tag_ in FINITE]
    return tags.count("VBD") > STORY_SHARE * len(tags)
