"""Word sequences that readers of essays know: formulas of argument, and phrases of speech. Chosen by this project."""

from __future__ import annotations

ARGUMENT_FORMULAS = (
    "according to", "as a consequence", "as a matter of fact", "as a result", "as far as", "as long as",
    "as opposed to", "as soon as", "as well as", "at the expense of", "at the same time", "based on", "be able to",
    "by means of", "contribute to", "depend on", "depends on", "due to", "even if", "even though", "for instance",
    "for the purpose of", "for the sake of", "for this reason", "have an impact on", "have the ability to",
    "in a way that", "in addition to", "in advance", "in case of", "in charge of", "in common", "in comparison",
    "in contrast", "in favor of", "in front of", "in general", "in many cases", "in my opinion", "in order for",
    "in order to", "in other words", "in particular", "in response to", "in spite of", "in terms of",
    "in the absence of", "in the case of", "in the end", "in the face of", "in the form of", "in the long run",
    "in the process of", "in the same way", "instead of", "is likely to", "it is clear that", "it is essential",
    "it is important", "it is necessary", "it is possible", "it is true that", "keep in mind", "lead to", "leads to",
    "more and more", "more than", "most of the time", "no matter how", "no matter what", "not only", "on behalf of",
    "on the basis of", "on the contrary", "on the one hand", "on the other hand", "on top of", "play a role",
    "plays a role", "pros and cons", "rather than", "regardless of", "rely on", "result in", "results in", "so that",
    "such as", "take advantage of", "take into account", "take part in", "take place", "take responsibility",
    "that is why", "the ability to", "the amount of", "the fact that", "the importance of", "the majority of",
    "the number of", "the opportunity to", "the purpose of", "the quality of", "the reason why", "the rest of",
    "the result of", "the role of", "the use of", "the way in which", "there is no doubt", "to a certain extent",
    "to begin with", "to some extent", "up to date", "when it comes to", "whether or not", "with regard to",
    "with respect to", "with the help of", "would rather",
)  # fmt: skip
"""Set phrases of written argument."""

SPOKEN_PHRASES = (
    "a bunch of", "a lot", "all that", "all the time", "and all", "and stuff", "and then", "as you can see",
    "at all", "because of that", "but yeah", "by the way", "i feel like", "i guess", "i mean", "i think",
    "i would say", "if you want", "in conclusion i", "kind of", "know how to", "let me", "like i said", "like that",
    "or something", "sort of", "that is all", "that's all", "that's it", "things like that", "you can see",
    "you guys", "you know", "you see",
)  # fmt: skip
"""Phrases of talk."""
