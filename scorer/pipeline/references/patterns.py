"""What a list of references looks like: its heading, its entries, and their fields."""

from __future__ import annotations

import re

HEADING = re.compile(
    r"""^[^\S\n]*+(?:[#*_]++[^\S\n]*+)?
    (?:(?:my|the)\ )?
    (?P<name>w(?:or|ro)ks?\ ?(?:cited|sited|sighted|citied|cite|consulted|referenced|used)|work\ cit(?:ing|ations?)
      |citations?(?:\ page)?|citings?|cited\ (?:works?|sources?)
      |(?:sources?|cites?|websites?)\ (?:(?:i|we)\ )?used(?:[^\S\n][^\n]{0,30})?
      |(?:references?|refer[ae]nces?|refrences?|refernces?|referencess)(?:\ (?:list|page|cited|section))?
      |list\ of\ (?:references|sources|works\ cited)
      |(?:annotated\ )?(?:bibliograph(?:y|ies)|bibliogrophy|bibleography|biblography|bibliografy)
      |(?:re)?sources?(?:\ (?:cited|used|list))?|literature\ cited
      |(?P<notes>(?:end|foot)?notes))
    [^\S\n]*+(?:page)?[^\S\n]*+[:.]?[^\S\n]*+[*_#]*+[^\S\n]*+(?:$|(?=https?://|www\.|["“]))""",
    re.IGNORECASE | re.VERBOSE | re.MULTILINE,
)
"""A heading on a line of its own, or before a link or a quoted title; ``notes`` where the list is one of notes."""

HEADING_IN_LINE = re.compile(
    r"(?:^|(?<=[.!?\"”)]\s)|(?<=\s\s))"
    r"(?:(?:Works?|WORKS?) (?:Cited|CITED|Sited|Consulted)|Bibliography|BIBLIOGRAPHY|References|REFERENCES)"
    r"[^\S\n]?:?[^\S\n]++(?=\S)|(?:^|(?<=[.!?\"”)]\s))(?:Sources|Work Cited|SOURCES)[^\S\n]?:[^\S\n]++(?=\S)",
    re.MULTILINE,
)
"""The same where the file has lost its lines: the first entry follows at once."""
NAMES_IN_LINE = ("Work", "WORK", "Bibliography", "BIBLIOGRAPHY", "References", "REFERENCES", "Sources", "SOURCES")
"""How such a heading begins."""

NUMBER = re.compile(
    r"^\s*(?:\[(?P<bracket>\d{1,3})\]|(?P<plain>\d{1,3})(?:[.)](?=[\s\"“])|(?=\s[^\W\d_a-z][\w’'-]+(?:\s[^\W\d_a-z][\w.’'-]*){0,3},\s))|(?P<raised>[¹²³⁴-⁹⁰]+)|[-*•·‣▪●○–]|\?(?=\s))\s*"
)
"""What may stand before an entry: a number or a bullet."""

_YEAR = r"(?:1[5-9]\d\d|20[0-2]\d)[a-z]?"
BRACKET_YEAR = re.compile(rf"\(\s*(?P<year>{_YEAR}|n\.\s?d\.?)(?:[^()]{{0,40}})\)\.?", re.IGNORECASE)
"""APA: ``(2019)``, ``(2019, March 5)``, ``(n.d.)``."""
ANY_YEAR = re.compile(rf"(?<![\w/.-])(?P<year>{_YEAR})(?![\w/-])|\bn\.\s?d\.")
ACCESS = re.compile(
    r"\[?\b(?:accessed|retrieved|viewed|date accessed|last visited|web\.?\s+\d)\b.*", re.IGNORECASE | re.DOTALL
)
"""From here on a date says when the student looked, not when the work appeared."""

