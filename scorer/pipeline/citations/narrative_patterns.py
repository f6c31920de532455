"""How running text names a source: signal phrases, and sentences that name author and work."""

from __future__ import annotations

import re

from scorer.pipeline.citations.patterns import BODY, CONNECTED, ET_AL, INITIAL, SURNAME, WORD, YEAR, any_of, words

VERBS = any_of(
    r"""
    acknowledges? acknowledged adds? added admits? admitted agrees? agreed argues? argued asserts? asserted
    believes? believed calls? called claims? claimed compares? compared concludes? concluded contends? contended
    declares? declared defines? defined demonstrates? demonstrated describes? described discusses discussed
    disagrees? disagreed emphasi[sz]es emphasi[sz]ed estimates? estimated examines? examined explains? explained
    explores? explored finds? found holds held illustrates? illustrated insists? insisted maintains? maintained
    mentions? mentioned notes? noted observes? observed points?_out pointed_out proposes? proposed proves?
    proved provides? provided quotes? quoted recalls? recalled reports? reported reveals? revealed says? said
    shows? showed states? stated stresses stressed suggests? suggested talks?_about tells? told thinks warns?
    warned writes? wrote analy[sz]es analy[sz]ed identifies identified introduces introduced presents presented
    offers offered advocates? advocated
    """
)
SAYING = re.compile(VERBS)
"""Verbs of saying and showing, as they stand in signal phrases."""
ADVERB = (
    r"(?:(?:also|further|then|even|later|first|rightly|famously|clearly|once|has|have|had|goes on to|does"
    r"|did)\s)?"
)
NAME = rf"(?:(?:Dr|Prof|Mr|Mrs|Ms)\.\s)?(?:(?:{INITIAL}|{WORD})\s){{0,3}}{SURNAME}"
NAMES = rf"{NAME}(?:(?:,\s{SURNAME})*,?\s(?:and|&)\s{NAME}|{ET_AL})?"
SIGNALS = (
    re.compile(rf"\b(?:[Aa]ccording to|[Aa]s per|[Ii]n the words of)\s(?P<name>{NAMES})"),
    re.compile(rf"(?<![\w.@])(?P<name>{NAMES})(?:,[^,.;()]{{1,60}},|\s\([^()]{{1,30}}\))?\s{ADVERB}{VERBS}\b"),
    re.compile(rf"\b(?:writes|wrote|argues|argued)\s(?P<name>{NAMES})"),
    re.compile(rf"\b(?:[Ii]n|[Bb]y|[Tt]o|[Oo]n)\s(?P<name>{NAMES})[’']s?\s"),
)
"""Signal phrases: who says what the sentence reports."""
PRONOUN_SIGNAL = re.compile(rf"\b(?:[Hh]e|[Ss]he|[Tt]hey|[Tt]he (?:author|writer)s?)\s{ADVERB}{VERBS}\b")
NOT_SPEAKERS = words(
    """
    one people person students scientists researchers experts critics studies research evidence statistics data
    everyone someone nobody parents teachers kids teens drivers americans voters citizens another later authors
    author source article passage text essay story book first second third finally next furthermore moreover
    additionally therefore thus however although though while because since according despite during whereas
    studies several few other others congress today found overall each every nasa god society technology
    government school schools
    """
)
"""Capitalised at a sentence's start, or personified: no author all the same. In lower case."""

