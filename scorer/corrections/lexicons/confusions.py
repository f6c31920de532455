"""Words that students take for one another, beyond those that have a check of their own. Chosen by this project."""

from __future__ import annotations

_BOTH_WAYS = """
affect/VB effect/NN
accept/VB except/IN
lose/VB loose/JJ
breath/NN breathe/VB
quiet/JJ quite/RB
whether/IN weather/NN
were/VBD where/WRB
passed/VBD past/IN
piece/NN peace/NN
principal/JJ principle/NN
though/IN thought/VBD
though/IN through/IN
weak/JJ week/NN
hole/NN whole/JJ
here/RB hear/VB
know/VB no/DT
right/JJ write/VB
brake/NN break/VB
of/IN off/RP
life/NN live/VB
proof/NN prove/VB
safe/JJ save/VB
success/NN succeed/VB
success/NN successful/JJ
succeed/VB successful/JJ
difference/NN different/JJ
important/JJ importance/NN
health/NN healthy/JJ
dead/JJ died/VBD
death/NN dead/JJ
thing/NN think/VB
many/JJ much/JJ
other/JJ others/NNS
spend/VB spent/VBN
send/VB sent/VBD
build/VB built/VBN
begin/VB beginning/NN
choice/NN choose/VB
"""
_ONE_WAY = """
advise/VB advice/NN
chose/VBD choose/VB
threw/VBD through/IN
now/RB know/VB
knew/VBD new/JJ
buy/VB by/IN
form/NN from/IN
belief/NN believe/VB
fell/VBD feel/VB
leave/VB live/VB
went/VBD want/VB
here/RB hear/VB
fore/IN for/IN
lifes/NNS lives/NNS
sad/JJ said/VBD
costumer/NN customer/NN
costumers/NNS customers/NNS
patients/NNS patience/NN
dairy/NN diary/NN
desert/NN dessert/NN
politic/JJ political/JJ
they/PRP them/PRP
very/RB every/DT
you/PRP your/PRP$
interesting/JJ interested/JJ
boring/JJ bored/JJ
exciting/JJ excited/JJ
confusing/JJ confused/JJ
attractive/JJ attracted/VBN
image/NN imagine/VB
response/NN respond/VB
decide/VB decision/NN
danger/NN dangerous/JJ
beside/IN besides/IN
lead/VB led/VBD
rise/VB raise/VB
especial/JJ especially/RB
actual/JJ actually/RB
probable/JJ probably/RB
total/JJ totally/RB
final/JJ finally/RB
usual/JJ usually/RB
easy/JJ easily/RB
quick/JJ quickly/RB
slow/JJ slowly/RB
real/JJ really/RB
particular/JJ particularly/RB
complete/JJ completely/RB
serious/JJ seriously/RB
careful/JJ carefully/RB
correct/JJ correctly/RB
proper/JJ properly/RB
loud/JJ loudly/RB
nice/JJ nicely/RB
clear/JJ clearly/RB
perfect/JJ perfectly/RB
"""

_BESIDE = """
you/your * NN|NNS|JJ
they/them VB|VBP|VBZ|VBN|VBD|VBG|IN *
of/off VB|VBP|VBZ|VBN|VBD|VBG|RB *
think/thing DT|JJ|VB|IN|PRP$ *
thing/think PRP|NNS|MD|TO|RB *
life/live MD|TO|PRP|RB *
know/no * NN|NNS|JJ
many/much * NN
much/many * NNS
very/every * NN
different/difference * IN|TO|CC|VBG|.|,
important/importance * IN|TO|.|,
right/write MD|TO|PRP|NNS *
"""


def _sets() -> dict[str, tuple[tuple[str, str], ...]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for text, both in ((_BOTH_WAYS, True), (_ONE_WAY, False)):
        for line in text.strip().split("\n"):
            (one, one_tag), (other, other_tag) = (entry.split("/") for entry in line.split())
            found.setdefault(one, []).append((other, other_tag))
            if both:
                found.setdefault(other, []).append((one, one_tag))
    return {word: tuple(dict.fromkeys(others)) for word, others in found.items()}


def _beside() -> dict[tuple[str, str], tuple[frozenset[str], frozenset[str]]]:
    found = {}
    for line in _BESIDE.strip().split("\n"):
        words, *tags = line.split()
        written, meant = words.split("/")
        before, after = (frozenset() if choice == "*" else frozenset(choice.split("|")) for choice in tags)
        found[written, meant] = (before, after)
    return found


SETS = _sets()
"""For each word, those that may be meant, with the Penn tag that they would have."""
BESIDE = _beside()
"""For changes of common words, the tags of the word before and of the word after where they are weighed at all."""
