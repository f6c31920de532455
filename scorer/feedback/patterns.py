"""Words that the messages look for, where the lists of the features are too wide to quote from."""

from __future__ import annotations

from scorer.features.cue_phrases import Cues
from scorer.features.lexicons import listed

UNSURE = listed("maybe perhaps possibly probably")
"""Hedges that make a thesis sound undecided wherever they stand in it."""

SET_OFF = frozenset({
    "however", "therefore", "furthermore", "moreover", "additionally", "in addition", "for example", "for instance",
    "as a result", "in conclusion", "finally", "first of all", "secondly", "thirdly", "firstly", "nevertheless",
    "on the other hand", "consequently", "overall", "ultimately", "lastly", "in fact",
})  # fmt: skip
"""Connectives after which a comma stands at the head of a sentence."""

ANNOUNCEMENTS = Cues(
    "this essay will", "this essay is about", "this paper will", "this paper is about", "this essay discusses",
    "i will discuss", "i will talk about", "i will write about", "i will be discussing", "i will be talking about",
    "i am going to talk", "i am going to write", "i am going to explain", "i am going to give", "i am going to discuss",
    "i want to explain", "i will explain", "i want to talk", "going to share", "i will tell", "i want to tell",
    "i am going to tell", "i 'm going to talk", "i 'm going to explain", "i 'm going to tell", "let me tell you",
)  # fmt: skip
"""Words of a sentence about the essay itself."""

STATED = Cues(
    "i am against", "i 'm against", "im against", "i am for", "i 'm for", "i am not for", "i am all for",
    "my opinion is", "my answer is", "my position is", "my belief is", "i am opposed", "i am in favor", "i am pro",
)  # fmt: skip
"""Words that state a position without a verb of stance."""

CHOICES = Cues(
    "i would", "i 'd", "i want", "i wish", "my goal", "my dream", "main things", "main reasons", "this is why",
    "that is why", "it is not", "it 's not", "can never", "will never", "why", "reasons",
)  # fmt: skip
"""Words with which an opening says what the writer would do, wants, or holds, without a verb of stance."""

JUDGING = listed("""
horrible amazing awful stupid fun easy hard difficult perfect wonderful nice favorite dumb cool crazy brilliant silly
interesting scary ridiculous awesome fantastic boring annoying tough impossible possible beautiful love hate enjoy like
""")
"""More lemmas that judge than a thesis is scored by: where one stands, a sentence may take a side."""

ANALYSED = listed("""
author writer poet narrator mood setting theme tone story poem memoir excerpt passage article character essay text
protagonist speaker
""")
"""What a sentence speaks of that answers a question about a text."""

ONE_TEXT = Cues(
    "this memoir", "the memoir", "this story", "the story", "this article", "the article", "this passage",
    "the passage", "this excerpt", "the excerpt", "this poem", "the poem", "this text", "the text", "this essay the",
    "the narrator", "the protagonist", "the speaker in", "the author of", "the author says", "the author concludes",
    "the author ends", "the author uses", "the author describes", "the author creates", "the author shows",
    "the author wants", "the author wrote", "the author might", "the author would", "the author chose",
    "the author explains", "the author states", "the author feels", "the author is", "the author was",
    "the author also", "the author concluded", "the author ended", "the author included", "the author decided",
    "the author believes", "the mood created", "the mood of this", "the mood in", "the mood that", "the mood the",
    "the mood is", "the mood was", "mood of the", "features of the setting", "the features of", "the setting",
)  # fmt: skip
"""Words that point to one particular text."""

SOURCE_WORDS = Cues(
    "the text", "the article", "the passage", "the excerpt", "the author", "the memoir", "the poem", "in the story",
    "the story says", "in the essay", "this article", "this passage", "this text", "paragraph", "paragraphs",
)  # fmt: skip
"""Words that point to a text which the writer read."""

READ_IN = Cues(
    "in the article", "in the text", "in the passage", "in this article", "in this text", "in this passage",
    "from the article", "from the text", "from the passage", "from this article", "from this passage",
)  # fmt: skip
"""Words with which a writer leans on a text."""

BECAUSE = Cues("because", "because of", "since", "due to", "for the reason", "so that", "for these reasons")
"""Words with which a sentence gives a reason."""

