"""Words that are taken for others that sound or look alike, with the neighbours that give the slip away.

The notation is that of ``scorer.corrections.stream``. A pattern stands here only where its neighbours leave no other
reading, or hardly one. Chosen by this project after reading students' texts.
"""

from __future__ import annotations

from scorer.corrections.stream import Pattern, patterns
from scorer.pipeline.words import listed

LISTS = {
    "FAMILY": listed("""
        parents parent mom moms mother mothers dad dads father fathers families family children kids child son daughter
        friends friend classmates teachers teacher students house houses home homes lives life own minds mind bodies
        body brain brains phones phone grades education future futures goals dreams opinions opinion feelings jobs
        money knowledge skills community school schools
        homework health confidence behavior eyes hands heads hearts cars way
    """),
    "BELONGINGS": listed("""
        name names parents mom dad mother father family life lives idea fault job opinion children kids house car
    """),
    "BE": listed("is are was were be been being am 's 're it's that's they're i'm you're isn't aren't wasn't weren't"),
    "FEEL": listed("be is are was were am feel feels felt get gets got getting seem seems seemed look looks looked"),
    "MODAL": listed("""
        will would can could should may might must shall to not won't wouldn't can't cannot couldn't shouldn't didn't
        don't doesn't i'll you'll they'll we'll he'll she'll it'll
    """),
    "ADVERB_TOO_MUCH": listed("""
        is are was were be being am get gets got getting way spend spends spending spent take takes took taking have
        has had having use uses using do does doing cost costs want need put eat eating ate isn't aren't it's that's
        there's know asking ask far
    """),
    "TOO_HARD": listed("""
        young old late hard difficult expensive tired lazy dangerous busy scared big small easy heavy boring stressed
        strict weak strong slow fast high low loud shy poor rich afraid sick complicated
    """),
    "WANT": listed("""
        want wants wanted wanting need needs needed going try tries tried trying able like likes liked used
        supposed ought how decide decided hope hoping plan planning learn learned learning start started love
        loves
    """),
    "GO": listed("go goes going went gone come comes came coming listen listening back due according addition belong"),
    "PLACE": listed("the a my his her their our your this that school work home class"),
    "WHOM": listed("you me him her us them people everyone students someone anyone others kids children"),
    "IF": listed("if when whenever because since while how what whatever that unless where sure think know"),
    "EASY": listed("""
        hard easy important difficult good bad possible impossible necessary better great nice fun safe dangerous
        healthy helpful useful cool okay ok fine clear obvious amazing interesting weird sad
    """),
}  # fmt: skip

