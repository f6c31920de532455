"""What the chain sees of each token of an entry: shapes, marks, common words and place, never a name as such."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from math import log10

from scorer.pipeline.references.patterns import CUES, MONTH
from scorer.remembered import WORDS

_LEAD = re.compile(r"^[^\w]+")
_TAIL = re.compile(r"[^\w]+$")
_RUN = re.compile(r"(.)\1+")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d[a-z]?")
_LINK = re.compile(r"(?:https?:|www\.|doi:|10\.\d{4})|\.(?:com|org|gov|edu|net)\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.?!][\"”’»')\]]*$")
_OPENING, _CLOSING = '“«‘"', '”»’"'
_INITIALS = re.compile(r"(?:[^\W\d_a-z]\.?-?){1,3}[.,;:]*")
_SHORTENED = re.compile(rf"{_INITIALS.pattern}|(?i:dr|mr|mrs|ms|prof|st|jr|vol|no|pp?|eds?)\.")
_CLAUSE_END = re.compile(r"[.?!,;:][\"”’»')\]]*$|[\"”’»]$")
PAD = "<>"
GUIDES = frozenset({"in", "editor", "translator", "access", "report"})
"""Kinds of words that say what the words behind or before them are."""
WORD_FEATURES = frozenset({"w", "-2w", "-1w", "1w", "2w", "-1w|w"})
"""Kinds of features that name words, several with a bar between them."""


def entry_features(words: Sequence[str]) -> list[list[str]]:
    """Names of the features of each token of one entry, in order."""
    own = [_word_features(word) for word in words]
    shapes = [_shape(word) for word in words]
    stems = [stem(word) for word in words]
    tails = [_ending(word) for word in words]
    flow = _flow(words)
    sentences = _segments(words, _SENTENCE_END)
    clauses = _segments(words, _CLAUSE_END)
    guides = _guides(words, stems)
    rows = []
    for place in range(len(words)):
        row = [*own[place], *flow[place], *guides[place], *sentences[place], *(f"c:{name}" for name in clauses[place])]
        for step in (-2, -1, 1, 2):
            near = place + step
            inside = 0 <= near < len(words)
            row.append(f"{step}s={shapes[near] if inside else PAD}")
            row.append(f"{step}w={stems[near] if inside else PAD}")
            row.append(f"{step}e={tails[near] if inside else PAD}")
        if place:
            row.append(f"-1w|w={stems[place - 1]}|{stems[place]}")
            row.append(f"-1s|s={shapes[place - 1]}|{shapes[place]}")
            row.append(f"-1e|k={tails[place - 1]}|{_kind(words[place])}")
        if place + 1 < len(words):
            row.append(f"s|1s={shapes[place]}|{shapes[place + 1]}")
        rows.append(row)
    return rows


def stem(word: str) -> str:
    """The word in lower case without the marks at its ends."""
    return _TAIL.sub("", _LEAD.sub("", word)).lower()


def _word_features(word: str) -> list[str]:
    bare, kind = stem(word), _kind(word)
    lead, tail = _LEAD.match(word), _TAIL.search(word)
    return [
        "bias",
        f"w={bare}",
        f"s={_shape(word)}",
        f"k={kind}",
        f"k|e={kind}|{_ending(word)}",
        f"e={tail.group()[:3] if tail else ''}",
        f"b={lead.group()[:2] if lead else ''}",
        f"x3={bare[-3:] if len(bare) > 3 and bare.isalpha() else ''}",
        f"x2={bare[-2:] if len(bare) > 3 and bare.isalpha() else ''}",
        f"p2={bare[:2] if len(bare) > 3 and bare.isalpha() else ''}",
        f"z={_band(bare)}",
        f"z|k={_band(bare)}|{kind}",
        f"n={min(len(bare), 12)}",
    ]


def _flow(words: Sequence[str]) -> list[list[str]]:
    """Where each token stands: in the entry, in its sentence, against quotation marks, brackets and the year."""
    total = len(words)
    year = next((i for i, word in enumerate(words) if word.startswith("(") and _YEAR.match(word[1:])), None)
    quote = next((i for i, word in enumerate(words) if word[0] in _OPENING), None)
    sentence = commas = begin = 0
    quoted = bracketed = linked = dated = False
    closed = 0
    rows = []
    ends = [i for i, word in enumerate(words) if _SENTENCE_END.search(word) and not _SHORTENED.fullmatch(word)]
    for place, word in enumerate(words):
        core = word.rstrip(".,;:?!")
        if word[0] in _OPENING or word[:2] in {'("', "(“"}:
            quoted = True
        if "(" in word or "[" in word:
            bracketed = True
        upto = next((end for end in ends if end >= place), total - 1)
        rows.append(
            [
                f"at={min(place, 6)}",
                f"left={min(total - 1 - place, 4)}",
                f"tenth={10 * place // total}",
                f"sent={min(sentence, 5)}",
                f"comma={min(commas, 4)}|{min(sentence, 2)}",
                f"in={min(place - begin, 3)}|{min(sentence, 3)}",
                f"long={min(upto - begin, 12) // 2}|{min(sentence, 2)}",
                f"q={quoted}",
                f"q|closed={quoted}|{min(closed, 2)}",
                f"r={bracketed}",
                f"linked={linked}",
                f"dated={dated}|{min(sentence, 2)}",
                f"year={_against(place, year)}",
                f"year|sent={_against(place, year)}|{min(sentence, 3)}",
                f"quote={_against(place, quote)}",
                f"quote|year={_against(place, quote)}|{_against(place, year)}",
            ]
        )
        if quoted and len(core) > 1 and core[-1] in _CLOSING:
            quoted, closed = False, closed + 1
        if ")" in word or "]" in word:
            bracketed = False
        linked = linked or bool(_LINK.search(word))
        dated = dated or bool(_YEAR.search(word))
        commas += word.endswith(",")
        if place in ends:
            sentence, begin, commas = sentence + 1, place + 1, 0
    return rows


def _guides(words: Sequence[str], stems: Sequence[str]) -> list[list[str]]:
    """The last and the next word that says what follows it ("In", "edited", "Retrieved"), and how far it is."""
    marks: list[str] = []
    for place, bare in enumerate(stems):
        kind = CUES.get(bare, "")
        opens = words[place][:1] == "I" or place == 0 or bool(_CLAUSE_END.search(words[place - 1]))
        marks.append(kind if kind in GUIDES and (kind != "in" or opens) else "")
    before, behind = _nearest(marks), _nearest(marks[::-1])[::-1]
    return [
        [f"last={last}", f"next={following}", f"last|next={last.split('|')[0]}|{following.split('|')[0]}"]
        for last, following in zip(before, behind, strict=True)
    ]


def _nearest(marks: Sequence[str]) -> list[str]:
    """For each place the last mark up to it and the band of its distance."""
    found, distance, rows = PAD, 0, []
    for mark in marks:
        found, distance = (mark, 0) if mark else (found, distance + 1)
        rows.append(f"{found}|{distance if distance < 3 else 3 if distance < 6 else 6 if distance < 12 else 12}")
    return rows


def _segments(words: Sequence[str], ends: re.Pattern[str]) -> list[list[str]]:
    """What stands in each token's stretch up to a mark: its length, capitals and cue words, and what follows it."""
    spans, begin = [], 0
    for place, word in enumerate(words):
        if place + 1 == len(words) or (ends.search(word) and not _SHORTENED.fullmatch(word)):
            spans.append((begin, place + 1))
            begin = place + 1
    described = [_described(words[a:b]) for a, b in spans]
    rows: list[list[str]] = []
    for number, (a, b) in enumerate(spans):
        capitals, length, cues = described[number]
        row = [f"cap={capitals}", f"cap|len={capitals}|{length}", *(f"cue={cue}" for cue in cues)]
        row.append(f"no={min(number, 5)}")
        for step in (-1, 1):
            near = number + step
            inside = 0 <= near < len(spans)
            other = described[near] if inside else (PAD, PAD, ())
            row.append(f"{step}cap|cap={other[0]}|{capitals}")
            row += [f"{step}cue={cue}" for cue in other[2]]
            if step == 1:
                row.append(f"then={_kind(words[spans[near][0]]) if inside else PAD}")
                row.append(f"then|cap={_kind(words[spans[near][0]]) if inside else PAD}|{capitals}")
        rows += [row] * (b - a)
    return rows