URL = re.compile(
    r"(?:https?://|www\.)\s?\S+(?:(?<=[a-z]\.) (?-i:[a-z])\S*)*|\bdoi:\s?\S+"
    r"|\b(?!www\b)[\w-]{1,60}(?:\.(?!www\b)[\w-]{1,60}){0,4}\. ?(?:com|org|gov|edu|net)\b(?:\.\w\w\b)?(?:/\S*)?",
    re.IGNORECASE,
)
"""A link, also one that a word processor broke after its dots (``www. who. int``)."""
NOISE = re.compile(r"^(?:\W*|\W*(?:page )?\d{1,3}(?:[\W_]*page)?|(?:last ?name|[^\W\d]+) \d{1,3})\W*$", re.IGNORECASE)
"""Rules, page numbers and running heads (``Smith 3``) between entries."""
QUOTED = re.compile(
    r"[\"“”](?P<title>[^\"“”]{1,250}?)[\"“”]|(?<!\w)[‘'](?P<single>[A-Z][^\n]{6,200}?)[.,?!]?[’'](?!\w)"
)

AUTHOR_START = re.compile(
    r"^(?:(?:van|von|de|der|den|di|la|le|del|al|bin"
    r"|ibn)[ -])*[^\W\d_a-z][\w’'-]{0,30}(?:[ -][^\W\d_a-z][\w’'-]{0,30}){0,2},\s*[^\W\d_]"
)
"""``Walt, S.`` or ``van der Berg, Anna``."""
_FULL = r"[^\W\d_a-z][\w’'-]{0,30}"
_PARTICLE = r"(?:(?:van|von|de|der|den|di|la|le|del|al|bin|ibn)[ -])"
_GIVEN = rf"(?:[^\W\d_a-z]\.|{_FULL})(?:[ -]{_PARTICLE}{{0,3}}(?:[^\W\d_a-z]\.|{_FULL})){{0,2}}"
TURNED_AUTHOR = re.compile(
    rf"{_PARTICLE}*{_FULL}(?:[ -]{_FULL}){{0,2}}, {_GIVEN}"
    rf"(?:,? (?:and|&) {_GIVEN}(?: {_FULL})?|, {_GIVEN} {_PARTICLE}{{0,3}}{_FULL}|,? et al|, eds?|, editors?){{0,4}}"
    r"(?:(?<=[^\W\d_]{2})|(?<=[^\W\d_]{2} [^\W\d_]))\. (?![^\W\d_]\.)[\"“A-Z0-9¿¡]"
)
"""``Ortiz, Luis, and Mei Tan. T``: a whole author, and the first sign of what follows."""
YEAR_AT_END = re.compile(
    rf"(?:[,.:] |\()(?:[\w.]+ ){{0,3}}(?:{_YEAR}|n\.\s?d)[\]).,]*(?:[\s,:;]+(?:pp?\. ?|[a-z]*:? ?)?[\d–-]+)?[.\s]*$"
)
"""The year, with at most pages behind it, ends the line."""
_PART = r"(?:(?:Eds?|Trans|Dir|Host)s?\.|(?:Executive )?(?:Producer|Director|Host|Writer|Editor|Narrator|Creator|Translator)s?(?:(?:,| &| and) (?:Producer|Director|Writer)s?)*)"
"""What somebody did who is named in an author's place, as it stands in the bracket."""
DATED_AUTHOR = re.compile(
    rf"(?=[^\W\d_a-z]|van |von |de |der |al |bin )[^()\n]{{2,140}}?(?:\({_PART}\)[.,]? )?"
    rf"(?:(?<=[.,?!] )\((?:{_YEAR}|n\.\s?d\.?)[^()\n]{{0,30}}\)[.,:]|(?<=[^\W\d_][.)] )(?:{_YEAR}|n\.\s?d)\.)"
    r" [\"“A-Z0-9¿¡]"
)
"""``Reed, A. (2019). P``, ``World Bus Council. 2018. A``: nothing but entries begin so."""
DATED = re.compile(
    rf"(?P<author>(?=[^\W\d_a-z]|van |von |de |der |al |bin )[^()\"“\n]{{2,160}}?(?:\({_PART}\))?[.,]?)"
    rf" (?:\((?P<year>{_YEAR}(?:/{_YEAR})?|n\.\s?d\.?)[^()\n]{{0,30}}\)[.:]? |(?<=[.,] )(?P<plain>{_YEAR}|n\.\s?d)\. )"
)
"""Authors and year at the head of an entry: APA's and Chicago's."""
_NAME = rf"{_GIVEN} {_PARTICLE}{{0,3}}{_FULL}(?:,? (?:Jr|Sr)\.)?"
LIST_OF_NAMES = re.compile(rf"(?P<author>{_NAME}(?:(?:, {_NAME})*,? (?:and|&) {_NAME}|,? et al\.)?), ")
"""Authors as notes name them: ``Amy Reed, ``, ``A. Reed and L. Ortiz, ``."""
PLAIN_BY = re.compile(
    rf"[\"“](?P<title>[^\"“”\n]{{2,150}}?)[,.]?[\"”],? by:? (?P<author>{_NAME}(?:(?:, {_NAME})*,? (?:and|&) {_NAME}|,? et al\.)?"
    rf"|(?:[Tt]he )?{_FULL}(?: (?:(?:of|for|the|and|&) )*{_FULL}){{0,7}})(?=[,.(]|\s*$| [^\W\d_]*\d)"
)
"""``"Title" by Amy Reed``"""
MADE_BY = re.compile(
    r"(?P<title>[^.\"“”()]{2,100})(?: \(\d{4}\))?[.,?!]? (?:[Dd]irected|Produced|Performed|Created|Written and directed) by "
)
"""A film or a series, known by its title."""
UNMARKED_BY = re.compile(
    rf"(?P<title>[A-Z0-9][^.,:;\"“”()]{{2,120}}?[?!]?),? (?:written )?by:? (?P<author>{_NAME}(?:,? (?:and|&) {_NAME})?)(?=[,.]|\s*$|\s*\()"
)
"""``Late Buses by Amy Reed``"""
LABEL = re.compile(
    r"(?:source|article|book|website|web ?site|video|passage|document|text|movie|film|poem|song)(?: (?:[A-H]|#?\d{1,2}))?: ?",
    re.IGNORECASE,
)
"""What a student writes before an entry to say what it is."""
NO_NAME = re.compile(r"(?:Why|How|What|When|Where|Who|Is|Are|Do|Does|Should|Can|Will|A|An|\d+)\b")
"""How titles begin, and names of people and bodies do not."""
THREE_PARTS = re.compile(
    rf"(?P<author>[^.,:;()]{{3,80}})\. (?!\d|(?:Ed|Dir|Trans|Vol|By|Produc|Retrieved|Accessed))"
    rf"(?P<title>[^.()]{{2,150}}?)[.?!] [^.()]{{2,80}}, (?:{_YEAR})\.?$"
)
"""``Friends of the River. Late Buses. Calder, 2014.``"""
TITLE_END = re.compile(r"[.?!](?=\s+[\"“(\[A-Z0-9À-Þ]|\s*$|\s+(?:https?|www)\b)")
ABBREVIATION_END = re.compile(r"\b(?:[A-Z]|vs|St|Mt|Dr|Mr|Mrs|Ms|No|[Vv]ol|Ft|Jr|Sr|U\.S|pp?)\.$|\([^()]*$|\[[^\]]*$")
"""A full stop that ends no title: behind an abbreviation, inside a bracket."""
INITIALS_AUTHOR = re.compile(
    rf"{_PARTICLE}*{_FULL}(?:[ -]{_FULL}){{0,2}},(?: ?[^\W\d_a-z]\.){{1,3}} (?=(?!Jr|Sr|Eds?)[\"“]?[^\W_a-z][\w’'-]+[\s.:?!])"
)
"""``Wells, H. G. The War``: initials, and the title's first word."""
NOTE_LEAD = re.compile(r"(?:[Ss]ee(?: also)?|(?:[Qq]uoted|[Cc]ited|[Qq]td\.) in) ")
NOTE_EDITION = re.compile(r",? (?:trans|eds?|edited|translated|\d\w{1,3} ed)\b.*$")
"""What stands between a title and its bracket in a note."""
ONLY_PUBLISHER = re.compile(rf"[^.,]*, {_YEAR}\.?$")
"""What is left of an entry when its title looks like a year: ``Orwell, George. 1984. Signet, 1950.``"""
TITLE_NOTE = re.compile(
    r"(?:\s*(?:\((?:\d\w{1,3} ed|[Rr]ev|[Vv]ol|Report|Publication|No|[^()]*\b(?:Trans|Eds?|Illus)\.)[^()]*\)|, \d\w{1,3} ed|\[[^\[\]]*\]))+$"
)
"""What APA says of a work behind its title: the edition, the kind."""
NOTE_TITLE = re.compile(rf"(?P<title>[^\W_a-z][^()]{{1,150}}?),? \([^()]*\b(?:{_YEAR}|n\. ?d\.)\)")
"""A title in a note, and the bracket with place, house and year behind it."""
NOTE = re.compile(rf"\([^()]*\b(?:{_YEAR}|n\.\s?d\.?)\)|[\"“][^\"“”]{{3,200}}[\"”]|\b(?:{_YEAR})\b[^a-z]*$")
"""What a numbered line has if it is a note or an entry: a bracketed year, a quoted title, or a year at its end."""
SHORT_NOTE = re.compile(
    rf"(?P<author>{_FULL}(?:(?:, {_FULL})*,? (?:and|&) {_FULL}| et al\.)?)(?:,|(?= \d))"
    r"(?: [\"“](?P<quoted>[^\"“”]{2,120}?),?[\"”],?| (?P<title>[^\W\d_a-z][^,.\"“”()\d]{1,100})(?:,|(?=\.$)))?"
    rf"(?(title)|(?= ))(?: (?!{_YEAR}\.?$)(?:(?:pp?|ch(?:ap)?|loc|pars?|paras?|sec|nn?|lines?)\.? ?)?\d[\d,\s–-]*)?\.?$"
)
"""A note that repeats a work: ``Reed, Phones, 51.``"""
IBID = re.compile(r"ibid\b", re.IGNORECASE)
NOTE_AGAIN = re.compile(NUMBER.pattern + IBID.pattern, re.IGNORECASE)
"""A note that names the work of the one before."""