ITS_ITS = """
[its > it's] a|an|the|been|because|so|just|really|also|always|probably|basically|actually|definitely|usually !NN|\
NNS|JJ|VBN|VBG
[its > it's] a|an|the|because|my|our|your|his|their|this|that|these|those|what|where|when|how|why|up
[its > it's] not !so
[its > it's] not so JJ !NN|NNS
[its > it's] %EASY to|that|for|when|because|if|how|,|$
[its > it's] called|made|said|supposed|been to|that|a|the|of|by
[its > it's] going to|on|well
[its > it's] very|so|too|really|just|more JJ to|that|for|when|because|if|$|,|and|but
[its > it's] time to|for
^|because|that|if|think|when|but|and [its > it's] like
[it's > its] own !a
of|in|on|at|with|into|by|about|from [it's > its] NN|NNS !VBZ|VBP|MD|VBD|to
of|in|on|at|with|into|by|about|from [it's > its] JJ NN|NNS
of|with|about|from [it's > its] JJ $|,
lost|lose|loses|losing|wagged|wagging [it's > its] NN|NNS|JJ
[its ' > its] !$|,
"""
THERE_THEIR = """
!is|are|was|were|be|been|being|get|got|have|had|has|isn't|aren't|that|went|go|goes|going|out|up|over|down|of [there \
> their] own|families|parents|homework|friends|minds|grades|lives|dreams|goals|houses|phones|opinions|bodies|brains|\
jobs|futures|futures|feelings|childrens|heads|hearts|eyes|kids|children !who|that|are|were|is|have|would|will|can
of|with|about|for|improve|help|lose|use|change|lost|tell|told|ask|asked|spend|finish|do|doing|using|show|express|\
share|following|follow|live|living|all|make|having|because [there > their] %FAMILY !who|that|are|were|is|was|have|\
would|will|can
of|with|about [there > their] NN|NNS
!on|of|to|when|while|time|as|until|if|because|since [their > there] is|are|was|were|isn't|aren't|wasn't|weren't \
!JJ|NN|VBG|VBN|with|in|at|on|just|still
[their > there] was|were|isn't|aren't|wasn't|weren't|has|should|could
when|while|because|since|time|if|until [their > they] are VBG|with|in
!when|while|time|as|until [their > there] is|are a|an|no|many|some|lots|several|two|three|so|not|\
always|also|one|more|any|only|other|different|\
people|still|things
[their > there] will|can|may|might|must|would be|have|not|always|never
over|live|out|been|went|up|down [their > there] $|,|and|because|for|to
get|got|getting [their > there] on|by|early|late|before|faster|in|safely|quicker
[they're > their] own
of|with|about|from|by|on|at|to|into [they're > their] NN|NNS|JJ
do|doing|lose|use|using|change|finish|spend|improve|raise|have|having|take [they're > their] NN|NNS
[their > they're] going to VB|VBG
[their > they're] just|too|still !NN|NNS|VBG|VBN|JJ|called
[their > they're] not|always|never|so JJ|VBG $|,|and|because|when|if|for|to|with|in|about
[their > they're] the ones|only|same|best
because|that|if|when|since|think|says|say|cause [their > they're] a|an NN|JJ
[their > they're] trying|supposed|gonna|able to
if|when|because|that|but|while|since [their > they're] VBG !NN|NNS|VBZ|VBP|MD|VBD|$|,|IN
there's|where|how|what [their > they're] doing
!is|are|was|were|isn't|aren't|wasn't|weren't|be|why|how|out|over|up|down|in|went|go|get|got [there > they're] \
going|trying|gonna|able|supposed to VB
because|that|if|since|when [there > they're] not VBG
^|because|that|if|since|when|but [there > they're] just|only VBG
"""
YOUR_YOURE = """
[your > you're] not|gonna|welcome !NN
[your > you're] a|an|the
[your > you're] going|trying|supposed|able|about|allowed|willing|forced to
[your > you're] just|always|never|still|probably|really|so|too|already|also !NN|NNS|called|and|or
[your > you're] in|on|at a|the|your|trouble|an|home|school
[your > you're] doing a|the|it|this|that|something|well|good|great|wrong|is|$|what|your
what|whatever|how|where [your > you're] VBG $|,|and|or|to|in|on|at|with|about|for|is|because
if|when|because|while|since [your > you're] VBG to|in|on|at|with|about|for|a|an|the|your|on|something|it|them|up
if|when|because|that|think|unless|where|sure|since|while|whether [your > you're] JJ $|,|and|or|to|because|when|in|at|\
with|about|that|you|it|for|by|on|of
[you're > your] own
of|in|with|from|on|about|at|into|to [you're > your] NN|NNS !VBZ|VBP
of|in|with|from|on|about|at|into [you're > your] JJ NN|NNS
do|doing|ask|asking|use|using|tell|take|lose|spend|finish|change|improve|help|make|open|follow|get [you're > your] \
NN|NNS
"""
WHOSE_WHOS = """
[who's > whose] %BELONGINGS !and
[whose > who's] going|been|not|a|an|always|never|there|trying|coming|doing|the !NN|NNS
"""
COULD_OF = """
!the|his|her|its|their|our|your|a|JJ|NN|NNS [could of > could_have] !course|the|a|an|these|those|this
!the|his|her|its|their|our|your|a|JJ|NN|NNS [would of > would_have] !course|the|a|an|these|those|this
!the|his|her|its|their|our|your|a|JJ|NN|NNS [should of > should_have] !course|the|a|an|these|those|this
!the|his|her|its|their|our|your|a|JJ|NN|NNS [must of > must_have] been|had|VBN|VBD
!the|his|her|its|their|our|your|a|JJ|NN|NNS [might of > might_have] been|had|VBN|VBD
[couldn't of > couldn't_have] !course
[wouldn't of > wouldn't_have] !course
[shouldn't of > shouldn't_have] !course
[could've of > could_have] !course
[would've of > would_have] !course
[should've of > should_have] !course
[could not of > could_not_have] !course
[would not of > would_not_have] !course
[should not of > should_not_have] !course
"""
TO_TOO = """
%ADVERB_TOO_MUCH [to > too] much|many !of|in|like
[to > too] much $|,
look|looks|looking|seem|seems [to > too] %TOO_HARD|pretty|good|bad|long
!the|a|an|best|only|good|great|better|easy|easier|new|other|another|one|first|no|their|our|your|my|different|\
right|fast|faster|quick|easiest|his|her|that|this|every|any|some way [to > too] %TOO_HARD|hot|cold|far|soon|often|\
tough|much|many|long|serious|controlling|crowded
%BE [to > too] %TOO_HARD|hot|cold
far|much [to > too] JJ
%WANT [too > to] VB
%GO [too > to] %PLACE
"""
LOSE_LOOSE = """
%MODAL|you|we|they|i|people|students|teens [loose > lose] weight|their|your|his|her|my|our|its|it|focus|interest|\
money|time|points|everything|faith|hope|control|sleep|games|concentration|track|sight|touch|that|them|him|out|all|\
some|a|the|friends|$
[loosing > losing] weight|their|your|his|her|my|our|its|it|focus|interest|money|time|points|everything|hope|control|\
sleep|track|sight|touch|that|them|him|a|the|some|$
[looses > loses] its|his|her|their|the|a|all|it|focus|interest|money
"""
AFFECT_EFFECT = """
the|an|big|bad|good|great|major|huge|negative|positive|harmful|same|no|any|some|large|lasting|side|different|strong|\
bigger [affect > effect] on|upon|of|that|it|is|was|to|$|,|in
a|the|no|an NN|JJ [affect > effect] on|upon
the|side|bad|good|negative|positive|harmful|long-term|many|term|other|health|major|these|some|different [affects > \
effects] on|of|that|to|from|$|,|are|can
%MODAL|greatly|really|also|negatively|positively|badly|does|did|directly [effect > affect] the|you|your|their|our|us|\
my|me|people|students|them|him|his|her|how|everyone|someone|others|one|many|both|its|a|it|everybody|kids|children|\
teens|what|us|other !change|changes|transition|reform|reforms|revolution
it|this|which|also|negatively|really|greatly|stress|he|she|pollution|that [effects > affects] you|us|people|your|our|\
their|them|everyone|my|me|him|his|her|how|others|students|many|the|both
be|been|is|are|was|were|get|negatively|not|being|gets|badly|greatly [effected > affected] by|the|$|,|in|because|when|and
has|have|had|it|negatively|that [effected > affected] me|my|the|people|us|our|them|many|you|your|him|his|her|their
%MODAL|are|is|be|been [effecting > affecting] the|you|your|their|our|us|my|me|people|students|them|him|his|her|how
"""
ACCEPT_EXCEPT = """
!talk|speak|listen|turn|go|related|similar|anyone|nobody|somewhere|nowhere to [except > accept] it|that|this|them|\
you|him|her|me|us|your|their|responsibility|my|our|his|the|any|new|a|people|what|who
will|would|can|could|should|must|not|didn't|don't|can't|won't|cannot [except > accept] it|that|this|them|you|him|\
her|me|us|your|their|responsibility|my|our|his|the|any|new|a|people|what|who
everything|nothing|anything|everyone|everybody|nobody|anyone [accept > except] for|me|the|that|when|one|him|her|you|us
"""
ADVICE_ADVISE = """
to|will|would|can|could|should|must|i|not [advice > advise] you|him|them|people|her|everyone|students|the|me|us|\
against|someone|anyone|others
the|good|his|her|their|my|your|much|bad|an|best|more|other|for|of|great|getting|asking|helpful|giving|wise [advise > \
advice] of|from|to|that|is|was|can|and|or|about|on|you|they|because|when|for|$|,|but|i|he|she|we
get|give|gives|gave|asked|ask|take|taking|need|seek|seeking|offer|follow|some|ignore [advise > advice]  !against|\
people|you|them|him|her|students
"""
SIMILAR = """
[weather > whether] or not
know|matter|decide|ask|wonder|question|decision|about|sure|on [weather > whether] you|it|they|he|she|we|i|or|to|\
people|students|this|that|there
the|good|nice|cold|hot|rainy|sunny|warm|of|bad [whether > weather] is|was|and|outside|$|,|can|conditions|changes|in
!the|this|that|hot|cold|nice|bad|good|of|breezy|windy|rainy|sunny|warm|cool|stormy|perfect|great|beautiful|\
awful [weather > whether] you|they|he|she|we|i VBP|VBZ|VBD|MD|want|are|like|is|have
walk|walked|walking|drive|drove|driving|run|ran|running|going|went|get|got|getting|move [passed > past] the|my|a|his|\
her|that|this|their|your|our|it
in|over|for [the passed > the_past] few|years|year|decade|weeks|two|several|$|months|century
have|has|had [past > passed] away|by|a|the|my
he|she|who|grandfather|grandmother|grandma|grandpa|father|mother|uncle [past > passed] away
they|we|there|which|who|it [where > were] VBG|VBN|JJ|a|the|very|not|so|in|many|on|at|all|two|only|always|able|to|\
people|some
if|that|when|because [you where > you_were] a|the|to|in|at|not|VBG|VBN|JJ|on
everyone|no|place|know|sure [were > where] you|i|we|they|to|people|he|she
is|was|be|stay|keep|very|so|really|am|are|being|stayed|kept [quite > quiet] $|,|and|place|when|in|because|room|so|or|\
but|kid|person
a [quite > quiet] place|room|person|space|environment|spot|area|kid
is|was|are [quiet > quite] a|an|the|JJ
dear|our|the|school|vice|my|mr|ms|mrs|high|new [principle > principal] $|,|,|decided|said|is|was|has|will|should|\
wants|and|at|or
i|we|they|you|would|don't|not|also|really [thing > think] that|it|they|we|i|you|he|she|the|about|is|this|of|students|\
its|it's
he|she [things > thinks] that|it|about|he|she|of
the|one|another|every|any|good|bad|first|last|same|important|best|worst|other|main [think > thing] is|that|to|i|\
you|we|was|about|in|for|$|,
only [think > thing] is|was|to|left
i|don't|didn't|do|to|not|you|we|they|doesn't|always|never|already|well|let [now > know] that|what|how|why|who|where|\
about|if|the|it|because|more|everything|some|a|is|and
n't|i|you [no > know] that|what|how|why|who|if
right|until|from|by|back [know > now] $|,|a|days|is|on|the|and|when|that|in|i|we|they|it|he|she|you
[know days > nowadays]
[know a days > nowadays]
[now a days > nowadays]
[now and days > nowadays]
[now days > nowadays]
[now day > nowadays]
[now a day > nowadays]
learn|learned|learns|heard|got|get|took|bought PRP [form > from]
learn|learned|learning|come|comes|came|coming|away|far|different|get|apart|benefit|suffer|suffering|take|hear|heard|\
prevent|stop|learns|result|escape|run|gain|range|ranging [form > from] the|my|your|their|his|her|our|a|an|this|that|\
other|others|it|them|different|home|school|mistakes|one|another|NNP|NNS|VBG
!JJ|NN|different|new|best|good|life [form > from] the|my|your|their|his|her|our home|school|beginning|other|past|\
internet|others|start|future|world
a|an|one|every|each|another [women > woman] who|that|is|was|has|and|or|in|with|can|to|should|like|of|$|,|from
a|one|every|each|another|that|this [men > man] who|that|is|was|has|named
be|been|being|is|are|become|was|becoming|were|feel [apart > a_part] of
takes|take|took|taking|plays|play [apart > a_part] in|of
!a|an|the|their|our|your|my|his|her|in|of|its|this|that|and|or|not|for|with|on|just|most|from|than|these|,|about \
[everyday > every_day] $|,|for|when|because|in|at|and|to|i|we|they|you|he|she|after|until|with|but|so|if|on|that|as
in|of|our|your|their|my|the|for|his|her|from [every day > everyday] life|lives|use|activities|basis|routine|language|\
people|world|things|tasks|problems
there|this|it|that|they|you|he|she|we|i [maybe > may_be] a|an|some|many|able|the|more|less|hard|difficult|easy|\
better|good|VBN|true|wrong|right|JJ
^ [may be > maybe] you|they|i|we|he|she|if|the|it|because|in|some|people|that
get|got|getting|became|become|am|is|are|was|were|becoming|be|gets|i'm|been|not [use > used] to !VB
i|we|he|she [use > used] to be|think|live|love|hate|believe|feel|want|have|go|play|say|tell|do|dream|work
am|is|are|was|were|be|not|i'm|we're|you're|they're|he's|she's|it's|were|been|always|aren't|isn't|wasn't [suppose > \
supposed] to
[suppose > supposed] to be
a [peace > piece] of|to
[piece > peace] and|of quiet|mind|love|harmony
of [piece > peace] $|,|and
world [piece > peace] $|,|and
%MODAL|never|and|or|don't|to [here > hear] about|from|the|what|them|it|people|me|him|her|you|something|someone|that|\
a|your|their
^|and|but|up|right|down|over|stay|live|work [hear > here] in|at|are|is !NN|this|that
come|over|right|been|live|around [hear > here] $|,|and|to|in|because|for|is|are
take|taking|took|take [a brake > a_break]
!the|of [brake > break] down|up|the|your|their|a|it|out|into|free|away !pedal|pads
[breaks > brakes] of|on the car|brake
the|a|of|in|first [passed > past] few|years|events|experiences
to|will|can|could|should|would|not|n't|didn't [chose > choose] to|the|a|what|between|your|their|his|her|my|from|\
which|one|how|not|where|if|it|this|who|and|or|whether|our|$|,|wisely
have|has|had [chose > chosen] to|the|a|this|it|not
to|will|can|could|should|would|not|didn't|may|might [breath > breathe] in|the|in|and|$|,|air|it|better|fresh|on|\
clean|without
deep|a|her|his|my|last|your|their|of [breathe > breath] $|,|and|of|before|in|to|away
[then|than > then] again
"""
THAN_THEN = """
^ [than > then] $|,|PRP|the|a|when|after|again|there|NNP
and|since|until|till|by|back|now|just|right|but [than > then] $|,|PRP|there|the|when|he|it|again|a|one|go|VB|VBD
"""
RATHER_THEN = """
rather VB [then > than] VB|in|on|at|the|a
rather VB NN|NNS|PRP|RB [then > than] VB
rather|other [then > than] !$|,|again|and
more|less [then > than] a|an|one|the|two|three|four|five|ten|just|enough|once|half|anything|ever|anyone|you|i|it|we|\
he|that|they|CD|any|other|others|others|everyone|what|most|likely|twice
better|worse|older|younger|bigger|smaller|taller|faster|cheaper|easier|harder|higher|lower|stronger|safer|longer|\
shorter|smarter|greater|larger|healthier|happier|fewer|different|louder|farther|further|earlier|later|richer|closer \
[then > than] a|an|one|any|nothing|others|the|his|her|my|most|anyone|everyone|ever|what|me|him|them|us|being|before|\
their|your|our|anything|CD|NNS|VBG|just
better|worse|older|younger|bigger|smaller|taller|faster|cheaper|easier|harder|higher|lower|stronger|safer|longer|\
shorter|smarter|greater|larger|healthier|happier|fewer|different|louder|farther|further|earlier|later|richer|closer \
[then > than] it|i|we|he|she|they|you|that is|was|were|are|do|did|does|have|has|can|could|would|ever|used|expected|\
thought|think|will
"""

