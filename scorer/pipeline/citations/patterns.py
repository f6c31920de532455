"""What brackets hold beside names and places, and what only looks like a citation."""

from __future__ import annotations

import re

from scorer.pipeline.citations.place_patterns import NUMBERS, OTHER_LABEL, PAGE_LABEL, SOURCE_WORD

ISSUES = {
    "missing_locator": "words are quoted, and the citation that follows has no page or other locator",
    "missing_year": "the essay cites by author and year, and this citation has no year",
    "comma_before_locator": "MLA puts no comma between the author and the page",
    "mixed_styles": "the citation is formed differently from most others in the essay",
    "no_matching_reference": "the list of references has no entry for this citation",
    "unbalanced_bracket": "the bracket is opened and not closed",
}
"""Codes in ``Citation.issues``, and what each says."""
CONFIDENCE = {
    "author_date": 0.97,
    "author_locator": 0.95,
    "author_only": 0.85,
    "title": 0.92,
    "labelled_locator": 0.95,
    "bare_locator": 0.88,
    "narrative_date": 0.95,
    "narrative_title": 0.9,
    "numeric": 0.9,
    "note_mark": 0.85,
    "url": 0.97,
    "source_label": 0.93,
    "place": 0.95,
    "unclosed": 0.8,
}
"""Probability that a finding of each family is a citation: fixed estimates, set after reading student essays."""
IBID = re.compile(r"^[Ii]bid\.?(?:,?\s(?=\d|p)|$)")
"""The work cited before."""
SOURCE_LINE = re.compile(r"\n[^\S\n]*(?:sources?|citations?)(?:\s(?:used|cited))?\s?:", re.IGNORECASE)
"""A last line that names what the essay was made from."""
QUOTED_TITLE = re.compile(
    r"^(?P<author>[^\"“”„«»]*?)[,:]?\s?(?:[\"“”„«](?P<double>[^\"“”„«»]{2,200})[\"“”»]"
    r"|(?<!\w)[‘'](?P<single>[^‘\"]{4,200})[’'](?!\w)"
    r"|(?<!\w)[*_](?P<marked>[^*_]{2,200})[*_](?!\w))$"
)
"""A title in quotation marks (or Markdown's italics), with or without its author before it."""
TITLE_AND_SITE = re.compile(r"(?P<head>[\"“][^\"“”]{3,150}[\"”]),?\s(?P<site>\S+)$")
"""``"Late Buses," latebuses.org``."""
TITLE_FIRST = re.compile(r"[\"“](?P<title>[^\"“”]{3,150}?),?[\"”],?\s(?:[Bb]y\s)?(?P<author>[A-Z][^,;:\d\"“”]{2,50})$")
"""A quoted title and its author behind it: ``"Late Buses", Moss``."""
WHOLE_ENTRY = re.compile(r"[\"“](?P<title>[^\"“”]{5,150})[.,][\"”]\s[A-Z].*?(?P<year>\b(?:19|20)\d\d)?$")
"""An entry of the list of references in the bracket: ``"Late Buses." The Ledger, 3 May 2018``."""
LEAD_IN = re.compile(
    r"^(?:see(?:,? (?:also|for example|e\.g\.))?|also|but see|e\.\s?g\.|i\.\s?e\.|cf\.?|c\.f\.|compare"
    r"|for (?:example|instance)|for (?:an? |the |more |further )?[a-z]{4,12}(?: [a-z]{2,12}){0,3},? see|(?-i:in(?! press))"
    r"|as (?:stated|said|seen|shown|found|written|mentioned) (?:in|by)|according to|adapted from|taken from|from"
    r"|by|author:?|sources?:|(?:link|url|web ?site):?|(?:retrieved|available|accessed) (?:from|at|on|via):?|(?:an? )?(?:excerpt|quote) from|the (?:article|passage|text|story|essay|book|poem|novel)|(?-i:Dr|Mrs?|Ms|Prof)\.)"
    r",?\s+",
    re.IGNORECASE,
)
"""Words before the source in a bracket."""
CREDIT = re.compile(r"(?:sources?|author):\s", re.IGNORECASE)
"""Words that say that what follows them in a bracket is a source, whatever it looks like."""
ACCESSED = re.compile(
    r"[,;]? (?:last )?(?:accessed|retrieved|viewed|visited|read)(?: on)?:? [^,;]*\d[^;]*$", re.IGNORECASE
)
"""When a page of the web was read, behind its address."""
DATE_FIRST = re.compile(r"(?P<year>(?:19|20)\d\d[a-z]?), (?P<author>[A-Z][^,;:\d\"“”]{2,50})$")
"""``2015, Moss``: the year before the author."""
SECONDARY = re.compile(
    r"(?:^|.*?[,;\s])(?:(?:as )?(?:(?P<quoted>qtd\.?|quoted|cited|ctd\.?)|found|mentioned) (?:in|by|from))\s+",
    re.IGNORECASE | re.DOTALL,
)
"""What stands before the source that the student read: ``(Freud, 1900, as cited in Jones, 2019)`` cites Jones."""
TRAILING = re.compile(
    r"(?:^|[,;.]?\s)(?:(?:my|our|the author[’']?s?) (?:emphasis|italics|translation)|(?:emphasis|italics|translation)"
    r" (?:added|mine|ours|in original|in the original)|original emphasis|n\.\s?p(?:ag)?\.?|for (?:an? )?(?:[a-z]+ ){0,2}(?:review|overview|discussion|summary|details))$",
    re.IGNORECASE,
)
"""A remark behind the citation: ``emphasis added``."""
EDITION = re.compile(r",? (?:Kindle|e-?book|digital) ed(?:ition\b|\.)(?=,? \w)", re.IGNORECASE)
"""What a reader of an e-book puts before its locations."""
APPOSITION = re.compile(r", (?:an?|the|who|which|from) ")
"""Behind a name: what somebody is, no title."""
AUTHOR_APPOSED = re.compile(
    r"\b(?:authors?|writers?|articles?|texts?|sources?|passages?|books?|essays?|stud(?:y|ies)|reports?|poems?)\s$",
    re.IGNORECASE,
)
"""Before a bracket with a name alone: whose it is, or whose work."""
NAMED_THING = re.compile(
    r"\b(?:an?|the|my|our|his|her|their|this|one|named|called|like|as|is|was|mr\.|mrs\.|ms\.|by)\s(?:[\w’'-]+\s){0,3}$",
    re.IGNORECASE,
)
"""Before a bracket with a name alone: somebody or something that has it."""
SELF_REFERENCE = re.compile(r"^(?:see|cf\.?)\b|\b(?:above|below)$", re.IGNORECASE)
UNPAGED = re.compile(r"^(?!.*\b(?:pp?\.\s?\d|\d[-–]\d|\.pdf\b)).*(?:https?://|www\.)", re.DOTALL | re.IGNORECASE)
"""An entry with a link and without pages: a page of the web."""
SOURCE_LABEL = re.compile(
    rf"(?:(?P<author>[^,;:\"“”]{{2,40}}?)[,:]?\s)?(?P<label>(?:{SOURCE_WORD}s?|documents?|docs?\.?|passages?|texts?|articles?(?=\s?#?\d{{1,2}},\s?par))\s?(?:number\s|no\.|#)?\s?(?:\d{{1,2}}(?:,?\s?(?:and|&)\s?\d{{1,2}})*"
    r"|(?-i:[A-H](?:(?:, [A-H])*(?:,? (?:and|&) [A-H]|, [A-H])(?!\w))?)|one|two|three|four|five|six|seven|eight|nine|ten))(?:(?:\s?(?P<sign>[,;:-])\s?|\s)(?P<rest>\S.*))?$",
    re.IGNORECASE,
)
"""``Source B``, ``source 3 paragraph 20``: a source by its letter or number, and what else the bracket says of it."""
PLACE_FIRST = re.compile(
    rf"(?P<place>(?:{PAGE_LABEL}|{OTHER_LABEL}\s?){NUMBERS})(?:,\s?| )(?:by |of |from |in )?(?P<head>[A-Z\"“].{{2,60}})$",
    re.IGNORECASE,
)
"""``Par. 6, Rosen``: the place before what it is in."""
TITLE_BY = re.compile(r"(?P<title>\S.{5,120}?),? (?:[Ww]ritten )?[Bb]y (?P<author>[A-Z][^,;:\d]{2,50})$")
"""``Late Buses Help Us by Ann Moss`` behind a source's letter, marks or none."""
KIND_FIRST = re.compile(r"^(?:the |an? )?(?:article|passage|text|essay|excerpt|story)[,:]? (?=[\"“A-Z])", re.IGNORECASE)
"""What a source is, between its letter and its title: ``source one article "Late Buses"``."""
BY_TITLED = re.compile(r"by (?P<author>[A-Z][^,;:\d\"“”]{2,50}): ?(?P<title>[A-Z\"“].{4,120})$")
"""``by Ann Moss: Late Buses Help Us`` behind a source's letter."""
YEAR_FIRST = re.compile(r"(?P<year>(?:19|20)\d\d)\s?[-–—]\s?\D")
"""A year, and what the work appeared in."""
PERSONAL = re.compile(
    r"(?P<author>[^,()]{2,40}), (?:(?:personal |telephone )?(?:communication|interview|email)|e-?mail (?:message|interview)), ?"
    r"[^()]{0,20}?(?P<year>(?:19|20)\d\d)$"
)
"""``J. Smith, personal communication, May 5, 2019``."""
UNCLOSED_END = re.compile(r"(?<=[\w.])(?=[.,;!?]*(?:\s|$|[\])\"”]))")
LONGEST_UNCLOSED = 90  # characters of a bracket that nothing closes
BRACKET_REST = re.compile(r"(?P<closed>\s*\)|[^()\n]{0,60}?(?:(?<!\d)(?P<year>(?:19|20)\d\d))?\))|[.,;]?(?:\s|$)")
"""What follows a pointer that begins a bracket: little more and the bracket's end, or no bracket's end."""
BRACKET_LEAD = re.compile(
    rf"\((?:(?:[Aa]ccording to|[Aa]s (?:stated|said|seen|shown|found) in|[Ff]rom|[Ii]n|[Ss]ee)\s)"
    rf"(?:the\s)?(?:{SOURCE_WORD}\s\w{{1,5}}\s)?(?:(?:article|passage|text|essay|excerpt),?\s)?$"
)
BRACKET_SHUT = re.compile(r"\s?\)")
"""What leads to a pointer in a bracket that says nothing else, and the bracket's end right behind it."""
BRACKET_HEAD = re.compile(r"\([^()\n]{1,50},\s$")
"""What stands in a bracket before the place that ends it: ``(Moss's article, par. 3)``."""
GLUED_PAGE = re.compile(r"(?<=[a-z]{4})(?=\d{1,3}$)")
"""Where a page touches the name before it: ``(Posner12)``."""
SUNG = re.compile(
    r"\b(?:sings?|sang|sung|singing|songs?|plays?|played|movies?|films?|shows?|album|lyrics|jokes?)\b[^.!?]{0,60}$",
    re.IGNORECASE,
)
"""Before the words of a song or a film, whose name in brackets is a performer's."""
GOES_ON = re.compile(r"\s(?:and|but|while|because|so|whereas|although|though|which)\b")
"""Behind a bracket within a sentence: its clause ends there."""
MADE_THINGS = re.compile(
    r"\b(?:movies?|films?|play|musical|games?|albums?|songs?|show|series|bands?|cars?|bikes?|truck|model|votes?|president|candidate|storm"
    r"|hurricane|flood|earthquake|ruling|battle|concert|festival|teams?|one|ship|match|race)\s$",
    re.IGNORECASE,
)
"""Before a bracket with a name and a year: what has name and year of its own."""
APPOSED_SUBJECT = re.compile(
    r"(?:^|[.!?][\"”]?\s|\n\s*)(?:My|Our|His|Her|Their|The|An?)\s(?:[a-z’'-]+\s){0,2}?(?P<noun>[a-z’'-]+)\s?$"
)
"""What opens a sentence right before a bracket: the bracket tells which one it is, as in ``The laptop (Dell, 2016) is``."""
FAVOURED = re.compile(
    r"\bI\s(?:play|played|watch|watched|drive|drove|own|owned|bought)\s[^.!?()]{2,40}$|"
    r"\b(?:favou?rite|best)\s(?:\w+\s)?(?:movie|film|song|show|game|album|band)\b[^.!?()]{0,60}$"
    r"|\b(?:song|movie|film|album)\s[\"“][^\"“”]{2,60}[\"”]\s$|\b(?:band|choir|orchestra)\s(?:\w+\s)?(?:played|plays|sang|sings)\b[^.!?()]{2,50}$",
    re.IGNORECASE,
)
"""Before a bracket that tells who made a film or song, and when."""
ACQUAINTANCE = re.compile(
    r"\b(?:[Mm]y|[Oo]ur|[Hh]is|[Hh]er)\s(?:[a-z]+\s)?(?:neighbou?r|friend|cousin|uncle|aunt|brother|sister|mother|father|mom|dad"
    r"|teacher|coach|boss|grand(?:mother|father|ma|pa|son|daughter)|son|daughter|roommate|classmate|teammate|partner|dog|cat)s?\s$"
)
"""Right before a bracket: whom it names, and how old they are."""
SCORED = re.compile(
    r"\b(?:lost|won|beat|tied|scored|scores?(?:\s(?:was|were|of|is)|,?\s$)|finals?|games?|match(?:es)?)\b[^.!?\n()]{0,20}$",
    re.IGNORECASE,
)
"""Before a bracket of two teams and what each scored."""
SIGNBOARDS = re.compile(
    r"\b(?:sign|menu|jersey|t-?shirt|shirt|poster|label|sticker|banner|billboard|ticket|receipt)s?\b", re.IGNORECASE
)
"""Their words are no source's, and the number behind them no page."""
CHAINED = re.compile(r",?\s(?:and|or|&)\s(?:by\s|of\s)?(?:the\s)?|,\s")
"""Between a dated name and the next: ``Imada (2018) and Tull (2019)``."""
OWN_TEXT = re.compile(r"\b(?:my|our|this)\s(?:\w+\s){1,2}$", re.IGNORECASE)
"""Before a place in the writer's own text."""
BRACKET = re.compile(r"[()]|\n[^\S\n]*\n")
"""A round bracket, or the blank line that no bracket crosses."""
SQUARE = re.compile(r"\[(?P<inside>[^\[\]\n]{4,120})\](?!\()")
AFTER_QUOTE = re.compile(r"[\"”»’']\s?[.,;:!?…]*\s*$|''\s?[.,;:!?]*\s*$")
SENTENCE_SHUT = re.compile(r"\s?(?:[.!?;]|$|\n)")
"""What ends a sentence behind a bracket."""
CLAUSE_END = re.compile(r"\s*(?:[\"”’'»]+\s*)?(?:[.,;:!?()\]—–-]|$|\n)|\s+[\"“]?[A-Z]")
