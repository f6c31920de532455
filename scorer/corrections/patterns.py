"""What leans on facts or numbers, what shows where they come from, and what needs no source."""

from __future__ import annotations

import re


def _any(text: str) -> str:
    """A pattern for any one of the patterns in ``text``, which white space parts; ``_`` stands for a space."""
    return "(?:" + "|".join(text.split()).replace("_", r"\s") + ")"


def _words(pattern: str, flags: int = re.IGNORECASE) -> re.Pattern[str]:
    """The pattern between ends of words."""
    return re.compile(rf"(?<![\w@]){pattern}(?!\w)", flags)


_UNIT = _any("two three four five six seven eight nine ten eleven twelve fifteen")
_TENS = _any("twenty thirty forty fifty sixty seventy eighty ninety")
_FIGURE = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_LARGE = (
    rf"(?!(?:[78](?:\.\d+)?|seven|eight)\sbillion|3\d\d\smillion)(?:(?:{_FIGURE}|{_UNIT}|{_TENS})\s(?:hundred\s)?(?:thousand|million|billion|trillion)|\d{{1,3}}(?:,\d{{3}})+"
    r"|(?!1[5-9]\d\d\b|20[0-4]\d\b)\d{4,})"
)
_NOBODY = _any(
    r"""
    times? me you your my it his her him them what this that life effort work day days battle problem reason an? each
    one success people_i
    """
)
"""Whoever says "90% of the time" has not counted."""
GROUP = _any(
    r"""
    people persons adults? teens? teenagers? kids child(?:ren)? students? americans? women men girls boys drivers?
    employees workers voters citizens parents families households teachers patients users males? females? adolescents?
    youths? pedestrians passengers smokers victims residents consumers companies graduates
    """
)
"""Whom statistics are about."""
_EVENT = _any(
    r"""
    deaths? accidents? crashes injuries fatalities cases suicides murders lives arrests collisions
    """
)
_FEW = r"(?:[\w’'-]+\s){0,2}?"
_SHOW = _any(
    r"""
    shows? shown showed proves? proved proven suggests? suggested finds? found indicates? indicated reveals? revealed
    concludes? concluded confirms? confirmed demonstrates? demonstrated discovered said says? stated states? reported
    """
)
_KIND = _any("scientific psychological medical recent new many multiple several numerous countless various other some")
_STUDY = _any("stud(?:y|ies) research(?:es)? surveys? statistics polls? experiments?")
_HOW = _any("also even actually clearly consistently recently")

NUMBERS = (
    # 75% of teens; rose by 20 percent
    _words(rf"(?P<percent>(?:{_FIGURE}|{_TENS}(?:[\s-]{_UNIT})?|{_UNIT})\s?(?:%|per\s?cent\b))".replace("(?!\\w)", "")),
    # one in three teens, two thirds of all adults
    _words(rf"(?:one|\d+|{_UNIT})\s(?:out\sof|in)\s(?:every\s|each\s)?(?:{_FIGURE}|{_UNIT})\s{_FEW}{GROUP}"),
    _words(rf"(?:two|three)[\s-](?:thirds|fourths|quarters|fifths)\sof\s(?:all\s|the\s)?{_FEW}{GROUP}"),
    # four times more likely
    _words(rf"(?:(?:{_FIGURE}|{_UNIT})\stimes\s(?:more|less|as)|twice\sas)\s(?:\w+\s)?likely"),
    # 3,000 people, 2 million accidents
    _words(rf"{_LARGE}\s{_FEW}(?:{GROUP}|{_EVENT})"),
    # $5 billion
    re.compile(
        rf"(?<![\w$])(?:\$\s?{_FIGURE}\s[mbt]illion(?!\w)|{_FIGURE}\s[mbt]illion\sdollars(?!\w))", re.IGNORECASE
    ),
    # the average teen spends 9 hours
    _words(rf"(?:the|an)\saverage\s{_FEW}{GROUP}\s(?!needs?\b|should\b)(?:[\w’']+\s){{1,6}}?\d+"),
)
"""Figures that somebody must have counted."""
STUDIES = (
    _words(
        rf"(?:(?:a|an|one|another)\s)?(?:{_KIND}\s){{0,2}}{_STUDY}\s(?:(?:ha(?:ve|s)|had)\s(?:been\s)?)?(?:{_HOW}\s)?{_SHOW}"
    ),
    _words(
        rf"(?:(?:many|some|most|several)\s)?(?:scientists|researchers|psychologists)\s(?:(?:have|had)\s)?(?:{_HOW}\s)?"
        r"(?:found|discovered|proven|proved|shown|concluded|determined)"
    ),
    _words(r"(?:(?:is|was|been)\s)(?:scientifically|statistically|clinically|medically)\s(?:been\s)?proven"),
    _words(rf"according\sto\s(?:an?\s)?(?:{_KIND}\s){{0,2}}(?:{_STUDY}|scientists|researchers)"),
)
"""Studies, surveys and scientists that nobody can look up."""
DIGIT = re.compile(r"\d")
CUES = (
    "percent", "per cent", "thirds", "quarters", "fourths", "fifths", "out of", "one in ", "times", "twice", "million",
    "billion", "trillion", "thousand", "study", "studies", "research", "survey", "statistic", "poll", "experiment",
    "scientists", "psychologists", "proven",
)  # fmt: skip
"""A sentence without a digit or one of these, in lower case, leans on nothing; they are fast to look for."""
CLAIMS = {"number": NUMBERS, "study": STUDIES}
"""Phrases that lean on others' findings, by kind."""
_DIGITS = tuple("0123456789")
NEEDED = {
    "number": (
        ("%", "cent"), (" in", "out"), ("thirds", "fourths", "quarters", "fifths"), ("likely",),
        ("thousand", "illion", *_DIGITS), ("illion",), ("average",),
    ),
    "study": (
        ("stud", "research", "survey", "statistic", "poll", "experiment"), ("ists", "researchers"), ("proven",),
        ("according",),
    ),
}  # fmt: skip
"""For each of these patterns, in lower case, what one must have to match at all: looking for it is fast."""

