"""Any rubric goes through any format and comes back the same; any file at all gives a rubric or one sentence."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as Xml

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from test_exchange import FILES, cells, elements, said, through_toml

from scorer.errors import RubricError
from scorer.rubric import Rubric, parse_rubric
from scorer.rubric.exchange import ENDINGS, Format, export_rubrics, import_rubrics, target_format
from scorer.rubric.matching import accepted, notes, propose
from scorer.rubric.write import to_toml

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
XML_WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), max_size=30)
STRIPPED = XML_WORDS.map(lambda text: " ".join(text.split()))
NAMES = STRIPPED.filter(bool)
POINTS = st.integers(0, 50)
TRUE_FALSE = st.sampled_from(["false", "true", "TRUE", "1", ""])
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.floats(allow_nan=False, allow_infinity=False) | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=6,
)
OTHERS = st.dictionaries(st.sampled_from(["id", "note", "json", "absent", "<x>", "fields", "é"]), JSON, max_size=2)


@st.composite
def native(draw: st.DrawFn) -> Rubric:
    """A rubric of ours that every format can hold."""
    titles = draw(st.lists(NAMES, min_size=1, max_size=4))
    criteria = [
        {
            "id": f"c{place}",
            "title": title,
            "description": draw(STRIPPED),
            "levels": [
                {"points": points, "title": name, "description": draw(STRIPPED)}
                for points, name in sorted(draw(st.lists(st.tuples(POINTS, NAMES), min_size=1, max_size=4)))
            ],
        }
        for place, title in enumerate(titles)
    ]
    return Rubric.model_validate(
        {"id": "r", "title": draw(NAMES), "scale": {"low": 0, "high": 1}, "criteria": criteria}
    )


@given(native(), st.sampled_from(list(Format)))
@settings(max_examples=60, deadline=None)
def test_a_rubric_of_ours_comes_back_with_every_word_and_point(rubric: Rubric, format: Format) -> None:
    content = export_rubrics([rubric], format)
    (back,) = import_rubrics(content, f"r{ENDINGS[format]}", format)
    if format is not Format.moodle:  # which has one text where we have two
        assert said(back) == said(rubric)
    assert [[level.points for level in c.levels] for c in back.criteria] == [
        [level.points for level in c.levels] for c in rubric.criteria
    ]
    assert export_rubrics([through_toml(back)], format) == content


@given(native())
@settings(max_examples=40, deadline=None)
def test_what_is_written_as_toml_reads_the_same_and_takes_proposals(rubric: Rubric) -> None:
    again = through_toml(rubric)
    assert again.model_dump(exclude={"sha256"}) == rubric.model_dump(exclude={"sha256"})
    matches = propose(rubric)
    for ids in ([], [match.criterion for match in matches]):
        made = accepted(rubric, matches, ids)
        read = parse_rubric(to_toml(made, notes(made, matches)).encode(), "mine.toml")
        assert read.model_dump(exclude={"sha256"}) == made.model_dump(exclude={"sha256"})


PARTS = ("Rating Name", "Rating Description", "Rating Points")
NUMBERS = st.sampled_from(["0", "3", "2.5", "1,75", "4.0", " 5", "10 pts", "007", "-1"])
RATING = st.tuples(NAMES, WORDS, NUMBERS) | st.just(("", "", ""))


@st.composite
def tables(draw: st.DrawFn) -> bytes:
    """A Canvas file: ragged rows, gaps between ratings, other columns, two rubrics."""
    widest = draw(st.integers(0, 3))
    numbered = draw(st.booleans())
    header = ["Rubric Name", "Criteria Name", "Criteria Description", "Criteria Enable Range"]
    other = draw(st.none() | st.integers(0, 4))
    if other is not None:
        header.insert(other, draw(st.sampled_from(["Standard", "Outcome ID"])))
    header += [f"{part} {k + 1}" if numbered else part for k in range(widest) for part in PARTS]
    rows = [header]
    for title in sorted(draw(st.lists(st.sampled_from(["Essay", "Speech ", "作文"]), min_size=1, max_size=4))):
        row = [title, draw(NAMES), draw(WORDS), draw(TRUE_FALSE)]
        if other is not None:
            row.insert(other, draw(WORDS))
        for rating in draw(st.lists(RATING, min_size=1, max_size=4).filter(lambda ratings: any(map(any, ratings)))):
            row += rating
        rows.append(row)
    stream = io.StringIO()
    csv.writer(stream, lineterminator=draw(st.sampled_from(["\n", "\r\n"])), quoting=csv.QUOTE_ALL).writerows(rows)
    return (b"\xef\xbb\xbf" if draw(st.booleans()) else b"") + stream.getvalue().encode()


@given(tables())
@settings(max_examples=120, deadline=None)
def test_any_canvas_table_comes_back_cell_by_cell(content: bytes) -> None:
    rubrics = import_rubrics(content, "table.csv")
    exported = export_rubrics([through_toml(rubric) for rubric in rubrics], Format.canvas)
    assert cells(exported) == cells(content)


def option(number: int) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {"name": st.just(f"o{number}") | NAMES.map(lambda text: f"{text} {number}"), "points": POINTS},
        optional={
            "label": NAMES | st.sampled_from(["", " x ", None]),
            "explanation": WORDS | st.none(),
            "order_num": st.integers(0, 4),
            "other": JSON,
        },
    )


@st.composite
def ora2_records(draw: st.DrawFn) -> dict[str, Any]:
    criteria = []
    for number in range(draw(st.integers(1, 3))):
        record: dict[str, Any] = draw(option(number))
        record.pop("points")
        if "explanation" in record:
            record["prompt"] = record.pop("explanation")
        if draw(st.booleans()):
            record["feedback"] = draw(st.sampled_from(["optional", "disabled", "required"]))
        record["options"] = [draw(option(k)) for k in range(draw(st.integers(0, 3)))]
        criteria.append(record | draw(OTHERS))
    top = draw(
        st.fixed_dictionaries({}, optional={"title": WORDS | st.none(), "prompts": JSON, "feedback_prompt": WORDS})
    )
    return {**top, **draw(OTHERS), "criteria": criteria}


@given(ora2_records())
@settings(max_examples=120, deadline=None)
def test_any_ora2_rubric_comes_back_with_every_field(record: dict[str, Any]) -> None:
    (rubric,) = import_rubrics(json.dumps(record).encode(), "r.json")
    assert json.loads(export_rubrics([through_toml(rubric)], Format.ora2)) == record


@st.composite
def ora2_documents(draw: st.DrawFn) -> bytes:
    root = Xml.Element("openassessment", {"kind": draw(XML_WORDS)}) if draw(st.booleans()) else None
    if root is not None:
        Xml.SubElement(root, "title").text = draw(XML_WORDS)
        Xml.SubElement(root, "assessments").text = draw(XML_WORDS)
    rubric = Xml.Element("rubric") if root is None else Xml.SubElement(root, "rubric")
    for number in range(draw(st.integers(1, 3))):
        criterion = Xml.SubElement(
            rubric, "criterion", draw(st.sampled_from([{}, {"feedback": "required"}, {"a": "é"}]))
        )
        Xml.SubElement(criterion, "name").text = f"c{number}"
        for tag in draw(st.lists(st.sampled_from(["label", "prompt", "note"]), unique=True)):
            Xml.SubElement(criterion, tag).text = draw(XML_WORDS)
        for place in range(draw(st.integers(0, 3))):
            made = Xml.SubElement(criterion, "option", {"points": str(draw(POINTS))})
            Xml.SubElement(made, "name").text = f"o{place}"
            for tag in draw(st.lists(st.sampled_from(["label", "explanation", "note"]), unique=True)):
                Xml.SubElement(made, tag).text = draw(XML_WORDS)
    for tag in draw(st.lists(st.sampled_from(["feedbackprompt", "feedback_default_text", "other"]), unique=True)):
        Xml.SubElement(rubric, tag).text = draw(XML_WORDS)
    return Xml.tostring(rubric if root is None else root, encoding="utf-8")


@given(ora2_documents())
@settings(max_examples=80, deadline=None)
def test_any_ora2_document_comes_back_element_by_element(content: bytes) -> None:
    (rubric,) = import_rubrics(content, "r.xml")
    assert elements(export_rubrics([through_toml(rubric)], Format.ora2_xml)) == elements(content)


LEVEL = st.fixed_dictionaries(
    {"score": POINTS | st.sampled_from([2.5, "3.00000"])},
    optional={
        "id": POINTS,
        "definition": WORDS | st.none() | st.just("Good: it is"),
        "definitionformat": st.integers(0, 2),
    },
)
KEYED = st.dictionaries(st.sampled_from(["11", "12", "NEWID1"]), LEVEL, max_size=3)
CRITERION = st.fixed_dictionaries(
    {"levels": st.lists(LEVEL, max_size=3) | KEYED},
    optional={
        "id": POINTS,
        "sortorder": st.integers(1, 4),
        "description": WORDS,
        "descriptionformat": st.integers(0, 2),
    },
)
HOLDER = st.fixed_dictionaries(
    {"rubric_criteria": st.lists(CRITERION, min_size=1, max_size=3) | st.dictionaries(WORDS, CRITERION, min_size=1)}
)
DEFINITION = st.fixed_dictionaries(
    {"rubric": HOLDER}, optional={"name": WORDS, "description": WORDS | st.none(), "options": JSON}
)


@given(
    HOLDER
    | DEFINITION
    | st.lists(DEFINITION, min_size=1, max_size=2)
    | st.fixed_dictionaries({"areas": st.lists(DEFINITION, min_size=1, max_size=2), "warnings": st.just([])})
)
@settings(max_examples=120, deadline=None)
def test_any_moodle_answer_comes_back_with_every_field(data: Any) -> None:
    rubrics = import_rubrics(json.dumps(data).encode(), "r.json")
    exported = export_rubrics([through_toml(rubric) for rubric in rubrics], Format.moodle)
    assert json.loads(exported) == data


def given_up(content: bytes, name: str, format: Format | None) -> None:
    """Import, and say so in one sentence if that is not possible."""
    try:
        rubrics = import_rubrics(content, name, format)
    except RubricError as error:
        assert error.message.endswith(".")
        assert "\n" not in error.message
        return
    for rubric in rubrics:
        through_toml(rubric)


FORMATS = st.none() | st.sampled_from(list(Format))
SUFFIXES = st.sampled_from(["a.csv", "a.json", "a.xml", "a.toml", "a", "a.pdf"])


@given(st.binary(max_size=300) | WORDS.map(str.encode), SUFFIXES, FORMATS)
@settings(max_examples=200, deadline=None)
def test_any_bytes_give_a_rubric_or_a_sentence(content: bytes, name: str, format: Format | None) -> None:
    given_up(content, name, format)
    try:
        parse_rubric(content, name)
    except RubricError as error:
        assert "\n" not in error.message


SHAPED = st.recursive(
    JSON,
    lambda inner: st.dictionaries(
        st.sampled_from(
            ["criteria", "options", "name", "label", "points", "rubric_criteria", "levels", "score", "rubric"]
        ),
        inner | st.lists(inner, max_size=3),
        max_size=4,
    ),
    max_leaves=12,
)


@given(SHAPED, FORMATS)
@settings(max_examples=200, deadline=None)
def test_any_json_gives_a_rubric_or_a_sentence(data: Any, format: Format | None) -> None:
    given_up(json.dumps(data).encode(), "a.json", format)


@given(st.data())
@settings(max_examples=200, deadline=None)
def test_a_spoiled_file_gives_a_rubric_or_a_sentence(data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(sorted(FILES.iterdir())))
    content = path.read_bytes()
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(content))] * 2)))
    given_up(content[:start] + data.draw(st.binary(max_size=8)) + content[end:], path.name, None)


@given(st.data())
@settings(max_examples=100, deadline=None)
def test_a_spoiled_extra_table_gives_a_file_or_a_sentence(data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(sorted(FILES.iterdir())))
    rubrics = import_rubrics(path.read_bytes(), path.name)
    text = to_toml(rubrics[0])
    places = [k for k in range(len(text)) if text.startswith("extra", k)]
    assume(places)
    start = data.draw(st.sampled_from(places)) + data.draw(st.integers(6, 60))
    spoiled = text[:start] + data.draw(st.sampled_from(["", "9", "x", "[", '"'])) + text[start + 1 :]
    try:
        rubric = parse_rubric(spoiled.encode(), "mine.toml")
        export_rubrics([rubric], target_format(Path(path.name), rubrics))
    except RubricError as error:
        assert "\n" not in error.message


@pytest.mark.parametrize("value", [3, "x", [], {"json": "{"}, {"json": 3}, ["rubric", 0], {"document": "<a/>"}, True])
@pytest.mark.parametrize("name", sorted(path.name for path in FILES.iterdir()))
def test_anything_in_an_extra_table_gives_a_file_or_a_sentence(name: str, value: Any) -> None:
    rubric = import_rubrics((FILES / name).read_bytes(), name)[0]
    format = target_format(Path(name), [rubric])
    ((kind, kept),) = rubric.extra.items()
    fields = dict.fromkeys((*kept.fields, "header", "delimiter", "<xml>", "<path>", "<document>", "title"), value)
    spoiled = rubric.model_copy(update={"extra": {kind: kept.model_copy(update={"fields": fields})}})
    try:
        export_rubrics([through_toml(spoiled)], format)
    except RubricError as error:
        assert "\n" not in error.message
