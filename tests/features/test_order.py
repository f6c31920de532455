"""The order of sentences: plausible as written, less so shuffled, and no concern of citations or titles."""

import random

import numpy as np
import pytest
from essay_builder import build

from scorer.features.order import FEWEST, UNTOLD, order_plausibility, unbroken_words
from scorer.features.order_statistics import PAIR, PLACES, pair_features, places
from scorer.features.sentence_facts import FLAGS, PLACE, Facts, sentence_facts
from scorer.pipeline.view import view

OPENING = [
    "Have you ever waited for a bus in the rain?",
    "Many people in our town do so every morning.",
    "I believe that the town should build a shelter at every stop.",
]
FIRST = [
    "First of all, a shelter keeps riders healthy.",
    "For example, my grandmother caught a cold at a stop last winter.",
    "She had stood in the sleet for half an hour.",
    "Because of this, she stayed in bed for a week.",
]
SECOND = [
    "Second, a shelter brings more riders to the bus.",
    "Some people say that shelters cost too much.",
    "However, a rider pays for his ticket, and these tickets pay for the shelter.",
]
ENDING = [
    "In conclusion, the town should build shelters at its stops.",
    "They keep riders healthy and they pay for themselves.",
    "I hope that the next rain finds us under a roof.",
]
ESSAY = "\n\n".join(" ".join(part) for part in (OPENING, FIRST, SECOND, ENDING))


def shuffled(seed: int) -> str:
    pool = [*OPENING, *FIRST, *SECOND, *ENDING]
    random.Random(seed).shuffle(pool)
    return "\n\n".join(" ".join(pool[a:b]) for a, b in ((0, 3), (3, 7), (7, 10), (10, 13)))


def test_as_written_it_is_plausible_and_shuffled_it_is_not(nlp):
    whole = order_plausibility(nlp(ESSAY))
    mixed = [order_plausibility(nlp(shuffled(seed))) for seed in range(8)]
    assert whole > 0.9
    assert sum(value < 0.5 for value in mixed) >= 7
    assert max(mixed) < whole


def test_a_citation_in_brackets_or_a_title_changes_nothing(nlp):
    cited = ESSAY.replace("last winter.", "last winter (Okafor 12).").replace("to the bus.", "to the bus (Reed 4).")
    titled = "A Roof for the Rider\n\n" + ESSAY
    assert [order_plausibility(nlp(text)) for text in (cited, titled)] == pytest.approx(
        [order_plausibility(nlp(ESSAY))] * 2, abs=0.02
    )


@pytest.mark.parametrize("text", ["", "One.", " ".join(OPENING)])
def test_few_sentences_tell_nothing(nlp, text):
    assert order_plausibility(nlp(text)) == UNTOLD


def test_an_order_that_tells_nothing_stays_finite(nlp):
    assert 0 <= order_plausibility(nlp("Stop here. " * FEWEST)) <= 1


@pytest.mark.parametrize(
    ("marked", "flags"),
    [
        ("In conclusion, cats win.", {"ending_cue"}),
        ("Nowadays cats win.", {"opening_cue"}),
        ("Secondly, cats win.", {"later_cue"}),
        ("Lastly, cats win.", {"last_cue"}),
        ("But cats win?", {"answer", "question", "and_but"}),
        ("Cats win for example!", {"exclamation"}),
    ],
)
def test_flags_of_a_sentence(marked, flags):
    row = sentence_facts(build(marked)).flags[0]
    judged = {"opening_cue", "ending_cue", "later_cue", "last_cue", "answer", "question", "and_but", "exclamation"}
    assert {name for name in judged if row[PLACE[name]]} == flags


@pytest.mark.parametrize(
    ("sizes", "expected"),
    [
        ((3, 4, 1, 2), "start opening opening first middle middle last first ending end"),
        ((10,), "start opening middle middle middle middle middle middle ending end"),
        ((1,), "opening"),
        ((1, 1, 1), "start first end"),
    ],
)
def test_places(sizes, expected):
    assert [PLACES[k] for k in places(sizes)] == expected.split()


def test_facts_in_another_order_are_those_of_the_text_in_that_order(nlp):
    facts = sentence_facts(nlp(ESSAY))
    mixed = facts.in_order(np.arange(len(facts))[::-1])
    assert mixed.sizes == facts.sizes
    assert np.array_equal(mixed.flags[0], facts.flags[-1])
    assert np.array_equal(mixed.vectors[0], facts.vectors[-1])
    assert mixed.cues[0] == facts.cues[-1]