NEEDS_NO_IF = listed("if when once whenever after unless until as while before first since")
"""Words before "better then" after which "then" answers them: "If it gets better then ..."."""

FAMILIES: dict[str, tuple[Pattern, ...]] = {
    "its_its": patterns(ITS_ITS, LISTS),
    "there_their": patterns(THERE_THEIR, LISTS),
    "your_youre": patterns(YOUR_YOURE, LISTS),
    "whose_whos": patterns(WHOSE_WHOS, LISTS),
    "then_than": patterns(THAN_THEN + RATHER_THEN, LISTS),
    "to_too": patterns(TO_TOO, LISTS),
    "could_of": patterns(COULD_OF, LISTS),
    "lose_loose": patterns(LOSE_LOOSE, LISTS),
    "affect_effect": patterns(AFFECT_EFFECT, LISTS),
    "accept_except": patterns(ACCEPT_EXCEPT, LISTS),
    "advice_advise": patterns(ADVICE_ADVISE, LISTS),
    "similar_word": patterns(SIMILAR, LISTS),
}
"""A code, and its patterns."""

REASONS = {
    "its": "“its” without an apostrophe shows what belongs to it",
    "it's": "“it's” is short for “it is” or “it has”",
    "their": "“their” shows what belongs to them",
    "there": "“there” points to a place or says that something exists",
    "they": "“their” shows what belongs to them; the ones who act are “they”",
    "they're": "“they're” is short for “they are”",
    "your": "“your” shows what belongs to you",
    "you're": "“you're” is short for “you are”",
    "whose": "“whose” asks or tells what belongs to whom",
    "who's": "“who's” is short for “who is” or “who has”",
    "than": "“than” compares, “then” tells when",
    "then": "“then” tells when, “than” compares",
    "too": "“too” with two o's means “more than enough” or “also”",
    "to": "“to” with one o leads to a verb or a place",
    "could have": "it sounds like “of”, but the verb is “have”",
    "would have": "it sounds like “of”, but the verb is “have”",
    "should have": "it sounds like “of”, but the verb is “have”",
    "must have": "it sounds like “of”, but the verb is “have”",
    "might have": "it sounds like “of”, but the verb is “have”",
    "couldn't have": "it sounds like “of”, but the verb is “have”",
    "wouldn't have": "it sounds like “of”, but the verb is “have”",
    "shouldn't have": "it sounds like “of”, but the verb is “have”",
    "could not have": "it sounds like “of”, but the verb is “have”",
    "would not have": "it sounds like “of”, but the verb is “have”",
    "should not have": "it sounds like “of”, but the verb is “have”",
    "lose": "“lose” means no longer to have, “loose” means not tight",
    "losing": "“losing” is from “lose”, no longer to have; “loose” means not tight",
    "loses": "“loses” is from “lose”, no longer to have; “loose” means not tight",
    "affect": "“affect” is the verb: one thing affects another",
    "affects": "“affects” is the verb: one thing affects another",
    "affected": "“affected” is from the verb “affect”, to change something",
    "affecting": "“affecting” is from the verb “affect”, to change something",
    "effect": "“effect” is the noun: a cause has an effect",
    "effects": "“effects” is the noun: a cause has effects",
    "accept": "“accept” means to take or to agree, “except” leaves out",
    "except": "“except” leaves out, “accept” means to take or to agree",
    "advise": "“advise” with an s is the verb",
    "advice": "“advice” with a c is the noun",
    "whether": "“whether” puts a choice, “weather” is rain and sun",
    "weather": "“weather” is rain and sun, “whether” puts a choice",
    "past": "“past” means by or before, “passed” is the verb",
    "the past": "“past” means the time before, “passed” is the verb",
    "passed": "“passed” is the verb, “past” means by or before",
    "were": "“were” is the past of “are”, “where” asks for a place",
    "you were": "“were” is the past of “are”, “where” asks for a place",
    "where": "“where” asks for a place, “were” is the past of “are”",
    "quiet": "“quiet” means without noise, “quite” means rather",
    "quite": "“quite” means rather, “quiet” means without noise",
    "principal": "the head of a school is the “principal”; a “principle” is a rule",
    "think": "“think” with a k is the verb",
    "thinks": "“thinks” with a k is the verb",
    "thing": "“thing” with a g is the noun",
    "know": "“know” is to have knowledge, “now” is at this time",
    "now": "“now” is at this time, “know” is to have knowledge",
    "nowadays": "it is one word",
    "from": "“from” tells where something comes from, “form” is a shape",
    "woman": "one is a “woman”, several are “women”",
    "man": "one is a “man”, several are “men”",
    "a part": "“a part of” means belonging to it, “apart” means away from it",
    "every day": "“every day” in two words tells how often; “everyday” in one means ordinary",
    "everyday": "“everyday” in one word means ordinary; “every day” in two tells how often",
    "may be": "“may be” in two words is the verb, “maybe” in one means perhaps",
    "maybe": "“maybe” in one word means perhaps, “may be” in two is the verb",
    "used": "it sounds like “use to”, but is written “used to”",
    "supposed": "it sounds like “suppose to”, but is written “supposed to”",
    "piece": "a “piece” is a part, “peace” is the end of war",
    "peace": "“peace” is the end of war, a “piece” is a part",
    "hear": "“hear” is what ears do, “here” is in this place",
    "here": "“here” is in this place, “hear” is what ears do",
    "a break": "a “break” is a rest, a “brake” stops a car",
    "break": "to “break” is to put in pieces, a “brake” stops a car",
    "brakes": "“brakes” stop a car, “breaks” are rests",
    "choose": "“choose” with two o's is the present, “chose” the past",
    "chosen": "after “have” stands “chosen”",
    "breathe": "“breathe” with an e at the end is the verb",
    "breath": "“breath” without an e at the end is the noun",
}
"""Why the word meant is the right one."""
MESSAGE = "In “{phrase}”, “{word}” should be “{right}”: {reason}."
AGAIN = "It is taken for the other {times} in this essay."
