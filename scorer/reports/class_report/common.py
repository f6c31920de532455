"""What many essays of a class share: strengths, needs and slips, with the essays that have them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from scorer.features.lexicons.corrections import CONVENTIONS, LANGUAGE
from scorer.reports.class_report.entry import ClassEntry
from scorer.reports.class_report.themes import headline

LEAST = 2
"""Essays that share something before it is listed."""
SHOWN = 6
"""Entries of a list; the class's rarer ones are in the essays' own reports."""
_SLIPS = {code: label for label, codes in (*CONVENTIONS.values(), *LANGUAGE.values()) for code in codes}


@dataclass(frozen=True)
class Shared:
    """Something that several essays have. ``criterion`` is its title, empty for slips; ``count`` the places in all."""

    title: str
    criterion: str
    essays: tuple[ClassEntry, ...]
    count: int = 0


def strengths(entries: Sequence[ClassEntry]) -> list[Shared]:
    """What most essays do well."""
    return _themes(entries, {"strength"})


def needs(entries: Sequence[ClassEntry]) -> list[Shared]:
    """What most essays are advised to work on; slips are counted apart."""
    return _themes(entries, {"improve"})


def slips(entries: Sequence[ClassEntry]) -> list[Shared]:
    """Kinds of corrections by the number of essays that have them."""
    found: dict[str, list[tuple[ClassEntry, int]]] = {}
    for entry in entries:
        counts: dict[str, int] = {}
        for code, count in entry.slips.items():
            if code in _SLIPS:
                counts[_SLIPS[code]] = counts.get(_SLIPS[code], 0) + count
        for label, count in counts.items():
            found.setdefault(label, []).append((entry, count))
    return _most(
        Shared(label[:1].upper() + label[1:], "", tuple(entry for entry, _ in having), sum(n for _, n in having))
        for label, having in found.items()
    )


def _themes(entries: Sequence[ClassEntry], kinds: set[str]) -> list[Shared]:
    titles = {criterion.id: criterion.title for entry in entries for criterion in entry.criteria}
    found: dict[tuple[str, str], list[ClassEntry]] = {}
    for entry in entries:
        for remark in entry.remarks:
            if remark.kind in kinds:
                found.setdefault((remark.criterion, remark.theme), []).append(entry)
    return _most(
        Shared(headline(theme), titles.get(criterion, ""), tuple(having))
        for (criterion, theme), having in found.items()
    )


def _most(shared: Iterable[Shared]) -> list[Shared]:
    listed = [one for one in shared if len(one.essays) >= LEAST]
    return sorted(listed, key=lambda one: (-len(one.essays), -one.count, one.title))[:SHOWN]
