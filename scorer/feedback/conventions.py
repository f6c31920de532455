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
from scorer.features.error_rate import GRAMMAR, MECHANICS
from scorer.features.misspelling import intended_word
from scorer.features.noun_errors import article_at, noun_number_at
from scorer.features.punctuation import missing_space_spans, space_before_mark_spans, unfinished_at
from scorer.features.spelling import confused_at, doubled_at, missing_apostrophes_at, misspelled_at, unknown_at
from scorer.features.view import EssayView, view
from scorer.feedback.excerpts import (
    MARKED,
    SHOWN,
    in_all,
    listed,
    place_of,
    quoted,
    quoted_end,
    quoted_word,
    sentence_at,
    span,
    times,
    whole_sentences,
    words_in,
)
from scorer.feedback.notes import Note, Place, finder
from scorer.pipeline.annotations import Found

Around = Callable[[EssayView, int], range]
CLEAN_WORDS = 8
"""Words from which a sentence without a slip is worth a word."""
UNMARKED = 60
"""Words without any mark at the end of a sentence from which one is missed."""
HEAVY_MARKS = frozenset({";", ":", "—", "–", "..."})


def _subject_and_verb(made: EssayView, verb: int) -> range:
    subjects = [k for k in (verb - 1, verb - 2) if k >= 0 and made.dep[k].startswith("nsubj")]
    first = subjects[0] if subjects else verb - 1
    while first > 0 and made.head[first - 1] == first and made.dep[first - 1] in {"compound", "amod", "det", "nmod:poss"}:
        first -= 1
    return range(first, verb + 1)


def _verb_group(made: EssayView, verb: int) -> range:
    first = verb - 1
    while first > 0 and (made.lower[first] in NEGATIONS or made.pos[first] == "ADV"):
        first -= 1
    return range(first, verb + 1)


def _noun_phrase(made: EssayView, noun: int) -> range:
    first = noun - 1
    while first > 0 and made.tag[first].startswith("JJ"):
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
    while stop < len(made) and made.is_word[stop] and made.start[stop] == made.start[stop - 1] + len(made.text[stop - 1]):
        stop += 1
    return range(k, stop)


def _joint(made: EssayView, subject: int) -> range:
    sentence = sentence_at(made, subject)
    return range(max(sentence.start, subject - 5), min(sentence.stop, subject + 3))


SLIPS: tuple[tuple[str, Callable[[Doc], Sequence[int]], Around], ...] = (
    ("verb_disagrees", subject_verb_at, _subject_and_verb),
    ("verb_form", modal_form_at, _verb_group),
    ("noun_number", noun_number_at, _noun_phrase),
    ("article", article_at, _pair),
    ("words_confused", confused_at, _pair),
    ("fragment", fragments_at, sentence_at),
    ("comma_splice", comma_splices_at, _joint),
    ("run_on", run_ons_at, _joint),
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
        shown = (f"{quoted_word(made.lower[k])} (“{intended_word(made.lower[k])}”?)" for k in wrong)
        places = tuple(place_of(made, [k]) for k in wrong[:MARKED])
        yield Note("misspelled", places, {"examples": listed(shown), "in_all": in_all(len(wrong))})
    if unknown:
        places = tuple(place_of(made, [k]) for k in unknown[:MARKED])
        yield Note("word_unknown", places, _examples(doc, places) | {"in_all": in_all(len(unknown))})
    if not (wrong or unknown or missing_apostrophes_at(doc) or doubled_at(doc) or confused_at(doc)):
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
        fields = {"beginning": quoted(doc.text, sentences[0], 6), "times": times(len(starts))}
        yield Note("beginning_small", tuple(place_of(made, [k]) for k in starts[:MARKED]), fields)
    pronouns = lower_case_i_at(doc)
    if pronouns:
        first = place_of(made, sentence_at(made, pronouns[0])[pronouns[0] - sentence_at(made, pronouns[0]).start :])
        fields = {"example": quoted(doc.text, first, 4), "times": times(len(pronouns))}
        yield Note("pronoun_small", tuple(place_of(made, [k]) for k in pronouns[:MARKED]), fields)


@finder
def spacing(doc: Doc) -> Iterator[Note]:
    """Spaces before marks, and marks without a space after them."""
    for code, spans in (("space_before_mark", space_before_mark_spans(doc)), ("space_missing", missing_space_spans(doc))):
        if spans:
            shown = [_to_spaces(doc.text, place) for place in spans]
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
    unfinished = unfinished_at(doc)
    if unfinished:
        ends = [place_of(made, range(max(0, k - 5), k + 1)) for k in unfinished]
        yield Note("final_mark_missing", tuple(ends[:SHOWN]), {"ending": quoted_end(doc.text, ends[0])})
    run = _longest_unmarked(made)
    if words_in(made, run) >= UNMARKED and made.sentence[run.start] != made.sentence[run.stop - 1]:
        place = place_of(made, run)
        fields = {"words": str(words_in(made, run)), "beginning": quoted(doc.text, place)}
        yield Note("marks_missing", (place,), fields)


@finder
def clean_sentence(doc: Doc) -> Iterator[Note]:
    """The longest sentence in which nothing was found to correct."""
    made = view(doc)
    flawed = {made.sentence[k] for find in (*GRAMMAR, *MECHANICS) for k in find(doc)}
    spaced = [start for start, _ in (*space_before_mark_spans(doc), *missing_space_spans(doc))]
    clean = [sentence for sentence in whole_sentences(doc) if made.sentence[sentence.start] not in flawed]
    for sentence in sorted(clean, key=lambda sentence: -words_in(made, sentence)):
        start, end = place_of(made, sentence)
        if words_in(made, sentence) < CLEAN_WORDS:
            return
        if not any(start <= space < end for space in spaced):
            yield Note("sentence_clean", ((start, end),), {"sentence": quoted(doc.text, (start, end))})
            return


def _near(made: EssayView, mark: Found) -> str:
    """The words before a mark, or after one that begins a paragraph."""
    before = bisect_left(made.start, mark.start)
    words = [k for k in range(max(0, before - 6), before) if made.is_word[k]]
    if words and made.paragraph[words[-1]] == made.paragraph[min(before, len(made) - 1)]:
        return f"after {quoted_end(made.doc.text, place_of(made, words[-4:]), 4)}"
    return f"before {quoted(made.doc.text, place_of(made, range(min(before + 1, len(made) - 1), len(made))), 4)}"


def _examples(doc: Doc, places: Sequence[Place]) -> dict[str, str]:
    return {
        "examples": listed(quoted(doc.text, place) for place in places),
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
