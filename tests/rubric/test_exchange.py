"""Rubrics of other systems: what is read, and that nothing is lost on the way out."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as Xml

import pytest

from scorer.errors import RubricError
from scorer.rubric import Rubric, builtin_names, load_rubric, parse_rubric
from scorer.rubric.exchange import ENDINGS, Format, export_rubrics, import_rubrics, target_format
from scorer.rubric.write import to_toml

FILES = Path(__file__).parent / "files"


def cells(content: bytes) -> list[list[str]]:
    """The cells of a table; a row ends where nothing more stands in it."""
    text = content.decode("utf-8-sig")
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=";" if ";" in text.split("\n")[0] else ",")
    made = [row[: max((k + 1 for k, cell in enumerate(row) if cell), default=0)] for row in rows]
    return [row for row in made if row]


def elements(content: bytes) -> Any:
    """The elements of a document; those that ORA2 reads by their names stand in the order of these."""
    return _elements(Xml.fromstring(content))


def _elements(element: Xml.Element) -> Any:
    texts = [text for text in (element.text, element.tail) if text and text.strip()]
    children = [_elements(child) for child in element]
    return element.tag, dict(element.attrib), texts, sorted(children, key=lambda child: child[0])


READ: dict[str, Callable[[bytes], Any]] = {".csv": cells, ".json": json.loads, ".xml": elements}
NAMES = sorted(path.name for path in FILES.iterdir())


def through_toml(rubric: Rubric) -> Rubric:
    """As a teacher's file has it."""
    return parse_rubric(to_toml(rubric).encode(), "mine.toml")


def said(rubric: Rubric) -> list[Any]:
    """The words and points of a rubric."""
    return [
        (c.title, c.description, [(level.points, level.title, level.description) for level in c.levels])
        for c in rubric.criteria
    ]


def imported(name: str) -> list[Rubric]:
    return import_rubrics((FILES / name).read_bytes(), name)


@pytest.mark.parametrize("name", NAMES)
def test_what_was_imported_is_exported_as_it_was(name: str) -> None:
    rubrics = [through_toml(rubric) for rubric in imported(name)]
    exported = export_rubrics(rubrics, target_format(Path(name), rubrics))
    read = READ[Path(name).suffix]
    assert read(exported) == read((FILES / name).read_bytes())


