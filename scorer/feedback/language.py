"""Notes on sentences, words and phrases."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator

from spacy.lang.en.stop_words import STOP_WORDS
from spacy.tokens import Doc

from scorer.corrections.places import token_at
from scorer.features.lexicons.vocabulary import ACADEMIC, LEARNED_ENDINGS
from scorer.features.phraseology import by_first_word, phrases_at
from scorer.features.running_text import positions_of
from scorer.features.sources import own_words
from scorer.features.spelling import misspelled_at
from scorer.feedback.excerpts import (
    MARKED,
    SHOWN,
    is_alone,
    is_own,
    listed,
    longest_sentence,
    number,
    over,
    place_of,
    places_of,
    quoted,
    quoted_word,
    text_of,
    times,
    uses_in,
    whole_sentences,
    words_in,
)
from scorer.feedback.flaws import flawed_at, is_clean, is_model, is_sound
from scorer.feedback.notes import Note, Place, finder
from scorer.feedback.patterns import (
    OBJECTIONS,
    SCHOOL_WORDS,
    SET_AFTER_GOOD,
    SET_PHRASES,
    SUBORDINATE_OPENERS,
    TALK,
    VAGUE,
)
from scorer.feedback.plain_thesis import QUESTIONS
from scorer.pipeline.frequency import zipf
from scorer.pipeline.view import EssayView, shared, view

OVERLONG = 45
"""Words from which a sentence is asked to be parted."""
SHORT, LONG = 8, 20
IN_A_ROW = 3
OFTEN = 4
"""Uses from which a vague word is pointed at."""
LEANED_PER_100, LEANED_ON = 2.5, 6
UNCOMMON = (2.8, 4.0)
"""Zipf frequencies of words that are neither everyday nor obscure."""
BEGINNING = 4
"""Words that show which sentence is meant."""
ASKED = 1
"""First sentences, in which the words may be those of the question."""
PHRASE, PHRASE_USES = 5, 3
"""Words of a phrase, and its uses, from which it is said to come back."""
LEARNED_LETTERS = 8
FIXED = 0.75
"""Share of the uses of a word beside one and the same other word from which the two belong together."""

_ENDED = re.compile(r"\w\s+[.!?]+\s*\w")
"""A mark at the end of a sentence with the space on its wrong side."""
_TALK, _SET = by_first_word(TALK), by_first_word(SET_PHRASES)


@finder
def sentence_lengths(doc: Doc) -> Iterator[Note]:
    """A sentence too long to follow, a run of short ones, or a mixture."""
    made = view(doc)
    lengths = {sentence.start: words_in(made, sentence) for sentence in whole_sentences(doc)}
    whole = sorted((s for s in whole_sentences(doc) if is_own(made, s)), key=lambda sentence: lengths[sentence.start])
    chosen = whole[-1] if whole else made.worded_sentences[0]
    place, words = place_of(made, chosen), lengths.get(chosen.start, 0)
    fields = {"sentence": quoted(text_of(doc), place), "words": over(made, chosen)}
    if words >= OVERLONG:
        yield Note("sentence_overlong", (place,), fields)
    elif longest_sentence(doc) == chosen and words >= LONG:
        yield Note("sentence_longest", (place,), fields)
    elif not whole and not _ENDED.search(text_of(doc)):
        yield Note("sentence_unmarked", (place,), fields)
    for run in _runs(whole_sentences(doc), lambda s: lengths[s.start] < SHORT and _is_told(made, s)):
        fields = {"number": number(len(run)), "sentence": quoted(text_of(doc), place_of(made, run[0]))}
        yield Note("sentences_choppy", tuple(place_of(made, sentence) for sentence in run[:MARKED]), fields)
        break
    if len(whole) >= 5 and is_sound(doc) and (ends := _models(made, whole, lengths)):
        short, long = (place_of(made, sentence) for sentence in ends)
        fields = {"short": quoted(text_of(doc), short, BEGINNING), "long": quoted(text_of(doc), long, BEGINNING)}
        if fields["short"] != fields["long"]:
            yield Note("sentences_mixed", (short, long), fields)


def _is_told(made: EssayView, sentence: range) -> bool:
    """Whether a sentence is the writer's own, and neither question nor exclamation."""
    return made.text[sentence.stop - 1] == "." and is_own(made, sentence)


