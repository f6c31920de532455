"""What a student is told of text that did not help."""

import pytest

from scorer.assessment import Flag, Place
from scorer.feedback import left_out
from scorer.feedback.left_out import TOLD
from scorer.flags import COUNTED, LEFT, WHOLE
from scorer.pipeline.load import annotate, load_pipeline

TEXT = "Dogs bark at night. Nobody sleeps then."
OF_THE_WHOLE = {
    "thesis": frozenset({"thesis"}),
    "structure": frozenset({"organization"}),
    "use": frozenset({"sources"}),
}


@pytest.fixture(scope="module")
def doc():
    return load_pipeline()(TEXT)


def flag(code, start=0, end=19, text=TEXT):
    return Flag(code=code, severity="review", message="Seen.", spans=(Place(start=start, end=end),))


@pytest.mark.parametrize("code", sorted(TOLD))
def test_every_kind_quotes_the_words_and_points_at_them(doc, code):
    ((feedback,),) = left_out(doc, TEXT, [flag(code)], OF_THE_WHOLE).values()
    assert "“Dogs bark at night”" in feedback.message
    assert feedback.spans == flag(code).spans
    assert feedback.kind == "improve"


@pytest.mark.parametrize(
    ("code", "groups", "under"),
    [
        ("unrelated_text", OF_THE_WHOLE, "structure"),
        ("bare_citations", OF_THE_WHOLE, "use"),
        ("unrelated_text", {"thesis": frozenset({"thesis"}), "why": frozenset({"reasons"})}, "why"),
        ("copied_source", {"craft": frozenset({"language"}), "spelling": frozenset({"conventions"})}, "craft"),
    ],
)
def test_it_stands_under_the_criterion_that_it_is_about_or_the_first(doc, code, groups, under):
    assert list(left_out(doc, TEXT, [flag(code)], groups)) == [under]


def test_of_a_kind_one_is_told(doc):
    told = left_out(doc, TEXT, [flag("stuffing"), flag("stuffing", 20, 39), flag("off_topic")], OF_THE_WHOLE)
    assert {id: len(feedback) for id, feedback in told.items()} == {"thesis": 1, "structure": 1}
    assert "Dogs" in told["structure"][0].message


def test_without_a_score_nothing_is_told(doc):
    assert left_out(doc, TEXT, [flag("stuffing")], {}) == {}


def test_detectors_that_may_take_text_out_of_the_score_are_all_told(detected):
    assert detected <= TOLD.keys()


@pytest.fixture(scope="module")
def detected():
    """The codes of what detectors set aside, doubt or count for less in texts that have some of everything."""
    nlp = load_pipeline()
    own = "I think that dogs should sleep in the house, since burglars fear them and neighbours want to sleep. "
    prompt = "Write a letter to the mayor about the new harbour bridge, its costs and its use for cyclists and trade."
    texts = [own * 9, own + "asdf ghjk qwer zxcv lkjh. poiu mnbv qazw sxed rfvt. " * 3, own + prompt * 3]
    texts += ["Furthermore, dogs bark loudly. Moreover, cats meow. However, mice hide. Indeed, owls hoot. " * 3]
    found = [f for text in texts for d in (*WHOLE, *COUNTED, *LEFT) for f in d(annotate(nlp, text, prompt, ()))]
    codes = {finding.flag.code for finding in found if finding.unhelpful}
    assert codes >= {"gibberish", "off_topic", "repeated_text", "stuffing"}
    return codes
