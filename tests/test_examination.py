"""Attacked essays end to end: what was set aside gains nothing, offsets are those of the file, sums stay exact."""

import re

import numpy as np
import pytest

import scorer
from scorer import examination
from scorer.assessment import Flag
from scorer.examination import examine
from scorer.flags import unrelated
from scorer.flags.finding import Finding
from scorer.flags.second_subject import Second
from scorer.pipeline.normalise import Replacement

PROMPT = "Should our town open its library on Sundays? Take a position and support it."
ESSAY = """Our town should open the library on Sundays. Many families work all week and have no other day for it.

First, pupils need a quiet room. When my sister prepared for her exam, she sat on the stairs because our flat was too \
loud to read in. A quiet table would have helped her more than any new book.

Second, the building is heated anyway. The caretaker told us that the heating is never turned off in winter, so an \
open door costs only the wages of two students.

Some say that nobody would come on a Sunday. However, 240 people signed the petition within a week, and the cinema \
next door is full on that day. For these reasons the library should be open when people have time for it.
"""


@pytest.fixture(scope="module")
def engine():
    return scorer.load()


@pytest.fixture(scope="module")
def whole(engine):
    return engine.score(ESSAY, prompt=PROMPT)


def codes(assessment):
    return {flag.code for flag in assessment.flags}


def check_sums(assessment):
    for criterion in assessment.criteria:
        if criterion.score is not None:
            total = criterion.base + sum(c.points for c in criterion.contributions)
            assert criterion.score == pytest.approx(total, abs=1e-6)


def check_spans(assessment, text):
    structure = assessment.structure
    single = [structure.thesis, structure.conclusion]
    spans = [s for s in single if s] + [*structure.reasons, *structure.evidence, *assessment.corrections]
    assert spans
    for span in spans:
        assert text[span.start : span.end] == span.text


def test_an_honest_essay_has_no_serious_flag(whole):
    assert [flag for flag in whole.flags if flag.severity != "info"] == []
    assert not any(c.feature in ("set_aside", "off_topic") for r in whole.criteria for c in r.contributions)


def test_saying_it_twice_costs(engine, whole):
    text = ESSAY + "\n" + ESSAY
    made = engine.score(text, prompt=PROMPT)
    assert made.status == "needs_review"
    assert "repeated_text" in codes(made)
    assert made.overall.score < whole.overall.score
    assert all(any(c.feature == "set_aside" for c in r.contributions) for r in made.criteria if r.score > 1)
    assert made.submission.words > 1.8 * whole.submission.words
    check_sums(made)
    check_spans(made, text)


def test_disguised_letters_change_no_score(engine, whole):
    text = ESSAY.replace("library", "libr\u200bary").replace("open", "ореn").replace("people", "ｐeople")
    made = engine.score(text, prompt=PROMPT)
    assert made.overall.score == whole.overall.score
    (flag,) = [flag for flag in made.flags if flag.code == "odd_characters"]
    assert {text[p.start : p.end] for p in flag.spans} >= {"libr\u200bary", "ореn", "ｐeople"}
    check_spans(made, text)


def test_reading_alone_leads_back_too(engine):
    text = re.sub(r"([a-z]{3})([a-z]{2})", "\\1\u200b\\2", ESSAY)
    structure = engine.read(text, prompt=PROMPT)
    spans = [*structure.reasons, *structure.evidence]
    assert any("\u200b" in span.text for span in spans)
    assert all(text[span.start : span.end] == span.text for span in spans)


def test_an_essay_on_something_else_gains_nothing_for_content(engine):
    made = engine.score(ESSAY, prompt="Explain how volcanoes shape islands, with examples from the Pacific Ocean.")
    assert "off_topic" in codes(made)
    assert [made.criterion(id).score for id in ("thesis", "reasons", "sources")] == [1, 1, 1]
    check_sums(made)


LONGER = (
    ESSAY
    + """
Sunday readers would come from every street. Parents could bring their children to the picture books, and pupils could \
finish homework at the long tables. The librarians themselves asked for Sunday hours last spring.
"""
)
ELSEWHERE = "Whales sing in cold seas. Hunters killed most of the blue whales before 1960, as Marsh shows (12)."


def of_whales(said):
    return np.array([bool({"whale", "whales"} & set(own)) for own in said.lemmas])


@pytest.fixture
def doubtful(monkeypatch):
    """Whatever speaks of whales is doubted, and not surely on another subject."""

    def doubted(share):
        def second(said, wanted):
            whales = of_whales(said)
            return Second(share / 2 * whales.any(), whales, whales)

        monkeypatch.setattr(unrelated, "second_subject", second)

    return doubted


@pytest.mark.parametrize(("doubt", "held"), [(0.2, 0.4), (0.4, 0.8), (0.6, 1.0)])
def test_what_is_gained_by_text_that_may_not_belong_counts_in_part(engine, doubtful, doubt, held):
    doubtful(doubt)
    text = f"{LONGER}\n{ELSEWHERE}\n"
    made, trusted = (engine.score(t, prompt=PROMPT) for t in (text, text.replace("hales", "izards")))
    (flag,) = [flag for flag in made.flags if flag.code == "unrelated_text"]
    assert flag.severity == "info"
    assert [text[p.start : p.end] for p in flag.spans] == [ELSEWHERE]
    taken = {c.feature: c for c in made.criterion("sources").contributions}.get("doubtful")
    gain = trusted.criterion("sources").score - engine.score(LONGER, prompt=PROMPT).criterion("sources").score
    unclear = doubt / 2 * 3 / 6  # which does not lower what is at the lowest level already
    if held < 1:
        assert taken.value == held
        assert taken.points == pytest.approx(-held * (gain - unclear), abs=1e-4)  # points have four decimals
    else:  # the reading without it explains the score alone
        assert taken is None
        assert made.criterion("sources").score == 1
    check_sums(made)
    check_spans(made, text)