_NOUN = any_of(
    r"""
    article essay book novel paper study report story poem play speech memoir monograph biography autobiography
    chapter thesis dissertation documentary editorial column blog_post piece text passage excerpt publication
    work letter op-ed
    """
)
_KIND = rf"(?:[a-z-]+\s){{0,2}}{_NOUN}"
_YEAR_OF = r"(?P<year>(?:1[5-9]|20)\d\d)"
_QUOTED = r"[\"“](?P<quoted>[^\"“”\n]{3,150}?)[\"”]"
_PLAIN = rf"(?P<plain>{CONNECTED}(?::\s{CONNECTED})?)"
_DATED = rf"(?:,?\s\((?P<dated>{YEAR})\))?"
_DATED_TOO = _DATED.replace("dated", "dated2")
_CALLED = r"(?:,?\s(?:entitled|titled|called|named))?,?\s"
_NAMED = rf"(?P<author>{NAMES})"
_BY_NAMED = rf"(?P<author>{NAMES}(?:\sof(?:\sthe)?\s{BODY})?)"
NARRATIVES = (
    # In his 1994 book Diplomacy, Kissinger; in her article "Title" (2017), Walt
    re.compile(
        rf"\b(?:his|her|their)\s(?:{_YEAR_OF}\s)?{_KIND}(?:{_CALLED}{_QUOTED}{_DATED},?\s"
        rf"|\s{_PLAIN}{_DATED_TOO},\s){_NAMED}"
    ),
    # in "Title," Walt argues; in Diplomacy (1994), Kissinger argues
    re.compile(
        rf"\b[Ii]n\s(?:(?:the|an?)\s(?:{_YEAR_OF}\s)?{_KIND}{_CALLED})?(?:{_QUOTED}{_DATED}"
        rf"|{_PLAIN}\s\((?P<dated2>{YEAR})\)),?\s{_NAMED}"
        rf"(?=[’']?,?\s{ADVERB}{VERBS}\b)"
    ),
    # "Title" by Walt; the book Diplomacy by Henry Kissinger
    re.compile(
        rf"(?:{_QUOTED}|\b(?:{_YEAR_OF}\s)?{_NOUN}{_CALLED}{_PLAIN}){_DATED},?\s(?:which\s(?:is"
        rf"|was)\s)?(?:written\s)?[Bb]y:?\s(?:the\s)?"
        rf"{_BY_NAMED}{_DATED_TOO}"
    ),
    # Walt's article "Title"; Walt's 2017 article "Title" (2017); Kissinger's Diplomacy (1994)
    re.compile(
        rf"(?<![\w.@]){_NAMED}[’']s?\s(?:(?:{_YEAR_OF}\s)?{_KIND}{_CALLED}{_QUOTED}{_DATED}"
        rf"|{_PLAIN}\s\((?P<dated2>{YEAR})\))"
    ),
    # Walt argues in "Title"; Walt, in his article "Title"
    re.compile(
        rf"(?<![\w.@]){_NAMED},?\s(?:{ADVERB}{VERBS}\sin\s(?:(?:the|an?)\s(?:{_YEAR_OF}\s)?{_KIND}{_CALLED})?"
        rf"|(?:{ADVERB}{VERBS}\s)?in\s(?:his|her|their)\s(?:(?:[12]\d\d\d)\s)?{_KIND}{_CALLED}){_QUOTED}{_DATED}"
    ),
    # Stephen Walt, the author of "Title"; Stephen Walt in "Title"
    re.compile(
        rf"(?<![\w.@])(?P<author>{WORD}\s(?:{INITIAL}\s)?{SURNAME})(?:,?\s(?:the\s)?(?:author|writer)\sof\s|\sin\s)"
        rf"(?:(?:the|an?)\s{_KIND}{_CALLED})?{_QUOTED}{_DATED}"
    ),
    # the author of "Title", Nick Smith
    re.compile(
        rf"\b(?:author|writer)\sof\s(?:(?:the|an?)\s)?(?:{_KIND}{_CALLED})?{_QUOTED}{_DATED},\s{_NAMED}(?=[,.\s])"
    ),
    # a 2017 study by Walt
    re.compile(
        rf"\b[Aa]n?\s(?=[12]\d\d\d\s){_YEAR_OF}\s{_KIND}\s(?:(?:published|written|conducted|done"
        rf"|released)\s)?(?:by|from)\s(?:the\s)?(?P<author>{BODY})"
    ),
)
"""Forms that name a work: each has ``author``, and some of ``quoted`` or ``plain`` (a title), ``year``, ``dated``."""
NARRATIVE_CUE = re.compile(rf"[\"“”]|\b{_NOUN}\b|\(\s?{YEAR}\s?\)")
"""A sentence without any of these holds no such form."""
BEFORE_BRACKET = re.compile(rf"(?<![\w.’'@])(?P<author>{NAMES}|{BODY}(?:{ET_AL})?)(?P<owner>[’']s?)?\s?$")
"""A name that touches the bracket behind it."""
BEFORE_NAME = re.compile(r"\b(?:[Aa]ccording to|[Aa]s|[Ss]ee|[Pp]er)\s(?:the\s)?$")
AFTER_BRACKET = re.compile(rf"\s{ADVERB}{VERBS}\b")
