"""What citations are made of: names, years, locators, titles, signal phrases, and what only looks like them."""

from __future__ import annotations

import re


def words(text: str) -> frozenset[str]:
    """A lexicon from running text."""
    return frozenset(text.split())


def any_of(text: str) -> str:
    """A pattern for any one of the patterns in ``text``, which white space parts; ``_`` stands for a space."""
    return "(?:" + "|".join(text.split()).replace("_", " ") + ")"


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
SECTION = re.compile(r"(?<=\d), (?P<name>[“\"]?[A-Z][\w’' -]{2,40}[”\"]? section)$")
"""A part of a source without numbers, behind the year: ``Results section``."""
LABELLED = re.compile(
    rf"(?:^|[\s,:;(-])(?P<whole>(?P<page>{PAGE_LABEL})(?P<pages>{NUMBERS}|{ROMAN}(?:{DASH}{ROMAN})?|(?-i:[A-H])\d{{1,2}})"
    rf"|(?:first|second|third|fourth|fifth|sixth|last|final)\s(?:paragraph|chapter|stanza|page|line|sent[ea]nce)|{OTHER_LABEL}[\s#-]?\s?(?:{NUMBERS}|{ROMAN}|[IVX]+))$",
    re.IGNORECASE,
)
"""A locator with its label, at the end of a citation; ``pages`` is what stays when the label is one for pages."""
LAST_YEARS = re.compile(rf"(?P<comma>,)?(?:^|(?<=[\s,]))\s?(?P<years>{YEAR}(?:,\s?{YEAR})*)$")
ACT_SCENE = r"[IVX]{1,4}\.[ivx]{1,5}(?:\.\d{1,4}(?:[-–]\d{1,4})?)?"
LAST_NUMBER = re.compile(
    rf"(?P<sign>[,:])?(?:^|(?<=[\s,:\"”’'“]))\s?(?P<number>{NUMBERS}|{ROMAN}(?:{DASH}{ROMAN})?|{ACT_SCENE}|(?<=[,\"”]\s)[A-H]\d{{1,2}})$"
)
IBID = re.compile(r"^[Ii]bid\.?(?:,?\s(?=\d|p)|$)")
"""The work cited before."""
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