PURPOSES = Cues("so", "by", "to be able", "in order", "which", "since", "as it", "as they", "if", "when", "with", "for")
"""Words after which a thesis may give its reason in another way than with "because"."""

REASONED = Cues(
    "because", "since", "so", "that is why", "that 's why", "thats why", "this is why", "reason", "reasons", "why",
    "therefore", "first", "second", "another", "also", "if",
)  # fmt: skip
"""Words that an essay with reasons hardly does without; where none stands, there may be no reason."""

PERSONS = listed("""
student people person parent teacher kid adult child man woman friend citizen critic opponent voter worker player user
driver other principal
""")
"""Who may hold the other view; nouns by lemma."""
SOME = listed("some many most other others certain few")
"""Words that set such people apart from the writer."""

DECREES = listed("decide want consider plan announce propose require say think believe argue claim state")
"""Lemmas of verbs with which others are told to hold or order something."""

OUGHT = Cues("should", "must", "ought", "shouldn't", "need to")

OTHER_SIDE = Cues(
    "although", "though", "even though", "however", "while", "whereas", "despite", "in spite of", "nevertheless",
    "nonetheless", "on the other hand", "on the other side", "on the contrary", "others", "other people", "opponents",
    "critics", "some people", "some students", "some parents", "some teachers", "some say", "some think",
    "some believe", "some argue", "some might", "some may", "some would", "many people", "most people", "people say",
    "people think", "people believe", "people might", "people may", "they say", "you may", "you might", "disagree",
    "disadvantage", "disadvantages", "drawback", "drawbacks", "opposite", "against", "admittedly", "critic", "argue",
    "argues", "instead", "if you think", "you think you", "you are thinking", "you could say", "you feel like",
    "i know that", "i know some", "i know most", "i know many", "yes , i know", "i understand",
    "of course", "you say", "you will say", "pros", "cons", "bad side", "good side", "downside", "downsides",
    "good and bad", "good and a bad", "bad thing", "bad stuff", "but", "yet", "i know you",
    "it is true", "even if", "rather than",
)  # fmt: skip
"""Words that a sentence about the other side hardly does without; where one stands, nothing is said about it."""

OBJECTIONS = Cues(
    "some people", "some students", "some parents", "some teachers", "some say", "some think", "some believe",
    "some argue", "some might", "some may", "some would", "others say", "others think", "others believe",
    "others argue", "other people", "opponents", "critics", "many people", "most people", "people say",
    "people think", "people believe", "people argue", "people might", "people may", "it is true", "admittedly",
    "other may say", "others may say", "others might say",
    "although", "even though", "while", "it is argued", "it can be argued", "it may be", "it might be", "they say",
    "on the other hand", "on the other side", "some person", "some student", "some parent", "i understand",
    "many might", "many may", "many would", "others might", "others may",
    "i know that", "this may seem", "it may seem", "this might seem", "it might seem", "this may sound",
)  # fmt: skip
"""Words that hand a statement to somebody else than the writer, or grant it."""

TURNS = Cues(
    "but", "however", "yet", "nevertheless", "nonetheless", "still", "on the contrary", "although", "even though",
    "while", "despite", "in fact", "actually", "not true", "wrong",
)  # fmt: skip
"""Words with which an answer turns against what was granted."""

EXAMPLES = Cues("for example", "for instance", "e.g.", "to illustrate", "as an example")
"""Phrases that announce an example in whatever sense they are used."""

GENERAL = Cues("has to", "have to", "should", "must", "need to", "needs to", "ought")
"""Words of a claim about everybody, which is no example."""

POSSIBLE = Cues("may", "might", "could", "would", "or", "50 50", "like a")
"""Words of what is not said to be so, or only compared."""

GRAVE = Cues(
    "rape", "raped", "rapped me", "molested", "abused me", "abused by", "suicide", "suicidal", "kill myself",
    "killed myself", "hurt myself", "cut myself", "self harm", "self - harm", "beat me", "hit me", "want to die",
    "wanted to die", "murdered", "was killed", "got killed",
)  # fmt: skip
"""Words of a passage that is read for what it tells: no stock phrase of praise or style fits there."""

SHOWS = Cues(
    "for example", "for instance", "e.g.", "to illustrate", "example", "examples", "exemple", "exmaple", "like when",
    "such as", "one time", "there was a time", "let 's say", "say that", "imagine", "i remember", "once",
)  # fmt: skip
"""Words of a passage in which a reason is shown in use; where one stands, no example is asked for."""