PUBLICATION = re.compile(
    r"\b(?:web|print|vol\.?|pp?\.\s?\d|no\.\s?\d|ed\.|eds\.|edited by|translated by|press|publish(?:ers|ing|ed)"
    r"|books?|journal"
    r"|review|university|magazine|times|news|retrieved|accessed|doi|isbn|inc\.|simon & schuster|penguin|routledge"
    r"|random house|\d+\s?\(\d+\)|n\.d\.)",
    re.IGNORECASE,
)
"""Words of publication, which running text seldom heaps up at a line's end."""

INITIALS_END = re.compile(r"(?:^|[\s.-])[A-Z]\.$|\b(?:Jr|Sr|al|Eds?|eds?)\.$")
"""An author field that keeps its full stop."""
LONGEST = 1500  # characters; a longer line is no entry
PROSE_WORDS = 60
"""A line without year, link or words of publication that is longer than this is prose, and ends the list."""

CONFIDENCE = {"headed": 0.95, "headed_doubtful": 0.75, "headless": 0.8}
"""Probability that a line is an entry: under a heading and shaped like one, under a heading, or by its shape alone."""

BY = re.compile(r"^(?:written )?by:? ", re.IGNORECASE)
"""What may open the author's field."""
EDITORS_MARK = re.compile(
    r",? (?:eds?\b\.?|editors?|(?<=, )(?:hosts?|directors?|narrators?|translators?)|\((?:eds?|editors?|in press|forthcoming|(?:executive )?(?:producer|director|host|writer|narrator|creator|translator)s?[^()]{0,20})\.?\)\.?)[.,\s]*$",
    re.IGNORECASE,
)
"""What stands behind the names of editors and others who are no authors."""
SAYS_WHERE = re.compile(
    rf",[^,]*\b(?:{_YEAR})|, in\b|\bpp?\.|, (?:[A-Z][\w.]* )*(?:Press|Journal|University|Report|Thesis)\b"
)
"""The house, year or volume behind a title: no part of it."""
NAME_INITIAL = re.compile(r"\b[A-Z]\.|\bet al\b|^[—-]")
"""What shows that a field without a comma names people."""
MARKS = ' ,;:"“”«»'
OPENING_MARKS = "\"“'‘"
"""Marks around a field, and those that open a quoted title."""