SOURCE_LINE = re.compile(r"\n[^\S\n]*(?:sources?|citations?)(?:\s(?:used|cited))?\s?:", re.IGNORECASE)
"""A last line that names what the essay was made from."""


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
        consortium survey magazine project ledger gazette herald tribune chronicle inquirer
        """
    )
    + r"\b|\bdept\.",
    re.IGNORECASE,
)
NAME_ACRONYM = re.compile(r"\s*(?:\[[A-Z][\w.&-]{1,12}\]|\([A-Z][\w.&-]{1,12}\))|,? eds?\.$|,? trans\.$")
"""``[WHO]`` behind the name it shortens, and editors' marks."""
QUOTED_TITLE = re.compile(
    r"^(?P<author>[^\"“”„«»]*?)[,:]?\s?(?:[\"“”„«](?P<double>[^\"“”„«»]{2,200})[\"“”»]"
    r"|(?<!\w)[‘'](?P<single>[^‘\"]{4,200})[’'](?!\w)"
    r"|(?<!\w)[*_](?P<marked>[^*_]{2,200})[*_](?!\w))$"
)
"""A title in quotation marks (or Markdown's italics), with or without its author before it."""
SMALL_WORDS = words(
    """
    a an the of and or for on in to at by with from as but nor is are was be into over vs via upon it its
    """
)
WHOLE_ENTRY = re.compile(r"[\"“](?P<title>[^\"“”]{5,150})[.,][\"”]\s[A-Z].*?(?P<year>\b(?:19|20)\d\d)?$")
"""An entry of the list of references in the bracket: ``"Late Buses." The Ledger, 3 May 2018``."""
LEAD_IN = re.compile(
    r"^(?:see(?:,? (?:also|for example|e\.g\.))?|also|but see|e\.\s?g\.|i\.\s?e\.|cf\.?|c\.f\.|compare"
    r"|for (?:example|instance)|for (?:an? |the |more |further )?[a-z]{4,12}(?: [a-z]{2,12}){0,3},? see|(?-i:in(?! press))"
    r"|as (?:stated|said|seen|shown|found|written|mentioned) (?:in|by)|according to|adapted from|taken from|from"
    r"|by|author:?|source:|(?:an? )?(?:excerpt|quote) from|the (?:article|passage|text|story|essay|book|poem|novel)|(?-i:Dr|Mrs?|Ms|Prof)\.)"
    r",?\s+",
    re.IGNORECASE,
)
"""Words before the source in a bracket."""
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
CLAUSE_WORDS = words(
    """
    is are was were be been has have had do does did can could will would should may might must i you he she they we
    it's its they're don't isn't can't there that who which because if when but so not this these those their
    his her my your our said says
    """
)
"""Words of sentences, which titles in sentence case seldom have."""
PERSONS = words("i i'm i've me my you your you're he she we we're us they them it's don't can't said says")
"""Words of talk, which titles have still less."""
TELLING = PERSONS | words(
    "it author authors auther writer article source text passage was were had did will would should this these states talks tells"
)
"""Words of what a writer says behind a source's label, where its title could stand as well."""
NICKNAMES = words(
    """
    uncle aunt auntie grandma grandpa granny papa mama mom dad big little lil old young crazy king queen captain coach
    doctor professor sister brother father mother cousin lady sir saint sergeant officer chief boss
    """
)
"""First words of what people are called."""
APPOSITION = re.compile(r", (?:an?|the|who|which|from) ")
"""Behind a name: what somebody is, no title."""
SELF_REFERENCE = re.compile(r"^(?:see|cf\.?)\b|\b(?:above|below)$", re.IGNORECASE)

SEVERAL_AUTHORS = re.compile(r",? (?:and|&) |; |, (?=[A-Z][\w’'-]+(?:,| and| &|$))|,? et\.? al\.?")
"""What parts the authors of one work."""
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
BODY_FIRST = re.compile(
    r"(?:The )?(?:Office|Department|Dept\.|Bureau|Ministry|Institute|University|Center|Centre|Council|Board|Agency) (?:of|for) ",
    re.IGNORECASE,
)
"""How a body's name begins that may go on without capitals."""
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
LOWER_NAMES = re.compile(r"(?!.*(?:ed|ing|ly)\b)[a-z][a-z’'-]{2,20}(?: et\.? al\.?| (?:and|&) [a-z][a-z’'-]{2,20})?$")
"""Authors whose capital letters were forgotten."""
UNCLOSED_END = re.compile(r"(?<=[\w.])(?=[.,;!?]*(?:\s|$|[\])\"”]))")
LONGEST_UNCLOSED = 90  # characters of a bracket that nothing closes
NOTES_HEADING = re.compile(r"\n[^\S\n]*(?:end|foot)?notes:?[^\S\n]*\n\s*(?:\[?1[\].)]|¹)", re.IGNORECASE)
"""The heading of a list of notes, and its first number."""

