"""What an imported criterion may be scored by: a proposal from its words, for the teacher to confirm."""

from scorer.rubric.matching.match import Match, propose
from scorer.rubric.matching.proposals import accepted, notes

__all__ = ["Match", "accepted", "notes", "propose"]
