"""What every part of a rubric shares: strict, frozen models, and faults that know their place."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict
from pydantic_core import PydanticCustomError

FAULT = "rubric_fault"


class Part(BaseModel):
    """A table of a rubric file: no unknown keys, no infinities, never changed."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


def fault(sentence: str, *at: str | int) -> PydanticCustomError:
    """What a validator raises: what is wrong and its mend; ``at`` leads from the table checked to the faulty key."""
    return PydanticCustomError(FAULT, "{sentence}", {"sentence": sentence, "at": at})
