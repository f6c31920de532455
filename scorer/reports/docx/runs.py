"""Runs of a Word document cut so that a stretch of its text begins and ends with a run."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from typing import Any

from scorer.reports.docx.origins import Origin, text_elements

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def cut(root: Any, stretches: Sequence[tuple[Origin, Origin]]) -> list[tuple[Any, Any] | None]:
    """The first and last run of each stretch, given the origins of its first and last letter.

    Runs are split where a stretch begins or ends inside one; each part keeps the run's formatting, and the text stays
    as it is. None for a stretch that touches a text box, where Word allows no comment.
    """
    elements = text_elements(root)
    places: dict[int, set[int]] = {}
    for first, last in stretches:
        places.setdefault(first.element, set()).add(first.offset)
        places.setdefault(last.element, set()).add(last.offset + 1)
    pieces = {element: _split(elements[element], offsets) for element, offsets in places.items()}

    def run_at(origin: Origin) -> Any:
        made = pieces[origin.element]
        return made[max(start for start in made if start <= origin.offset)].getparent()

    runs = [(run_at(first), run_at(last)) for first, last in stretches]
    return [None if _in_box(first) or _in_box(last) else (first, last) for first, last in runs]


def _split(element: Any, offsets: set[int]) -> dict[int, Any]:
    """The ``w:t`` elements that one becomes, by the offset at which each begins; every one begins a run."""
    text = element.text
    made = {0: element}
    if len(text) in offsets:
        _begin_run(element.getnext())
    for offset in sorted(offsets - {0, len(text)}, reverse=True):
        tail = deepcopy(element)
        tail.text, element.text = element.text[offset:], element.text[:offset]
        tail.set(_SPACE, "preserve")
        element.set(_SPACE, "preserve")
        element.addnext(tail)
        _begin_run(tail)
        made[offset] = tail
    if 0 in offsets:
        _begin_run(element)
    return made


def _begin_run(child: Any) -> None:
    """Move ``child`` and what follows it in its run to a run of their own, unless it stands first."""
    from docx.oxml.ns import qn  # here, to keep start-up fast

    if child is None:
        return
    run, before = child.getparent(), child.getprevious()
    if before is None or before.tag == qn("w:rPr"):
        return
    made = run.makeelement(run.tag, run.attrib)
    if run.rPr is not None:
        made.append(deepcopy(run.rPr))
    for moved in [child, *child.itersiblings()]:
        made.append(moved)
    run.addnext(made)


def _in_box(run: Any) -> bool:
    from docx.oxml.ns import qn

    return next(run.iterancestors(qn("w:txbxContent")), None) is not None
