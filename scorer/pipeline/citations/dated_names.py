"""Whether a name with a year in brackets, which no phrase announces, is an author's: ``Lamb and Otieno (2017)``."""

from __future__ import annotations

from scorer.pipeline.citations.candidates import Candidate
from scorer.pipeline.citations.context import Essay
from scorer.pipeline.citations.name_patterns import ORGANISATION_WORDS
from scorer.pipeline.citations.names import is_people
from scorer.pipeline.citations.narrative import studied
from scorer.pipeline.citations.narrative_patterns import HAPPENING_BEHIND
from scorer.pipeline.citations.word_lists import EVENT_WORDS, GIVEN_NAMES, POWERS, STREETS

EARLIEST_STUDY = 1930  # what people of earlier years did is history more often than a study


def scholarly(author: str, candidate: Candidate, essay: Essay) -> bool:
    """Whether a dated name that nothing announces may be an author's in an essay that cites by author and year.

    Films, events and places are dated just so: where the essay has a list of references, an author stands in it.
    """
    words = author.lower().split()
    if essay.listed or words[-1] in EVENT_WORDS or words[-1] in STREETS:
        return False
    body = bool(ORGANISATION_WORDS.search(author)) and words[-1] not in POWERS
    if HAPPENING_BEHIND.match(essay.text, candidate.end):
        return False
    several = " and " in author or "&" in author or body
    lately = int((candidate.works[0].year or "0")[:4]) >= EARLIEST_STUDY
    return several or (lately and words[-1] not in POWERS and studied(essay.text, candidate.end))


def studying(author: str, candidate: Candidate, essay: Essay) -> bool:
    """Whether a dated name is that of people who do research together, or of a body that does, whatever the essay.

    Three names, or two with "&", are; two with "and" may be a film's, as a body's may be a place's: what they do then
    tells, and that is no play and no game.
    """
    words = [word.strip(",.").lower() for word in author.split()]
    early = int((candidate.works[0].year or "0")[:4]) < EARLIEST_STUDY
    if early or words[-1] in EVENT_WORDS or HAPPENING_BEHIND.match(essay.text, candidate.end):
        return False
    if bool(ORGANISATION_WORDS.search(author)):
        return words[-1] not in POWERS and studied(essay.text, candidate.end)
    together = "&" in author or author.count(",") > 0
    friends = GIVEN_NAMES.issuperset({*words} - {"and", "&"}) if together else not GIVEN_NAMES.isdisjoint(words)
    if friends or not is_people(author):
        return False
    several = "&" in author or " and " in author
    return several and (together or studied(essay.text, candidate.end))
