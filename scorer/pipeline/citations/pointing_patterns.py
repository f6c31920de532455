"""How school essays point at a source: ``in paragraph 3 the author states``, ``Source B``, ``the article "X"``."""

from __future__ import annotations

import re

from scorer.pipeline.citations.name_patterns import BODY, OFFICE, SUBTITLE, TITLE_RUN
from scorer.pipeline.citations.narrative_patterns import ADVERB, NAME, NAMES, SIGNAL_VERBS, VERBS
from scorer.pipeline.citations.place_patterns import PARAGRAPH, SENTENCE, SOURCE_WORD
from scorer.pipeline.citations.word_lists import any_of, words

_ONES = any_of(
    """
    (?:thir|four|fif|six|seven|eigh|nine)-?teen one two three four five six seven eight nine ten eleven twelve
    (?:twenty|thirty|forty)(?:[-\\s](?:one|two|three|four|five|six|seven|eight|nine))?
    """
)
_DIGITS = r"\d{1,3}(?!\w|\s?%|[.,:]\d|[’']s)"
_AND = r"(?:,?\s|\s,|(?=&))(?:and|&|or|to|through|though|thru|til|till)\s(?:the\s)?#?"
_NUMBERS = (
    rf"(?:\(\d{{1,3}}\)|{_DIGITS}(?:\s?[-–—]\s?{_DIGITS}|{_AND}(?:{_DIGITS}|{_ONES}\b)|(?:,\s?{_DIGITS})+{_AND}{_DIGITS})?"
    rf"|{_ONES}\b(?!-)(?:(?:,\s{_ONES}\b)*(?:-|{_AND}){_ONES}\b)?)"
)
_PARAGRAPH = rf"{PARAGRAPH}|paras?|pars?(?=\.)"
_GAP = r"(?:[^\S\n](?:number[^\S\n]|no\.[^\S\n]?)|\.[^\S\n]?#?|[^\S\n]?#[^\S\n]?|[^\S\n]|(?=\d))"
UNIT_STEMS = (
    "par", "phar", "pra", "line", "page", "pg", "p.", "pp", "stanza", "verse", "section", "chapter", "slide", "sen", "margin",
)  # fmt: skip
UNIT = re.compile(
    rf"\b(?!(?-i:PG)[\s-]1[37]\b)(?P<unit>(?P<paragraph>{_PARAGRAPH}|margin(?=\s\d{{1,3}},?\s(?:and\s)?(?:in\s)?lines?\s\d))|lines?|pages?|pgs?|pp?(?=\.?\s?\d)|stanzas?|verses?|sections?|chapters?"
    rf"|slides?|{SENTENCE}){_GAP}(?P<number>{_NUMBERS})(?![\w-])",
    re.IGNORECASE,
)
"""A part of a text and its number."""
ORDINAL_STEMS = (
    "first ", "second ", "third ", "fourth ", "fifth ", "sixth ", "seventh ", "eighth ", "ninth ", "tenth ", "last ",
    "final ", "opening ", "1st ", "2nd ", "3rd ", "4th ", "5th ", "6th ", "7th ", "8th ", "9th ",
)  # fmt: skip
_ORDINAL = r"(?:(?:first|second|third|fourth|fifth|last)\s)"
ORDINAL_UNIT = re.compile(
    rf"(?P<whole>\w+[^\S\n](?:paragraph|chapter|stanza|section|scene|verse|line(?=\sof\s[\"“]))s?)(?P<after>(?:,?\s(?:of|in|from)\s(?:the\s|this\s|his\s|her\s)?{_ORDINAL}?"
    rf"(?:article|passage|text|source|report|story|book|novel|poem|speech|letter|Source\s[A-H0-9]|[\"“])|\s?,?\s(?:of\s\w+\s)?(?:[Tt]he\s(?:author|writer|article|passage|text)|it|he|she)\s"
    rf"(?!will\b|would\b|is\sgoing\b|was\b|shall\b)[a-z]+\b)|,?\s(?:in\s)?lines?\s\d|,?\s(?!I\s){NAMES}\s{ADVERB}{VERBS}\b)"
)
"""A part of a text by its place in it, and what shows that the text is not the writer's own."""
ORDINAL_ALONE = re.compile(r"(?P<whole>\w+[^\S\n](?:paragraph|stanza|section))\b", re.IGNORECASE)
LABEL_BEFORE = re.compile(
    rf"\b(?:{SOURCE_WORD}|passage|document|article)\s#?(?:\d{{1,2}}|[A-H]|{_ONES}),?\s(?:the\s)?$", re.IGNORECASE
)
"""``source 2, second paragraph``: a part by its place, right behind a source's label."""
ORDINAL_BEFORE = re.compile(
    r"(?:\b(?:[Ii]n|[Oo]f|[Ff]rom|[Tt]o|[Bb]y|[Rr]ead|[Aa]t)\s(?:the|her|his)|(?:^|[.!?][\"”]?\s|\n\s*)The)\s$"
)
ORDINAL_SAYS = re.compile(
    r"(?:^|[.!?][\"”]?\s|\n\s*)The\s(?P<whole>\w+[^\S\n](?:paragraph|stanza))\s(?:also\s)?"
    r"(?:says|states|explains|argues|claims|mentions|describes|talks\sabout|tells)\b(?!\s(?:my|our|your|why\sI|what\sI)\b)"
)
"""``The second paragraph says``, at a sentence's beginning."""
NTH_PARAGRAPH = re.compile(r"\S+\s+(?:paragraph|stanza)(?!\S)")
SAID_IN = re.compile(
    rf"\b(?:[Ii]t|[Hh]e|[Ss]he|[Tt]he\s(?:auth[oe]r|writer|article|text|passage|poet|speaker))\s{ADVERB}{VERBS}(?:\sso)?,?\sin\sthe\s$"
)
"""``The author says in the``, before "last paragraph"."""
_NTH_SOURCE = rf"(?P<source>{_ORDINAL}(?:source|passage|text|article|document|excerpt))"
NTH_SOURCE_BEFORE = re.compile(rf"\bthe\s{_NTH_SOURCE},?\s(?:in\s)?(?:the\s)?$", re.IGNORECASE)
NTH_SOURCE_BEHIND = re.compile(rf",?\s(?:of|in|from)\sthe\s{_NTH_SOURCE}\b(?!,?\s[\"“])", re.IGNORECASE)
"""A source by its place among those that were given, before and behind a place in it; no title follows."""
PAGE_UNIT = re.compile(r"(?:pages?|pgs?|pp?)$", re.IGNORECASE)
NO_UNIT_BEFORE = re.compile(
    r"(?:\b(?:my|our|your|own|body|intro|introduction|conclusion|next|another|a|an|each|every|least|only|this"
    r"|opening|closing|write|wrote|writing|front|continued\son|above,|below,|(?:fig(?:ure|\.)?|table)\s\d+,)\s?|(?<=\w)-|\b(?:my|our)\s(?:\w+\s){1,2}\("
    r"|\b(?:I|we)(?:[’']m|[’']re|\s(?:was|am|were|are|got|stopped))\s(?:only\s|still\s|now\s)?(?:on|at|in|to|by)\s)$",
    re.IGNORECASE,
)
_TEXTS = (
    "article|artical|passage|text|book|novel|story|essay|report|poem|speech|source|letter|play|study|document|memoir|constitution|bible"
    "|excerpt|editorial|interview|paper|reading|pdf|packet|biography|autobiography|chapter|page|treaty|charter|act|law|bill"
)
NO_UNIT_AFTER = re.compile(
    r"[^\S\n]?(?:essays?|form|format|long|bankruptcy|housing|hours?|minutes?|days?|weeks?|months?|years?|times"
    r"|people|kids|students|rows?|columns?|of\s(?:my|our|your|this\s(?:essay|paper))|(?:on|from)\s(?:my|our)"
    r"|(?:is|are)\s(?:missing|torn|ripped|blank)(?:\s(?:from|in|of))?)\b"
    rf"|,\srow\b|,?\sI\s(?:wrote|write|drew)\b|\sof\s(?:the|that|an?)\s(?!(?:[\w’'-]+\s){{0,2}}?[\"“*_]?(?:{_TEXTS})s?\b|(?-i:[\"“*_A-Z]))",
    re.IGNORECASE,
)
BANKRUPT = re.compile(r"\b(?:bankrupt\w*|creditors?|insolven\w+|(?:is|are|was|were|went|goes|go)\sbroke|filed\sfor)\b")
LAW_CHAPTERS = frozenset({"7", "11", "12", "13"})
"""``Chapter 11`` of the law on bankruptcy, and what its sentence then speaks of."""
UNIT_BEFORE = re.compile(
    rf"(?:\b(?:in|on|from|of|at|by|through)\s(?:the\s)?|[\"”’'][.,]?\s|[(,;]\s?|^|\n|\b(?:\d+|[A-H]|{_ONES})\s)$",
    re.IGNORECASE,
)
"""What stands before a line, page, section or chapter that is pointed at."""
UNIT_SHOWS = re.compile(
    r"\s(?:shows?|proves?|says?|tells?|describes?|explains?|suggests?|reveals?|states?)\b(?!\sup\b)"
)
"""What shows the same behind it."""

