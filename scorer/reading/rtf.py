"""Rich Text Format (.rtf)."""

from __future__ import annotations

import re

from scorer.reading.failures import damaged_if_it_fails, reading_error
from scorer.reading.limits import Limits
from scorer.reading.text import check_markup, joined, normalised

_PICTURE = re.compile(r"(?:[0-9a-fA-F]{64,}+\s*+)++")
_CONTROL = re.compile(r"\\(?:\\|(par|cell|nestcell)(?![a-zA-Z]) ?|(fldinst)\{)", re.IGNORECASE)
_REWRITTEN = {"par": r"\par\par ", "cell": r"\tab ", "nestcell": r"\tab "}
_FONT_TABLE = re.compile(r"{[^{}]*\\fonttbl")
_FONT = re.compile(r"\\f(\d+)")
_FONT_CHARSET = re.compile(r"\\fcharset(\d+)")
_BRACE = re.compile(r"\\[\\{}]|[{}]")


def read_rtf(data: bytes, name: str, limits: Limits) -> str:
    """The document's text, a blank line between paragraphs, table cells parted by tabs.

    striprtf leaves out pictures, headers, footers, comments and footnotes. Raises ``unreadable`` for a file that
    ends before its groups do: half an essay is not to be scored.
    """
    from striprtf.striprtf import rtf_to_text  # here, to keep start-up fast

    markup = data.decode("cp1252", "replace").lstrip()
    markup = _PICTURE.sub("", markup)
    check_markup(markup, "{", name, limits)
    if _is_cut_off(markup):
        raise reading_error("damaged", name)
    with damaged_if_it_fails(name):
        markup = _CONTROL.sub(_rewritten, _safe_fonts(markup))
        text = normalised(rtf_to_text(markup, errors="replace"))
        return joined([re.sub(r"\t(?=\n|$)", "", block) for block in re.split(r"\n{2,}", text)])


def _is_cut_off(markup: str) -> bool:
    if "\\bin" in markup:  # binary data may hold any brace
        return False
    braces = _BRACE.findall(markup)
    return braces.count("{") > braces.count("}")


def _rewritten(match: re.Match[str]) -> str:
    """``\\par`` twice, so that paragraphs differ from lines; and no HYPERLINK pattern, which striprtf would search
    for in time that grows with a high power of the file's size, to write the address into the text."""
    if match[2]:
        return rf"\{match[2]} {{"
    return _REWRITTEN[match[1].lower()] if match[1] else match[0]


def _safe_fonts(markup: str) -> str:
    """The font table with one font a line: striprtf's pattern for it takes for ever on hostile ones."""
    opening = _FONT_TABLE.search(markup)
    if not opening:
        return markup
    depth, end = 1, len(markup)
    for brace in re.compile("[{}]").finditer(markup, opening.end()):  # escapes uncounted, as striprtf counts
        depth += 1 if brace[0] == "{" else -1
        if not depth:
            end = brace.end()
            break
    fonts = []
    for entry in markup[opening.start() : end].split(";"):
        number, charset = _FONT.search(entry), _FONT_CHARSET.search(entry)
        if number and charset:
            fonts.append(f"{{\\f{number[1]}\\fcharset{charset[1]} x;}}\n")
    return markup[: opening.start()] + "{\\fonttbl\n" + "".join(fonts) + "}" + markup[end:]