OF_WHOM = re.compile(
    rf"\s(?:of\s(?!(?:(?:all|the|these|those|our)\s)?{_NOBODY}(?!\w))[a-z]"
    rf"|(?:more|less|fewer|higher|lower)\s(?:likely|{GROUP}|energy|money)(?!\w)"
    rf"|{_FEW}{GROUP}\s[a-z]"
    r"|(?:increase|decrease|drop|rise|reduction|decline)(?!\w))",
    re.IGNORECASE,
)
"""After a percentage: it is a share of people or things, or a change."""
BY_HOW_MUCH = re.compile(
    r"(?<!\w)(?:increased?s?|decreased?s?|r[io]ses?|risen|f[ae]ll|fallen|drop(?:s|ped)?|gr[eo]wn?|declined|reduced?s?|down|up|went\sup|cut)\s"
    r"(?:by\s)?(?:about\s|around\s|over\s|nearly\s|almost\s|more\sthan\s|up\sto\s|at\sleast\s)?$",
    re.IGNORECASE,
)
"""Before a percentage: something changed by it."""
ROUND = frozenset({"0", "50", "99", "99.9", "100", "101", "110", "120", "150", "200", "1000"})
"""Percentages that mean "none", "half", "nearly all" or "all"."""

_TEXT = _any(
    r"""
    articles? passages? authors? paragraphs? para?gra(?:ph|gh)s? excerpts? editorial website documentary textbook blog
    selections? handbook pamphlet sources? quote[sd]? cited citing
    """
)
_WORK = _any(
    r"""
    text story stud(?:y|ies) survey research reports? video graph chart writer books? magazine poll data researchers?
    scientists? experiments? statistics? findings results
    """
)
_NOBODYS = _any(
    r"""
    an?\b some\b many\b several\b recent\b multiple\b new\b various\b other\b scientific\b stud research survey
    statistic poll scientist experiment
    """
)
POINTER = re.compile(
    rf"\b(?:{_TEXT}|(?:the|this|that|these|his|her|their|its|first|second|last|each)\s(?:\w+\s){{0,2}}?{_WORK})\b"
    r"|\b(?:states\sthat|it\s(?:says|states|said|stated)|(?:done|conducted|made|published|written)\sby)\b"
    rf"|\baccording\s(?!to\b)|\baccording\sto\s(?!{_NOBODYS})"
    r"|\(\s?\d{1,3}\s?\)|\([^()\n]{0,80}\b(?:19|20)\d\d\b|\bhttps?\b|\bwww\b|\b\w+\.(?:com|org|gov|edu|net)\b",
    re.IGNORECASE,
)
"""A pointer to a source, in the way of school essays."""
_SOURCE_WORK = (
    r"(?:stud(?:y|ies)|research(?:ers)?|survey|poll|report|scientists?|professors?|statistics|article|experiment)"
)
_NO_NAME = (
    r"(?!(?:Scientific|Recent|Many|Some|Several|Most|Numerous|New|Multiple|The|An?|These|Those|Other|Also|And|But|In|For|On"
    r"|Psychological|Medical|Various|Countless|Research|Stud\w+|Scientists|Surveys?|Statistics|Experiments?|Even|When|Because|Since|As"
    r"|One|Another|Modern|American|Americans|According|To|If|So|Yes|However|I|We|It|They|There|This|That|By|My|Our|With|While|People|Students|Teens|Kids|Teenagers|Adults|What|Also|Not|No|More|Over|About)\b)"
)
NAMED = re.compile(
    rf"\b{_SOURCE_WORK}\s(?:\w+\s){{0,3}}?(?:by|from|at|of|in|with)\s(?:the\s)?(?!America)[A-Z@]\w+"
    rf"|(?<![\w@]){_NO_NAME}[A-Z@][\w.&’'-]+\s(?:\w+\s)?{_SOURCE_WORK}\b"
    rf"|(?<![\w@]){_NO_NAME}[A-Z@][\w.&-]+(?:,[^.,]{{1,60}},)?\s(?:(?:has|have)\s)?(?:says?|said|states?|stated|argues?|claims?|found|finds|reports?|reported|estimates?|estimated|shows|showed|conducted|did\sa|explains?|writes|wrote|mentions?|published)\b"
    r"|\b(?:University|Institute|Association|Council|Administration|Bureau|Commission|Agency|Society|Gallup|Post|Times|News|Journal|Magazine|NASA|CDC|FBI|NHTSA|Harvard|Stanford|Department\sof|Dr\.?|Professor|Prof\.)(?!\w)"
)
"""A source with its name."""
PERSONAL = re.compile(
    r"\b(?:i|i['’]?m|i['’]?ve|my|me|mine)\b|\b(?:this|your|the|at|our)\s(?:\w+\s)?(?:schools?|class|team|district)\b"
    r"|\bour\s(?:\w+\s)?(?:town|city|community|students|teachers|principal|club|county)\b",
    re.IGNORECASE,
)
"""The writer's own life, school or town."""
OWN_STUDY = re.compile(
    r"\b(?:i|we)\s(?:\w+\s)?(?:did|took|conducted|made|asked|surveyed|researched|read|heard)\b|\bmy\b", re.IGNORECASE
)
"""The writer's own survey or reading."""
UNREAL = re.compile(
    r"\b(?:if|(?:w|c|sh)ould(?:n['’]?t)?|might|imagine|suppose|pretend|hypothetically|maybe|perhaps|probably|(?:let['’]?s\s)say|^say|say(?=\s(?:the\s|about\s)?\d)"
    r"|guess|bet|means|hopefully|unless|wish|like(?=\s\d)|will|can|said\sthat|say\sthat)\b",
    re.IGNORECASE,
)
"""Shortly before a figure: it is not said to be so."""
CONDITION = re.compile(r"\W*(?:(?:so|and|but|because|now)\s)?(?:if|say|suppose|imagine)\b", re.IGNORECASE)
"""At the head of a sentence: all of it is supposed."""
SUPPOSED = re.compile(r"\b(?:would|could|might)\b", re.IGNORECASE)
"""Shortly after a figure: likewise."""
REACH = (80, 100)
"""Characters before and after a figure in which such words are looked for."""
DENIED = re.compile(
    r"\b(?:no|any|more|further|whether|if|until|unless|when|my|their|your|his|her|our)\s$", re.IGNORECASE
)
"""Before a study: there is none yet, or it is somebody's."""
MARKS = re.compile(r"\b(?:grades?|gpa|tests?|exam|scored?|quiz|passing)\b", re.IGNORECASE)
"""School marks, which are given in percent."""

MESSAGES = {
    "number": (
        "Who counted “{phrase}”? Name the source in the sentence or add a citation, so that readers can trust it.",
        "A figure like “{phrase}” convinces once readers know where it comes from: add the source.",
        "“{phrase}” is strong support, but it has no source yet: say who found it, and where.",
    ),
    "study": (
        "“{phrase}” makes readers ask which one: name the author or organization and the year, or add a citation.",
        "Who is behind “{phrase}”? Name the source here, or add a citation.",
        "“{phrase}” counts for more when readers can look it up: tell them where you read it.",
    ),
}
"""By kind; which one is said depends on how many were said before."""
