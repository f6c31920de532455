"""The essay as HTML: its paragraphs with every mark, and not one character more or less than its text."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from scorer.reports.marks import Mark
from scorer.reports.nesting import Closing, Opening, nested
from scorer.reports.paragraphs import paragraphs_of

WRAPPED = 45
"""Characters of the shortest line that an editor broke; the writer broke shorter ones."""
_PARAGRAPH = Markup('<p class="{}" dir="auto">{}</p>')
_GAP = Markup("<span hidden>{}</span>")
_FIRST = Markup(
    '<mark id="{prefix}m{n}" class="m {role}" data-m="{n}" data-note="{note}" data-kind="{kind}">'
    '<a class="ref" href="#{prefix}n{note}" role="doc-noteref" aria-label="{label}" aria-describedby="{prefix}n{note}"'
    ' data-tag="{tag}" data-n="{note}"></a>'
)
_NEXT = Markup('<mark class="m {role}" data-m="{n}" data-note="{note}" data-kind="{kind}">')
_END = Markup("</mark>")


def essay_markup(text: str, marks: Sequence[Mark], prompt_end: int = 0, prefix: str = "") -> Markup:
    """Paragraphs whose ``textContent``, taken together, is ``text``.

    Each piece of a mark is a ``<mark>`` with the mark's number in ``data-m``; the first has the id ``m<number>`` and
    holds the link to the note. What lies between paragraphs is kept in hidden elements. Paragraphs that end before
    ``prompt_end`` are the assignment's. ``prefix`` stands before every id, for a page with several essays.
    """
    opened: set[int] = set()
    made: list[Markup] = []
    end = 0
    for start, stop in paragraphs_of(text, prompt_end):
        if start > end:
            made.append(_GAP.format(_inside(text, end, start, marks, prefix)))
        names = ["assignment"] * (stop <= prompt_end) + ["wrapped"] * _is_wrapped(text[start:stop])
        made.append(_PARAGRAPH.format(" ".join(names), _inside(text, start, stop, marks, prefix, opened)))
        end = stop
    if end < len(text):
        made.append(_GAP.format(_inside(text, end, len(text), marks, prefix)))
    return Markup("").join(made)


def _is_wrapped(paragraph: str) -> bool:
    """Whether an editor broke the lines, so that the page may break them elsewhere."""
    *lines, _ = paragraph.split("\n")
    return bool(lines) and min(map(len, lines)) >= WRAPPED


def _inside(
    text: str, start: int, end: int, marks: Sequence[Mark], prefix: str, opened: set[int] | None = None
) -> Markup:
    """The markup of a stretch; ``opened`` are the marks that have their first piece, which is never a hidden one."""
    pieces: list[Markup] = []
    for event in nested(text, start, end, marks):
        if isinstance(event, str):
            pieces.append(Markup.escape(event))
        elif isinstance(event, Opening):
            pieces.append(_opening(event.mark, prefix, first=opened is not None and event.mark.number not in opened))
            if opened is not None:
                opened.add(event.mark.number)
        elif isinstance(event, Closing):
            pieces.append(_END)
    return Markup("").join(pieces)


def _opening(mark: Mark, prefix: str, first: bool) -> Markup:
    template = _FIRST if first else _NEXT
    role = f"{mark.role} long" if mark.long else mark.role
    return template.format(
        n=mark.number, role=role, kind=mark.kind, label=mark.label, tag=mark.tag, note=mark.reference, prefix=prefix
    )
