"""Words taken for others that sound or look alike: its and it's, there and their, then and than.

Only neighbours that leave no other reading count (``lexicons.homophones``). Right: "the its of this world", "do its
best", "are there families who", "he felt better then", "if it gets better, then", "it matters to many people". Measured
(``docs/feedback.md``), marks on an error, on learners' sentences and in a reviewed sample of essays: ``its_its`` 1 of 1
and 16 of 16; ``there_their`` none and 16 of 16; ``your_youre`` none and 16 of 16; ``to_too`` none and 16 of 16;
``then_than`` 1 of 1 and 16 of 16; ``could_of`` none and 16 of 16; ``whose_whos`` none and 16 of 16; ``lose_loose`` 1 of
1 and 16 of 16; ``advice_advise`` none and 16 of 16; ``affect_effect`` 1 of 1 and 16 of 16; ``accept_except`` none and 5
of 5; ``similar_word`` none and 15 of 16.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from spacy.tokens import Doc

from scorer.corrections.lexicons.homophones import AGAIN, FAMILIES, MESSAGE, NEEDS_NO_IF, REASONS
from scorer.corrections.places import folded
from scorer.corrections.registry import Mark, check
from scorer.corrections.stream import Matcher, Pattern, Stream, cased, stream
from scorer.pipeline.annotations import text_of

CONFIDENCE = 0.95
LOOK_BACK = 30
"""Words before "better then" among which an "if" is looked for."""
LONGEST_PHRASE = 60
EACH = 3
"""Uses of one word that are marked one by one; more are said once."""


def _checker(code: str) -> Callable[[Doc], Iterator[Mark]]:
    matcher = Matcher(FAMILIES[code])

    def find(doc: Doc) -> Iterator[Mark]:
        row = stream(doc)
        found: dict[str, list[Mark]] = {}
        for pattern, first, last in matcher.find(row):
            if pattern.meant != "than" or pattern.before[-1].words & {"rather", "more"} or not _answers_if(row, first):
                mark = _mark(text_of(doc), row, pattern, first, last)
                found.setdefault(" ".join(pattern.written), []).append(mark)
        for marks in found.values():
            yield from folded(marks, AGAIN, EACH)

    find.__doc__ = f"Taken for what was meant: {', '.join(sorted({pattern.meant for pattern in FAMILIES[code]}))}."
    return find


for _code in FAMILIES:
    check(_code)(_checker(_code))


def _answers_if(row: Stream, n: int) -> bool:
    """Whether a condition stands before, so that "then" may begin what follows from it."""
    for before in range(n - 1, max(-1, n - LOOK_BACK), -1):
        if row.word[before] in NEEDS_NO_IF:
            return True
        if row.opens[before]:
            break
    return False


def _mark(text: str, row: Stream, pattern: Pattern, first: int, last: int) -> Mark:
    start, end = row.start[first], row.end[last]
    left = row.start[first - 1] if pattern.before and first and not row.opens[first] else start
    right = row.end[last + 1] if pattern.after and last + 1 < len(row.word) and not row.opens[last + 1] else end
    phrase = " ".join(text[left:right].split())
    if len(phrase) > LONGEST_PHRASE:
        phrase = " ".join(text[start:end].split())
    written = " ".join(text[start:end].split())
    meant = cased(written, pattern.meant)
    message = MESSAGE.format(phrase=phrase, word=written, right=meant, reason=REASONS[pattern.meant])
    return Mark(start, end, message, (meant,), CONFIDENCE)
