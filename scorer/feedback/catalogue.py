"""The catalogue of messages, read once from ``messages.toml``."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

Kind = Literal["strength", "improve", "fix"]


class Message(BaseModel):
    """What may be said about one kind of finding.

    ``serves`` are the topics that it belongs to (see ``groups``), ``priority`` its weight among the
    messages of a criterion (0 to 100), ``texts`` its phrasings with ``{placeholders}``, and ``features`` the measures
    whose low value it explains.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: Kind
    serves: tuple[str, ...] = Field(min_length=1)
    priority: int = Field(ge=0, le=100)
    features: tuple[str, ...] = ()
    texts: tuple[str, ...] = Field(min_length=3)


@cache
def messages() -> dict[str, Message]:
    """Every message by its code."""
    content = (files("scorer.feedback") / "messages.toml").read_text(encoding="utf-8")
    return {code: Message(**fields) for code, fields in tomllib.loads(content).items()}
