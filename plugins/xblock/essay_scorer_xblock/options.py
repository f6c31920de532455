"""What an author chooses in Studio, checked."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from essay_scorer_xblock.records import RUBRIC
from essay_scorer_xblock.texts import Clean
from scorer.errors import RubricError
from scorer.rubric import DEFAULT, Rubric, builtin_names
from scorer.rubric.load import LARGEST, parse_rubric, rubric_bytes

OWN = "own"
"""The choice of a rubric that the author pasted or uploaded."""
Release = Literal["draft", "teacher", "auto"]
"""When students see what: ``draft`` feedback at once and the grade when a teacher released it, ``teacher`` both when a
teacher released them, ``auto`` both at once, unless the program itself asks for a review."""
_Line = Annotated[Clean, StringConstraints(strip_whitespace=True, max_length=200)]
_Text = Annotated[Clean, StringConstraints(strip_whitespace=True, max_length=20_000)]


class Options(BaseModel):
    """The settings of one block. ``attempts_allowed`` and ``min_words`` are 0 where there is no limit."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    display_name: Annotated[_Line, StringConstraints(min_length=1)] = "Essay"
    prompt: _Text = ""
    rubric: str = DEFAULT
    rubric_toml: Annotated[Clean, StringConstraints(max_length=LARGEST)] = ""
    release: Release = "draft"
    attempts_allowed: int = Field(default=3, ge=0, le=100)
    min_words: int = Field(default=0, ge=0, le=5000)
    show_scores: bool = True
    show_marks: bool = True
    show_corrections: bool = True
    weight: float = Field(default=1.0, ge=0, le=1000, allow_inf_nan=False)

    @property
    def rubric_content(self) -> bytes:
        """The rubric's file. Raises ``RubricError``."""
        if self.rubric == OWN:
            return self.rubric_toml.encode("utf-8", "replace")
        if self.rubric not in builtin_names():  # a name, never a path
            raise RubricError("rubric_not_found", f"Choose a rubric: there is none called {self.rubric!r}.")
        return rubric_bytes(self.rubric)

    def load_rubric(self) -> Rubric:
        """The rubric itself. Raises ``RubricError``."""
        return parse_rubric(self.rubric_content, RUBRIC if self.rubric == OWN else self.rubric)