def test_several_rubrics_of_a_file_and_its_byte_order_mark() -> None:
    assert [len(imported(name)) for name in NAMES] == [1, 1, 1, 1, 1, 2]
    assert (FILES / "two-rubrics.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert export_rubrics(imported("two-rubrics.csv"), Format.canvas).startswith(b"\xef\xbb\xbf")


def test_a_canvas_rubric_has_levels_in_rising_order_and_weighs_by_points() -> None:
    (rubric,) = imported("argument-essay.csv")
    thesis = rubric.criteria[0]
    assert (rubric.id, rubric.title) == ("argument-essay-10th-grade", "Argument Essay – 10th grade")
    assert (rubric.scale.low, rubric.scale.high) == (3, 60)
    assert (thesis.id, thesis.title, thesis.weight) == ("thesis-claim", "Thesis/Claim", 10)
    assert [(level.points, level.title) for level in thesis.levels] == [
        (0, "Below"), (6, "Near"), (8, "Meets"), (10, "Exceeds"),
    ]  # fmt: skip
    assert thesis.levels[3].description == "Precise claim that\npreviews the reasons"
    assert [criterion.id for criterion in rubric.criteria][-1] == "voice"


def test_decimal_commas_points_with_units_and_other_alphabets() -> None:
    german, chinese = imported("two-rubrics.csv")
    assert [level.points for level in german.criteria[0].levels] == [0, 1, 1.75]
    assert (chinese.id, [criterion.id for criterion in chinese.criteria]) == ("rubric", ["criterion-1", "criterion-2"])
    assert [level.points for level in chinese.criteria[1].levels] == [0, 10]


@pytest.mark.parametrize(
    ("titles", "ids"),
    [
        (["作文", "演讲", "Essay"], ["rubric", "rubric-2", "essay"]),
        (["Essay!", "Essay", "Essay 2"], ["essay", "essay-3", "essay-2"]),
    ],
)
def test_rubrics_of_one_file_have_ids_of_their_own(titles: list[str], ids: list[str]) -> None:
    rubrics = [load_rubric("argument").model_copy(update={"title": title}) for title in titles]
    for format in (Format.canvas, Format.moodle):
        back = import_rubrics(export_rubrics(rubrics, format), f"a{ENDINGS[format]}")
        assert [(rubric.title, rubric.id) for rubric in back] == list(zip(titles, ids, strict=True))


def test_an_ora2_criterion_stands_where_its_number_puts_it() -> None:
    (rubric,) = imported("analytical-essay.json")
    assert [criterion.title for criterion in rubric.criteria] == ["Position", "Evidence", "Ваши мысли"]
    assert [len(criterion.levels) for criterion in rubric.criteria] == [3, 3, 0]
    assert not any(criterion.scored for criterion in rubric.criteria)


def test_a_long_text_of_moodle_is_a_description_and_a_short_one_a_title() -> None:
    (rubric,) = imported("moodle-definitions.json")
    structure, spelling = rubric.criteria
    assert (structure.title, structure.description) == ("Structure", "the text is easy to follow")
    assert [level.title for level in structure.levels] == ["Poor", "Good", "5 points"]
    assert structure.levels[2].description.startswith("The order of the paragraphs")
    assert [level.points for level in spelling.levels] == [0, 4]


@pytest.mark.parametrize(
    ("name", "old", "new", "where"),
    [
        ("argument-essay.csv", 'title = "Voice ✨"', 'title = "Style"', b",Style,"),
        ("argument-essay.csv", "points = 12.5", "points = 15", b",15,"),
        ("two-rubrics.csv", "points = 1.75", "points = 2.5", b";2.5;"),
        ("analytical-essay.json", 'title = "Position"', 'title = "Stance"', b'"label": "Stance"'),
        ("opinion-essay.xml", 'description = "One pattern"', 'description = "Short"', b"<explanation>Short<"),
        ("moodle-definitions.json", 'title = "Poor"', 'title = "Weak"', b'"definition": "Weak"'),
        ("moodle-definitions.json", 'title = "Orthographe"', 'title = "Spelling"', b'"description": "Spelling"'),
    ],
)
def test_what_a_teacher_changes_is_exported_changed(name: str, old: str, new: str, where: bytes) -> None:
    rubric = imported(name)[0]
    text = to_toml(rubric)
    assert old in text
    edited = parse_rubric(text.replace(old, new).encode(), "mine.toml")
    format = target_format(Path(name), [rubric])
    assert where in export_rubrics([edited], format)
    assert where not in export_rubrics([rubric], format)


@pytest.mark.parametrize("format", list(Format))
@pytest.mark.parametrize("name", builtin_names())
def test_a_built_in_rubric_survives_the_way_there_and_back(name: str, format: Format) -> None:
    rubric = load_rubric(name)
    content = export_rubrics([rubric], format)
    (back,) = import_rubrics(content, f"{name}{ENDINGS[format]}")
    assert said(back) == said(rubric)
    assert export_rubrics([through_toml(back)], format) == content


def test_a_native_rubric_is_valid_for_open_edx() -> None:
    made = json.loads(export_rubrics([load_rubric("argument")], Format.ora2))
    assert list(made) == ["prompts", "criteria"]
    first = made["criteria"][0]
    assert set(first) == {"name", "label", "prompt", "order_num", "feedback", "options"}
    assert set(first["options"][0]) == {"name", "label", "points", "explanation", "order_num"}
    assert all(isinstance(option["points"], int) for c in made["criteria"] for option in c["options"])
    assert [criterion["order_num"] for criterion in made["criteria"]] == [0, 1, 2, 3, 4]
    root = Xml.fromstring(export_rubrics([load_rubric("argument")], Format.ora2_xml))
    assert root.tag == "openassessment"
    assert [child.tag for child in root] == ["title", "assessments", "prompts", "rubric"]
    for criterion in root.findall("rubric/criterion"):
        assert all(criterion.find(tag) is not None for tag in ("name", "prompt", "option"))
        assert all(int(option.attrib["points"]) >= 0 for option in criterion.findall("option"))


def test_a_native_rubric_is_valid_for_canvas_and_moodle() -> None:
    rows = cells(export_rubrics([load_rubric("argument"), load_rubric("ellipse")], Format.canvas))
    assert rows[0][:7] == [
        "Rubric Name", "Criteria Name", "Criteria Description", "Criteria Enable Range",
        "Rating Name", "Rating Description", "Rating Points",
    ]  # fmt: skip
    assert {row[0] for row in rows[1:]} == {"Argument", "Analytic traits of English learners' writing"}
    assert rows[1][4::3] == ["Advanced", "Proficient", "Developing", "Beginning"]
    assert rows[1][6::3] == ["4", "3", "2", "1"]
    made = json.loads(export_rubrics([load_rubric("argument")], Format.moodle))
    first = made["rubric"]["rubric_criteria"][0]
    assert (first["sortorder"], [level["score"] for level in first["levels"]]) == (1, [1, 2, 3, 4])
    assert first["levels"][0]["definition"].startswith("Beginning: No position")


HEAD = 'id = "m"\ntitle = "M"\nscale = { low = 0, high = 1 }\n[[criteria]]\nid = "a"\ntitle = "A"\n'
LEVEL = '[[criteria.levels]]\npoints = {}\ntitle = "T{}"\n'


@pytest.mark.parametrize(
    ("toml", "formats", "sentence"),
    [
        (HEAD + LEVEL.format(0.5, 1), [Format.ora2, Format.ora2_xml], "points from 0 up, and a level of 'a' has 0.5"),
        (HEAD + LEVEL.format(-1, 1), [Format.ora2, Format.moodle], "a level of 'a' has -1"),
        (HEAD, [Format.canvas], "the criterion 'a' lacks one"),
        (HEAD.replace('"M"', '""') + LEVEL.format(1, 1), [Format.canvas], "needs a title"),
        (HEAD.replace('"A"', '"A\\u0001"') + LEVEL.format(1, 1), [Format.ora2_xml], "a control character"),
    ],
)  # fmt: skip
def test_what_a_format_cannot_hold_is_refused_and_not_bent(toml: str, formats: list[Format], sentence: str) -> None:
    rubric = parse_rubric(toml.encode(), "m.toml")
    for format in formats:
        with pytest.raises(RubricError) as caught:
            export_rubrics([rubric], format)
        assert caught.value.code == "rubric_not_exportable"
        assert sentence in caught.value.message


CANVAS = (
    "Rubric Name,Criteria Name,Criteria Description,Criteria Enable Range,"
    "Rating Name,Rating Description,Rating Points\n"
)


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("a.csv", CANVAS, "there is no criterion under the headings"),
        ("a.csv", CANVAS + "R,,,,Good,,3\n", "line 2 has no 'Criteria Name': name the criterion"),
        ("a.csv", CANVAS + "R,C,,,Good,,3\n,D,,,Good,,3\n", "line 3 has no 'Rubric Name': write it in every row"),
        ("a.csv", CANVAS + "R,C,,,Good,,\n", "line 2: rating 1 has no 'Rating Points'"),
        ("a.csv", CANVAS + "R,C,,,Good,,10-8\n", "of rating 1 in line 2 must be a number, and is '10-8'"),
        ("a.csv", CANVAS + "R,C,,\n", "line 2 has no ratings"),
        ("a.csv", "a,b\n1,2\n", "line 1 must name the columns"),
        ("a.csv", "", "it is empty"),
        ("a.json", '{"criteria": []}', "has no criteria"),
        ("a.json", '{"criteria": [{"name": 3, "options": []}]}', "'name' and 'label' of criterion 1 must be text"),
        ("a.json", '{"criteria": [3]}', "'criteria' of the rubric must hold objects alone"),
        (
            "a.json",
            '{"criteria": [{"name": "A", "options": [{"name": "x", "points": 1.5}]}]}',
            "'points' of option 1 of criterion 1 must be a whole number",
        ),
        (
            "a.json",
            '{"criteria": [{"name": "A", "options": []}, {"name": "A", "options": []}]}',
            "two criteria are named 'A': rename one",
        ),
        ("a.json", '{"criteria": [', "is not valid JSON"),
        ("a.json", '{"criteria": [{"name": "\\ud800"}]}', "half a character"),
        ("a.json", '{"criteria": NaN}', "is not valid JSON"),
        ("a.json", "[" * 100_000, "is not valid JSON"),
        ("a.csv", CANVAS + "R,C,,,Good,,3\n" * 501, "more than 500 rows or columns: check that it is a rubric"),
        ("a.csv", CANVAS + "R,C,,," + "Good,,3," * 200 + "\n", "more than 500 rows or columns"),
        ("a.json", '{"criteria": [' + "{}," * 500 + "{}]}", "more than 500 entries: check that it is a rubric"),
        ("a.json", '{"a": 1}', "Open edX has 'criteria' at the top, Moodle has 'rubric_criteria'"),
        ("a.json", '{"rubric_criteria": [{"description": "A", "levels": [{"score": -1}]}]}', "must not be negative"),
        ("a.json", '{"rubric_criteria": [{"description": "A", "levels": 3}]}', "of criterion 1 must be a list"),
        ("a.xml", "<rubric/>", "has no criteria"),
        ("a.xml", "<a><b/></a>", "there is no <rubric> in it"),
        ("a.xml", "<rubric><criterion>", "it is not valid XML"),
        ("a.xml", '<!DOCTYPE r [<!ENTITY a "b">]><rubric>&a;</rubric>', "it has a DOCTYPE"),
        ("a.xml", "<rubric>" + "<a>" * 500 + "</a>" * 500 + "</rubric>", "too many, or nested too deeply"),
        (
            "a.xml",
            '<rubric><criterion><name>A</name><option points="many"><name>x</name></option></criterion></rubric>',
            "'points' of option 1 of criterion 1 must be a whole number",
        ),
        (
            "a.xml",
            "<rubric><criterion><name>A</name><prompt>Is it <b>good</b>?</prompt></criterion></rubric>",
            "<prompt> of criterion 1 holds more than text",
        ),
        ("notes.txt", "Dear colleague, here is the rubric.", "is no rubric in a format that we know"),
    ],
)  # fmt: skip
def test_what_cannot_be_imported_is_one_sentence_with_its_place(name: str, content: str, sentence: str) -> None:
    with pytest.raises(RubricError) as caught:
        import_rubrics(content.encode(), name)
    assert caught.value.code in {"rubric_invalid", "rubric_format"}
    assert sentence in caught.value.message
    assert caught.value.message.startswith(name)
    assert "\n" not in caught.value.message


