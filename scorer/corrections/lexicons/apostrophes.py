"""Short forms and possessives that lack their apostrophe, and plurals that have one. Chosen by this project."""

from __future__ import annotations

from scorer.corrections.stream import patterns
from scorer.pipeline.words import listed

SHORT = {
    wrong: right
    for wrong, _, right in (
        pair.partition("=")
        for pair in listed("""
            aint=ain't arent=aren't cant=can't couldnt=couldn't couldve=could've didnt=didn't doesnt=doesn't
            dont=don't hadnt=hadn't hasnt=hasn't havent=haven't heres=here's hes=he's im=I'm isnt=isn't itll=it'll
            itd=it'd ive=I've mustnt=mustn't neednt=needn't shes=she's shouldnt=shouldn't shouldve=should've
            thats=that's theres=there's theyll=they'll theyre=they're theyve=they've theyd=they'd wasnt=wasn't
            werent=weren't weve=we've whats=what's wheres=where's whos=who's wont=won't wouldnt=wouldn't
            wouldve=would've yall=y'all youd=you'd youll=you'll youre=you're youve=you've dosent=doesn't
            dosnt=doesn't doesent=doesn't dosen't=doesn't didin't=didn't isen't=isn't isint=isn't
            wouldent=wouldn't wouldn=wouldn't couldent=couldn't shouldent=shouldn't wasent=wasn't hasent=hasn't
            dont't=don't havn't=haven't would't=wouldn't should't=shouldn't could't=couldn't does't=doesn't
            did't=didn't is't=isn't was't=wasn't do't=don't have't=haven't are't=aren't was'nt=wasn't
            are'nt=aren't ca'nt=can't could'nt=couldn't did'nt=didn't do'nt=don't does'nt=doesn't had'nt=hadn't
            has'nt=hasn't have'nt=haven't is'nt=isn't should'nt=shouldn't were'nt=weren't wo'nt=won't
            would'nt=wouldn't cant't=can't the'yre=they're they'er=they're their're=they're your're=you're
            your'e=you're youre'=you're i'am=I'm i'ts=it's it'is=it's did'int=didn't your's=yours our's=ours
            her's=hers someones=someone's everyones=everyone's anyones=anyone's
            somebodys=somebody's everybodys=everybody's nobodys=nobody's anybodys=anybody's todays=today's
            yesterdays=yesterday's tomorrows=tomorrow's oclock=o'clock
        """)
    )
}
"""Whole words that are nothing else, and what they are short for or should be."""

NEVER_SHORT = {"wont": listed("his her their my our its your is"), "cant": listed("the a of moral religious")}
"""Words before which a short form is a word of its own: "as is their wont"."""

NEVER_BEFORE: dict[str, tuple[list[str], ...]] = {"thats": (["VB"], ["VBP"]), "theyre": (["NN"],)}
"""Tags of the next word before which a form is another slip: "flower thats smell good", "theyre child"."""
LOST = "\ufffd"
"""What stands for a character that was lost on the way: an apostrophe, behind "wouldn"."""

SUBJECTS = listed("""
i you he she it we they who that which people everyone someone anyone students kids just still really also
""")
"""Words before which or after which "cant" is short for "cannot"."""

OWNED = listed("""
life lives mind minds opinion opinions brain brains health house houses car cars room rooms birthday wedding
funeral kitchen shoulder shoulders fault feelings ideas grade grades behavior behaviour success future education
career careers dream dreams goals name names phone phones attention face faces privacy safety needs perspective
perspectives point viewpoint viewpoints body bodies heart hearts eyes hands homes home job jobs schedule schedules
work ability abilities performance choice choices decision decisions mistakes responsibility favorite thoughts
""")
PERSONS = listed("""
students persons persons kids childs teachers parents drivers players citizens mothers fathers friends boys girls
authors brothers sisters adults teenagers teens peoples humans owners principals candidates
""")
FAMILY = listed("""
moms dads mothers fathers brothers sisters friends grandmothers grandfathers grandmas grandpas uncles aunts teachers
cousins boyfriends girlfriends husbands wifes neighbors parents
""")
THINGS = listed("""
house car room birthday wedding funeral kitchen shoulder fault opinion name life lives job phone home brain mind
restaurant apartment
""")
_LISTS = {"OWNED": OWNED, "PERSONS": PERSONS, "FAMILY": FAMILY, "THINGS": THINGS}

