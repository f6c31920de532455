"""Each detector on short texts: what it marks, and what it leaves alone."""

import re

import pytest

from scorer.flags.bare_citations import bare_citations
from scorer.flags.form import form_of
from scorer.flags.gibberish import gibberish, is_heap
from scorer.flags.language import not_english
from scorer.flags.off_topic import off_topic
from scorer.flags.punctuation import no_punctuation
from scorer.flags.repeated import repeated_text
from scorer.flags.stuffing import stuffing
from scorer.flags.unrelated import unrelated_text
from scorer.pipeline.load import annotate
from scorer.pipeline.view import view

ESSAY = (
    "Our town should open the library on Sundays. Many families work all week and have no other day for it.",
    "When my sister prepared for her exam, she sat on the stairs because our flat was too loud to read in. "
    "A quiet table would have helped her more than any new book.",
    "The mayor says that Sunday hours cost too much. Yet the building is heated anyway, and two students are cheaper "
    "than one empty hall. For these reasons the doors should be open.",
)
TEXT = "\n\n".join(ESSAY)
MORE = (
    "Sunday readers would come from every street. Parents could bring their children to the picture books, and pupils "
    "could finish homework at the long tables. The librarians themselves asked for Sunday hours last spring. In the "
    "next town, the library opens on Sunday afternoons, and its reading room is full by two. Opening ours would give "
    "families a place that costs them nothing. A town that shuts its books away on the one free day wastes them."
)
WHALES = (
    "Whales sleep with half of their brain at a time. Blue whales feed on krill in cold water and dive for twenty "
    "minutes. Their songs travel for hundreds of miles under the sea. Hunters killed most of them before 1960. A calf "
    "drinks two hundred litres of milk a day. Ships still strike some of the animals every year."
)


def sentences_of(text):
    return re.split(r"(?<=[.!?])\s+", text)


def found(nlp, detector, text, prompt=None):
    doc = annotate(nlp, text, prompt)
    return [(f.flag.code, f.flag.severity, [text[p.start : p.end] for p in f.flag.spans]) for f in detector(doc)]


@pytest.mark.parametrize(
    "detector", [gibberish, not_english, no_punctuation, repeated_text, stuffing, unrelated_text, bare_citations]
)
def test_an_honest_essay_is_left_alone(nlp, detector):
    assert found(nlp, detector, TEXT) == []


def test_sentences_said_again_are_marked_and_the_first_is_kept(nlp):
    ((code, severity, spans),) = found(nlp, repeated_text, TEXT + "\n\n" + ESSAY[1])
    assert (code, severity, spans) == ("repeated_text", "review", [ESSAY[1]])


@pytest.mark.parametrize(
    "near",
    [
        "When my sister prepared for her exam, she sat on the stairs since our flat was too noisy to read in.",
        "When my sister prepared for her exam she sat on the stairs because our flat was far too loud to read in!",
    ],
)
def test_nearly_the_same_sentence_is_said_again(nlp, near):
    ((_, _, spans),) = found(nlp, repeated_text, f"{ESSAY[1]} {near} {near}")
    assert spans[0].startswith(near)


@pytest.mark.parametrize(
    ("sentence", "heap"),
    [
        ("Library sunday town family quiet book student mayor hall door.", True),
        ("Asdf jkl qwer zxcv uiop.", True),
        ("Our town has a library, a school, a mill, a bakery, a bank and a pond.", False),
        ("Marie Curie, Albert Einstein, Niels Bohr, Max Planck and Lise Meitner came.", False),
        ("Teh libary shoud be opne on sundys becuase we ned it.", False),
    ],
)
def test_rows_of_words(nlp, sentence, heap):
    made = view(nlp(sentence))
    assert is_heap(made, made.sentences[0]) is heap


@pytest.mark.parametrize(("essay", "severity"), [(TEXT, "review"), (f"{TEXT} {WHALES} {TEXT}", "block")])
def test_a_salad_is_not_scored_and_a_short_one_is_looked_at(nlp, essay, severity):
    words = essay.lower().replace(".", "").replace(",", "").split()
    mixed = words[::3] + words[1::3] + words[2::3]
    text = ". ".join(" ".join(mixed[k : k + 11][::-1]) for k in range(0, len(mixed), 11)) + "."
    ((code, seen, _),) = found(nlp, gibberish, text)
    assert (code, seen) == ("gibberish", severity)


@pytest.mark.parametrize(
    "text",
    [
        "Viele Familien arbeiten die ganze Woche und haben keinen anderen Tag dafür. Deshalb sollte unsere Stadt die "
        "Bibliothek auch am Sonntag öffnen, denn dort ist es ruhig und warm.",
        "Многие семьи работают всю неделю, и у них нет другого дня. Поэтому библиотека должна быть открыта.",
        "很多家庭整个星期都在工作，没有别的时间，所以图书馆星期天也应该开门。",
    ],
)
def test_another_language_is_not_scored(nlp, text):
    ((code, severity, _),) = found(nlp, not_english, text)
    assert (code, severity) == ("not_english", "block")


def test_foreign_sentences_in_an_english_essay_are_marked(nlp):
    foreign = (
        "Viele von uns müssen die ganze Woche arbeiten und haben sonst keine Zeit. "
        "Die Bibliothek sollte deshalb am Sonntag geöffnet werden."
    )
    ((code, severity, spans),) = found(nlp, not_english, TEXT + "\n\n" + foreign)
    assert (code, severity) == ("not_english", "review")
    assert all(span in foreign for span in spans)


