"""What the second look at a sentence sees."""

import numpy as np
import pytest

from scorer.flags.company import EVEN, MEASURES, likeliest, measures

UNITS = np.array([[1.0, 0.0], [0.8, 0.6], [0.0, 1.0], [0.6, 0.8]], dtype=np.float32)
"""Two sentences near the assignment, two near each other."""
CENTRE = np.array([1.0, 0.0], dtype=np.float32)
LEMMAS = [["bus", "town"], ["bus"], ["whale", "sea"], ["whale"]]
CHANCES = np.array([0.1, 0.2, 0.9, 0.8])


@pytest.fixture(scope="module")
def seen():
    return dict(zip(MEASURES, measures(UNITS, CENTRE, LEMMAS, CHANCES).T, strict=True))


def test_each_measure_has_a_value_for_each_sentence(seen):
    assert {len(values) for values in seen.values()} == {4}
    assert all(np.isfinite(values).all() for values in seen.values())


def test_sentences_are_nearer_to_their_own_kind(seen):
    assert (seen["own_above_away"][:2] > 0).all()
    assert (seen["own_above_away"][2:] < 0).all()
    assert (seen["lemmas_own"] > seen["lemmas_away"]).tolist() == [True, True, False, False]


def test_a_sentence_is_not_its_own_company(seen):
    assert seen["nearest_own"][0] == pytest.approx(0.8)
    assert seen["nearest_away"][2] == pytest.approx(0.8)
    alone = measures(UNITS[:1], CENTRE, LEMMAS[:1], CHANCES[:1])[0]
    assert alone[MEASURES.index("nearest_own")] == alone[MEASURES.index("nearest_away")] == -1


def test_neighbours_are_those_beside_it(seen):
    odds = seen["chance"]
    assert seen["previous"].tolist() == [0, *odds[:-1]]
    assert seen["next"].tolist() == [*odds[1:], 0]
    assert seen["second_previous"].tolist() == [0, 0, *odds[:-2]]
    assert seen["second_next"].tolist() == [*odds[2:], 0, 0]


def test_a_sentence_without_lemmas_says_nothing_of_them():
    row = measures(UNITS, CENTRE, [[], *LEMMAS[1:]], CHANCES)[0]
    assert row[MEASURES.index("lemmas_own")] == row[MEASURES.index("lemmas_away")] == EVEN


def test_the_likeliest_are_those_that_together_say_enough():
    three, one = [["x"] * 3], [["x"]]
    few, some = np.array([0.01] * 20), np.array([0.9] * 7 + [0.01] * 13)
    assert likeliest(few, 20 * three) < 0 < likeliest(some, 20 * three)
    assert likeliest(np.append(some, 0.01), 21 * three) == likeliest(some, 20 * three)
    assert likeliest(some, 20 * one) < 0  # seven words may be there by chance
    assert likeliest(np.array([0.9] * 20), 20 * one) == pytest.approx(likeliest(some, 20 * three))
    assert likeliest(np.array([0.9]), [[]]) < 0  # nothing is said
