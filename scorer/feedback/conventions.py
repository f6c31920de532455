"""Notes on grammar, spelling, capitals, punctuation and spacing: each kind of slip once, with its first places."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence

from spacy.tokens import Doc

from scorer.features.agreement import NEGATIONS, modal_form_at, subject_verb_at
from scorer.features.boundaries import comma_splices_at, fragments_at, run_ons_at
from scorer.features.capitals import (
    FINAL_MARKS,
    lower_case_i_at,
    lower_case_names_at,
    lower_case_starts_at,
    stray_capitals_at,
)
from scorer.features.connectives import opening_connective
from scorer.features.error_rate import GRAMMAR, MECHANICS
from scorer.features.lexicons.grammar import PLURAL_DETERMINERS, SINGULAR_DETERMINERS
from scorer.features.misspelling import intended_word
from scorer.features.noun_errors import article_at, noun_number_at
from scorer.features.punctuation import missing_space_spans, space_before_mark_spans, unfinished_at
from scorer.features.spelling import confused_at, doubled_at, missing_apostrophes_at, misspelled_at, unknown_at
from scorer.features.view import EssayView, view
from scorer.feedback.excerpts import (
    MARKED,
    SHOWN,
    in_all,
    is_alone,
    listed,
    place_of,
    quoted,
    quoted_end,
    quoted_word,
    sentence_at,
    span,
    text_of,
    times,
    whole_sentences,
    words_in,
)
from scorer.feedback.notes import Note, Place, finder
from scorer.feedback.patterns import SET_OFF
from scorer.pipeline.annotations import Found

Around = Callable[[EssayView, int], range]
CONTRACTED = ("n't", "'ve", "'m")
"""Ends of short forms that stand for one thing only."""
CERTAIN_LETTERS = 6
UNMARKED = 60
"""Words without any mark at the end of a sentence from which one is missed."""
DETERMINERS = SINGULAR_DETERMINERS | PLURAL_DETERMINERS
RELATIVE_SUBJECTS = frozenset({"i", "we", "you", "they"})
HEAVY_MARKS = frozenset({";", ":", "—", "–", "..."})


def _subject_and_verb(made: EssayView, verb: int) -> range:
    subjects = [k for k in (verb - 1, verb - 2) if k >= 0 and made.dep[k].startswith("nsubj")]
    first = subjects[0] if subjects else verb - 1
    while (
        first > 0 and made.head[first - 1] == first and made.dep[first - 1] in {"compound", "amod", "det", "nmod:poss"}
    ):
        first -= 1
    return range(first, verb + 1)


def _disagreeing_at(doc: Doc) -> list[int]:
    """Verbs that disagree with a subject that no preposition governs ("for others is")."""
    made = view(doc)
    first = {verb: _subject_and_verb(made, verb).start for verb in subject_verb_at(doc)}
    return [verb for verb, start in first.items() if start == 0 or made.pos[start - 1] != "ADP"]


def _formed_wrong_at(doc: Doc) -> list[int]:
    """Inflected verbs where a plain one is due; "what it comes to is" is none."""
    made = view(doc)
    return [k for k in modal_form_at(doc) if made.lower[k - 1 : k + 1] != ["to", "is"]]


def _run_ons_at(doc: Doc) -> list[int]:
    """Subjects before which a mark is missing and which open no relative clause ("the college I want")."""
    made = view(doc)
    return [k for k in run_ons_at(doc) if made.lower[k] not in RELATIVE_SUBJECTS or made.pos[k - 1] != "NOUN"]


def _fragments_at(doc: Doc) -> list[int]:
    """Fragments among other sentences; one that is a paragraph of its own may be a heading."""
    made = view(doc)
    return [k for k in fragments_at(doc) if not is_alone(made, sentence_at(made, k))]


def _verb_group(made: EssayView, verb: int) -> range:
    first = verb - 1
    while first > 0 and (made.lower[first] in NEGATIONS or made.pos[first] == "ADV"):
        first -= 1
    return range(first, verb + 1)


def _noun_phrase(made: EssayView, noun: int) -> range:
    first = noun - 1
    while first > 0 and made.tag[first].startswith("JJ") and made.lower[first] not in DETERMINERS:
        first -= 1
    if first >= 2 and made.lower[first - 2 : first] == ["one", "of"]:
        first -= 2
    return range(first, noun + 1)


def _pair(made: EssayView, k: int) -> range:
    return range(k, min(k + 2, len(made)))


def _doubled(made: EssayView, k: int) -> range:
    return range(k - 1, k + 1)


def _word(made: EssayView, k: int) -> range:
    """The whole word that begins at a position; "its" with the word after it."""
    if made.lower[k] == "its":
        return _pair(made, k)
    stop = k + 1
    while (
        stop < len(made) and made.is_word[stop] and made.start[stop] == made.start[stop - 1] + len(made.text[stop - 1])
    ):
        stop += 1
    return range(k, stop)


def _joint(made: EssayView, subject: int) -> range:
    sentence = sentence_at(made, subject)
    return range(max(sentence.start, subject - 5), min(sentence.stop, subject + 3))


SLIPS: tuple[tuple[str, Callable[[Doc], Sequence[int]], Around], ...] = (
    ("verb_disagrees", _disagreeing_at, _subject_and_verb),
    ("verb_form", _formed_wrong_at, _verb_group),
    ("noun_number", noun_number_at, _noun_phrase),
    ("article", article_at, _pair),
    ("words_confused", confused_at, _pair),
    ("fragment", _fragments_at, sentence_at),
    ("comma_splice", comma_splices_at, _joint),
    ("run_on", _run_ons_at, _joint),
    ("word_doubled", doubled_at, _doubled),
    ("apostrophe_missing", missing_apostrophes_at, _word),
    ("name_small", lower_case_names_at, _word),
    ("capital_stray", stray_capitals_at, _word),
)
"""Code, finder, and the words around a finding that show what is meant."""


@finder
def slips(doc: Doc) -> Iterator[Note]:
    """Every kind of slip that is shown by the words themselves."""
    made = view(doc)
    for code, find, around in SLIPS:
        places = [place_of(made, around(made, k)) for k in find(doc)]
        if places:
            yield Note(code, tuple(places[:MARKED]), _examples(doc, places))


@finder
def spelling(doc: Doc) -> Iterator[Note]:
    """Likely misspellings with what was meant, words that no list knows, or none of either."""
    made = view(doc)
    wrong, unknown = misspelled_at(doc), [k for k in unknown_at(doc) if k not in misspelled_at(doc)]
    if wrong:
        shown = (_suggested(made.lower[k]) for k in wrong)
        places = tuple(place_of(made, [k]) for k in wrong[:MARKED])
        yield Note("misspelled", places, {"examples": listed(shown), "in_all": in_all(len(wrong))})
    if unknown:
        places = tuple(place_of(made, [k]) for k in unknown[:MARKED])
        yield Note("word_unknown", places, _examples(doc, places) | {"in_all": in_all(len(unknown))})
    if not any(find(doc) for find in (*MECHANICS, confused_at)):
        longest = max(made.spelled_at, key=lambda k: (made.zipf[k] > 0 and made.text[k].islower()) * len(made.text[k]))
        fields = {"words": str(len(made.spelled)), "word": quoted_word(made.text[longest])}
        yield Note("spelling_clean", (place_of(made, [longest]),), fields)


@finder
def capitals(doc: Doc) -> Iterator[Note]:
    """Small letters at the beginning of sentences, and the pronoun "i"."""
    made = view(doc)
    starts = lower_case_starts_at(doc)
    if starts:
        sentences = [place_of(made, range(k, max(k + 1, sentence_at(made, k).stop))) for k in starts]
        fields = {"beginning": quoted(text_of(doc), sentences[0], 6), "times": times(len(starts))}
        yield Note("beginning_small", tuple(place_of(made, [k]) for k in starts[:MARKED]), fields)
    pronouns = lower_case_i_at(doc)
    if pronouns:
        first = place_of(made, sentence_at(made, pronouns[0])[pronouns[0] - sentence_at(made, pronouns[0]).start :])
        fields = {"example": quoted(text_of(doc), first, 4), "times": times(len(pronouns))}
        yield Note("pronoun_small", tuple(place_of(made, [k]) for k in pronouns[:MARKED]), fields)


@finder
def spacing(doc: Doc) -> Iterator[Note]:
    """Spaces before marks, and marks without a space after them."""
    for code, spans in (
        ("space_before_mark", space_before_mark_spans(doc)),
        ("space_missing", missing_space_spans(doc)),
    ):
        if spans:
            shown = [_to_spaces(text_of(doc), place) for place in spans]
            fields = {"examples": listed(shown), "times": times(len(spans))}
            yield Note(code, tuple(spans[:MARKED]), fields)


@finder
def marks(doc: Doc) -> Iterator[Note]:
    """Quotation marks without a partner, a paragraph without a final mark, a long stretch without one."""
    made = view(doc)
    told = {item.end for item in doc._.quotations if item.unopened and item.citation is not None}
    for mark in doc._.unbalanced_quotes:
        if mark.end not in told:
            yield Note("quotation_mark_alone", (span(mark),), {"near": _near(made, mark)})
            break
    ends = [] if doc._.paragraphs_guessed else unfinished_at(doc)
    unfinished = [k for k in ends if not is_alone(made, sentence_at(made, k))]
    if unfinished:
        places = [place_of(made, range(max(0, k - 5), k + 1)) for k in unfinished]
        yield Note("final_mark_missing", tuple(places[:SHOWN]), {"ending": quoted_end(text_of(doc), places[0])})
    run = _longest_unmarked(made)
    told_as_one = any(sentence.start == run.start for sentence in whole_sentences(doc))
    if words_in(made, run) >= UNMARKED and not told_as_one:
        place = place_of(made, run)
        fields = {"words": str(words_in(made, run)), "beginning": quoted(text_of(doc), place)}
        yield Note("marks_missing", (place,), fields)


@finder
def in_place(doc: Doc) -> Iterator[Note]:
    """Apostrophes and commas that stand where they should; the longest sentence where no slip of grammar was found."""
    made = view(doc)
    contracted = [
        (word, place_of(made, _word(made, k)))
        for k, word in zip(made.spelled_at, made.spelled, strict=True)
        if word.endswith(CONTRACTED)
    ]
    if len(contracted) >= SHOWN and not missing_apostrophes_at(doc):
        fields = {"examples": listed(quoted_word(word) for word, _ in contracted)}
        yield Note("apostrophes_right", tuple(place for _, place in contracted[:SHOWN]), fields)
    opened = [(s, opening_connective(made, s)) for s in made.worded_sentences]
    set_off = [(s, s.start + len(words)) for s, words in opened if " ".join(words) in SET_OFF]
    if len(set_off) >= SHOWN and all(_is_comma_at(made, k) for _, k in set_off):
        places = [place_of(made, range(s.start, k + 1)) for s, k in set_off]
        fields = {"examples": listed(quoted_word(text_of(doc)[start:end]) for start, end in places)}
        yield Note("opening_commas_right", tuple(places[:SHOWN]), fields)
    if not any(find(doc) for find in GRAMMAR):
        longest = max(made.worded_sentences, key=lambda sentence: words_in(made, sentence))
        place = place_of(made, longest)
        yield Note("grammar_check", (place,), {"sentence": quoted(text_of(doc), place)})


def _is_comma_at(made: EssayView, k: int) -> bool:
    """Whether a comma follows the word before at once."""
    return k < len(made) and made.text[k] == "," and made.start[k] == made.start[k - 1] + len(made.text[k - 1])


def _suggested(word: str) -> str:
    """A word with what may have been meant, where it is long enough to leave little choice."""
    meant = intended_word(word) or ""
    certain = len(word) >= CERTAIN_LETTERS and meant[:1] == word[0]
    return f"{quoted_word(word)} (“{meant}”?)" if certain else quoted_word(word)


def _near(made: EssayView, mark: Found) -> str:
    """The words before a mark, or after one that begins a paragraph."""
    before = bisect_left(made.start, mark.start)
    words = [k for k in range(max(0, before - 6), before) if made.is_word[k]]
    if words and made.paragraph[words[-1]] == made.paragraph[min(before, len(made) - 1)]:
        return f"after {quoted_end(text_of(made.doc), place_of(made, words[-4:]), 4)}"
    return f"before {quoted(text_of(made.doc), place_of(made, range(min(before + 1, len(made) - 1), len(made))), 4)}"


def _examples(doc: Doc, places: Sequence[Place]) -> dict[str, str]:
    return {
        "examples": listed(quoted(text_of(doc), place) for place in places),
        "in_all": in_all(len(places)),
        "times": times(len(places)),
    }


def _to_spaces(text: str, place: Place) -> str:
    """The words that a place touches, in quotation marks, with the spacing as it is."""
    start, end = place
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return quoted_word(text[start:end])


def _longest_unmarked(made: EssayView) -> range:
    """The longest stretch inside a paragraph without a final mark or one that could stand for it."""
    best, start = range(0), 0
    for k in range(len(made) + 1):
        ends = k == len(made) or made.text[k] in FINAL_MARKS or made.text[k] in HEAVY_MARKS
        if ends or (k > start and made.paragraph[k] != made.paragraph[k - 1]):
            if k - start > len(best):
                best = range(start, k)
            start = k + 1 if ends else k
    return best