SOURCE_STEMS = ("sour", "sorc", "sors", "soru", "souu", "souc", "passage", "doc", "text", "article", "excerpt")
_PLACED = rf"\d{{1,2}}(?:$|\s?,?\s(?:in\s)?(?:{_PARAGRAPH}|lines?|pages?|pgs?\.?)[^\S\n]?#?\d)"
"""A number behind "Source:", and the place in it: ``Source: 2 paragraph 16``."""
SOURCE = re.compile(
    rf"\b(?P<kind>{SOURCE_WORD}s?|passages?|document(?!s)|docs?\.?|(?P<text>texts?|documents|articles?"
    rf"|excerpts?))(?:[^\S\n](?:number[^\S\n]|no\.[^\S\n]?)|[^\S\n]?#[^\S\n]?|[^\S\n]|(?=\d)|[^\S\n]?:[^\S\n]?(?={_PLACED}))(?P<number>(?-i:[A-H](?:(?:, [A-H])*,? (?:and|&) [A-H](?!\w))?(?![\w-]|[’'](?!s\b)|[^\S\n](?-i:(?!I\b)[A-Z])|\.\w)|[b-h](?=[,.;:]?\s|$))"
    rf"|\d{{1,2}}(?:\s?,\s?\d{{1,2}}){{0,4}}\s?,?\s?(?:and|&)\s?\d{{1,2}}(?!\w|\s?%)|\d{{1,2}}(?:[-–]\d{{1,2}})?(?!\w|\s?%|[.,:]\d)|{_ONES}\b(?!-)(?:(?:,\s{_ONES}\b)*,?\s(?:and|&)\s{_ONES}\b(?!\s\w+s\b))?)",
    re.IGNORECASE,
)
"""A source by its letter or number."""
NO_SOURCE_AFTER = re.compile(
    r"[^\S\n](?:of\s(?:the\s(?:us|u\.s|united|constitution|bill|un|treaty)|energy|income|my|our)|people|friends|times"
    r"|hours?|minutes?|days?|words|messages|articles?|sources?|different|main|major|can|could|should|would|has\sto"
    r"|uses?|needs?|person|thing|section|amendment)\b",
    re.IGNORECASE,
)
TEXT_AFTER = re.compile(
    rf"\s{ADVERB}{VERBS}\b|[’']s\s(?:auth[oe]r|writer)\b|(?<=[Tt]ext\s\d)\s(?:wants|gives|has|disagrees|focuses|uses|tries)\b"
)
TEXT_BEFORE = re.compile(r"\b(?:in|from|of|per|by)\s$", re.IGNORECASE)
"""What stands before "text 1" and "article 2", which could as well be a verb or a law's part."""

