"""Where in a TOML text each key stands."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scorer.rubric.lines import Path, line_of, lines_of

TEXT = '''# a comment with [brackets] and "quotes"
title = "one"  # line 2
scale = { low = 1, high = 4 }
dotted.key = 1

list = [
    1,  # a comment, with a comma
    { name = "]", knots = [[0, 0],
        [1, 1]] },
]
long = """
[not.a.table]
x = 1 \\""" still
"""
raw = \'\'\'
key = 2\'\'\'
"quoted key" = 1979-05-27 07:32:00

[table]
a = true
[[rows]]
id = "first"
[[rows.parts]]
points = 1
[[rows.parts]]
points = 2
[rows.more]
z = 'it''s'
[[rows]]
id = "second"
[[rows.parts]]
points = 3
'''.replace("'it''s'", "'its'")


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("title",), 2),
        (("scale",), 3),
        (("scale", "high"), 3),
        (("dotted", "key"), 4),
        (("list",), 6),
        (("list", 0), 7),
        (("list", 1), 8),
        (("list", 1, "name"), 8),
        (("list", 1, "knots", 1), 9),
        (("long",), 11),
        (("raw",), 15),
        (("quoted key",), 17),
        (("table",), 19),
        (("table", "a"), 20),
        (("rows",), 21),
        (("rows", 0), 21),
        (("rows", 0, "id"), 22),
        (("rows", 0, "parts", 1), 25),
        (("rows", 0, "parts", 1, "points"), 26),
        (("rows", 0, "more", "z"), 28),
        (("rows", 1), 29),
        (("rows", 1, "parts", 0, "points"), 32),
        (("rows", 1, "parts", 0, "missing"), 31),
        (("rows", 1, "missing", 7), 29),
        (("nothing",), 1),
        ((), 1),
    ],
)
def test_a_path_has_the_line_where_it_or_what_holds_it_stands(path: Path, line: int) -> None:
    tomllib.loads(TEXT)
    assert line_of(lines_of(TEXT), path) == line


def paths(data: Any, path: Path = ()) -> Iterator[Path]:
    """Every path of a document."""
    if path:
        yield path
    steps = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, inner in steps:
        yield from paths(inner, (*path, step))


KEYS = st.text(st.characters(exclude_categories=["Cs"]), max_size=6).map(
    lambda text: '"' + "".join(f"\\U{ord(c):08X}" for c in text) + '"'
) | st.text("abc-_1", min_size=1, max_size=4)
VALUES = st.recursive(
    st.sampled_from(
        ["1", "-0.5", "true", '"a # b"', "'c\\'", '"""\n[x]\n"""', "'''''x'''", "2026-01-01", '"\\""', '""']
    ),
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda items: "[\n " + " , # ]\n".join(items) + "\n]")
        | st.dictionaries(KEYS, inner, max_size=3).map(
            lambda pairs: "{ " + ", ".join(f"{key} = {value}" for key, value in pairs.items()) + " }"
        )
    ),
    max_leaves=8,
)
TABLES = st.lists(
    st.tuples(
        st.sampled_from(["[[rows]]", "[[rows.parts]]", "[rows.one]", "[t.u]", "# x"]),
        st.dictionaries(KEYS, VALUES, max_size=3),
    ),
    max_size=5,
)


@given(st.dictionaries(KEYS, VALUES, max_size=3), TABLES)
@settings(max_examples=300, deadline=None)
def test_every_part_of_a_valid_text_has_a_line_in_it(
    top: dict[str, str], tables: list[tuple[str, dict[str, str]]]
) -> None:
    parts = [("", top), *tables]
    text = "".join(f"{head}\n" + "".join(f"{key} = {value}\n" for key, value in pairs.items()) for head, pairs in parts)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return
    lines = lines_of(text)
    known = text.count("\n") + 1
    for path in paths(data):
        assert path in lines
        assert 1 <= lines[path] <= known
