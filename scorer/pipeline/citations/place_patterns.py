"""What years, pages and other places in a source are made of."""

from __future__ import annotations

import re

from scorer.pipeline.citations.word_lists import any_of

_ONE_YEAR = r"(?:1[5-9]\d\d|20[0-2]\d)[a-rt-z]?"
YEAR = rf"(?:{_ONE_YEAR}(?:/{_ONE_YEAR})?|[nN]\.\s?[dD]\.?(?:-[a-z])?|nd|in press|forthcoming)(?!\w)"
"""A year as citations have it: ``2015a``, ``1789/1907`` of a reprint, ``n.d.``."""
DASH = r"\s?[-–—]\s?"
NUMBER = rf"\d{{1,5}}(?:(?:[.:]|(?<![12]\d\d\d):\s)\d{{1,4}}){{0,2}}(?:{DASH}\d{{1,5}}(?:[.:]\d{{1,4}}){{0,2}}|n\d{{1,3}})?(?:f{{1,2}}\.)?"
NUMBERS = rf"{NUMBER}(?:\s?(?:,|&|and)\s?{NUMBER})*"
ROMAN = r"(?:x{1,3}(?:ix|iv|v?i{0,3})|(?:ix|iv|vi{0,3}|i{2,3}))"
PARAGRAPH = r"(?!paraguay)p(?:h?a[a-z]{0,2}r[a-z]{0,4}|ra[a-z]{0,2})(?:gr?[a-z]{1,6}|aphs?)"
"""The word paragraph and its misspellings."""
SOURCE_WORD = r"so(?:ur|uur|u|r|ru)[cs]e"
"""The word source and its misspellings."""
SENTENCE = r"sen[a-z]{1,3}n[cs]es?"
PAGE_LABEL = r"(?!(?-i:PG )1[37]$)(?:pp?|pgs?|pages?)(?:\.|(?=[\s\d#]))\s?#?"
OTHER_LABEL = (
    any_of(
        rf"""
        paras? pars? phs? {PARAGRAPH} prg?h? ¶{{1,2}} lines? ll? verses? stanzas?
        chapters? chaps? chs? sections? secs? §{{1,2}} articles? arts? amends? volumes? vols? scenes? acts? slides?
        {SENTENCE} locations? locs? kindle_loc(?:ation)?s? parts? pts? books? bks? cantos? notes? nn? figures? figs?
        tables? episodes? eps? minutes? mins?
        """
    )
    + r"(?:\.|(?=[\s\d#-]))"
)
SECTION = re.compile(r"(?<=[\d.]), (?P<name>[“\"]?[A-Z][\w’' -]{2,40}[”\"]? section)$")
"""A part of a source without numbers, behind the year: ``Results section``."""
LABELLED = re.compile(
    rf"(?:^|[\s,:;(-])(?P<whole>(?P<page>{PAGE_LABEL})(?P<pages>{NUMBERS}|{ROMAN}(?:{DASH}{ROMAN})?|(?-i:[A-H])\d{{1,2}})"
    rf"|(?:first|second|third|fourth|fifth|sixth|last|final)\s(?:paragraph|chapter|stanza|page|line|sent[ea]nce)|{OTHER_LABEL}[\s#-]?\s?#?(?:{NUMBERS}|{ROMAN}|[IVX]+))$",
    re.IGNORECASE,
)
"""A locator with its label, at the end of a citation; ``pages`` is what stays when the label is one for pages."""
LAST_YEARS = re.compile(rf"(?P<comma>,)?(?:^|(?<=[\s,]))\s?(?P<years>{YEAR}(?:,\s?{YEAR})*)$")
ACT_SCENE = r"[IVX]{1,4}\.[ivx]{1,5}(?:\.\d{1,4}(?:[-–]\d{1,4})?)?"
LAST_NUMBER = re.compile(
    rf"(?P<sign>[,:])?(?:^|(?<=[\s,:\"”’'“]))\s?(?P<number>{NUMBERS}|{ROMAN}(?:{DASH}{ROMAN})?|{ACT_SCENE}|(?<=[,\"”]\s)[A-H]\d{{1,2}})$"
)
WRITTEN_FIRST = re.compile(r"\s?\[(?:1[5-9]|20)\d\d\](?=\s(?:1[5-9]|20)\d\d)")
"""``[1859] 2003``: the year of a first edition."""
DAY = re.compile(
    r"(?<=\d), (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?(?: \d{1,2})?$"
    r"|(?<=,) (?:\d{1,2} )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?(?: \d{1,2},)?(?= (?:19|20)\d\d$)"
)
"""Month and day beside the year."""
PAGE_LIKE = re.compile(r"(?i:¶|p?h?par|ph\b|pra|prg|loc|kindle|sent)|lines?\b")
"""A locator's label that may stand alone in a bracket: a class points at paragraphs so, not at sections and tables."""
ONE_YEAR = re.compile(r"(?:1[5-9]\d\d|20[0-2]\d)$")
YEAR_RANGE = re.compile(rf"(?:1[0-9]\d\d|20[0-2]\d){DASH}(?:(?:1\d|20)\d\d|\d\d)$|(?:1[5-9]\d\d|20[0-2]\d)s$")
LINES = re.compile(r"lines?\b", re.IGNORECASE)