TURNED_START = re.compile(
    r"(?:(?:van|von|de|der|den|di|la|le|del|al|bin|ibn)[ -])*[^\W\d_a-z][\w’'-]{1,30}, [^\W\d_a-z][\w’'.-]{0,30}"
    r"(?: [^\W\d_a-z][\w’'.-]{0,30}){0,2}(?:[.,] |\. ?[\"“(]| \()"
)
"""A name turned round, with the mark that ends it: in running text it opens the next entry."""
COMPLETE = re.compile(r"(?:\d{4}|\bn\.\s?d|\b(?i:web|print)|\d[-–]\d+|/\S*|\.(?:com|org|gov|edu|net|html?))[.)\]>]*$")
"""What an entry ends with: a year, a medium, pages or a link."""
AUTHOR_YEAR = re.compile(
    rf"(?:(?:(?!\b[^\W_]{{3,}}[.?!:] )[^\"“”])*(?:[^\W_]+[.,])? )?[(\[]?(?:\w+ )?(?:{_YEAR}(?:/{_YEAR})?|n\.\s?d)(?: \[{_YEAR}\])?[.,)\]]*",
    re.IGNORECASE,
)
"""An author and a year, with no title between: no word of three letters ends with a full stop before the year's."""
BRACKET_TAIL = re.compile(r"(?<=\d),? ?[A-Z][\w .,–-]{0,25}\)[.:]?$")
"""Month and day behind the year in a bracket."""
STRONG_LINK = re.compile(r"https?://|www\.", re.IGNORECASE)

