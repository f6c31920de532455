"""What a student is told of text that did not help."""

import re

import pytest

from scorer import examination
from scorer.assessment import Flag, Place
from scorer.examination import examine
from scorer.feedback import left_out
from scorer.feedback.left_out import TOLD, told_of
from scorer.flags.finding import Finding
from scorer.pipeline.load import load_pipeline
from scorer.pipeline.normalise import Replacement

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


OWN = """Our town should open the library on Sundays. Many families work all week and have no other day for it. When my
sister prepared for her exam, she sat on the stairs because our flat was too loud to read in. A quiet table would have
helped her more than any new book. The mayor says that Sunday hours cost too much. Yet the building is heated anyway,
and two students are cheaper than one empty hall. Readers would come from every street. Parents could bring their
children to the picture books, and pupils could finish homework at the long tables. The librarians themselves asked for
it last spring. In the next town, the doors open on Sunday afternoons, and the reading room is full by two.
"""
WHALES = """Whales sleep with half of their brain at a time. Blue whales feed on krill in cold water and dive for twenty
minutes. Their songs travel for hundreds of miles under the sea. Hunters killed most of them before 1960. A calf
drinks two hundred litres of milk a day. Ships still strike some of the animals every year.
"""
PROMPT = "Should our town open its library on Sundays? Take a position, and support it with reasons and examples."
SOURCE = "Every branch that opened on the weekend counted twice as many young visitors as the year before it did so. "
CITED = (
    " Students need rest (Abel, 2011). They sleep on the bus (Kern, 2012). Teachers are tired too (Moss, 2010). Doors "
    "stay shut (Vance, 2012). Tables are empty (Brandt, 2015). Homes are loud (Novak, 2018)."
)
HEAPS = "Table spring quiet street hall door table hall quiet. Door hall street spring table door hall window street."
GERMAN = "Die Bibliothek bleibt leider am Sonntag geschlossen. Viele Menschen finden das sehr schade."
CONNECTED = re.sub(r"(?<=\. )([A-Z])", lambda first: f"Furthermore, {first[1].lower()}", " ".join(OWN.split()))
CASES = {
    "repeated_text": (OWN + "\n" + OWN, PROMPT, ()),
    "unrelated_text": (f"{OWN}\n{WHALES}", PROMPT, ()),
    "off_topic": (OWN, "Explain how volcanoes shape islands, with examples from the Pacific Ocean.", ()),
    "copied_prompt": (f"{OWN}\n{PROMPT} {PROMPT} {PROMPT}", PROMPT, ()),
    "copied_source": (f"{OWN}\n{SOURCE * 3}", PROMPT, (SOURCE,)),
    "bare_citations": (OWN + CITED, PROMPT, ()),
    "stuffing": (CONNECTED, PROMPT, ()),
    "gibberish": (f"{OWN}\n{HEAPS}", PROMPT, ()),
    "not_english": (f"{OWN}\n{GERMAN}", PROMPT, ()),
}


def test_every_kind_has_a_case():
    assert CASES.keys() == TOLD.keys()


@pytest.mark.parametrize("code", sorted(CASES))
def test_what_did_not_count_is_told_and_only_that_is_quoted(code):
    text, prompt, sources = CASES[code]
    examined = examine(load_pipeline(), text, prompt, sources)
    assert not examined.blocked
    flags = [flag for flag in examined.unhelpful if flag.code == code]
    assert flags
    (feedback,) = [said for message, said in told_of(examined.shown.doc, text, flags) if message == TOLD[code]]
    words = " ".join(text[slice(feedback.spans[0].start, feedback.spans[0].end)].split())
    assert words[:20].rstrip(" .,;:") in feedback.message.replace("‘", "“")
    if code not in ("off_topic", "gibberish"):
        kept = " ".join(examined.shown.doc.text.split())
        assert words not in kept or kept.count(words) < " ".join(text.split()).count(words)


def test_a_doubt_that_nothing_came_of_is_not_told(monkeypatch):
    def doubting(doubt, words):
        def detect(doc):
            start = doc.text.index(words)
            seen = Flag(
                code="unrelated_text", severity="info", message="Perhaps.", spans=(Place(start=start, end=start + 9),)
            )
            yield Finding(seen, doubted=(Replacement(start, start + len(words)),), doubt=doubt)

        return detect

    monkeypatch.setattr(examination, "COUNTED", (doubting(0.6, "Many families"), doubting(0.9, "The mayor says")))
    examined = examine(load_pipeline(), OWN, PROMPT)
    assert [OWN[f.spans[0].start :][:9] for f in examined.unhelpful] == ["The mayor"]
    monkeypatch.setattr(examination, "COUNTED", (doubting(0.9, OWN.strip()),))
    assert examine(load_pipeline(), OWN, PROMPT).unhelpful == ()
