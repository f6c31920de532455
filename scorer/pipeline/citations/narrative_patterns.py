"""How running text names a source: signal phrases, and sentences that name author and work."""

from __future__ import annotations

import re

from scorer.pipeline.citations.patterns import (
    BODY,
    CONNECTED,
    ET_AL,
    INITIAL,
    ROLES,
    SURNAME,
    WORD,
    YEAR,
    any_of,
    words,
)

VERBS = any_of(
    r"""
    acknowledged? acknowledges adds? added admits? admitted agrees? agreed argues? argued asserts? asserted
    believes? believed calls? called claims? claimed compares? compared concludes? concluded contends? contended
    declares? declared defines? defined demonstrates? demonstrated describes? described discuss(?:es|ed)?
    disagrees? disagreed emphasi[sz]e[sd]? estimates? estimated examines? examined explains? explained
    explores? explored finds? found holds held illustrates? illustrated insists? insisted maintains? maintained
    mentions? mentioned notes? noted observes? observed points?_out pointed_out proposes? proposed proves?
    proved provides? provided quotes? quoted recalls? recalled reports? reported reveals? revealed says? said
    shows? showed states? stated stress(?:es|ed)? suggests? suggested talks?_about tells? told thinks warns?
    warned writes? wrote analy[sz]e[sd]? identif(?:y|ies|ied) introduces? introduced presents presented
    offers offered advocates? advocated calculates? calculated documents documented predicts? predicted
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
SPOKEN = any_of("says? said tells? told thinks? thought believes? believed feels? felt")
SPOKEN_VERB = re.compile(rf"\s{SPOKEN}\b")
"""Verbs of talk: whom they report may as well be a friend as an author."""
SIGNAL_VERBS = any_of(
    r"""
    puts_(?:it|this) put_(?:it|this) has_(?:put_it|\w+ed|shown|found|written|said) have_(?:\w+ed|shown|found|written|said)
    counts? counted documents? documented records? recorded traces traced tracks tracked surveys surveyed measures
    measured predicts predicted recommends recommended remarks remarked replies replied answers answered responds
    responded cautions cautioned distinguishes distinguished concedes conceded urges urged imagines imagined likens
    likened dismisses dismissed rejects rejected questions questioned denies denied highlights highlighted outlines
    outlined summari[sz]es summari[sz]ed reminds reminded characteri[sz]es characteri[sz]ed refers referred tests
    tested studies studied interviewed interviews learned calculates calculated lists listed details detailed
    celebrates celebrated complains complained confirms confirmed considers considered criticizes criticized
    defends defended discovers discovered doubts doubted expects expected favors favored hopes hoped invites invited
    jokes joked laments lamented means meant names named objects objected opposes opposed pleads pleaded praises
    praised promises promised reasons reasoned reckons reckoned speaks spoke stipulates supports supported terms
    termed treats treated uses used views viewed wonders wondered captures captured makes made gives gave
    """
)
"""Further verbs that have the author of a bracket behind them for their subject."""
_APPOSED = r"(?:,[^.;()\"“”]{1,120},|\s\([^()]{1,30}\))?"
_OWNED = any_of(
    """
    studies study research survey surveys findings? data words? phrase terms? image view views account accounts argument
    analysis team work experiments? interviews? poll estimates? point claim claims article book essay report paper
    chapter theory idea ideas definition example examples evidence results? numbers figures question warning metaphor
    conclusion observation distinction case history model memoir speech column
    """
)
SIGNALS = (
    re.compile(
        rf"\b(?:[Aa]ccording to|[Aa]s per|[Pp]er|[Ii]n the (?:words|view|opinion|eyes) of|[Aa]s|[Ff]or|[Qq]uot(?:ing|ed by)"
        rf"|[Cc]it(?:ing|ed by)|[Dd]rawing on|[Ff]ollowing|[Ll]ike|(?:study|research|survey|report|work|argument|book|article|essay)"
        rf" (?:by|of|from))\s(?:[a-z]+\s){{0,3}}?(?P<name>{NAMES})"
    ),
    re.compile(rf"(?<![\w.@])(?P<name>{NAMES}){_APPOSED}\s{ADVERB}(?:{VERBS}|{SIGNAL_VERBS})\b"),
    re.compile(rf"(?<![\w.@])(?P<name>{NAMES}){_APPOSED}\s[a-z]+(?:s|ed)\s(?:[a-z]+\s){{0,4}}?(?:that\b|[\"“:])"),
    re.compile(rf"\b(?:{VERBS}),?\s(?:[a-z]+\s){{0,3}}?(?P<name>{NAMES})(?=[,.;:\s(]*(?:$|[,(]|in\b|of\b))"),
    re.compile(rf"\b(?:[Ii]n|[Bb]y|[Tt]o|[Oo]n|[Ff]rom|[Ww]ith)\s(?P<name>{NAMES})[’']s?\s"),
    re.compile(rf"(?<![\w.@])(?P<name>{NAMES})[’']s?\s(?:[a-z-]+\s){{0,2}}{_OWNED}\b"),
)
"""Signal phrases: who says what the sentence reports."""
PRONOUN_SIGNAL = re.compile(
    rf"\b(?:[Hh]e|[Ss]he|[Tt]hey|[Tt]he (?:author|writer|researcher|scholar)s?)\s{ADVERB}(?:{VERBS}|{SIGNAL_VERBS})\b"
    r"|\b(?:[Hh]is|[Hh]er|[Tt]heir)\s(?:[a-z-]+\s){0,2}" + _OWNED + r"\b"
)
SUBJECT = re.compile(
    rf"(?:[Tt]he\s(?:[a-z]+\s){{1,3}})?(?P<name>{NAMES}){_APPOSED}\s(?:was|is|were|are|had|has|have|who|{ADVERB}[a-z]+(?:ed|s))\b"
)
"""Whom a sentence is about, at its beginning: the one a pronoun behind stands for."""
NAME_ANYWHERE = re.compile(rf"(?<![\w.@])(?P<name>{NAMES})")
PRIVATE = re.compile(
    r"\b(?:[Mm]y|[Oo]ur|[Hh]is|[Hh]er)\s(?:[a-z]+\s){1,3}$|\b(?:Coach|Principal|Grandma|Grandpa|Aunt|Uncle|Mr\.|Mrs\.|Ms\.)\s?$"
)
"""Before the name of somebody the writer knows: ``My sister Ana``."""
NOT_SPEAKERS = words(
    """
    one people person students scientists researchers experts critics studies research evidence statistics data
    everyone someone nobody parents teachers kids teens drivers americans voters citizens another later authors
    author source article passage text essay story book first second third finally next furthermore moreover
    additionally therefore thus however although though while because since according despite during whereas
    studies several few other others congress today found overall each every nasa god society technology
    government school schools mom mum dad grandma grandpa mother father uncle aunt coach principal
    """
)
"""Capitalised at a sentence's start, or personified: no author all the same. In lower case."""

_NOUN = any_of(
    r"""
    article essay book novel paper study report story poem play speech memoir monograph biography autobiography
    chapter thesis dissertation documentary editorial column blog_post piece text passage excerpt publication
    work letter op-ed survey poll talk podcast episode video film movie lecture interview
    """
)
NOUN_STEMS = (
    "arti", "artc", "passage", "text", "essay", "stor", "poem", "speech", "letter", "report", "editorial", "excerpt",
    "column", "op-ed", "paper", "stud", "monograph", "chapter", "thesis", "dissertation", "blog", "piece",
    "publication", "work", "documentary", "source", "book", "novel", "memoir", "play", "short story", "biography",
    "autobiography", "author of", "writer of", "talk", "podcast", "episode", "video", "film", "movie", "lecture", "interview", "survey",
)  # fmt: skip
_KIND = rf"(?:[A-Za-z-]+\s){{0,3}}?{_NOUN}"
_YEAR_OF = r"(?P<year>(?:1[5-9]|20)\d\d)"
_QUOTED = r"(?:[\"“]|(?<!\w)[*_](?=[A-Z0-9]))(?P<quoted>[^\"“”*_\n]{3,150}?)(?:[\"”]|[*_](?!\w))"
_PLAIN = rf"(?P<plain>{CONNECTED}(?::\s{CONNECTED})?)"
_DATED = rf"(?:,?\s\((?P<dated>{YEAR})\))?"
_DATED_TOO = _DATED.replace("dated", "dated2")
_CALLED = r"(?:,?\s(?:entitled|titled|called|named))?,?\s"
_ROLE = r"(?:(?:the|an?)\s)?(?:(?:[a-z-]+\s){0,2}(?:" + "|".join(sorted(ROLES)) + r")s?,?\s)?"
_NAMED = rf"{_ROLE}(?P<author>{NAMES})"
_STUDY = any_of("study survey report article paper essay book experiment review poll column analysis novel memoir work")
_BY_NAMED = rf"(?P<author>{NAMES}(?:\sof(?:\sthe)?\s{BODY})?)"
NARRATIVES = (
    # In his 1994 book Diplomacy, Kissinger; in her article "Title" (2017), Walt
    (
        re.compile(
            rf"\b(?:his|her|their)\s(?:{_YEAR_OF}\s)?{_KIND}(?:{_CALLED}{_QUOTED}{_DATED},?\s"
            rf"|,?\s{_PLAIN}{_DATED_TOO},\s){_NAMED}"
        ),
        False,
    ),
    # In the 1994 book Diplomacy, Kissinger argues
    (
        re.compile(
            rf"\b(?:[Tt]he|[Aa])\s(?:{_YEAR_OF}\s)?(?:book|novel|memoir|biography|documentary)(?:\s(?:called|titled|entitled))?,?\s{_PLAIN}{_DATED},\s"
            rf"{_NAMED}(?=[’']?,?\s{ADVERB}{VERBS}\b)"
        ),
        False,
    ),
    # in "Title," Walt argues; in Diplomacy (1994), Kissinger argues
    (
        re.compile(
            rf"\b(?:[Ii]n|On)\s(?:(?:the|an?)\s(?:{_YEAR_OF}\s)?{_KIND}{_CALLED})?(?:{_QUOTED}{_DATED}"
            rf"|{_PLAIN}\s\((?P<dated2>{YEAR})\)),?\s{_NAMED}"
            rf"(?=[’']?,?\s{ADVERB}{VERBS}\b)"
        ),
        False,
    ),
    # "Title" by Walt; the book Diplomacy by Henry Kissinger
    (
        re.compile(
            rf"(?:(?:(?P<year3>[12]\d\d\d)\s{_KIND}{_CALLED})?{_QUOTED}|\b(?:{_YEAR_OF}\s)?{_NOUN}{_CALLED}{_PLAIN}){_DATED},?\s(?:which\s(?:is"
            rf"|was)\s|(?:an?|the|her|his)\s(?:(?P<year2>[12]\d\d\d)\s)?{_KIND}\s)?(?:written\s)?[Bb]y:?\s(?:the\s)?"
            rf"{_BY_NAMED}{_DATED_TOO}"
        ),
        False,
    ),
    # Walt's article "Title"; Walt's 2017 article "Title" (2017); Kissinger's Diplomacy (1994)
    (
        re.compile(
            rf"(?<![\w.@])(?P<author>{NAMES})[’']s?\s(?:(?:{_YEAR_OF}\s)?{_KIND}{_CALLED}{_QUOTED}{_DATED}"
            rf"|{_PLAIN}\s\((?P<dated2>{YEAR})\))"
        ),
        False,
    ),
    # Walt's 2017 book Old Wars; Walt's book Old Wars
    (
        re.compile(
            rf"(?<![\w.@])(?P<author>{NAMES})[’']s?\s(?:{_YEAR_OF}\s)?{_KIND}(?:,?\s(?:entitled|titled|called))?,?\s"
            rf"{_PLAIN}{_DATED}"
        ),
        False,
    ),
    # Walt's "Old Wars"; Old Wars (2017) by Walt
    (re.compile(rf"(?<![\w.@])(?P<author>{NAMES})[’']s\s{_QUOTED}{_DATED}"), True),
    (re.compile(rf"(?<![\w.@’']){_PLAIN}\s\((?P<dated2>{YEAR})\),?\s(?:written\s)?by\s(?P<author>{NAMES})"), False),
    # Walt wrote a book called Old Wars
    (
        re.compile(
            rf"(?<![\w.@])(?P<author>{NAMES})(?:,\swho)?\s(?:wrote|published|writes)\s(?:the|an?|his|her)\s(?:{_YEAR_OF}\s)?{_KIND}"
            rf"(?:,?\s(?:called|titled|entitled|named))?,?\s(?:{_QUOTED}|{_PLAIN}){_DATED}"
        ),
        False,
    ),
    # Stephen Walt's Old Wars shows; in Stephen Walt's Old Wars,; Walt writes in Old Wars that
    (
        re.compile(
            rf"(?<![\w.@])(?P<author>{WORD}\s(?:{INITIAL}\s)?{SURNAME})[’']s\s(?P<plain>(?=\S+\s(?:\w+\s){{0,2}}[A-Z]){CONNECTED}(?::\s{CONNECTED})?)"
            rf"(?=\s{ADVERB}{VERBS}\b)"
        ),
        False,
    ),
    (
        re.compile(
            rf"\b[Ii]n\s(?P<author>{WORD}\s(?:{INITIAL}\s)?{SURNAME})[’']s\s(?P<plain>(?=\S+\s(?:\w+\s){{0,2}}[A-Z]){CONNECTED}(?::\s{CONNECTED})?),"
        ),
        False,
    ),
    (
        re.compile(
            rf"(?<![\w.@])(?P<author>{NAMES})\s{ADVERB}(?:writes?|wrote|argues?|argued|explains?|explained|describes?|notes|noted|shows|warns)"
            rf"\sin\s(?P<plain>(?=\S+\s(?:\w+\s){{0,2}}[A-Z]){CONNECTED}(?::\s{CONNECTED})?)(?=,?\s(?:that|how|why)\b)"
        ),
        False,
    ),
    # In 2017, the researcher Stephen Walt found
    (
        re.compile(
            rf"\b[Ii]n\s(?P<year>19[5-9]\d|20[0-2]\d),?\s(?:the\s)?{_ROLE}(?P<author>{NAMES}|{BODY})(?=\s(?:also\s)?(?:found|reported|estimated"
            rf"|surveyed|published|calculated|concluded|showed|documented|argued|wrote)\b)"
        ),
        False,
    ),
    # a study by Walt from 2017; Walt, writing in 2017,
    (
        re.compile(
            rf"\b{_STUDY}\s(?:(?:published|written|conducted|done)\s)?by\s(?:the\s)?(?P<author>{BODY})\s(?:from|in|of)\s{_YEAR_OF}\b"
        ),
        False,
    ),
    (
        re.compile(rf"(?<![\w.@])(?P<author>{NAMES}),?\s(?:writing|published|wrote)\s(?:[a-z]+\s)?in\s{_YEAR_OF}\b"),
        False,
    ),
    # Walt's 2017 study; in a 2017 study, Walt
    (re.compile(rf"(?<![\w.@])(?P<author>{BODY})[’']s?\s{_YEAR_OF}\s(?=(?:[a-z-]+\s){{0,2}}{_STUDY}\b)"), False),
    (
        re.compile(
            rf"\b[Ii]n\s(?:an?|his|her|their|the)\s{_YEAR_OF}\s(?:[a-z-]+\s){{0,2}}(?:{_STUDY}|{_NOUN})(?:\s(?:in|for|on|with|from|of|about)\s[^,.;\"“(]{{2,50}})?,\s{_NAMED}"
            rf"(?=[’']?,?\s{ADVERB}{VERBS}\b)"
        ),
        False,
    ),
    # Walt, author of Old Wars; Walt, in his 2017 book Old Wars; Walt argues in his book Old Wars
    (
        re.compile(
            rf"(?<![\w.@])(?P<author>{NAMES}),?\s(?:(?:the\s)?(?:author|writer)\sof|(?:{ADVERB}{VERBS}\s)?in\s(?:his|her|their|the)"
            rf"\s(?:{_YEAR_OF}\s)?{_KIND},?)\s{_PLAIN}{_DATED}(?=[,.;:]|\sthat\b|\s{VERBS}\b)"
        ),
        False,
    ),
    # In The Old War, Stephen Walt argues; In Three Old Wars, Walt argues
    (
        re.compile(
            rf"\bIn\s(?P<plain>(?:(?:The|A|An)\s|{WORD}\s{WORD}\s){CONNECTED}(?::\s{CONNECTED})?),\s{_NAMED}"
            rf"(?=[’']?,?\s{ADVERB}{VERBS}\b)"
        ),
        False,
    ),
    # Walt argues in "Title"; Walt, in his article "Title"
    (
        re.compile(
            rf"(?<![\w.@])(?P<author>{NAMES}),?\s(?:{ADVERB}{VERBS}\sin\s(?:(?:the|an?)\s(?:{_YEAR_OF}\s)?{_KIND}{_CALLED})?"
            rf"|(?:{ADVERB}{VERBS}\s)?in\s(?:his|her|their)\s(?:(?:[12]\d\d\d)\s)?{_KIND}{_CALLED}){_QUOTED}{_DATED}"
        ),
        True,
    ),
    # Stephen Walt, the author of "Title"; Stephen Walt in "Title"
    (
        re.compile(
            rf"(?<![\w.@])(?P<author>{WORD}\s(?:{INITIAL}\s)?{SURNAME})(?:,?\s(?:the\s)?(?:author|writer)\sof\s|,?\sin\s|,\swho\swr(?:ote|ites)\s)"
            rf"(?:(?:the|an?)\s{_KIND}{_CALLED})?{_QUOTED}{_DATED}"
        ),
        True,
    ),
    # the author of "Title", Nick Smith
    (
        re.compile(
            rf"\b(?:author|writer)\sof\s(?:(?:the|an?)\s)?(?:{_KIND}{_CALLED})?{_QUOTED}{_DATED},\s{_NAMED}(?=[,.\s])"
        ),
        True,
    ),
    # a 2017 study by Walt
    (
        re.compile(
            rf"\b(?:[Aa]n?|[Tt]he|[Hh]is|[Hh]er|[Tt]heir)\s(?=[12]\d\d\d\s){_YEAR_OF}\s{_KIND}\s(?:(?:of|on|about)\s(?:[a-z-]+\s){{1,4}})?"
            rf"(?:(?:published|written|conducted|done|released)\s)?(?:by|from|at)\s"
            rf"(?:(?:researchers|scientists|experts|a team|economists|psychologists)\s(?:at|from|of)\s)?(?:the\s)?(?P<author>{BODY})"
        ),
        False,
    ),
)
"""Forms that name a work: each has ``author``, and some of ``quoted`` or ``plain`` (a title), ``year``, ``dated``.

The second item says whether nothing but a quoted title will do."""
BEFORE_TITLE = re.compile(
    rf"(?<![\w.@])(?P<author>{NAMES})(?:[’']s?\s|{_APPOSED}\s(?:{ADVERB}(?:{VERBS}|{SIGNAL_VERBS})\s)?in\s(?:(?:his|her|their|the|an?)\s)?"
    rf"|,\s(?:who\s(?:wrote|writes)|(?:the\s)?(?:author|writer)\sof)\s(?:the\s)?)(?:(?P<year>[12]\d\d\d)\s)?(?:{_KIND}{_CALLED})?$"
)
AFTER_TITLE = re.compile(
    rf",?(?:\s\((?P<dated>{YEAR})\))?,?\s(?:(?:written\s)?by\s(?P<by>{NAMES})"
    rf"|{_ROLE}(?P<author>{NAMES})(?=[’']?,?\s{ADVERB}(?:{VERBS}|{SIGNAL_VERBS})\b))"
)
"""The author right before and right behind a title of the list."""
NARRATIVE_CUE = re.compile(
    rf"[\"“]|[a-z][’']s (?=[A-Z])|\bin (?=[A-Z][\w’]+ (?:\w+ ){{0,2}}[A-Z])|\bIn (?=(?:19|20)\d\d\b|[A-Z]\w+ [A-Z])|(?<!\w)[*_][A-Z]|\(\s?{YEAR}\s?\)|\bIn (?=(?:The|An?) [A-Z])"
)
PLAIN_CUE = re.compile(
    r"[Bb]y:?\s(?:the\s)?[A-Z]|from (?:the )?[A-Z]|\b(?:[Hh]is|[Hh]er|[Tt]heir|author of|[Aa]n? [12]\d\d\d)\s"
    r"|[A-Za-z][’']s? (?:[12]\d\d\d |[a-z-]+ )|[12]\d\d\d\s|\b[Ii]n (?:The|An?|[A-Z]\w+) [A-Z]|[a-z][’']s [A-Z]|\b[Ii]n (?:19|20)\d\d"
)
"""Without any of these, or a word for a work, a sentence holds no such form."""
BEFORE_BRACKET = re.compile(rf"(?<![\w.’'@])(?P<author>{NAMES}|{BODY}(?:{ET_AL})?)(?P<owner>[’']s?)?\s?$")
"""A name that touches the bracket behind it."""
DATED_NAME = re.compile(
    rf"{SURNAME}\s\((?:1[5-9]|20)\d\d\)\s{ADVERB}{VERBS}\b|[Aa]ccording to {NAMES}\s\((?:1[5-9]|20)\d\d\)"
)
"""Beyond doubt: the essay cites by author and year."""
PART_OF_NAME = re.compile(r"\b[A-Z][a-z]+ (?:of|for)(?: the)? $")
"""What stands before a name that is the end of a longer one."""
BEFORE_NAME = re.compile(
    r"\b(?:[Aa]ccording to|[Aa]s|[Ss]ee|[Pp]er|[Bb]y|[Ll]ike|[Ff]or|[Ww]hat|[Bb]oth|[Uu]nlike|(?:dis)?agrees? with|[Ii]n the (?:words|view) of"
    r"|(?:study|survey|research|report|work|article|book|paper|analysis) (?:by|of|from)|(?:[Qq]uot|[Cc]it)(?:ing|ed by))\s(?:the\s)?$"
)
WORK_BEFORE = re.compile(r"\b(?:film|movie|documentary|book|novel|play|series|memoir|poem|podcast)\s$")
"""Behind these a capitalised run with a year is a title."""
AFTER_BRACKET = re.compile(
    rf"\s{ADVERB}(?:{VERBS}|{SIGNAL_VERBS}|(?:is|are|was|were)\s(?:right|wrong|correct|clear))\b"
)
