"""Whether a sentence that repeats the prompt takes a side in it, as a thesis does."""

from __future__ import annotations

from scorer.pipeline.copied import patterns
from scorer.pipeline.copied.words import Original


def takes_side(sentence: str, own: str, place: range, prompt: Original) -> bool:
    """True where the prompt's words have become the writer's position.

    ``sentence`` is the whole sentence, ``own`` its words outside the copied ones, which stand at ``place`` in the
    prompt. Whatever the writer puts "I believe" or "I agree" to is the writer's. A question, a task or the report of
    what others think is the prompt's. Of the rest, the writer's are: a question of the prompt answered, a statement
    that it puts up for debate, a clause after "whether" or "that" asserted, a demand or judgement.
    """
    if patterns.OPINION.search(own):
        return True
    if patterns.QUESTION.search(sentence) or patterns.TASK.search(sentence) or patterns.OTHERS.search(sentence):
        return False
    answered = prompt.debated[place[0]] and prompt.debated[place[-1]]
    asserted = place[0] > 0 and prompt.words[place[0] - 1] in patterns.BEFORE_CLAUSE
    return answered or asserted or bool(patterns.DEMAND.search(sentence))
