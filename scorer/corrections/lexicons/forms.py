"""Irregular forms of English verbs and nouns."""

from __future__ import annotations

from scorer.pipeline.words import listed, paired

_VERBS = """
arise arose arisen|awake awoke awoken|bear bore borne|beat beat beaten|become became become|begin began begun
bend bent bent|bet bet bet|bind bound bound|bite bit bitten|bleed bled bled|blow blew blown|break broke broken
breed bred bred|bring brought brought|build built built|burst burst burst|buy bought bought|catch caught caught
choose chose chosen|come came come|cost cost cost|creep crept crept|cut cut cut|deal dealt dealt|dig dug dug
do did done|draw drew drawn|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feed fed fed
feel felt felt|fight fought fought|find found found|fly flew flown|forbid forbade forbidden
forget forgot forgotten|forgive forgave forgiven|freeze froze frozen|get got got|give gave given|go went gone
grow grew grown|hang hung hung|have had had|hear heard heard|hide hid hidden|hit hit hit|hold held held
hurt hurt hurt|keep kept kept|know knew known|lay laid laid|lead led led|leave left left|lend lent lent
let let let|lie lay lain|lose lost lost|make made made|mean meant meant|meet met met|mistake mistook mistaken
overcome overcame overcome|pay paid paid|prove proved proven|put put put|quit quit quit|read read read
ride rode ridden|ring rang rung|rise rose risen|run ran run|say said said|see saw seen|seek sought sought
sell sold sold|send sent sent|set set set|shake shook shaken|shine shone shone|shoot shot shot|show showed shown
shut shut shut|sing sang sung|sink sank sunk|sit sat sat|sleep slept slept|slide slid slid|speak spoke spoken
spend spent spent|spin spun spun|split split split|spread spread spread|spring sprang sprung|stand stood stood
steal stole stolen|stick stuck stuck|strike struck struck|swear swore sworn|sweep swept swept|swim swam swum
swing swung swung|take took taken|teach taught taught|tear tore torn|tell told told|think thought thought
throw threw thrown|understand understood understood|undertake undertook undertaken|wake woke woken
wear wore worn|win won won|withdraw withdrew withdrawn|write wrote written
"""
IRREGULAR_VERBS = {
    base: (past, participle)
    for base, past, participle in (row.split() for line in _VERBS.strip().split("\n") for row in line.split("|"))
}
"""Base form: past, past participle. "Be" is apart."""

IRREGULAR_PLURALS = paired("""
= man=men woman=women child=children person=people foot=feet tooth=teeth mouse=mice goose=geese life=lives
wife=wives knife=knives leaf=leaves half=halves shelf=shelves wolf=wolves thief=thieves loaf=loaves self=selves
calf=calves crisis=crises thesis=theses analysis=analyses basis=bases hypothesis=hypotheses diagnosis=diagnoses
phenomenon=phenomena criterion=criteria stimulus=stimuli ox=oxen hero=heroes potato=potatoes tomato=tomatoes
echo=echoes veto=vetoes policeman=policemen businessman=businessmen fireman=firemen fisherman=fishermen
businesswoman=businesswomen grandchild=grandchildren gentleman=gentlemen
""")

UNCHANGED_PLURALS = listed("""
fish sheep deer aircraft people police hundred thousand million dozen more other others such few many percent series
species youth offspring homework media data spacecraft swine shrimp salmon trout means headquarters crossroads
""")
"""Nouns whose form without -s may be plural."""

UNCOUNTABLE = listed("""
advice equipment furniture homework information knowledge luggage music stuff evidence clothing software traffic
scenery transportation trash bread happiness sadness gasoline housework garbage jewelry machinery courage honesty
pollution education
""")
"""Nouns that are never counted: "informations" is no word."""

DOUBLING = listed("""
admit beg begin bet chat chop clap commit control cut drag drop equip fit forget get grab hit hop hug jog knit
let nod occur permit pin plan prefer put quit refer regret rob rub run set ship shop shut sit skip slip spin
split spot step stir stop strip submit swim tap transfer travel trip upset wet win wrap zip
""")
"""Verbs whose last letter is written twice before -ed and -ing."""
