"""How writers name their sources in running text (signal phrases)."""

from __future__ import annotations

from scorer.features.cue_phrases import Cues

ACCORDING = Cues("according to", "in the words of", "as cited in", "as quoted in", "as stated in", "as stated by")

# Lemmas of reporting verbs (Hyland 1999, *Academic attribution*), those of everyday use apart.
REPORTING = frozenset({
    "acknowledge", "address", "advocate", "affirm", "argue", "assert", "claim", "conclude", "confirm", "contend",
    "define", "demonstrate", "describe", "discover", "emphasize", "explain", "highlight", "illustrate",
    "indicate", "insist", "maintain", "mention", "note", "observe", "point", "present", "prove", "quote", "report",
    "reveal", "show", "state", "stress", "suggest", "warn", "write",
})  # fmt: skip
SPEECH = frozenset({"find", "say", "tell"})

SOURCE_NOUNS = frozenset({
    "article", "author", "book", "critic", "editor", "expert", "historian", "journal", "magazine", "newspaper",
    "paper", "passage", "poll", "professor", "psychologist", "publication", "report", "research", "researcher",
    "scholar", "scientist", "source", "statistic", "statistics", "study", "survey", "text", "website", "writer",
})  # fmt: skip