def test_a_block_on_another_subject_is_marked(nlp):
    text = "\n\n".join([TEXT, WHALES, MORE])
    ((code, _, spans),) = found(nlp, unrelated_text, text, "Should our town open the library on Sundays?")
    assert code == "unrelated_text"
    assert any("krill" in span for span in spans)
    assert not any("mayor" in span for span in spans)


def test_sentences_strewn_in_are_marked_where_the_assignment_is_known(nlp):
    own, foreign = sentences_of(f"{TEXT} {MORE}"), sentences_of(WHALES)
    mixed = [
        s for k, one in enumerate(own) for s in ([one, foreign[k // 2]] if k % 2 and k // 2 < len(foreign) else [one])
    ]
    ((code, _, spans),) = found(nlp, unrelated_text, " ".join(mixed), "Should our town open the library on Sundays?")
    assert code == "unrelated_text"
    assert sum(span in WHALES for span in spans) >= 3
    assert not any("librar" in span for span in spans)


def test_an_essay_on_another_subject_as_a_whole_has_no_second_one(nlp):
    assert (
        found(nlp, unrelated_text, f"{TEXT}\n\n{MORE}", "Should governments pay for flights to the planet Mars?") == []
    )


@pytest.mark.parametrize("assignment", ["Should governments pay for flights to the planet Mars?", "Should zoos exist?"])
def test_an_essay_that_does_not_answer_its_assignment(nlp, assignment):
    ((code, severity, _),) = found(nlp, off_topic, f"{TEXT}\n\n{MORE}", assignment)
    assert (code, severity) == ("off_topic", "review")


@pytest.mark.parametrize(
    "assignment", ["Should our town open the library on Sundays?", "Should libraries exist?", "Why?"]
)
def test_an_essay_that_answers_its_assignment(nlp, assignment):
    assert found(nlp, off_topic, f"{TEXT}\n\n{MORE}", assignment) == []


def test_connectives_before_every_sentence(nlp):
    opened = TEXT.replace(". ", ". Moreover, ").replace("\n\n", "\n\nHowever, ")
    ((code, _, spans),) = found(nlp, stuffing, opened)
    assert code == "stuffing"
    assert spans[0] == "Moreover,"


def test_citations_that_back_nothing(nlp):
    text = (
        "Open doors are good for a town (Marsh, 2011). They make people happy (Okoye, 2004). Nobody likes a closed "
        "hall (Brandt, 2015). We should all be allowed in (Novak, 2018). It is only fair to everyone."
    )
    ((code, _, spans),) = found(nlp, bare_citations, text)
    assert code == "bare_citations"
    assert set(spans) == {"(Marsh, 2011)", "(Okoye, 2004)", "(Brandt, 2015)", "(Novak, 2018)"}


def test_citations_that_back_a_finding_stay(nlp):
    text = (
        "Marsh found that open libraries cut truancy by nine percent (Marsh, 2011). A study of ten towns says the same "
        "(Okoye, 2004). Readers “come back every week” (Brandt, 2015). In Leeds 400 people signed (Novak, 2018)."
    )
    assert found(nlp, bare_citations, text) == []


def test_so_many_citations_that_some_are_bare_cast_doubt_on_all(nlp):
    text = (
        "Marsh found that open libraries cut truancy (Marsh, 2011). Quiet rooms are good for pupils (Okoye, 2004). "
        "Parents would come as well (Brandt, 2015). In Leeds 400 people signed (Novak, 2018). It is time to open."
    )
    doc = annotate(nlp, text)
    (finding,) = bare_citations(doc)
    assert finding.flag.severity == "info"
    assert finding.set_aside == ()
    assert finding.doubt == 1  # half of them are bare
    cited = ["(Marsh, 2011)", "(Okoye, 2004)", "(Brandt, 2015)", "(Novak, 2018)"]
    assert [text[c.start : c.end].strip() for c in finding.doubted] == cited
    assert [text[p.start : p.end] for p in finding.flag.spans] == cited


def test_a_few_bare_citations_are_no_matter(nlp):
    text = (
        "Marsh found that open libraries cut truancy (Marsh, 2011). Quiet rooms are good for pupils (Okoye, 2004). "
        "Parents would come as well (Brandt, 2015). It is time to open. The heating runs. Nobody reads at home. "
        "We wait. It is late."
    )
    assert found(nlp, bare_citations, text) == []


def test_text_without_full_stops(nlp):
    bare = TEXT.lower().replace(".", "").replace(",", "")
    assert [code for code, _, _ in found(nlp, no_punctuation, bare)] == ["no_punctuation"]


@pytest.mark.parametrize(
    ("lines", "form"),
    [
        (["def mean(values):", "    total = 0", "    for v in values:", "        total += v", "    return total"] * 2,
         "a program"),
        (["Salad", "- 2 tomatoes", "- 1 onion", "- salt", "1. Wash them.", "2. Cut them.", "3. Mix them.", "4. Eat."],
         "a list"),
        (["The lamp went out above the door,", "the rain came in across the floor,"] * 5, "a poem"),
        (ESSAY * 3, None),
        ([f"{k}. {sentence}" for k, sentence in enumerate(ESSAY * 3, start=1)], None),  # numbered paragraphs
        (["Dear mayor,", *ESSAY, "Yours,", "Ann"], None),
        (["Cost", " ".join(ESSAY * 2), "Time"] * 4, None),  # paragraphs under headings
    ],
)  # fmt: skip
def test_forms_that_are_no_essay(lines, form):
    assert form_of(list(lines)) == form
