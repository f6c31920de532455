"""How running text names a source: signal phrases, and sentences that name author and work."""

from __future__ import annotations

import re

from scorer.pipeline.citations.name_patterns import BODY, ET_AL, INITIAL, SURNAME, WORD
from scorer.pipeline.citations.place_patterns import YEAR
from scorer.pipeline.citations.word_lists import ROLES, any_of, words

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
WRITING = any_of(
    """
    writes? wrote argues? argued explains? explained states? stated claims? claimed says? said describes? described
    discuss(?:es|ed)? asserts? asserted notes noted reports? reported contends? contended maintains? maintained
    suggests? suggested points?_out insists? insisted warns? warned shows? showed mentions? mentioned
    exclaims? exclaimed goes_into goes_on talks_about talked_about tells_us informs introduces introduced gives_us
    """
)
"""Verbs of authors; persons in a text do other things."""
ARGUING = any_of(
    """
    defends defended criticizes criticized urges urged recommends recommended highlights highlighted outlines outlined
    cautions cautioned summarizes summarized opposes opposed attacks attacked praises praised challenges challenged
    """
)
"""Verbs of authors that seldom tell what persons in a story do."""
SAYING = re.compile(VERBS)
"""Verbs of saying and showing, as they stand in signal phrases."""
ADVERB = (
    r"(?:(?:also|further|then|even|later|first|rightly|famously|clearly|once|has|have|had|goes on to|does"
    r"|did)\s)?"
)
_OPENER = r"(?!(?:Sources?|Passages?|Articles?|Documents?|I|The|This|That|These|It|He|She|They|We|In|His|Her|There|When|As|If|But|And)\s)"
"""The first word of a next sentence or clause, before which a mark was forgotten."""
NAME = rf"(?:(?:Dr|Prof|Mr|Mrs|Ms)\.\s)?(?:(?:{INITIAL}|{WORD})\s){{0,3}}{_OPENER}{SURNAME}"
NAMES = rf"{NAME}(?:(?:,\s{SURNAME})*,?\s(?:and|&)\s{_OPENER}{NAME}|(?:,\s{SURNAME})*{ET_AL})?"
SPOKEN = any_of("says? said tells? told thinks? thought believes? believed feels? felt")
SPOKEN_VERB = re.compile(rf"\s{SPOKEN}\b")
"""Verbs of talk: whom they report may as well be a friend as an author."""
SPEAKS = re.compile(r"\s(?:spoke|speaks|wanted|wants)\b")
"""Behind a name and a number, what persons do who are of that age."""
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
    praised promises promised shares shared reasons reasoned reckons reckoned speaks spoke stipulates supports supported terms
    termed treats treated views viewed wonders wondered captures captured
    """
)
"""Further verbs that have the author of a bracket behind them for their subject."""
WORKING_VERBS = any_of(
    """
    makes made gives gave uses used looks looked follows? followed asks? asked collects? collected reviews? reviewed
    investigates? investigated takes took focus(?:es|ed) turns? turned wants? wanted draws? drew builds? built
    challenges? challenged reports? tries tried gathers? gathered begins began answer
    """
)
"""Verbs of what authors do, and others too."""
APPOSED = r"(?:,[^.;()\"“”]{1,120},|\s\([^()]{1,30}\))?"
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
    re.compile(rf"(?<![\w.@])(?P<name>{NAMES}){APPOSED}\s{ADVERB}(?:{VERBS}|{SIGNAL_VERBS}|{WORKING_VERBS})\b"),
    re.compile(rf"(?<![\w.@])(?P<name>{NAMES}){APPOSED}\s[a-z]+(?:s|ed)\s(?:[a-z]+\s){{0,4}}?(?:that\b|[\"“:])"),
    re.compile(
        rf"\b(?:{VERBS}|{SIGNAL_VERBS}|asks?|asked),?\s(?:[a-z]+\s){{0,3}}?(?P<name>{NAMES})(?=[,.;:\s(]*(?:$|[,(]|in\b|of\b))"
    ),
    re.compile(rf"\b(?:[Ii]n|[Bb]y|[Tt]o|[Oo]n|[Ff]rom|[Ww]ith)\s(?P<name>{NAMES})[’']s?\s"),
    re.compile(rf"(?<![\w.@])(?P<name>{NAMES})[’']s?\s(?:[a-z-]+\s){{0,2}}{_OWNED}\b"),
)
"""Signal phrases: who says what the sentence reports."""
PRONOUN_SIGNAL = re.compile(
    rf"\b(?:[Hh]e|[Ss]he|[Tt]hey|[Tt]he (?:author|writer|researcher|scholar)s?)\s{ADVERB}(?:{VERBS}|{SIGNAL_VERBS}|{WORKING_VERBS})\b"
    r"|\b(?:[Hh]is|[Hh]er|[Tt]heir)\s(?:[a-z-]+\s){0,2}" + _OWNED + r"\b"
)
SUBJECT = re.compile(
    rf"(?:[Tt]he\s(?:[a-z]+\s){{1,3}})?(?P<name>{NAMES}){APPOSED}\s(?:was|is|were|are|had|has|have|who|{ADVERB}[a-z]+(?:ed|s))\b"
)
"""Whom a sentence is about, at its beginning: the one a pronoun behind stands for."""
AS_SAID = re.compile(rf"\b[Aa]s\s(?P<author>{NAMES})\s{ADVERB}{VERBS}(?:\sit)?,?\s?$")
"""Right before a bracket: who says what it cites."""
CREDITED_NAME = re.compile(r"\b(?:[Aa]ccording to|(?:[Ss]tated|[Ww]ritten|[Ss]hown|[Ee]xplained) by|[Aa]uthor),?\s$")
"""Before a name: what it says comes from there."""
NAME_ANYWHERE = re.compile(rf"(?<![\w.@])(?P<name>{NAMES})")
BODY_AHEAD = re.compile(
    r"\b(?:Office|Department|Bureau|Ministry|Institute|University|Center|Council|Board|Agency|Museum|Bank) (?:of|for) (?:the )?$"
)
"""The beginning of a body's name, before its last words."""
LABEL_AHEAD = re.compile(r"^(?:Source|Document|Passage|Text|Article)\s(?:\d|[A-H])\s?[:-]\s", re.IGNORECASE)
"""A source's label that stands within the marks of its title."""
BY_BEHIND = re.compile(
    r"[\"”*_]?,?\s{1,3}(?:(?:which\s)?(?:is|was)\s)?(?:also\s)?(?:written\s)?(?:also\s)?[Bb]ye?:?\s(?!the\b)"
)
AUTHOR_OF = re.compile(r"\b(?:auth?[oe]r|writer) of (?:the )?(?:[a-z]+ ){0,2}[\"“]?$")
PLAYED = re.compile(
    r"\b(?:sings?|sang|sung|singing|songs?|play(?:s|ed|ing)?|listen(?:s|ed|ing)?\sto|danc(?:es?|ed|ing)\sto|lyrics|album)\b"
    r"(?!\s(?:called|titled)?\s?(?:in|from)\b)[^.!?\"“]{0,30}[\"“]?$"
)
"""Before a title that somebody plays or sings, and does not cite."""
WITHIN_BODY = re.compile(r"[A-Z]\w+\s(?:for|of|at)\s(?:the\s)?$")
"""Before words that are part of a body's name."""
PRIVATE = re.compile(
    r"\b(?:[Mm]y|[Oo]ur|[Hh]is|[Hh]er)\s(?:[a-z]+\s){1,3}$|\b(?:Coach|Principal|Grandma|Grandpa|Aunt|Uncle|Mr\.|Mrs\.|Ms\.)\s?$"
)
"""Before the name of somebody the writer knows: ``My sister Ana``."""
NOT_SPEAKERS = words(
    """
    reading one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty thirty forty fifty people person students scientists researchers experts critics studies research evidence statistics data
    everyone someone nobody parents teachers kids teens drivers americans voters citizens another later authors
    author source article passage text essay story book first second third finally next further furthermore futhermore moreover strangley united democrats republicans
    additionally therefore thus however although though while because since according despite during whereas
    well now still again perhaps maybe instead studies several few other others congress today found overall each every nasa god society technology
    government school schools mom mum dad grandma grandpa mother father uncle aunt coach principal
    """
)
"""Capitalised at a sentence's start, or personified: no author all the same. In lower case."""