MORE_REASONS = Cues(
    "first", "firstly", "second", "secondly", "third", "thirdly", "another", "also", "additionally", "furthermore",
    "moreover", "besides", "in addition", "finally", "lastly", "next", "not only", "one reason", "the other",
    "my second", "the second", "last but not least", "on top of", "as well", "other", "one of the", "main reason",
)  # fmt: skip
"""Words that announce one more point when they stand near the head of a sentence."""

BREAKS = Cues(
    "first of all", "first off", "firstly", "first ,", "second ,", "secondly", "third ,", "thirdly", "furthermore",
    "finally", "lastly", "one reason", "my first", "my second", "my third", "the first reason", "the second reason",
    "in conclusion", "to conclude", "to begin with", "as you can see",
)  # fmt: skip
"""Words at the head of a sentence before which a paragraph may well end."""

SUBORDINATE_OPENERS = listed("although though while whereas if when because since unless even despite")

TALK = (
    "a lot", "a bunch of", "and stuff", "i guess", "you guys", "like i said", "things like that", "all that stuff",
)  # fmt: skip
"""Phrases that belong to talk in whatever sense they are used."""

SET_PHRASES = (
    "on the other hand", "on the contrary", "at the expense of", "in contrast to", "as opposed to", "as a result of",
    "in spite of", "for the sake of", "in light of", "to a certain extent", "to some extent", "with regard to",
    "with respect to", "by means of", "in terms of", "in accordance with", "for the purpose of", "in the absence of",
)  # fmt: skip
"""Set phrases that belong to written argument in whatever sense they are used."""

VAGUE = listed("thing things stuff good bad nice big great very really get gets getting got lot lots")
"""Words for which a more exact one is nearly always at hand."""

SCHOOL_WORDS = listed("""
paragraph conclude conclusion passage assignment distraction homework classroom knowledgeable requirement education
""")
"""Learned words that every pupil uses about school and its tasks."""

SET_AFTER_GOOD = listed("morning mornings moring evening afternoon luck bye")
"""Words with which "good" is a greeting or a set phrase."""

LINKS = {
    "because": "“since”, “as” or “the reason is that”", "also": "“in addition”, “besides” or “as well”",
    "but": "“however”, “yet” or “although”",
}  # fmt: skip
"""Joining words that a writer may lean on, and what may stand in their place."""

SIGNING = Cues(
    "sincerely", "yours", "your friend", "your student", "thank you", "thanks", "regards", "best regards", "love ,",
    "from :", "respectfully", "a concerned", "concerned student", "p.s", "the end",
)  # fmt: skip
"""Words at the head of a line that ends a letter."""

CHECKABLE = listed("""
percent percentage research researcher scientist expert statistic statistics survey increase reduce decrease
disease cancer obesity diabetes depression pollution emission asthma unemployment population million billion immune
suicide
""")
"""Lemmas of statements on the world at large that a book or an article could bear out."""

NEARBY = listed("our my this here principal classmate school student teacher class classroom course homework")
"""Lemmas of statements on what only the writer and a few others can know."""

SPEAKING = listed("""
say tell state write read quote call add claim explain ask answer mention argue note describe shout reply think
according remark put sing yell saying quotation word words sentence
""")
"""Lemmas of words beside a quotation that tell whose words it holds."""

LEANING = listed("""
he she it they this that these those his her its their such so then and but because for like also which who there here
""")
"""First words of a sentence that leans on the one before, so that no paragraph begins with it."""

CONCLUDING = Cues(
    "in conclusion", "to conclude", "in summary", "to sum up", "to summarize", "overall", "all in all", "ultimately",
    "in the end", "in short", "for these reasons", "as you can see", "in conclution", "conclution", "conclusion",
)  # fmt: skip
"""Words at the head of an ending that say that it is one."""

CLOSING_HEADS = Cues(
    "so", "that is why", "this is why", "that 's why", "i hope", "overall", "in conclusion", "in the end", "finally",
    "therefore", "all in all", "to conclude", "for these reasons", "as you can see", "in summary", "thank you",
    "sincerely", "conclution",
    "in conclution", "ultimately", "in short", "conclusion", "lastly", "hence", "thus", "now you know",
)  # fmt: skip
"""Words at the head of the last sentences that may open an ending."""
