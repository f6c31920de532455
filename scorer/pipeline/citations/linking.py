"""Links: from a citation to its entry in the list of references, and from a quotation to its citation."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from scorer.pipeline.annotations import Citation, Quotation, Reference
from scorer.pipeline.citations.mark_patterns import RAISED_DIGITS
from scorer.pipeline.citations.name_patterns import ORGANISATION_WORDS, SEVERAL_AUTHORS
from scorer.pipeline.citations.names import is_short_for, surname
from scorer.pipeline.quotations.patterns import MIN_DROPPED_WORDS
from scorer.pipeline.quotations.sentences import SentenceStarts

FARTHEST = 100  # characters between a quotation and the citation that follows it
FARTHEST_OWN = 400  # characters around a quotation in which the words of its sentence are counted
MOST_IN_SENTENCE = 12  # quotations or citations of one sentence that are looked at
MIN_OWN_WORDS = 2  # of the writer's in a quotation's sentence; below, the quotation is dropped in
_WORDS = re.compile(r"[^\W_]+")
_NUMBERED = re.compile(r"[\[(^]?(\d{1,3})(?:[\].)]|(?=\s+[A-Z\"“]))|([¹²³⁰⁴-⁹]{1,3})")


def key_of(text: str | None) -> str:
    """The words of ``text`` without case, accents and punctuation: ``D’Álto`` is ``dalto``."""
    plain = unicodedata.normalize("NFKD", (text or "").replace("’", "").replace("'", ""))
    return " ".join(_WORDS.findall("".join(sign for sign in plain if not unicodedata.combining(sign)).lower()))


def title_key(text: str | None) -> str:
    """:func:`key_of` a title without its article."""
    words = key_of(text).split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in ("the", "a", "an") else words)


def same_title(cited: str | None, entry: str | None) -> bool:
    """Whether a title as cited, which may be shortened, is the entry's."""
    short, long = title_key(cited), title_key(entry)
    if not short or not long:
        return False
    return f"{long} ".startswith(f"{short} ") or (" " in long and f"{short} ".startswith(f"{long} "))


def entries_of(author: str | None, title: str | None, year: str | None, references: Sequence[Reference]) -> list[int]:
    """Indices of the entries that agree best with all that the citation says: none, the one, or several alike."""
    scores = [_agreement(author, title, year, entry) for entry in references]
    best = max(scores, default=0)
    return [index for index, score in enumerate(scores) if score == best] if best else []


def _agreement(author: str | None, title: str | None, year: str | None, entry: Reference) -> int:
    """How much a citation and an entry have in common; 0 where they contradict each other."""
    score = 0
    if author:
        if not entry.author and same_title(author, entry.title):
            score += 2
        elif names := _same_author(author, entry.author):
            score += 2 + names
        else:
            return 0
    if title:
        if same_title(title, entry.title):
            score += 3
        elif entry.title or not author:
            return 0
    if year and entry.year:
        cited, listed = (text.lower().replace(" ", "").rstrip(".") for text in (year, entry.year))
        if cited == listed or set(cited.split("/")) & set(listed.split("/")):
            score += 2
        elif cited[:4] != listed[:4] or not cited[:4].isdigit() or (len(cited) > 4 and len(listed) > 4):
            return 0
    return score


def _same_author(cited: str, listed: str | None) -> int:
    """0: another author; 1: the same first author; 2: also as many of them."""
    if not listed:
        return 0
    first, *others = (key_of(name) for name in SEVERAL_AUTHORS.split(cited) if key_of(name))
    whole = key_of(listed)
    before_comma = key_of(listed.split(",")[0])
    keys = {before_comma, key_of(surname(listed)), key_of(SEVERAL_AUTHORS.split(listed)[0])}
    keys |= {key.removeprefix("the ") for key in keys}
    name = key_of(surname(cited))
    cited_keys = {name, first.removeprefix("the "), key_of(cited).removeprefix("the ")}
    body = "," not in listed and any(f"{key} ".startswith(f"{first} ") for key in keys if " " in key)
    if not (cited_keys & keys or is_short_for(cited, listed) or is_short_for(listed, cited) or body):
        return 0
    if ORGANISATION_WORDS.search(listed):
        return 2
    if (
        any(f" {key_of(surname(other))} " not in f" {whole} " for other in others if len(other) > 1)
        and "al" not in whole.split()
    ):
        return 0
    several = bool(re.search(r"\b(?:and|al)\b|[&;]", listed))
    return 2 if several == bool(others or "et al" in cited) else 1


def entry_of_link(text: str, link: str, references: Sequence[Reference]) -> int | None:
    """Index of the one entry that has the address, or the longest beginning of one that it has."""
    key = _plain_link(link)
    holding = [k for k, entry in enumerate(references) if key in _plain_link(text[entry.start : entry.end])]
    return holding[0] if len(holding) == 1 else None


def _plain_link(text: str) -> str:
    return re.sub(r"https?://|\bwww\.|[\s/]+$", "", text.lower())


def missing(text: str, author: str | None, title: str | None, references: Sequence[Reference]) -> bool:
    """Whether no entry so much as holds the author's surname or the title: then the list lacks the work.

    An entry of the author that contradicts the citation (another year, another title) is another work.
    """
    if any(_agreement(author, None, None, entry) or _agreement(None, title, None, entry) for entry in references):
        return True
    words = {f" {key} " for key in (key_of(surname(author)) if author else "", title_key(title)) if key}
    return not any(word in f" {key_of(text[entry.start : entry.end])} " for word in words for entry in references)


