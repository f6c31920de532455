"""Sentence frames and words for text that sounds learned and says nothing."""

from __future__ import annotations

FRAMES = (
    "{noun} on {noun} has not, and in all likelihood never will be, {adjective}, {adjective}, and {adjective}.",
    "{noun_s} {verb} the {noun}, but {key} will always {verb} {noun}.",
    "Humankind will always {verb} {key}; some for {noun} and others on the {noun}.",
    "A lack of {noun} lies in the study of {noun} as well as the field of {noun}.",
    "Why is {key} so {adjective} to {noun}?",
    "The {adjective} {noun} of {key} can {adverb} be a {noun} with the {noun}.",
    "The reply to this query is that {key} is {adverb} and {adverb} {adjective}.",
    "As I have learned in my {noun} class, society will always {verb} {key}.",
    "Though {noun} for {noun} inhibits {noun_s}, {key} {verb_s} an {adjective} {noun}.",
    "{noun} is the most {adverb} {adjective} {noun} of human life.",
    "The {noun} by {noun} might be {adjective}, yet the {noun} of {noun} {verb_s} it {adverb}.",
    "Because of {verb_ing} {noun_s}, many of the {noun_s} {adverb} {verb} the {noun} of {key}.",
    "An {adjective} {noun} changes the {noun} at {noun}.",
    "In my experience, none of the {noun_s} at our personal {noun} on the {noun} we {verb} {verb} {noun_s}.",
    "The more a {noun} that {verb_s} {noun} should be {adjective}, the sooner {key} {verb_s} the {noun}.",
    "{adjective} {noun} of {noun} {verb_s} not only {noun_s} but also the {noun} of {key}.",
)
FRAMES_HELD_OUT = (
    "It is through {noun} that {key} comes to {verb} the {adjective} {noun} of {noun}.",
    "Scholars of {noun} have long maintained that {noun} {verb_s} {adjective} {noun_s}.",
    "Consequently, the {noun} of {noun} must be seen as the {adjective} {noun} of {key}.",
    "From the perspective of {noun}, {key} {adverb} {verb_s} every {adjective} {noun}.",
    "Whereas {noun} {verb_s} {noun}, the {adjective} {noun} of {noun_s} {adverb} {verb_s} {key}.",
    "This {noun}, {adverb} understood as {noun}, is what allows {noun_s} to {verb} {noun}.",
    "To {verb} {key} is therefore to {verb} the very {noun} of {adjective} {noun}.",
    "Not only does {noun} {verb} {noun}, but {key} also {verb_s} the {noun} behind {noun_s}.",
    "The relationship between {noun} and {noun} has {adverb} become {adjective} in modern {noun}.",
    "In conclusion, {key} is {adjective} only insofar as {noun} can {verb} {noun_s}.",
)
HIGH_WORDS = {
    "noun": (
        "assimilationist", "veracity", "propagation", "contretemps", "amplification", "ateliers", "proclamation",
        "trope", "aggregation", "epitome", "quandary", "axiom", "salvo", "diligence", "paucity", "juggernaut",
        "circumspection", "semiotics", "reprobate", "gravitation", "allusion", "thermostat", "demarcation", "ligation",
        "theory of knowledge", "reality", "philosophy", "admonishment", "dictum", "portrayal", "exposition",
        "tyro", "concession", "embarkation", "eulogy", "malcontent", "disparagement", "inquisition", "respondent",
        "augur", "postulate", "countenance", "dissemination", "convulsion", "appetite", "fascination", "rhetoric",
    ),
    "noun_s": (
        "agents", "interlopers", "inquiries", "adherents", "comments", "organisms", "orators", "reprimands",
        "conjectures", "amanuenses", "accusations", "appropriations", "precincts", "arrangements", "analyses",
    ),
    "verb": (
        "assimilate", "confabulate", "allege", "gravitate", "countenance", "embark", "dictate", "disrupt", "advocate",
        "proclaim", "insinuate", "sequester", "circumscribe", "comprise", "belie", "admonish", "appease", "propagate",
    ),
    "verb_s": (
        "assimilates", "allocates", "alleges", "compels", "exacerbates", "denounces", "professes", "elucidates",
        "occludes", "promulgates", "divulges", "incurs", "obviates", "circumvents", "engenders", "abates",
    ),
    "verb_ing": ("belligerently dictating", "petulantly asserting", "allaying", "belittling", "enjoining"),
    "adjective": (
        "salubrious", "confabulated", "decent", "efficacious", "quixotic", "humane", "perilous", "lamentable",
        "reprehensible", "amicable", "mendacious", "disenfranchised", "inchoate", "ubiquitous", "sagacious",
        "fallacious", "unsubstantiated", "irascible", "precocious", "diaphanous", "inauspicious", "plenteous",
    ),
    "adverb": (
        "sophistically", "altruistically", "infelicitously", "decidedly", "palpably", "vociferously", "culpably",
        "equivocally", "ubiquitously", "surreptitiously", "covertly", "boisterously", "fundamentally",
    ),
}  # fmt: skip
PLAIN_WORDS = {
    "noun": (
        "culture", "identity", "progress", "freedom", "knowledge", "tradition", "language", "justice", "history",
        "reason", "nature", "memory", "education", "economy", "power", "structure", "experience", "discourse",
        "technology", "community", "authority", "imagination", "practice", "context", "modernity", "difference",
        "value", "meaning", "system", "boundary", "movement", "perception", "development", "influence", "narrative",
    ),
    "noun_s": (
        "institutions", "individuals", "values", "theories", "structures", "boundaries", "communities", "practices",
        "narratives", "identities", "principles", "assumptions", "relations", "perspectives", "methods",
    ),
    "verb": (
        "transform", "define", "express", "challenge", "construct", "represent", "question", "determine", "shape",
        "mediate", "sustain", "reflect", "overcome", "restore", "reveal", "inform", "contest",
    ),
    "verb_s": (
        "transforms", "defines", "expresses", "challenges", "constructs", "represents", "questions", "determines",
        "shapes", "mediates", "sustains", "reflects", "overcomes", "restores", "reveals", "informs",
    ),
    "adjective": (
        "fundamental", "social", "essential", "complex", "universal", "cultural", "inherent", "dynamic", "abstract",
        "historical", "collective", "critical", "ideological", "symbolic", "moral", "global", "original", "necessary",
    ),
    "adverb": (
        "fundamentally", "inherently", "increasingly", "essentially", "necessarily", "culturally", "critically",
        "historically", "symbolically", "paradoxically", "invariably",
    ),
}  # fmt: skip
