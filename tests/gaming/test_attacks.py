"""The generators: many families, the same text for the same seed, and something changed."""

import fit
import pytest
from attacks import FAMILIES
from attacks.material import authored

ESSAYS = authored()[::17]


def test_there_are_enough_families_and_a_third_is_held_out():
    assert len(FAMILIES) >= 20
    assert sum(family.held_out for family in FAMILIES) * 3 >= len(FAMILIES)
    assert len({family.name for family in FAMILIES}) == len(FAMILIES)


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)
def test_a_seed_makes_one_text(family):
    for essay in ESSAYS:
        text = family.apply(essay, 1)
        assert text.strip()
        assert text == family.apply(essay, 1)
        assert text != essay.text


@pytest.mark.parametrize("name", ["padding_25", "padding_50", "strewn_25", "strewn_50"])
def test_padding_keeps_the_essay_and_adds_its_share(name):
    (family,) = [f for f in FAMILIES if f.name == name]
    share = int(name[-2:]) / 100
    for essay in ESSAYS:
        text = family.apply(essay, 1)
        assert all(sentence in text for sentence in essay.sentences)
        added = [s for other in essay.others for s in other if s in text and s not in essay.text]
        assert len(set(added)) / (len(set(added)) + len(essay.sentences)) == pytest.approx(share, abs=0.15)


def test_the_command_that_fits_the_detectors_can_be_loaded():
    assert fit.main