def _described(words: Sequence[str]) -> tuple[str, str, tuple[str, ...]]:
    stems = [stem(word) for word in words]
    long = [word for word, bare in zip(words, stems, strict=True) if len(bare) > 3 and bare.isalpha()]
    share = sum(_LEAD.sub("", word)[:1].isupper() for word in long) / len(long) if long else -1.0
    capitals = (
        "none" if share < 0 else "all" if share == 1 else "most" if share > 0.6 else "some" if share > 0.3 else "few"
    )
    cues = {CUES[bare] for bare in stems if bare in CUES}
    if any(_INITIALS.fullmatch(word) for word in words):
        cues.add("initial")
    return capitals, str(min(len(words), 14) // 2), tuple(sorted(cues))


def _against(place: int, mark: int | None) -> str:
    if mark is None:
        return "none"
    return "at" if place == mark else "before" if place < mark else "next" if place == mark + 1 else "after"


def _ending(word: str) -> str:
    """The class of the mark that ends a token."""
    last = word[-1]
    if last in _CLOSING:
        return "q" + (word[-2] if len(word) > 1 and word[-2] in ".,?!" else "")
    return last if not last.isalnum() else "a"


def _kind(word: str) -> str:
    """One of a few kinds of token."""
    if _LINK.search(word):
        return "link"
    bare = _TAIL.sub("", _LEAD.sub("", word))
    if not bare:
        return "mark"
    if MONTH.fullmatch(bare):
        return "month"
    if _YEAR.fullmatch(bare):
        return "year" + ("()" if word[0] == "(" else "")
    if bare.isdigit():
        return f"digits{min(len(bare), 5)}"
    if any(c.isdigit() for c in bare):
        if re.fullmatch(r"\d+[-–—]+\d+", bare):
            return "range"
        return "volume" if re.fullmatch(r"\d+\(.*", bare) else "mixed"
    if _INITIALS.fullmatch(bare) and len(bare) <= 5:
        return "initial" + ("." if "." in word else "")
    if bare.isupper():
        return "CAPS"
    if bare[0].isupper():
        return "CamelCase" if any(c.isupper() for c in bare[1:]) else "Cap"
    return "lower"


def _shape(word: str) -> str:
    """``Smith,`` is ``Xx,``; ``(2017).`` is ``(d).``."""
    if _LINK.search(word):
        return "link"
    mapped = "".join("X" if c.isupper() else "x" if c.isalpha() else "d" if c.isdigit() else c for c in word[:24])
    return _RUN.sub(r"\1", mapped)[:8]


@lru_cache(maxsize=WORDS)
def _band(bare: str) -> int:
    """Zipf frequency in whole steps, 0 for words that the list lacks."""
    # 0.1 s, needed only where an essay has a list
    from wordfreq import get_frequency_dict

    frequency = get_frequency_dict("en", "large").get(bare.replace("’", "'"))
    return int(log10(frequency) + 9.0) if frequency else 0
