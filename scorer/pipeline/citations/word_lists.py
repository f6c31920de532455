"""Words by which names, titles and places are told from other words."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """A lexicon from running text."""
    return frozenset(text.split())


def any_of(text: str) -> str:
    """A pattern for any one of the patterns in ``text``, which white space parts; ``_`` stands for a space."""
    return "(?:" + "|".join(text.split()).replace("_", " ") + ")"


SMALL_WORDS = words(
    """
    a an the of and or for on in to at by with from as but nor is are was be into over vs via upon it its
    """
)
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
    """
    it author authors auther writer article source text passage was were had did will would should this these states
    talks tells
    """
)
"""Words of what a writer says behind a source's label, where its title could stand as well."""
NICKNAMES = words(
    """
    uncle aunt auntie grandma grandpa granny papa mama mom dad big little lil old young crazy king queen captain coach
    doctor professor sister brother father mother cousin lady sir saint sergeant officer chief boss
    """
)
"""First words of what people are called."""
LABEL_WORDS = words(
    """
    january february march april may june july august september october november december jan feb mar apr jun jul
    aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday spring summer autumn fall
    winter christmas easter age ages aged grade grades chapter chapters figure figures fig table tables source
    sources sorce scource soure sourse paragraph paragraphs page pages line lines article articles amendment
    amendments section sections scene part parts reason reasons number numbers no step steps level levels phase type
    class room unit lesson day week month year years hour apollo viking boeing airbus windows iphone playstation
    xbox version model formula covid pg route highway interstate ad bc ce bce ww wwi wwii battle olympics cup super
    bowl bill law title area zone group team block treaty declaration constitution mark gt usa us uk eu ussr euro
    dollar document documents doc exhibit appendix question questions answer example examples ex text passage
    excerpt option gen am pm st nd rd th vol set problem task item note student teacher exit gate row seat size
    locker channel flight psalm team player coach born died est founded apt suite terminal stanza verse act quote
    algebra geometry calculus biology chemistry physics spanish honors
    approx ext lvl tel evidence senate netflix nobel oscars claim policy rule principle sentence sentance
    """
)
"""First words of labels, dates and counts, in lower case: neither an author nor a title begins with them."""
EVENT_WORDS = words(
    """
    act war wars treaty amendment olympics games cup crisis election revolution movement march riots agreement accord
    accords summit pandemic marathon festival depression recession earthquake flood disaster massacre genocide
    championship championships series bowl fair tour protocol plague
    """
)
"""Last words of names of laws and events, which essays date in brackets."""
FUNCTION_WORDS = words(
    """
    top over under about around approximately nearly since until circa ca before after between during from in on at
    the a an this that these those i we he she it they you my our his her their its and but or if when because as
    for so yes no not also with without even like such most many some all both more less only then there here
    following see contrary compare says claims states argues explains writes what who which why how where by to of
    mr mrs ms dr while whereas although though unlike despite yet
    """
)
"""Capitalised only because a sentence or a bracket begins with them."""
OPENING_ADVERBS = words(
    """
    however moreover furthermore additionally similarly likewise conversely recently lately finally lastly indeed
    instead still later today meanwhile nevertheless nonetheless besides therefore thus hence consequently accordingly
    subsequently ultimately generally notably specifically surprisingly interestingly importantly firstly secondly
    thirdly second third next earlier previously further again overall otherwise clearly
    """
)
"""Words that open a sentence with a comma behind them."""
SCHOLARLY = words(
    """
    study studies theory theories research survey surveys report reports article articles experiment experiments effect
    effects model models finding findings idea ideas view views author authors method methods approach researchers
    scholars paper papers poll polls essay essays critics data result results review reviews trial trials work works
    book books text concept notion term definition quote writers scientists answer problem point question evidence
    test tests source sources figure figures number numbers rate risk
    """
)
"""Nouns that a dated bracket may follow to say who studied or wrote it; so may those in -ion, -ment, -ity, -is."""
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
    aaron abby abigail adam aisha alex alexa alice alicia amanda amelia amir amy ana andre andrea andy angela ann
    anna anne annie ashley ava becky ben beth billy bobby brandon brian brianna caleb carla carlos carmen caroline
    cathy chloe chris christina cindy claire daniel danny dave david deborah diego dylan eddie elena eli elijah
    elisabeth elizabeth ella emily emma eric erica ethan eva fatima frankie gabriel gabriela hannah isaac isabella
    jack jacob jada jake jamal james jamie jane jason jasmine javier jen jenna jenny jeremy jess jessica jim jimmy
    joe joey john johnny jose josh joshua juan julia julian justin karen kate katie kayla keisha kevin kim kyle
    laura lauren leah lena leo liam lily lisa liz logan lucas lucia lucy luis luke lydia maddie madison malik marcus
    maria mariah mason matt matthew maya megan mei mia michael miguel mike mimi mohammed nancy naomi natalie nate
    nathan nick nina noah nora oliver olivia omar oscar pablo paige patty pedro peter priya rachel rafael rebecca
    ricky rob robert rosa ruth ryan sam samantha samuel sara sarah sean sofia sophia sophie stacy stephanie steve
    steven sue susan tammy tara ted tia tiffany tim timmy tina todd tom tommy tony tyler victor victoria wendy will
    yusuf zach zoe
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
PLACE_KINDS = words("state city county township province")
"""What stands behind a place's name: ``Ohio State``."""
POWERS = words("court congress senate parliament government party army navy empire")
"""What acts in history, and seldom studies anything."""
