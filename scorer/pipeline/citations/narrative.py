"""Works that running text names: ``In his 1994 book Diplomacy, Kissinger``, ``"Title" by Walt``, ``Walt (2017)``."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

from scorer.pipeline.annotations import Found
from scorer.pipeline.citations.cues import word_starts
from scorer.pipeline.citations.names import credited_title, denied, opener_length, sentence_cased, surname, titled
from scorer.pipeline.citations.narrative_forms import (
    AFTER_TITLE,
    AUTHOR_APPOSED,
    BEFORE_TITLE,
    BODY_TITLE,
    NARRATIVES,
    SAID_FROM,
    WORK_BY,
    compiled,
)
from scorer.pipeline.citations.narrative_patterns import (
    AFTER_BRACKET,
    AFTER_BRACKET_LOOSELY,
    AUTHOR_OF,
    BEFORE_BRACKET,
    BEFORE_NAME,
    BODY_AHEAD,
    BRACKET_YEAR,
    BY_BEHIND,
    BY_PERSON,
    CUE,
    CUE_LITERALS,
    DATED_AHEAD,
    DATED_BEFORE,
    EXPERT_BEHIND,
    LABEL_AHEAD,
    LOWER_SURNAME,
    NAME_ANYWHERE,
    NOT_SPEAKERS,
    NOUN_STEMS,
    PERIODICAL,
    PLAYED,
    PRIVATE,
    PRONOUN_SIGNAL,
    SAYING,
    SIGNALS,
    SPOKEN_VERB,
    SUBJECT,
    WITHIN_BODY,
    WORK_BEFORE,
)
from scorer.pipeline.citations.spans import Taken
from scorer.pipeline.citations.word_lists import GIVEN_NAMES
from scorer.pipeline.citations.work import Work
from scorer.pipeline.frequency import zipf
from scorer.pipeline.quotations.sentences import SentenceStarts

BEFORE_CUE, BEHIND_CUE = 80, 200  # characters searched around a quotation mark, a word like "article", a bracketed year
FARTHEST_SIGNAL = 600  # characters before a bracket within which a signal phrase names its author
ASIDES = (2, 3)  # of the signal phrases: "Walt fears that", "fears Walt"
PLAIN_SIGNALS = 2  # of the signal phrases: "according to Walt", "Walt argues"
PRONOUN_REACH = 3  # sentences in which the name for a pronoun is looked for, its own included
SHORTEST_BODY = 2  # letters of an acronym
WORD_BEFORE = 40  # characters before a name that may begin it: "Office of the"
BEFORE_TITLED, BEHIND_TITLED = 160, 80  # characters around a title in which its author is looked for
MOST_AHEAD = 4  # dated names that share a verb
ADVERB_STEM = 3.0  # Zipf frequency of a word from which adverbs are made
SHORT_ADVERBS = frozenset({"early", "daily", "only", "sadly", "badly", "oddly", "shyly", "july", "family"})
WINDOW = 100  # characters before a bracket in which the name that touches it stands


@dataclass(frozen=True)
class Named:
    """A work named in running text, its span included. ``weak`` as in :class:`Work`."""

    start: int
    end: int
    work: Work


def named_works(text: str, lower: str, start: int, end: int) -> list[Named]:
    """Narrative citations that give an author with a title or a year, in text order, none overlapping another."""
    windows: list[tuple[int, int]] = []
    cues = set(word_starts(lower, NOUN_STEMS, start, end))
    for literal in CUE_LITERALS:
        place = text.find(literal, start, end)
        while place >= 0:
            if CUE.match(text, place, end):
                cues.add(place)
            place = text.find(literal, place + 1, end)
    for cue in sorted(cues):
        if windows and cue + BEHIND_CUE <= windows[-1][1]:
            continue
        floor = max(start, cue - 2 * BEFORE_CUE)
        floor = max(floor, text.rfind("\n", floor, cue) + 1)
        stop = text.find("\n", cue, min(end, cue + BEHIND_CUE))
        a, b = max(floor, cue - BEFORE_CUE), min(end, cue + BEHIND_CUE) if stop < 0 else stop
        while a > floor and not text[a - 1].isspace():
            a -= 1
        if windows and a <= windows[-1][1]:
            windows[-1] = (windows[-1][0], max(b, windows[-1][1]))
        else:
            windows.append((a, b))
    return [named for a, b in windows for named in _in_window(text, a, b)]


def _in_window(text: str, start: int, end: int) -> list[Named]:
    found: list[Named] = []
    taken = Taken()
    for cue, pattern in NARRATIVES:
        for match in compiled(pattern).finditer(text, start, end) if cue.search(text, start, end) else ():
            groups = match.groupdict()
            if groups.get("quoted") and (
                EXPERT_BEHIND.match(text, match.end("quoted"))
                or PLAYED.search(text, max(start, match.start("quoted") - WORD_BEFORE), match.start("quoted"))
            ):
                continue
            quoted, plain = groups.get("quoted"), groups.get("plain")
            author = author_name(groups.get("author") or groups["author2"])
            title = LABEL_AHEAD.sub("", " ".join((quoted or plain or "").split()).strip(" ,.:")) or None
            year = groups.get("year") or groups.get("dated") or groups.get("dated2")
            year = year or groups.get("year2") or groups.get("year3")
            if (
                not author
                or (title and (not (_is_title(title, quoted) or _credited(text, match)) or denied(title, title=True)))
                or not (title or year)
                or (plain and not year and PERIODICAL.search(plain))
                or (plain and BY_PERSON.search(plain))
            ):
                continue
            a, b = _stretch(match)
            if " " not in author and text[:b].endswith(author) and (rest := LOWER_SURNAME.match(text, b)):
                author, b = author + rest.group(), rest.end()
            if author.lower() in GIVEN_NAMES:
                continue  # "In "Late Buses" Luke said", "In 2021, Ana showed me": a person of text or life
            if (whole := body_start(text, a, start)) < a and text.startswith(author, a):
                author, a = text[whole:a] + author, whole
            if taken.free(a, b):
                taken.add(a, b)
                found.append(Named(a, b, Work("title", author, title, year, quoted=quoted is not None)))
    return sorted(found, key=lambda named: named.start)


def with_author(text: str, title: Named, floor: int, ceiling: int) -> Named:
    """A title without author, and the author right before or right behind it where there is one."""
    floor = max(floor, title.start - BEFORE_TITLED)
    forms = (form.search(text, floor, title.start) for form in (BEFORE_TITLE, BODY_TITLE, WORK_BY, SAID_FROM))
    before = next(filter(None, forms), None)
    if before and (author := author_name(before["author"])):
        at = before.start("author") + opener_length(before["author"])
        return replace(title, start=at, work=replace(title.work, author=author, year=before.groupdict().get("year")))
    stop = min(ceiling, title.end + BEHIND_TITLED)
    apposed = AUTHOR_APPOSED.match(text, title.end, stop) if AUTHOR_OF.search(text, floor, title.start) else None
    if apposed and (author := author_name(apposed["author"])):
        return replace(title, end=apposed.end("author"), work=replace(title.work, author=author))
    behind = AFTER_TITLE.match(text, title.end, stop)
    name = next((group for group in ("by", "from", "writer", "office") if behind and behind[group]), "author")
    expert = behind is not None and name == "author" and behind[name].startswith("Dr.")
    author = author_name(behind[name]) if behind and not expert else None
    if behind and author and author.lower() not in GIVEN_NAMES:
        return replace(title, end=behind.end(name), work=replace(title.work, author=author, year=behind["dated"]))
    return title


def body_start(text: str, name: int, floor: int) -> int:
    """Where a body's name begins whose last words stand at ``name``: ``Office of the Federal Register``."""
    ahead = BODY_AHEAD.search(text, max(floor, name - WORD_BEFORE), name)
    return ahead.start() if ahead else name