_NOUN = any_of(
    """
    art(?:ic|c)[a-z]{1,4} passage text essay story poem speech letter report editorial excerpt column op-ed
    documentary source video podcast episode chapter blog_post webpage lecture pamphlet brochure leaflet fact_sheet press_release
    """
)
_BOOK = any_of("book novel memoir play short_story biography autobiography textbook")
_CALLED = r"(?:,?\s(?:is\s|was\s|which\sis\s)?(?:titled|entitled|called|named|by\sthe\sname\sof))"
_OWN = r"(?<!\bmy\s)(?<!\bour\s)(?<!\byour\s)(?<!\bMy\s)(?<!\bOur\s)"
TITLE_LEAD = re.compile(
    rf"(?:\b(?:{SOURCE_WORD}|document|passage|text)\s(?P<label>(?-i:[A-H]|\d)|one|two|three|four|five|six)(?=\s?[,:;]?\s?$)|{_OWN}(?<!\bto\s)(?<!\bor\s)(?<!\band\s)(?<!\byou\s)\b(?P<noun>{_NOUN})s?|\b(?:in|from|of|to|on|reading|read)\s(?:the|this|that|an?|his|her|their)\s"
    rf"(?:(?!favou?rite)[a-z]+\s){{0,2}}(?P<book>{_BOOK}))(?:\s(?:(?:that|which)\s)?(?:we|I)\s(?:had\s|have\s)?(?:read|watched|discussed|got|studied)\b[^\"“.,;]{{0,30}}|\s(?:from|by|in|on|of)(?:\s[^\"“.,]{{2,40}}?(?=,\s?$|(?:,\s|\s)(?:titled|entitled|called|named)))?)?(?P<called>{_CALLED})?(?P<comma>\s?[,:;])?\s?$",
    re.IGNORECASE,
)
"""What stands before a quoted title."""
_NTH_PART = (
    r"(?:first|second|third|fourth|fifth|sixth|last|final|opening|closing)\s"
    r"(?:paragraph|line|stanza|chapter|verse|scene|page)s?"
)
BARE_LEAD = re.compile(
    r"\b(?:in|from|according to|author of|as stated in|reading|read|(?:paragraphs?|lines?|pages?|chapter|stanza|verse)\s[\w-]+\sof"
    rf"|{_NTH_PART}\sof)"
    r"\s(?P<the>the\s)?$",
    re.IGNORECASE,
)
PART_LEAD = re.compile(
    r"\b(?:(?:paragraphs?|lines?|pages?|chapter|stanza|verse|scene)\s[\w-]+"
    rf"|{_NTH_PART})\sof\s$",
    re.IGNORECASE,
)
"""Before a quoted title: which part of it."""
YEAR_LEAD = re.compile(
    rf"\b(?P<year>(?:19|20)\d\d)\s(?:[a-z-]+\s){{0,2}}(?:{_NOUN}|{_BOOK}|film|movie|study|survey)(?:{_CALLED})?,?\s$",
    re.IGNORECASE,
)
"""Before a title: the year of what it names."""
_KINDS = any_of("book novel memoir documentary film movie article essay poem podcast play short\\sstory")
KIND_BEHIND = re.compile(rf",\s(?:an?|the)\s(?:[a-z]+\s){{0,2}}{_KINDS}")
"""What stands behind every ``APPOSED_KIND``: quick to look for, and rare."""
APPOSED_KIND = re.compile(
    rf"(?:(?<![^\n])|(?<=[.!?]\s)|\b(?:[Ii]n|[Rr]ead|of|to|with|from|like|is|watched|and)\s)(?P<title>{TITLE_RUN}(?::\s{TITLE_RUN})?)(?:\s\((?P<dated>(?:19|20)\d\d)\))?,\s(?:an?|the)\s"
    rf"(?:[a-z]+\s){{0,2}}{_KINDS}(?=[,.]|\s(?:by|from|about|that|which|we|I|in|on)\b)"
)
"""``Threadbare, a documentary by``: a title without marks, and what it is behind it."""
ON_SITE = re.compile(
    rf"\b(?:[Aa]ccording\sto|(?P<on>[Oo]n))\s(?:the|an?|their|her|his)\s(?:[a-z]+\s)?(?:web\s?site|site|blog|magazine|newspaper|journal|podcast|channel),?\s"
    rf"(?:called\s)?(?P<title>{TITLE_RUN})(?!\s?\.\s?(?:com|org|net|gov|edu))(?(on)(?=,?\s(?:it|they)\s)|(?=[,.]|\s[a-z]))"
)
"""``according to the website Late Buses Today``."""
THE_WORK = re.compile(
    rf"\b[Tt]he\s(?:poem|documentary|novel|essay|short\sstory|film|movie)\s"
    rf"(?P<title>(?=\S+\s(?:[a-z]+\s){{0,3}}[A-Z]){TITLE_RUN})"
    rf"(?=\s(?:about|by|uses?|(?!wrote){VERBS})\b)"
)
"""``the poem Late Buses shows``: two words with capitals are its title, if it tells something; else it was only read."""
IN_DATED = re.compile(
    rf"\b[Ii]n\s(?P<title>(?:The|A|An)\s(?=[A-Z]){TITLE_RUN}(?::\s{TITLE_RUN})?)\s\((?P<dated>(?:19|20)\d\d)\),?"
    rf"\s(?:s?he|the\sauthor)\s(?:{VERBS}|asks|asked)\b"
)
"""``In The Late Bus (2018) she asked``."""
PLACE_LEAD = re.compile(r"\bparagraphs?\s[\w-]+,?\s$", re.IGNORECASE)
"""What stands before a quoted title that the essay announces elsewhere."""
IN_LEAD = re.compile(r"(?:^|[.!?][\"”]?\s|\n\s*)In\s$")
"""Before a quoted title that a sentence begins with, and a comma ends: ``In "Late Buses," a driver says``."""
LOWER_LEAD = re.compile(r"\b(?:according\sto|in|from)\s(?:the\s)?$", re.IGNORECASE)
THEY_SAY = re.compile(r",?\s(?:it|they|the\s(?:auth[oe]r|article|passage|text|writer))\s")
"""Before and behind a quoted title without capitals."""
CREDITED = re.compile(
    r"\b(?:according to|(?:stated|explained|shown|reported|described|mentioned|argued|noted|written) in)\s$",
    re.IGNORECASE,
)
"""Before quoted words of two capitals and a comma, this says that they are a title."""
TITLE_FOLLOW = re.compile(
    rf"[,.]?\s(?:\((?:19|20)\d\d\)|(?:the|an|this)\s(?:unknown\s)?(?:auth[oe]r|writer|article|passage|text|story)|it\s|(?:also\s)?{VERBS}\b"
    rf"|(?:written\s)?by\s|paragraph\s|in\sparagraph\s|they\s|he\s|she\s|there\s"
    r"|(?:opens|begins|starts|ends|has|had|gives|makes|answers|asks|follows|taught|changed)\s)",
    re.IGNORECASE,
)
"""What follows a title that a sentence begins with or that nothing announces."""
AND_TITLE = re.compile(rf",?\s(?:and|with)\s(?:(?:the\s|in\s)*{_NOUN}\s)?", re.IGNORECASE)
PLACED_BEHIND = re.compile(rf"\s?\(\s?(?:{PARAGRAPH}|paras?\.?|pages?|pp?\.|pgs?\.?|lines?)\s?\d", re.IGNORECASE)
SUBTITLED = re.compile(r"\w\s?:\s?\w|\?$")
"""A place in brackets behind quoted words, and a colon or question mark in them: they are a title and no body's name."""
WHO_BEHIND = re.compile(rf",\s(?:the|an?|who)\s|\s(?:was|is|who|{VERBS})\b")
"""Behind a person's name."""
PLACE_FOLLOW = re.compile(r",?\s(?:in\s)?paragraphs?\s", re.IGNORECASE)
WRITER_FOLLOW = re.compile(r",?\s(?:the\s)?(?:auth[oe]r|writer|article|passage|text)\b", re.IGNORECASE)
SPOKEN_BEFORE = re.compile(
    rf"(?:\b{VERBS}|\bthat|\bquote|\bquoting|\bsaying|\bstating|\blike|\bsuch as|\bis|\bas)[,:]?\s?$", re.IGNORECASE
)

