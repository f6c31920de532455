"""Sentences that say again, word for word or nearly so, what one before them said, or fill in one empty claim anew."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from spacy.tokens import Doc

from scorer.assessment import Flag
from scorer.features.content import families, family, prompt_families
from scorer.flags.finding import Finding, cut, percent, places, words_in
from scorer.pipeline.annotations import text_of
from scorer.pipeline.view import EssayView, view

WORDS = 6
"""Words of a sentence from which saying it again is no turn of phrase."""
NEAR_WORDS = 10
NEAR = 0.8
"""Words in common / words of both, from which two sentences are nearly the same."""
FRAME_WORDS, FRAME, FRAMED = 8, 0.55, 4
"""Sentences of so many words, each of which has so much in common with three others, are one sentence filled in again
and again, where nothing in them is said that the assignment has not: else they are reasons that open alike."""
VALUING = frozenset(map(family, ("important", "matter", "good", "great", "best", "big", "right")))
"""What says of anything that it counts, and of nothing why."""
SENTENCES = 2
LITTLE = 0.12
MUCH = 0.15
"""Share of repeated words from which one sentence is enough; with ``SENTENCES`` of them, ``LITTLE`` is."""
REVIEW = 0.25
"""Share from which a person should look. Learners' essays that say their thesis again word for word reach 15 to 22%."""


def repeated_text(doc: Doc) -> Iterator[Finding]:
    """Every such sentence but the first."""
    made = view(doc)
    again, framed = repeats(made), frames(made)
    share = words_in(made, again) / len(made.spelled) if again else 0.0
    enough = share >= MUCH or (len(again) >= SENTENCES and share >= LITTLE)
    if framed or enough:
        again = sorted({*(again if enough else ()), *framed}, key=lambda span: span.start)
        share = words_in(made, again) / len(made.spelled)
        found = places(made, again)
        one = len(again) == 1
        said = "sentence repeats an earlier one" if one else "sentences repeat earlier ones or nearly do"
        yield Finding(
            Flag(
                code="repeated_text",
                severity="review" if share >= REVIEW else "info",
                message=f"{len(again)} {said}, {percent(share)} of the words; what is said again was not counted.",
                spans=found,
            ),
            cut(text_of(doc), found),
        )


def repeats(made: EssayView) -> list[range]:
    """The sentences that repeat an earlier one."""
    seen: set[tuple[str, ...]] = set()
    kept: list[tuple[int, Counter[str]]] = []
    long: list[bool] = []
    short: list[bool] = []
    for span in made.worded_sentences:
        words = tuple(made.lower[k] for k in span if made.is_word[k])
        count, bag = len(words), Counter(words if len(words) >= NEAR_WORDS else ())
        same = words in seen or any(
            _near(bag, other) for size, other in kept if NEAR * size <= count and NEAR * count <= size
        )
        long.append(same and len(words) >= WORDS)
        short.append(words in seen and len(words) < WORDS)
        seen.add(words)
        if bag and not same:
            kept.append((count, bag))
    # a short sentence is said again only together with what stands beside it
    beside = [any(long[max(0, k - 1) : k + 2]) for k in range(len(long))]
    return [span for k, span in enumerate(made.worded_sentences) if long[k] or (short[k] and beside[k])]


def frames(made: EssayView) -> list[range]:
    """All but the first of sentences that say nothing and are much like each other, ``FRAMED`` of them or more."""
    asked = prompt_families(made.doc)
    if not asked:
        return []
    said, known = families(made.doc), asked | VALUING | {""}
    empty = [span for span in made.worded_sentences if known.issuperset(said[span.start : span.stop])]
    worded = [(span, [made.lower[k] for k in span if made.is_word[k]]) for span in empty]
    bags = [(span, Counter(words), len(words)) for span, words in worded if len(words) >= FRAME_WORDS]
    like: list[list[int]] = [[] for _ in bags]
    for (one, (_, bag, size)), (two, (_, other, count)) in combinations(enumerate(bags), 2):
        if FRAME * size <= count and FRAME * count <= size and _near(bag, other, FRAME):
            like[one].append(two)
            like[two].append(one)
    return [bags[k][0] for k, others in enumerate(like) if len(others) >= FRAMED - 1 and others[0] < k]


def _near(bag: Counter[str], other: Counter[str], near: float = NEAR) -> bool:
    """Whether enough words of two sentences, neither much longer than the other, are in both."""
    size, other_size = bag.total(), other.total()
    most = size - len(bag.keys() - other.keys())
    if most < near * (size + other_size - most):
        return False  # most often: too many words are in one of them alone
    common = sum(min(count, other[word]) for word, count in bag.items())
    return common >= near * (size + other_size - common)
