"""Which measures a criterion's words name.

The title decides: every word of it must be known, none may name something that we do not measure, and what it names
must be one thing or things that go together. The description only confirms a title that is less than plain, or speaks
where the title says nothing at all ("Criterion 2"). Where in doubt, nothing is proposed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from scorer.rubric.matching.cues import Cues, Found, Measure, Words, cues, phrases_in
from scorer.rubric.model import Criterion, Rubric

Sure = Literal["sure", "likely", "no"]
PLAIN = 1.0
"""How plainly a cue must name a measure to need no more."""
MENTIONS = 2
"""Different cues in a description that speaks alone."""


@dataclass(frozen=True)
class Match:
    """A proposal for one criterion: ``measures`` is empty where there is none, and ``why`` says the reason then.

    ``words`` are the words, as written, that led there.
    """

    criterion: str
    measures: tuple[Measure, ...]
    sure: Sure
    words: tuple[str, ...]
    why: str = ""

    @property
    def title(self) -> str:
        """What the criterion would be scored by."""
        return " + ".join(measure.title for measure in self.measures)


def propose(rubric: Rubric) -> list[Match]:
    """A match for each criterion that nothing is mapped to yet."""
    about = _elsewhere(phrases_in(rubric.title), "rubric", "anywhere")
    waiting = [criterion for criterion in rubric.criteria if not criterion.scored]
    if about:
        why = "the rubric is about something other than an essay"
        return [Match(criterion.id, (), "no", (about.written,), why) for criterion in waiting]
    return [_match(criterion) for criterion in waiting]


def _match(criterion: Criterion) -> Match:
    def none(why: str, *words: str) -> Match:
        return Match(criterion.id, (), "no", words, why)

    known = cues()
    title = list(phrases_in(criterion.title))
    description = list(phrases_in(criterion.description))
    if criterion.lowest >= criterion.highest:
        return none("its levels do not differ in points")
    for found in title:
        if found.words in known.unmeasured:
            return none(known.unmeasured[found.words].why, found.written)
    other = _elsewhere(description, "anywhere")
    if other:
        return none(known.unmeasured[other.words].why, other.written)
    named = _named(known, title)
    unknown = [f.written for f in title if not _explained(known, f)]
    if unknown and not named:
        return none("its title names nothing that is measured")
    confirmed = _named(known, description)
    if not named:
        return _from_description(criterion, known, description, confirmed)
    measures = _measures(known, named)
    vague = [f.written for f in title if f.words in known.vague]
    words = _written(named)
    if all(_weight(known, f) >= PLAIN for f in named) and not unknown:
        return _joined(criterion, measures, "likely" if vague else "sure", words)
    support = [f for f in confirmed if known.named[f.words][0] in measures]
    if not support:
        why = f"{unknown[0]!r} is not known" if unknown else "its title alone is not plain enough"
        return none(f"{why}, and its description does not confirm {words[0]!r}", *words)
    return _joined(criterion, measures, "likely", _written([*named, *support]))


def _from_description(criterion: Criterion, known: Cues, found: list[Found], named: list[Found]) -> Match:
    """For a title without content; the description must speak of one thing, more than once."""
    measures = _measures(known, named)
    words = _written(named)
    unmeasured = [f.written for f in found if f.words in known.unmeasured]
    if len({f.words for f in named}) < MENTIONS or len(measures) != 1 or unmeasured:
        return Match(criterion.id, (), "no", (), "its title names nothing that is measured")
    return _joined(criterion, measures, "likely", words)


def _joined(criterion: Criterion, measures: list[Measure], sure: Sure, words: tuple[str, ...]) -> Match:
    """What is trained can be joined, and so can rules; the two kinds are not added up in one criterion."""
    ruled = [measure for measure in measures if not _trained(measure)]
    if ruled and len(ruled) < len(measures):
        why = "it names things that are measured in different ways: make a criterion of each"
        return Match(criterion.id, (), "no", words, why)
    return Match(criterion.id, tuple(measures), sure, words)


def _trained(measure: Measure) -> bool:
    return bool(measure.traits) or set(measure.origins) <= {"organization", "language", "conventions"}


def _named(known: Cues, found: Iterable[Found]) -> list[Found]:
    return [f for f in found if f.words in known.named and _weight(known, f) > 0]


def _measures(known: Cues, named: Iterable[Found]) -> list[Measure]:
    by_id = {known.named[f.words][0].id: known.named[f.words][0] for f in named}
    return list(by_id.values())


def _weight(known: Cues, found: Found) -> float:
    return known.named[found.words][1]


def _written(found: Iterable[Found]) -> tuple[str, ...]:
    """The phrases as they were written, each once."""
    once: dict[Words, str] = {}
    for phrase in found:
        once.setdefault(phrase.words, phrase.written)
    return tuple(once.values())


def _explained(known: Cues, found: Found) -> bool:
    letter = len(found.words) == 1 and len(found.words[0]) == 1  # "Row B"
    return letter or any(found.words in group for group in (known.empty, known.vague, known.named))


def _elsewhere(found: Iterable[Found], *where: str) -> Found | None:
    """The first phrase that says that this is no essay."""
    known = cues().unmeasured
    return next((f for f in found if f.words in known and known[f.words].where in where), None)
