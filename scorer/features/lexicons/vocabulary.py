"""Words by register: academic, vague, intensifying, and endings of learned words. Chosen by this project."""

from __future__ import annotations

from scorer.features.lexicons import listed

ACADEMIC = listed("""
abandon abstract accelerate access accompany accomplish accordingly accumulate accurate achieve acknowledge acquire
adapt adequate adjacent adjust administer adopt advantage advocate affect aggregate allocate alter alternative
ambiguous amend analogy analyse analysis analyze anticipate apparent append appreciate approach appropriate
approximate arbitrary argument aspect assemble assert assess assign assist assume assumption assure attain attitude
attribute authority available aware behalf benefit bias capable capacity cease challenge characteristic circumstance
cite clarify classic coherent coincide collaborate collapse colleague commence comment commit commodity communicate
community compatible compensate competence compile complement complex component comprehend comprehensive comprise
compute conceive concentrate concept conclude conclusion concur conduct confer confine confirm conflict conform
consensus consent consequence consequently considerable consist consistent constant constitute constrain construct
consult consume contemporary context contradict contrary contrast contribute contribution controversy convene converse
convert convince cooperate coordinate core corporate correspond counter create credible credit criteria criterion
crucial culture data debate decade decline deduce define definite definition demonstrate denote deny depress derive
design despite detect determine deviate device devote differentiate dimension diminish discrete discriminate displace
display dispose distinct distort distribute diverse diversity document domain domestic dominate draft dramatic
duration dynamic economic economy effective efficient elaborate element eliminate emerge emphasis emphasize empirical
enable encounter enforce enhance enormous ensure entity environment equate equivalent erode error essential establish
estimate ethic evaluate eventual evidence evident evolve exceed exclude exhibit expand expert explicit exploit export
expose external extract facilitate factor feature federal final finance finite flexible fluctuate focus formula
foundation framework function fundamental furthermore gender generate generation global goal grade grant guarantee
guideline hence hierarchy highlight hypothesis identical identify ideology ignorant illustrate image immigrate impact
implement implicate implicit imply impose incentive incidence incline income incorporate index indicate individual
induce inevitable infer influence infrastructure inherent inhibit initial initiate injure innovate input insight
inspect instance institute institution instruct integral integrate integrity intellectual intelligence intense
interact intermediate internal interpret interval intervene intrinsic invest investigate invoke involve isolate issue
item justify label layer lecture legal legislate levy liberal license likewise link locate logic maintain major
majority manipulate margin mature maximize mechanism mediate medium mental method migrate military minimal minimize
minimum ministry minor minority mode modify monitor motive mutual negate nevertheless nonetheless norm notion
notwithstanding objective obtain obvious occupy occur ongoing option orient outcome output overall overlap overseas
panel paradigm paragraph parallel parameter participant participate partner passive perceive perception perspective
phase phenomenon philosophy physical policy portion pose positive potential practitioner precede precise predict
predominant preliminary presume previous primary prime principal principle prior priority proceed process professional
prohibit project promote proportion prospect protocol psychology publication publish purchase pursue qualitative
radical random range ratio rational react recover refine regime region register regulate reinforce reject relevant
reluctance rely remove require research reside resolve resource respond response responsibility restore restrain
restrict retain reveal revenue reverse revise revolution rigid role route scenario schedule scheme scope section
sector secure seek select sequence series shift significance significant similar simulate site society sole source
specific specify sphere stable statistic status strategy stress structure subordinate subsequent subsidy substitute
successor sufficient summary supplement survey survive suspend sustain symbol tackle technical technique technology
temporary tension terminate theme theory thereby thesis tradition transfer transform transit transmit transport trend
trigger ultimate undergo underlie undertake uniform unique utilize valid validity variable vary vehicle version via
viable violate virtual visible vision visual volume voluntary welfare whereas whereby widespread
""")
"""Lemmas of general academic English."""

VAGUE = listed("""
thing things stuff something anything everything somebody someone good bad nice big great lot lots kind kinds sort
really very cool awesome fun get gets got getting
""")
"""Words that say little."""

INTENSIFIERS = listed("very really so too totally extremely super absolutely completely definitely literally")

LEARNED_ENDINGS = (
    "tion", "sion", "ment", "ance", "ence", "ity", "ism", "ology", "ary", "ive", "ous", "ible", "able", "ical", "ial",
    "ize", "ise", "ify", "ate", "ship", "ness",
)  # fmt: skip
"""Endings of words from Latin, Greek or formal derivation; asked for in words of seven letters or more."""

NOMINAL_ENDINGS = (
    "tion", "sion", "ment", "ance", "ence", "ity", "ness", "ism", "ship", "hood", "dom", "age", "ure", "al",
)  # fmt: skip
"""Endings of nouns made from verbs and adjectives; asked for in nouns of seven letters or more."""
