"""Readers of graded essays, each on a tiny file of its format."""

from __future__ import annotations

import gzip
import lzma
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from synthetic_essays import as_ellipse, graded, write_table

from scorer.errors import DataError
from scorer.scoring.traits import Scale
from scorer.training.corpora import GradedEssay, read_corpus

ASAP = "essay_id\tessay_set\tessay\trater1_domain1\trater2_domain1\tdomain1_score\n"
ASAP_TRAITS = "essay_id\tessay_set\tscore\tcontent\tlanguage\n"


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., list[GradedEssay]]:
    """Read the given contents as files of a corpus."""

    def call(corpus: str, *contents: str | bytes, name: str = "essays{}.csv") -> list[GradedEssay]:
        paths = []
        for number, content in enumerate(contents):
            path = tmp_path / name.format(number)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
            paths.append(path)
        return read_corpus(corpus, paths)

    return call


def test_ellipse_has_six_traits_and_their_mean(tmp_path: Path) -> None:
    rows = as_ellipse(graded(3))
    rows[0] |= dict(zip(list(rows[0])[2:], (1.0, 2.0, 3.0, 4.0, 4.5, 3.5), strict=True))
    essay = read_corpus("ellipse", [write_table(tmp_path / "e.csv.gz", rows)])[0]
    assert (essay.id, essay.text) == ("e0", rows[0]["full_text"])
    assert essay.scores == {
        "cohesion": 1.0, "syntax": 2.0, "vocabulary": 3.0, "phraseology": 4.0, "grammar": 4.5, "conventions": 3.5,
        "general": 3.0,
    }  # fmt: skip
    assert set(essay.scales.values()) == {Scale(1, 5, 0.5)}


@pytest.mark.parametrize(
    ("row", "score", "scale", "raters"),
    [
        ("1\t1\tSome words.\t4\t5\t9", 9, Scale(2, 12, 1), (8, 10)),  # a sum of two raters: each is doubled
        ("1\t2\tSome words.\t4\t3\t4", 4, Scale(1, 6, 1), (4, 3)),
        ("1\t3\tSome words.\t0\t1\t1", 1, Scale(0, 3, 1), (0, 1)),
        ("1\t4\tSome words.\t2\t2\t2", 2, Scale(0, 3, 1), (2, 2)),
        ("1\t5\tSome words.\t4\t3\t4", 4, Scale(0, 4, 1), (4, 3)),
        ("1\t6\tSome words.\t1\t1\t1", 1, Scale(0, 4, 1), (1, 1)),
        ("1\t7\tSome words.\t8\t9\t17", 17, Scale(0, 30, 1), (16, 18)),
        ("1\t8\tSome words.\t20\t22\t42", 42, Scale(0, 60, 1), (40, 44)),
        ("1\t3\tSome words.\t\t\t2", 2, Scale(0, 3, 1), None),
    ],
)
def test_asap_scores_stand_on_their_prompts_range_and_raters_on_the_same(
    read: Callable[..., list[GradedEssay]], row: str, score: float, scale: Scale, raters: tuple[float, float] | None
) -> None:
    (essay,) = read("asap", ASAP + row + "\n")
    assert essay.scores == {"overall": score}
    assert essay.scales == {"overall": scale}
    assert essay.raters == ({"overall": raters} if raters else {})
    assert essay.groups == {"essay_set": row.split("\t")[1]}


def test_asap_traits_join_their_essays_whatever_the_order_of_the_files(
    read: Callable[..., list[GradedEssay]],
) -> None:
    essays = ASAP + "1\t1\tOne.\t4\t5\t9\n2\t3\tTwo.\t1\t1\t1\n"
    traits = ASAP_TRAITS + "2\t3\t1\t2\t3\n1\t1\t9\t5\t\n77\t3\t1\t2\t3\n"
    for files in ((essays, traits), (traits, essays)):
        first, second = sorted(read("asap", *files), key=lambda essay: essay.id)
        assert first.scores == {"overall": 9, "content": 5}
        assert first.scales["content"] == Scale(1, 6, 1)
        assert second.scores == {"overall": 1, "content": 2, "language": 3}
        assert second.scales["language"] == Scale(0, 3, 1)


def test_a_table_of_ones_own(read: Callable[..., list[GradedEssay]]) -> None:
    first, second = read(
        "csv", 'id,text,style,form,class\nann,"Well, yes.",2.5,10,7b\nben,"Line one.\nLine two.",4,20,8a\n'
    )
    assert (first.id, first.text, second.text) == ("ann", "Well, yes.", "Line one.\nLine two.")
    assert first.scores == {"style": 2.5, "form": 10}
    assert first.scales == {"style": Scale(2.5, 4, 0.5), "form": Scale(10, 20, 1)}
    assert first.groups["class"] == "7b"


def test_essays_without_ids_are_numbered(read: Callable[..., list[GradedEssay]]) -> None:
    assert [essay.id for essay in read("csv", "text,style\nOne.,1\nTwo.,2\n")] == ["1", "2"]


def test_columns_of_numbers_can_be_grouped_by_as_well(read: Callable[..., list[GradedEssay]]) -> None:
    essays = read("csv", "text,style,task\nOne.,1,1\nTwo.,2,2\n")
    assert [essay.groups["task"] for essay in essays] == ["1", "2"]


