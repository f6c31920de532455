"""Whether an essay meets the rubric's requirements, and what it costs where it does not.

Only what the program can count is checked, and the sentences say what was found, not what is there. What a cap takes
away is the contribution named ``cap``, so that base and contributions still add up to the score.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from operator import gt, lt
from typing import Any

from spacy.tokens import Doc

from scorer.assessment import Contribution, Feedback, Place
from scorer.features.works import works
from scorer.pipeline.view import view
from scorer.rubric import Criterion, Requirement, Rubric
from scorer.scoring.criteria import CriterionScore
from scorer.scoring.traits import DECIMALS

CAP = "cap"
SENTENCES = {
    "min_words": "Your essay has {count} words, and at least {asked} are asked for.",
    "max_words": "Your essay has {count} words, and at most {asked} are asked for.",
    "min_citations": "Citations found in your essay: {count}. At least {asked} are asked for.",
    "min_sources": "Different sources found in your citations: {count}. At least {asked} are asked for.",
    "citation_style": "{asked} is asked for. Citations in another style: {count} of {total}.",
    "reference_list": "No list of the works cited was found after your essay, and one is asked for.",
    "counterargument": "No argument of the other side was found in your essay, and one is asked for.",
}
COST = "So this part can get at most {cap:g} of {highest:g} points."
STYLES = {
    "mla": "MLA style",
    "apa": "APA style",
    "chicago-author-date": "Chicago author-date style",
    "chicago-note": "Chicago note style",
    "numeric": "Numbered citation",
}
FREE = frozenset({"narrative"})
"""A citation in running words fits every style."""


Finding = tuple[tuple[Place, ...], dict[str, Any]]
"""Where the essay falls short, and what the sentence tells."""
Check = Callable[[Any, Doc], Finding | None]


@dataclass(frozen=True)
class Unmet:
    """A requirement that the essay does not meet: a sentence for the student, and the words it is about."""

    asked: Requirement
    sentence: str
    places: tuple[Place, ...] = ()


def unmet(rubric: Rubric, doc: Doc) -> dict[str, list[Unmet]]:
    """Criterion id -> the requirements that the essay does not meet, in the order of the table."""
    result: dict[str, list[Unmet]] = {}
    for name, asked in rubric.requirements.stated().items():
        found = _CHECKS[name](asked, doc)
        if found:
            places, facts = found
            result.setdefault(asked.criterion, []).append(Unmet(asked, SENTENCES[name].format(**facts), places))
    return result


def capped(score: CriterionScore | None, found: Sequence[Unmet]) -> CriterionScore | None:
    """The score, no higher than the lowest cap of what is unmet; the interval goes no higher, either."""
    caps = [item.asked.cap for item in found if item.asked.cap is not None]
    if score is None or not caps or score.score <= min(caps):
        return score
    cap = round(min(caps), DECIMALS)
    low, high = score.interval
    taken = Contribution(feature=CAP, value=score.score, points=round(cap - score.score, DECIMALS))
    contributions = (*score.contributions, taken)
    step = None if score.step is None else min(score.step, cap)
    return replace(score, score=cap, interval=(min(low, cap), min(high, cap)), contributions=contributions, step=step)


def remarks(criterion: Criterion, found: Sequence[Unmet]) -> tuple[Feedback, ...]:
    """What to tell the student about each unmet requirement, and what it costs."""
    return tuple(
        Feedback(kind="fix", message=" ".join([item.sentence, *_cost(criterion, item.asked)]), spans=item.places)
        for item in found
    )


def _cost(criterion: Criterion, asked: Requirement) -> Iterator[str]:
    if criterion.scored and asked.cap is not None and asked.cap < criterion.highest:
        yield COST.format(cap=asked.cap, highest=criterion.highest)


def _counted(count: Callable[[Doc], int], misses: Callable[[int, int], bool]) -> Check:
    def check(asked: Any, doc: Doc) -> Finding | None:
        found = count(doc)
        return ((), {"count": found, "asked": asked.value}) if misses(found, asked.value) else None

    return check


def _present(find: Callable[[Doc], Sequence[object]]) -> Check:
    def check(asked: Any, doc: Doc) -> Finding | None:
        return ((), {}) if asked.value and not find(doc) else None

    return check


def _style(asked: Any, doc: Doc) -> Finding | None:
    """Citations whose style is plainly another one."""
    styled = [citation for citation in doc._.citations if citation.style not in FREE]
    others = [citation for citation in styled if citation.style != asked.value]
    if not others:
        return None
    places = dict.fromkeys((citation.start, citation.end) for citation in others)
    facts = {"asked": STYLES[asked.value], "count": len(others), "total": len(styled)}
    return tuple(Place(start=start, end=end) for start, end in places), facts


def _words(doc: Doc) -> int:
    return len(view(doc).spelled)


def _citations(doc: Doc) -> int:
    return len(doc._.citations)


def _sources(doc: Doc) -> int:
    return len(set(works(doc)))


_CHECKS: dict[str, Check] = {
    "min_words": _counted(_words, lt),
    "max_words": _counted(_words, gt),
    "min_citations": _counted(_citations, lt),
    "min_sources": _counted(_sources, lt),
    "citation_style": _style,
    "reference_list": _present(lambda doc: doc._.references),
    "counterargument": _present(lambda doc: doc._.counterarguments),
}
