"""Length, vocabulary, sentences and phrases: a text where each measure is high, and one where it is low."""

from __future__ import annotations

from math import log, sqrt

import pytest
from spacy.language import Language

from scorer.features import registered
from scorer.features.diversity import mattr_of, mtld_of
from scorer.features.word_form import syllables
from scorer.pipeline.frequency import zipf

PLAIN = "Dogs are good. Dogs are fun. Dogs are nice. Dogs are big. I like dogs. I like big dogs."
RICH = (
    "Although critics dismiss public libraries as relics of another century, these quiet institutions still nourish "
    "curiosity, welcome strangers, and defend the fragile habit of sustained attention. When funding collapses, "
    "neighborhoods lose more than shelves of dusty paperbacks, because the children who gathered there after school "
    "have nowhere comparable to go. Cities should therefore protect them."
)


@pytest.mark.parametrize(
    ("name", "high", "low"),
    [
        ("words", RICH, PLAIN),
        ("unique_words", RICH, PLAIN),
        ("content_lemma_range", RICH, PLAIN),
        ("mtld", RICH, PLAIN),
        ("mtld_content", RICH, PLAIN),
        ("mattr_50", RICH, PLAIN),
        ("hdd", RICH, PLAIN),
        ("root_ttr", RICH, PLAIN),
        ("maas", PLAIN, RICH),
        ("hapax_share", RICH, PLAIN),
        ("commonest_lemma_share", PLAIN, RICH),
        ("noun_variation", RICH, PLAIN),
        ("verb_variation", RICH, PLAIN),
        ("adjective_variation", RICH, PLAIN),
        ("adverb_variation", RICH, PLAIN),
        ("lexical_density", "Fierce storms destroyed wooden houses.", "It is what it is, and he was with them."),
        ("zipf_words", PLAIN, RICH),
        ("zipf_content", PLAIN, RICH),
        ("zipf_content_types", PLAIN, RICH),
        ("zipf_spread", "The dog saw an obelisk. The good man sat.", "The dog saw a man. The good man sat."),
        ("zipf_rarest_decile", PLAIN, RICH),
        ("zipf_nouns", "The people want the thing.", "The librarians want the paperbacks."),
        ("zipf_verbs", "They make it and get it.", "They nourish it and dismiss it."),
        ("zipf_adjectives", "A good dog and a big cat.", "A fragile dog and a dusty cat."),
        ("zipf_adverbs", "He just left. He really left.", "He abruptly left. He reluctantly left."),
        ("share_below_zipf_3", "The gondolier sharpened his halberd.", "The man took his book."),
        ("share_below_zipf_4", RICH, PLAIN),
        ("share_below_zipf_5", RICH, PLAIN),
        ("share_mid_zipf", RICH, PLAIN),
        ("advanced_word_range", RICH, PLAIN),
        ("academic_words", "The data indicate a significant contrast.", "The dog ate my lunch at home."),
        ("academic_types", "The data indicate a significant contrast.", "The data and the data and the data."),
        ("vague_words", "Things are good and stuff is nice.", "Floods are deadly and drought is costly."),
        ("intensifiers", "It is really very good, so very good.", "It is good and it is cheap."),
        ("word_length", RICH, PLAIN),
        ("word_length_spread", "A institutionalization is.", "The cat sat and the dog ran."),
        ("syllables_per_word", RICH, PLAIN),
        ("polysyllables", RICH, PLAIN),
        ("long_words", RICH, PLAIN),
        ("very_long_words", RICH, PLAIN),
        ("learned_endings", "Education and equality need attention.", "The schools and the town need help."),
        ("reading_grade", RICH, PLAIN),
        ("sentence_length", RICH, PLAIN),
        ("log_sentence_length", RICH, PLAIN),
        ("sentence_length_spread", RICH, PLAIN),
        ("sentence_length_variation", RICH, PLAIN),
        ("longest_sentence", RICH, PLAIN),
        ("short_sentences", PLAIN, RICH),
        ("clauses_per_sentence", "I know that you think that he left.", "I know you. You know him."),
        ("clause_length", "The old man in the park reads long books about war.", "He sits. He reads. He rests."),
        ("t_unit_length", RICH, PLAIN),
        ("t_units_per_sentence", "I ran, and he walked, and she slept.", "I ran. He walked. She slept."),
        ("subordinate_share", "I left because it was late.", "I left. It was late."),
        ("adverbial_clauses", "I left because it was late.", "I left. It was late."),
        ("complement_clauses", "She believes that dogs can talk.", "She has dogs. They can talk."),
        ("relative_clauses", "The man who lives here sings.", "The man lives here. He sings."),
        ("open_clauses", "I want to go. I hope to win.", "I will go. I will win."),
        ("clausal_subjects", "Working alone is hard.", "This work is hard."),
        ("coordination", "Dogs and cats and birds eat and sleep.", "Dogs sleep. Cats eat."),
        ("coordinate_phrases", "We need books and teachers and paper.", "We ran and they slept."),
        ("ands", "Dogs and cats and birds and fish.", "Dogs or cats or birds or fish."),
        ("relation_entropy", RICH, "Dogs bark. Cats sleep. Birds sing."),
        ("relation_types", RICH, PLAIN),
        ("dependency_distance", RICH, PLAIN),
        ("longest_dependency", RICH, PLAIN),
        ("tree_depth", RICH, PLAIN),
        ("deepest_tree", RICH, PLAIN),
        ("left_branching", "The very old brown dog sleeps.", "Dogs sleep on beds in rooms."),
        ("words_before_main_verb", "When the long day ended, we slept.", "We slept when the long day ended."),
        ("late_main_verbs", "When the very long and tiring day of work finally ended, we slept.", "We slept well."),
        ("modifiers_per_noun", "The old wooden house of my uncle fell.", "The house fell."),
        ("rich_nouns", "The old wooden house in the town fell.", "The house fell. The town was there."),
        ("complex_nominals", "The old house fell on the red car.", "The house fell on the car."),
        ("adjectives_per_noun", "The old house hit a red car.", "The house hit a car."),
        ("phrases_per_noun", "The cost of the war was high.", "The war was high. The cost was high."),
        ("compounds_per_noun", "The energy policy failed.", "The policy failed."),
        ("nominalisations", "The development of education needs improvement.", "The dog needs food and a home."),
        ("prepositions", "He sat in the park by the lake under a tree.", "He likes parks, lakes and trees."),
        ("nouns_per_verb", "The cost of the war in the city rose.", "He came and saw and won and left."),
        ("determiners_per_noun", "The dog and the cat saw my house.", "Dogs and cats saw houses."),
        ("passives", "The house was built. It was sold.", "They built the house. They sold it."),
        ("modals", "We should go. You can stay. He must eat.", "We went. You stayed. He ate."),
        ("infinitives", "I want to go and I need to eat.", "I go and I eat."),
        ("ing_forms", "He is running and swimming.", "He runs and swims."),
        ("past_participles", "The house was built and sold.", "They build houses."),
        ("perfects", "I have seen it. She has gone.", "I see it. She goes."),
        ("past_share", "He came. He saw. He won.", "He comes. He sees. He wins."),
        ("verb_form_entropy", "He has gone, I went, they go and you should be going.", "I go. They go. We go."),
        ("tense_shifts", "He went home. He eats food. He slept well.", "He went home. He ate food. He slept well."),
        ("basic_verbs", "He has dogs. He is sad. They make food.", "He owns dogs. They cook food. We run."),
        ("pos_pair_entropy", RICH, PLAIN),
        ("pos_pair_mattr", RICH, PLAIN),
        ("opening_entropy", "Dogs bark. In parks we run. Slowly he left.", "He ran. He ate. He slept."),
        ("opening_variety", "Dogs bark. We run. Birds sing.", "We bark. We run. We sing."),
        ("repeated_openings", "We bark. We run. We sing.", "Dogs bark. We run. Birds sing."),
        ("pronoun_openings", "We bark. They run.", "Dogs bark. Birds sing."),
        ("loose_openings", "And we ran. So he left. Because he could.", "We ran. He left. He could."),
        ("fronted_openings", "In the park, we ran. Slowly, he left.", "We ran in the park. He left slowly."),
        ("questions", "Why do we run? Who knows?", "We run. He knows."),
        ("structure_similarity", "Dogs bark. Birds sing.", "Dogs bark. In the big park we saw an old man."),
        ("repeated_bigrams", "I like dogs. I like cats. I like birds.", "I like dogs. You hate cats."),
        ("repeated_trigrams", "I like red dogs. I like red cats.", "I like red dogs. You hate blue cats."),
        ("repeated_fivegrams", "I like the old red dog. I like the old red cat.", "I like the old red dog."),
        ("bigram_mattr", RICH, PLAIN),
        ("argument_formulas", "As a result, in order to win, we ran.", "Then we ran and we won."),
        ("argument_formula_types", "As a result, in order to win, we ran.", "As a result we ran."),
        ("spoken_phrases", "I think it is kind of a lot, you know.", "It is large."),
        ("phrasal_verbs", "He gave up. They woke up.", "He stopped. They woke."),
        ("preposition_types", "He sat in a car by the lake under a tree.", "He sat in a car in a park in town."),
        (
            "verb_object_variety",
            "He eats bread, reads books and sings songs.",
            "He eats bread. I eat bread. We eat bread.",
        ),
        ("adjective_noun_variety", "A red car, an old man, a big dog.", "A red car, a red car, a red car."),
        ("first_person", "I like my dog, and we run.", "Dogs run."),
        ("second_person", "You like your dog.", "Dogs run."),
    ],
)
def test_high_and_low(nlp: Language, name: str, high: str, low: str) -> None:
    measure = registered()[name].measure
    assert measure(nlp(high)) > measure(nlp(low)) >= (-5 if name == "reading_grade" else 0)


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("words", "I don't know. He cannot go!", 6),  # contractions are one word
        ("sentences", "I know. He left. !!!", 2),
        ("log_words", "One two.", log(3)),
        ("unique_words", "The dog saw the dog.", 3),
        ("root_ttr", "The dog saw the dog.", 3 / sqrt(5)),
        ("maas", "The dog saw the dog.", (log(5) - log(3)) / log(5) ** 2),
        ("hapax_share", "The dog saw the dog.", 1 / 3),
        ("hdd", "The dog saw the dog.", 3 / 5),
        ("mattr_50", "The dog saw the dog.", 3 / 5),
        ("sentence_length", "Dogs bark. The cats sleep here.", 3),
        ("sentence_length_spread", "Dogs bark. The cats sleep here.", 1),
        ("sentence_length_variation", "Dogs bark. The cats sleep here.", 1 / 3),
        ("longest_sentence", "Dogs bark. The cats sleep here.", 4),
        ("short_sentences", "Dogs bark. The cats sleep here.", 1),
        ("opening_variety", "We bark. We run. Birds sing.", 2 / 3),
        ("repeated_openings", "We bark. We run. Birds sing.", 1 / 2),
        ("repeated_trigrams", "I like red dogs. I like red cats.", 2 / 6),
        ("word_length", "A cat.", 2),
        ("ands", "Dogs and cats run.", 25),
        ("vague_words", "Stuff is good.", 200 / 3),
        ("zipf_nouns", "A dog.", zipf("dog")),
    ],
)
def test_value_by_hand(nlp: Language, name: str, text: str, expected: float) -> None:
    assert registered()[name].measure(nlp(text)) == pytest.approx(expected)


