"""The pieces that the argument is read in: parts, sentences and their places, labels, segments."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from scorer.pipeline.argument.boundaries import TEMPLATES, boundary_features
from scorer.pipeline.argument.labels import EARLY, LATE, plain, remembered, spans
from scorer.pipeline.argument.parse import Parse
from scorer.pipeline.argument.parts import Sentence, places_of, sentences_of
from scorer.pipeline.argument.segments import Segment, segment_features
from scorer.pipeline.argument.words import CONTENT, words_of
from scorer.pipeline.chain.templates import sequences
from scorer.pipeline.load import annotate, load_syntax

PARKS = "Towns need parks because trees cool the streets."
SHADE = "Shade is free, and old people sit in it."


@pytest.fixture(scope="module")
def syntax() -> Language:
    return load_syntax()


# Parts


def read(syntax: Language, text: str) -> list[tuple[int, str]]:
    """(part, first word) of each sentence."""
    return [(part, sentence[0].text) for part, sentence in sentences_of(annotate(syntax, text))]


def numbers(syntax: Language, text: str) -> list[int]:
    return [part for part, _ in read(syntax, text)]


def test_an_unbroken_essay_is_read_in_the_parts_that_its_words_mark(syntax: Language) -> None:
    text = (
        "Parks help towns. They are green. First, trees cool streets. Shade is free. Second, children play "
        "there. They need room. They run. In conclusion, parks help. Everyone likes them."
    )
    assert numbers(syntax, text) == [0, 0, 1, 1, 2, 2, 2, 3, 3]


def test_a_few_unbroken_sentences_are_one_part(syntax: Language) -> None:
    assert numbers(syntax, "Parks help towns. First, trees cool streets. In conclusion, parks help.") == [0, 0, 0]


def test_paragraphs_are_the_parts_where_there_are_any(syntax: Language) -> None:
    text = "Parks help towns. They are green.\n\nFirst, trees cool streets. Shade is free. Second, children play there."
    assert numbers(syntax, text) == [0, 0, 1, 1, 1]


@pytest.mark.parametrize(
    "line",
    [
        "Why Towns Need Parks",
        "The Good of Trees",
        "Ann Hale",
        "WHY TOWNS NEED PARKS",
        "A Bench in the Sun, a Seat in the Shade: The Case for Town Parks",
    ],
)
@pytest.mark.parametrize("place", [0, 1])
def test_headings_are_left_out_and_not_counted(syntax: Language, line: str, place: int) -> None:
    paragraphs = [PARKS, SHADE]
    paragraphs.insert(place, line)
    assert read(syntax, "\n\n".join(paragraphs)) == [(0, "Towns"), (1, "Shade")]


@pytest.mark.parametrize(
    "line",
    [
        "Parks Are Green.",
        "Do Towns Need Parks Or Not?",
        "towns need parks and trees",
        "Birds nest in old trees",
        "The Long List Of Good Things That Parks Do For Towns And Their Children",
    ],
    ids=["full stop", "question", "lower case", "a sentence without its stop", "long"],
)
def test_what_is_no_heading_is_read(syntax: Language, line: str) -> None:
    assert set(numbers(syntax, f"{PARKS}\n\n{line}\n\n{SHADE}")) == {0, 1, 2}


def test_a_last_line_is_read_though_it_looks_like_a_heading(syntax: Language) -> None:
    assert read(syntax, f"{PARKS}\n\nParks For Everyone")[:2] == [(0, "Towns"), (1, "Parks")]


@pytest.mark.parametrize("heading", ["Works Cited\n\n", "works cited\n", "REFERENCES:\n\n", "Bibliography:\n", ""])
def test_neither_the_list_of_references_nor_its_heading_is_read(syntax: Language, heading: str) -> None:
    entries = "Hale, Ann. Rain in May. Oak Press, 2014.\nMoss, Tom. Roads and Trees. Elm Press, 2011."
    assert read(syntax, f"{PARKS}\n\n{SHADE}\n\n{heading}{entries}") == [(0, "Towns"), (1, "Shade")]


# Places


def invented(parts: list[int]) -> list[Sentence]:
    return [(part, []) for part in parts]


@pytest.mark.parametrize(
    ("parts", "kinds", "places"),
    [
        ([], [], []),
        ([0], ["only"], ["only"]),
        ([0, 0, 0], ["only"] * 3, ["first", "inner", "last"]),
        ([0, 1], ["first", "last"], ["only", "only"]),
        ([0, 0, 1, 2, 2, 2], ["first"] * 2 + ["body"] + ["last"] * 3,
         ["first", "last", "only", "first", "inner", "last"]),
    ],
)  # fmt: skip
def test_places_of_sentences(parts: list[int], kinds: list[str], places: list[str]) -> None:
    found = places_of(invented(parts))
    assert [place["part"] for place in found] == kinds
    assert [place["place"] for place in found] == places


def test_places_count_from_both_ends_and_no_further_than_helps() -> None:
    found = places_of(invented([0] * 2 + [1] * 10 + [2]))
    assert [place["part|from start"] for place in found[2:12]] == [f"body|{k}" for k in (0, 1, 2, 3, *[4] * 6)]
    assert [place["part|from end"] for place in found[2:12]] == [f"body|{k}" for k in (*[3] * 7, 2, 1, 0)]
    assert {place["parts"] for place in found} == {"3"}
    assert [place["part size"] for place in found] == ["2"] * 2 + ["8"] * 10 + ["1"]
    assert [place["essay start"] for place in found[:6]] == list("012344")
    assert [place["essay end"] for place in found[-5:]] == list("33210")


@given(st.lists(st.integers(0, 1), min_size=1, max_size=40))
def test_every_sentence_has_the_same_places(steps: list[int]) -> None:
    parts = [sum(steps[: k + 1]) - steps[0] for k in range(len(steps))]
    found = places_of(invented(parts))
    assert len(found) == len(parts)
    assert {tuple(place) for place in found} == {tuple(found[0])}
    tenths = [int(place["tenth"]) for place in found]
    assert tenths == sorted(tenths) and 0 <= tenths[0] <= tenths[-1] <= 9


# Labels


@pytest.mark.parametrize(
    ("labels", "parts", "expected"),
    [
        ([], [], []),
        (["Premise"], [0], [EARLY]),
        (["Premise", "Claim", "Premise"], [1, 1, 1], [EARLY, "Claim", LATE]),
        (["Against", "Premise"], [1, 1], ["Against", LATE]),
        (["Claim", "Premise", "Premise"], [1, 2, 2], ["Claim", EARLY, EARLY]),
        (["MajorClaim", "Premise"], [0, 0], ["MajorClaim", EARLY]),
        (["None", "Premise", "Claim", "None", "Premise"], [1] * 5, ["None", EARLY, "Claim", "None", LATE]),
    ],
)
def test_premises_remember_a_claim_of_their_part(labels: list[str], parts: list[int], expected: list[str]) -> None:
    assert remembered(labels, parts) == expected
    assert [plain(label) for label in expected] == labels


@pytest.mark.parametrize(
    ("labels", "lengths", "expected"),
    [
        ("", [], []),
        ("OOO", [3], []),
        ("OBI", [3], [(1, 3, 0)]),
        ("BIBO", [4], [(0, 2, 0), (2, 3, 0)]),
        ("OIIO", [4], [(1, 3, 0)]),
        ("OBII", [2, 2], [(1, 2, 0), (2, 4, 1)]),
        ("BB", [1, 1], [(0, 1, 0), (1, 2, 1)]),
        ("OOIO", [2, 2], [(2, 3, 1)]),
    ],
    ids=["nothing", "outside", "to the end", "side by side", "begun inside", "cut", "one token each", "second"],
)
def test_spans_of_labels(labels: str, lengths: list[int], expected: list[tuple[int, int, int]]) -> None:
    assert spans(list(labels), lengths) == expected


@given(st.lists(st.lists(st.sampled_from("BIO"), min_size=1, max_size=8), max_size=6))
def test_spans_cover_the_marked_tokens_and_end_with_the_sentence(sentences: list[list[str]]) -> None:
    labels = [label for sentence in sentences for label in sentence]
    begins = [sum(map(len, sentences[:k])) for k in range(len(sentences) + 1)]
    found = spans(labels, [len(sentence) for sentence in sentences])
    covered = [k for first, last, _ in found for k in range(first, last)]
    assert covered == [k for k, label in enumerate(labels) if label != "O"]
    for first, last, sentence in found:
        assert begins[sentence] <= first < last <= begins[sentence + 1]
        assert "B" not in labels[first + 1 : last]
    for (_, end, one), (start, _, other) in pairwise(found):
        assert end < start or one != other or labels[start] == "B"


# Features


@pytest.fixture(scope="module")
def essay(syntax: Language) -> Doc:
    return annotate(
        syntax,
        "Should towns build parks?\n\nSome people say that parks cost money. I believe that towns should build parks!"
        "\n\nFirst, trees cool the streets (Hale 12). Shade\tis free; old people -- and dogs -- sit in it.\n\nYes.",
        prompt="Should towns build parks?",
    )


def parses_of(sentences: list[Sentence]) -> list[Parse]:
    return [Parse(tokens) for _, tokens in sentences]


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_any_segments_have_features(essay: Doc, data: st.DataObject) -> None:
    sentences = sentences_of(essay)
    lengths = [len(sentence) for _, sentence in sentences]
    marks = data.draw(st.lists(st.sampled_from("BIO"), min_size=sum(lengths), max_size=sum(lengths)))
    segments = [Segment(first, last, n, sentences[n][0]) for first, last, n in spans(marks, lengths)]
    features = segment_features(essay, sentences, parses_of(sentences), segments)
    assert len(features) == len(segments)
    assert all(names and all(names) for names in features)


def one_segment(essay: Doc, words: str) -> set[str]:
    sentences = sentences_of(essay)
    tokens = [token for _, sentence in sentences for token in sentence]
    start = essay.text.index(words, essay._.paragraphs[0].start)
    inside = [k for k, token in enumerate(tokens) if start <= token.idx < start + len(words)]
    sentence = next(n for n, (_, own) in enumerate(sentences) if tokens[inside[0]] in own)
    segment = Segment(inside[0], inside[-1] + 1, sentence, sentences[sentence][0])
    return set(segment_features(essay, sentences, parses_of(sentences), [segment])[0])


@pytest.mark.parametrize(
    ("words", "seen"),
    [
        ("towns should build parks", {"part=first", "shell=i believe that", "cue before=stance", "after=!",
                                      "tag=MD", "subject=towns", "root=build", "most in prompt=True|first"}),
        ("parks cost money", {"part|line=first|first", "shell=some people say that", "cue before=against"}),
        ("trees cool the streets", {"part=body", "cue before=order", "shell size=2", "alone=True|first|body"}),
        ("Yes", {"part=last", "shell=", "part|line=last|only", "essay end=0", "after=."}),
    ],
)  # fmt: skip
def test_what_a_segment_shows(essay: Doc, words: str, seen: set[str]) -> None:
    features = one_segment(essay, words)
    assert seen <= features
    assert {"none -1", "none 1", "none 2"} <= features


TEXTS = st.lists(
    st.sampled_from(["I believe that ", "parks ", "cost money", ". ", "? ", "\n\n", "\n", ", ", "(Hale 3)", "“", "=",
                     "\u00a0", "\u2028", "\x1c", "\U0001f600", "A Title", "First, "]),
    max_size=25,
).map("".join)  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(TEXTS)
def test_every_token_of_any_text_has_features(syntax: Language, text: str) -> None:
    doc = annotate(syntax, text)
    sentences = sentences_of(doc)
    features = boundary_features(doc, sentences, parses_of(sentences))
    assert features.lengths == [len(sentence) for _, sentence in sentences]
    assert all(len(values) == sum(features.lengths) for values in features.values.values())
    assert all("=" not in template for template in TEMPLATES)
    for sequence, length in zip(sequences(features, TEMPLATES), features.lengths, strict=True):
        assert len(sequence) == length > 0
        assert all(names and all(names) for names in sequence)


@settings(max_examples=40, deadline=None)
@given(TEXTS)
def test_words_are_what_the_tokens_say(syntax: Language, text: str) -> None:
    doc = annotate(syntax, text)
    words = words_of(doc)
    assert words.lower == [token.lower_ for token in doc]
    assert words.tag == [token.tag_ for token in doc]
    assert words.pos == [token.pos_ for token in doc]
    assert words.dep == [token.dep_ for token in doc]
    assert words.lemma == [token.lemma_.lower() for token in doc]
    assert words.head == [token.head.i for token in doc]
    telling = [token.pos_ in CONTENT and not token.is_stop for token in doc]
    assert words.content == [token.lemma_.lower() if tells else None for token, tells in zip(doc, telling, strict=True)]
