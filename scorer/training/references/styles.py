"""School lists for the chain to learn from: the values of marked entries, written again in the styles students use.

The corpus is scholarly; Works Cited lists of essays are web pages in MLA, bare links and half-remembered forms.
Values are drawn from several entries at once, so that no entry is the corpus's own.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from scorer.pipeline.references.fields import FIELD_OF
from scorer.training.references.corpus import MarkedEntry

Parts = list[tuple[str, str]]

_WORD = re.compile(r"[^\W\d_]+")
_SURNAME = re.compile(r"[^\W\d_a-z][^\W\d_A-Z]{2,}")
_SMALL = frozenset(
    ["a", "an", "and", "as", "at", "by", "for", "from", "in", "is", "of", "on", "or", "the", "to", "with"]
)
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October")
_PARTICLES = ("van ", "de ", "von ", "van der ", "de la ", "Van ", "De ")
_ENDINGS = ("com", "org", "gov", "edu", "net")


@dataclass(frozen=True)
class Pools:
    """Values of a set of entries, by field, without the marks around them."""

    names: tuple[str, ...]
    titles: tuple[str, ...]
    containers: tuple[str, ...]
    publishers: tuple[str, ...]
    locations: tuple[str, ...]


def restyled(entries: Sequence[MarkedEntry], count: int, seed: int = 0) -> list[MarkedEntry]:
    """``count`` new entries from the values of ``entries``."""
    draw = random.Random(seed)
    pools = _pools(entries)
    return [_careless(STYLES[draw.randrange(len(STYLES))](pools, draw), draw) for _ in range(count)]


def _pools(entries: Sequence[MarkedEntry]) -> Pools:
    values: dict[str, list[str]] = {"author": [], "title": [], "container": [], "publisher": [], "location": []}
    for entry in entries:
        for mark, text in entry.parts:
            field = FIELD_OF.get(mark, mark)
            bare = re.sub(r"^in:? ", "", text.strip(" .,;:()[]\"“”‘’«»'"), flags=re.IGNORECASE)
            if field in values and len(bare) > 2:
                values[field].append(bare)
    names = sorted({name for author in values["author"] for name in _SURNAME.findall(author)} - {"And", "The"})
    return Pools(tuple(names), *(tuple(values[f]) for f in ("title", "container", "publisher", "location")))


def _title(pools: Pools, draw: random.Random) -> str:
    words = draw.choice(pools.titles).split()[: draw.choice((1, 2, 3, 4, 5, 6, 8, 10, 14))]
    while len(words) > 1 and words[-1].lower() in _SMALL:
        words.pop()
    text = " ".join(words).strip(" .,;:(\"“”'")
    if draw.random() < 0.7:
        text = " ".join(w if w in _SMALL and k else w[:1].upper() + w[1:] for k, w in enumerate(text.split()))
    if draw.random() < 0.15:
        text += f": {draw.choice(('What', 'Why', 'How', 'Facts', 'The', 'Is'))} {_short(pools, draw)}"
    if draw.random() < 0.12:
        text = text.rstrip(".") + draw.choice(("?", "?", "!"))
    return text or "Notes"


def _short(pools: Pools, draw: random.Random) -> str:
    return " ".join(draw.choice(pools.titles).split()[:4]).strip(" .,;:(\"“”'")


def _person(pools: Pools, draw: random.Random) -> tuple[str, str]:
    initial = f" {draw.choice('ABCDEFGHJKLMNPRSTW')}." if draw.random() < 0.25 else ""
    last = draw.choice(_PARTICLES) + draw.choice(pools.names) if draw.random() < 0.06 else draw.choice(pools.names)
    return last, draw.choice(pools.names) + initial


def _stop(title: str) -> str:
    """A title with its full stop; a question keeps its own mark."""
    return title if title[-1:] in "?!" else title + "."


def _mla_author(pools: Pools, draw: random.Random) -> str:
    (last, first), (second, given) = _person(pools, draw), _person(pools, draw)
    chance = draw.random()
    if chance < 0.6:
        return f"{last}, {first}"
    if chance < 0.75:
        return f"{last}, {first}, and {given} {second}"
    if chance < 0.85:
        return f"{last}, {first}, et al"
    return draw.choice((last, draw.choice(pools.publishers), f"{first} {last}"))


def _apa_author(pools: Pools, draw: random.Random) -> str:
    people = [
        f"{_person(pools, draw)[0]}, {draw.choice('ABCDEFGHJKLMNPRSTW')}." for _ in range(draw.choice((1, 1, 1, 2, 3)))
    ]
    if draw.random() < 0.2:
        return draw.choice(pools.publishers) + "."
    return people[0] if len(people) == 1 else ", ".join(people[:-1]) + f", & {people[-1]}"


def _year(draw: random.Random) -> str:
    return str(draw.choice((draw.randint(1950, 1999), draw.randint(2000, 2024), draw.randint(2010, 2024))))


def _day(draw: random.Random) -> str:
    month, year, day = draw.choice(_MONTHS), _year(draw), draw.randint(1, 28)
    short = month if len(month) < 5 else month[:3] + "."
    return draw.choice(
        (f"{day} {short} {year}", f"{day} {short} {year}", f"{month} {day}, {year}", f"{short} {year}", year)
    )


def _link(pools: Pools, draw: random.Random) -> str:
    words = [w.lower() for w in _WORD.findall(draw.choice(pools.titles)) if w.isascii()] or ["home"]
    site = "".join(w.lower() for w in _WORD.findall(draw.choice(pools.containers))[:3] if w.isascii()) or "site"
    start = draw.choice(("https://www.", "http://www.", "https://", "www.", "www.", ""))
    path = f"/{'-'.join(words[: draw.randint(1, 6)])}" if draw.random() < 0.85 else ""
    return f"{start}{site}.{draw.choice(_ENDINGS)}{path}{draw.choice(('', '', '/', '.html'))}"


def _quoted(title: str, draw: random.Random, mark: str = ".") -> str:
    opening, closing = draw.choice((('"', '"'), ('"', '"'), ("“", "”")))
    mark = "" if title[-1:] in "?!" else mark
    return f"{opening}{title}{mark}{closing}" if draw.random() < 0.85 else f"{opening}{title}{closing}{mark}"


def _some(draw: random.Random, chance: float, *parts: tuple[str, str]) -> Parts:
    return list(parts) if draw.random() < chance else []


def _accessed(draw: random.Random) -> Parts:
    day = f"{draw.randint(1, 28)} {draw.choice(_MONTHS)[:3]}. {draw.randint(2010, 2024)}"
    return [("note", draw.choice((f"Accessed {day}.", f"Accessed {day}", f"Web. {day}.", f"Retrieved {day}.")))]


def _mla_web(pools: Pools, draw: random.Random) -> Parts:
    site = draw.choice(pools.containers)
    return [
        *_some(draw, 0.6, ("author", _mla_author(pools, draw) + ".")),
        ("title", _quoted(_title(pools, draw), draw)),
        *_some(draw, 0.9, ("container", site + ",")),
        *_some(draw, 0.3, ("publisher", draw.choice((site, draw.choice(pools.publishers))) + ",")),
        *_some(draw, 0.75, ("date", _day(draw) + ",")),
        ("url", _link(pools, draw) + "."),
        *(_accessed(draw) if draw.random() < 0.4 else []),
    ]


def _mla_old(pools: Pools, draw: random.Random) -> Parts:
    return [
        *_some(draw, 0.7, ("author", _mla_author(pools, draw) + ".")),
        ("title", _quoted(_title(pools, draw), draw)),
        ("container", draw.choice(pools.containers) + "."),
        *_some(draw, 0.6, ("publisher", draw.choice((draw.choice(pools.publishers), "N.p.")) + ",")),
        *_some(draw, 0.8, ("date", draw.choice((_day(draw), "n.d.")) + ".")),
        *(_accessed(draw) if draw.random() < 0.6 else [("medium", draw.choice(("Print.", "Web.")))]),
    ]


def _mla_journal(pools: Pools, draw: random.Random) -> Parts:
    low = draw.randint(1, 600)
    return [
        ("author", _mla_author(pools, draw) + "."),
        ("title", _quoted(_title(pools, draw), draw)),
        ("container", draw.choice(pools.containers) + ","),
        ("volume", f"vol. {draw.randint(1, 90)}, no. {draw.randint(1, 12)},"),
        ("date", _day(draw) + ","),
        ("pages", f"pp. {low}-{low + draw.randint(1, 40)}."),
        *_some(
            draw, 0.3, ("container", draw.choice(("JSTOR,", "EBSCOhost,", "Gale,"))), ("url", _link(pools, draw) + ".")
        ),
    ]


def _book(pools: Pools, draw: random.Random) -> Parts:
    return [
        ("author", _mla_author(pools, draw) + "."),
        ("title", _stop(_title(pools, draw))),
        *_some(draw, 0.4, ("location", draw.choice(pools.locations) + ":")),
        ("publisher", draw.choice(pools.publishers) + ","),
        ("date", _year(draw) + "."),
        *_some(draw, 0.3, ("medium", "Print.")),
    ]


def _book_with_year_first(pools: Pools, draw: random.Random) -> Parts:
    return [
        ("author", _apa_author(pools, draw)),
        ("date", draw.choice((f"({_year(draw)}).", "(n.d.)."))),
        ("title", _stop(_title(pools, draw))),
        *_some(draw, 0.4, ("location", draw.choice(pools.locations) + ":")),
        ("publisher", draw.choice(pools.publishers) + "."),
    ]


def _book_without_author(pools: Pools, draw: random.Random) -> Parts:
    return [
        ("title", _stop(_title(pools, draw))),
        ("publisher", draw.choice(pools.publishers) + ","),
        ("date", _year(draw) + "."),
    ]


def _apa_web(pools: Pools, draw: random.Random) -> Parts:
    month = f", {draw.choice(_MONTHS)} {draw.randint(1, 28)}" if draw.random() < 0.5 else ""
    year = ("date", draw.choice((f"({_year(draw)}{month}).", f"({_year(draw)}{month}).", "(n.d.).")))
    title = ("title", _stop(_title(pools, draw)))
    opening = [title, year] if draw.random() < 0.25 else [("author", _apa_author(pools, draw)), year, title]
    return [
        *opening,
        *_some(draw, 0.7, ("container", draw.choice(pools.containers) + ".")),
        *_some(draw, 0.4, ("note", draw.choice(("Retrieved from", f"Retrieved {draw.choice(_MONTHS)} 3, 2019, from")))),
        *_some(draw, 0.8, ("url", _link(pools, draw))),
    ]


def _apa_journal(pools: Pools, draw: random.Random) -> Parts:
    low = draw.randint(1, 600)
    return [
        ("author", _apa_author(pools, draw)),
        ("date", f"({_year(draw)}{draw.choice(('', '', 'a', 'b'))})."),
        ("title", _stop(_title(pools, draw))),
        ("container", draw.choice(pools.containers) + ","),
        ("volume", f"{draw.randint(1, 90)}({draw.randint(1, 12)}),"),
        ("pages", f"{low}-{low + draw.randint(1, 40)}."),
    ]


def _chicago(pools: Pools, draw: random.Random) -> Parts:
    last, first = _person(pools, draw)
    location, publisher = draw.choice(pools.locations), draw.choice(pools.publishers)
    if draw.random() < 0.4:
        return [
            ("author", f"{first} {last},"),
            ("title", _title(pools, draw)),
            ("location", f"({location}:"),
            ("publisher", publisher + ","),
            ("date", f"{_year(draw)}),"),
            ("pages", f"{draw.randint(1, 400)}."),
        ]
    return [
        ("author", f"{last}, {first}."),
        ("date", _year(draw) + "."),
        ("title", draw.choice((_quoted(_title(pools, draw), draw), _stop(_title(pools, draw))))),
        *draw.choice(
            (
                [("location", location + ":"), ("publisher", publisher + ".")],
                [("container", draw.choice(pools.containers) + ".")],
            )
        ),
    ]


def _chapter(pools: Pools, draw: random.Random) -> Parts:
    (last, first), low, year = _person(pools, draw), draw.randint(1, 400), _year(draw)
    pages, book, house = f"{low}-{low + draw.randint(3, 30)}", _title(pools, draw), draw.choice(pools.publishers)
    if draw.random() < 0.5:
        return [
            ("author", _mla_author(pools, draw) + "."),
            ("title", _quoted(_title(pools, draw), draw)),
            ("container", book + ","),
            ("editor", f"edited by {first} {last},"),
            ("publisher", house + ","),
            ("date", year + ","),
            ("pages", f"pp. {pages}."),
        ]
    return [
        ("author", _apa_author(pools, draw)),
        ("date", f"({year})."),
        ("title", _stop(_title(pools, draw))),
        ("editor", f"In {first[0]}. {last} ({draw.choice(('Ed.', 'Eds.'))}),"),
        ("container", book),
        ("pages", f"(pp. {pages})."),
        ("publisher", house + "."),
    ]


def _newspaper(pools: Pools, draw: random.Random) -> Parts:
    paper, page = draw.choice(pools.containers), f"{draw.choice('ABCD')}{draw.randint(1, 20)}"
    if draw.random() < 0.5:
        return [
            *_some(draw, 0.7, ("author", _mla_author(pools, draw) + ".")),
            ("title", _quoted(_title(pools, draw), draw)),
            ("container", paper + ","),
            ("date", _day(draw) + ","),
            ("pages", draw.choice((f"p. {page}.", f"{page}."))),
        ]
    return [
        ("author", _apa_author(pools, draw)),
        ("date", f"({_year(draw)}, {draw.choice(_MONTHS)} {draw.randint(1, 28)})."),
        ("title", _stop(_title(pools, draw))),
        ("container", paper + ","),
        ("pages", page + "."),
    ]


def _film(pools: Pools, draw: random.Random) -> Parts:
    (last, first), house, year = _person(pools, draw), draw.choice(pools.publishers), _year(draw)
    title = _title(pools, draw)
    return draw.choice(
        (
            [
                ("title", _stop(title)),
                ("note", "Directed by"),
                ("editor", f"{first} {last},"),
                ("publisher", house + ","),
                ("date", year + "."),
            ],
            [
                ("author", f"{last}, {first[0]}."),
                ("note", "(Director)."),
                ("date", f"({year})."),
                ("title", title),
                ("note", "[Film]."),
                ("publisher", house + "."),
            ],
            [
                ("author", f"{first} {last}."),
                ("title", _quoted(title, draw)),
                ("container", "YouTube,"),
                ("date", _day(draw) + ","),
                ("url", _link(pools, draw) + "."),
            ],
        )
    )


def _report(pools: Pools, draw: random.Random) -> Parts:
    body, title = draw.choice(pools.publishers), _title(pools, draw)
    if draw.random() < 0.5:
        return [
            ("author", _stop(body)),
            ("date", f"({_year(draw)})."),
            ("title", title),
            ("note", f"({draw.choice(('Report', 'Publication'))} No. {draw.randint(1, 900)})."),
            *_some(draw, 0.6, ("url", _link(pools, draw))),
        ]
    return [
        ("author", _stop(body)),
        ("title", _stop(title)),
        ("date", _year(draw) + ","),
        ("url", _link(pools, draw) + "."),
    ]


def _loose(pools: Pools, draw: random.Random) -> Parts:
    """Forms that follow no style."""
    last, first = _person(pools, draw)
    title, site = _title(pools, draw), draw.choice(pools.containers)
    label = _some(draw, 0.4, ("note", draw.choice(("Article:", "Book:", "Source 1:", "Website:", "Video:", "Source:"))))
    by = draw.choice((("note", "by"), ("note", "By")))
    return draw.choice(
        (
            [*label, ("title", title), by, ("author", f"{first} {last}")],
            [*label, ("title", _quoted(title, draw, "")), by, ("author", f"{first} {last},"), ("container", site)],
            [*label, ("title", _quoted(title, draw, ",")), ("author", f"{first} {last},"), ("date", _year(draw) + ".")],
            [*label, ("title", _quoted(title, draw, "")), ("url", _link(pools, draw))],
            [("title", title), ("note", "-"), ("container", site + "."), ("url", _link(pools, draw))],
            [("container", site), ("url", _link(pools, draw))],
            [("author", f"{last}, {first},"), ("title", title + ","), ("container", site + ","), ("date", _year(draw))],
            [("author", f"{first} {last}."), ("title", title + "."), ("url", _link(pools, draw))],
            [("title", title), ("date", f"({_year(draw)})."), ("container", site)],
            [("note", "Retrieved from"), ("url", _link(pools, draw))],
            [*label, ("url", _link(pools, draw))],
        )
    )


STYLES: tuple[Callable[[Pools, random.Random], Parts], ...] = (
    _mla_web, _mla_web, _mla_web, _mla_old, _mla_journal, _book, _apa_web, _apa_journal, _chicago, _loose,
    _loose, _book_with_year_first, _book_without_author, _chapter, _newspaper, _film, _report,
)  # fmt: skip
"""Web pages in MLA are what student lists hold most of."""


def _careless(parts: Parts, draw: random.Random) -> MarkedEntry:
    """The entry, now and then without its marks or its capitals."""
    if draw.random() < 0.08:
        parts = [(field, text.rstrip(".,") or text) for field, text in parts]
    if draw.random() < 0.05:
        parts = [(field, text.lower()) for field, text in parts]
    return MarkedEntry(tuple((field, " ".join(text.split())) for field, text in parts if text.strip()))