def test_several_rubrics_go_into_one_file_only_where_the_format_has_that() -> None:
    rubrics = [load_rubric("argument"), load_rubric("ellipse")]
    assert len(import_rubrics(export_rubrics(rubrics, Format.canvas), "two.csv")) == 2
    assert len(import_rubrics(export_rubrics(rubrics, Format.moodle), "two.json")) == 2
    with pytest.raises(RubricError, match="holds one rubric, and 2 are given"):
        export_rubrics(rubrics, Format.ora2)


@pytest.mark.parametrize(
    ("output", "name", "format"),
    [
        ("x.csv", "argument-essay.csv", Format.canvas),
        (None, "argument-essay.csv", Format.canvas),
        ("x.json", "argument-essay.csv", Format.ora2),
        ("x.json", "moodle-definitions.json", Format.moodle),
        (None, "moodle-definitions.json", Format.moodle),
        ("x.xml", "analytical-essay.json", Format.ora2_xml),
    ],
)
def test_the_format_to_write_is_told_by_the_file_or_by_where_the_rubric_came_from(
    output: str | None, name: str, format: Format
) -> None:
    assert target_format(Path(output) if output else None, imported(name)) is format


def test_a_format_that_nothing_tells_is_asked_for() -> None:
    with pytest.raises(RubricError, match="Which format"):
        target_format(None, [load_rubric("argument")])
    with pytest.raises(RubricError, match="Which format"):
        target_format(Path("x.pdf"), [load_rubric("argument")])
