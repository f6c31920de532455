"""Works cited by divisions of their own, plays and scripture, and cases at law (``Macbeth 5.5.24``, ``John 3:16``)."""

from __future__ import annotations

from scorer.pipeline.citations.canon_patterns import (
    ACT_AND_SCENE,
    BOOKS,
    CASE,
    CASE_BEFORE,
    CHAPTER_AND_VERSE,
    CONSTITUTION,
    COURTS,
    PLAYS,
)


def canonical_title(head: str, locator: str | None, year: str | None) -> str | None:
    """The title that stands before year and locator where it is a work that has divisions in place of pages.

    >>> canonical_title("Matthew", "5:44", None), canonical_title("Brown v. Board of Education", None, "1954")
    ('Matthew', 'Brown v. Board of Education')
    >>> canonical_title("Shakespeare", "5.5.24", None)
    """
    if is_case(head) or CONSTITUTION.fullmatch(head):
        return head
    if locator is None or year is not None:
        return None
    name = head.lower().rstrip(".")
    return head if name in PLAYS or (name in BOOKS and CHAPTER_AND_VERSE.match(locator)) else None


def is_case(head: str) -> bool:
    """Whether ``head`` names a case at law; teams that play each other have "vs." as well."""
    match = CASE.fullmatch(head)
    return match is not None and (match["versus"] in ("v", "v.") or bool(COURTS.search(head)))


def case_before(text: str, bracket: int, floor: int) -> int | None:
    """Where the name of a case that touches the bracket behind it begins."""
    match = CASE_BEFORE.search(text, floor, bracket)
    return match.start("case") if match and is_case(match["case"]) else None


def divides_play(locator: str | None) -> bool:
    """Whether a locator names act, scene and line: who speaks there is no author."""
    return bool(locator and ACT_AND_SCENE.match(locator))