def _credited(text: str, match: re.Match[str]) -> bool:
    """Whether the quoted words are a title because an author is named for them."""
    if not match.re.groupindex.get("quoted") or not match["quoted"]:
        return False
    begin, stop = match.span("quoted")
    by = BY_BEHIND.match(text, stop) or AUTHOR_OF.search(text, max(0, begin - WORD_BEFORE), begin)
    return by is not None and credited_title(match["quoted"].strip(" ,"))


def _is_title(title: str, quoted: str | None) -> bool:
    return titled(title) or (quoted is not None and quoted[-1:] != "." and sentence_cased(title))


def _stretch(match: re.Match[str]) -> tuple[int, int]:
    """The smallest stretch that holds author, title (its marks included) and year (its bracket included)."""
    author = "author" if match["author"] else "author2"
    spans = [(match.start(author) + opener_length(match[author]), match.end(author))]
    for name, margin in (
        ("quoted", 1),
        ("plain", 0),
        ("year", 0),
        ("year2", 0),
        ("year3", 0),
        ("dated", 1),
        ("dated2", 1),
    ):
        if name in match.re.groupindex and match[name]:
            spans.append((match.start(name) - margin, match.end(name) + margin))
    return min(a for a, _ in spans), max(b for _, b in spans)


def author_name(name: str) -> str | None:
    """An author as written, without possessive and the words that only open the sentence; None if none is left."""
    bare = " ".join(name[opener_length(name) :].split()).removesuffix(" I").rstrip("-")
    for ending in ("’s", "'s", "’", "'"):
        bare = bare.removesuffix(ending)
    first = bare.split(" ", 1)[0].lower()
    lone = first == bare.lower() and (_is_adverb(first) or SAYING.fullmatch(first))
    return None if not bare or lone or first in NOT_SPEAKERS or denied(bare) or any(map(str.isdigit, bare)) else bare


