"""What lines of a program, of a list and of verse look like."""

from __future__ import annotations

import re

CODE_LINE = re.compile(
    r"^\s*(?:(?:def|class|for|while|if|elif|else|return|import|from|function|var|let|const|public|private|static|void"
    r"|int|float|double|char|bool|try|except|catch|finally|print|printf|console|#include|using|namespace|select|insert)\b"
    r".*[(){}\[\];:=<>]|.*[;{}]\s*$|\s*[}\])]+;?\s*$|.*\w\s*(?:[+\-*/]?=|==|!=|&&|\|\||->|=>)\s*\S.*|.*\w\([^)\s]*\)\s*$"
    r"|\s*(?://|/\*|#!|<\w+[^>]*>))",
    re.IGNORECASE,
)
LIST_LINE = re.compile(r"^\s*(?:[-*•–·]|\d{1,2}[.)]|[a-z][.)])\s+\S")
SENTENCE_END = re.compile(r"[.!?][\"”’')]*$")
