"""What names of persons, bodies and works are made of."""

from __future__ import annotations

import re

from scorer.pipeline.citations.word_lists import any_of

_UP = r"[A-ZÀ-ÖØ-ÞĆČĐŁŃŐŚŠŞŹŻŽİĞ]"
PARTICLE = r"(?:(?:[Vv]an|[Vv]on|[Dd]er|[Dd]en|[Dd]e|[Dd]u|[Dd]i|[Dd]a|[Dd]os|[Ll]a|[Ll]e|[Dd]el|[Ii]bn|[Bb]in|St\.|al|el|wa)[ -])"
WORD = rf"(?:(?:[DOL][’']\s?|(?:de|di|du|la|le|van)(?=[A-Z]))?{_UP}(?:[\w-]|[’'](?!s\b)(?=\w)){{0,30}})"
INITIAL = rf"(?:{_UP}\.(?:[ -]?{_UP}\.)*)"
SURNAME = rf"(?:{PARTICLE}{{0,3}}{WORD}(?:,? (?:Jr|Sr)\.)?)"
PERSON = rf"(?:(?:(?:{INITIAL}|{WORD}) ){{0,3}}{SURNAME}(?:,? {INITIAL})?)"
_PART = rf"(?:(?:{_UP}\.)+|{WORD}(?:[’']s)?)"
CONNECTED = (
    rf"(?:(?:[Tt]he )?{_PART}(?:(?:,? (?:and|&)| of the| of| for the| for| on the| on| in the| in| to| at"
    rf"| against| the| a| an| with| with the| from)? {_PART}){{0,14}})"
)
"""Capitalised words with the small words that stand in titles."""
_TITLE_PART = rf"(?:{_PART}|(?!(?:1[5-9]|20)\d\d\b)\d[\w’-]*|i[A-Z]\w+|#\w+)"
TITLE_RUN = (
    rf"(?=[^\s,.;]*[A-Z]|\S+ \S*[A-Z]|\S+ \S+ \S*[A-Z])(?:[Tt]he )?{_TITLE_PART}"
    rf"(?: (?:(?:and|&|or|not|nor|of|for|on|in|to|at|by|against|the|a|an|with|from|into|over|under|about|as) ){{0,3}}{_TITLE_PART}){{0,14}}[?!]?"
)
"""The words of a title, its numbers and its last mark included."""
SUBTITLE = r"(?:Why|How|What|Who|Where|When|Should|Is|Are|Can|The|An?|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)\s(?:(?!\b(?:they|he|she|it|I|we|you|states?|says?|that|which)\b)[^,.;:()\"“”\n]){3,90}?"
"""What stands behind a title's colon in sentence case; what follows must show its end."""
BODY = rf"(?:(?:[Tt]he )?{_PART}(?:(?: of the| of| for the| for| on|,? (?:and|&))? {_PART}){{0,12}})"
"""Capitalised words with the small words that stand in names of organisations."""
OFFICE = (
    r"the\s(?i:office|department|bureau|ministry|council|board|agency)\sof\s(?:the\s)?[A-Z]\w+(?:\s[A-Z]\w+){0,3}"
    r"(?:\sregister)?"
)
"""A body by what it is, whose first words may have lost their capitals."""
ET_AL = (
    r"(?:,? et\.? al(?:\.|\b)|,? and (?:(?:his |her |their )?(?:others|colleagues|co-authors|coauthors|team|group)))"
)
_VANCOUVER = rf"{SURNAME} {_UP}{{1,3}}"
PEOPLE = re.compile(
    rf"(?:{PERSON}(?:,? (?:and|&) {PERSON}|{ET_AL})?|{SURNAME}(?:, {SURNAME}){{1,6}}(?:,? (?:and|&) {SURNAME}"
    rf"|{ET_AL})|{_VANCOUVER}(?:,? (?:and )?{_VANCOUVER})+)$"
)
"""One author or several, as they stand in a bracket."""
ORGANISATION = re.compile(rf"{CONNECTED}$")
ORGANISATION_WORDS = re.compile(
    r"\b"
    + any_of(
        r"""
        organi[sz]ation association department institutes? university college cent(?:er|re)s? committee agency
        council bureau office commission foundation society ministry administration board nations academy
        services? bank times post journal press news group federation party court government congress library
        museum school company inc firm fund union alliance network coalition league trust authority forum initiative
        labs? laborator(?:y|ies) hospital clinic consortium survey magazine project ledger gazette herald tribune chronicle inquirer
        """
    )
    + r"\b|\bdept\.",
    re.IGNORECASE,
)
NAME_ACRONYM = re.compile(r"\s*(?:\[[A-Z][\w.&-]{1,12}\]|\([A-Z][\w.&-]{1,12}\))|,? eds?\.$|,? trans\.$")
"""``[WHO]`` behind the name it shortens, and editors' marks."""
SEVERAL_AUTHORS = re.compile(r",? (?:and|&) |; |, (?=[A-Z][\w’'-]+(?:,| and| &|$))|,? et\.? al\.?")
"""What parts the authors of one work."""
BODY_FIRST = re.compile(
    r"(?:The )?(?:Office|Department|Dept\.|Bureau|Ministry|Institute|University|Center|Centre|Council|Board|Agency) (?:of|for) ",
    re.IGNORECASE,
)
"""How a body's name begins that may go on without capitals."""
LOWER_NAMES = re.compile(r"(?!.*(?:ed|ing|ly)\b)[a-z][a-z’'-]{2,20}(?: et\.? al\.?| (?:and|&) [a-z][a-z’'-]{2,20})?$")
"""Authors whose capital letters were forgotten."""
TEAM = re.compile(r" et\.? al\b|\b(?:colleagues|co-?authors|others|team)$")