def _models(made: EssayView, rising: list[range], lengths: dict[int, int]) -> tuple[range, range] | None:
    """The shortest of sentences, in rising order of length, and the first long one that may be shown as good ones.

    None where there are no two such.
    """
    fitting = [s for s in rising if SHORT - 4 <= lengths[s.start] < OVERLONG]
    short = next((s for s in fitting if _is_example(made, s)), None)
    if short is None or lengths[short.start] > SHORT:
        return None
    long = next((s for s in fitting if lengths[s.start] >= LONG and _is_example(made, s)), None)
    return (short, long) if long else None


def _is_example(made: EssayView, sentence: range) -> bool:
    return (
        made.text[sentence.stop - 1] == "."
        and not is_alone(made, sentence)
        and made.lower[sentence.start] not in QUESTIONS
        and is_clean(made, sentence)
        and is_model(made, sentence)
    )


@finder
def openings(doc: Doc) -> Iterator[Note]:
    """Neighbouring sentences that begin alike, and one that opens with a subordinate clause."""
    made = view(doc)
    whole = whole_sentences(doc)
    for _, group in itertools.groupby(whole, key=lambda sentence: made.lower[sentence.start]):
        for run in _runs(list(group), lambda sentence: made.text[sentence.start].isalpha()):
            fields = {"number": number(len(run)), "word": quoted_word(made.text[run[0].start])}
            places = places_of(made, (sentence.start for sentence in run))
            yield Note("openings_repeated", places, fields)
            break
        else:
            continue
        break
    for sentence in whole if is_sound(doc) else ():
        if _ranks_ideas(made, sentence) and is_clean(made, sentence) and is_model(made, sentence):
            place = place_of(made, sentence)
            fields = {"sentence": quoted(text_of(doc), place), "word": quoted_word(made.text[sentence.start])}
            yield Note("sentence_ranks_ideas", (place,), fields)
            break


@finder
def words(doc: Doc) -> Iterator[Note]:
    """Less common words, vague ones, and one that is leaned on, unless the thesis is about it."""
    made, own = view(doc), own_words(doc)
    uncommon = _uncommon(doc)
    if len(uncommon) >= SHOWN and is_sound(doc):
        best = list(uncommon.values())[:SHOWN]
        fields = {"words": listed(quoted_word(made.lower[k]) for k in best)}
        yield Note("words_uncommon", places_of(made, best), fields)
    counts = Counter(
        made.lower[k] for k in range(len(made)) if own[k] and made.lower[k] in VAGUE and not _is_set(made, k)
    )
    for word, count in counts.most_common(1):
        uses = _uses(made, word)
        if count >= OFTEN and made.rate(count) >= 1 and len(_settings(made, uses)) >= OFTEN:
            yield Note("word_vague", uses, {"word": quoted_word(word)})
    subject = {made.lemma[k] for k in positions_of(made, doc._.thesis)} if doc._.thesis else set()
    content = Counter(
        made.lower[k]
        for k in range(len(made))
        if own[k]
        and made.pos[k] in {"NOUN", "ADJ"}
        and made.lower[k] not in VAGUE
        and made.lower[k].isalpha()
        and len(made.text[k]) > 3
        and made.lemma[k] not in subject
        and not (k and made.text[k][0].isupper())
    )
    for word, count in content.most_common(1):
        if count >= LEANED_ON and made.rate(count) >= LEANED_PER_100 and not _is_part(made, word):
            fields = {"word": quoted_word(word), "times": times(len(uses_in(text_of(doc), word)))}
            yield Note("word_leaned_on", _uses(made, word), fields)