_LABEL_NEXT = rf"\s?[,|/–—\x94-]?\s?(?i:{SOURCE_WORD})\s(?:\d|(?i:{_ONES})\b)"
_ASKING = (
    rf"(?:Does|Do|Is|Are|Should|Can|Will|Why|How|What|Who)\s{TITLE_RUN}\s"
    rf"(?!(?:in|from|of|and|by|or|is|as|on|to|with|at|which|that|for|{VERBS})\s)[a-z]{{3,}}(?={_LABEL_NEXT})"
)
"""A question whose last word lost its capital, before a source's number: ``Do Late Buses help, source 2``."""
PLAIN_TITLE = re.compile(
    rf"(?:(?P<noun>(?i:{_NOUN}|(?:auth?[oe]r|writer)\sof))|(?P<book>{_BOOK}))(?P<called>{_CALLED})?,?\s{{1,3}}\x93?"
    rf"(?P<title>(?!\d{{1,2}}\s?:|\d{{1,3}}\s(?:of|in|from)\s)(?:{_ASKING}|{TITLE_RUN})(?:\s?[:;]\s?{SUBTITLE}(?=\s?[,.;)\"“”\n]|$|,?\s(?:written\s)?by\s[A-Z]|\s(?:it(?=\s)|the\sauthor|{VERBS})\b)|:\s{TITLE_RUN}|,\s(?=(?:[A-Z][\w’-]*\s){{3}}){TITLE_RUN})?)(?P<end>[,.;:)\"”“|]|\n|$|{_LABEL_NEXT}|\s(?:\(|the\sauthor|the\swriter|it|by|is|was|there|they|he"
    rf"|she|we|I|you|this|which|talks?|about|and\sthe\sauthor|paragraph|in\sparagraph|has|had|opens|begins|ends|makes|gives|follows"
    rf"|measured|followed|compared|tested|tracked|{VERBS})\b)"
)
OWN_PLAN = re.compile(
    r"\bI\s(?:will|am\sgoing\sto|have\s(?:given|written|said|stated|mentioned|explained|told)|gave|wrote|mentioned|said|stated|talked|cited|explained|described|discussed|listed|showed)\b[^.!?\"“”\n]{0,40}$",
    re.IGNORECASE,
)
"""What the writer says of the essay itself."""
OWN_WORK = re.compile(
    r"\b(?:I|[Ww]e)\s(?:\w+\s)?(?:wrote|made|drew|sang|filmed|painted|recorded|published|write|titled|called)\b[^.!?\"“”\n]{0,50}$"
)
"""Before the title of what the writer made."""
DATED_WORDS = re.compile(r"(?:In|On|By|Since)\s(?:[A-Z][a-z]+\s)?\d")
"""Quoted words that begin so are a sentence."""
IN_THE_BEFORE = re.compile(r"(?:^|[.!?][\"”]?\s|\n\s*)(?:In|in|On|on)\s(?:the\s)?$")
"""A sentence's beginning before "source 3"."""
CLAUSE_BEHIND = re.compile(
    r"\s(?!(?:and|but|or|because|which|that|meaning|so|as|when|while|if|is|are|was|were|has|have|had)\b)[a-z]+(?:\s[\w’'-]+){0,4}?\s(?:is|are|was|were|has|have|had)\b"
)
"""The essay's own clause behind words that are quoted behind "in source 3"."""
NAMED_BEHIND = re.compile(rf"\s{{1,2}}{NAME}\s{ADVERB}{VERBS}\b")
QUOTED_NEXT = re.compile(r"\s?[\"“]\s?\w")
"""Quoted words behind quoted words."""
NEXT_SOURCE = re.compile(rf",?\s(?:and\s)?(?:in\s)?{SOURCE_WORD}\s(?:\d|{_ONES})\b", re.IGNORECASE)
"""What stands behind a title where an essay lists its sources."""
WHAT_IT_SAYS = re.compile(r",?\s(?:it(?:[’']?s)?|the\s(?:auth[oe]r|article|passage|text))\b", re.IGNORECASE)
HONORIFIC = re.compile(r"(?:Dr|Prof|Mrs?|Ms)\.|Professor\s|Doctor\s")
DETERMINER = re.compile(
    r"\b(?:the|this|that|a|each|every|first|second|third|last|other|same|another)\s$", re.IGNORECASE
)
HONOURED = re.compile(r"[,.]?\s(?:Dr|Mrs?|Ms|Prof)$")
"""The beginning of a name behind a title without marks."""
LABEL_BY = re.compile(
    rf"\s?[,:]?\s(?:(?:which\s)?(?:is|was)\s)?(?:written\s)?bye?\s{{1,3}}(?:the\s)?(?P<author>{NAMES}(?:\sof(?:\sthe)?\s{BODY})?)"
)
_SUBTITLED = (  # behind a colon, or a comma before three capitals
    rf"(?:\s?[:;]\s?(?:{SUBTITLE}(?=\s?(?:[,.;)\"“”\n]|$)|,?\s(?:written\s)?by\s[A-Z]|\s(?:it(?=\s)|the\sauthor|{VERBS})\b|\sparagraph\s)"
    rf"|(?!(?:Why|How|What|Three|Four|Five|Six|Seven)\s[a-z]){TITLE_RUN})|,\s(?=(?:[A-Z][\w’-]*\s){{3}}){TITLE_RUN})?"
)
_BY_AUTHOR = rf"(?:,?\s(?:written\s)?bye?:?\s(?:the\s)?(?P<author>{NAMES}))"
_IN_PLACE = r"(?:[Ii]n\s[^,.;:\"“”\n]{3,25}\s?,\s?)"
"""How a title begins that says where and has a comma behind it: ``In Small Towns, life goes on``."""
_NO_CLAUSE = r"(?!(?:they|it|he|she|we|I|you|this|the\s(?:auth[oe]r|article|text))\b)"
_PLAIN_WORDS = r"[^\W_][^,.;:?()\[\]\"“”\n]{7,90}?"
_TITLE_END = (
    rf"(?=\s?(?:[.,;?()\]\"“”\n]|$)|,?\s(?:written\s)?by:?\s[A-Z]|\s(?:and\s)?(?:in\s)?(?:the\s)?{PARAGRAPH}\s"
    rf"|\s(?:it|which|the\s(?:auth[oe]r|article)|{VERBS})\b)"
)
LABEL_TITLED = (
    re.compile(r",\s*\n\s*(?P<title>[A-Z][^\n\"“”.;]{4,100}),(?P<whole>)(?=\s*\n)"),
    re.compile(
        rf"\s*\n\s*:\s*(?P<title>[A-Z][^\n\"“”.;]{{4,100}}?)(?P<whole>)(?:\sby\s(?P<author>{NAMES})|(?=\s*(?:\n|[\"“]|$)))"
    ),
    re.compile(r"\s?:\s*\n\s*(?P<title>[A-Z][^\n]{0,90}(?:\s*\n\s*[^\s,][^\n]{1,90})?)(?P<whole>)(?=\s*\n\s*,)"),
    re.compile(rf"\s?:\s*\n\s*(?P<title>{TITLE_RUN}{_SUBTITLED}){_BY_AUTHOR}?(?=[^\S\n]*(?:\n|$))"),
    re.compile(rf"\s?[:;-][^\S\n]?(?P<title>{TITLE_RUN}{_SUBTITLED}){_BY_AUTHOR}?(?!\w)"),
    re.compile(rf",\s(?P<title>{TITLE_RUN}{_SUBTITLED}),?\s(?:written\s)?by\s(?:the\s)?(?P<author>{NAMES})"),
    re.compile(rf"\s?:[^\S\n]?(?P<title>[^\s,.;:\"“”][^.;:\"“”\n]{{4,80}}?),?\s(?:written\s)?by\s(?P<author>{NAMES})"),
    re.compile(
        rf"\s?[:;][^\S\n]?(?P<title>{_IN_PLACE}?(?:What|Why|How|Who|Should|Do|Does|Is|Are|Can)\s[^,.;:?\"“”\n]{{8,80}}(?:\?|(?=[,;]\s|\sit\s))(?P<asked>))"
    ),
    re.compile(
        rf"\s?[:;][^\S\n]?(?P<title>{_IN_PLACE}?{_PLAIN_WORDS}(?:\s?[:;]\s?{_NO_CLAUSE}{_PLAIN_WORDS})?\??)(?P<whole>){_TITLE_END}{_BY_AUTHOR}?"
    ),
    re.compile(
        rf",\s(?P<title>(?=[A-Z]){_IN_PLACE}?{_PLAIN_WORDS})(?P<whole>)(?=\s?,\s(?:it|the\s(?:auth[oe]r|article)|{ADVERB}{VERBS})\b)"
    ),
    re.compile(r"\s?\(\s?[\"“]?(?P<title>[A-Z][^()\"“”\n]{8,80}?)[\"”]?\s?(?P<closed>\))"),
)
"""``Source 2: Late Buses: Why they help``, with its author, which a comma needs; in sentence case where author or
quotation follow; in a bracket. The first three: titles that a word processor set on lines of their own."""
APPOSED_TITLE = re.compile(
    rf",?\s(?P<title>{TITLE_RUN}(?::\s{TITLE_RUN})?)(?=,?\s(?:it|the\s(?:author|writer|article|passage|text))\b|,\s?[\"“])"
)
"""Behind a place or a source's label: a title that its capital letters and what follows show."""
LABEL_CALLED = re.compile(
    rf",?\s(?:(?:that|which)\sis\s)?(?:called|titled|entitled|named)\s(?P<title>{TITLE_RUN}{_SUBTITLED}){_BY_AUTHOR}?"
)
"""``Source 2 called Late Buses``."""
LABEL_BY_TITLED = re.compile(
    rf"\s?:[^\S\n]?(?:[\"“](?P<quoted>[A-Z0-9][^\"“”\n]{{4,120}}?),?[\"”]|(?P<title>(?=[A-Z]){_IN_PLACE}?{_PLAIN_WORDS}(?:\s?[:;]\s?{_PLAIN_WORDS})?\??)(?:{_TITLE_END}|(?=,?\s(?:is|was)\s(?:important|because|about|an?\s(?:article|good|great|source|text)))))"
)
"""``Source 2 by Ann Moss: Late Buses Help``: the title behind label and author."""
LABEL_NAMED = re.compile(rf"\s(?P<author>{NAME}),?\s?(?=[\"“])")
"""``source four Ann Moss, "late buses help"``."""
_PERSON = (
    r"(?<!paper )(?<!letter )\b(?:\w*(?:man|woman|boy|girl|guy|lady|person|kid|mother|father|mom|dad)|people|student|driver|owner|worker|teacher"
    r"|resident|citizen|expert|doctor|professor|scientist|voter|parent|mayor|somebody|someone)s?\s"
)
PERSON_OF_LABEL = re.compile(rf"{_PERSON}(?:from|in|of)\s(?:the\s)?$", re.IGNORECASE)
"""Before a source's label: whoever is named behind it is a person in the source."""
PERSON_FIRST = re.compile(_PERSON, re.IGNORECASE)
"""The beginning of a name that says who a person in a source is: ``Businessman Carlos Ruiz``."""
LABEL_APPOSED = re.compile(rf"(?<![\w.@’'])(?P<author>{NAMES}),\s$")
APPOSED_END = re.compile(rf"[^.!?\"“”\n]{{0,25}},\s{ADVERB}{VERBS}\b")
"""``Ann Moss, Source 2, paragraph 3, points out``."""
PLACE_OF = re.compile(
    rf"\sof\s(?P<title>(?:The|A|An|In|Why|How|What|[A-Z]\w+ing)\s{TITLE_RUN}{_SUBTITLED})(?=\s?[.,;:)\n]|$|\s(?:it|the|he|she|they|gives|makes|has|is|{VERBS})\b)"
)
"""Behind a place: a title that only its capital letters show."""
LABEL_OF = re.compile(
    rf"(?<![\w.@’'])(?:(?P<to>[Aa]ccording\sto\s))?(?P<author>{NAMES})(?(to),\s|\s(?:of|from)\s(?:the\s)?)$"
)
"""The author right behind and right before a lettered source."""
BY_NAME = re.compile(r",?\s(?:written\s)?bye?:?\s[A-Z]")
OWN_HEADING = re.compile(r"(?:^|\n)\s*Essay:?\s$", re.IGNORECASE)
"""Before the essay's own title."""
OWN_WORDS = re.compile(r",?(?: (?:and|but|so))? I$")
"""The writer's own words behind a title without marks."""
PLAIN_BEFORE = re.compile(r"(?<!\bmy\s)(?<!\bour\s)(?<!\byour\s)(?<!\bMy\s)$")
BOOK_BEFORE = re.compile(r"\b(?:[Ii]n|[Ff]rom|[Oo]f)\s(?:the|this|an?|his|her)\s(?:(?!favou?rite)[a-z]+\s)?$")
"""A title without marks, behind the word for what it names."""
MARKED_TITLE = re.compile(r"(?<![\w*])([*_])(?P<title>[A-Z0-9][^*_\n]{1,100})\1(?![\w*])")
"""Markdown's italics."""
TITLE_WORDS = words(
    """
    the a an of on in at for to and with from is are about how why what who without your our its this new being into
    """
)