def _is_adverb(word: str) -> bool:
    """Whether a word in "-ly" is made from another, as "recently" is, and "Connolly" is not."""
    stem = word.removesuffix("ly")
    made_from = (stem, f"{stem}le", f"{stem[:-1]}y")
    return stem != word and (word in SHORT_ADVERBS or (len(stem) > 3 and max(map(zipf, made_from)) >= ADVERB_STEM))


def touching_author(text: str, bracket: int, floor: int) -> tuple[str, int, bool, bool] | None:
    """The name right before a bracket: (author, where it starts, possessive, whether a phrase announces it)."""
    begin = max(floor, bracket - WINDOW)
    while begin > floor and not text[begin - 1].isspace():
        begin += 1
        if begin >= bracket:
            return None
    stop = bracket
    if BRACKET_YEAR.match(text, bracket) and text[begin:bracket].endswith(", "):
        stop = bracket - len(", ")  # "Walt, (2017) argues"
    found = BEFORE_BRACKET.search(text, begin, stop)
    if found is None:
        return None
    author = author_name(found["author"])
    short = found["author"]
    if author is None and short.isupper() and len(short) > SHORTEST_BODY and not any(map(str.isdigit, short)):
        author = found["author"]  # "NASA (2020)", which speaks though it is no person
    if author is None or (" " in author and author.isupper()):  # "STATE CHAMPS (1987)"
        return None
    at = found.start("author") + opener_length(found["author"])
    owner = bool(found["owner"]) or found["author"].endswith(("’s", "'s"))  # of a name taken for a body's
    return author, at, owner, bool(BEFORE_NAME.search(text, max(floor, at - WORD_BEFORE), at))


def names_work(text: str, name: int, floor: int) -> bool:
    """Whether the word before a name says that it is a work's: ``the film Winter (2013)``."""
    return bool(WORK_BEFORE.search(text, max(floor, name - WORD_BEFORE), name))


def dates_names(text: str, start: int, end: int) -> bool:
    """Whether running text cites by author and year beyond doubt: "Walt (2017) argues", "According to Walt (2017)"."""
    for year in BRACKET_YEAR.finditer(text, start, end):
        before = max(start, year.start() - WINDOW)
        if DATED_BEFORE.search(text, before, year.start()):
            return True
        if AFTER_BRACKET.match(text, year.end(), end) and BEFORE_BRACKET.search(text, before, year.start()):
            return True
    return False


def studied(text: str, bracket_end: int) -> bool:
    """Whether a verb of what authors do follows a bracket: ``Walt (2017) compared``; films and storms do some too."""
    return bool(AFTER_BRACKET_LOOSELY.match(text, bracket_end))