@finder
def phrases(doc: Doc) -> Iterator[Note]:
    """Phrases of talk, phrases of written argument, and one that comes again and again."""
    made = view(doc)
    spoken = _own_phrases(made, phrases_at(made.spelled, _TALK))
    if spoken:
        count = len(spoken)
        shown = {phrase: quoted(text_of(doc), place) for phrase, place in reversed(spoken)}
        fields = {"phrases": listed(reversed(shown.values())), "number": number(count)}
        yield Note("phrases_of_talk", tuple(place for _, place in spoken[:MARKED]), fields)
    written = dict(reversed(_own_phrases(made, phrases_at(made.spelled, _SET))))
    if len(written) >= 2 and is_sound(doc):
        fields = {"phrases": listed(map(quoted_word, reversed(written)))}
        yield Note("phrases_of_argument", tuple(reversed(written.values()))[:SHOWN], fields)
    if repeated := _repeated(made, PHRASE, PHRASE_USES):
        _, starts = repeated
        places = tuple(_phrase_place(made, n, PHRASE) for n in starts[:MARKED])
        every = uses_in(text_of(doc), text_of(doc)[slice(*places[0])])
        fields = {"phrase": quoted(text_of(doc), places[0]), "times": times(max(len(every), len(starts)))}
        yield Note("phrase_repeated", places, fields)


def _runs(sentences: list[range], wanted) -> list[list[range]]:  # type: ignore[no-untyped-def]
    """Runs of at least three neighbouring sentences that are wanted."""
    runs: list[list[range]] = [[]]
    for sentence in sentences:
        if runs[-1] and (not wanted(sentence) or runs[-1][-1].stop != sentence.start):
            runs.append([])
        if wanted(sentence):
            runs[-1].append(sentence)
    return [run for run in runs if len(run) >= IN_A_ROW]


def _ranks_ideas(made: EssayView, sentence: range) -> bool:
    """Whether the sentence opens with a finite subordinate clause that a comma sets off from the main one."""
    first = sentence.start
    if (
        made.lower[first] not in SUBORDINATE_OPENERS
        or made.dep[first] != "mark"
        or made.text[sentence.stop - 1] == "?"
        or not LONG // 2 < len(sentence) <= OVERLONG
    ):
        return False
    verb = made.head[first]
    main = made.head[verb]
    return (
        made.dep[verb] == "advcl"
        and made.tag[main] != "MD"
        and any(made.dep[k].startswith("nsubj") and made.head[k] == verb for k in range(first, main))
        and not OBJECTIONS.found(made.lower, sentence[1:])
        and made.dep[main] == "ROOT"
        and main > verb
        and made.text[first:main].count(",") == 1
        and any(made.dep[k] in {"nsubj", "nsubj:pass"} and made.head[k] == main for k in sentence)
    )


@shared
def _uncommon(made: EssayView) -> dict[str, int]:
    """Learned words of middling frequency, rarest first: lemma -> first use in the writer's own words."""
    own, wrong = own_words(made.doc), flawed_at(made.doc).union(misspelled_at(made.doc))
    found: dict[str, int] = {}
    asked = range(made.worded_sentences[:ASKED][-1].stop)  # may say the question again
    given = {made.lemma[k].lower() for k in asked}
    for k in [k for k, text in enumerate(made.text) if len(text) >= LEARNED_LETTERS]:
        pos = made.pos[k]
        if pos not in {"NOUN", "VERB", "ADJ", "ADV"} or not own[k] or k in wrong:
            continue
        lemma = made.lemma[k].lower()
        learned = lemma in ACADEMIC or (
            lemma.endswith(LEARNED_ENDINGS) and not (pos == "NOUN" and lemma.endswith("ate"))
        )
        if (
            learned
            and lemma not in SCHOOL_WORDS
            and text_of(made.doc)[made.start[k] - 1 : made.start[k]] != "-"
            and made.text[k].islower()
            and made.lower[k].isalpha()
            and not (made.dep[k] == "compound" or wrong.intersection(range(max(0, k - 3), k + 4)))
            and lemma not in given
            and UNCOMMON[0] <= made.zipf[k] <= zipf(lemma) < UNCOMMON[1]
        ):
            found.setdefault(lemma, k)
    return dict(sorted(found.items(), key=lambda item: made.zipf[item[1]]))


