"""HTML from templates that escape every value."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from scorer.assessment import Assessment
from scorer.reports import phrases
from scorer.reports.audience import Audience
from scorer.reports.frame import FILTERS
from scorer.reports.html import parts_of

Translate = Callable[[str], str]
TranslatePlural = Callable[[str, str, int], str]


def rendered(template: str, say: Translate, say_plural: TranslatePlural, **values: object) -> Markup:
    """A template with its values; ``say`` translates what stands in it."""
    made = _environment().get_template(template).render(**values, _=say, ngettext=say_plural, phrases=phrases)
    return Markup(made)


def essay(assessment: Assessment, teacher: bool, prefix: str) -> dict[str, object]:
    """What the template of an essay needs; ``prefix`` tells its ids from those of other blocks on the page."""
    audience = Audience.teacher if teacher else Audience.student
    return {"assessment": assessment, "parts": parts_of(assessment, audience, prefix), "prefix": prefix}


def resource(name: str) -> str:
    """A style or script of the package."""
    return (files("essay_scorer_xblock") / "public" / name).read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    made = Environment(
        loader=ChoiceLoader([PackageLoader("essay_scorer_xblock"), PackageLoader("scorer.reports", "page")]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {**FILTERS, "day": _day}
    return made


def _day(at: str) -> str:
    """A time in ISO 8601 as day and minute, UTC, in an order that no country misreads."""
    return datetime.fromisoformat(at).astimezone(UTC).strftime("%Y-%m-%d %H:%M")
