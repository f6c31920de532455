"""Errors: each is found in a sentence that has it, at the word that a teacher would mark, and not in its correction."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from scorer.features import registered
from scorer.features.agreement import modal_form_at, subject_verb_at
from scorer.features.boundaries import comma_splices_at, fragments_at, run_ons_at
from scorer.features.capitals import lower_case_i_at, lower_case_names_at, lower_case_starts_at, stray_capitals_at
from scorer.features.misspelling import COMMON, intended_word
from scorer.features.noun_errors import article_at, noun_number_at
from scorer.features.spelling import confused_at, doubled_at, missing_apostrophes_at, misspelled_at, unknown_at
from scorer.pipeline.frequency import common_words, zipf
from scorer.pipeline.view import view

Finder = Callable[[Doc], list[int]]


@pytest.mark.parametrize(
    ("find", "text", "words"),
    [
        (subject_verb_at, "She go to school every day.", ["go"]),
        (subject_verb_at, "They was happy at home.", ["was"]),
        (subject_verb_at, "The students needs more time.", ["needs"]),
        (subject_verb_at, "He don't like the food.", ["do"]),
        (modal_form_at, "She can goes to the park.", ["goes"]),
        (modal_form_at, "He didn't went to school.", ["went"]),
        (noun_number_at, "This things are important to me.", ["things"]),
        (noun_number_at, "There are many student in this school.", ["student"]),
        (noun_number_at, "It is one of the reason why I left.", ["reason"]),
        (article_at, "He ate a apple and saw an car.", ["a", "an"]),
        (article_at, "It was an useful tool.", ["an"]),
        (doubled_at, "We left when when it rained.", ["when"]),
        (confused_at, "They should of asked there parents first.", ["should", "there"]),
        (confused_at, "It is better then the old one.", ["better"]),
        (confused_at, "I know your going to win.", ["your"]),
        (missing_apostrophes_at, "I dont know and he cant go.", ["do", "ca"]),
        (missing_apostrophes_at, "Its a good idea, but it did'nt work.", ["Its", "did'nt"]),
        (unknown_at, "They made a conclution.", ["conclution"]),
        (misspelled_at, "The studnets were confiused.", ["studnets", "confiused"]),
        (fragments_at, "We stayed at home. Because it was raining. We slept.", ["Because"]),
        (comma_splices_at, "My mother is a doctor, she works at night.", ["she"]),
        (run_ons_at, "The bus was very late we waited for an hour.", ["we"]),
        (lower_case_i_at, "My friend and i went home.", ["i"]),
        (lower_case_starts_at, "We ate. then we left.", ["then"]),
        (lower_case_names_at, "I speak english on monday.", ["english", "monday"]),
        (stray_capitals_at, "We went home and The dog slept.", ["The"]),
    ],
)
def test_found_where_it_stands(nlp: Language, find: Finder, text: str, words: list[str]) -> None:
    doc = nlp(text)
    assert [view(doc).text[k] for k in find(doc)] == words


@pytest.mark.parametrize(
    ("find", "text"),
    [
        (subject_verb_at, "She goes. They were here. The students need time. Does he like it? Let it go."),
        (subject_verb_at, "I insist that he go. Ten years is a long time. Joining gangs is bad."),
        (subject_verb_at, "Asking people for advice helps. The one with the most votes is president."),
        (modal_form_at, "She can go. He did not go. They could have won. We used to live here. I want to put it down."),
        (noun_number_at, "These things matter. Many high school students work. It is one of the best school teams."),
        (noun_number_at, "Every few weeks we meet. This news is good. A few people came. Each one of the girls won."),
        (article_at, "An hour at a university, an honest man, a one-time offer, an unimportant detail."),
        (article_at, "I got an A and a B. He moved to an historic town."),
        (doubled_at, "I know that that man had had a very very long day."),
        (confused_at, "They could have asked their parents. It is better than that; then we left. Your team won."),
        (missing_apostrophes_at, "I don't know. The dog ate its food. We were well, and she'll ill-treat no one."),
        (unknown_at, "Kowalczyk lives in Brzezinka. The USSR and @CAPS1 met STUDENT_NAME."),
        (misspelled_at, "The loner wore a beige cardigan. She procrastinates. His thesis was terse."),
        (fragments_at, "We stayed because it rained. If it rains, we stay. Go home now. Why not?"),
        (comma_splices_at, "When I was young, she worked. I think, she said. My mother, a doctor, works at night."),
        (run_ons_at, "When I came home I slept. The food they like is cheap. Every time we go, we win."),
        (lower_case_i_at, "My friend and I went home. See point (i) below."),
        (lower_case_starts_at, "We ate. Then we left. It cost 3.5 dollars, e.g. for lunch."),
        (stray_capitals_at, "We went to New York on Monday, and I saw The Times there. He said, \"The dog.\""),
    ],
)  # fmt: skip
def test_correct_english_is_left_alone(nlp: Language, find: Finder, text: str) -> None:
    doc = nlp(text)
    assert [view(doc).text[k] for k in find(doc)] == []


@pytest.mark.parametrize(
    ("name", "high", "low"),
    [
        ("fused_or_split_words", "Alot of them hurt them selves.", "A lot of them hurt themselves."),
        ("texting_words", "u should go cuz its fun", "You should go because it is fun."),
        ("impossible_forms", "The childrens goed there for informations.", "The children went there for information."),
        ("shouted_words", "This is VERY WRONG.", "This is very wrong."),
        ("capital_accuracy", "We ate. Then I left.", "we ate. then i left."),
        ("unmarked_ends", "We went to the park yesterday\nAnd then we ate", "We went to the park. And then we ate."),
        ("overlong_sentences", "I think that " * 20 + "it is late.", "I think that it is late. It is late."),
        ("commas", "In short, dogs, cats, and birds eat.", "In short dogs and cats and birds eat."),
        ("commas_per_clause", "In short, dogs, cats, and birds eat.", "In short dogs and cats and birds eat."),
        ("final_marks", "We ate. We left. We slept.", "We ate and we left and we slept."),
        ("clauses_per_final_mark", "We ate and we left and we slept", "We ate. We left. We slept."),
        ("punctuation_types", "Wait; we ate (twice), he said: no!", "Wait. We ate. He said no."),
        ("advanced_punctuation", "We ate; they slept: all was well.", "We ate, they slept, all was well."),
        ("exclamation_marks", "We won!!!", "We won."),
        ("hyphens", "A well-known part-time job.", "A known job - a good one."),
        ("contractions", "I don't know, it's late.", "I do not know, it is late."),
        ("possessives", "My mother's house is old.", "The house of my mother is old."),
        ("opening_commas", "After the long war ended, the two old friends met in the town again.",
         "After the long war ended the two old friends met in the town again."),
        ("grammar_errors", "She go home. They was sad.", "She goes home. They were sad."),
        ("mechanics_errors", "i dont beleive it. we left.", "I don't believe it. We left."),
        ("log_errors", "i dont beleive it. she go home.", "I don't believe it. She goes home."),
        ("clean_sentences", "I don't believe it. She goes home.", "i dont beleive it. she go home."),
        ("spelling_errors", "The studnets like conclutions.", "The students like conclusions."),
    ],
)  # fmt: skip
def test_high_and_low(nlp: Language, name: str, high: str, low: str) -> None:
    measure = registered()[name].measure
    assert measure(nlp(high)) > measure(nlp(low)) >= 0


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("commas", "Yes, we ate, sadly.", 50.0),
        ("clean_sentences", "We ate. i left.", 0.5),
    ],
)
def test_value_by_hand(nlp: Language, name: str, text: str, expected: float) -> None:
    assert registered()[name].measure(nlp(text)) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("word", "meant"),
    [("becuase", "because"), ("studnets", "students"), ("beleive", "believe"), ("house", None), ("cat", None),
     ("learners", None), ("obelisk", None), ("xqzvw", None), ("don't", None)],
)  # fmt: skip
def test_intended_word(word: str, meant: str | None) -> None:
    assert intended_word(word) == meant


@pytest.mark.parametrize("least", [COMMON, 6.0])
def test_common_words_are_those_of_a_frequency(least: float) -> None:
    words = ["the", "because", "students", "believe", "house", "learners", "obelisk", "becuase", "nowhere", "cat", "of"]
    assert common_words(least).intersection(words) == {word for word in words if zipf(word) >= least}