def reported(text: str, bracket_end: int) -> bool:
    """Whether a verb of saying follows a bracket: ``Walt (2017) argues``, ``Walt (2017) and Nau (2019) argue``."""
    for _ in range(MOST_AHEAD):
        if (ahead := DATED_AHEAD.match(text, bracket_end)) is None:
            break
        bracket_end = ahead.end()
    return bool(AFTER_BRACKET.match(text, bracket_end))


@dataclass(frozen=True)
class Speaker:
    """Whom a signal phrase names. ``private``: it may be somebody the writer knows; ``plain``: "Walt argues".

    ``aside``: named as people are whom the source itself quotes: as "Dr.", or by another phrase, away from the bracket.
    """

    author: str
    private: bool = False
    plain: bool = False
    aside: bool = False


def signal_author(
    text: str,
    bracket: int,
    sentences: SentenceStarts,
    named: Sequence[Named],
    quotations: Sequence[Found],
    floor: int,
    known: Set[str],
) -> Speaker | None:
    """Who says what stands before ``bracket``: by a signal phrase, a known name, or the name that a pronoun stands for.

    What follows the bracket before this one in the sentence is looked at first. ``known``: surnames of authors.
    """
    start = max(floor, sentences.before(bracket), bracket - FARTHEST_SIGNAL)
    last = text.rfind(")", start, bracket) + 1
    for begin in (last, start) if last else (start,):
        if speaker := _first_speaker(text, begin, bracket, named, quotations):
            return speaker
        if name := _known_name(text, begin, bracket, quotations, known):
            return Speaker(name)
    if not PRONOUN_SIGNAL.search(text, start, bracket):
        return None
    for _ in range(PRONOUN_REACH):
        subject = SUBJECT.match(text, start, bracket)
        if subject and (author := author_name(subject["name"])):
            return Speaker(author)
        bracket, start = start, max(floor, sentences.previous(start), start - FARTHEST_SIGNAL)
        if start == bracket:
            break
        if speaker := _first_speaker(text, start, bracket, named, quotations):
            return replace(speaker, plain=False)
    return None


def _known_name(text: str, start: int, end: int, quotations: Sequence[Found], known: Set[str]) -> str | None:
    """The last name outside quoted words whose surname is a known author's."""
    found = None
    for match in NAME_ANYWHERE.finditer(text, start, end) if known else ():
        name = author_name(match["name"])
        if name and surname(name) in known and not _quoted(quotations, match.start()):
            found = name
    return found


def _quoted(quotations: Sequence[Found], place: int) -> bool:
    index = bisect_right(quotations, place, key=lambda one: one.start) - 1
    return index >= 0 and place < quotations[index].end


def _first_speaker(
    text: str, start: int, end: int, named: Sequence[Named], quotations: Sequence[Found]
) -> Speaker | None:
    """The first author outside of quoted words, whose speakers are not the ones cited."""
    first = bisect_left(named, start, key=lambda one: one.start)
    last = bisect_left(named, end, key=lambda one: one.start)
    places = [
        (one.start, one.work.author, False, True, False)
        for one in named[first:last]
        if one.end <= end and one.work.author
    ]
    for rank, pattern in enumerate(SIGNALS):
        for match in pattern.finditer(text, start, end):
            if _quoted(quotations, match.start("name")) or not (author := author_name(match["name"])):
                continue
            at = match.start("name") + opener_length(match["name"])
            if rank and WITHIN_BODY.search(text, max(start, at - WORD_BEFORE), at):
                continue  # "Institute for Advanced Science"
            close = PRIVATE.search(text, max(start, at - WORD_BEFORE), at)
            private = bool(close) or SPOKEN_VERB.search(match.group()) is not None
            plain = rank < PLAIN_SIGNALS
            aside = rank in ASIDES and bool(text[match.end("name") : end].strip("’'s\"”“ ,."))
            expert = match["name"].startswith("Dr.")
            places.append((at, author, private, plain, aside or expert))
            break
    if not places:
        return None
    return Speaker(*min(places, key=lambda place: place[0])[1:])  # of one name the plainest phrase, which stands first