def test_the_cues_of_a_sentence_are_its_words_and_how_it_begins():
    (cues,) = sentence_facts(build("In short, dogs bark!")).cues
    assert cues == {"in", "short", "dogs", "bark", "1 in", "2 short", "3 dogs", "1-2 in short", "!"}


def test_sentences_about_the_same_are_alike(nlp):
    facts = sentence_facts(nlp("The dogs barked at the cat. A puppy chased the kitten. Taxes on banks rose in June."))
    assert facts.alike[0, 1] > 0.3 > facts.alike[0, 2]
    assert np.diag(facts.alike) == pytest.approx(1.0)


def test_an_essay_whose_paragraphs_keep_to_their_subject_is_more_plausible(nlp):
    dogs = ["Dogs need a walk.", "A puppy needs more walks.", "Hounds love to run.", "Every dog needs a friend."]
    banks = ["Banks lend money.", "A loan costs interest.", "Savers earn less.", "Every bank needs money."]
    kept = "\n\n".join((" ".join(dogs), " ".join(banks)))
    mixed = "\n\n".join((" ".join([*dogs[::2], *banks[::2]]), " ".join([*dogs[1::2], *banks[1::2]])))
    assert order_plausibility(nlp(kept)) > order_plausibility(nlp(mixed))


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("tree " * 200, 200),
        ("Trees\n\n" + "tree " * 199, 197.5),
        ("tree " * 100 + "\n\n" + "tree " * 100, 0),
        ("tree " * 160 + "\n\n" + "tree " * 40, 100),
        ("", 0),
    ],
)
def test_words_without_a_break(marked, words):
    assert unbroken_words(build(marked)) == pytest.approx(words)


def test_the_heading_of_the_list_is_no_paragraph_of_the_essay(nlp):
    listed = f"{ESSAY}\n\nWorks Cited\n\nOkafor, Lena. Shade for the Street. Harbor Press, 2023.\n"
    made = view(nlp(listed))
    assert len(made.worded_paragraphs) == 4
    assert made.text[-2:] == ["roof", "."]


PLAIN_PAIRS = {
    "they_after_plural": lambda a, b: a["plural"] * b["they_back"],
    "it_after_singular": lambda a, b: a["singular"] * b["it_back"],
    "he_after_person": lambda a, b: a["person"] * b["he_back"],
    "question_after_question": lambda a, b: a["question"] * b["question"],
    "answer_after_objection": lambda a, b: a["objection"] * b["answer"],
    "example_after_general": lambda a, b: (1 - a["number"]) * b["example"],
    "same_person": lambda a, b: a["first_person"] * b["first_person"] + a["second_person"] * b["second_person"],
    "same_tense": lambda a, b: a["past"] * b["past"] + (1 - a["past"]) * (1 - b["past"]),
    "numbers": lambda a, b: a["number"] * b["number"],
    "first_then_later": lambda a, b: a["first_cue"] * b["later_cue"],
}


def test_pairs_of_sentences_are_those_of_a_plain_loop():
    chance = np.random.default_rng(7)
    flags, *tables = ((chance.random((9, width)) < 0.4).astype(float) for width in (len(FLAGS), *[14] * 6))
    vectors = chance.normal(size=(9, 8))
    facts = Facts(flags, *tables, vectors=vectors, cues=(frozenset(),) * 9, sizes=(4, 5))
    rows = [dict(zip(FLAGS, row, strict=True)) for row in flags]
    found = dict(zip(PAIR, pair_features(facts), strict=True))
    for a in range(9):
        for b in range(9):
            shared = sum(facts.words[a] * facts.words[b])
            overlap = shared / max(min(sum(facts.words[a]), sum(facts.words[b])), 1)
            noun = (facts.nouns[a] * facts.nouns[b]).any()
            back = sum(rows[b][name] for name in ("this_bare", "it_back", "they_back", "this_noun"))
            expected = {name: plain(rows[a], rows[b]) for name, plain in PLAIN_PAIRS.items()} | {
                "shared_words": overlap,
                "shared_noun": noun,
                "tail_to_head": (facts.tails[a] * facts.heads[b]).any(),
                "noun_with_the": (facts.nouns[a] * facts.definite[b]).any(),
                "this_after_noun": rows[a]["singular"] * rows[b]["this_noun"] * noun,
                "back_with_words": overlap * back,
                "meaning": pytest.approx(vectors[a] @ vectors[b]),
            }
            assert {name: table[a, b] for name, table in found.items()} == expected
