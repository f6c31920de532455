"""Overlapping marks become nested pieces, whatever overlaps."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorer.reports.marks import Mark
from scorer.reports.nesting import Closing, Opening, nested

TEXT = "abcdefghij"


def marked(*places: tuple[int, int]) -> list[Mark]:
    return [Mark("reason", start, end, "", "", number) for number, (start, end) in enumerate(places, start=1)]


def shown(start: int, end: int, *places: tuple[int, int]) -> str:
    """The events with ``<n`` for an opening and ``>`` for a closing."""
    signs = []
    for event in nested(TEXT, start, end, marked(*places)):
        signs.append(
            event if isinstance(event, str) else f"<{event.mark.number}" if isinstance(event, Opening) else ">"
        )
    return "".join(signs)


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        ((), "abcdefghij"),
        (((2, 4),), "ab<1cd>efghij"),
        (((2, 8), (4, 6)), "ab<1cd<2ef>gh>ij"),
        (((2, 6), (4, 8)), "ab<1cd<2ef>><2gh>ij"),
        (((2, 6), (2, 8)), "ab<2<1cdef>gh>ij"),
        (((2, 6), (2, 6)), "ab<1<2cdef>>ghij"),
        (((2, 6), (6, 8)), "ab<1cdef><2gh>ij"),
        (((0, 10), (0, 2), (8, 10)), "<1<2ab>cdefgh<3ij>>"),
        (((0, 5), (2, 7), (4, 9)), "<1ab<2cd<3e>>><3<2fg>hi>j"),
    ],
)
def test_pieces(places: tuple[tuple[int, int], ...], expected: str) -> None:
    assert shown(0, 10, *places) == expected


def test_a_stretch_of_the_text_holds_the_parts_of_marks_that_lie_in_it() -> None:
    assert shown(3, 6, (0, 4), (5, 10), (7, 8)) == "<1d>e<2f>"


@given(
    st.lists(st.tuples(st.integers(0, 10), st.integers(0, 10)).map(sorted).filter(lambda p: p[0] < p[1]), max_size=8),
    st.tuples(st.integers(0, 10), st.integers(0, 10)).map(sorted).filter(lambda p: p[0] < p[1]),
)
def test_every_mark_covers_its_words_and_every_piece_is_closed(
    places: list[tuple[int, int]], stretch: tuple[int, int]
) -> None:
    marks = marked(*places)
    open_now: list[int] = []
    covered: dict[int, str] = {mark.number: "" for mark in marks}
    text = ""
    for event in nested(TEXT, *stretch, marks):
        if isinstance(event, Opening):
            open_now.append(event.mark.number)
        elif isinstance(event, Closing):
            assert open_now.pop() == event.mark.number
        else:
            text += event
            for number in open_now:
                covered[number] += event
    start, end = stretch
    assert open_now == []
    assert text == TEXT[start:end]
    assert covered == {mark.number: TEXT[max(mark.start, start) : max(min(mark.end, end), start)] for mark in marks}
