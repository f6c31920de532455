"""Marks that tell where a paragraph ends."""

from __future__ import annotations

import re

BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
SENTENCE_END = re.compile(r"[.!?][\"'”’)\]]*\s*$")
SPACE_RUN = re.compile(r"(?<=[.!?\"”’)])[^\S\n]{3,}(?=\S)")
"""A run of three or more spaces after a finished sentence: how a lost line break often looks."""

WRAPPED_SHARE = 0.5
"""Lines are taken for wrapped text where more than this share of them stop in mid-sentence."""

WRAPPED_LENGTH = 120
"""No mail program or editor wraps at more than this many characters."""