def _is_part(made: EssayView, word: str) -> bool:
    """Whether the same word follows or comes before at nearly every use: "high school"."""
    found = [k for k, lower in enumerate(made.lower) if lower == word]
    beside = (Counter(made.lemma[k + step].lower() for k in found if 0 <= k + step < len(made)) for step in (-1, 1))
    return any(
        other.isalpha() and other not in STOP_WORDS and uses >= FIXED * len(found)
        for counts in beside
        for other, uses in counts.most_common(1)
    )


def _uses(made: EssayView, word: str) -> tuple[Place, ...]:
    own = own_words(made.doc)
    return places_of(
        made, [k for k, lower in enumerate(made.lower) if lower == word and own[k] and not _is_set(made, k)]
    )


def _settings(made: EssayView, uses: tuple[Place, ...]) -> set[tuple[str, ...]]:
    """The different words beside uses of a word: a clause that comes again has the same."""
    found = (token_at(made, start) for start, _ in uses)
    return {(*made.lower[max(0, k - 2) : k], *made.lower[k + 1 : k + 2]) for k in found}


def _is_set(made: EssayView, k: int) -> bool:
    """Whether a vague word belongs to a set phrase: "a lot", "good morning", "good at"."""
    word, after = made.lower[k], made.lower[k + 1 : k + 2]
    if made.text[k][0].isupper() and k and made.is_word[k - 1]:
        return True  # a name: "the Big Apple"
    if word == "lot":
        return made.lower[k - 1 : k] == ["a"]
    return word == "good" and bool(after) and after[0] in SET_AFTER_GOOD


def _own_phrases(made: EssayView, found: list[tuple[int, tuple[str, ...]]]) -> list[tuple[str, Place]]:
    """The phrases outside quotations, each with its place."""
    own = own_words(made.doc)
    return [
        (" ".join(phrase), _phrase_place(made, n, len(phrase)))
        for n, phrase in found
        if all(own[k] for k in made.spelled_at[n : n + len(phrase)])
    ]


def _phrase_place(made: EssayView, first: int, size: int) -> Place:
    """Offsets of so many whole words."""
    last = made.spelled_at[first + size - 1]
    after = made.spelled_at[first + size] if first + size < len(made.spelled_at) else len(made)
    while last + 1 < after and made.is_word[last + 1]:
        last += 1
    return place_of(made, range(made.spelled_at[first], last + 1))


def _repeated(made: EssayView, size: int, least: int) -> tuple[tuple[str, ...], list[int]] | None:
    """The commonest run of so many words that the writer uses at least so often, with the numbers of its first words.

    For three words or more, twice or more. Left out are runs over a comma or a sentence's end, in quotations, from the
    prompt, or of small words alone.
    """
    own, said, words = own_words(made.doc), _prompt_words(made), made.spelled
    runs: dict[tuple[str, ...], list[int]] = {}
    for n in _threes_again(made.doc):
        if n + size <= len(words):
            runs.setdefault(tuple(words[n : n + size]), []).append(n)
    often = [(phrase, starts) for phrase, starts in runs.items() if len(starts) >= least]
    for phrase, starts in sorted(often, key=lambda one: -len(one[1])):
        if STOP_WORDS.issuperset(phrase) or " ".join(phrase) in said:
            continue
        first, last = made.spelled_at[starts[0]], made.spelled_at[starts[0] + size - 1]
        together = made.sentence[first] == made.sentence[last] and all(own[made.spelled_at[n]] for n in starts)
        named = sum(made.text[k][0].isupper() for k in range(first, last + 1)) * 2 > size  # it is called so
        if together and not named and all(made.is_word[k] for k in range(first, last)):
            return phrase, starts
    return None


@shared
def _threes_again(made: EssayView) -> list[int]:
    """The numbers of the words that begin three in a row which come more than once."""
    threes = list(zip(made.spelled, made.spelled[1:], made.spelled[2:], strict=False))
    uses = Counter(threes)
    return [n for n, three in enumerate(threes) if uses[three] > 1]


def _prompt_words(made: EssayView) -> str:
    given, found = made.doc._.given_prompt, made.doc._.prompt
    text = given or (text_of(made.doc)[found.start : found.end] if found else "")
    return " ".join(text.lower().split())