NOUN = any_of(
    r"""
    article essay book novel paper study report story poem play speech memoir monograph biography autobiography
    chapter thesis dissertation documentary editorial column blog_post piece text passage excerpt publication
    work letter op-ed survey poll [Tt]alk podcast pamphlet brochure episode video film movie lecture interview
    """
)
PERIODICAL = re.compile(r"\b(?:Times|Post|Journal|News|Magazine|Ledger|Gazette|Herald|Tribune|Weekly|Daily)$")
"""The end of a name of what articles appear in, which is no title of a work."""
LOWER_SURNAME = re.compile(r"\s(?!also\b|too\b|himself\b|herself\b)[a-z]{4,20}(?=[,.;:)])")
"""A surname that lost its capital: ``"Late Buses" by Robert duffer.``"""
BY_PERSON = re.compile(rf"\sby\s(?P<author>{WORD}\s(?:{INITIAL}\s)?{WORD})$")
"""The author behind a title without marks."""
NOUN_STEMS = (
    "arti", "artc", "passage", "text", "essay", "stor", "poem", "speech", "letter", "report", "editorial", "excerpt",
    "column", "op-ed", "paper", "stud", "monograph", "chapter", "thesis", "dissertation", "blog", "piece",
    "publication", "work", "documentary", "source", "book", "novel", "memoir", "play", "short story", "biography",
    "autobiography", "webpage", "author of", "autor of", "auther of", "writer of", "talk", "podcast", "episode", "video", "film", "movie", "lecture", "interview", "survey", "poll",
    "pamphlet", "brochure", "published", "experiment",
)  # fmt: skip
_TRADE = (
    r"(?:"
    + "|".join(sorted(ROLES))
    + r"|[a-z]{3,}(?:er|or|ist|ian|man|woman)|mayor|chief|coach|chef|nurse|student|guide)s?"
)
ROLE = rf"(?:(?:the|an?)\s)?(?:(?:[a-z-]+\s){{0,3}}{_TRADE},?\s)?"
CUE_LITERALS = (", 19", ", 20", '"', "“", "’s ", "'s ", " in ", "In ", "(", "*", "_")
CUE = re.compile(
    rf"[\"“]|[’']s [A-Z]|\s?[Ii]n (?:[A-Z]|(?:19|20)\d\d\b)|\(\s?{YEAR}\s?\)|, (?:19|20)\d\d,?\s[a-z]|(?<!\w)[*_][A-Z]"
)
"""Where a sentence that names a work shows itself, besides words such as "article"; each begins with a literal."""
BEFORE_BRACKET = re.compile(rf"(?<![\w.’'@])(?P<author>{NAMES}|{BODY}(?:{ET_AL})?)(?P<owner>[’']s?)?\s?$")
"""A name that touches the bracket behind it."""
BRACKET_YEAR = re.compile(r"\((?:1[5-9]|20)\d\d\)")
DATED_BEFORE = re.compile(rf"[Aa]ccording to (?:the )?{BODY}\s$")
BEFORE_NAME = re.compile(
    r"\b(?:[Aa]ccording to|[Aa]s|[Ss]ee|[Pp]er|[Bb]y|[Ff]or|[Ww]hat|[Bb]oth|[Uu]nlike|"
    r"(?:stud(?:y|ies)|work|works|research|researchers|scholars|scientists|authors|writers|experts|critics) (?:like|such as)|"
    rf"[Ff]ollowing|[Cc]ontrary to|(?:data|findings|results) (?:of|from)|(?:theory|model|view|argument|definition) of|(?i:{'|'.join(sorted(ROLES))})s?|{VERBS}|"
    r"(?:dis)?agrees? with|[Ii]n line with|[Cc]onsistent with|[Ii]n contrast to|[Ii]n the (?:words|view) of"
    r"|(?:study|survey|research|report|work|article|book|paper|analysis) (?:by|of|from)|(?:[Qq]uot|[Cc]it)(?:ing|ed by))\s(?:the\s)?(?:(?:Dr|Prof|Mr|Mrs|Ms)\.\s)?$"
)
EXPERT_BEHIND = re.compile(r"[,.]?[\"”][,.]?\sDr\.\s")
"""Behind a title: ``"Title," Dr. Ames says`` names an expert whom the article quotes, seldom its author."""
WORK_BEFORE = re.compile(
    r"\b(?:film|movie|documentary|book|novel|(?:[Tt]he|[Aa]|[Tt]his|[Hh]is|[Hh]er)\s(?:\w+\s)?play|series|memoir|poem|podcast)\s$"
)
"""Behind these a capitalised run with a year is a title."""
DATED_AHEAD = re.compile(rf"(?:,?\s(?:and|or|&)\s|,\s){NAMES}\s\({YEAR}\)")
"""The next of several dated names that share a verb: ``Imada (2018) and Tull (2019) argue``."""
_HAPPENING = any_of(
    """
    walked failed closed ended died landed opened marched arrived happened killed destroyed crashed exploded erupted
    premiered starred played earned grossed passed lasted sailed looked changed scared surprised shocked amazed
    (?:made|gave|took)_(?:me|us|my|our) is are was were came
    """
)
HAPPENING_BEHIND = re.compile(rf"\s{_HAPPENING}\b")
"""What films, firms and events do behind a bracket with their year."""
AFTER_BRACKET_LOOSELY = re.compile(rf"\s{ADVERB}(?!{_HAPPENING}\b)(?:{WORKING_VERBS}|[a-z]{{3,}}ed)\b")
AFTER_BRACKET = re.compile(
    rf"(?:,\s(?:an?|the)\s(?:[a-z-]+\s){{0,3}}(?:{'|'.join(sorted(ROLES))})\b[^,.;:()\"“”\n]{{0,50}},)?\s(?:(?:both|all|each)\s)?"
    rf"{ADVERB}(?!(?:finds?|found)\s(?:out|himself|herself)\b)(?:{VERBS}|{SIGNAL_VERBS}|(?:is|are|was|were)\s(?:right|wrong|correct|clear))\b|,\swho(?:se)?\b"
    r"|\s(?:also\s)?(?:do|does|did)\snot\s(?:agree|believe|think|find|see|support|consider|mention)\b"
    r"|\s(?:also\s)?(?:makes?|made)\s(?:an?|the|this|that)\s(?:[a-z-]+\s){0,2}(?:point|argument|claim|case|observation)\b"
    r"|\s(?:did|does|ran|conducted|carried\sout)\s(?:an?|the|this|two|three|one)\s(?:[a-z-]+\s){0,2}(?:stud(?:y|ies)|surveys?|polls?|experiments?|research)\b"
    r"|\s(?:has|have|had|takes?|took)\s(?:an?|the)\s(?:[a-z-]+\s){0,2}(?:view|position|opinion|approach|explanation)\b"
    r"|\sand\s(?:his|her|their)\s(?:students|colleagues|co-?authors?|team|group)\b"
)