@pytest.mark.parametrize(("doubt", "believed"), [(0.4, True), (0.6, False)])
def test_what_rather_does_not_belong_is_not_shown_as_the_students_case(engine, doubtful, doubt, believed):
    doubtful(doubt)
    text = f"{LONGER}\n{ELSEWHERE} They was hunted.\n"
    made = engine.score(text, prompt=PROMPT)
    structure = made.structure
    assert bool(structure.citations) == believed
    assert believed or "Marsh" not in " ".join(f.message for r in made.criteria for f in r.feedback)
    assert engine.read(text, prompt=PROMPT) == structure
    assert any(text[c.start : c.end].startswith("They was") or "was" in c.text for c in made.corrections)
    (told,) = [f for r in made.criteria for f in r.feedback if "counted less" in f.message] or [None]
    assert (told is None) == believed
    if told:
        assert told in made.criterion("organization").feedback
        assert [text[p.start : p.end] for p in told.spans] == [ELSEWHERE]
        assert "Whales sing in cold seas" in told.message
    check_sums(made)


def test_what_the_essay_loses_by_it_is_its_loss(engine, doubtful):
    doubtful(0.4)
    text = f"{LONGER}\nWhales whales wales whalse and wales is swimmed whales the.\n"
    made = engine.score(text, prompt=PROMPT)
    assert "unrelated_text" in codes(made)
    lost = engine.score(LONGER, prompt=PROMPT).criterion("conventions").score - made.criterion("conventions").score
    assert lost > 0.3 / 6 * 3
    assert "doubtful" not in {c.feature for c in made.criterion("conventions").contributions}


def test_what_is_set_aside_takes_the_doubted_next_to_it_along(engine, monkeypatch):
    def second(said, wanted):
        whales = of_whales(said)
        return Second(1.0, whales, whales | np.append(False, whales[:-1]))

    monkeypatch.setattr(unrelated, "second_subject", second)
    text = f"{LONGER}\n{ELSEWHERE} The hunters were paid well. Our town should try it.\n"
    examined = examine(engine._nlp, text, PROMPT)
    assert "hunters were paid" in examined.doc.text and "Whales" not in examined.doc.text
    assert "hunters were paid" not in examined.undoubted.doc.text
    assert examined.undoubted.doc.text.endswith("Our town should try it.\n")


def test_the_larger_doubt_holds_back_only_what_it_is_about(engine, monkeypatch):
    def some(doubt, words):
        def detect(doc):
            start = doc.text.index(words)
            flag = Flag(code="unrelated_text", severity="info", message="Perhaps.", spans=())
            yield Finding(flag, doubted=(Replacement(start, start + len(words)),), doubt=doubt)

        return detect

    monkeypatch.setattr(examination, "COUNTED", (some(0.2, ESSAY[:40]), some(0.7, ELSEWHERE)))
    examined = examine(engine._nlp, f"{LONGER}\n{ELSEWHERE}\n", PROMPT)
    assert examined.doubt == 0.7
    assert examined.doc.text == f"{LONGER}\n{ELSEWHERE}\n"
    assert examined.undoubted.doc.text.strip() == LONGER.strip()


def test_doubted_citations_cost_no_more_than_they_bring(engine):
    text = (
        "Our town should open the library on Sundays. Marsh found that open libraries cut truancy (Marsh, 2011). Okoye "
        "found that quiet rooms help pupils (Okoye, 2004). Parents would come as well (Brandt, 2015). Novak found that "
        "400 people signed (Novak, 2018). Moss says that readers come back (Moss, 2012). It is time to open (Vance, "
        "2012). Iqbal found that wages are low (Iqbal, 2001). A study of ten towns says the same (Sorensen, 2014).\n"
    )
    made, bare = (engine.score(t, prompt=PROMPT) for t in (text, re.sub(r" \([^)]*\)", "", text)))
    assert {f.code: f.severity for f in made.flags}["bare_citations"] == "info"
    assert not any(c.feature == "set_aside" for r in made.criteria for c in r.contributions)
    assert made.criterion("sources").score >= bare.criterion("sources").score
    check_sums(made)


def test_what_is_left_may_be_too_short(engine):
    made = engine.score("Our town should open the library on Sundays because people have time then. " * 20)
    assert made.status == "not_scored"
    assert {"repeated_text", "too_short"} <= codes(made)


def test_no_flag_says_who_or_what_wrote_a_text(engine):
    texts = [ESSAY * 3, "asdf jkl " * 60, ESSAY.upper(), "Das ist kein englischer Text, leider. " * 20]
    said = " ".join(flag.message.lower() for text in texts for flag in engine.score(text, prompt=PROMPT).flags)
    for word in ("chatgpt", "machine", "generated", "cheat", "plagiar", "a.i.", " ai "):
        assert word not in said
