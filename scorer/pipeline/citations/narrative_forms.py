"""Sentences that name author and work: ``In his 1994 book Diplomacy, Kissinger``, ``"Title" by Walt``."""

from __future__ import annotations

import re
from functools import cache

from scorer.pipeline.citations.name_patterns import BODY, ET_AL, INITIAL, OFFICE, PARTICLE, SURNAME, TITLE_RUN, WORD
from scorer.pipeline.citations.narrative_patterns import (
    ADVERB,
    APPOSED,
    ARGUING,
    NAMES,
    NOUN,
    ROLE,
    SIGNAL_VERBS,
    VERBS,
    WORKING_VERBS,
    WRITING,
)
from scorer.pipeline.citations.place_patterns import YEAR
from scorer.pipeline.citations.word_lists import any_of

_KIND = rf"(?:[A-Za-z-]+\s){{0,3}}?{NOUN}"
_FULL_NAME = rf"{WORD}\s(?:{INITIAL}\s)?{SURNAME}"
_SMALL = r"(?i:the|a|that|of|from|on|for|to|and|in)"
"""Words within a title that no name of a thing has."""
_YEAR_OF = r"(?P<year>(?:1[5-9]|20)\d\d)"
_QUOTED = r"(?:[\"“]|(?<!\w)[*_](?=[A-Z0-9]))(?P<quoted>[^\"“”*_\n]{3,150}?)(?:[\"”]|[*_](?!\w))"
_PLAIN = rf"(?P<plain>{TITLE_RUN}(?::\s{TITLE_RUN})?)"
_PLAIN_LONG = rf"(?P<plain>(?=\S+\s(?:\w+\s){{0,2}}[A-Z]){TITLE_RUN}(?::\s{TITLE_RUN})?)"
"""A plain title of two words with capitals at least."""
_TWOFOLD = rf"(?P<plain>{TITLE_RUN}(?:(?::\s{TITLE_RUN})|,\s{TITLE_RUN}(?=(?:,?\s\([^()]{{4,9}}\))?,\s{ROLE}{NAMES}[’']?,?\s{ADVERB}{VERBS}\b))?)"
"""A plain title with a comma in it, where an author that speaks follows behind another one."""
_TWOFOLD_SAYS = rf"(?P<plain>{TITLE_RUN}(?:(?::\s{TITLE_RUN})|,\s{TITLE_RUN}(?=\s{ADVERB}{VERBS}\b))?)"
_WHO = rf"(?:(?:(?:{INITIAL}|{WORD})\s){{0,2}}{PARTICLE}{{1,3}}{WORD}|{BODY}(?:{ET_AL})?)"
_HONOUR = r"(?:(?:Dr|Prof|Mr|Mrs|Ms)\.\s)?"
_DATED = rf"(?:,?\s\((?P<dated>{YEAR})\))?"
_DATED_TOO = _DATED.replace("dated", "dated2")
_CALLED = r"(?:,?\s(?:entitled|titled|called|named))?,?\s"
_NAMED = rf"{ROLE}(?P<author>{NAMES})"
_STUDY = any_of("study survey report article paper essay book experiment review poll column analysis novel memoir work")
_RESEARCH = any_of("study survey report poll analysis experiment")
_BY_NAMED = rf"(?P<author>{NAMES}(?:\sof(?:\sthe)?\s{BODY})?)"
compiled = cache(re.compile)
NARRATIVES = (
    # In his 1994 book Diplomacy, Kissinger; in her article "Title" (2017), Walt
    (
        re.compile(r"\b(?:his|her|their)\s"),
        rf"\b(?:his|her|their)\s(?:{_YEAR_OF}\s)?{_KIND}(?:{_CALLED}{_QUOTED}{_DATED},?\s"
        rf"|,?\s{_TWOFOLD}{_DATED_TOO},\s){_NAMED}",
    ),
    # In the 1994 book Diplomacy, Kissinger argues
    (
        re.compile(r"\b(?:book|novel|memoir|biography|documentary)\b,?\s(?:[a-z]+\s)?[A-Z]"),
        rf"\b(?:[Tt]he|[Aa])\s(?:{_YEAR_OF}\s)?(?:book|novel|memoir|biography|documentary)(?:\s(?:called|titled|entitled))?,?\s{_TWOFOLD}{_DATED},\s"
        rf"{_NAMED}(?=[’']?,?\s{ADVERB}(?:{VERBS}|{ARGUING}|{WORKING_VERBS})\b)",
    ),
    # in "Title," Walt argues; in Diplomacy (1994), Kissinger argues
    (
        re.compile(r"\b(?:[Ii]n|On)\s(?:[^.\n]{0,60}?[\"“*_]|[A-Z][^.\n]{0,120}?\()"),
        rf"\b(?:[Ii]n|On)\s(?:(?:the|an?)\s(?:{_YEAR_OF}\s)?{_KIND}(?:\s(?:for|in|from)\s(?:the\s)?{BODY})?{_CALLED})?(?:{_QUOTED}{_DATED}"
        rf"|{_TWOFOLD}\s\((?P<dated2>{YEAR})\)),?\s(?:an?\s[^,.;()\"“]{{3,60}},\s)?{_NAMED}"
        rf"(?=[’']?,?\s{ADVERB}(?:{VERBS}|{ARGUING})\b)",
    ),
    # "Title" by Walt; the book Diplomacy by Henry Kissinger
    (
        re.compile(r"\b[Bb]ye?\b"),
        rf"(?:(?:(?P<year3>[12]\d\d\d)\s{_KIND}{_CALLED})?{_QUOTED}|\b(?:{_YEAR_OF}\s)?{NOUN}{_CALLED}{_PLAIN}){_DATED},?\s(?:which\s(?:is"
        rf"|was)\s|(?:an?|the|her|his)\s(?:(?P<year2>[12]\d\d\d)\s)?{_KIND}\s)?(?:written\s)?[Bb]ye?:?\s(?:the\s)?"
        rf"{_BY_NAMED}{_DATED_TOO}",
    ),
    # Walt's article "Title"; Walt's 2017 article "Title" (2017); Kissinger's Diplomacy (1994)
    (
        re.compile(r"[’']s?\s(?:[A-Za-z12][^.\n]{0,60}?[\"“*_]|[A-Z][^.\n]{0,120}?\()"),
        rf"(?<![\w.@])(?P<author>{NAMES})[’']s?\s(?:(?:{_YEAR_OF}\s)?{_KIND}{_CALLED}{_QUOTED}{_DATED}"
        rf"|{_PLAIN}\s\((?P<dated2>{YEAR})\))",
    ),
    # Walt's 2017 book Old Wars; Walt's book Old Wars
    (
        re.compile(
            rf"[’']s?\s(?:[12]\d\d\d\s)?(?:[A-Za-z-]+\s){{0,3}}?{NOUN}(?:,?\s(?:entitled|titled|called))?,?\s[A-Z]"
        ),
        rf"(?<![\w.@])(?P<author>{NAMES})[’']s?\s(?:{_YEAR_OF}\s)?{_KIND}(?:,?\s(?:entitled|titled|called))?,?\s"
        rf"{_TWOFOLD_SAYS}{_DATED}",
    ),
    # Walt's "Old Wars" (2017); Walt's "Old Wars" shows; Old Wars (2017) by Walt
    (
        re.compile(r"[’']s\s[\"“*_]"),
        rf"(?<![\w.@])(?P<author>{NAMES})[’']s\s{_QUOTED},?\s\((?P<dated>{YEAR})\)",
    ),
    (
        re.compile(r"[’']s\s[\"“*_]"),
        rf"(?<![\w.@])(?P<author>{NAMES})[’']s\s{_QUOTED}{_DATED}(?=,?\s{ADVERB}{WRITING}\b)",
    ),
    (
        re.compile(r"\bIn\s[A-Z][^.\n]{0,40}?[’']s\s[\"“*_]"),
        rf"\bIn\s(?P<author>{NAMES})[’']s\s{_QUOTED}{_DATED}",
    ),
    (
        re.compile(r"\),?\s(?:written\s)?by\b"),
        rf"(?<![\w.@’']){_PLAIN}\s\((?P<dated2>{YEAR})\),?\s(?:written\s)?by\s(?P<author>{NAMES})",
    ),
    # Walt wrote a book called Old Wars
    (
        re.compile(r"\b(?:wrote|published|writes)\s(?:the|an?|his|her)\s"),
        rf"(?:\bIn\s(?P<year2>[12]\d\d\d),?\s)?(?<![\w.@])(?P<author>{NAMES})(?:,\swho)?\s(?:wrote|published|writes)\s(?:the|an?|his|her)\s(?:{_YEAR_OF}\s)?{_KIND}"
        rf"(?:,?\s(?:called|titled|entitled|named))?,?\s(?:{_QUOTED}|{_PLAIN}){_DATED}",
    ),
    # Stephen Walt's Old Wars shows; in Stephen Walt's Old Wars,; Walt writes in Old Wars that
    (
        re.compile(r"[’']s\s[A-Z]"),
        rf"(?<![\w.@])(?P<author>{_FULL_NAME})[’']s\s{_PLAIN_LONG}"
        rf"(?=\s{ADVERB}{VERBS}\b)",
    ),
    (
        re.compile(r"[’']s\s[A-Z]"),
        rf"\b[Ii]n\s(?P<author>{_FULL_NAME})[’']s\s{_PLAIN_LONG},",
    ),
    (
        re.compile(
            r"\b(?:writes?|wrote|argue[sd]?|explain(?:s|ed)?|describes?|note[sd]|shows|warns|reveals|suggests|observes|insists)\sin\s[A-Z]"
        ),
        rf"(?<![\w.@])(?P<author>{NAMES})\s{ADVERB}(?:writes?|wrote|argues?|argued|explains?|explained|describes?|notes|noted|shows|warns"
        rf"|reveals|suggests|observes|insists)"
        rf"\sin\s{_PLAIN_LONG}(?=,?\s(?:that|how|why)\b|,\s)",
    ),
    # In 2017, the researcher Stephen Walt found
    (
        re.compile(r"\b[Ii]n\s(?:19[5-9]|20)\d"),
        rf"\b[Ii]n\s(?P<year>19[5-9]\d|20[0-2]\d),?\s(?:the\s)?{ROLE}(?P<author>{NAMES}|{BODY})(?=\s(?:also\s)?(?:found|reported|estimated"
        rf"|surveyed|published|calculated|concluded|showed|documented|argued|wrote|interviewed|studied|tested|compared|examined"
        rf"|measured|analy[sz]ed|observed|tracked)\b)",
    ),
    # a study by Walt from 2017; Walt, writing in 2017,
    (
        re.compile(r"\s(?:by|from)\s[^.\n]{3,80}?\s(?:from|in|of)\s[12]"),
        rf"\b{_STUDY}\s(?:(?:published|written|conducted|done)\s)?(?:by|from)\s(?:the\s)?{_HONOUR}(?P<author>{_WHO})\s(?:from|in|of)\s{_YEAR_OF}\b",
    ),
    (
        re.compile(r"\b(?:writing|published|wrote)\s(?:[a-z]+\s)?in\s[12]"),
        rf"(?<![\w.@])(?P<author>{NAMES}),?\s(?:writing|published|wrote)\s(?:[a-z]+\s)?in\s{_YEAR_OF}\b",
    ),
    # Walt's 2017 study; in a 2017 study, Walt
    (
        re.compile(r"[’']s?\s[12]\d\d\d\s"),
        rf"(?<![\w.@])(?P<author>{BODY})[’']s?\s{_YEAR_OF}\s(?=(?:[a-z-]+\s){{0,2}}{_STUDY}\b)",
    ),
    (
        re.compile(r"\b[Ii]n\s(?:an?|his|her|their|the)\s[12]\d\d\d\s"),
        rf"\b[Ii]n\s(?:an?|his|her|their|the)\s{_YEAR_OF}\s(?:[a-z-]+\s){{0,2}}(?:{_STUDY}|{NOUN})(?:\s(?:in|for|on|with|from|of|about)\s[^,.;\"“(]{{2,50}})?,\s{_NAMED}"
        rf"(?=[’']?,?\s{ADVERB}(?:{VERBS}|{ARGUING}|asks|had|gave|let|[a-z]{{3,}}ed)\b)",
    ),
    # Walt's study (2017) of alliances
    (
        re.compile(r"[’']s?\s(?:[a-z-]+\s){1,3}\([12]"),
        rf"(?<![\w.@])(?P<author>{NAMES})[’']s?\s(?:[a-z-]+\s){{0,2}}{_STUDY}\s\((?P<dated>{YEAR})\)",
    ),
    # Walt, in a 2017 report, argues
    (
        re.compile(r",\sin\s(?:an?|his|her|their|its|the)\s[12]\d\d\d\s"),
        rf"(?<![\w.@])(?P<author>{NAMES}|{BODY}),\sin\s(?:an?|his|her|their|its|the)\s{_YEAR_OF}\s(?:[a-z-]+\s){{0,2}}(?:{_STUDY}|{NOUN})"
        rf"(?=(?:\s(?:in|for|on|with|from|of|about)\s[^,.;\"“(]{{2,50}})?,\s{ADVERB}(?:{VERBS}|{SIGNAL_VERBS})\b)",
    ),
    # Walt, author of Old Wars; Walt, in his 2017 book Old Wars; Walt argues in his book Old Wars
    (
        re.compile(
            rf"\b(?:(?:author|writer)\sof|in\s(?:his|her|their|the)\s(?:[12]\d\d\d\s)?(?:[A-Za-z-]+\s){{0,3}}?{NOUN},?)\s[A-Z]"
        ),
        rf"(?<![\w.@])(?P<author>{NAMES}),?\s(?:(?:the\s)?(?:author|writer)\sof|(?:{ADVERB}{VERBS}\s)?in\s(?:his|her|their|the)"
        rf"\s(?:{_YEAR_OF}\s)?{_KIND},?)\s{_PLAIN}{_DATED}(?=[,.;:]|\sthat\b|\s{VERBS}\b)",
    ),
    # Walt published Of Old Wars
    (
        re.compile(r"\b(?:wrote|published)\s[A-Z]"),
        rf"(?<![\w.@])(?P<author>{_FULL_NAME})\s(?:wrote|published)\s(?!the\s)"
        rf"(?P<plain>(?=[A-Z]\S*\s(?:\S+\s){{1,3}}?[A-Z])(?=(?:[\w’'-]+\s){{1,4}}{_SMALL}\s){TITLE_RUN}(?::\s{TITLE_RUN})?){_DATED}",
    ),
    # Walt, whose "Old Wars" (2017) is widely read
    (
        re.compile(r",\swhose\s[\"“*_]"),
        rf"(?<![\w.@])(?P<author>{NAMES}),\swhose\s{_QUOTED}{_DATED}",
    ),
    # Walt and Nau, 2017, argue; Walt 2017 argues
    (
        re.compile(r"\s[12]\d\d\d,?\s[a-z]"),
        rf"(?<![\w.@])(?P<author>{SURNAME}(?:(?:,\s{SURNAME})*,?\s(?:and|&)\s{SURNAME}|{ET_AL})?),?\s"
        rf"(?P<year>19[5-9]\d|20[0-2]\d),?(?=\s(?:also\s)?{WRITING}\b)",
    ),
    # Walt writes in his 2017 "Old Wars"
    (
        re.compile(r"\bin\s(?:his|her|their)\s[12]\d\d\d\s[\"“*_]"),
        rf"(?<![\w.@])(?P<author>{NAMES})\s(?:{ADVERB}{VERBS}\s)?in\s(?:his|her|their)\s{_YEAR_OF}\s{_QUOTED}",
    ),
    # Reading Stephen Walt's Of Old Wars made me think
    (
        re.compile(
            r"\b(?:[Rr]ead(?:ing)?|up|finished|opened|compare|in|from)\s[A-Z][^.\n]{2,40}?[’']s\s(?:[12]\d\d\d\s[a-z]+\s)?[A-Z]"
        ),
        rf"\b(?:[Rr]ead(?:ing)?|picked\sup|finished|opened|compare|in|from)\s(?P<author>(?:{WORD}\s)?{_FULL_NAME})[’']s\s"
        rf"(?:{_YEAR_OF}\s(?:{NOUN}|collection|anthology)\s)?"
        rf"(?P<plain>(?=(?:[\w’'-]+\s){{0,4}}{_SMALL}\s){TITLE_RUN}(?::\s{TITLE_RUN})?)"
        rf"(?=[,.;]|\s(?:with|and|made|makes|by|is|was|I|we)\b|\s{VERBS}\b)",
    ),
    # In The Old War, Stephen Walt argues; In Three Old Wars, Walt argues
    (
        re.compile(r"\bIn\s[A-Z][^.\n]{3,120}?,\s"),
        rf"\bIn\s(?P<plain>(?:(?:The|A|An)\s|{WORD}\s{WORD}\s){TITLE_RUN}(?::\s{TITLE_RUN})?),\s{_NAMED}"
        rf"(?=[’']?,?\s{ADVERB}(?:{VERBS}|{ARGUING}|{WORKING_VERBS})\b)",
    ),
    # Walt argues in "Title"; Walt, in his article "Title"
    (
        re.compile(r"\bin\s[^.\n]{0,60}?[\"“*_]"),
        rf"(?<![\w.@])(?P<author>{NAMES}),?\s(?:{ADVERB}{VERBS}\sin\s(?:(?:the|an?)\s(?:{_YEAR_OF}\s)?{_KIND}{_CALLED})?"
        rf"|(?:{ADVERB}{VERBS}\s)?in\s(?:his|her|their)\s(?:(?:[12]\d\d\d)\s)?{_KIND}{_CALLED}){_QUOTED}{_DATED}",
    ),
    # Stephen Walt, the author of "Title"; Stephen Walt in "Title"
    (
        re.compile(r"\b(?:of|in|wrote|writes)\s[^.\n]{0,60}?[\"“*_]"),
        rf"(?<![\w.@])(?:(?P<author>{NAMES})(?:,?\s(?:the\s)?(?:author|writer)s?\sof\s|,\swho\swr(?:ote|ites)\s)|(?P<author2>{_FULL_NAME}),?\sin\s)"
        rf"(?:(?:the|an?)\s{_KIND}{_CALLED})?{_QUOTED}{_DATED}",
    ),
    # an article by Walt called "Title"; Walt, in Old Wars (2017),; Old Wars by Stephen Walt
    (
        re.compile(r"\b(?:called|titled|entitled)\s[\"“*_A-Z]"),
        rf"\b[Bb]y\s(?P<author>{NAMES}),?\s(?:called|titled|entitled)\s(?:{_QUOTED}|{_PLAIN}){_DATED}",
    ),
    (
        re.compile(r",\sin\s[A-Z][^.\n]{0,120}?\("),
        rf"(?<![\w.@])(?P<author>{NAMES}),\sin\s{_PLAIN}\s\((?P<dated2>{YEAR})\)",
    ),
    (
        re.compile(r"[a-z]\sby\s[A-Z]"),
        rf"(?:(?<![^\n])|(?<=[.!?]\s)|\b(?:[Ii]n|[Rr]ead|of|to|with|like)\s)(?P<plain>(?!(?:In|On|From|After|By|To|As)\s)(?=\S+\s(?:(?!by\b)\w+\s){{0,2}}[A-Z]){TITLE_RUN}(?::\s{TITLE_RUN})?)"
        rf"\sby\s(?P<author>{_FULL_NAME})(?=[,.]|\s[a-z])",
    ),
    # the author of "Title", Nick Smith
    (
        re.compile(r"\b(?:author|writer)\sof\b"),
        rf"\b(?:author|writer)\sof\s(?:(?:the|an?)\s)?(?:{_KIND}{_CALLED})?{_QUOTED}{_DATED},?\s{_NAMED}(?=[,.\s])",
    ),
    # a 2017 National Sleep Bureau report; a study done in 2017 by Walt
    (
        re.compile(r"\s[12]\d\d\d\s[A-Z]"),
        rf"\b(?:[Aa]n?|[Tt]he)\s{_YEAR_OF}\s(?P<author>{BODY})(?=\s(?:[a-z]+\s)?{_RESEARCH}\b)",
    ),
    (
        re.compile(r"\s[12]\d\d\d,?\sby\s"),
        rf"\b{_STUDY}\s(?:[a-z]+\s){{0,2}}(?:in|from)\s{_YEAR_OF},?\sby\s(?:the\s(?:[a-z]+\s)?)?{_HONOUR}(?P<author>{_WHO})",
    ),
    # a 2017 survey that Walt carried out
    (
        re.compile(r"\s[12]\d\d\d\s[a-z]+\s(?:that|which)\s[A-Z]"),
        rf"\b(?:[Aa]n?|[Tt]he|[Oo]ne|[Aa]nother)\s{_YEAR_OF}\s{_STUDY}\s(?:that|which)\s{_HONOUR}(?P<author>{_WHO})"
        rf"(?=\s(?:carried\sout|conducted|did|ran|led|published|wrote|made|designed|organized)\b)",
    ),
    # Walt in her 2017 study of alliances
    (
        re.compile(r"\bin\s(?:his|her|their)\s[12]\d\d\d\s[a-z]"),
        rf"(?<![\w.@])(?P<author>{NAMES})\sin\s(?:his|her|their)\s{_YEAR_OF}\s(?=(?:[a-z-]+\s)?{_STUDY}\b)",
    ),
    # Stephen Walt's Old Wars, published in 2010,
    (
        re.compile(r",\s(?:first\s)?(?:published|written)\sin\s[12]"),
        rf"(?<![\w.@])(?P<author>{_FULL_NAME})[’']s\s{_PLAIN_LONG},"
        rf"\s(?:first\s)?(?:published|written)\sin\s{_YEAR_OF}\b",
    ),
    # in an interview titled "Title," former champion Stephen Walt argues
    (
        re.compile(r"[\"”]\s(?:[a-z-]+\s){1,3}[A-Z]"),
        rf"\b[Ii]n\s(?:an?|the|his|her)\s(?:{_YEAR_OF}\s)?{_KIND}{_CALLED}{_QUOTED}{_DATED},?\s"
        rf"(?!(?:the|an?|and|or|by|so|where|when|we|you|it)\s)(?:[a-z-]+\s){{1,3}}"
        rf"(?P<author>{_FULL_NAME})(?=,?\s{ADVERB}(?:{WRITING}|{ARGUING}|admits|admitted|recalls|recalled)\b)",
    ),
    # a 2017 study by Walt
    (
        re.compile(r"\s[12]\d\d\d\s[A-Za-z]"),
        rf"\b(?:[Aa]n?|[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Oo]ne|[Aa]nother|[Tt]his)\s(?=[12]\d\d\d\s){_YEAR_OF}\s(?:{_KIND}|{_STUDY})\s(?:(?:of|on|about)\s(?:[a-z-]+\s){{1,4}})?"
        rf"(?:(?:published|written|conducted|done|released)\s)?(?:by|from|at)\s"
        rf"(?:(?:researchers|scientists|experts|a team|economists|psychologists)\s(?:at|from|of)\s)?(?:the\s)?{_HONOUR}(?P<author>{_WHO})",
    ),
)
"""Forms that name a work, as (cue, pattern): without the cue, which is quick to look for, the pattern cannot match. A
pattern takes long to compile, so that is done where it is first asked for (``compiled``).

Each pattern has ``author``, and some of ``quoted`` or ``plain`` (a title), ``year``, ``dated`` (behind the title)."""
_DOING = r"[a-z]{3,}(?:s|ed)\s(?:(?:[a-z]+|in\s[12]\d\d\d)\s){0,4}?(?=in\s(?:his|her|their|its|an?)\s)"
BEFORE_TITLE = re.compile(
    rf"(?<![\w.@])(?P<author>{NAMES})(?:[’']s?\s|{APPOSED},?\s(?:{ADVERB}(?:{VERBS}|{SIGNAL_VERBS})\s|{_DOING})?in\s(?:(?:his|her|their|its|the|an?)\s)?"
    rf"|,\sof\sthe\s|,\s(?:who\s(?:wrote|writes)|(?:the\s)?(?:author|writer)\sof)\s(?:the\s)?)(?:(?P<year>[12]\d\d\d)\s)?"
    rf"(?:{_KIND}(?:\s(?:of|from)\s|(?:\s(?:in|for|about|on|from)\s[^,.;()\"“”]{{2,40}})?{_CALLED}))?$"
)
AFTER_TITLE = re.compile(
    rf"[\"”]?,?(?:\s\((?P<dated>{YEAR})\))?,?\s{{1,3}}(?:(?:(?:written|directed|narrated|hosted)\s)?bye?\s{{1,3}}(?P<by>{NAMES}(?:\sof(?:\sthe)?\s{BODY})?|{OFFICE})"
    rf"|from\s(?P<from>(?!The\b){_FULL_NAME})(?=[,.\s])|(?:(?:the\s)?author|which(?=\s{NAMES}\s(?:wrote|published|made|directed)\b))\s(?P<writer>{NAMES})|(?:{ROLE}(?P<author>{NAMES})|(?P<office>{OFFICE}))(?=[’']?,?\s{ADVERB}(?:{WRITING}|{ARGUING})\b))"
)
SAID_FROM = re.compile(
    rf"\b(?:{VERBS}|[Aa]ccording\sto|{VERBS}\sby)\s(?P<author>{_FULL_NAME})\sfrom\s(?:the\s(?:{NOUN},?\s)?)?$"
)
AUTHOR_APPOSED = re.compile(rf"[\"”]?,?\s(?P<author>{NAMES})(?=[,.])")
"""Behind a title of which the words before it say that somebody is the author."""
BODY_TITLE = re.compile(rf"\bthe\s(?P<author>{BODY})[’']s?\s(?:[a-z]+\s)?{NOUN}(?:{_CALLED}|,)$")
WORK_BY = re.compile(rf"\b(?i:{NOUN})\sby\s(?P<author>{NAMES}),?\s(?:(?:called|titled|entitled|named),?\s)?$")
"""The author right before and right behind a title that is found by itself: ``says Ann Moss from "Late Buses"``;
``BODY_TITLE``: ``the Office of Late Buses' article, "Late Buses"``."""