JOINED = re.compile(r"(?<=[^\W\d_]{2}[.,;:?!])(?=[^\W\d_a-z(“\"]|[(“]|\"\w)|(?<=[.,?!][\"”])(?=\w)|(?<=\)[.,])(?=\w)")
"""Where two fields touch with no space between them: ``Smith,John.“Why”``."""

MONTH = re.compile(
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?|spring|summer|autumn|fall|winter)",
    re.IGNORECASE,
)
"""A month or season, also shortened; nothing else."""

CUES = {
    word: kind
    for kind, words in {
        "serial": "journal journals review reviews rev revue zeitschrift annals annales bulletin bull letters lett "
        "transactions trans magazine quarterly j newsletter gazette times news post tribune herald chronicle today "
        "daily encyclopedia encyclopaedia archives acta blog",
        "meeting": "proceedings proc conference conf symposium workshop congress meeting colloquium advances lecture "
        "notes series handbook studies",
        "house": "press publisher publishers publishing publications verlag editions éditions books inc ltd llc co "
        "company university universitaires up",
        "body": "institute institut department dept center centre association society council ministry agency bureau "
        "office organization organisation foundation committee commission national federal administration school "
        "college library laboratory group",
        "editor": "ed eds editor editors edited hrsg hg éd dir herausgegeben",
        "translator": "trans translated translator übersetzt traduit",
        "in": "in",
        "report": "report thesis dissertation paper manuscript preprint phd memo unpublished submitted",
        "access": "accessed retrieved available viewed web online print disponible",
        "volume": "vol volume no number issue bd band tome chapter nr",
        "page": "pp p pages page pg s",
    }.items()
    for word in words.split()
}
"""What a word says about the field it stands in or beside."""