JOINED = re.compile(
    r"(?:[’']s)?\s{0,3}[,:;|/–—\x94-]?\s?(?:(?:and\s)?(?:in|of|from|on|at|within)\s)?(?:(?:the|this|his|her)\s)?(?:same\s)?"
    r"(?:(?:article|passage|text|story|essay|book|novel|poem|speech|report)\s?)?(?:called|titled|entitled|named)?,?\s?$",
    re.IGNORECASE,
)
"""What may stand between a title and the place in it, in either order."""
JOIN_LONGEST = 40  # characters
WITHIN = ("", "of", "in", "on")
LINES_OF = (*WITHIN, "and in", "of the article", "of the passage", "of the text")
"""Words between two places of which one is in the other; lines may stand farther off."""
LINE = re.compile(r"lines?\b", re.IGNORECASE)

AUTHOR_NAMED = re.compile(rf"\b(?:[Aa]uthor|[Ww]riter)s?,?\s(?:is\s|was\s|named\s)?(?P<name>{NAMES})")
"""A name that the essay says is the author's."""
NAME_BEFORE = re.compile(rf"(?<![\w.@’'])(?P<author>{NAMES}),?\s{ADVERB}(?:{VERBS}\s)?(?:in|on|from)\s(?:the\s)?$")
WORK_BY_BEFORE = re.compile(rf"\b(?:{_NOUN}|{_BOOK})\sby\s(?P<author>{NAMES}),?\s(?:in\s)?(?:the\s)?$")
"""``the passage by Robert Vale, paragraph 10``."""
SENTENCE_IN = re.compile(
    r"(?:(?:^|[.!?][\"”]?\s|\n\s*)(?:In|(?:[A-Z][a-z]{1,11}|For (?:example|instance)|On the other hand),? in|As for)"
    r"|\b[Aa]ccording to|\b[Aa]s (?:(?:stated|said|shown|seen|mentioned) )?in)\s$"
)
"""What stands before "Source 2" so that who speaks next is the source's author."""
_EXPRESSING = (
    r"(?:express(?:es|ed)|address(?:es|ed)|inform(?:s|ed)|(?:brings?|brought)\sup|brings?|brought|(?:goes|went)\s(?:on|into|over)|touch(?:es|ed)\son|clarif(?:ies|ied)|elaborate[sd]|implie[sd]|indicate[sd]"
    r"|(?:gives?|gave|makes?|made|uses?|used)\s(?:\w+\s){0,3}?(?:points?|claims?|clear|arguments?|statements?|reasons?|examples?|facts?|evidence|explanations?|reasoning|quotes?|statistics|details|information))"
)
"""What authors do who stand behind a source's label."""
NAME_BEHIND = re.compile(
    rf",?\s(?P<called>(?:the\s)?(?:auth[oe]r|writer),?\s)?(?P<author>{NAMES}|{OFFICE})"
    rf"(?=,?\s{ADVERB}(?:(?P<says>{VERBS}|{SIGNAL_VERBS}|{_EXPRESSING})|[a-z]+(?:s|ed))\b|,?\s?[\"“])"
)
BY_BEHIND = re.compile(rf",?\s(?:written\s)?bye?\s(?P<author>{NAMES})")