def test_mtld_counts_factors_as_published() -> None:
    # "a a" falls to .5 at once: a factor for every two words, in both directions.
    assert mtld_of(["a"] * 10) == 2.0
    assert mtld_of(["all", "of", "these", "words", "differ"]) == 5.0


def test_mattr_is_the_mean_over_windows() -> None:
    words = ["a", "b", "a", "c", "c", "c", "d"]
    windows = [words[i : i + 3] for i in range(5)]
    assert mattr_of(words, 3) == pytest.approx(sum(len(set(w)) / 3 for w in windows) / 5)


def test_hdd_is_the_expected_variety_of_a_sample(nlp: Language) -> None:
    # 84 words, two kinds, half each: a sample of 42 all but surely holds both.
    assert registered()["hdd"].measure(nlp("dog cat " * 42)) == pytest.approx(2 / 42, abs=1e-6)


@pytest.mark.parametrize(
    ("word", "count"),
    [("cat", 1), ("table", 2), ("make", 1), ("walked", 1), ("wanted", 2), ("education", 4), ("houses", 2), ("the", 1)],
)
def test_syllables(word: str, count: int) -> None:
    assert syllables(word) == count


def test_misspellings_are_not_rare_words(nlp: Language) -> None:
    measure = registered()["share_below_zipf_3"].measure
    assert measure(nlp("The studnet likes his teachar.")) == 0.0