SPLIT_SHORT = patterns("""
[don t > don't]
[can t > can't]
[didn t > didn't]
[doesn t > doesn't]
[isn t > isn't]
[won t > won't]
[couldn t > couldn't]
[wouldn t > wouldn't]
[shouldn t > shouldn't]
[aren t > aren't]
[wasn t > wasn't]
[their's > there's] a|an|no|so|many|lots|nothing|something|not|some|always|still|only|also|more|one|been|really
[their's > theirs] $|,|is|are|was|were|and|or
[it s > it's]
[that s > that's]
[i m > I'm]
[i ve > I've]
^|but|so|and|because|then|well [lets > let's] VB|go|say|not|be|get|talk|start|take|look|see|just|face
""")
"""Short forms that lie apart, and "let's"."""

POSSESSIVE = patterns(
    """
!give|gives|gave|giving|show|tell|offer|teach|cost|ask|asks|asked [peoples > people's] %OWNED|business|money|time|\
hand|trash|houses|family|families|personality|character|advice|emotions|problems|way
a|every|each|another|one [students > student's] %OWNED !of
a|every|each|another|one [persons > person's] %OWNED|emotions|personality|character|advice !of
[childrens > children's] %OWNED
a|every|each|another|one|the|your [childs > child's] %OWNED|mother|father|parents
my|his|her|their|our|your [moms > mom's] %THINGS
my|his|her|their|our|your [dads > dad's] %THINGS
my|his|her|your [mothers > mother's] %THINGS
my|his|her|your [fathers > father's] %THINGS
my|his|her [brothers > brother's] %THINGS
my|his|her [sisters > sister's] %THINGS
my|his|her [friends > friend's] house|room|birthday|wedding|car
my|his|her|your [grandmas > grandma's] %THINGS
my|his|her|your [grandpas > grandpa's] %THINGS
my|his|her|your [grandmothers > grandmother's] %THINGS
my|his|her|your [uncles > uncle's] %THINGS
my|his|her|your [aunts > aunt's] %THINGS
my|his|her|your [cousins > cousin's] %THINGS
my|the|our|his|her [teachers > teacher's] name|desk|opinion|class
the [authors > author's] argument|opinion|idea|purpose|article|perspective|viewpoint|tone|message|credibility|ideas|\
evidence
the [worlds > world's] largest|biggest|best|greatest|population|most|oldest|problems|first
ones|one's [ones > one's] own|life|self|mind
!the|give|gives|these|those|many|some [ones > one's] own|self
listen|listening|hear|hearing|consider|considering|know|knowing|seek|seeking|respect|to|about|of|from|on|get|getting \
[others > others'] opinions|opinion|ideas|viewpoints|perspectives|feelings|mistakes|thoughts|advice|lives|experiences
"""
    , _LISTS,
)  # fmt: skip
"""Possessives without apostrophe, before a thing owned and where no verb can take both nouns."""

PLURAL_BEFORE = listed("many several few these those both all most some more two three four five")
PLURAL_AFTER = listed("""
are were have do don't can will would should who that in and or at on because when to for with from , . need want think
feel get go like
""")
"""What stands around a plural that has got an apostrophe: "many student's are"."""
NEVER_PLURAL = listed(
    "other's one's people's men's women's children's today's it's that's all's else's who's what's there's"
)

MESSAGES = {
    "short": "“{word}” needs an apostrophe for the letters left out: “{right}”.",
    "placed": "The apostrophe in “{word}” stands in the wrong place: “{right}”.",
    "spelled": "The short form “{word}” is spelled “{right}”.",
    "never": "“{word}” has no apostrophe: “{right}”.",
    "owner": "“{word}” needs an apostrophe to show what belongs to whom: “{right}”.",
    "plural": "“{word}” means more than one here, which takes no apostrophe: “{right}”.",
}
AGAIN = "You write it so {times}."
