"""What all HTML pages share: templates with autoescape, style and script inside the page, and a policy that lets
nothing else run, load or be sent."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from scorer.assessment import Interval
from scorer.reports import phrases

FOLDER = Path(__file__).parent / "page"


def rendered(template: str, script: str = "page.js", style: str = "", **values: object) -> str:
    """A template of the folder ``page`` with the values, all of them escaped; ``script`` and ``style`` name files
    there, the style's in addition to that of all pages."""
    styles, program = _part("page.css") + (_part(style) if style else ""), _part(script)
    policy = "; ".join(
        (
            "default-src 'none'",
            f"style-src {_hash(styles)}",
            f"script-src {_hash(program)}",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
    # style and script are the program's own files, and hold no "</"
    return _environment().get_template(template).render(
        **values, policy=policy, style=Markup(styles), script=Markup(program), phrases=phrases
    )  # fmt: skip


@cache
def _part(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")


def _hash(part: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(part.encode()).digest()).decode()}'"


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= FILTERS
    return made


def _number(value: float) -> str:
    return f"{value:.1f}"


def _points(value: float) -> str:
    return f"{value:+.2f}".replace("-", "−")


def _value(value: float) -> str:
    return f"{value:.3g}"


def _interval(pair: Interval) -> str:
    return f"{pair[0]:.1f}–{pair[1]:.1f}"


def _share(part: float) -> str:
    """A share of a bar, 0 to 1, as a percentage that stays within it."""
    return f"{100 * min(max(part, 0.0), 1.0):.2f}%"


def _tint(score: float, highest: float) -> int:
    """A score by the fifth of the scale that it lies in, 0 to 4."""
    return min(max(int(5 * score / highest), 0), 4) if highest > 0 else 0


FILTERS: dict[str, Callable[..., str | int]] = {
    "number": _number,
    "points": _points,
    "value": _value,
    "interval": _interval,
    "share": _share,
    "tint": _tint,
}
"""How templates write numbers."""