@pytest.mark.parametrize("cell", ["", "nan", "n/a", "inf", "good"])
def test_a_column_with_a_cell_that_is_no_number_is_no_trait(read: Callable[..., list[GradedEssay]], cell: str) -> None:
    essays = read("csv", f"text,style,form\nOne.,1,1\nTwo.,2,{cell}\n")
    assert set(essays[0].scores) == {"style"}


@pytest.mark.parametrize(
    ("name", "pack"),
    [
        ("e.csv", bytes),
        ("e.csv.gz", gzip.compress),
        ("e.csv.xz", lzma.compress),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_files_are_read_packed_or_not_in_the_encodings_that_spreadsheets_write(
    read: Callable[..., list[GradedEssay]], name: str, pack: Callable[[bytes], bytes], encoding: str
) -> None:
    content = "text,style\r\n“It’s a café.”,1\r\n".encode(encoding)
    (essay,) = read("csv", pack(content), name=name)
    assert essay.text == "“It’s a café.”"


def test_newlines_inside_an_essay_are_those_that_scoring_sees(read: Callable[..., list[GradedEssay]]) -> None:
    (essay,) = read("csv", b'text,style\r\n"One.\r\n\r\nTwo.\rThree.",1\r\n')
    assert essay.text == "One.\n\nTwo.\nThree."


@pytest.mark.parametrize(
    ("corpus", "contents", "code", "sentence"),
    [
        ("ellipse", ["text_id,full_text,cohesion\n1,a,2\n"], "data_invalid", "has no column 'syntax'"),
        ("asap", ["essay_id,essay_set\n1,1\n"], "data_invalid", "has no column 'essay_id'"),
        ("asap", [ASAP + "1\t9\tWords.\t1\t1\t1\n"], "data_invalid", "There is no ASAP prompt '9'"),
        ("asap", [ASAP + "1\t1\tWords.\t1\t1\t\n"], "data_invalid", "The essay 1 has no domain1_score"),
        ("asap", [ASAP + "1\t1\tWords.\t1\t1\tgood\n"], "data_invalid", "A row does not fit the asap format"),
        ("asap", [ASAP + "1\t7\tW.\t1\t1\t3\n", ASAP_TRAITS + "1\t7\t3\t2\t2\n"], "data_invalid", "ASAP prompt 7"),
        ("csv", ["essay,style\nOne.,1\n"], "data_invalid", "has no column 'text'"),
        ("csv", ["text,style\nOne.,good\n"], "data_invalid", "has no column of scores"),
        ("csv", ["text,style\n"], "data_invalid", "no column of scores"),
        ("csv", ["text,style\nOne.,1\nTwo.\n"], "data_invalid", "too few or too many cells near line 3"),
        ("csv", ["text,style\nOne, two.,1\n"], "data_invalid", "too few or too many cells near line 2"),
        ("csv", ["text,style\nOne.,1\n", "text,form\nTwo.,2\n"], "data_invalid", "different columns"),
        ("csv", [""], "data_invalid", "has no column 'text'"),
        ("csv", [b"\xff\xfe\x00\xd8\x00"], "data_invalid", "does not hold text"),
        ("sat", ["text,style\nOne.,1\n"], "data_invalid", "There is no corpus format 'sat': use one of"),
        ("asap", [ASAP], "data_invalid", "There are no graded essays in these files"),
    ],
)
def test_a_file_that_does_not_fit_is_refused_in_one_sentence(
    read: Callable[..., list[GradedEssay]], corpus: str, contents: Sequence[Any], code: str, sentence: str
) -> None:
    with pytest.raises(DataError) as caught:
        read(corpus, *contents)
    assert caught.value.code == code
    assert sentence in caught.value.message


@pytest.mark.parametrize(
    "name", ["cut.csv.gz", "cut.csv.xz", "noise.csv.gz", "noise.csv.xz", "absent.csv", "folder.csv"]
)
def test_a_file_that_cannot_be_opened_is_named(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    packed = (gzip if name.endswith("gz") else lzma).compress(b"text,style\nOne.,1\n" * 500)
    if name.startswith("cut"):
        path.write_bytes(packed[: len(packed) // 2])
    elif name.startswith("noise"):
        path.write_bytes(packed[:20] + bytes(40) + packed[60:])
    elif name.startswith("folder"):
        path.mkdir()
    with pytest.raises(DataError) as caught:
        read_corpus("csv", [path])
    assert caught.value.code == "data_not_found"
    assert caught.value.message == f"The file {name} cannot be read: check its path and format."


PERSUADE = "essay_id_comp,full_text,holistic_essay_score,prompt_name,grade_level,discourse_text\n"


def test_persuade_has_one_essay_for_all_its_elements(read: Callable[..., list[GradedEssay]]) -> None:
    rows = 'A1,"One.\nTwo.",4,Phones,8,One.\nA1,"One.\nTwo.",4,Phones,8,Two.\nB2,Three.,1,Zoos,,Three.\n'
    first, second = read("persuade", PERSUADE + rows)
    assert (first.id, first.text, first.scores) == ("A1", "One.\nTwo.", {"overall": 4.0})
    assert first.scales == {"overall": Scale(1, 6, 1)}
    assert (second.id, second.groups) == ("B2", {"prompt_name": "Zoos", "grade_level": ""})


def test_persuade_without_scores_is_refused(read: Callable[..., list[GradedEssay]]) -> None:
    with pytest.raises(DataError, match="A1 has no holistic_essay_score"):
        read("persuade", PERSUADE + "A1,One.,,Phones,8,One.\n")