def numbered(text: str, number: int, references: Sequence[Reference]) -> int | None:
    """Index of the entry that ``[number]`` points at: by the entries' own numbers, else by their order."""
    labels = _labels(text, references)
    if any(labels):
        return labels.index(number) if number in labels else None
    return number - 1 if number <= len(references) else None


def highest_number(text: str, references: Sequence[Reference]) -> int:
    """The last number of a numbered list; 0 where the list is not numbered."""
    return max(_labels(text, references), default=0)


def _labels(text: str, references: Sequence[Reference]) -> list[int]:
    """The number before each entry; 0 where there is none."""
    found = (_NUMBERED.match(text, entry.start) for entry in references)
    return [int((label[1] or label[2]).translate(RAISED_DIGITS)) if label else 0 for label in found]


def recalled(pointer_author: str, entries: Sequence[int], before: Sequence[Citation]) -> int | None:
    """Of several entries that agree with a bracket without author, the one that its author was last cited for."""
    name = surname(pointer_author)
    cited = (one.reference for one in reversed(before) if one.author and surname(one.author) == name)
    return next((entry for entry in cited if entry in entries), None)


def is_title_of(name: str, references: Sequence[Reference]) -> bool:
    """Whether what looks like an author is the title of an entry, and no entry's author."""
    return any(same_title(name, entry.title) for entry in references) and not entries_of(
        name, None, None, [entry for entry in references if entry.author]
    )


def linked(
    text: str,
    quotations: Sequence[Quotation],
    citations: Sequence[Citation],
    references: Sequence[Reference],
    sentences: SentenceStarts,
) -> list[Quotation]:
    """The quotations with the index of the nearest citation of their sentence, and whether they are dropped in.

    Left out are quoted titles inside a citation or the list of references: they are no words of a source.
    """
    frames = sorted({(one.start, one.end) for one in (*citations, *references)})
    starts = [a for a, _ in frames]
    kept = []
    for quotation in quotations:
        index = bisect_right(starts, quotation.start) - 1
        if index < 0 or quotation.end > frames[index][1]:
            kept.append(quotation)
    places = [citation.start for citation in citations]
    made = []
    for index, quotation in enumerate(kept):
        behind = kept[index + 1].start if index + 1 < len(kept) else len(text)
        cited = _cited(text, quotation, behind, citations, places, sentences)
        made.append(replace(quotation, citation=cited, dropped=_dropped(text, kept, index, frames, starts, sentences)))
    return made


def _cited(
    text: str,
    quotation: Quotation,
    behind: int,
    citations: Sequence[Citation],
    places: Sequence[int],
    sentences: SentenceStarts,
) -> int | None:
    """The bracket or mark behind the words, else the source named before them, else the one named behind them."""
    if not citations:
        return None
    named = None
    begin = bisect_left(places, quotation.start)
    for index in range(begin, len(citations)):
        citation = citations[index]
        if citation.start - quotation.end > FARTHEST:
            break
        inside = citation.end <= quotation.end
        if inside:
            return index
        if citation.start < quotation.end or not (quotation.block or sentences.same(quotation.end - 1, citation.start)):
            break
        if not _runs_in_text(text, citation):
            return index
        if named is None and citation.end <= behind:
            named = index
    if begin and sentences.same(citations[begin - 1].start, quotation.start):
        first = begin - 1
        while first and places[first - 1] == places[first] and citations[first].style != "narrative":
            first -= 1
        if _runs_in_text(text, citations[first]):
            return first
    return named


def _runs_in_text(text: str, citation: Citation) -> bool:
    return citation.style == "narrative" and text[citation.start] != "("


def _dropped(
    text: str,
    quotations: Sequence[Quotation],
    index: int,
    frames: Sequence[tuple[int, int]],
    starts: Sequence[int],
    sentences: SentenceStarts,
) -> bool:
    """Whether the quotation's sentence has no words of the writer's own, and nothing leads in to it."""
    quotation = quotations[index]
    if quotation.block or len(text[quotation.start : quotation.end].split()) < MIN_DROPPED_WORDS:
        return False
    start, end = sentences.before(quotation.start), sentences.after(quotation.end - 1)
    if text[max(0, start - 3) : start].rstrip()[-1:] in (":", ","):
        return False
    start, end = max(start, quotation.start - FARTHEST_OWN), min(end, quotation.end + FARTHEST_OWN)
    low = max(0, index - MOST_IN_SENTENCE)
    place = max(start, quotations[low - 1].end) if low else start
    first = max(0, bisect_right(starts, quotation.start) - MOST_IN_SENTENCE)
    marks = [(one.start, one.end) for one in quotations[low : index + MOST_IN_SENTENCE]]
    marks += frames[first : first + 2 * MOST_IN_SENTENCE]
    own: list[str] = []
    for a, b in sorted(marks):
        if b > place and a < end:
            own += _WORDS.findall(text[place : max(place, a)])
            place = b
    own += _WORDS.findall(text[place : max(place, end)])
    return len(own) < MIN_OWN_WORDS
