"""What a bracket cites: whether the essay speaks for it, and the author of one that holds year or place alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from scorer.pipeline.citations.bracket import OLDEST, reads_as_title
from scorer.pipeline.citations.candidates import Candidate, is_strong
from scorer.pipeline.citations.canon import case_before, divides_play
from scorer.pipeline.citations.context import Essay
from scorer.pipeline.citations.dated_names import scholarly, studying
from scorer.pipeline.citations.essay import Pointer
from scorer.pipeline.citations.linking import same_title
from scorer.pipeline.citations.lone_names import credited_alone
from scorer.pipeline.citations.name_patterns import ORGANISATION_WORDS, TEAM
from scorer.pipeline.citations.names import is_near, is_people, is_rare, is_short_for, surname
from scorer.pipeline.citations.narrative import (
    Named,
    Speaker,
    author_name,
    names_work,
    reported,
    signal_author,
    touching_author,
)
from scorer.pipeline.citations.narrative_patterns import AS_SAID, CREDITED_NAME, SPEAKS, SPOKEN_VERB
from scorer.pipeline.citations.patterns import (
    CHAINED,
    CONFIDENCE,
    GOES_ON,
    OWN_TEXT,
    SIGNBOARDS,
)
from scorer.pipeline.citations.place_patterns import LINES
from scorer.pipeline.citations.pointing_patterns import BY_BEHIND
from scorer.pipeline.citations.word_lists import GIVEN_NAMES
from scorer.pipeline.citations.work import HEADLESS, Work

LONGEST_CASE = 100  # characters of a case's name
OWN_BEFORE = 30  # characters before a bracket in which the writer may speak of this very essay
SHORTEST_LOWER = 5  # letters of a name without its capital: "ext", "apt" have numbers as well
HIGHEST_COUNT = 3  # "(1)" behind quoted words counts points as often as it names a page


def pointers_of(candidate: Candidate, essay: Essay, before: Named | None, last: int) -> list[Pointer]:
    """The pointers that a bracket makes; none where neither it nor what stands around speaks for a citation.

    ``before`` is what the running text points at right before the bracket: the two are one. ``last``: where the
    pointer before this one ends.
    """
    works = candidate.works
    if before and before.work.locator and works[0].form == "labelled_locator" and len(works) == 1:
        both = replace(before.work, locator=f"{before.work.locator}, {works[0].locator}")
        return [Pointer(before.start, candidate.end, both, CONFIDENCE["place"], narrative=True)]
    if works[0].form in HEADLESS:
        if before and not before.work.locator and (before.work.title or works[0].form != "bare_locator"):
            title, author = before.work.title, before.work.author
            family = "narrative_title"
            return [
                Pointer(
                    before.start, candidate.end, replace(work, title=title, author=author), CONFIDENCE[family], True
                )
                for work in works
            ]
        return _completed(candidate, essay, last)
    if whole := _introduced(candidate, essay) or (_beside(before, candidate) if before else _by(candidate, essay)):
        return [whole]
    made = []
    for work in works:
        recognised = work.author is not None and surname(work.author) in essay.known
        if work.form == "author_only" and work.author and work.author.isupper() and not candidate.after_quote:
            if essay.listed and recognised and candidate.clause_end and not _shortens(work.author, candidate, essay):
                made.append(Pointer(candidate.start, candidate.end, work, CONFIDENCE["author_only"]))
            continue  # "(WHO)" behind the name that it shortens
        if is_strong(work, candidate) or recognised or _likely(work, candidate, essay):
            if (
                work.form == "author_only"
                and reads_as_title(work.author or "")
                and not ORGANISATION_WORDS.search(work.author or "")
            ):
                work = replace(work, form="title", author=None, title=work.author)
            family = "unclosed" if not candidate.closed else "url" if work.form == "link" else work.form
            nameless = work.labelled and work.form == "title" and not work.author
            if nameless:
                work = replace(work, author=_signalled(candidate, essay))
            start, end, unclosed = candidate.start, candidate.end, not candidate.closed
            made.append(Pointer(start, end, work, CONFIDENCE[family], unclosed=unclosed, alone=nameless))
    return made


def retitled(candidates: Sequence[Candidate], named: Sequence[Named], known: set[str]) -> list[Candidate]:
    """The brackets, in which a title that running text names is no author where it is shortened: ``(TCOEV 3)``."""
    titles = {one.work.title for one in named if one.work.title and not one.work.labelled}

    def read(work: Work) -> Work:
        short = work.author
        if short is None or work.title or surname(short) in known or short.lower() in GIVEN_NAMES:
            return work
        if not any(same_title(short, title) or is_short_for(short, title, whole=True) for title in titles):
            return work
        return Work("title", None, short, work.year, work.locator, comma=work.comma)

    return [replace(one, works=[read(work) for work in one.works]) for one in candidates] if titles else [*candidates]


def _beside(before: Named, candidate: Candidate) -> Pointer | None:
    """A title and what the bracket that touches it adds: ``"Late Buses" (Ann Moss)``, ``"Late Buses" (Source 2)``."""
    said, work = before.work, candidate.works[0]
    source = work.labelled and work.form == "title" and not said.labelled
    author = work.author and not work.title and is_people(work.author) and not work.author.isupper()
    if len(candidate.works) > 1 or not said.title or not (source or author):
        return None
    if (said.locator and work.locator) or (said.author and work.author):
        return None
    both = replace(
        said, author=said.author or work.author, year=said.year or work.year, locator=said.locator or work.locator
    )
    return Pointer(before.start, candidate.end, both, CONFIDENCE["narrative_title"], narrative=True)


def _by(candidate: Candidate, essay: Essay) -> Pointer | None:
    """A lettered source in brackets and its author right before or behind: ``According to Ann Moss (source 3)``."""
    work, text = candidate.works[0], essay.text
    if len(candidate.works) > 1 or work.form != "title" or not work.labelled or work.author or not candidate.closed:
        return None
    behind = BY_BEHIND.match(text, candidate.end)
    author = author_name(behind["author"]) if behind else None
    if behind and author:
        whole = replace(work, author=author)
        return Pointer(candidate.start, behind.end("author"), whole, CONFIDENCE["narrative_title"], narrative=True)
    floor = max(essay.floor, essay.sentences.before(candidate.start))
    touching = touching_author(text, candidate.start, floor)
    if touching is None or touching[0].lower() in GIVEN_NAMES:
        return None
    author, at = touching[:2]
    credited = CREDITED_NAME.search(text, floor, at) or reported(text, candidate.end)
    if not (credited or surname(author) in essay.known):
        return None
    return Pointer(at, candidate.end, replace(work, author=author), CONFIDENCE["narrative_title"], narrative=True)


def _signalled(candidate: Candidate, essay: Essay) -> str | None:
    """The known author who says what stands before ``(source 3, paragraph 16)``; others may be quoted in the source.

    "As Ann Moss says" right before the bracket is the author of it.
    """
    floor = max(essay.floor, essay.sentences.before(candidate.start))
    said = AS_SAID.search(essay.text, floor, candidate.start)
    if said and (author := author_name(said["author"])):
        return author
    speaker = signal_author(
        essay.text, candidate.start, essay.sentences, essay.named, essay.quotations, essay.floor, essay.known
    )
    return speaker.author if speaker and speaker.plain and surname(speaker.author) in essay.known else None


def _shortens(short: str, candidate: Candidate, essay: Essay) -> bool:
    """Whether the name right before a bracket is the one that the letters in it shorten."""
    floor = max(essay.floor, essay.sentences.before(candidate.start))
    words = essay.text[floor : candidate.start].split()
    return any(is_short_for(short, " ".join(words[-count:])) for count in range(2, min(len(words), 10) + 1))


def _likely(work: Work, candidate: Candidate, essay: Essay) -> bool:
    """Whether a bracket that could be an aside is a citation in an essay that cites, by where it stands."""
    if candidate.clause_end and work.author and is_near(surname(work.author), essay.known):
        return True  # a name that is spelt in two ways
    if work.form == "author_locator":
        if (work.author or "A")[0].islower():
            first = (work.author or "").split()[0]
            return essay.sourced and candidate.clause_end and len(first) >= SHORTEST_LOWER and is_rare(first)
        friend = not GIVEN_NAMES.isdisjoint(word.strip(",").lower() for word in (work.author or "").split())
        return essay.sourced and not (work.weak or friend) and bool(GOES_ON.match(essay.text, candidate.end))
    if work.form == "author_only":
        return credited_alone(work.author or "", candidate, essay)
    if not candidate.clause_end:
        return False
    if work.form == "title":
        several = len((work.title or "").split()) > 1
        return candidate.after_quote or (essay.sourced and several and not work.weak)
    formed = work.form == "author_date" and (work.comma or (work.author or "").isupper())
    return formed and essay.dated and not candidate.made_thing


def _introduced(candidate: Candidate, essay: Essay) -> Pointer | None:
    """``World Health Organization (WHO, 2020)``: the name in the text, its short form and the year in the bracket."""
    work = candidate.works[0]
    if len(candidate.works) > 1 or work.form != "author_date" or not (work.author or "a").isupper():
        return None
    floor = max(essay.floor, essay.sentences.before(candidate.start))
    touching = touching_author(essay.text, candidate.start, floor)
    if touching is None or not is_short_for(work.author or "", touching[0]):
        return None
    full = replace(work, author=touching[0])
    return Pointer(touching[1], candidate.end, full, CONFIDENCE["narrative_date"], narrative=True)


def _completed(candidate: Candidate, essay: Essay, last: int) -> list[Pointer]:
    """A bracket with year or locator alone: its author touches it, or stands in the signal phrase, or is not said."""
    text, first = essay.text, candidate.works[0]
    floor = max(essay.floor, essay.sentences.before(candidate.start))
    if (
        first.form == "year"
        and (at := case_before(text, candidate.start, max(essay.floor, candidate.start - LONGEST_CASE))) is not None
    ):
        case = replace(first, form="title", title=" ".join(text[at : candidate.start].split()).rstrip(","))
        return [Pointer(at, candidate.end, case, CONFIDENCE["narrative_title"], narrative=True)]
    if touching := touching_author(text, candidate.start, floor):
        author, at, owner, announced = touching
        if first.form == "year" and names_work(text, at, floor):
            works = [replace(work, form="title", title=author) for work in candidate.works]
            return [Pointer(at, candidate.end, work, CONFIDENCE["narrative_title"], narrative=True) for work in works]
        recognised = surname(author) in essay.known
        says = reported(text, candidate.end) or announced
        certain = owner or first.locator is not None or not (first.year or "0").isdigit() or bool(TEAM.search(author))
        certain = certain or CHAINED.fullmatch(text, last, at) is not None
        certain = certain or (first.form == "year" and studying(author, candidate, essay))
        if first.form == "year" and (
            says or certain or recognised or (essay.dated and scholarly(author, candidate, essay))
        ):
            return _all(candidate, author, "narrative_date", at)
        if first.form == "labelled_locator" and (says or recognised):
            return _all(candidate, author, "labelled_locator", at)
        young = (first.locator or "").isdigit() and int(first.locator or 0) <= OLDEST
        aged = author.lower() in GIVEN_NAMES and young
        told = young and (
            SPOKEN_VERB.match(text, candidate.end)
            or SPEAKS.match(text, candidate.end)
            or not (essay.sourced or announced)
        )
        if first.form == "bare_locator" and (aged or told) and not recognised:
            return []
        if first.form == "bare_locator" and (recognised or reported(text, candidate.end)) and not candidate.after_quote:
            return _all(candidate, author, "bare_locator", at)
    speaker = signal_author(
        text, candidate.start, essay.sentences, essay.named, essay.quotations, essay.floor, essay.known
    )
    if speaker and divides_play(first.locator) and surname(speaker.author) not in essay.known:
        speaker = None
    if speaker and first.form == "labelled_locator" and surname(speaker.author) not in essay.known:
        speaker = speaker if first.paged and speaker.plain else None  # whom a class's text quotes is not its author
    if speaker and speaker.aside and first.form == "bare_locator" and not essay.sourced:
        speaker = speaker if surname(speaker.author) in essay.known else None
    if not _vouched(first, candidate, essay, speaker):
        return []
    family = "unclosed" if not candidate.closed else "narrative_date" if first.form == "year" else first.form
    quoted = first.form == "bare_locator" and essay.classed and speaker and surname(speaker.author) not in essay.known
    return _all(candidate, speaker.author if speaker and not quoted else None, family, candidate.start)


def _vouched(work: Work, candidate: Candidate, essay: Essay, speaker: Speaker | None) -> bool:
    """Whether a bracket without author and title is a citation: by its form, what it follows, or the whole essay."""
    if work.form == "labelled_locator":
        own = OWN_TEXT.search(essay.text, max(essay.floor, candidate.start - OWN_BEFORE), candidate.start)
        placed = candidate.clause_end or candidate.after_quote or speaker or reported(essay.text, candidate.end)
        if (
            own
            or (work.paged and not placed)
            or (LINES.match(work.locator or "") and not (candidate.clause_end or candidate.after_quote))
        ):
            return False
        return not work.weak or candidate.after_quote or speaker is not None
    if work.form == "year" and work.labelled:
        return True
    begin = max(essay.floor, essay.sentences.before(candidate.start))
    counted = (work.locator or "").isdigit() and int(work.locator or 0) <= HIGHEST_COUNT
    within = candidate.after_quote and (essay.sourced or (speaker is not None and not counted))
    if not (candidate.clause_end or within):
        return False
    recognised = speaker is not None and surname(speaker.author) in essay.known
    if work.form == "year":
        if work.locator:
            return speaker is not None or (candidate.after_quote and essay.dated)
        return speaker is not None and (essay.dated or recognised)
    if candidate.after_quote and speaker is None and SIGNBOARDS.search(essay.text, begin, candidate.start):
        return False
    if speaker is None or not candidate.closed:
        return (candidate.after_quote or speaker is not None) and (essay.sourced or (candidate.closed and not counted))
    return recognised or essay.sourced or candidate.after_quote or not speaker.private


def _all(candidate: Candidate, author: str | None, family: str, start: int) -> list[Pointer]:
    return [
        Pointer(
            start,
            candidate.end,
            replace(work, author=author),
            CONFIDENCE[family],
            narrative=start < candidate.start,
            unclosed=not candidate.closed,
            alone=start == candidate.start,
        )
        for work in candidate.works
    ]
