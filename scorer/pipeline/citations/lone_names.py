"""Whether a name alone in brackets is the author of what stands before it: ``(Duffer)``, ``(Open Library Forum)``."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from scorer.pipeline.annotations import Quotation
from scorer.pipeline.citations.candidates import SUNG_BEFORE, Candidate
from scorer.pipeline.citations.context import Essay
from scorer.pipeline.citations.name_patterns import ORGANISATION_WORDS
from scorer.pipeline.citations.names import is_organisation, is_people, is_rare
from scorer.pipeline.citations.patterns import AUTHOR_APPOSED, NAMED_THING, SENTENCE_SHUT, SUNG
from scorer.pipeline.citations.word_lists import GIVEN_NAMES

FEWEST_QUOTED = 4  # words of a quotation whose source a lone name may be
BEHIND_QUOTE = 6  # characters between a quotation and its bracket
NAMED_BEFORE = 40  # characters before a bracket in which stands what bears the name in it
SHORTEST_LONE = 4  # letters of a name that stands alone in a bracket


def credited_alone(name: str, candidate: Candidate, essay: Essay) -> bool:
    """Whether a bracket with this name alone, which nothing else shows to be an author's, is a citation."""
    if _whose(name, candidate, essay):
        return True
    if not candidate.clause_end:
        return False
    if named_behind_quote(candidate):
        words = quoted_words(candidate, essay.text, essay.quotations)
        sung = SUNG.search(essay.text, max(essay.floor, candidate.start - SUNG_BEFORE), candidate.start)
        return not sung and (essay.sourced or (bool(essay.named) and words >= FEWEST_QUOTED))
    return essay.sourced and _names_source(name, candidate, essay)


def named_behind_quote(candidate: Candidate) -> bool:
    """Whether a bracket behind quoted words holds nothing but who says them: ``(Duffer)``, ``(Open Library Forum)``."""
    author = candidate.works[0].author or ""
    return (
        candidate.works[0].form == "author_only"
        and candidate.after_quote
        and (is_people(author) or is_organisation(author))
        and author.lower() not in GIVEN_NAMES
    )


def quoted_words(candidate: Candidate, text: str, quotations: Sequence[Quotation]) -> int:
    """How many words the quotation before a bracket has."""
    index = bisect_right(quotations, candidate.start, key=lambda one: one.start) - 1
    if index < 0 or candidate.start - quotations[index].end > BEHIND_QUOTE:
        return 0
    return len(text[quotations[index].start : quotations[index].end].split())


def _whose(name: str, candidate: Candidate, essay: Essay) -> bool:
    """``the author of the other article (Moss) thinks``."""
    single = " " not in name and is_people(name) and name.lower() not in GIVEN_NAMES
    near = max(essay.floor, candidate.start - NAMED_BEFORE), candidate.start
    return single and is_rare(name) and bool(AUTHOR_APPOSED.search(essay.text, *near))


def _names_source(name: str, candidate: Candidate, essay: Essay) -> bool:
    """Whether a lone name in brackets at a sentence's end is whose claim that is: a rare surname, or a body's name.

    What the words before it name, as in "a friend (Jake)" and "new apps (Zapchat)", is none; of a sentence with a
    figure the latter is not asked.
    """
    text, begin = essay.text, max(essay.floor, essay.sentences.before(candidate.start))
    near = max(essay.floor, candidate.start - NAMED_BEFORE), candidate.start
    if NAMED_THING.search(text, *near) or not SENTENCE_SHUT.match(text, candidate.end):
        return False
    before = text[begin : candidate.start].rstrip()
    if before.endswith("s") and not any(map(str.isdigit, before)):
        return False
    if " " in name:
        return bool(ORGANISATION_WORDS.search(name)) and is_organisation(name)
    rare = name.isalpha() and is_rare(name)
    return rare and len(name) >= SHORTEST_LONE and is_people(name) and name.lower() not in GIVEN_NAMES
