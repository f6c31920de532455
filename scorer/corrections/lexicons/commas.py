"""Openings that a comma sets off, and joints that one stands before."""

from __future__ import annotations

from scorer.corrections.stream import patterns
from scorer.pipeline.words import listed

SUBORDINATORS = listed("if when because although though while since unless whenever whereas once before after as even")
SUBJECTS = listed(
    "i you he she we they it there this that the a an my your his her its our their these those people students"
)
"""Words that begin a main clause."""

RELATIVE_BEFORE = listed("everything anything something nothing all what time way thing things day reason that")
"""Words before a pronoun that begins a relative clause: "everything I do"."""

_BEGINS = "i|we|they|he|she|you|it|there|this|that|these|the|my|our|their|his|her|your|people|students|many|some|most"
OPENINGS = patterns(f"""
^ [however > however] {_BEGINS.replace("|many|some|most", "")}
^ [for example > for_example] {_BEGINS}|if|when|in|one|a|an
^ [for instance > for_instance] {_BEGINS}|if|when|in|one|a|an
^ [in conclusion > in_conclusion] {_BEGINS}|if|NNP
^ [in addition > in_addition] {_BEGINS}
^ [furthermore > furthermore] {_BEGINS}
^ [moreover > moreover] {_BEGINS}
^ [nevertheless > nevertheless] {_BEGINS}
^ [first of all > first_of_all] {_BEGINS}
^ [on the other hand > on_the_other_hand] {_BEGINS}|each|if|when
^ [in this case > in_this_case] {_BEGINS}|a|an
^ [in my view > in_my_view] {_BEGINS}
^ [also > also] i|we|they|he|she|it|there|this|people|students|my|the|in
^ [in fact > in_fact] {_BEGINS}
^ [as a result > as_a_result] {_BEGINS}
^ [in my opinion > in_my_opinion] {_BEGINS}
^ [to sum up > to_sum_up] {_BEGINS}
^ [in other words > in_other_words] {_BEGINS}
^ [lastly > lastly] {_BEGINS}
^ [secondly > secondly] {_BEGINS}
^ [firstly > firstly] {_BEGINS}
^ [finally > finally] {_BEGINS}
^ [therefore > therefore] {_BEGINS}
""")
"""Connectives at the beginning, where the sentence's subject follows at once."""

AGAIN = {
    "opening": "A comma is missing after the opening of a sentence {times} in this essay.",
    "but": "A comma is missing before “but” {times} in this essay.",
}
MESSAGES = {
    "clause": "The part that begins with “{first}” comes before the main clause and ends in a comma: “{right}”.",
    "opening": "“{word}” at the beginning is set off with a comma: “{right}”.",
    "but": "A comma stands before “but” where it joins two sentences: “{right}”.",
}
