"""Numbers in square brackets, raised numbers, links."""

from __future__ import annotations

import pytest
from citation_reading import cited


@pytest.mark.parametrize(
    ("text", "spans", "style"),
    [
        ("It works [1].", ["[1]"], "numeric"),
        ("It works [2, 5] well.", ["[2, 5]"] * 2, "numeric"),
        ("It works [3-5].", ["[3-5]"] * 3, "numeric"),
        ("It lasts.¹ And ends.¹²", ["¹", "¹²"], "chicago-note"),
        ("Read https://www.who.int/x, which says so.", ["https://www.who.int/x"], "url"),
        ("So it is (www.who.int/x).", ["(www.who.int/x)"], "url"),
        ("See www. who. org/a for more.", ["www. who. org/a"], "url"),
    ],
)
def test_numbers_notes_and_links(text: str, spans: list[str], style: str) -> None:
    found = cited(text)
    assert [text[citation.start : citation.end] for citation in found] == spans
    assert {citation.style for citation in found} == {style}


def test_numbers_that_a_list_of_notes_explains_are_notes() -> None:
    text = "Peace lasts.[1] War ends.[2]\n\nNotes\n1. Walt, Origins, 45.\n2. Nau, Order (New York, 2017), 3.\n"
    assert [(text[c.start : c.end], c.style) for c in cited(text)] == [("[1]", "chicago-note"), ("[2]", "chicago-note")]