LABEL_WORDS = words(
    """
    january february march april may june july august september october november december jan feb mar apr jun
    jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday spring summer autumn
    fall winter christmas easter age ages aged grade grades chapter chapters figure figures fig table tables
    source sources sorce scource soure sourse paragraph paragraphs page pages line lines article articles amendment
    amendments section sections scene part parts reason reasons number numbers no step steps level levels phase
    type class room unit lesson day week month year years hour apollo viking boeing airbus windows iphone
    playstation xbox version model formula covid pg route highway interstate ad bc ce bce ww wwi wwii battle
    olympics cup super bowl bill law title area zone group team block treaty declaration constitution mark gt
    usa us uk eu ussr euro dollar document documents doc exhibit appendix question questions answer example
    examples ex text passage excerpt option gen am pm st nd rd th vol set problem task item note student teacher
    exit gate row seat size locker channel flight psalm team player coach born died est founded
    apt suite terminal stanza verse act quote evidence senate netflix nobel oscars claim policy rule principle sentence sentance
    """
)
"""First words of labels, dates and counts, in lower case: neither an author nor a title begins with them."""
EVENT_WORDS = words(
    """
    act war wars treaty amendment olympics games cup crisis election revolution movement march riots agreement accord
    accords summit pandemic marathon festival depression recession earthquake flood disaster massacre genocide
    championship championships series bowl fair tour
    """
)
"""Last words of names of laws and events, which essays date in brackets."""
FUNCTION_WORDS = words(
    """
    top over under about around approximately nearly since until circa ca before after between during from in on
    at the a an this that these those i we he she it they you my our his her their its and but or if when
    because as for so yes no not also with without even like such most many some all both more less only then
    there here following see contrary compare says claims states argues explains writes what who which why how where by to of mr mrs ms dr
    """
)
"""Capitalised only because a sentence or a bracket begins with them."""
TITLES_OF_ADDRESS = frozenset({"Dr.", "Mr.", "Mrs.", "Ms.", "Prof.", "Professor", "Dr"})
ROLES = words(
    """
    journalist author writer reporter columnist critic scholar scientist researcher psychologist sociologist economist
    historian philosopher biologist ecologist physicist chemist astronomer astronaut engineer psychiatrist neurologist
    pediatrician doctor physician nurse professor lecturer activist novelist poet playwright essayist senator governor
    planner architect designer expert specialist host speaker filmmaker director educator teacher superintendent
    anthropologist zoologist veterinarian conservationist ethicist lawyer attorney analyst editor blogger climatologist
    meteorologist neuroscientist
    """
)
"""What somebody is, before the name; in lower case."""
GIVEN_NAMES = words(
    """
    aaron abby abigail adam aisha alex alexa alice alicia amanda amelia amir amy ana andre andrea andy angela ann anna anne
    annie ashley ava becky ben beth billy bobby brandon brian brianna caleb carla carlos carmen caroline cathy chloe
    chris christina cindy claire daniel danny dave david deborah diego dylan eddie elena eli elijah elisabeth elizabeth ella emily
    emma eric erica ethan eva fatima frankie gabriel gabriela hannah isaac isabella jack jacob jada jake jamal james
    jamie jane jason jasmine javier jen jenna jenny jeremy jess jessica jim jimmy joe joey john johnny jose josh joshua
    juan julia julian justin karen kate katie kayla keisha kevin kim kyle laura lauren leah lena leo liam lily lisa liz
    logan lucas lucia lucy luis luke lydia maddie madison malik marcus maria mariah mason matt matthew maya megan mei
    mia michael miguel mike mimi mohammed nancy naomi natalie nate nathan nick nina noah nora oliver olivia omar oscar
    pablo paige patty pedro peter priya rachel rafael rebecca ricky rob robert rosa ruth ryan sam samantha samuel sara
    sarah sean sofia sophia sophie stacy stephanie steve steven sue susan tammy tara ted tia tiffany tim timmy tina todd
    tom tommy tony tyler victor victoria wendy will yusuf zach zoe
    """
)
"""First names that are seldom surnames: with a small number behind, in brackets, they tell an age."""
STREETS = words("street avenue road lane boulevard drive st ave rd blvd")
"""Last words of addresses, which have a number behind them as citations do."""
PLACES = words(
    """
    america american europe asia africa australia antarctica canada mexico brazil argentina chile colombia
    bogota peru england britain scotland ireland wales france paris germany berlin vauban freiburg italy rome
    spain madrid portugal greece athens russia moscow ukraine poland sweden norway denmark finland netherlands
    belgium austria vienna switzerland china beijing shanghai japan tokyo hiroshima nagasaki korea vietnam
    thailand india delhi pakistan iran iraq baghdad israel jerusalem egypt cairo turkey istanbul syria
    afghanistan kuwait cuba haiti panama nigeria kenya ethiopia california texas florida ohio michigan illinois
    alaska hawaii arizona nevada oregon virginia georgia alabama mississippi louisiana kansas nebraska iowa
    missouri minnesota wisconsin indiana kentucky tennessee oklahoma colorado utah montana idaho wyoming maine
    vermont massachusetts connecticut delaware maryland pennsylvania washington chicago boston philadelphia
    houston dallas detroit atlanta miami seattle london manchester liverpool dublin sydney melbourne toronto
    montreal munich hamburg warsaw prague budapest normandy waterloo gettysburg chernobyl sochi rio mars venus
    earth moon jupiter saturn
    """
)
"""Places (and planets) that student essays date or number in brackets."""


