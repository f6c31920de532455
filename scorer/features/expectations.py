"""The argument as expectations: chances of every sentence added up, where findings are there or not.

A finding is a sentence beyond a threshold; near it, a word more or less turns a reason into none. These measures move
with the chances themselves (``doc._.roles``), so that small changes of an essay change them little.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import fsum, prod

from spacy.tokens import Doc

from scorer.features.arithmetic import ratio
from scorer.features.cited import cites
from scorer.features.concreteness import concrete
from scorer.features.content import families
from scorer.features.lexicons.support import NUMBER_WORDS
from scorer.features.registry import feature
from scorer.features.running_text import apparatus, positions_of, words_before
from scorer.pipeline.view import EssayView, shared, view

QUARTERS = 4
OPENING, ENDING = 1 / 3, 3 / 4
"""A sentence that begins before the first share of the words stands in the opening, one that ends behind the second at
the end."""


@feature(group="thesis", label="how often the position is stated", unit="expected sentences", direction="higher")
def thesis_statements(doc: Doc) -> float:
    """Expected number of sentences that state the position. 0 upwards, mostly 1 to 4; low: hard to find."""
    return fsum(role.states for role in doc._.roles)


@feature(group="thesis", label="position at the start and at the end", unit="probability", direction="higher")
def thesis_at_both_ends(doc: Doc) -> float:
    """Chance that the position is stated in the first third, times that of the last quarter: the likeliest sentences.

    0 to 1; high: the essay ends where it set out to go, low: the position is missing at one end.
    """
    places = list(zip(doc._.roles, _places(doc), strict=True))
    opening = max((role.states for role, (begins, _) in places if begins < OPENING), default=0.0)
    ending = max((role.states for role, (_, ends) in places if ends > ENDING), default=0.0)
    return float(opening * ending)


@feature(group="thesis", label="reasons behind the position", unit="expected sentences", direction="higher")
def thesis_reasons_expected(doc: Doc) -> float:
    """Expected sentences that give a reason, times the chance that a position is stated.

    0 upwards, mostly 1 to 6; high: the essay argues for a position, low: there is none, or little is said for it.
    """
    return _stated(doc) * reasons_expected(doc)


@feature(group="thesis", label="words that work the position out", unit="expected words", direction="higher")
def thesis_evidence_words(doc: Doc) -> float:
    """Expected words that develop reasons, times the chance that a position is stated.

    0 upwards, mostly 60 to 250; high: the position guides a worked-out essay, low: there is none, or it stands alone.
    """
    return _stated(doc) * evidence_expected_words(doc)


@feature(group="reasons", label="how many sentences give reasons", unit="expected sentences", direction="higher")
def reasons_expected(doc: Doc) -> float:
    """Expected number of sentences that give a reason and do not state the position.

    0 upwards, mostly 1 to 6; high: reasons all through the essay, low: hard to find.
    """
    return fsum(role.gives * (1 - role.states) for role in doc._.roles)


@feature(group="reasons", label="words that develop the reasons", unit="expected words", direction="higher")
def evidence_expected_words(doc: Doc) -> float:
    """Expected number of words that argue and neither state the position, nor give a reason, nor speak for the others.

    0 upwards, mostly 80 to 300; low: reasons are named and not worked out.
    """
    return fsum(words * develops for develops, words in zip(_develops(doc), _words(doc), strict=True))


@feature(group="reasons", label="what the development names", unit="expected word families", direction="higher")
def evidence_expected_content(doc: Doc) -> float:
    """Expected number of different content-word families in what develops the reasons.

    0 upwards, mostly 20 to 80; high: much is said, low: little, or the same again and again.
    """
    named = families(doc)
    return fsum(_met(doc, ((k, named[k]) for k in range(len(named)) if named[k])))


@feature(group="reasons", label="particulars in the development", unit="expected words", direction="higher")
def evidence_expected_particulars(doc: Doc) -> float:
    """Expected number of different names, numbers and concrete words in what develops the reasons.

    0 upwards, mostly 5 to 40; high: things that one can picture or check, low: generalities.
    """
    lemma = view(doc).lower_lemma
    return fsum(_met(doc, ((k, lemma[k]) for k, told in enumerate(_particular(doc)) if told)))


@feature(group="sources", label="development with a citation", unit="expected share", direction="higher")
def evidence_expected_cited_share(doc: Doc) -> float:
    """Expected words that develop reasons, of sentences with a citation (or followed by one at once) / all of them.

    0 to 1; low: the reader has to take the writer's word.
    """
    expected = [develops * words for develops, words in zip(_develops(doc), _words(doc), strict=True)]
    cited = (cites(doc, role.start, role.end) for role in doc._.roles)
    return ratio(fsum(words for words, backed in zip(expected, cited, strict=True) if backed), fsum(expected))


@feature(group="reasons", label="share of the essay that argues, by chance", unit="expected share", direction="higher")
def argument_expected_share(doc: Doc) -> float:
    """Expected share of the words that stand in sentences which argue. 0 to 1; low: filler."""
    words = _words(doc)
    return ratio(fsum(n * role.argues for n, role in zip(words, doc._.roles, strict=True)), float(sum(words)))


@feature(group="reasons", label="parts of the essay that argue, by chance", unit="expected share", direction="higher")
def argument_expected_spread(doc: Doc) -> float:
    """Quarters of the essay in which a reason is given or developed, each by its likeliest sentence / 4.

    0 to 1; low: bunched up, or hard to find.
    """
    likeliest = [0.0] * QUARTERS
    for role, develops, (begins, _) in zip(doc._.roles, _develops(doc), _places(doc), strict=True):
        quarter = min(int(begins * QUARTERS), QUARTERS - 1)
        likeliest[quarter] = max(likeliest[quarter], role.gives * (1 - role.states), develops)
    return fsum(likeliest) / QUARTERS


@feature(group="reasons", label="the other side has a voice", unit="probability", direction="higher")
def counterargument_probability(doc: Doc) -> float:
    """Chance that any sentence says what the other side holds. 0 to 1; low: one side alone is heard."""
    return 1.0 - float(prod(1 - role.opposes for role in doc._.roles))


def _develops(doc: Doc) -> list[float]:
    """Chance of every sentence that it argues and neither states the position, nor gives a reason, nor opposes."""
    return [role.argues * max(0.0, 1 - role.states - role.gives - role.opposes) for role in doc._.roles]


def _met(doc: Doc, words: Iterable[tuple[int, str]]) -> list[float]:
    """Of each different word, given with its positions, the chance of the likeliest sentence that it stands in."""
    chance = [0.0] * len(view(doc))
    for inside, develops in zip(_positions(doc), _develops(doc), strict=True):
        chance[inside.start : inside.stop] = [develops] * len(inside)
    found: dict[str, float] = {}
    for k, word in words:
        found[word] = max(found.get(word, 0.0), chance[k])
    return list(found.values())


@shared
def _particular(made: EssayView) -> list[bool]:
    """Whether a name, a number or a concrete word stands at each position; bracketed citations hold none.

    What opens a sentence is no name for its capital.
    """
    aside, found = apparatus(made.doc), concrete(made.doc)
    opening = {sentence.start for sentence in made.sentences}
    return [
        not aside[k]
        and (
            found[k]
            or made.text[k][0].isdigit()
            or made.lower[k] in NUMBER_WORDS
            or (made.pos[k] == "PROPN" and made.text[k][0].isupper() and k not in opening)
        )
        for k in range(len(made))
    ]


def _stated(doc: Doc) -> float:
    """Chance that any sentence states the position."""
    return 1.0 - float(prod(1 - role.states for role in doc._.roles))


@shared
def _words(made: EssayView) -> list[int]:
    """Words of every sentence."""
    before = words_before(made.doc)
    return [before[inside.stop] - before[inside.start] for inside in _positions(made.doc)]


@shared
def _places(made: EssayView) -> list[tuple[float, float]]:
    """Shares of the essay's words that stand before every sentence begins, and before it ends."""
    before = words_before(made.doc)
    return [
        (ratio(before[inside.start], before[-1]), ratio(before[inside.stop], before[-1]))
        for inside in _positions(made.doc)
    ]


@shared
def _positions(made: EssayView) -> list[range]:
    """The tokens of every sentence."""
    return [positions_of(made, role) for role in made.doc._.roles]
