"""What a teacher should know before trusting a score: flags, each with one sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal

from spacy.tokens import Doc

from scorer.assessment import Flag, Place
from scorer.features.copied import copied_prompt_share, copied_source_share
from scorer.features.view import view

SHORTEST = 50
"""Words below which nothing that the models saw in training is comparable (1st percentile of ELLIPSE: about 130)."""

LONGEST = 3000
"""Words above which the trained models have seen no essay."""

FOREIGN_SHARE = 0.3
"""Share of words that English at large does not know, above which a text is not read as English.

Student essays stay below 0.15; short texts in German, French, Spanish, Italian and Latin have 0.45 to 0.75.
"""

UNSURE = 0.5
"""Mean confidence of thesis and reasons below which the structure should be checked by eye."""


MUCH_COPIED = 0.2
"""Share of copied words from which a teacher should look.

Of 240 essays on two ASAP prompts none repeats that much of the prompt; of 300 PERSUADE essays 9% take that much from
sentences that several essays share, nearly all of them passage after passage.
"""


def flags_of(doc: Doc) -> tuple[Flag, ...]:
    """The flags of an essay, in a fixed order."""
    return tuple(flag for check in _CHECKS for flag in check(doc))


def _no_prompt(doc: Doc) -> Iterator[Flag]:
    if not (doc._.prompt or doc._.given_prompt):
        yield Flag(
            code="no_prompt",
            severity="info",
            message="No assignment was given, so whether the essay answers it was not judged.",
        )


def _no_paragraphs(doc: Doc) -> Iterator[Flag]:
    if len(doc._.paragraphs) == 1 and len(view(doc).spelled) > 150:
        yield Flag(
            code="no_paragraphs",
            severity="info",
            message="The text has no paragraph breaks.",
            spans=(Place(start=doc._.paragraphs[0].start, end=doc._.paragraphs[0].end),),
        )


def _length(doc: Doc) -> Iterator[Flag]:
    words = len(view(doc).spelled)
    if words < SHORTEST:
        yield Flag(
            code="too_short",
            severity="block",
            message=f"The essay has {words} words, fewer than the {SHORTEST} that a score needs.",
        )
    elif words > LONGEST:
        yield Flag(
            code="too_long",
            severity="review",
            message=f"The essay has {words} words; the models were trained on essays of up to {LONGEST}.",
        )


def _not_english(doc: Doc) -> Iterator[Flag]:
    made = view(doc)
    # Names count too: the tagger takes unknown words for names.
    judged = [z for z, word in zip(made.zipf, made.is_word, strict=True) if word]
    unknown = sum(z < 2.0 for z in judged)
    if len(judged) >= 20 and unknown > FOREIGN_SHARE * len(judged):
        yield Flag(
            code="not_english",
            severity="block",
            message=f"{unknown} of {len(judged)} words are not English words, so the text was not scored.",
        )


def _low_confidence(doc: Doc) -> Iterator[Flag]:
    found = [span.confidence for span in ([doc._.thesis] if doc._.thesis else []) + doc._.reasons]
    if found and sum(found) / len(found) < UNSURE:
        yield Flag(
            code="low_confidence",
            severity="review",
            message="The program is not sure which sentences are the thesis and the reasons: check them by eye.",
            spans=tuple(Place(start=s.start, end=s.end) for s in [doc._.thesis, *doc._.reasons] if s),
        )


def _copied_prompt(doc: Doc) -> Iterator[Flag]:
    share = copied_prompt_share(doc)
    yield from _copied(doc, "prompt", share, f"{_percent(share)} of the words repeat the assignment")


def _copied_source(doc: Doc) -> Iterator[Flag]:
    share = copied_source_share(doc)
    said = f"{_percent(share)} of the words are copied from a given source without quotation marks"
    yield from _copied(doc, "source", share, said)


def _copied(doc: Doc, origin: Literal["prompt", "source"], share: float, said: str) -> Iterator[Flag]:
    found = tuple(Place(start=c.start, end=c.end) for c in doc._.copied if c.origin == origin)
    if found:
        yield Flag(
            code=f"copied_{origin}",
            severity="review" if share >= MUCH_COPIED else "info",
            message=f"{said}; sentences that are mostly copied were not counted as the student's argument.",
            spans=found,
        )


def _percent(share: float) -> str:
    return f"{max(share, 0.01):.0%}"


_CHECKS: tuple[Callable[[Doc], Iterator[Flag]], ...] = (
    _length,
    _not_english,
    _low_confidence,
    _copied_prompt,
    _copied_source,
    _no_prompt,
    _no_paragraphs,
)