BRACKET_REST = re.compile(r"(?P<closed>\s*\)|[^()\n]{0,60}?(?:(?<!\d)(?P<year>(?:19|20)\d\d))?\))|[.,;]?(?:\s|$)")
"""What follows a pointer that begins a bracket: little more and the bracket's end, or no bracket's end."""
BRACKET_LEAD = re.compile(
    rf"\((?:(?:[Aa]ccording to|[Aa]s (?:stated|said|seen|shown|found) in|[Ff]rom|[Ii]n|[Ss]ee)\s)"
    rf"(?:the\s)?(?:{SOURCE_WORD}\s\w{{1,5}}\s)?(?:(?:article|passage|text|essay|excerpt),?\s)?$"
)
BRACKET_SHUT = re.compile(r"\s?\)")
"""What leads to a pointer in a bracket that says nothing else, and the bracket's end right behind it."""
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
SIGNBOARDS = re.compile(
    r"\b(?:sign|menu|jersey|t-?shirt|shirt|poster|label|sticker|banner|billboard|ticket|receipt)s?\b", re.IGNORECASE
)
"""Their words are no source's, and the number behind them no page."""
TEAM = re.compile(r" et\.? al\b|\b(?:colleagues|co-?authors|others|team)$")
CHAINED = re.compile(r",?\s(?:and|or|&)\s(?:by\s|of\s)?(?:the\s)?|,\s")
"""Between a dated name and the next: ``Imada (2018) and Tull (2019)``."""
OWN_TEXT = re.compile(r"\b(?:my|our|this)\s(?:\w+\s){1,2}$", re.IGNORECASE)
"""Before a place in the writer's own text."""
LINES = re.compile(r"lines?\b", re.IGNORECASE)
BRACKET = re.compile(r"[()]|\n[^\S\n]*\n")
"""A round bracket, or the blank line that no bracket crosses."""
SQUARE = re.compile(r"\[(?P<inside>[^\[\]\n]{4,120})\](?!\()")
AFTER_QUOTE = re.compile(r"[\"”»’']\s?[.,;:!?…]*\s*$|''\s?[.,;:!?]*\s*$")
CLAUSE_END = re.compile(r"\s*(?:[\"”’'»]+\s*)?(?:[.,;:!?()\]—–-]|$|\n)|\s+[\"“]?[A-Z]")
NUMERIC = re.compile(
    r"\[\s?(?P<numbers>\d{1,3}(?:\s?[-–,;]\s?\d{1,3})*)"
    r"(?:\s?[,:]\s?(?P<pages>pp?\.\s?\d[\d–-]*|par[a-z]*\.?\s\d[\d–-]*|(?<=:\s)\d+(?:[-–]\d+)?))?\s?\]"
    r"(?:\s?[-–—]\s?\[(?P<last>\d{1,3})\])?(?![\w(])"
)
HIGHEST_NUMBER = 200
WIDEST_RANGE = 20
RAISED = re.compile(r"(?:(?<=[.,;:!?\"”’'»)])|(?<=[a-z]{4}))(?P<mark>[¹²³⁰⁴-⁹]+(?:[,’⁻–][¹²³⁰⁴-⁹]+)*)(?![\w⁺⁻])")
BRACKETED_NUMBERS = re.compile(r"(?<=[^\n(])\((?P<numbers>\d{1,2}(?:\s?[-–,;]\s?\d{1,2})*)\)")
PLAIN_MARK = re.compile(
    r"(?:(?<=[a-z%\"”’)][.,;:!?])|(?<=[a-z%\"”’)]))(?:\^|<sup>)?(?P<plain>\d{1,2})(?:</sup>)?(?=\s|$|[.,;:](?:\s|$))"
    r"|(?<=\S)\s?(?P<all>\((?P<bracketed>\d{1,2}(?:\s?[-–,;]\s?\d{1,2})*)\))"
    r"(?=[.,;:!?]|\s+[A-Z]|\s+(?:and|but|or|of|which|that|as|while|because|so|in|for|when|is|are|was|were)\b|\s*$)"
)
"""A note's number without its form, or in round brackets."""
RAISED_LISTED = re.compile(r"(?<=\S)[^\S\n]?(?P<mark>[¹²³⁰⁴-⁹]+(?:[,’⁻–][¹²³⁰⁴-⁹]+)*)(?![\w⁺⁻])")
"""The mark of a note that the essay lists."""
ANY_RAISED = re.compile(r"[¹²³⁰⁴-⁹]")
RAISED_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
MEASURES = re.compile(
    r"(?:met(?:er|re)s?|feet|foot|inch(?:es)?|miles?|yards?|units?|kilomet(?:er|re)s?)$", re.IGNORECASE
)
"""Units whose ``²`` means square."""
LINK = re.compile(
    r"(?:https?://|\bwww\.)(?:[^\s<>\"“”]+|(?<=\.)(?= ))"
    r"(?:(?<=\.) (?:[\w-]+\. ){0,3}(?:com|org|gov|edu|net|html?|php|aspx?"
    r"|cfm)\b[^\s<>\"“”]*)*(?<![.,;:!?'’)\]}*_])",
    re.IGNORECASE,
)
"""A link, also one that a word processor broke after its dots (``www. who. int``)."""
BARE_LINK = re.compile(
    r"(?<![\w@./-])(?!www\.)[a-z\d][a-z\d-]{1,40}(?:\.[a-z\d-]{2,40}){0,3}\.(?:com|net|info|(?P<public>org|gov|edu))(?![\w@-])(?P<path>/[^\s<>\"“”)]*)?"
    r"(?<![.,;:!?'’])"
)
"""An address without ``www.``; a company's name may look so, an organisation's hardly."""
SITE_BEFORE = re.compile(
    r"\b(?:at|on|see|visit|from|website|site|page|link|according to)[,:]?\s(?:the\s)?(?:[a-z]+\s)?$", re.IGNORECASE
)
CITED_BEFORE = re.compile(
    r"\b(?:according to|(?:stated|said|reported|found|read) (?:by|on)|sources?:)\s(?:the\s)?(?:website\s)?$",
    re.IGNORECASE,
)
CITED_LINK = re.compile(r"(?<![\w@./-])[\w-]{2,40}\s?\.\s?(?:com|org|gov|edu|net)(?![\w@-])", re.IGNORECASE)
"""An address that is credited: also one with capitals, or with blanks around its dot (``EdgarSnyder . com``)."""
DOMAIN = re.compile(
    r"doi:\s?10\.\S+$|(?:https?://)?[\w-]{1,60}(?:\.[\w-]{1,60}){0,4}\.(?:com|org|gov|net|edu)(?:/\S*)?$", re.IGNORECASE
)
